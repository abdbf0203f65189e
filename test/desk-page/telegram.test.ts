import type { Page, Route } from 'playwright-core';
import { describeWith } from '../programs';
import { action, DeskWorld, origin, row, smallPhone, undoBar } from './admin-visit';

/** What the page says to Telegram, and by which way. */
type Said = readonly (readonly [from: string, type: string, data: unknown])[];

describeWith('chromium')('in Telegram, the desk', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

  /** A page of Telegram Web with the desk in a frame that has no cookies and can't store anything. */
  async function framed(address: string): Promise<Page> {
    const page = await desk.page();
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
          const { eventType, eventData } = JSON.parse(String(data)) as Readonly<Record<string, unknown>>;
          said.push([from, eventType, eventData]);
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
    return page;
  }
  const saidIn = (page: Page): Promise<Said> =>
    page.evaluate(() => (window as unknown as { said: [string, string, unknown][] }).said);

  test('works in a frame of Telegram Web, without a cookie and where nothing can be stored', async () => {
    const { id } = await desk.request('from a frame');
    const theme = { bg_color: '#17212b', text_color: '#f5f5f5', hint_color: '#3a4653' };
    const page = await framed(desk.telegramAddress('/desk', theme));
    const frame = page.frameLocator('iframe');
    await frame.locator('.row', { hasText: 'from a frame' }).getByRole('link').click();
    await frame.locator('.actions').getByRole('button', { name: 'Approve' }).click();
    await frame.locator('.undo-bar').getByText(`Approved #${id}`).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    const said = await saidIn(page);
    expect(new Set(said.map(([from]) => from))).toEqual(new Set([origin]));
    expect(said.map(([, type, data]) => [type, data])).toEqual(
      expect.arrayContaining([
        ['iframe_ready', { reload_supported: true }],
        ['web_app_ready', null],
        ['web_app_expand', null],
        ['web_app_request_theme', null],
        ['web_app_setup_swipe_behavior', { allow_vertical_swipe: false }],
        ['web_app_request_safe_area', null],
        ['web_app_request_content_safe_area', null],
        ['web_app_trigger_haptic_feedback', { type: 'notification', notification_type: 'success' }],
      ]),
    );
    const colours = await frame.locator('html').evaluate((root) => ({
      theme: root.dataset['theme'],
      surface: getComputedStyle(root).getPropertyValue('--surface'),
    }));
    expect(colours).toEqual({ theme: 'dark', surface: '#17212b' });
    // It is reloaded when Telegram Web asks it to, and signs in again with what it was opened with.
    await page.evaluate(() => {
      const frameWindow = document.querySelector('iframe')?.contentWindow;
      frameWindow?.postMessage(JSON.stringify({ eventType: 'reload_iframe' }), '*');
    });
    await page.waitForFunction(() =>
      (window as unknown as { said: [string, string][] }).said.some(([, type]) => type === 'iframe_will_reload'),
    );
    await frame.locator('.row', { hasText: 'from a frame' }).waitFor();
  });

  test('is in no frame of another site', async () => {
    const page = await desk.page();
    await page.route('https://web.telegram.org.evil.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe src="${origin}/desk">` }),
    );
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto('https://web.telegram.org.evil.example/k/');
    await refused;
    expect(await page.frameLocator('iframe').locator('.row, .door').count()).toBe(0);
    desk.complaints.splice(0);
    desk.foreign.splice(0);
  });

  test('takes what signs in from the fragment alone, and leaves none of it in the address', async () => {
    const { id } = await desk.request('no traces');
    const page = await desk.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(desk.telegramAddress('/desk?q=traces'));
    await row(page, id).waitFor();
    expect(page.url()).toBe(`${origin}/desk?q=traces`);
    expect(asked.filter((url) => /tgWebApp|hash=|auth_date/.test(new URL(url).search + new URL(url).pathname))).toEqual(
      [],
    );
    // A reload goes on with the session; a query that looks like initData is none.
    await page.reload();
    await row(page, id).waitFor();
    const other = await desk.page();
    const { hash } = new URL(desk.telegramAddress('/desk'));
    await other.goto(`${origin}/desk?${hash.slice(1)}`);
    await other.locator('.door').waitFor();
  });

  test('a link to the bot with startapp=r12 opens that request, however Telegram says so', async () => {
    const { id } = await desk.request('by a link');
    await desk.request('another one');
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

  test('shows Telegram’s back button where there is a way back, and keeps clear of what the phone covers', async () => {
    const { id } = await desk.request('on an iPhone');
    const page = await desk.page(smallPhone);
    // As the apps of phones listen.
    await page.addInitScript(() => {
      const said: unknown[] = [];
      const postEvent = (type: string, json: string): number => said.push([type, JSON.parse(json)]);
      Object.assign(window, { said, TelegramWebviewProxy: { postEvent } });
    });
    await page.goto(desk.telegramAddress('/desk?q=iPhone'));
    await row(page, id).waitFor();
    const said = (): Promise<readonly (readonly [string, unknown])[]> =>
      page.evaluate(() => (window as unknown as { said: [string, unknown][] }).said);
    const hear = (type: string, data: unknown): Promise<void> =>
      page.evaluate(
        ([name, given]) => {
          const { TelegramGameProxy } = window as unknown as {
            TelegramGameProxy: { receiveEvent(event: string, data: unknown): void };
          };
          TelegramGameProxy.receiveEvent(name, given);
        },
        [type, data] as const,
      );
    const buttons = async () => (await said()).filter(([type]) => type === 'web_app_setup_back_button');
    expect(await buttons()).toEqual([]);
    await row(page, id).getByRole('link').tap();
    await action(page, 'Approve').waitFor();
    expect(await buttons()).toEqual([['web_app_setup_back_button', { is_visible: true }]]);
    // One way back is enough.
    expect(await page.locator('.back').isVisible()).toBe(false);
    await hear('back_button_pressed', null);
    await page.locator('.list-pane').waitFor();
    expect((await buttons()).at(-1)).toEqual(['web_app_setup_back_button', { is_visible: false }]);

    await hear('safe_area_changed', { top: 40, bottom: 30, left: 0, right: 0 });
    await hear('content_safe_area_changed', { top: 20, bottom: 0, left: 0, right: 0 });
    expect((await page.locator('.top').boundingBox())?.y).toBe(60);
    await row(page, id).getByRole('link').tap();
    await action(page, 'Approve').waitFor();
    const lowest = await page.locator('.actions .buttons').last().boundingBox();
    expect((lowest?.y ?? 0) + (lowest?.height ?? 0)).toBeLessThanOrEqual(844 - 30);
  });

  test('follows a theme that changes, and takes colours for colours only', async () => {
    await desk.request('colourful');
    const page = await desk.open('/desk?q=colourful');
    const hear = (theme: object): Promise<void> =>
      page.evaluate((given) => {
        const { Telegram } = window as unknown as {
          Telegram: { WebView: { receiveEvent(event: string, data: unknown): void } };
        };
        Telegram.WebView.receiveEvent('theme_changed', { theme_params: given });
      }, theme);
    const shown = () =>
      page.evaluate(() => [
        document.documentElement.dataset['theme'],
        document.documentElement.style.getPropertyValue('--surface'),
      ]);
    await hear({ bg_color: '#101418', text_color: '#f0f0f0' });
    expect(await shown()).toEqual(['dark', '#101418']);
    for (const nonsense of ['red', 'url(//evil.example)', '#fff', '#12345g', 'rgb(0 0 0)', 1]) {
      await hear({ bg_color: nonsense, text_color: '#000000' });
      expect(await shown()).toEqual(['dark', '#101418']);
    }
    await hear({ bg_color: '#ffffff', text_color: '#222222' });
    expect(await shown()).toEqual(['light', '#ffffff']);
  });

  test('has the bot send the table, which nothing here could download, and says where it is or why not', async () => {
    await desk.request('a row of a table');
    const page = await desk.open('/desk?q=table', smallPhone);
    await page.getByRole('button', { name: 'Filters' }).tap();
    await page.getByRole('button', { name: 'Send me the CSV' }).tap();
    await undoBar(page).getByText('The bot has sent you the file').waitFor();
    await desk.clara.sees(({ media }) => media === 'document');
    desk.clara.block();
    await page.getByRole('button', { name: 'Send me the CSV' }).tap();
    await undoBar(page).getByText('Open your chat with it and press Start').waitFor();
    desk.clara.unblock();
    // It may take longer than anything else, and its answer may be lost.
    await page.clock.install();
    const held = new Promise<Route>((resolve) => void page.route('**/admin/export?*', resolve));
    const button = page.getByRole('button', { name: 'Send me the CSV' });
    await button.tap();
    const route = await held;
    await page.clock.runFor(60_000);
    expect(await button.getAttribute('aria-busy')).toBe('true');
    await route.abort();
    await undoBar(page).getByText('There was no answer. Look in your chat with the bot').waitFor();
    desk.complaints.splice(0);
  });

  test('an old client, which has no back button of its own, is not asked for what it lacks', async () => {
    const { id } = await desk.request('old client');
    const page = await desk.page(smallPhone);
    await page.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said, TelegramWebviewProxy: { postEvent: (type: string) => said.push(type) } });
    });
    await page.goto(desk.telegramAddress('/desk?q=old').replace('tgWebAppVersion=9.1', 'tgWebAppVersion=6.0'));
    await row(page, id).getByRole('link').tap();
    await page.locator('.back').tap();
    await row(page, id).getByRole('link').tap();
    await action(page, 'Approve').tap();
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      'web_app_ready',
      'web_app_expand',
      'web_app_request_theme',
    ]);
  });
});
