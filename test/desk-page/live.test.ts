import type { Page, Route } from 'playwright-core';
import { answerTo, cardOf } from '../e2e/scenes';
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

  test('keeps a table of the statistics open, and the focus, while the figures change', async () => {
    await desk.request('counted');
    const page = await desk.open('/desk/stats');
    const summary = page.locator('.numbers summary').first();
    await summary.click();
    const today = page.locator('.numbers').first().locator('tbody tr').first();
    const before = Number(await today.locator('td').first().textContent());
    const counted = today.locator(`td:text-is("${before + 1}")`).first();
    await show(page, false);
    await desk.request('counted as well');
    await show(page, true);
    await counted.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    // What nobody can ask for now is still what was known.
    await page.route('**/admin/stats?*', (route) => route.abort());
    await show(page, false);
    const asked = page.waitForRequest('**/admin/stats?*');
    await show(page, true);
    await asked;
    await page.getByText('No connection.').waitFor();
    expect(await counted.isVisible()).toBe(true);
    await page.unrouteAll();
    desk.complaints.splice(0);
  });

  test('keeps the focus on a request of somebody’s while another of theirs changes', async () => {
    const { id, client } = await desk.request('whose focus');
    await desk.request('somebody else’s');
    const person = client.id;
    const page = await desk.open(`/desk/people/${person}`);
    const link = page.locator('.card a').first();
    await link.focus();
    desk.boris.press(await cardOf(desk.boris, id), 'Approve');
    await page.locator('.card').first().getByText('Approved').waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('keeps the focus on a link about a request while something is said about it', async () => {
    const { id } = await desk.request('linked');
    const card = await cardOf(desk.boris, id);
    desk.boris.press(card, 'Reject');
    await cardOf(desk.boris, id, ['Rejected']);
    const page = await desk.open(`/desk/requests/${id}`);
    const link = page.locator('.facts a').last();
    await link.focus();
    desk.boris.write('note She called.', { replyTo: card });
    await page.locator('.timeline .of-note', { hasText: 'She called.' }).waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  /** Something that is held up until it is released. */
  const held = () => {
    let release = (): void => undefined;
    const end = new Promise<void>((resolve) => (release = resolve));
    return { end, release: () => release() };
  };

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

  describe('where the bot or an answer is away,', () => {
    // A browser complains of each.
    afterEach(() => desk.complaints.splice(0));

    const away = (route: Route): Promise<void> =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' });
    const abort = (route: Route): Promise<void> => route.abort();
    /** Keeps the bot's next answer from that address back from the page. */
    async function catchNext(page: Page, ending: string) {
      await page.evaluate((wanted) => {
        const ask = window.fetch.bind(window);
        window.fetch = async (...given) => {
          const answer = await ask(...given);
          if (typeof given[0] !== 'string' || !given[0].endsWith(wanted)) return answer;
          window.fetch = ask;
          await new Promise((arrive, lose) => Object.assign(window, { arrive, lose }));
          return answer;
        };
        Object.assign(window, { arrive: null });
      }, ending);
      const isThere = () => page.waitForFunction(() => (window as unknown as { arrive: unknown }).arrive !== null);
      const settle = async (how: 'arrive' | 'lose'): Promise<void> => {
        await isThere();
        await page.evaluate((name) => (window as unknown as Record<string, () => void>)[name]?.(), how);
      };
      return { isThere, arrive: () => settle('arrive'), lose: () => settle('lose') };
    }
    const everything = '**/admin/**';
    const list = '**/admin/requests?*';
    const details = '**/admin/request/*/details';
    const alert = (page: Page, words: string) => page.getByRole('alert').getByText(words);

    test('asks again for what has changed until the bot answers, and says no longer than that that it does', async () => {
      const { id } = await desk.request('stale row');
      const page = await desk.open('/desk?q=stale');
      await row(page, id).waitFor();
      const asked = page.waitForResponse(list);
      await page.route(list, away);
      desk.boris.press(await cardOf(desk.boris, id), 'Approve');
      await asked;
      await page.locator('.banner', { hasText: 'tries again by itself' }).waitFor();
      await page.unroute(list);
      await row(page, id).getByText('Approved').waitFor();
      await page.locator('.banner').waitFor({ state: 'hidden' });
    });

    test('loses no row that is on its way when a request is opened meanwhile', async () => {
      const [{ id: first }, { id: second }] = [await desk.request('by pages'), await desk.request('by pages, too')];
      const page = await desk.page();
      // As if a page held one.
      await page.addInitScript(() => {
        const ask = window.fetch.bind(window);
        window.fetch = async (address, ...given) => {
          const url = new URL(address instanceof Request ? address.url : address, location.href);
          if (url.pathname !== '/admin/requests') return ask(address, ...given);
          const isMore = url.searchParams.has('after');
          url.searchParams.delete('after');
          const answer = await ask(url, ...given);
          const { items, ...all } = (await answer.json()) as { readonly items: readonly object[] };
          if (isMore) await new Promise((open) => Object.assign(window, { open }));
          const shown = isMore ? { items: items.slice(1), next: null } : { items: items.slice(0, 1), next: 'more' };
          return Response.json({ ...all, ...shown });
        };
      });
      await page.goto(desk.telegramAddress('/desk?q=pages'));
      await row(page, first).getByRole('link').click();
      await action(page, 'Approve').waitFor();
      await page.waitForFunction(() => Object.hasOwn(window, 'open'));
      await page.evaluate(() => (window as unknown as { open(): void }).open());
      await row(page, second).waitFor();
    });

    test('brings each row up to date that is not in the list any more, however many there are', async () => {
      await desk.request('one of many');
      const page = await desk.page();
      // As if there were many, and then none.
      await page.addInitScript(() => {
        const ask = window.fetch.bind(window);
        let calls = 0;
        window.fetch = async (...given) => {
          const answer = await ask(...given);
          if (new URL(answer.url).pathname !== '/admin/requests') return answer;
          calls += 1;
          const { items, ...all } = (await answer.json()) as { readonly items: readonly object[] };
          const many = Array.from({ length: 25 }, (_, index) => ({ ...items[0], id: 9_001 + index }));
          return Response.json({ ...all, items: calls === 1 ? many : [] });
        };
      });
      const last = page.waitForRequest('**/admin/request/9025/details');
      await page.goto(desk.telegramAddress('/desk?q=many'));
      await last;
    });

    test('believes no answer that a newer one has overtaken', async () => {
      const { id } = await desk.request('overtaken');
      const page = await desk.open('/desk?q=overtaken');
      const former = await catchNext(page, '/details');
      await row(page, id).getByRole('link').click();
      await former.isThere();
      desk.boris.press(await cardOf(desk.boris, id), 'Reject');
      await pane(page, id).locator('.badge', { hasText: 'Rejected' }).waitFor();
      const again = page.waitForResponse(details);
      await former.arrive();
      await again;
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await pane(page, id).locator('.request-head .badge').textContent()).toBe('Rejected');
      expect(await row(page, id).textContent()).toContain('Rejected');
    });

    test('says of a decision what is known: that it was done, that it wasn’t so far, or neither', async () => {
      const [one, two, three] = [
        await desk.request('unheard of'),
        await desk.request('unheard of, too'),
        await desk.request('unheard of as well'),
      ];
      const page = await desk.open(`/desk/requests/${one.id}?q=unheard`);
      await action(page, 'Approve').waitFor();
      // Done, and somebody has done something since.
      const answer = await catchNext(page, '/decision');
      await page.keyboard.press('a');
      await answer.isThere();
      await answerTo(desk.boris, `/revoke ${one.id}`);
      await answer.lose();
      await undoBar(page).getByText('it had been done').waitFor();
      await pane(page, two.id).waitFor();
      await action(page, 'Approve').waitFor();
      // It may still be on its way.
      await page.route('**/decision', abort);
      await action(page, 'Reject with a reason').click();
      await page.getByLabel('In your own words').fill('Come back in spring.');
      await page.getByLabel('In your own words').press('Control+Enter');
      await alert(page, 'so far it isn’t done').waitFor();
      // No call is made any more, and the banner knows by itself.
      await page.locator('.banner').waitFor({ state: 'hidden' });
      await page.route(everything, away);
      await action(page, 'Reject with a reason').click();
      expect(await page.getByLabel('In your own words').inputValue()).toBe('Come back in spring.');
      await page.getByLabel('In your own words').press('Control+Enter');
      await alert(page, 'it’s unknown whether it was done').waitFor();
      await page.locator('.banner', { hasText: 'tries again by itself' }).waitFor();
      await page.unroute(everything);
      await page.unroute('**/decision');
      await page.locator('.banner').waitFor({ state: 'hidden' });
      // Who is elsewhere by then hears of it as well.
      const held = new Promise<Route>((resolve) => void page.route('**/decision', resolve));
      await action(page, 'Approve').click();
      await row(page, three.id).getByRole('link').click();
      await pane(page, three.id).waitFor();
      await (await held).abort();
      await undoBar(page).getByText(`#${two.id}: That wasn’t confirmed`).waitFor();
      expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['revoked', 'pending']);
    });

    test('stores a note once, however often its answer is lost', async () => {
      const { id } = await desk.request('noteworthy');
      const page = await desk.open(`/desk/requests/${id}?q=noteworthy`);
      const field = page.getByLabel('A note that only admins see');
      const first = await catchNext(page, '/notes');
      await field.fill('Heard of.');
      await field.press('Control+Enter');
      await first.lose();
      await page.locator('.timeline .of-note', { hasText: 'Heard of.' }).waitFor();
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>('.note-form textarea')?.value === '',
      );
      const second = await catchNext(page, '/notes');
      await field.fill('Not heard of.');
      await field.press('Control+Enter');
      await second.isThere();
      await page.route(details, abort);
      await second.lose();
      await alert(page, 'it’s unknown whether it was done').waitFor();
      expect(await field.inputValue()).toBe('Not heard of.');
      await page.unroute(details);
      await field.press('Control+Enter');
      await page.locator('.timeline .of-note', { hasText: 'Not heard of.' }).waitFor();
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>('.note-form textarea')?.value === '',
      );
      const notes = await desk.world.rows(`SELECT text FROM request_notes WHERE request_id = ${id} ORDER BY id`);
      expect(notes.map(({ text }) => text)).toEqual(['Heard of.', 'Not heard of.']);
    });

    test('stores a note once, although it was on its way still when it was sent again', async () => {
      const { id } = await desk.request('slow note');
      const page = await desk.open(`/desk/requests/${id}?q=slow`);
      const field = page.getByLabel('A note that only admins see');
      const held = new Promise<Route>((resolve) => void page.route('**/notes', resolve, { times: 1 }));
      await field.fill('On its way.');
      await field.press('Control+Enter');
      const first = await held;
      const late = first.request();
      await first.abort();
      await alert(page, 'it’s unknown whether it was done').waitFor();
      await field.press('Control+Enter');
      await page.locator('.timeline .of-note', { hasText: 'On its way.' }).waitFor();
      // The first one arrives at last.
      const { authorization = '' } = await late.allHeaders();
      const sent = { url: late.url(), authorization, body: late.postData() };
      const stored = await page.evaluate(async ({ url, authorization: by, body }) => {
        const headers = { authorization: by, 'content-type': 'application/json' };
        const answer = await fetch(url, { method: 'POST', headers, body });
        return [answer.status, ((await answer.json()) as { note_count: number }).note_count];
      }, sent);
      expect(stored).toEqual([200, 1]);
    });

    test('takes a decision back once, however often that is asked for, and offers it again if it failed', async () => {
      const { id } = await desk.request('take it back');
      const page = await desk.open(`/desk/requests/${id}?q=back`);
      await action(page, 'Approve').click();
      await undoBar(page).getByText(`Approved #${id}`).waitFor();
      await page.route('**/undo', abort);
      await page.keyboard.press('u');
      await undoBar(page).getByText('so far it isn’t done').waitFor();
      await page.unroute('**/undo');
      const asked: string[] = [];
      page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
      const held = new Promise<Route>((resolve) => void page.route(details, resolve, { times: 1 }));
      await undoBar(page).getByRole('button', { name: 'Undo' }).click();
      const look = await held;
      await page.keyboard.press('u');
      await look.continue();
      await undoBar(page).getByText('Taken back').waitFor();
      expect(asked).toHaveLength(1);
    });

    test('says what was not done because the session had ended, and keeps what is being written', async () => {
      const { id } = await desk.request('too late');
      const page = await desk.open(`/desk/requests/${id}?q=late`);
      const field = page.locator('.note-form textarea');
      await field.fill('half a th');
      await page.route('**/decision', (route) => route.fulfill({ status: 401 }), { times: 1 });
      await action(page, 'Approve').click();
      await undoBar(page).getByText('You’re signed in again').waitFor();
      await action(page, 'Approve').waitFor();
      expect([await desk.statusOf(id), await field.inputValue()]).toEqual(['pending', 'half a th']);
      await page.getByLabel('Menu', { exact: true }).click();
      await page.getByLabel('Language').selectOption('de');
      await page.locator('html[lang="de"] .actions').waitFor();
      expect(await field.inputValue()).toBe('half a th');
    });

    test('signs in again once, whatever else was asked for meanwhile', async () => {
      const { id } = await desk.request('once again');
      const page = await desk.open(`/desk/requests/${id}?q=once`);
      await action(page, 'Approve').waitFor();
      const logins: string[] = [];
      const [login, note] = [held(), held()];
      await page.route('**/admin/session', async (route) => {
        logins.push(route.request().method());
        await login.end;
        await route.continue();
      });
      await page.route('**/notes', async (route) => {
        await note.end;
        await route.fulfill({ status: 401 });
      });
      await page.route('**/decision', (route) => route.fulfill({ status: 401 }), { times: 1 });
      const signsIn = page.waitForRequest('**/admin/session');
      await action(page, 'Approve').click();
      await signsIn;
      const notes = page.waitForRequest('**/notes');
      await page.locator('.note-form textarea').fill('Wait for me.');
      await page.locator('.note-form').getByRole('button').click();
      await notes;
      login.release();
      await undoBar(page).getByText('You’re signed in again').waitFor();
      await page.getByLabel('Menu', { exact: true }).click();
      const answered = page.waitForResponse((response) => response.url().endsWith('/notes'));
      note.release();
      await answered;
      await page.evaluate(async () => (await fetch('/desk/texts?language=en')).status);
      expect(logins).toEqual(['POST']);
      expect(await page.getByLabel('Language').isVisible()).toBe(true);
    });

    test('says which of the ticked requests were not decided, also where the session ended in the middle', async () => {
      const [one, two] = [await desk.request('cut short'), await desk.request('cut short, too')];
      const page = await desk.open('/desk?q=short');
      for (const { id } of [one, two]) await row(page, id).getByRole('checkbox').check();
      await page.route(`**/${two.id}/decision`, (route) => route.fulfill({ status: 401 }), { times: 1 });
      await page.locator('.bulk').getByRole('button', { name: 'Approve' }).click();
      await undoBar(page).getByText('You’re signed in again').waitFor();
      await page.getByText('1 of 2 decided').waitFor();
      expect(await page.locator('.failures li').allTextContents()).toEqual([`#${two.id}: Your session has ended.`]);
      expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['approved', 'pending']);
      await page.keyboard.press('Escape');
      await page.locator('.bulk').waitFor({ state: 'hidden' });
    });

    test('signs out as soon as the bot has said so, and doesn’t say so before', async () => {
      const session = '**/admin/session';
      const page = await desk.open();
      await page.route(session, away);
      await page.getByLabel('Menu', { exact: true }).click();
      const button = page.getByRole('button', { name: 'Sign out' });
      await button.click();
      await alert(page, 'You may still be signed in').waitFor();
      await page.unroute(session);
      // The answer is lost, and then the stream knows.
      const answer = await catchNext(page, '/session');
      await button.click();
      await answer.lose();
      await page.getByText('You’re signed out.').waitFor();
      await page.reload();
      await page.locator('.door').waitFor();
    });

    test('signs in by a link of which the answer was lost, and blames no link for a broken bot', async () => {
      const session = '**/admin/session';
      const page = await desk.page();
      await page.goto(await desk.link());
      const button = page.getByRole('button', { name: 'Sign in' });
      await button.waitFor();
      const answer = await catchNext(page, '/session');
      await button.click();
      await answer.lose();
      await page.locator('.list-pane').waitFor();
      const other = await desk.page();
      await other.route(session, (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal"}' }),
      );
      await other.goto(await desk.link());
      await other.getByRole('button', { name: 'Sign in' }).click();
      await alert(other, 'Something went wrong in the bot.').waitFor();
    });

    test('doesn’t blame other desks for a bot that is starting', async () => {
      const page = await desk.page();
      await page.clock.install();
      await page.route('**/admin/events', away);
      await page.goto(desk.telegramAddress('/desk'));
      await page.locator('.row').first().waitFor();
      for (let count = 0; count < 4; count += 1) {
        const tried = page.waitForResponse('**/admin/events');
        await page.clock.runFor(15_000);
        await tried;
      }
      expect(await page.getByText('Too many desks are open').count()).toBe(0);
    });
  });
});
