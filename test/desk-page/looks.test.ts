import { source } from 'axe-core';
import type { Page } from 'playwright-core';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { describeWith } from '../programs';
import { idsUsedTwice, namelessControls } from '../sandbox-page/audit';
import { DeskWorld, origin, smallPhone } from './admin-visit';

/** Of all that the first view loads, compressed. */
const mostBytes = 60_000;

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

  beforeAll(async () => {
    desk = await DeskWorld.start();
    decided = await asks(
      newcomer(desk.world, { first_name: 'Anna', username: 'anna_berg' }),
      'Hello, I’m a friend of Boris.',
    );
    waiting = await asks(newcomer(desk.world, { first_name: 'Дмитрий' }), 'Живу рядом, хочу помогать по выходным.');
    desk.boris.press(await cardOf(desk.boris, decided), 'Reject');
    await cardOf(desk.boris, decided, ['Rejected']);
    await desk.world.settled();
  });
  afterEach(async () => {
    await desk.closePages();
    expect({ complaints: desk.complaints.splice(0), foreign: desk.foreign.splice(0) }).toEqual({
      complaints: [],
      foreign: [],
    });
  });
  afterAll(() => desk.close());

  test.each([
    ['light', 'en'],
    ['dark', 'ru'],
    ['light', 'ru'],
    ['dark', 'en'],
  ] as const)('in %s colours and %s, axe finds nothing wrong with any view', async (colorScheme, language) => {
    const clara = { id: desk.clara.id, first_name: 'Clara', language_code: language };
    const page = await desk.open('/desk', { colorScheme }, clara);
    const views: [string, () => Promise<unknown>][] = [
      ['the list', () => page.locator('.row').nth(1).waitFor()],
      ['a request', () => page.keyboard.press('j').then(() => page.locator('.timeline .entry').first().waitFor())],
      ['a reason', () => page.keyboard.press('Shift+R').then(() => page.locator('.reasons').waitFor())],
      [
        'ticked rows',
        () =>
          page
            .locator('.reasons .is-quiet')
            .click()
            .then(() => page.keyboard.press('x')),
      ],
      ['the filters', () => page.locator('.filter-top button').click()],
      ['the keys', () => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor())],
      ['a decided one', () => page.keyboard.press('Escape').then(() => page.locator('.row.is-decided a').click())],
      [
        'a person',
        () =>
          page
            .locator('.request-head h2 a')
            .click()
            .then(() => page.locator('.card').waitFor()),
      ],
      [
        'statistics',
        () =>
          page
            .locator('.tab')
            .nth(1)
            .click()
            .then(() => page.locator('.picture').first().waitFor()),
      ],
      ['numbers', () => page.locator('.numbers summary').first().click()],
      ['the menu', () => page.locator('.menu summary').click()],
      [
        'the door',
        () =>
          page
            .locator('.menu-panel .button')
            .last()
            .click()
            .then(() => page.locator('.door').waitFor()),
      ],
    ];
    for (const [view, show] of views) {
      await show();
      expect([view, await findings(page)]).toEqual([view, []]);
      expect([view, await namelessControls(page), await idsUsedTwice(page)]).toEqual([view, [], []]);
    }
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
