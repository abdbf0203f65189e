import type { Snapshot } from '../../src/sandbox/protocol';
import { describeWith } from '../programs';
import { Visit, type PhoneOnPage } from './visit';

describeWith('chromium')('a chat on the page', () => {
  let visit: Visit;
  let anna: PhoneOnPage;
  let clara: PhoneOnPage;

  beforeAll(async () => {
    visit = await Visit.open();
    [anna, clara] = [visit.phone('Anna Berg'), visit.phone('Clara')];
    await anna.start();
    await anna.sees('I take requests');
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  /** With empty chats. */
  async function begin(): Promise<void> {
    await visit.startOver();
    await anna.start();
    await anna.sees('I take requests');
  }

  test('starts with nothing but the Start button', async () => {
    const dmitry = visit.phone('Дмитрий');
    await dmitry.region.getByRole('button', { name: /^Запустить чат/ }).waitFor();
    expect(await dmitry.field.count()).toBe(0);
    await dmitry.start();
    await dmitry.sees('Здравствуйте');
    await dmitry.field.waitFor();
  });

  test('the command list opens with a slash, follows the text, and works by keyboard', async () => {
    const options = anna.region.getByRole('option');
    await anna.field.fill('/');
    await anna.region.getByRole('option', { name: '/request Ask for access', selected: true }).waitFor();
    expect(await options.count()).toBe(9);
    await anna.field.press('ArrowDown');
    await anna.region.getByRole('option', { name: '/status Status of my request', selected: true }).waitFor();
    await anna.field.press('ArrowUp');
    await anna.field.press('ArrowUp');
    await anna.region.getByRole('option', { name: '/help What this bot can do', selected: true }).waitFor();
    await anna.field.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await anna.field.inputValue()).toBe('/');

    await anna.field.fill('/st');
    await anna.region.getByRole('option', { name: /^\/status/, selected: true }).waitFor();
    expect(await options.count()).toBe(1);
    await anna.field.press('Enter');
    await anna.sees('You have no request yet');
    expect(await anna.field.inputValue()).toBe('');

    await anna.field.fill('/re');
    await anna.field.press('Tab');
    expect(await anna.field.inputValue()).toBe('/request ');
  });

  test('a photo from the bot is seen with its caption, in its size before it is loaded, and opens by itself', async () => {
    await clara.writes('/stats');
    await clara.presses('As a picture', 'This week');
    const message = await clara.sees('Requests a day');
    const photo = message.getByRole('img', { name: 'Photo', exact: true });
    await photo.evaluate((image: HTMLImageElement) => image.decode());
    const size = await photo.evaluate((image: HTMLImageElement) => ({
      natural: [image.naturalWidth, image.naturalHeight],
      shown: image.clientWidth / image.clientHeight,
    }));
    expect(size).toEqual({ natural: [1280, 960], shown: expect.closeTo(4 / 3, 1) as number });
    const address = await message.getByRole('link', { name: 'Photo', exact: true }).getAttribute('href');
    const answer = await visit.page.request.get(new URL(address ?? '', visit.page.url()).href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
    expect((await visit.page.request.get(new URL('/photos/none', visit.page.url()).href)).status()).toBe(404);
  });

  test('the menu button lists an admin’s commands, and a press sends one', async () => {
    const menu = clara.region.getByRole('button', { name: 'Commands for Clara' });
    await menu.click();
    await clara.region.getByRole('button', { name: 'Commands for Clara', expanded: true }).waitFor();
    await clara.region.getByRole('option', { name: /^\/pending/ }).click();
    await clara.sees('No requests are waiting');
  });

  test('a text sent while the one before is on its way follows it', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await visit.page.route('**/actions', async (route) => {
      await held;
      await route.continue();
    });
    for (const text of ['one', 'two', 'three']) await anna.writes(text);
    letGo();
    await anna.sees(/^Anna Berg: three/);
    const said = await anna.log.locator('.mine .said').allTextContents();
    expect(said.slice(-3)).toEqual(['one', 'two', 'three']);
    await visit.page.unrouteAll();
  });

  test('a text that could not be sent is back in the field', async () => {
    await visit.page.route('**/actions', (route) => route.fulfill({ json: { ok: false, error: 'No such luck.' } }));
    await anna.writes('one');
    await anna.region.getByText('No such luck.').waitFor();
    expect(await anna.field.inputValue()).toBe('one');
    await visit.page.unrouteAll();
    await anna.field.press('Enter');
    await anna.sees(/^Anna Berg: one/);
  });

  test('a photo, a sticker and a voice message are shown as such', async () => {
    for (const [item, shown] of [
      ['Send a photo', 'Photo'],
      ['Send a sticker', 'Sticker'],
      ['Send a voice message', 'Voice message'],
    ] as const) {
      await anna.chooses(item);
      await anna.sees(new RegExp(`Anna Berg: .*${shown}`));
    }
    await anna.sees('I can only read text');
  });

  test('nothing moves a phone’s screen within its frame, however long its chat', async () => {
    for (const text of ['/help', '/status', '/help', '/status']) await anna.writes(text);
    await anna.log.getByRole('article').nth(9).waitFor();
    const moved = await anna.region.locator('.screen').evaluate((screen) => {
      screen.scrollTop = 1_000;
      return screen.scrollTop + screen.scrollHeight - screen.clientHeight;
    });
    expect(moved).toBe(0);
  });

  // What it leaves in the field is for none of the others.
  test('a text that is too long for one message is sent as two, split between words', async () => {
    const text = `/request ${'word '.repeat(1000)}end`;
    await anna.writes(`  ${text}\n`);
    const sent = anna.log.locator('.mine .said');
    await sent.filter({ hasText: /end$/ }).waitFor();
    const parts = (await sent.allTextContents()).slice(-2);
    expect(parts.join(' ')).toBe(text);
    expect(parts.every((part) => part.length <= 4096)).toBe(true);
    await anna.sees(/Too long: 4,08\d characters/);
    expect(await anna.field.inputValue()).toBe('');

    const mine = await anna.sees('/start');
    await mine.hover();
    await mine.getByRole('button', { name: /^Edit/ }).click();
    await anna.writes('x'.repeat(4097));
    await anna.region.getByRole('status').getByText('at most 4096 characters').waitFor();
    expect(await anna.field.inputValue()).toHaveLength(4097);
  });

  describe('with requests in it', () => {
    beforeAll(begin);

    test('whatever people write is text, in its own direction', async () => {
      const hostile = '<img src=x onerror="document.title=1"> <script>document.title=2</script> & &lt;b&gt; 👩‍👩‍👧‍👦';
      const title = await visit.page.title();
      await anna.writes(`/request ${hostile}`);
      const card = await clara.sees('Request #1');
      expect(await card.locator('blockquote').textContent()).toBe(hostile);
      const row = visit.region('Life of a request').getByText(hostile);
      await row.waitFor();
      expect(await visit.page.locator('#phones img, #phones script, #request img').count()).toBe(0);
      expect(await visit.page.title()).toBe(title);

      // U+202E turns around what follows, but only its own.
      await anna.writes('/cancel');
      await anna.writes('/request \u202E turned');
      await clara.sees('Request #2');
      const about = visit.region('Life of a request').locator('q');
      await about.getByText('turned').waitFor();
      expect(await about.evaluate((q) => getComputedStyle(q).unicodeBidi)).toBe('isolate');

      await anna.writes('مرحبا');
      const arabic = (await anna.sees('مرحبا')).locator('.said');
      expect(await arabic.evaluate((said) => getComputedStyle(said).direction)).toBe('rtl');
      await anna.writes('/cancel');
    });

    test('a question by the bot opens the reply to it, with its placeholder', async () => {
      await anna.writes('/request');
      await anna.region.getByText(/^Reply to Sosekni: Tell the admins about yourself/).waitFor();
      await anna.region.getByPlaceholder('A few words about you').waitFor();
      await anna.writes('I bring tea');
      await anna.sees('Got it');
      const mine = await anna.sees(/^Anna Berg: .*I bring tea/);
      await mine.getByText('Tell the admins about yourself').waitFor();
      await anna.region.getByPlaceholder('Message').waitFor();
      await anna.writes('/cancel');
    });

    test('an own message is edited in place, and the bot says what that changes', async () => {
      await anna.writes('/request I bring jam');
      await anna.sees('Got it');
      const mine = await anna.sees('/request I bring jam');
      await mine.hover();
      await mine.getByRole('button', { name: 'Edit “/request I bring jam”' }).click();
      expect(await anna.field.inputValue()).toBe('/request I bring jam');
      await anna.writes('/request I bring two jars of jam');
      await (await anna.sees('/request I bring two jars of jam')).getByText(/^edited /).waitFor();
      await anna.sees('I go by what you sent first');
      await anna.writes('/cancel');
    });

    test('an alert has to be closed, and gives the focus back', async () => {
      await anna.writes('/request I bring salt');
      const approve = (await clara.sees('I bring salt')).getByRole('button', { name: 'Approve' });
      // This bot answers presses with toasts only; Telegram has alerts too.
      const visitor = await visit.sandbox.visitor();
      const answered = { number: 1_000, view: { kind: 'alert', text: 'Are you <b>sure</b>?' } } as const;
      const snapshot: Snapshot = { ...visitor.snapshot, presses: [answered] };
      visitor.leave();
      await visit.page.route('**/events', (route) =>
        route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(snapshot)}\n\n` }),
      );
      await visit.page.route('**/actions', (route) => route.fulfill({ json: { ok: true, press: answered.number } }));
      await visit.page.reload();
      await approve.click();
      const alert = visit.page.getByRole('dialog', { name: 'Alert on Clara’s phone' });
      await alert.getByText('Are you <b>sure</b>?').waitFor();
      await visit.page.keyboard.press('Enter');
      await alert.waitFor({ state: 'hidden' });
      await visit.page.unrouteAll();
      expect(await approve.evaluate((button) => button === document.activeElement)).toBe(true);
      await anna.writes('/cancel');
    });

    test('half-typed text keeps its place and its focus while the chat goes on', async () => {
      await anna.writes('/request I bring bread');
      await clara.sees('I bring bread');
      await clara.field.pressSequentially('reject too lit');
      await clara.field.press('ArrowLeft');
      await anna.writes('/cancel');
      await (await clara.sees('I bring bread')).getByText('Withdrawn by the client').waitFor();
      await clara.field.press('X');
      expect(await clara.field.inputValue()).toBe('reject too liXt');
    });

    test('a restart drops a reply or an edit: its message is gone', async () => {
      await anna.writes('/request I bring cake');
      const card = await clara.sees('I bring cake');
      await card.hover();
      await card.getByRole('button', { name: /^Reply to/ }).click();
      const mine = await anna.sees('/request I bring cake');
      await mine.hover();
      await mine.getByRole('button', { name: /^Edit/ }).click();
      const drafts = [clara.region.getByText(/^Reply to Sosekni: /), anna.region.getByText(/^Edit: /)];
      for (const draft of drafts) await draft.waitFor();
      await visit.startOver();
      for (const draft of drafts) await draft.waitFor({ state: 'hidden' });
      await anna.start();
      expect(await anna.field.inputValue()).toBe('');
    });

    test('a chat that is scrolled up stays where it is', async () => {
      for (const text of ['/help', '/status', '/help', '/status']) await anna.writes(text);
      await anna.log.getByRole('article').nth(9).waitFor();
      await anna.log.evaluate((log) => log.scrollTo(0, 0));
      await anna.writes('/request I bring cake');
      await anna.sees('Got it');
      const atTheEnd = (log: Element): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < 10;
      // Whoever writes wants to see it; what comes from others does not pull.
      expect(await anna.log.evaluate(atTheEnd)).toBe(true);
      await anna.log.evaluate((log) => log.scrollTo(0, 0));
      await clara.presses('Approve', 'I bring cake');
      await anna.sees('is approved');
      expect(await anna.log.evaluate((log) => log.scrollTop)).toBe(0);
    });

    test('a blocked bot gets nothing until it is restarted, which also sends /start', async () => {
      await begin();
      await anna.writes('/request I bring cake');
      await clara.presses('Reject', 'I bring cake');
      await anna.sees('was rejected');
      await anna.chooses('Block the bot');
      await anna.region.getByText('has blocked the bot').waitFor();
      expect(await anna.field.count()).toBe(0);
      await clara.sees('they blocked me');
      await anna.region.getByRole('button', { name: /^Restart bot/ }).click();
      await anna.log.getByRole('article').filter({ hasText: 'Anna Berg: /start' }).nth(1).waitFor();
      await anna.writes('/status');
      await anna.sees(/Submitted:[^]*Decided:/);
    });
  });
});
