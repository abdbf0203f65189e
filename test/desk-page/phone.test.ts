import type { Page } from 'playwright-core';
import { describeWith } from '../programs';
import { action, DeskWorld, origin, pane, row, smallPhone, undoBar } from './admin-visit';

describeWith('chromium')('at the desk, on a phone, an admin', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

  /** As Telegram's own back button says it. */
  const goBack = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const { Telegram } = window as unknown as { Telegram: { WebView: { receiveEvent(type: string): void } } };
      Telegram.WebView.receiveEvent('back_button_pressed');
    });
  const sideways = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  test('reads, decides by one tap, takes back by another, and goes back to the list', async () => {
    const [one, two] = [await desk.request('from a phone'), await desk.request('also from a phone')];
    const page = await desk.open('/desk?status=pending&q=phone', smallPhone);
    await row(page, one.id).getByRole('link').tap();
    await action(page, 'Approve').waitFor();
    expect(await page.locator('.list-pane').isVisible()).toBe(false);
    await action(page, 'Approve').tap();
    // On to the next by itself.
    await pane(page, two.id).waitFor();
    await undoBar(page).getByText(`Approved #${one.id}`).waitFor();
    await undoBar(page).getByRole('button', { name: 'Undo' }).tap();
    await undoBar(page).getByText('Taken back').waitFor();
    await pane(page, one.id).waitFor();
    await action(page, 'Approve').tap();
    await pane(page, two.id).waitFor();
    await goBack(page);
    await page.locator('.list-pane').waitFor();
    await row(page, two.id).getByRole('link').tap();
    await action(page, 'Reject').tap();
    // No other one waits.
    await page.locator('.list-pane').waitFor();
    await row(page, two.id).getByText('Rejected').waitFor();
    expect(await sideways(page)).toBe(0);
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['approved', 'rejected']);
  });

  test('rejects with a ready reason or their own words, and writes a note', async () => {
    const [one, two] = [await desk.request('why not'), await desk.request('why not, two')];
    const page = await desk.open(`/desk/requests/${one.id}?q=why`, smallPhone);
    await page.getByLabel('A note that only admins see').tap();
    await page.getByLabel('A note that only admins see').fill('Seen at the market.');
    await page.getByRole('button', { name: 'Add note' }).tap();
    await page.locator('.timeline .of-note', { hasText: 'Seen at the market.' }).waitFor();
    await action(page, 'Reject with a reason').tap();
    await page.getByRole('button', { name: 'All beds are taken.' }).tap();
    await one.client.sees('All beds are taken.');
    await pane(page, two.id).waitFor();
    await action(page, 'Reject with a reason').tap();
    await page.getByLabel('In your own words').fill('Come back in spring.');
    await page.locator('.reasons').getByRole('button', { name: 'Reject', exact: true }).tap();
    await two.client.sees('Come back in spring.');
    await page.locator('.list-pane').waitFor();
    expect(await sideways(page)).toBe(0);
  });

  test('decides ticked requests together', async () => {
    const [one, two] = [await desk.request('tick'), await desk.request('tick me, too')];
    const page = await desk.open('/desk?q=tick', smallPhone);
    for (const { id } of [one, two]) await row(page, id).locator('.tick').tap();
    await page.getByText('2 ticked').waitFor();
    expect(await sideways(page)).toBe(0);
    await page.locator('.bulk').getByRole('button', { name: 'Approve' }).tap();
    await undoBar(page).getByText('2 requests decided.').waitFor();
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['approved', 'approved']);
  });

  test('searches, filters, looks at a person and at the numbers, and comes back', async () => {
    const { id, client } = await desk.request('I have a wheelbarrow', { first_name: 'Farid' });
    const page = await desk.open('/desk', smallPhone);
    await page.getByLabel('Search').fill('wheelbarrow');
    await page.waitForURL('**/desk?q=wheelbarrow');
    await page.getByRole('button', { name: 'Filters' }).tap();
    await page.getByLabel('Submitted from').fill('2020-01-01');
    await page.waitForURL('**/desk?q=wheelbarrow&from=2020-01-01');
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Waiting' }).tap();
    await page.waitForURL('**/desk?status=pending&q=wheelbarrow&from=2020-01-01');
    await row(page, id).getByRole('link').tap();
    await page.locator('.request-head').getByRole('link', { name: 'Farid' }).tap();
    await page.locator('.person-page').getByText(`${client.id}`).waitFor();
    await goBack(page);
    await pane(page, id).waitFor();
    await goBack(page);
    await page.waitForURL('**/desk?status=pending&q=wheelbarrow&from=2020-01-01');
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Statistics' }).tap();
    await page.getByRole('img', { name: 'Requests a day' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await goBack(page);
    await row(page, id).waitFor();
    await page.getByLabel('Menu', { exact: true }).tap();
    await page.getByRole('button', { name: 'Sign out' }).tap();
    await page.getByText('You’re signed out.').waitFor();
  });

  test('comes back from a request that was opened by a link, whatever was open before', async () => {
    const { id } = await desk.request('by a link');
    const page = await desk.open(`/desk/requests/${id}`, smallPhone);
    await pane(page, id).waitFor();
    await goBack(page);
    await row(page, id).waitFor();
    expect(page.url()).toBe(`${origin}/desk`);
  });

  test('finds every control large enough for a finger', async () => {
    const { id } = await desk.request('with fingers');
    const page = await desk.open(`/desk/requests/${id}?q=fingers`, smallPhone);
    await action(page, 'Approve').waitFor();
    const small = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox]), .tick, .chip, .tab')]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .filter((control) => Math.round(control.getBoundingClientRect().height) < 36)
          .map((control) => control.outerHTML),
      );
    expect(await small()).toEqual([]);
    await action(page, 'Reject with a reason').tap();
    expect(await small()).toEqual([]);
    await page.goto(`${origin}/desk`);
    await row(page, id).locator('.tick').tap();
    await page.getByRole('button', { name: 'Filters' }).tap();
    expect(await small()).toEqual([]);
  });
});
