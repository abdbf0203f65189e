import { personId, requestId } from '../../src/lifecycle/ids';
import { resolveAll } from '../../src/outbox/resolve';
import { decide } from '../../src/requests/decide';
import { describeWith } from '../programs';
import { boris, day } from '../requests/app';
import { startChromium } from '../sandbox-page/browser';
import { describeSqlite } from '../store/engines';
import { TestDesk } from '../web/desk';
import { expectFine, longName } from './audit';

const origin = 'http://form.example';
const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 900 };

describeWith('chromium')('the pages for people without Telegram', () => {
  describeSqlite('in a browser', (engine) => {
    // Each colour, size and language once: none changes what the others show. Arabic runs from the right.
    test.each([
      ['light', phone, 'en'],
      ['dark', laptop, 'ru'],
      ['light', phone, 'ar'],
    ] as const)(
      'in %s colours, axe finds nothing wrong with any of them: %j, %s',
      async (colorScheme, viewport, lang) => {
        const desk = await TestDesk.open(engine, { hasForm: true, at: origin });
        const rule = `MAP form.example 127.0.0.1:${desk.port}`;
        const browser = await startChromium(undefined, [`--host-resolver-rules=${rule}`, '--no-proxy-server']);
        try {
          const context = await browser.newContext({ viewport, colorScheme, locale: lang });
          const page = await context.newPage();
          const complaints: string[] = [];
          page.on('pageerror', (error) => complaints.push(error.message));
          page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));

          const looks = async (view: string): Promise<void> => {
            await expectFine(page, view);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
            expect([view, wide]).toEqual([view, false]);
          };
          const send = (name: string) => page.locator(`form:has([name="${name}"]) button`).click();
          const fill = async (name: string, address: string): Promise<void> => {
            await page.goto(`${origin}/apply`);
            await page.locator('[name="name"]').fill(name);
            await page.locator('[name="address"]').fill(address);
            await page.locator('textarea').fill(longWords);
            desk.app.now += 20_000;
            await send('address');
          };
          const type = async (code: string): Promise<void> => {
            await page.locator('[name="code"]').fill(code);
            await send('code');
          };

          await page.goto(`${origin}/apply`);
          expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
          await looks('the form');
          await page.locator('summary').click();
          await looks('the languages');
          await fill('\u200b', 'vera@mail');
          await looks('what is wrong with it');
          await fill(longName, 'vera@mail.example');
          await looks('the code');
          await type('000');
          await looks('a wrong code');
          await type(await codeMailed(desk));
          await page.locator('[role="status"]').waitFor();
          const own = page.url().replace(/\?.*/, '');
          await looks('one’s own page');
          await page.locator('[name="number"]').fill('7');
          await send('number');
          await looks('a wrong number');
          await page.locator('[name="number"]').fill('1');
          await send('number');
          await page.locator('[role="status"]').waitFor();
          await looks('a withdrawal');
          await page.locator('textarea').fill('\u200b');
          await send('message');
          await page.locator('[role="alert"]').waitFor();
          await looks('a text without words');
          await page.locator('textarea').fill(longWords);
          await send('message');
          await page.locator('[role="status"]').waitFor();
          const reject = { type: 'reject', by: boris, round: null, reason: longWords } as const;
          await desk.app.transaction((tx) => decide(tx, requestId(2), reject));
          await page.goto(own);
          await looks('a rejection');
          desk.app.now += 7 * day;
          await page.goto(own);
          await looks('an appeal');
          await page.locator('textarea').fill('Once more');
          await send('message');
          await page.locator('[role="status"]').waitFor();
          const approve = { type: 'approve', by: boris, round: null } as const;
          await desk.app.transaction((tx) => decide(tx, requestId(2), approve));
          await page.goto(own);
          await looks('an approval');
          await fill('Vera', 'vera@mail.example');
          const code = await codeMailed(desk);
          for (let n = 0; n < 5; n += 1) await type(code === '000000' ? '000001' : '000000');
          await page.locator('a.button').waitFor();
          await looks('a code that is over');
          for (const path of ['/me/nothing', '/apply/nothing', '/apply/code']) {
            await page.goto(`${origin}${path}`);
            await looks(path);
          }
          // It takes long, and looks like what is wrong with the form.
          if (lang === 'ru') {
            for (let n = 0; n < 11; n += 1) await fill('Vera', `vera${n}@mail.example`);
            await page.locator('[role="alert"]').waitFor();
            await looks('too many');
          }
          if (viewport === phone) {
            await page.goto(`${origin}/docs`);
            const type = page.getByText('application/problem+json', { exact: true }).first();
            expect(await type.evaluate((words) => words.getClientRects().length)).toBe(1);
          }
          desk.stop();
          await page.goto(`${origin}/apply`);
          await looks('no bot that acts');
          // A browser says of each answer that is no success that it is none.
          expect(complaints.filter((text) => !/^Failed to load resource/.test(text))).toEqual([]);
        } finally {
          await browser.close();
          await desk.close();
        }
      },
    );
  });
});

const longWords = `I’m a friend of Boris.\n\n${'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3)}`;

/** The code in the newest mail with one. */
async function codeMailed(desk: TestDesk): Promise<string> {
  const owed = desk.app.owed.findLast(({ notice }) => notice.kind === 'address_code');
  const messages = await desk.app.transaction(async (tx) =>
    resolveAll(tx, await tx.store.outbox.waitingFor('email', personId(owed?.recipientId ?? 0), 'all', 0, 9)),
  );
  for (const { notice } of messages) if (notice.kind === 'address_code') return notice.code;
  throw new Error('no code was mailed');
}
