import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SandboxProcess } from '../sandbox/visitor';
import { idsUsedTwice, namelessControls, palest } from './audit';
import { describeWith } from '../programs';
import { smallPhone, Visit } from './visit';

/** WCAG 2.2, success criterion 1.4.3. */
const enoughContrast = 4.5;

describeWith('chromium')('the page, for every screen and everybody', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open({ colorScheme: 'light' });
    await visit.button('Do it for me').click();
    await visit.phone('Anna Berg').sees('Got it');
    await visit.phone('Clara').presses('Reject with reason…', 'Request #1');
    await visit.phone('Clara').sees('why are you rejecting');
    await visit.phone('Дмитрий').start();
    await visit.phone('Дмитрий').sees('Здравствуйте');
    await visit.verdict('Nothing missing');
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  test('says that it is a sandbox', async () => {
    await visit.page.getByText('Sandbox: nothing here is real, no Telegram').waitFor();
  });

  test.each(['light', 'dark'] as const)('in %s mode every text contrasts with its background', async (colorScheme) => {
    await visit.page.emulateMedia({ colorScheme });
    const { ratio, text } = await palest(visit.page);
    expect(`${ratio >= enoughContrast ? 'enough' : ratio}: ${text}`).toMatch(/^enough/);
    await visit.page.getByRole('switch', { name: '429' }).click();
    await visit.button('kill -9 the bot').click();
    await visit.page.getByText(/^The bot is dead/).waitFor();
    const broken = await palest(visit.page);
    expect(`${broken.ratio >= enoughContrast ? 'enough' : broken.ratio}: ${broken.text}`).toMatch(/^enough/);
    await visit.page.getByRole('switch', { name: '429' }).click();
    await visit.button('Start it again').click();
    await visit.page.getByText(/^The bot runs/).waitFor();
  });

  test('every control and landmark has a name, and no id is used twice', async () => {
    await visit.phone('Anna Berg').field.fill('/');
    await visit.phone('Clara').region.getByRole('button', { name: 'More for Clara' }).click();
    expect(await namelessControls(visit.page)).toEqual([]);
    expect(await idsUsedTwice(visit.page)).toEqual([]);
    await visit.page.keyboard.press('Escape');
    await visit.phone('Anna Berg').field.fill('');
  });

  test('on a phone no step of the tour has its mark on its words', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 360, height: 740 });
    const skip = page.getByRole('button', { name: 'Skip this step' });
    const covered: unknown[] = [];
    for (let step = 0; step < 12; step += 1) {
      covered.push(
        ...(await page.evaluate(() => {
          const [mark, text] = [document.querySelector('.hint-mark'), document.querySelector('.hint-text')];
          if (mark === null || text === null) throw new Error('there is no tour');
          const range = document.createRange();
          range.selectNodeContents(text);
          const at = mark.getBoundingClientRect();
          const isUnder = ({ left, right, top, bottom }: DOMRect): boolean =>
            left < at.right && right > at.left && top + 1 < at.bottom && bottom - 1 > at.top;
          return [...range.getClientRects()].some(isUnder) ? [`${mark.textContent} ${text.textContent}`] : [];
        })),
      );
      if (!(await skip.isVisible())) break;
      await skip.click();
    }
    expect(covered).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test.each([320, 760, 1100, 1280, 1440, 1920])(
    'at a width of %d nothing overflows, even with wide fonts, and every chat stays at its end',
    async (width) => {
      const { page } = visit;
      // Other letters than those at hand take more place as well.
      await visit.wideLetters();
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const { sideways, panels, chats } = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - innerWidth,
        panels: [...document.querySelectorAll('.panel')].map((each) => each.scrollHeight - each.clientHeight),
        chats: [...document.querySelectorAll('.log')].map((log) =>
          Math.floor(log.scrollHeight - log.scrollTop - log.clientHeight),
        ),
      }));
      expect({ sideways, panels: Math.max(...panels), chats: Math.max(...chats) }).toEqual({
        sideways: 0,
        panels: 0,
        chats: 0,
      });
      await page.evaluate(() => document.body.removeAttribute('style'));
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  test('a phone is in its owner’s language, and marked as such', async () => {
    const dmitry = visit.phone('Дмитрий');
    const welcome = await dmitry.sees('Здравствуйте');
    for (const [word, name] of [
      ['клиент', dmitry.region.getByText('клиент')],
      ['a message’s tool', welcome.getByRole('button', { name: /^Ответить на «/ })],
      ['the bot’s button', welcome.getByRole('button', { name: 'Запросить доступ' })],
      ['the field', dmitry.region.getByPlaceholder('Сообщение', { exact: true })],
      ['the menu', dmitry.region.getByRole('button', { name: 'Ещё: Дмитрий' })],
    ] as const) {
      const language = await name.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect({ word, language }).toEqual({ word, language: 'ru' });
    }
    expect(await dmitry.region.locator('.day').first().textContent()).toMatch(/^\d+ [а-я]+$/);
    const anna = visit.phone('Anna Berg').region;
    expect(await anna.evaluate((element) => element.getAttribute('lang'))).toBe('en');
  });

  test('with the panel closed, a chat has more than half of a laptop’s screen', async () => {
    const { page } = visit;
    const share = () => visit.phone('Clara').log.evaluate((log) => log.clientHeight / innerHeight);
    const unfolded = await share();
    await visit.button('Behind the phones').click();
    await visit.region('Outbox').waitFor({ state: 'hidden' });
    expect(await share()).toBeGreaterThan(0.55);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await page.reload();
    await page.getByText(/^The bot runs/).waitFor();
    expect(await visit.region('Outbox').isVisible()).toBe(false);
    await visit.button('Behind the phones').click();
    expect(await share()).toBeCloseTo(unfolded, 1);
  });

  test('a request, a decision and a time jump work by keyboard alone', async () => {
    const { page } = visit;
    await visit.startOver();
    await tabTo(page, 'Start the chat with Sosekni as Anna Berg');
    await page.keyboard.press('Enter');
    await visit.phone('Anna Berg').sees('I take requests');
    await tabTo(page, 'Message from Anna Berg');
    await page.keyboard.type('/request I bring cake');
    await page.keyboard.press('Enter');
    await visit.phone('Clara').sees('I bring cake');
    await tabTo(page, '✅ Approve');
    await page.keyboard.press('Space');
    await visit.phone('Anna Berg').sees('is approved');
    await tabTo(page, '+1 day: let time jump');
    await page.keyboard.press('Enter');
    await visit.region('Clock').getByText('sandbox time, 1 day ahead').waitFor();
  });

  test('the focus is visible wherever it is', async () => {
    const { page } = visit;
    const seen = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const on = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(on);
        return { what: on.outerHTML.slice(0, 90), outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (focus.what.startsWith('<body')) continue;
      seen.add(focus.what);
      expect(focus).toEqual({ what: focus.what, outline: 'solid 2px' });
    }
    expect(seen.size).toBeGreaterThan(25);
  });

  test('six tabs in the background leave connections for a seventh', async () => {
    const { page } = visit;
    const context = page.context();
    const background = [];
    for (let tab = 0; tab < 6; tab += 1) {
      const hidden = await context.newPage();
      // No tab of an automated browser goes to the background by itself.
      await hidden.addInitScript(() =>
        Object.defineProperty(document, 'hidden', { get: () => 'shown' in window === false }),
      );
      await hidden.goto(page.url());
      background.push(hidden);
    }
    await page.reload();
    await page.getByText(/^The bot runs/).waitFor();
    const [back] = background;
    await back?.evaluate(() => {
      Object.assign(window, { shown: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await back?.getByText(/^The bot runs/).waitFor();
    await Promise.all(background.map((tab) => tab.close()));
  });

  test('the page is back when the sandbox is, with half-typed text', async () => {
    const field = visit.phone('Anna Berg').field;
    await field.fill('Half a sent');
    const { port } = new URL(await visit.sandbox.address());
    await visit.sandbox.end();
    await visit.page.getByText('The sandbox is not there. Waiting for it to come back …').waitFor();
    const second = new SandboxProcess({ args: ['--port', port] });
    try {
      await visit.phone('Anna Berg').region.getByText('Press Start').waitFor();
      await visit.page.getByRole('alert').waitFor({ state: 'hidden' });
      await visit.phone('Anna Berg').start();
      await visit.phone('Anna Berg').sees('I take requests');
      expect(await field.inputValue()).toBe('Half a sent');
    } finally {
      await second.end();
    }
    // The browser says by itself that nobody was there.
    expect(visit.complaints.filter((complaint) => !complaint.includes('net::ERR_'))).toEqual([]);
    visit.complaints.length = 0;
  });
});

describeWith('chromium')('the page on a small phone', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open({ behind: 'folded', viewport: smallPhone, hasTouch: true, isMobile: true });
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  test('shows one phone at a time, whose chat starts in the upper third', async () => {
    await visit.button('Do it for me').tap();
    await visit.phone('Anna Berg').sees('Got it');
    const box = await visit.phone('Anna Berg').region.boundingBox();
    expect(box?.width).toBeGreaterThan(340);
    expect(box?.width).toBeLessThanOrEqual(smallPhone.width);
    const chat = await visit.phone('Anna Berg').log.boundingBox();
    expect(chat?.y).toBeLessThan(smallPhone.height / 3);
  });

  test('switches phones by tabs, which show the number of new messages', async () => {
    const { page } = visit;
    const tabs = page.getByRole('navigation', { name: 'Phones' });
    const clara = tabs.getByRole('button', { name: /^Clara/ });
    await tabs.getByRole('button', { name: /^Clara\s*[1-9] new messages/ }).tap();
    await page.locator('.phone-tab[aria-current="true"]', { hasText: 'Clara' }).waitFor();
    await tabs.getByRole('button', { name: 'Clara', exact: true }).waitFor();
    expect(await clara.getAttribute('aria-current')).toBe('true');
    await visit.phone('Clara').presses('Approve', 'Request #1');
    await visit.phone('Clara').sees('Approved by');
  });

  test('keeps time jumps and restarts behind one button', async () => {
    const day = visit.page.getByRole('button', { name: '+1 day: let time jump' });
    expect(await day.isVisible()).toBe(false);
    await visit.button('Let time jump, start over').tap();
    await day.tap();
    await visit.region('Clock').getByText('sandbox time, 1 day ahead').waitFor();
    await visit.button('Start over').waitFor();
    await visit.button('Let time jump, start over').tap();
    await day.waitFor({ state: 'hidden' });
  });
});

describe.each(['the fonts of this machine', 'no font at all'])('on a phone with %s', (fonts) => {
  describeWith('chromium')('the page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sosekni-fonts-'));
    let visit: Visit;

    beforeAll(async () => {
      const none = join(folder, 'fonts.conf');
      writeFileSync(none, `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`);
      const screen = { viewport: smallPhone, hasTouch: true, isMobile: true };
      visit = await Visit.open(fonts === 'no font at all' ? { ...screen, fontconfig: none } : screen);
      await visit.button('Do it for me').tap();
      await visit.phone('Anna Berg').sees('Got it');
      await visit.button('Follow it').tap();
      await visit.button('Let time jump, start over').tap();
    });
    afterAll(async () => {
      await visit.close();
      rmSync(folder, { recursive: true });
    });

    test.each([320, 390, 430])('%d px wide never scrolls sideways, even with wide fonts', async (width) => {
      const { page } = visit;
      await page.setViewportSize({ ...smallPhone, width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await visit.wideLetters();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.evaluate(() => document.body.removeAttribute('style'));
    });

    test.each(['light', 'dark'] as const)('in %s mode the path of a message contrasts too', async (colorScheme) => {
      await visit.page.emulateMedia({ colorScheme });
      await visit.region('The way of a message').getByRole('button', { name: '3 messages' }).waitFor();
      const { ratio, text } = await palest(visit.page);
      expect(`${ratio >= enoughContrast ? 'enough' : ratio}: ${text}`).toMatch(/^enough/);
      expect(await namelessControls(visit.page)).toEqual([]);
    });
  });
});

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name, exact: true }).or(page.getByRole('textbox', { name, exact: true }));
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${name} is not reached by Tab`);
}
