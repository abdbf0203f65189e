import type { PressView, Snapshot } from '../../src/sandbox/protocol';
import { SandboxProcess, type Visitor } from './visitor';

let sandbox: SandboxProcess;
let visitor: Visitor;

beforeAll(async () => {
  sandbox = new SandboxProcess();
  visitor = await sandbox.visitor();
});
beforeEach(async () => {
  const { pid } = visitor.snapshot.daemon;
  await visitor.does({ type: 'fresh', group: false });
  await visitor.sees(({ daemon }) => daemon.pid !== pid && daemon.state === 'running', 'a new bot at work');
  await visitor.settled();
});
afterEach(() => expect(visitor.snapshot.totals.violations).toBe(0));
afterAll(async () => {
  visitor.leave();
  await sandbox.end();
});

/** Anna asks, and both admins have a card. */
async function annaAsks(): Promise<void> {
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.writes('Anna', '/request I bring cake');
  await visitor.message('Anna', /with the admins/);
  await visitor.message('Clara', /I bring cake/);
  await visitor.message('Вера', /I bring cake/);
}

test('a request reaches both admins, each in their language, and the client gets the outcome', async () => {
  expect(visitor.chat('Anna')).toMatchObject({ started: false, messages: [] });
  await annaAsks();
  expect((await visitor.message('Вера', /I bring cake/)).text).toContain('Запрос №1');
  const press = await visitor.presses('Clara', /I bring cake/, 'Approve');
  expect(press).toMatchObject({ kind: 'toast', text: expect.stringContaining('Approved') as string });
  await visitor.message('Anna', /approved|access/i);
  await visitor.message('Вера', /Одобрено: .*Clara/);
  const { requests, events } = await visitor.settled();
  expect(requests).toMatchObject([{ id: 1, client: 'Anna Berg', status: 'approved', reviewedBy: 'Clara' }]);
  expect(events).toMatchObject([
    { command: 'approve', from: 'pending', to: 'approved', actor: 'Clara' },
    { command: 'submit', from: null, to: 'pending', actor: 'Anna Berg' },
  ]);
});

test('the bot’s question opens the reply, and the reply to it is the reason', async () => {
  await annaAsks();
  await visitor.presses('Clara', /I bring cake/, 'reason');
  await visitor.sees(() => visitor.chat('Clara').forceReply !== null, 'an open reply');
  const question = visitor.chat('Clara').forceReply;
  expect(visitor.chat('Вера').forceReply).toBeNull();
  await visitor.writes('Clara', 'too little detail', { replyTo: question?.messageId ?? 0 });
  await visitor.message('Anna', /too little detail/);
  expect(visitor.chat('Clara').forceReply).toBeNull();
});

test('while somebody types a command, the list is the client’s or the admin’s, in their language', async () => {
  const commands = (name: string): readonly string[] => visitor.chat(name).commands.map(({ command }) => command);
  // The bot sets one list after the other.
  await visitor.sees(() => commands('Clara').includes('approve'), 'the list of the admins');
  expect(commands('Anna')).toContain('request');
  expect(commands('Anna')).not.toContain('approve');
  expect(visitor.chat('Дмитрий').commands[0]?.description).toMatch(/[а-я]/);
});

test('a bot that is killed loses nothing: what was written meanwhile is answered after its next start', async () => {
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.message('Anna', /Hello/);
  await visitor.does({ type: 'daemon', do: 'kill' });
  await visitor.sees(({ daemon }) => daemon.state === 'killed' && daemon.pid === null, 'a killed bot');
  await visitor.writes('Anna', '/request Written to nobody');
  await visitor.sees(({ totals }) => totals.updatesWaiting === 1, 'an update that waits');
  await visitor.does({ type: 'daemon', do: 'start' });
  await visitor.message('Clara', /Written to nobody/);
  const { requests, totals } = await visitor.settled();
  expect(requests).toHaveLength(1);
  expect(totals).toMatchObject({ updatesWaiting: 0, owed: 0, undeliverable: 0 });
});

/** Clara presses Approve on the newest card; gives the number of the press. */
async function claraApproves(): Promise<number | undefined> {
  const chat = visitor.chat('Clara');
  const card = chat.messages.findLast(({ buttons }) => buttons.length > 0);
  const [button] = card?.buttons.flat() ?? [];
  const data = button !== undefined && 'data' in button ? button.data : '';
  return (await visitor.does({ type: 'press', person: chat.id, chat: chat.id, message: card?.id ?? 0, data })).press;
}

async function answerTo(press: number | undefined): Promise<PressView | undefined> {
  const answer = ({ presses }: Snapshot): PressView | undefined => presses.find(({ number }) => number === press)?.view;
  return answer(await visitor.sees((snapshot) => answer(snapshot) !== undefined, 'an answer to the press'));
}

test('a press waits for a bot that is down, and does not keep anybody from starting it', async () => {
  await annaAsks();
  await visitor.does({ type: 'daemon', do: 'kill' });
  const press = await claraApproves();
  await visitor.does({ type: 'daemon', do: 'start' });
  expect(await answerTo(press)).toMatchObject({ kind: 'toast', text: expect.stringContaining('Approved') as string });
});

test('a restart ends the presses still waiting', async () => {
  await annaAsks();
  await visitor.does({ type: 'daemon', do: 'kill' });
  const press = await claraApproves();
  await visitor.does({ type: 'fresh', group: false });
  expect(await answerTo(press)).toEqual({ kind: 'nothing' });
});

test('a change of a request links to the message that caused it and to the messages it causes', async () => {
  await annaAsks();
  const { events, outbox } = await visitor.settled();
  const asked = visitor.chat('Anna').messages.find(({ text }) => text === '/request I bring cake');
  const { id: chat } = visitor.chat('Anna');
  expect(events).toMatchObject([{ command: 'submit', by: { chat, message: asked?.id } }]);
  const owed = outbox.filter(({ event }) => event === events[0]?.id);
  expect(owed.map(({ to, what }) => [to, what])).toEqual([
    ['Вера', 'new card'],
    ['Clara', 'new card'],
    ['Anna Berg', 'confirmation of the request'],
  ]);
  for (const name of ['Вера', 'Clara', 'Anna']) {
    const { id, messages } = visitor.chat(name);
    expect(owed.map(({ message }) => message)).toContainEqual({ chat: id, message: messages.at(-1)?.id });
  }
});

test('a burst adds forty new people, as often as the sandbox has room for them', async () => {
  for (let burst = 1; burst <= 5; burst += 1) {
    await visitor.does({ type: 'burst' });
    await visitor.sees(({ crowd }) => crowd === burst * 40, `${burst * 40} people`);
  }
  expect(await visitor.act({ type: 'burst' })).toEqual({
    ok: false,
    error: '200 people have asked. Start over to let more of them ask.',
  });
  await visitor.sees(({ requests }) => requests[0]?.id === 200, 'the last request');
});

test('a restart may add a group of the admins, and the next one remove it', async () => {
  await visitor.does({ type: 'fresh', group: true });
  await visitor.sees(({ group, daemon }) => group && daemon.state === 'running', 'a bot with a group');
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.writes('Anna', '/request I bring cake');
  await visitor.message('Clara', /I bring cake/, 'group');
  await visitor.does({ type: 'fresh', group: false });
  await visitor.sees(
    ({ group, phones }) => !group && phones.every(({ chats }) => chats.every(({ kind }) => kind !== 'group')),
    'no group',
  );
});

test('two approvals are needed from one moment to the next, and a restart keeps that', async () => {
  await annaAsks();
  const { id } = visitor.person('Anna');
  await visitor.does({ type: 'approvals', needed: 2 });
  await visitor.sees(({ approvalsNeeded, daemon }) => approvalsNeeded === 2 && daemon.state === 'running', 'two');
  await claraApproves();
  await visitor.message('Clara', /Approvals:/);
  await visitor.sees(({ requests }) => requests[0]?.status === 'pending', 'a request that waits for the other admin');
  await visitor.presses('Вера', /I bring cake/, 'Одобрить');
  await visitor.sees(({ requests }) => requests[0]?.clientId === id && requests[0].status === 'approved', 'approved');

  await visitor.does({ type: 'fresh', group: false });
  await visitor.sees(({ approvalsNeeded, requests }) => approvalsNeeded === 2 && requests.length === 0, 'still two');
  await visitor.does({ type: 'daemon', do: 'kill' });
  await visitor.does({ type: 'approvals', needed: 1 });
  await visitor.sees(({ approvalsNeeded, daemon }) => approvalsNeeded === 1 && daemon.state === 'killed', 'one');
});

test('seven days later the client of a rejected request can appeal, even if the bot was killed meanwhile', async () => {
  await annaAsks();
  await visitor.presses('Clara', /I bring cake/, 'Reject');
  await visitor.message('Anna', /rejected/);
  await visitor.does({ type: 'advance', by: '7d' });
  await visitor.message('Anna', /can now appeal/);
  await visitor.settled();
  await visitor.does({ type: 'daemon', do: 'kill' });
  await visitor.does({ type: 'daemon', do: 'start' });
  await visitor.sees(({ daemon }) => daemon.state === 'running', 'the bot again');
  await visitor.writes('Anna', '/appeal With cream this time');
  const card = await visitor.message('Clara', /With cream this time/);
  expect(card.text).toContain('Appeal 1');
  const { events, clock } = await visitor.settled();
  expect(events[0]).toMatchObject({ command: 'appeal', from: 'rejected', to: 'pending' });
  expect(clock.ahead).toBe(7 * 24 * 3_600_000);
  // The clock jumped; the bot was not deaf for a week, and does not tell the admins that presses were lost.
  expect(
    visitor
      .chat('Clara')
      .messages.map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/pressed|buttons/i);
});

test('an undecided request expires within a moment of the jump', async () => {
  await annaAsks();
  await visitor.does({ type: 'advance', by: '7d' });
  await visitor.message('Anna', /expired/);
  const { requests, events } = await visitor.settled();
  expect(requests[0]?.status).toBe('expired');
  expect(events[0]).toMatchObject({ command: 'expire', actor: null });
});

test('while Telegram is unreachable everything waits, and arrives once it is back', async () => {
  await visitor.does({ type: 'fault', fault: 'telegram_away', on: true });
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.sees(
    ({ faults, totals }) => faults.length === 1 && totals.updatesWaiting === 1,
    'an update that waits',
  );
  await visitor.does({ type: 'fault', fault: 'telegram_away', on: false });
  await visitor.message('Anna', /Hello/);
  expect((await visitor.settled()).faults).toEqual([]);
});

test('updates that Telegram drops while the bot is down count as missing, not as handled', async () => {
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.message('Anna', /Hello/);
  await visitor.settled();
  await visitor.does({ type: 'daemon', do: 'kill' });
  await visitor.writes('Anna', '/request Written to nobody');
  await visitor.does({ type: 'advance', by: '1d' });
  await visitor.sees(
    ({ totals }) => totals.updatesForgotten === 1 && totals.updatesWaiting === 0,
    'a forgotten update',
  );
  await visitor.does({ type: 'daemon', do: 'start' });
  await visitor.sees(({ daemon }) => daemon.state === 'running', 'the bot again');
  await visitor.writes('Anna', '/status');
  await visitor.message('Anna', /no request|not asked/i);
  const { requests, totals } = await visitor.settled();
  expect(requests).toEqual([]);
  expect(totals).toMatchObject({ updatesForgotten: 1, updatesWaiting: 0 });
});

test('a message whose answer was lost is sent again, and counted as a possible duplicate', async () => {
  await visitor.does({ type: 'fault', fault: 'lost_answers', on: true });
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.sees(() => visitor.chat('Anna').messages.filter(({ from }) => from.isBot).length === 2, 'it twice');
  const { totals } = await visitor.settled();
  expect(totals).toMatchObject({ unknownOutcomes: 1, owed: 0 });
  await visitor.does({ type: 'fault', fault: 'lost_answers', on: false });
});

test('a message refused with 429 waits until its retry_after is over', async () => {
  await visitor.does({ type: 'fault', fault: 'too_many_requests', on: true });
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  const { outbox } = await visitor.sees(({ outbox: rows }) => (rows[0]?.notBefore ?? null) !== null, 'a wait');
  expect(outbox[0]).toMatchObject({ to: 'Anna Berg', state: 'owed' });
  await visitor.does({ type: 'fault', fault: 'too_many_requests', on: false });
  await visitor.message('Anna', /Hello/);
});

test('a bot that was stopped cleanly can be started again, and only one runs', async () => {
  expect(await visitor.act({ type: 'daemon', do: 'start' })).toEqual({
    ok: false,
    error: 'The bot is already running.',
  });
  await visitor.does({ type: 'daemon', do: 'stop' });
  await visitor.sees(({ daemon }) => daemon.state === 'stopped', 'a stopped bot');
  expect(await visitor.act({ type: 'daemon', do: 'kill' })).toEqual({ ok: false, error: 'The bot is not running.' });
  await visitor.does({ type: 'daemon', do: 'start' });
  await visitor.sees(({ daemon }) => daemon.state === 'running', 'the bot again');
});

test('somebody who blocks the bot can write nothing, and gets nothing until they restart it', async () => {
  await annaAsks();
  const { id } = visitor.person('Anna');
  await visitor.does({ type: 'block', person: id });
  const refused = await visitor.act({ type: 'send', person: id, chat: id, text: 'hello', replyTo: null });
  expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('blocked') as string });
  await visitor.presses('Clara', /I bring cake/, 'Approve');
  await visitor.sees(({ totals }) => totals.undeliverable > 0, 'an undeliverable message');
  await visitor.does({ type: 'start', person: id });
  await visitor.message('Anna', /approved|access/i);
});

/** Waits until Anna is this in the community's group: out of it, asking to join it, or in it. */
const annaIs = (state: 'out' | 'asked' | 'in'): Promise<Snapshot> =>
  visitor.sees(() => visitor.community('Anna')?.state === state, `Anna ${state}`);

test('whoever asked to join the group is in with the approval, sees who comes, and is out once it is revoked', async () => {
  await annaIs('out');
  await annaAsks();
  await visitor.does({ type: 'join', person: visitor.person('Anna').id });
  await annaIs('asked');
  await visitor.presses('Clara', /I bring cake/, 'Approve');
  await annaIs('in');
  const { id, title, messages } = visitor.chat('Anna', 'community');
  expect(title).toBe('Garden club');
  expect(messages.map(({ service }) => service)).toEqual([{ kind: 'joined', name: 'Anna Berg' }]);
  await visitor.does({ type: 'send', person: visitor.person('Anna').id, chat: id, text: 'Hello!', replyTo: null });
  await visitor.sees(() => visitor.chat('Clara', 'community').messages.some(({ text }) => text === 'Hello!'), 'Hello!');
  await visitor.writes('Clara', '/revoke 1 too loud');
  await annaIs('out');
  expect(visitor.snapshot.phones[0]?.chats.map(({ kind }) => kind)).toEqual(['private']);
  expect(visitor.chat('Clara', 'community').messages.at(-1)?.service).toEqual({ kind: 'left', name: 'Anna Berg' });
  await visitor.settled();
});

test('the button under the welcome lets a client in, and leaving leaves the way back open', async () => {
  await annaAsks();
  await visitor.presses('Clara', /I bring cake/, 'Approve');
  await visitor.opens('Anna', /approved/, 'Garden club');
  await annaIs('in');
  await visitor.does({ type: 'leave', person: visitor.person('Anna').id });
  await annaIs('out');
  await visitor.opens('Anna', /approved/, 'Garden club');
  await annaIs('in');
});

test('a join request of somebody who never wrote to the bot becomes a request, and they can answer the bot', async () => {
  await annaIs('out');
  await visitor.does({ type: 'join', person: visitor.person('Anna').id });
  await visitor.message('Clara', /Tomatoes on the balcony/);
  await visitor.sees(() => visitor.chat('Anna').started, 'what the bot asks');
  await visitor.writes('Anna', 'I bring cake');
  await visitor.presses('Clara', /I bring cake/, 'Approve');
  await annaIs('in');
});

test('what nobody could do on a phone is refused in a sentence', async () => {
  const [anna, clara] = [visitor.person('Anna').id, visitor.person('Clara').id];
  const { id: welcome } = await visitor.message('Clara', /Hello/);
  const refusals = await Promise.all([
    visitor.act({ type: 'send', person: anna, chat: anna, text: 'hello', replyTo: null }),
    visitor.act({ type: 'send', person: anna, chat: clara, text: 'hello', replyTo: null }),
    visitor.act({ type: 'block', person: 1 }),
    visitor.act({ type: 'edit', person: clara, chat: clara, message: welcome, text: 'not mine' }),
    visitor.act({ type: 'press', person: clara, chat: clara, message: welcome, data: 'a:1:1' }),
    visitor.act({ type: 'send', person: clara, chat: clara, text: 'hello', replyTo: 999 }),
    visitor.act({ type: 'open', person: clara, chat: clara, message: welcome, url: 'https://t.me/+abc' }),
    visitor.act({ type: 'leave', person: anna }),
    visitor.act({ type: 'leave', person: clara }),
  ]);
  expect(refusals.map((answer) => !answer.ok && answer.error)).toEqual([
    'Anna must press Start first.',
    `Anna has no chat ${clara}.`,
    'There is nobody with the ID 1 here.',
    'People can edit their own messages only.',
    'The message no longer has this button.',
    'Message 999 is no longer in the chat.',
    'The message no longer has this button.',
    'Anna is not in the group.',
    'The owner can’t leave the group here.',
  ]);
});

test('a text arrives as Telegram would send it', async () => {
  const { id } = visitor.person('Clara');
  await visitor.writes('Clara', ' \n hi\u202E\tthere \n');
  await visitor.sees(() => visitor.chat('Clara').messages.some(({ text }) => text === 'hi there'), 'hi there');
  expect(await visitor.act({ type: 'send', person: id, chat: id, text: '\u202E', replyTo: null })).toEqual({
    ok: false,
    error: 'Telegram doesn’t send empty messages.',
  });
});

test('edits, photos and stickers arrive at the bot', async () => {
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.writes('Anna', 'helo');
  const { id } = visitor.person('Anna');
  const written = await visitor.sees(() => visitor.chat('Anna').messages.some(({ text }) => text === 'helo'), 'helo');
  const message = written.phones[0]?.chats[0]?.messages.find(({ text }) => text === 'helo');
  await visitor.does({ type: 'edit', person: id, chat: id, message: message?.id ?? 0, text: 'hello' });
  await visitor.does({ type: 'attach', person: id, chat: id, media: 'sticker' });
  await visitor.sees(({ totals }) => totals.updatesMade === 6, 'four updates of Anna’s, two of the admins');
  await visitor.settled();
  const edited = visitor.chat('Anna').messages.find(({ text }) => text === 'hello');
  expect(edited).toMatchObject({ edited: true, mine: true });
});
