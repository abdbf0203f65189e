import type { Page } from 'playwright-core';
import { cardOf } from '../e2e/scenes';
import { describeWith } from '../programs';
import { action, DeskWorld, origin, pane, row, undoBar } from './admin-visit';

describeWith('chromium')('while others work, the desk', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

  test('says who was first instead of deciding blindly', async () => {
    const { id } = await desk.request('me first');
    const page = await desk.open(`/desk/requests/${id}?q=first`);
    await action(page, 'Approve').waitFor();
    // This page is behind: its stream and its look at the request come too late.
    await page.route('**/admin/request/*/details', () => undefined);
    await page.route('**/admin/events', (route) => route.abort());
    desk.boris.press(await cardOf(desk.boris, id), 'Reject');
    await cardOf(desk.boris, id, ['Rejected', 'Boris']);
    await page.keyboard.press('a');
    await page
      .getByRole('alert')
      .getByText(/Boris.? has already rejected it/)
      .waitFor();
    await page.getByRole('alert').getByText('Nothing of yours was sent.').waitFor();
    expect(await desk.statusOf(id)).toBe('rejected');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('says that somebody else has decided before anybody acts, and moves no button, no line and no word', async () => {
    const { id } = await desk.request('race');
    const page = await desk.open(`/desk/requests/${id}?q=race`);
    await action(page, 'Approve').waitFor();
    await page.getByLabel('A note that only admins see').fill('half a th');
    await action(page, 'Approve').hover();
    const moving = [
      action(page, 'Approve'),
      action(page, 'Reject'),
      page.getByLabel('A note that only admins see'),
      page.locator('.timeline .entry').first(),
      row(page, id),
    ];
    /** Where each is, to the pixel. */
    const places = () =>
      Promise.all(
        moving.map((each) =>
          each.evaluate((element) => {
            const { x, y, width } = element.getBoundingClientRect();
            return [x, y, width].map(Math.round);
          }),
        ),
      );
    const before = await places();
    desk.boris.press(await cardOf(desk.boris, id), 'Approve');
    await page
      .getByRole('alert')
      .getByText(/Boris.? has already approved it/)
      .waitFor();
    expect(await places()).toEqual(before);
    expect(await action(page, 'Approve').isDisabled()).toBe(true);
    expect(await action(page, 'Reject').isDisabled()).toBe(true);
    // What is possible now is above, in nobody's way.
    const ends = await action(page, 'End access').boundingBox();
    expect((ends?.y ?? 0) + (ends?.height ?? 0)).toBeLessThanOrEqual(before[0]?.[1] ?? 0);
    expect(await page.getByLabel('A note that only admins see').inputValue()).toBe('half a th');
  });

  test('keeps a reason that is being typed, and still decides nothing', async () => {
    const { id } = await desk.request('typing');
    const page = await desk.open(`/desk/requests/${id}?q=typing`);
    await action(page, 'Reject with a reason').click();
    await page.getByLabel('In your own words').fill('We have no');
    desk.boris.press(await cardOf(desk.boris, id), 'Approve');
    await page
      .getByRole('alert')
      .getByText(/Boris.? has already approved it/)
      .waitFor();
    expect(await page.getByLabel('In your own words').inputValue()).toBe('We have no');
    await page.locator('.reasons').getByRole('button', { name: 'Reject', exact: true }).click();
    await page.getByRole('alert').getByText('Nothing of yours was sent.').waitFor();
    expect(await desk.statusOf(id)).toBe('approved');
  });

  test('announces what comes in above the list, and shows it where it belongs when asked to', async () => {
    const [first, second] = [await desk.request('queue one'), await desk.request('queue two')];
    const page = await desk.open('/desk?status=pending&q=queue');
    await row(page, second.id).waitFor();
    const place = await row(page, second.id).boundingBox();
    desk.boris.press(await cardOf(desk.boris, first.id), 'Approve');
    await row(page, first.id).getByText('Boris').waitFor();
    const third = await desk.request('queue three');
    await page.getByRole('button', { name: 'One new request. Show it' }).waitFor();
    expect(await row(page, third.id).count()).toBe(0);
    expect(await row(page, second.id).boundingBox()).toEqual(place);
    await page.getByRole('button', { name: 'One new request. Show it' }).click();
    await row(page, third.id).waitFor();
    // Choosing the list anew takes away what is no longer in it.
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Waiting' }).click();
    await row(page, first.id).waitFor({ state: 'detached' });
    await row(page, third.id).waitFor();
  });

  test('says what is new about a request that still waits', async () => {
    const { id, client } = await desk.request('not complete');
    const page = await desk.open(`/desk/requests/${id}?q=complete`);
    await action(page, 'Approve').waitFor();
    const card = await cardOf(desk.boris, id);
    desk.boris.write('note Ask for her sister.', { replyTo: card });
    await page.getByRole('alert').getByText('Note · Boris').waitFor();
    await page.locator('.timeline .of-note', { hasText: 'Ask for her sister.' }).waitFor();
    await action(page, 'Approve').click();
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
    await client.sees('is approved');
  });

  test('misses nothing that happens while the list is on its way', async () => {
    const { id } = await desk.request('in between');
    const page = await desk.page();
    const browser = await page.context().newCDPSession(page);
    await browser.send('Fetch.enable', {
      patterns: [{ urlPattern: '*/admin/requests?*', requestStage: 'Response' }],
    });
    const answered = new Promise<string>((resolve) => {
      browser.once('Fetch.requestPaused', ({ requestId }) => resolve(requestId));
    });
    await page.goto(desk.telegramAddress(`/desk/requests/${id}?q=between`));
    const requestId = await answered;
    await action(page, 'Approve').waitFor();
    desk.boris.press(await cardOf(desk.boris, id), 'Approve');
    await page
      .getByRole('alert')
      .getByText(/Boris.? has already approved it/)
      .waitFor();
    await browser.send('Fetch.continueResponse', { requestId });
    await browser.send('Fetch.disable');
    await row(page, id).getByText('Approved').waitFor();
  });

  test('ends its stream while nobody looks, and asks for what it missed when somebody does', async () => {
    const { id } = await desk.request('look away');
    const page = await desk.open('/desk?q=away');
    await row(page, id).waitFor();
    const ended = page.waitForEvent('requestfailed', (request) => request.url() === `${origin}/admin/events`);
    await show(page, false);
    await ended;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    desk.boris.press(await cardOf(desk.boris, id), 'Reject');
    await cardOf(desk.boris, id, ['Rejected']);
    expect([asked, await row(page, id).getByText('Rejected').count()]).toEqual([[], 0]);
    await show(page, true);
    await row(page, id).getByText('Rejected').waitFor();
  });

  /** As a browser does when another tab is chosen. */
  const show = (page: Page, isShown: boolean): Promise<void> =>
    page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: !is });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isShown);

  test('lets in a tab whose session was over, once another tab has signed in', async () => {
    const page = await desk.page();
    await page.goto(`${origin}/desk`);
    await page.locator('.door').waitFor();
    const other = await page.context().newPage();
    await other.goto(await desk.link());
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.locator('.list-pane').waitFor();
    await show(page, true);
    await page.locator('.list-pane').waitFor();
    expect(await pane(page, 1).count()).toBe(0);
  });
});
