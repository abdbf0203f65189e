import { SandboxProcess } from '../sandbox/visitor';
import { describeWith } from '../programs';
import { Visit, type PhoneOnPage } from './visit';

describeWith('chromium')('the life of a request, on the page', () => {
  let visit: Visit;
  let anna: PhoneOnPage;
  let clara: PhoneOnPage;
  let vera: PhoneOnPage;

  beforeAll(async () => {
    visit = await Visit.open();
    [anna, clara, vera] = [visit.phone('Anna Berg'), visit.phone('Clara'), visit.phone('Вера')];
  });
  beforeEach(() => visit.startOver());
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  async function annaAsks(): Promise<void> {
    await anna.start();
    await anna.writes('/request I bring cake');
    await anna.sees('Got it');
    await clara.sees('I bring cake');
  }

  test('a first-time visitor is told what to type, and one press does it', async () => {
    const hint = visit.region('What to try next');
    await hint.getByText('Press Start in Anna Berg’s phone, then type /request and a few words.').waitFor();
    await hint.getByRole('button', { name: 'Do it for me' }).click();
    await anna.sees('Got it! Your request #1');
    await clara.sees('Request #1');
    await hint.getByText('Follow that message').waitFor();
  });

  test('an approval: a toast for the admin who pressed, the card edited for both admins, the state highlighted', async () => {
    await annaAsks();
    await visit.stands(
      'Request 1 is pending. From here: withdraw to withdrawn, approve to approved, reject to rejected, ask to pending, answer to pending, add to pending, expire to expired',
    );
    await clara.presses('Approve', 'I bring cake');
    await clara.region
      .getByRole('status')
      .getByText(/^✅ Approved request #1 from .*Anna Berg.*\.$/)
      .waitFor();
    await anna.sees('is approved. Welcome to Sosekni');
    const card = await clara.sees(/Approved by .*Clara/);
    await card.getByText(/^edited \d\d:\d\d$/).waitFor();
    expect(await card.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await visit.phone('Вера').sees(/Одобрено: .*Clara/);
    await visit.stands('Request 1 is approved. From here: undo to pending, revoke to revoked');
    await visit.page.getByRole('button', { name: '+1 hour' }).click();
    await visit.stands('Request 1 is approved. From here: revoke to revoked');
    await visit.region('History').getByText('approve by Clara').waitFor();
    await visit.region('Outbox').getByText('Anna Berg: approval #1').first().waitFor();
  });

  test('a rejection by a reply with a reason, and an appeal once seven days have passed', async () => {
    await annaAsks();
    const card = await clara.sees('I bring cake');
    await card.hover();
    await card.getByRole('button', { name: /^Reply to/ }).click();
    await clara.region.getByText(/^Reply to Sosekni: .*Request #1/).waitFor();
    await clara.writes('reject too little detail');
    const news = await anna.sees('was rejected');
    expect(await news.locator('blockquote').textContent()).toBe('too little detail');
    await anna.writes('/appeal Two cakes');
    await anna.sees(/You can appeal from /);

    await visit.page.getByRole('button', { name: '+7 days' }).first().click();
    await anna.sees('The wait is over');
    await anna.writes('/appeal Two cakes');
    await clara.sees(/Appeal 1[^]*Two cakes/);
    await visit.stands('Request 1 is pending. From here: withdraw to rejected, .*, expire to rejected');
    await visit.region('History').getByText('appeal by Anna Berg').waitFor();
  });

  test('a message is followed from the phone through history and outbox to everyone it reached', async () => {
    await annaAsks();
    await visit.verdict('Nothing missing');
    const mine = await anna.sees('/request I bring cake');
    await mine.hover();
    await mine.getByRole('button', { name: /^Follow “/ }).click();
    const way = visit.region('The way of a message');
    await way.getByRole('button', { name: '3 messages', exact: true }).waitFor();
    const lit = (place: string, step: string): Promise<string[]> =>
      visit.page.locator(`${place} [data-trail="${step}"]`).allTextContents();
    expect(await lit('#phones', '1')).toEqual([expect.stringContaining('/request I bring cake')]);
    expect(await lit('#history', '2')).toEqual([expect.stringContaining('submit by Anna Berg')]);
    expect((await lit('#outbox', '3')).map((row) => row.split(' #')[0])).toEqual([
      'Вера: new card',
      'Clara: new card',
      'Anna Berg: confirmation of the request',
    ]);
    expect(await lit('#phones', '4')).toEqual([
      expect.stringContaining('Got it!'),
      expect.stringContaining('Request #1'),
      expect.stringContaining('Запрос №1'),
    ]);
    await way.getByRole('button', { name: 'Stop following' }).click();
    expect(await visit.page.locator('[data-trail]').count()).toBe(0);
    // A press has no message, but a row in the history.
    await clara.presses('Approve', 'I bring cake');
    await visit.region('History').getByRole('button', { name: 'Follow approve of request 1' }).click();
    await way.getByRole('button', { name: '#1: approve' }).waitFor();
    await visit.page.locator('#phones [data-trail="4"]', { hasText: 'Welcome to Sosekni' }).waitFor();
  });

  test('from ⋮ somebody who never wrote to the bot asks to join the group, is let in, and is out after /revoke', async () => {
    await anna.chooses('Ask to join Garden club');
    await anna.region.getByText('asks to join Garden club', { exact: true }).waitFor();
    await anna.sees('write a few words');
    await anna.writes('I bring cake');
    await clara.presses('Approve', 'I bring cake');
    const tab = anna.region.getByRole('button', { name: 'Garden club', exact: true });
    await tab.click();
    await anna.sees('Anna Berg is in');
    await clara.writes('/revoke 1 too loud');
    await anna.sees('too loud');
    await anna.region.getByText('with Sosekni', { exact: true }).waitFor();
    expect(await tab.count()).toBe(0);
    await clara.region.getByRole('button', { name: 'Garden club', exact: true }).click();
    await clara.sees('Anna Berg is out');
    // The tests after this one read her chat with the bot.
    await clara.region.locator('.chat-tab').first().click();
  });

  test('forty people request access at once: each is confirmed, and the admins get one message with the count', async () => {
    await visit.button('Burst of 40').click();
    await visit.region('Outbox').getByText('one message for many requests').first().waitFor();
    await clara.sees(/4\d/);
    await visit.verdict('Nothing missing');
    const cards = await clara.log
      .getByRole('article')
      .filter({ hasText: /Request #\d/ })
      .count();
    expect(cards).toBeLessThan(40);
    await visit.stands('Request 40 is pending');
  });

  test('messages to somebody who has blocked the bot are counted in the promise', async () => {
    await annaAsks();
    await anna.chooses('Block the bot');
    await clara.presses('Approve', 'I bring cake');
    await visit.verdict('Nothing lost, 1 message can’t be delivered');
    await visit.region('Outbox').getByText('can’t be delivered').waitFor();
  });

  test('the bot’s log shows the seconds of each line', async () => {
    await visit.page.getByText('The bot’s log').click();
    await visit.page
      .getByRole('listitem')
      .filter({ hasText: /^\d\d:\d\d:\d\d info / })
      .first()
      .waitFor();
    await visit.page.getByText('The bot’s log').click();
  });

  test('an undecided request expires while one watches', async () => {
    await annaAsks();
    await visit.page.getByRole('button', { name: '+7 days: let time jump' }).click();
    await anna.sees('expired before the admins got to it');
    await visit.stands('Request 1 is expired');
    await visit.region('History').getByText('expire by the bot itself').waitFor();
  });

  test('after kill -9 and a start nothing is missing, including what was written in between', async () => {
    await annaAsks();
    await visit.button('kill -9 the bot').click();
    await visit.page.getByText(/^The bot is dead/).waitFor();
    await clara.writes('/approve 1');
    await visit.verdict('1 update waits at Telegram');
    await visit.button('Start it again').click();
    await anna.sees('is approved. Welcome to Sosekni');
    await visit.verdict('Nothing missing');
    await visit.page.getByText(/^The bot runs as process \d+, start no. 2\.$/).waitFor();
  });

  test('updates that Telegram drops while the bot is down count as missing', async () => {
    await annaAsks();
    await visit.button('kill -9 the bot').click();
    await visit.page.getByText(/^The bot is dead/).waitFor();
    await clara.writes('/approve 1');
    await visit.verdict('1 update waits at Telegram');
    await visit.page.getByRole('button', { name: '+1 day' }).click();
    await visit.verdict('Telegram has forgotten 1 update that waited too long');
    await visit.button('Start it again').click();
    await visit.page.getByText(/^The bot runs as process \d+, start no. 2\.$/).waitFor();
    await visit.verdict('Telegram has forgotten 1 update that waited too long');
    await visit.stands('Request 1 is pending');
  });

  test('while Telegram is unreachable the messages wait, and arrive once it is back', async () => {
    await annaAsks();
    const away = visit.page.getByRole('switch', { name: 'Telegram away' });
    await away.click();
    await visit.page.getByRole('switch', { name: 'Telegram away', checked: true }).waitFor();
    await clara.writes('/approve 1');
    await visit.verdict('1 update waits at Telegram');
    await away.click();
    await anna.sees('is approved. Welcome to Sosekni');
    await visit.verdict('Nothing missing');
  });

  test('with two approvals the first admin’s leaves the request pending, and the other’s decides', async () => {
    await annaAsks();
    const two = visit.page.getByRole('switch', { name: 'Two approvals' });
    await two.click();
    await visit.page.getByRole('switch', { name: 'Two approvals', checked: true }).waitFor();
    await visit.page.getByText(/start no. 2\.$/).waitFor();
    await clara.writes('/approve 1');
    await clara.sees('Approvals:');
    await visit.stands('Request 1 is pending');
    await vera.writes('/approve 1');
    await anna.sees('is approved. Welcome to Sosekni');
    await visit.stands('Request 1 is approved');
    await two.click();
    await visit.page.getByRole('switch', { name: 'Two approvals', checked: false }).waitFor();
  });

  test('a lost answer may duplicate a message, which is counted, and loses none', async () => {
    await anna.start();
    await anna.sees('I take requests');
    const lost = visit.page.getByRole('switch', { name: 'Lost answers' });
    await lost.click();
    await visit.page.getByRole('switch', { name: 'Lost answers', checked: true }).waitFor();
    await anna.writes('/request I bring cake');
    await visit
      .region('Outbox')
      .getByText(/without an answer/)
      .first()
      .waitFor();
    await lost.click();
    await anna.sees('Got it');
    await clara.sees('I bring cake');
    await visit.verdict('Nothing missing');
    const figure = visit.region('Break it').locator('.figure').filter({ hasText: 'maybe twice' });
    expect(Number(await figure.getByRole('definition').textContent())).toBeGreaterThan(0);
  });
});

describeWith('chromium')('the tour', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open({ behind: 'folded' });
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(() => visit.close());

  test('leads from the first request to a token, one press a step, and ends', async () => {
    const hint = visit.region('What to try next');
    for (const [says, button] of [
      ['Press Start in Anna Berg’s phone', 'Do it for me'],
      ['Follow that message', 'Follow it'],
      ['reply to the card: reject too little detail', 'Reply to it'],
      ['For ten minutes Clara can take it back', 'Press Undo'],
      ['Reject it for good', 'Reply to it'],
      ['may appeal 7 days after the decision', '+7 days'],
      ['type /appeal', 'Do it for me'],
      ['The first decision counts', 'Approve it'],
      ['the bot lets them into Garden club', 'Press it'],
      ['Anna Berg is out of Garden club', 'Revoke it'],
      ['kill the bot', 'kill -9 the bot'],
      ['Let Дмитрий ask for access all the same', 'Do it for me'],
      ['waits at Telegram', 'Start the bot'],
      ['Forty people', 'Watch a burst of 40'],
      ['one group for all admins', 'Start over with a group'],
      ['Press Start in Anna Berg’s phone', 'Do it for me'],
      ['The card is in the group now', 'Approve it'],
    ] as const) {
      await hint.getByText(says).waitFor();
      if (button !== 'Start the bot') await visit.page.locator('.verdict[data-kept="true"]').waitFor();
      await hint.getByRole('button', { name: button, exact: true }).click();
    }
    await hint.getByText('Now get a token').waitFor();
    const link = hint.getByRole('link', { name: 'Open @BotFather' });
    expect(await link.getAttribute('href')).toBe('https://t.me/BotFather');
    expect(await hint.getByRole('button').count()).toBe(0);
    await visit.phone('Anna Berg').sees('is approved');
  });

  test('lets visitors skip a step, and starts again after a restart', async () => {
    const hint = visit.region('What to try next');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const isFresh = (request: { postData(): string | null }): boolean =>
      request.postData()?.includes('"fresh"') === true;
    await visit.page.route('**/actions', async (route) => {
      if (isFresh(route.request())) await held;
      await route.continue();
    });
    await visit.button('Start over').click();
    // The former session still shows something.
    await visit.phone('Anna Berg').writes('Before it is over');
    await visit.phone('Anna Berg').sees('Before it is over');
    release();
    await hint.getByText('1/12').waitFor();
    await visit.page.unrouteAll();
    await visit.phone('Anna Berg').start();
    await visit.phone('Anna Berg').writes('/request I bring cake');
    await hint.getByText('2/12').waitFor();
    await hint.getByRole('button', { name: 'Skip this step' }).click();
    await hint.getByText('3/12').waitFor();
  });
});

describeWith('chromium')('a sandbox with a group of the admins', () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.open({}, new SandboxProcess({ args: ['--port', '0', '--group'] }));
  });
  afterAll(() => visit.close());

  test('the admins’ phones have both chats, and the card is decided in the group', async () => {
    const [anna, clara, vera] = [visit.phone('Anna Berg'), visit.phone('Clara'), visit.phone('Вера')];
    await anna.start();
    await anna.writes('/request I bring cake');
    await vera.region.getByRole('button', { name: 'Sosekni admins', pressed: true }).waitFor();
    const card = await vera.sees('I bring cake');
    // The colon is for those who hear it.
    expect(await card.locator('.sender > .only-heard').textContent()).toBe(': ');
    await clara.presses('Approve', 'I bring cake');
    await vera.sees(/Approved by .*Clara/);
    await anna.sees('is approved');
    await vera.region.getByRole('button', { name: 'Sosekni', exact: true }).click();
    await vera.sees('Вы здесь администратор');
    expect(visit.complaints).toEqual([]);
  });

  test('a group that is gone after a restart disappears from the phones too', async () => {
    const { port } = new URL(await visit.sandbox.address());
    const clara = visit.phone('Clara');
    await clara.region.getByRole('button', { name: 'Sosekni admins', pressed: true }).waitFor();
    await visit.sandbox.end();
    const without = new SandboxProcess({ args: ['--port', port] });
    try {
      await clara.region.getByText('with Sosekni', { exact: true }).waitFor();
      await clara.writes('/stats');
      await clara.sees(/pending/i);
    } finally {
      await without.end();
    }
  });
});
