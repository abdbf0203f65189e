import type { Locator, Page } from 'playwright-core';
import { asks, cardOf, newcomer } from '../e2e/scenes';
import { describeWith } from '../programs';
import { DeskWorld, origin, smallPhone } from './admin-visit';

describeWith('chromium')('at the desk, an admin', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    expect({ complaints: desk.complaints.splice(0), foreign: desk.foreign.splice(0) }).toEqual({
      complaints: [],
      foreign: [],
    });
  });
  afterAll(() => desk.close());

  const names = ['Anna', 'Dmitry', 'Eva', 'Farid', 'Greta', 'Hana', 'Ivan', 'Jana'];
  /** Somebody new with a request that waits. */
  async function request(message = 'May I come in?') {
    const client = newcomer(desk.world, { first_name: `${names.shift() ?? 'Kim'}` });
    return { client, id: await asks(client, message) };
  }
  const row = (page: Page, id: number): Locator =>
    page.locator('.row', { has: page.locator(`[href*="/requests/${id}"]`) });
  const heading = (page: Page, id: number): Locator => page.locator('.request-pane', { hasText: `Request #${id}` });
  const button = (page: Page, name: string): Locator =>
    page.locator('.actions').getByRole('button', { name, exact: true });
  const statusOf = async (id: number): Promise<unknown> =>
    (await desk.world.rows(`SELECT status FROM requests WHERE id = ${id}`))[0]?.['status'];
  const bar = (page: Page): Locator => page.locator('.undo-bar');

  test('signs in by a one-time link that looking at does not use up, and signs out', async () => {
    const page = await desk.page();
    const link = await desk.link();
    await page.goto(link);
    await page.getByText('This link signs you in').waitFor();
    expect(page.url()).toBe(`${origin}/desk/login`);
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Status' }).waitFor();
    await page.reload();
    await page.getByLabel('Menu', { exact: true }).click();
    await page.getByText('Signed in as').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You’re signed out.').waitFor();
    await page.locator('.door li', { hasText: 'send /desk to the bot' }).waitFor();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('That link no longer works').waitFor();
  });

  test('reads, decides and takes back by mouse, and the client and the chat see it', async () => {
    const { client, id } = await request('I grow tomatoes.');
    const page = await desk.open();
    await row(page, id).getByText('I grow tomatoes.').click();
    await heading(page, id).getByText('Submitted').first().waitFor();
    await button(page, 'Approve').click();
    await bar(page).getByText(`Approved #${id}`).waitFor();
    await client.sees('is approved');
    await cardOf(desk.boris, id, ['Approved', 'Clara']);
    await row(page, id).getByText('Approved').waitFor();
    await bar(page).getByRole('button', { name: 'Undo' }).click();
    await bar(page).getByText('Taken back').waitFor();
    await client.sees('under review again');
    expect(await statusOf(id)).toBe('pending');

    await button(page, 'Reject with a reason').click();
    await page.getByLabel('In your own words').fill('Come back in spring.');
    await page.locator('.reasons').getByRole('button', { name: 'Reject', exact: true }).click();
    await bar(page).getByText(`Rejected #${id}`).waitFor();
    await client.sees('Come back in spring.');
    await row(page, id).getByRole('link').click();
    await button(page, 'Reopen').click();
    await bar(page).getByText(`Reopened #${id}`).waitFor();
    await button(page, 'Approve').click();
    await bar(page).getByText(`Approved #${id}`).waitFor();
    await row(page, id).getByRole('link').click();
    await button(page, 'End access').click();
    await page.getByRole('button', { name: 'Without a reason' }).click();
    await bar(page).getByText('Ended the access').waitFor();
    await client.sees('has ended');

    await page.getByPlaceholder('A note that only admins see').fill('Seen at the market.');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('.timeline .of-note', { hasText: 'Seen at the market.' }).waitFor();
    const history = await page.locator('.timeline strong').allTextContents();
    expect(history).toEqual(
      expect.arrayContaining([
        'Submitted',
        'Approved',
        'Decision taken back',
        'Rejected',
        'Reopened',
        'Access ended',
        'Note',
      ]),
    );
  });

  test('decides with one key each, and no key does anything in a field, with Ctrl, or switched off', async () => {
    const [one, two, three] = [
      await request('first words'),
      await request('second words'),
      await request('third words'),
    ];
    const page = await desk.open('/desk?status=pending');
    await row(page, three.id).waitFor();
    await page.keyboard.press('j');
    await heading(page, one.id).waitFor();
    await page.keyboard.press('j');
    await heading(page, two.id).waitFor();
    await page.keyboard.press('k');
    await heading(page, one.id).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('/');
    await page.keyboard.type('words ra');
    await page.keyboard.press('Escape');
    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['pending', 'pending']);
    await page.waitForURL('**/desk?status=pending&q=words+ra');
    await page.getByLabel('Search').fill('');
    await row(page, three.id).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await heading(page, one.id).waitFor();
    await page.keyboard.press('a');
    await bar(page).getByText(`Approved #${one.id}`).waitFor();
    // On to the next by itself.
    await heading(page, two.id).waitFor();
    await page.keyboard.press('r');
    await bar(page).getByText(`Rejected #${two.id}`).waitFor();
    await page.keyboard.press('u');
    await bar(page).getByText('Taken back').waitFor();
    await heading(page, two.id).waitFor();
    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['approved', 'pending']);

    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Next request').waitFor();
    await dialog.getByLabel('Use them').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.reload();
    await heading(page, two.id).waitFor();
    await page.keyboard.press('a');
    expect(await statusOf(two.id)).toBe('pending');
    await client(two.id);
    async function client(id: number): Promise<void> {
      await button(page, 'Approve').click();
      await bar(page).getByText(`Approved #${id}`).waitFor();
    }
    await heading(page, three.id).waitFor();
    await button(page, 'Approve').click();
  });

  test('is told who was first instead of deciding blindly, and sees what others do without that anything moves', async () => {
    const { id } = await request();
    const page = await desk.open(`/desk/requests/${id}?status=pending`);
    await button(page, 'Approve').waitFor();
    // This page is behind: its stream and its look at the request come too late.
    await page.route('**/admin/request/*/details', () => undefined);
    await page.route('**/admin/events', (route) => route.abort());
    desk.boris.press(await cardOf(desk.boris, id), 'Reject');
    await cardOf(desk.boris, id, ['Rejected', 'Boris']);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText('has already rejected it').waitFor();
    expect(await statusOf(id)).toBe('rejected');
    await page.unrouteAll({ behavior: 'ignoreErrors' });

    const [first, second] = [await request('one that waits'), await request('one to decide')];
    await page.goto(`${origin}/desk/requests/${first.id}?status=pending`);
    await row(page, second.id).waitFor();
    const place = await row(page, second.id).boundingBox();
    await page.getByPlaceholder('A note that only admins see').fill('half a th');
    desk.boris.press(await cardOf(desk.boris, second.id), 'Approve');
    await row(page, second.id).getByText('Boris').waitFor();
    const third = await request('just come in');
    await page.getByRole('button', { name: 'One new request. Show it' }).waitFor();
    expect(await row(page, third.id).count()).toBe(0);
    expect(await row(page, second.id).boundingBox()).toEqual(place);
    expect(await page.getByPlaceholder('A note that only admins see').inputValue()).toBe('half a th');
    await page.getByRole('button', { name: 'One new request. Show it' }).click();
    await row(page, third.id).waitFor();
    for (const each of [first, third]) desk.boris.press(await cardOf(desk.boris, each.id), 'Approve');
    await row(page, third.id).getByText('Boris').waitFor();
  });

  test('decides ticked requests together, and hears of each that could not be', async () => {
    const [one, two, three] = [await request('tick me'), await request('tick me too'), await request('and me')];
    const page = await desk.open('/desk?status=pending');
    for (const { id } of [one, two, three]) await row(page, id).getByRole('checkbox').check();
    await page.getByText('3 ticked').waitFor();
    // Withdrawn, and the page does not know it yet.
    await page.route('**/admin/events', (route) => route.abort());
    two.client.write('/cancel');
    await two.client.sees('You’ve withdrawn');
    await page.locator('.bulk').getByRole('button', { name: 'Approve' }).click();
    await page.getByText('2 of 3 decided').waitFor();
    await page
      .locator('.failures', { hasText: `#${two.id}` })
      .getByText('withdrawn')
      .waitFor();
    expect([await statusOf(one.id), await statusOf(three.id)]).toEqual(['approved', 'approved']);
    await bar(page).getByRole('button', { name: 'Undo' }).click();
    await bar(page).getByText('2 requests are waiting again').waitFor();
    for (const { id } of [one, three]) await row(page, id).getByRole('checkbox').check();
    await page.locator('.bulk').getByRole('button', { name: 'Reject', exact: true }).click();
    await bar(page).getByText('2 requests decided.').waitFor();
  });

  test('finds requests by status, words and person; the address keeps it, and back and forward work', async () => {
    const { id, client } = await request('I would bring a wheelbarrow');
    const page = await desk.open();
    await row(page, id).waitFor();
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Waiting' }).click();
    await page.waitForURL('**/desk?status=pending');
    await page.getByLabel('Search').fill('wheelbarrow');
    await page.waitForURL('**/desk?status=pending&q=wheelbarrow');
    await row(page, id).getByRole('link').click();
    await page.waitForURL(`**/desk/requests/${id}?status=pending&q=wheelbarrow`);
    await page.locator('.request-head').getByRole('link', { name: client.user.first_name }).click();
    await page.locator('.person-page').getByText(`${client.id}`).waitFor();
    await page.locator('.card', { hasText: 'wheelbarrow' }).waitFor();
    await page.goBack();
    await heading(page, id).waitFor();
    await page.goBack();
    await page.waitForURL('**/desk?status=pending&q=wheelbarrow');
    await page.getByLabel('Search').fill('nothing like that');
    await page.getByText('No request matches these filters.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear all filters' }).click();
    await row(page, id).waitFor();
    const page2 = await desk.open(`/desk?q=wheelbarrow`);
    await row(page2, id).getByRole('link').click();
    await button(page2, 'Approve').click();
    await bar(page2).getByText('Approved').waitFor();
  });

  test('works on a phone: the list, a request, a decision by one tap, and back', async () => {
    const [one, two] = [await request('from a phone'), await request('also from a phone')];
    const page = await desk.open('/desk?status=pending&q=phone', smallPhone);
    await row(page, one.id).getByRole('link').tap();
    await button(page, 'Approve').waitFor();
    expect(await page.locator('.list-pane').isVisible()).toBe(false);
    await button(page, 'Approve').tap();
    await heading(page, two.id).waitFor();
    await bar(page).getByText(`Approved #${one.id}`).waitFor();
    await page.evaluate(() => {
      // As Telegram's own back button says it.
      const { Telegram } = window as unknown as { Telegram: { WebView: { receiveEvent(type: string): void } } };
      Telegram.WebView.receiveEvent('back_button_pressed');
    });
    await page.locator('.list-pane').waitFor();
    await row(page, two.id).getByRole('link').tap();
    await button(page, 'Reject').tap();
    // No other one waits.
    await page.locator('.list-pane').waitFor();
    await row(page, two.id).getByText('Rejected').waitFor();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBe(0);
  });

  test('works in a frame of Telegram Web, without a cookie and where nothing can be stored', async () => {
    const { id } = await request('from a frame');
    const page = await desk.page();
    const address = desk.telegramAddress('/desk', {
      bg_color: '#17212b',
      text_color: '#f5f5f5',
      hint_color: '#3a4653',
    });
    await page.route('https://web.telegram.org/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><iframe src="${address}" width="1300" height="800">`,
      }),
    );
    await page.addInitScript(() => {
      if (location.hostname !== 'desk.localhost') {
        const said: unknown[] = [];
        Object.assign(window, { said });
        addEventListener('message', ({ data, origin: from }) => {
          const { eventType } = JSON.parse(String(data)) as { readonly eventType: string };
          said.push([from, eventType]);
        });
        return;
      }
      for (const name of ['localStorage', 'sessionStorage'] as const) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      }
    });
    await page.goto('https://web.telegram.org/k/');
    const frame = page.frameLocator('iframe');
    await frame.locator('.row', { hasText: 'from a frame' }).getByRole('link').click();
    await frame.locator('.actions').getByRole('button', { name: 'Approve' }).click();
    await frame.locator('.undo-bar').getByText(`Approved #${id}`).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    const said = await page.evaluate(() => (window as unknown as { said: [string, string][] }).said);
    expect(new Set(said.map(([from]) => from))).toEqual(new Set([origin]));
    expect(said.map(([, type]) => type)).toEqual(
      expect.arrayContaining([
        ...['iframe_ready', 'web_app_ready', 'web_app_expand', 'web_app_request_theme'],
        ...['web_app_setup_swipe_behavior', 'web_app_trigger_haptic_feedback'],
      ]),
    );
    const colours = await frame.locator('html').evaluate((root) => ({
      theme: root.dataset['theme'],
      surface: getComputedStyle(root).getPropertyValue('--surface'),
    }));
    expect(colours).toEqual({ theme: 'dark', surface: '#17212b' });
  });

  test('a link to the bot with startapp=r12 opens that request, however Telegram says so', async () => {
    const { id } = await request('by a link');
    await request('another one');
    const named = `r${id}`;
    const plain = new URL(desk.telegramAddress('/desk'));
    const inFragment = `${plain.href}&tgWebAppStartParam=${named}`;
    const inQuery = `${plain.origin}/desk?tgWebAppStartParam=${named}${plain.hash}`;
    for (const address of [inFragment, inQuery]) {
      const page = await desk.page();
      await page.goto(address);
      await page.locator('.request-pane').getByText('by a link').first().waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/desk/requests/${id}`);
    }
    const odd = await desk.page();
    await odd.goto(`${plain.href}&tgWebAppStartParam=r1e9x`);
    await odd.locator('.row').first().waitFor();
    expect(new URL(odd.url()).pathname).toBe('/desk');
  });

  test('is told what to do while there is no connection, no bot, and no session', async () => {
    const page = await desk.open();
    const fail = (status: number) => (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
      route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, detail: '' }) });
    await page.route('**/admin/requests?*', fail(503));
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Rejected' }).click();
    await page.getByText('another copy of it is at work').waitFor();
    await page.unrouteAll();
    await page.locator('.banner').waitFor({ state: 'hidden' });
    await page.route('**/admin/requests?*', (route) => route.abort());
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Approved' }).click();
    await page.getByText('No connection.').waitFor();
    await page.unrouteAll();
    await page.locator('.banner').waitFor({ state: 'hidden' });
    desk.complaints.splice(0);
    await page.route('**/admin/session', fail(401));
    await page.route('**/admin/requests?*', fail(401));
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Waiting' }).click();
    await page.locator('.door li', { hasText: 'send /desk to the bot' }).waitFor();
  });

  test('who is no admin is not let in, and is told how admins come in', async () => {
    const page = await desk.page();
    await page.goto(desk.telegramAddress('/desk', {}, { id: 6_999_999_999, first_name: 'Mallory' }));
    await page.getByText('open it again from the chat').waitFor();
    expect(await page.locator('.row').count()).toBe(0);
  });

  test('sees how requests come in and are decided', async () => {
    const page = await desk.open('/desk/stats');
    await page.getByRole('img', { name: 'Requests a day' }).waitFor();
    await page.getByRole('img', { name: 'The queue' }).waitFor();
    await page.getByRole('img', { name: 'Time to a decision' }).waitFor();
    await page.locator('.reviewers').getByRole('link', { name: 'Clara' }).waitFor();
    await page.locator('.numbers summary').first().click();
    await page.getByRole('columnheader', { name: 'Submitted' }).first().waitFor();
    await page.getByRole('link', { name: '7 days' }).click();
    await page.waitForURL('**/desk/stats?days=7');
  });

  test('has the list in their hands as the bot would say it, in Russian as well', async () => {
    const page = await desk.page({ locale: 'ru-RU' });
    await page.goto(desk.telegramAddress('/desk', {}, { id: 7_000_000_001, first_name: 'Clara', language_code: 'ru' }));
    await page.getByRole('link', { name: 'Запросы' }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
    await page.getByLabel('Меню', { exact: true }).click();
    await page.getByLabel('Язык').selectOption('en');
    await page.getByRole('link', { name: 'Requests' }).first().waitFor();
  });
});
