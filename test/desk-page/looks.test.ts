import { source } from 'axe-core';
import type { Page } from 'playwright-core';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { describeWith } from '../programs';
import { idsUsedTwice, namelessControls } from '../sandbox-page/audit';
import { DeskWorld, origin, smallPhone } from './admin-visit';

/** Of all that the first view loads, compressed. */
const mostBytes = 48_000;

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page: https://dequeuniversity.com/rules/axe */
async function findings(page: Page): Promise<readonly string[]> {
  // As the browser's own tools would: what the page forbids itself doesn't bind them.
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

describeWith('chromium')('the desk’s page, for every screen and everybody', () => {
  let desk: DeskWorld;
  let decided: number;
  let waiting: number;
  let person: unknown;

  beforeAll(async () => {
    desk = await DeskWorld.start();
    decided = await asks(
      newcomer(desk.world, { first_name: 'Anna', username: 'anna_berg' }),
      'Hello, I’m a friend of Boris.',
    );
    for (let count = 0; count < 4; count += 1) await desk.request('One of those who wait.');
    waiting = await asks(newcomer(desk.world, { first_name: 'Дмитрий' }), 'Живу рядом, хочу помогать по выходным.');
    desk.boris.press(await cardOf(desk.boris, decided), 'Reject');
    await cardOf(desk.boris, decided, ['Rejected']);
    await desk.world.settled();
    person = (await desk.world.rows(`SELECT client_id FROM requests WHERE id = ${decided}`))[0]?.['client_id'];
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

  const clara = (language: string) => ({ id: desk.clara.id, first_name: 'Clara', language_code: language });
  const isFine = async (page: Page, view: string): Promise<void> => {
    expect([view, await findings(page)]).toEqual([view, []]);
    expect([view, await namelessControls(page), await idsUsedTwice(page)]).toEqual([view, [], []]);
  };

  // Each colour and each language once: neither changes what the other one shows.
  test.each([
    ['light', 'en'],
    ['dark', 'ru'],
  ] as const)('in %s colours and %s, axe finds nothing wrong with any view', async (colorScheme, language) => {
    const page = await desk.open('/desk', { colorScheme }, clara(language));
    const click = (where: string) => page.locator(where).first().click();
    const shows = (where: string) => page.locator(where).first().waitFor();
    const views: readonly (readonly [view: string, show: () => Promise<unknown>, sign: string])[] = [
      ['the list', () => page.locator('.row').nth(1).waitFor(), '.for-keys'],
      ['a request', () => page.keyboard.press('j'), '.timeline .entry'],
      ['a note', () => page.keyboard.press('n'), '.note-form .button'],
      ['a reason', () => page.keyboard.press('Escape').then(() => page.keyboard.press('Shift+R')), '.reasons'],
      ['ticked rows', () => click('.reasons .is-quiet').then(() => page.keyboard.press('x')), '.bulk'],
      ['their reason', () => page.keyboard.press('Shift+R'), '.bulk .reasons'],
      ['the filters', () => click('.reasons .is-quiet').then(() => click('.filter-top button')), '.filter-more'],
      ['the keys', () => page.keyboard.press('?'), 'dialog[open]'],
      [
        'what others did',
        () => page.keyboard.press('Escape').then(() => overtake(page)),
        '.actions .notice:not(:empty)',
      ],
      ['a decided one', () => click('.row.is-decided a'), '.request-pane .badge:not(.is-pending)'],
      [
        'what was done',
        () => click('.row:not(.is-decided) a').then(() => click('.actions .is-bad:visible')),
        '.undo-bar',
      ],
      ['nothing found', () => page.goto(`${origin}/desk?q=nothing-like-it`), '.list .empty'],
      ['a request that is none', () => page.goto(`${origin}/desk/requests/999999`), '.request-pane .button'],
      ['a person', () => page.goto(`${origin}/desk/people/${String(person)}`), '.card'],
      ['a person who is none', () => page.goto(`${origin}/desk/people/999999`), '.page .empty'],
      ['statistics', () => page.goto(`${origin}/desk/stats`), '.picture'],
      ['numbers', () => click('.numbers summary'), '.numbers table'],
      ['the menu', () => click('.menu summary'), '.menu-panel'],
      ['the door', () => click('.menu-panel .button:last-child'), '.door'],
    ];
    for (const [view, show, sign] of views) {
      await show();
      await shows(`${sign}:visible`);
      await isFine(page, view);
    }
  });

  /** Somebody else decides what is open. */
  async function overtake(page: Page): Promise<void> {
    const open = Number(/requests\/(\d+)/.exec(page.url())?.[1]);
    desk.boris.press(await cardOf(desk.boris, open), 'Approve');
    await page.getByRole('alert').filter({ hasText: 'Boris' }).waitFor();
  }

  test('on a phone as well, and while the bot or the connection is away', async () => {
    const page = await desk.open('/desk', { ...smallPhone, colorScheme: 'dark' }, clara('ru'));
    await page.locator('.row').first().waitFor();
    await isFine(page, 'the list');
    await page.locator('.row a').first().tap();
    await page.locator('.timeline .entry').first().waitFor();
    await isFine(page, 'a request');
    await page.route('**/admin/**', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '1' } }));
    await page.locator('.request-head .back, h2 a').last().tap();
    await page.locator('.banner:visible').waitFor();
    await isFine(page, 'the bot is away');
    await page.reload();
    await page.locator('.banner:visible ~ .starting').waitFor();
    await isFine(page, 'the bot is away from the start');
    await page.goto(await desk.link());
    await page.locator('.door .button').waitFor();
    await isFine(page, 'a link');
  });

  test.each([320, 390, 768, 1100, 1920])('at a width of %d nothing overflows', async (width) => {
    const page = await desk.open(`/desk/requests/${decided}`, { viewport: { width, height: 800 } });
    await page.locator('.timeline .entry').first().waitFor();
    const overflows = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(
          document.documentElement.scrollWidth - innerWidth,
          ...[...document.querySelectorAll('.request-scroll, .list-scroll, .page')].map(
            (each) => each.scrollWidth - each.clientWidth,
          ),
        ),
      );
    expect(await overflows()).toBe(0);
    await page.goto(`${origin}/desk/stats`);
    await page.locator('.picture').first().waitFor();
    expect(await overflows()).toBe(0);
  });

  test.each(['en', 'ru'])(`the first view weighs less than ${mostBytes} bytes in %s`, async (language) => {
    const page = await desk.page(smallPhone);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(
      desk.telegramAddress('/desk', {}, { id: desk.clara.id, first_name: 'Clara', language_code: language }),
    );
    await page.locator('.row', { hasText: 'Дмитрий' }).waitFor();
    expect(bytes).toBeLessThan(mostBytes);
  });

  test('a theme of Telegram that is hard to read is made readable, and one that says nonsense is left', async () => {
    const theme = {
      bg_color: '#ffffff',
      text_color: '#000000',
      hint_color: '#cccccc',
      link_color: '#ffff00',
      secondary_bg_color: 'red',
    };
    const page = await desk.page();
    await page.goto(desk.telegramAddress(`/desk/requests/${waiting}`, theme));
    await page.locator('.timeline .entry').first().waitFor();
    expect(await findings(page)).toEqual([]);
    const other = await desk.page();
    await other.goto(desk.telegramAddress('/desk', { bg_color: 'url(//evil)', text_color: '#00' }));
    await other.locator('.row').first().waitFor();
    expect(await other.evaluate(() => document.documentElement.getAttribute('style') ?? '')).not.toContain('surface');
  });
});
