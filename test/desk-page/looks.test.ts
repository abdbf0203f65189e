import type { Locator, Page } from 'playwright-core';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { describeWith } from '../programs';
import { DeskWorld, origin, smallPhone } from './admin-visit';
import { expectFine, findings, longName } from './audit';

/** Of all that the first view loads, compressed. */
const mostBytes = 50_000;

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
    await desk.request('Живу рядом.', { first_name: 'Владислав-Константин', last_name: 'Преображенский' });
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

  // Each colour and each language once: neither changes what the other one shows.
  test.each([
    ['light', 'en'],
    ['dark', 'ru'],
  ] as const)('in %s colours and %s, axe finds nothing wrong with any view', async (colorScheme, language) => {
    const page = await desk.open('/desk', { colorScheme }, await desk.claraIn(language));
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
      await expectFine(page, view);
    }
  });

  /** Somebody else decides what is open. */
  async function overtake(page: Page): Promise<void> {
    const open = Number(/requests\/(\d+)/.exec(page.url())?.[1]);
    desk.boris.press(await cardOf(desk.boris, open), 'Approve');
    await page.getByRole('alert').filter({ hasText: 'Boris' }).waitFor();
  }

  test('on a phone from right to left as well, and while the bot or the connection is away', async () => {
    const page = await desk.open('/desk', { ...smallPhone, colorScheme: 'dark' }, await desk.claraIn('ar'));
    await page.locator('.row').first().waitFor();
    await expectFine(page, 'the list');
    await page.locator('.row a').first().tap();
    await page.locator('.timeline .entry').first().waitFor();
    await expectFine(page, 'a request');
    await page.route('**/admin/**', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '1' } }));
    await page.locator('.request-head .back, h2 a').last().tap();
    await page.locator('.banner:visible').waitFor();
    await expectFine(page, 'the bot is away');
    await page.reload();
    await page.locator('.banner:visible ~ .starting').waitFor();
    await expectFine(page, 'the bot is away from the start');
    await page.goto(await desk.link(desk.boris));
    await page.locator('.door .button').waitFor();
    await expectFine(page, 'a link');
  });

  test.each([
    [390, 'ar'],
    [768, 'de'],
    [1100, 'ar'],
    [1920, 'en'],
  ])('at a width of %d nothing overflows in %s', async (width, language) => {
    const viewport = { width, height: 800 };
    const page = await desk.open(`/desk/requests/${decided}`, { viewport }, await desk.claraIn(language));
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

  describe.each([
    [320, 'en'],
    [360, 'ru'],
    [390, 'en'],
    [320, 'ru'],
  ])('on a phone of %d pixels in %s', (width, language) => {
    test('nothing scrolls sideways, and no name breaks in a word', async () => {
      const phone = { ...smallPhone, viewport: { width, height: 740 } };
      const page = await desk.open('/desk', phone, await desk.claraIn(language));
      // The width that a phone would lay it out for, to show all of it.
      const fits = async (view: string): Promise<void> =>
        expect([view, await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])]).toEqual([
          view,
          [width, width],
        ]);
      await fits('the list');
      await page.locator('.filter-top button').tap();
      await page.locator('.filter-more:visible').waitFor();
      await fits('the filters');
      const cut = page.locator('.filters').locator('input, select, button').filter({ visible: true });
      for (const { x, width: itsWidth } of await boxesOf(cut)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + itsWidth).toBeLessThanOrEqual(width);
      }
      await page.locator('.row', { hasText: longName }).locator('a').tap();
      await page.locator('.timeline .entry:visible').first().waitFor();
      await fits('a request');
      expect(await brokenWords(page.locator('.request-who h2 a'))).toEqual([]);
      await page.locator('.request-who h2 a').tap();
      await page.locator('.card').first().waitFor();
      await fits('a person');
      expect(await brokenWords(page.locator('h1').filter({ hasText: longName }))).toEqual([]);
      await page.goto(`${origin}/desk/stats`);
      await page.locator('.picture').first().waitFor();
      await fits('statistics');
      await page.goto(`${origin}/docs`);
      await page.locator('h2').first().waitFor();
      await fits('the documentation of the API');
    });
  });

  const boxesOf = async (controls: Locator) => {
    const boxes = await Promise.all((await controls.all()).map((each) => each.boundingBox()));
    return boxes.filter((box) => box !== null);
  };

  /** The words that don't stand on one line. */
  const brokenWords = (name: Locator): Promise<readonly string[]> =>
    name.evaluate((shown) => {
      const text = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT).nextNode();
      if (text === null) throw new Error('there is no name');
      return [...(text.textContent ?? '').matchAll(/[^\s-]+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
      });
    });

  test.each(['en', 'ru'])(`the first view weighs less than ${mostBytes} bytes in %s`, async (language) => {
    const page = await desk.page(smallPhone);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(desk.telegramAddress('/desk', {}, await desk.claraIn(language)));
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
