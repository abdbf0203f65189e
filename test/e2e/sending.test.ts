import { join } from 'node:path';
import type { Fault } from '../../src/telegram-double/fault';
import type { Call } from '../../src/telegram-double/call-log';
import type { Person } from '../../src/telegram-double/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { answerTo, asks, buttons, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const engines = ['sqlite', 'postgres'] as const;
const preloads = [join(__dirname, 'preloads', 'time-limits-on-demand.cjs')];
const saidTo = (chat: Person) => chat.chat.messages.filter(({ from }) => from.is_bot).map(shown);
const refusedWith = (code: number, description: string): Fault => ({ kind: 'refused', code, description });

let world: World;
let boris: Person;
let clara: Person;

async function begin(options: Omit<Parameters<typeof startWorld>[0], 'admins'>): Promise<void> {
  const profiles = ['Boris', 'Clara'].map((first_name, n) => ({ id: 5_000_000_001 + n, first_name }));
  world = await startWorld({ admins: profiles, daemon: { preloads }, ...options });
  const [first, second] = world.admins;
  if (first === undefined || second === undefined) throw new Error('there are two admins');
  [boris, clara] = [first, second];
}
const callsTo = (method: string, { id }: Person): readonly Call[] =>
  world.double.callLog.of(method).filter(({ params }) => params['chat_id'] === id);
const logged = (text: string) => (line: LogLine) => String(line['message']).includes(text);

async function outboxOf(request: number, person: Person): Promise<readonly unknown[]> {
  const rows = await world.rows(
    `SELECT state FROM outbox WHERE request_id = ${request} AND recipient_id = ${person.id} ORDER BY id`,
  );
  return rows.map(({ state }) => state);
}

describe.each(engines)('on %s', (engine) => {
  beforeAll(() => begin({ engine }));
  afterAll(() => world.close());

  test('a chat with a retry_after is left alone that long, even across kill -9, while others are served', async () => {
    const [anna, dora] = [newcomer(world), newcomer(world)];
    const fault = { kind: 'too_many_requests', retryAfter: 600, acts: false, scope: 'chat' } as const;
    world.double.faults.add({ method: 'sendMessage', chatId: anna.id, fault });
    anna.write('/start');
    await world.daemon.logged((line) => logged('asks to wait')(line) && line['telegram.chat_id'] === anna.id);
    await answerTo(dora, '/start');
    await world.daemon.kill();
    await world.restart();
    await answerTo(dora, '/status');
    expect(saidTo(anna)).toEqual([]);
    await world.daemon.kill();
    await world.backDate('outbox', 'not_before', 600_000, `recipient_id = ${anna.id}`);
    world.double.limits.reopen();
    await world.restart();
    await anna.sees('Hello');
    expect(world.double.callsInsideRetryAfter).toEqual([]);
  });

  test('a message whose answer is lost is sent again, and the repeat is counted', async () => {
    const anna = newcomer(world);
    world.double.faults.add({ chatId: anna.id, fault: { kind: 'lost_answer' } });
    const request = await asks(anna);
    await world.settled();
    expect(saidTo(anna)).toHaveLength(2);
    const [row] = await world.rows(
      `SELECT unknown_outcomes, attempts, state FROM outbox WHERE request_id = ${request} AND recipient_id = ${anna.id}`,
    );
    expect(row).toEqual({ unknown_outcomes: 1, attempts: 2, state: 'sent' });
  });

  test('a pending card that was deleted in the chat is sent again when it changes', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    boris.chat.remove(await cardOf(boris, request));
    anna.block();
    const anew = await cardOf(boris, request, ['they blocked me']);
    boris.press(anew, 'Approve');
    await cardOf(boris, request, ['Approved by']);
  });

  test.each([
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: bot was blocked by the user'],
    [400, 'Bad Request: chat not found'],
  ])(
    'messages to a client who can not be reached (%d %s) are given up, and the card says so',
    async (code, description) => {
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request);
      const rule = world.double.faults.add({ chatId: anna.id, times: Infinity, fault: refusedWith(code, description) });
      boris.press(card, 'Approve');
      await cardOf(boris, request, ['Approved by', 'I can’t message them']);
      await cardOf(clara, request, ['Approved by', 'I can’t message them']);
      await world.settled();
      expect(await outboxOf(request, anna)).toEqual(['sent', 'undeliverable']);
      expect(rule.hits).toBe(1);
      rule.remove();
    },
  );
});

describe('on either engine', () => {
  beforeAll(() => begin({ engine: 'sqlite' }));
  afterAll(() => world.close());

  test('when the overall limit is hit, every chat waits', async () => {
    const first = Array.from({ length: 6 }, () => newcomer(world));
    const fault = { kind: 'too_many_requests', retryAfter: 2, acts: false, scope: 'overall' } as const;
    world.double.faults.add({ method: 'sendMessage', fault });
    for (const person of first) person.write('/start');
    await world.daemon.logged((line) => logged('asks to wait')(line) && line['labels.everyChat'] === true);
    const late = newcomer(world);
    late.write('/start');
    await Promise.all([...first, late].map((person) => person.sees('Hello')));
    expect(callsTo('sendMessage', late)).toHaveLength(1);
  });

  test('markup that Telegram can not parse is sent as plain text', async () => {
    const anna = newcomer(world);
    world.double.faults.add({
      chatId: anna.id,
      when: ({ params }) => params['parse_mode'] !== undefined,
      fault: refusedWith(400, "Bad Request: can't parse entities: Unsupported start tag"),
    });
    const request = await asks(anna);
    const [confirmation] = anna.chat.messages.filter(({ from }) => from.is_bot);
    expect(confirmation?.text).toContain(`Your request #${request} is with the admins`);
    expect(confirmation?.entities.filter(({ type }) => type === 'bold')).toEqual([]);
  });

  test('an edit that changes nothing counts as done', async () => {
    const request = await asks(newcomer(world));
    const card = await cardOf(boris, request);
    const said = refusedWith(400, 'Bad Request: message is not modified: specified new message content');
    world.double.faults.add({ method: 'editMessageText', chatId: boris.id, fault: said });
    clara.write(`/approve ${request}`);
    await cardOf(clara, request, ['Approved by']);
    await world.settled();
    expect(await outboxOf(request, boris)).toEqual(['sent', 'sent']);
    expect(callsTo('editMessageText', boris).filter(({ params }) => params['message_id'] === card.id)).toHaveLength(1);
  });

  test('a send that hangs delays no other chat, and its own chat keeps its order', async () => {
    const [anna, dora] = [newcomer(world), newcomer(world)];
    for (const stalls of ['headers', 'body'] as const) {
      world.double.faults.add({ chatId: anna.id, fault: { kind: 'hang', acts: false, stalls } });
      const hung = world.double.callLog.next(({ params }) => params['chat_id'] === anna.id);
      anna.write('/start');
      await hung;
      const last = anna.write('/status');
      await answerTo(dora, '/start');
      expect(anna.chat.newest(({ from }) => from.is_bot)?.id ?? 0).toBeLessThan(last.id);
      world.daemon.signal('SIGUSR2');
      await anna.sees('You have no request yet', { after: last });
      expect(saidTo(anna).slice(-2)).toEqual([expect.stringContaining('Hello'), expect.stringContaining('no request')]);
    }
  });

  test('a chat shows events in the order in which they happened, whatever fails on the way', async () => {
    const anna = newcomer(world);
    const faults: readonly Fault[] = [
      { kind: 'reset' },
      { kind: 'server_error', status: 500, acts: false },
      { kind: 'bad_json', acts: false },
      { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'chat' },
    ];
    for (const fault of faults) world.double.faults.add({ chatId: anna.id, fault });
    for (const text of ['/start', '/request me', '/cancel', '/unknown', '/request me again']) anna.write(text);
    await anna.sees(saying('Got it!', /#(?!1 )/));
    await world.settled();
    expect(saidTo(anna).map((text) => text.slice(0, 24))).toEqual([
      expect.stringContaining('Hello'),
      expect.stringContaining('Got it'),
      expect.stringContaining('withdrawn'),
      expect.stringContaining('know'),
      expect.stringContaining('Got it'),
    ]);
  });

  test('waiting edits of a card become one edit, which shows the newest state', async () => {
    const request = await asks(newcomer(world));
    const card = await cardOf(boris, request);
    world.double.limits.close(boris.id, 2);
    clara.write(`/approve ${request}`);
    await world.daemon.logged((line) => logged('asks to wait')(line) && line['telegram.chat_id'] === boris.id);
    clara.press(await cardOf(clara, request, ['Approved by']), 'Undo');
    clara.press(await cardOf(clara, request, [/^(?![^]*Approved by)/]), 'Reject');
    await cardOf(boris, request, ['Rejected by Clara']);
    await world.settled();
    const edits = callsTo('editMessageText', boris).filter(({ params }) => params['message_id'] === card.id);
    expect(edits.map(({ acted }) => acted)).toEqual([false, true]);
  });
});

describe('within Telegram’s limits', () => {
  const tooMany = () =>
    world.double.callLog.calls.filter(({ answer }) => answer?.ok === false && answer.error_code === 429);
  afterEach(() => world.close());

  test('a burst of 30 requests becomes a digest that pages and decides, and Telegram never answers 429', async () => {
    await begin({ engine: 'sqlite', env: { SEND_RATE: '28' }, double: { limits: true } });
    const asking = Array.from({ length: 30 }, () => newcomer(world));
    await Promise.all(asking.map((client) => asks(client)));
    const digest = await boris.sees(/\d+ requests are waiting for a decision/);
    boris.press(digest, 'Open requests');
    const page = await boris.sees(saying('30 open requests', 'page 1 of'));
    const [number] = buttons(page).filter((text) => text.startsWith('#'));
    if (number === undefined) throw new Error('the page names no request');
    boris.press(page, '▶️');
    await boris.sees('page 2 of');
    boris.press(page, '◀️');
    await boris.sees('page 1 of');
    boris.press(page, number);
    const request = Number(number.slice(1));
    boris.press(await cardOf(boris, request), 'Approve');
    await world.settled();
    const { client_id: approved } = await rowOf(world, request);
    await asking.find(({ id }) => id === approved)?.sees('is approved');
    const cards = boris.chat.messages.filter(saying('From', 'Submitted'));
    expect(cards.length).toBeLessThan(10);
    expect(tooMany()).toEqual([]);
  });

  test('after a kill and a restart the daemon keeps its distance from earlier messages', async () => {
    await begin({ engine: 'sqlite', env: { SEND_RATE: '28' } });
    const anna = newcomer(world);
    anna.write('/start');
    await anna.sees('Hello');
    await world.daemon.kill();
    anna.write('/status');
    await world.restart();
    await anna.sees('no request');
    const times = callsTo('sendMessage', anna).map(({ at }) => at);
    for (const [n, at] of times.slice(1).entries()) expect(at - (times[n] ?? at)).toBeGreaterThanOrEqual(1000);
    expect(times.length).toBeGreaterThan(1);
  });

  test('an answer to an admin’s own command overtakes waiting cards', async () => {
    await begin({ engine: 'sqlite', env: { SEND_RATE: '28' }, double: { limits: true } });
    await Promise.all(Array.from({ length: 8 }, () => asks(newcomer(world))));
    const stats = await boris.sees('waiting: 8', { after: boris.write('/stats') });
    expect(boris.chat.messages.filter(({ id, from }) => from.is_bot && id < stats.id).length).toBeLessThan(8);
    expect(tooMany()).toEqual([]);
  });
});
