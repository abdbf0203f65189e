import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { answerTo, cardOf, saying } from '../e2e/scenes';
import { describeWith } from '../programs';
import { action, DeskWorld, origin, pane, row, undoBar } from './admin-visit';

describeWith('chromium')('at the desk, an admin', () => {
  let desk: DeskWorld;

  beforeAll(async () => {
    desk = await DeskWorld.start();
  });
  afterEach(async () => {
    await desk.closePages();
    desk.expectNoComplaints();
  });
  afterAll(() => desk.close());

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
    expect(await page.locator('.menu-panel .warning').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You’re signed out.').waitFor();
    // Without TLS there is no button of Telegram's to point to.
    expect(await page.locator('.door p').allTextContents()).toEqual([
      'You’re signed out.',
      'This is the admins’ desk of Sosekni. Here’s how to get in:',
      'Send /desk to the bot in your private chat with it and open the link it answers with. It works once, for two minutes.',
    ]);
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('That link no longer works').waitFor();
  });

  test('reads, decides and takes back by mouse, and the client and the chat see it', async () => {
    const { client, id } = await desk.request('I grow tomatoes.');
    const page = await desk.open();
    await row(page, id).getByText('I grow tomatoes.').click();
    await pane(page, id).getByText('Submitted').first().waitFor();
    await action(page, 'Approve').click();
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
    await client.sees('is approved');
    await cardOf(desk.boris, id, ['Approved', 'Clara']);
    await row(page, id).getByText('Approved').waitFor();
    await undoBar(page).getByRole('button', { name: 'Undo' }).click();
    await undoBar(page).getByText('Taken back').waitFor();
    await client.sees('under review again');
    expect(await desk.statusOf(id)).toBe('pending');

    await action(page, 'Reject with a reason').click();
    await page.getByLabel('In your own words').fill('Come back in spring.');
    await page.locator('.reasons').getByRole('button', { name: 'Reject', exact: true }).click();
    await undoBar(page).getByText(`Rejected #${id}`).waitFor();
    await client.sees('Come back in spring.');
    await row(page, id).getByRole('link').click();
    await action(page, 'Reopen').click();
    await undoBar(page).getByText(`Reopened #${id}`).waitFor();
    await action(page, 'Approve').click();
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
    await row(page, id).getByRole('link').click();
    await action(page, 'End access').click();
    await page.getByRole('button', { name: 'Without a reason' }).click();
    await undoBar(page).getByText('Ended the access').waitFor();
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

  test('ticks a range with Shift, and nothing ticks all', async () => {
    const ids: number[] = [];
    for (const words of ['range one', 'range two', 'range three']) ids.push((await desk.request(words)).id);
    const page = await desk.open('/desk?q=range');
    const [first = 0, second = 0, third = 0] = ids;
    await row(page, first).getByRole('checkbox').click();
    await row(page, third)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await page.getByText('3 ticked').waitFor();
    await row(page, second).getByRole('checkbox').uncheck();
    await page.getByText('2 ticked').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(3);
    expect(await page.getByRole('button', { name: / all\b/i }).count()).toBe(0);
    await page.locator('.bulk').getByRole('button', { name: 'Untick' }).click();
    await page.locator('.bulk').waitFor({ state: 'hidden' });
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  test('takes the second click of a double click for none', async () => {
    const [one, two] = [await desk.request('double click'), await desk.request('double click, too')];
    const page = await desk.open(`/desk/requests/${one.id}?q=double`);
    await action(page, 'Approve').click();
    await pane(page, two.id).waitFor();
    await action(page, 'Approve').waitFor();
    // The answer was faster than the finger.
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await action(page, 'Reject').click();
    await undoBar(page).getByText(`Rejected #${two.id}`).waitFor();
    expect([await desk.statusOf(one.id), await desk.statusOf(two.id)]).toEqual(['approved', 'rejected']);
  });

  test('downloads what the filters leave as CSV, and searches for what was typed a moment ago', async () => {
    const { id } = await desk.request('a row of a table');
    await desk.request('left out');
    const page = await desk.page();
    await page.goto(await desk.link());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await row(page, id).waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    // Before the list has followed what is typed.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.getByLabel('Search').fill('a row of a table');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('requests.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${id},`);
    // What is opened before that stays open beside the list that then follows.
    await page.getByLabel('Search').fill('row');
    await row(page, id).getByRole('link').click();
    await page.waitForURL(`**/desk/requests/${id}?q=*table`);
    await page.clock.runFor(1_000);
    await page.waitForURL(`**/desk/requests/${id}?q=row`);
  });

  test('decides ticked requests together, and hears of each that could not be', async () => {
    const [one, two, three] = [
      await desk.request('tick me'),
      await desk.request('tick me too'),
      await desk.request('and me'),
    ];
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
    expect([await desk.statusOf(one.id), await desk.statusOf(three.id)]).toEqual(['approved', 'approved']);
    await undoBar(page).getByRole('button', { name: 'Undo' }).click();
    await undoBar(page).getByText('2 requests are waiting again').waitFor();
    for (const { id } of [one, three]) await row(page, id).getByRole('checkbox').check();
    await page.locator('.bulk').getByRole('button', { name: 'Reject', exact: true }).click();
    await undoBar(page).getByText('2 requests decided.').waitFor();
  });

  test('reads on to the end of a long list, however fast they scroll', async () => {
    const { id } = await desk.request('one of many');
    const page = await desk.page();
    await page.addInitScript((first) => {
      const ask = window.fetch.bind(window);
      // Six pages of it.
      window.fetch = async (path, how) => {
        if (typeof path !== 'string') throw new Error('the page asks for paths');
        const [asked = '', after] = path.split('&after=');
        const answer = await ask(asked, how);
        if (!asked.startsWith('/admin/requests?')) return answer;
        const { items, ...rest } = (await answer.json()) as { readonly items: readonly object[] };
        const from = Number(after ?? first);
        const some = Array.from({ length: 50 }, (_, n) => ({ ...items[0], id: from + n + 1 }));
        return Response.json({ ...rest, items: some, next: from < first + 250 ? `${from + 50}` : null });
      };
      // Whoever is at the end is there again before anything is drawn.
      new MutationObserver(() => {
        for (const list of document.querySelectorAll('.list-scroll')) list.scrollTop = list.scrollHeight;
      }).observe(document, { childList: true, subtree: true });
    }, id);
    await page.goto(desk.telegramAddress('/desk?q=many'));
    await page.getByText('That’s all.').waitFor();
    expect(await page.locator('.row').count()).toBe(300);
  });

  test('is offered the way back for as long as there is one, a month if the bot says so', async () => {
    const { id } = await desk.request('a month');
    const page = await desk.open(`/desk/requests/${id}?q=month`);
    await page.evaluate(() => {
      const ask = window.fetch.bind(window);
      window.fetch = async (path, how) => {
        const answer = await ask(path, how);
        if (typeof path !== 'string' || !path.endsWith('/decision')) return answer;
        const undoUntil = new Date(Date.now() + 30 * 86_400_000).toISOString();
        return Response.json({ ...((await answer.json()) as object), undo_until: undoUntil });
      };
    });
    await action(page, 'Approve').click();
    await undoBar(page).getByText(`Approved #${id}`).waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1)));
    await undoBar(page).getByRole('button', { name: 'Undo' }).click();
    await undoBar(page).getByText('Taken back').waitFor();
  });

  test('finds requests by status, words and person; the address keeps it, and back and forward work', async () => {
    const { id, client } = await desk.request('I would bring a wheelbarrow');
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
    await pane(page, id).waitFor();
    await page.goBack();
    await page.waitForURL('**/desk?status=pending&q=wheelbarrow');
    await page.getByLabel('Search').fill('nothing like that');
    await page.getByText('No request matches these filters.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear all filters' }).click();
    await row(page, id).waitFor();
    const page2 = await desk.open(`/desk?q=wheelbarrow`);
    await row(page2, id).getByRole('link').click();
    await action(page2, 'Approve').click();
    await undoBar(page2).getByText('Approved').waitFor();
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
    await page.locator('.door p', { hasText: 'Send /desk to the bot in your' }).waitFor();
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

  test('reads the desk in the language they have with the bot, in any browser, unless they choose another one there', async () => {
    const page = await desk.page({ locale: 'en-US' });
    const link = await desk.link();
    await desk.claraIn('ru');
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Запросы' }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
    // What isn't possible is said in it as well.
    await page.getByLabel('Поиск').fill('a b c d e f g h i j k l');
    await page.getByText('Здесь нечего искать или слов слишком много.').waitFor();
    await page.getByLabel('Меню', { exact: true }).click();
    await page.getByLabel('Язык').selectOption('en');
    await page.getByText('There’s no word in that to search for, or too much.').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Requests' }).first().waitFor();

    await desk.claraIn('ar');
    const inTelegram = await desk.open();
    await inTelegram.locator('html[lang="ar"][dir="rtl"] .list-pane').first().waitFor();
    await desk.claraIn('en');
  });

  test('sees all who approved, beside the request and in its history, and who has given their access up', async () => {
    const { id, client } = await desk.request('by two');
    desk.boris.press(await cardOf(desk.boris, id), 'Approve');
    await cardOf(desk.boris, id, ['Approved']);
    const page = await desk.page();
    // As where two have to.
    await page.addInitScript(
      (others) => {
        const ask = window.fetch.bind(window);
        window.fetch = async (...given) => {
          const response = await ask(...given);
          const { pathname } = new URL(response.url);
          if (pathname === '/admin/requests') {
            const { items, ...list } = (await response.json()) as { readonly items: readonly object[] };
            return Response.json({ ...list, items: items.map((item) => ({ ...item, co_approvers: others })) });
          }
          if (!pathname.endsWith('/details')) return response;
          const details = (await response.json()) as { readonly events: readonly object[] };
          const [submitted, approved] = details.events;
          const events = [submitted, { ...approved, co_approvers: others }];
          return Response.json({ ...details, events, co_approvers: others });
        };
      },
      [{ id: desk.clara.id, name: 'Вера' }],
    );
    await page.goto(desk.telegramAddress(`/desk/requests/${id}`));
    await pane(page, id)
      .locator('.facts')
      .getByText(/Approved by .?Вера.?, .?Boris/)
      .waitFor();
    await page
      .locator('.timeline .entry', { hasText: /Approved\s*Вера, Boris/ })
      .first()
      .waitFor();
    await row(page, id).getByText('Вера').waitFor();

    // Whoever ends their own access is no admin, and none is named.
    const plain = await desk.open(`/desk/requests/${id}`);
    await pane(plain, id).getByText('Approved by').waitFor();
    const question = await client.sees(saying('erase'), { after: client.write('/forget') });
    client.press(question, 'Erase everything');
    await pane(plain, id).getByText('Given up by the person themselves').waitFor();
    await plain.keyboard.press('a');
    await plain.getByRole('alert').getByText('The person has given up this access themselves.').waitFor();
  });

  test('reads of whoever was forgotten that there were words, and none of them', async () => {
    const { id, client } = await desk.request('May marzipan come in?', { first_name: 'Zerafina' });
    await desk.boris.sees('Note added', {
      after: desk.boris.write('note marzipan, of course', { replyTo: await cardOf(desk.boris, id) }),
    });
    await answerTo(desk.boris, `/reject ${id} No marzipan.`);
    const question = await client.sees(saying('erase'), { after: client.write('/forget') });
    client.press(question, 'Erase everything');
    await desk.boris.sees(`Request #${id} was erased`);
    const page = await desk.open(`/desk/requests/${id}`);
    const erased = 'This text was erased';
    await row(page, id).locator('.is-missing', { hasText: erased }).waitFor();
    await pane(page, id).locator('.message.is-missing', { hasText: erased }).waitFor();
    for (const event of ['Submitted', 'Rejected']) {
      const entry = page.locator('.timeline .of-event', { has: page.getByText(event, { exact: true }) });
      await entry.locator('.is-missing', { hasText: erased }).waitFor();
    }
    expect(await page.locator('.timeline').locator('.entry-words, .of-note').count()).toBe(0);
    const [{ client_id: person } = {}] = await desk.world.rows(`SELECT client_id FROM requests WHERE id = ${id}`);
    const shown = [await page.locator('body').innerText()];
    await page.goto(`${origin}/desk/people/${String(person)}`);
    await page.locator('.card .is-missing', { hasText: erased }).waitFor();
    shown.push(await page.locator('body').innerText());
    expect(shown.join()).not.toMatch(/marzipan|Zerafina/i);
  });
});
