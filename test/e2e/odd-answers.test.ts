import type { Fault } from '../../src/telegram-double/fault';
import { asks, buttons, cardOf, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

const odd = (status: number, body: unknown): Fault => ({ kind: 'odd_answer', status, body, acts: false });
const ok = (result: unknown) => odd(200, { ok: true, result });
const refused = (more: object) => odd(400, { ok: false, error_code: 400, description: 'Bad Request', ...more });
const tooMany = (more: object) => odd(429, { ok: false, error_code: 429, description: 'Too Many Requests', ...more });

/** What no method returns, nor any error is. */
const anywhere: readonly (readonly [string, Fault])[] = [
  ['a result that is a number', ok(5)],
  ['a result that is a text', ok('sent')],
  ['no result', odd(200, { ok: true })],
  ['an ok that is a text', odd(200, { ok: 'true', result: true })],
  ['a description that is a number', refused({ description: 5 })],
  ['a description that is an object', odd(403, { ok: false, error_code: 403, description: {} })],
  ['a code that is a text', refused({ error_code: '400' })],
  ['a new ID of a group that is a text', refused({ parameters: { migrate_to_chat_id: 'elsewhere' } })],
  ['a retry_after that is a text', tooMany({ parameters: { retry_after: 'soon' } })],
  ['a retry_after below 0', tooMany({ parameters: { retry_after: -5 } })],
  ['a retry_after that is null', tooMany({ parameters: { retry_after: null } })],
  ['a retry_after that is an object', tooMany({ parameters: { retry_after: {} } })],
  ['parameters that are a text, and a description that is null', tooMany({ parameters: 'x', description: null })],
];
const ofSends: typeof anywhere = [
  ['a message_id that is a text', ok({ message_id: 'abc' })],
  ['a message_id that is no whole number', ok({ message_id: 1.5 })],
  ['a message_id that is none', ok({})],
  ['true instead of a message', ok(true)],
];

/** The shortest time between two of the calls that met one of the faults. */
function leastPause(world: World, method: string, since: number): number {
  const met = world.double.callLog.calls
    .slice(since)
    .filter((call) => call.method === method && call.fault === 'odd_answer');
  return Math.min(...met.slice(1).map((call, n) => call.at - (met[n]?.at ?? 0)));
}

describe('Bot API answers with wrong types', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
  });
  afterAll(() => world.close());

  test.each([...anywhere, ...ofSends])(
    'for a send, with %s: the card is sent again, and followed',
    async (_, fault) => {
      const [admin] = world.admins;
      if (admin === undefined) throw new Error('there is no admin');
      const [first, second] = [newcomer(world), newcomer(world)];
      const since = world.double.callLog.calls.length;
      world.double.faults.add({ method: 'sendMessage', chatId: admin.id, text: 'this very one', times: 3, fault });
      const request = await asks(first, 'this very one');
      // Others are served meanwhile.
      await asks(second);
      admin.press(await cardOf(admin, request), 'Approve');
      await first.sees(saying('🎉'));
      const decided = await cardOf(admin, request, ['Approved']);
      expect(buttons(decided)).not.toContain('✅ Approve');
      expect(leastPause(world, 'sendMessage', since)).toBeGreaterThanOrEqual(200);
    },
  );

  test.each([
    ...anywhere,
    ['an update without a number', ok([{ update_id: 'x', message: {} }])] as const,
    ['updates that are an object', ok({ 0: { update_id: 1 } })] as const,
  ])('for a poll, with %s: the bot keeps trying', async (_, fault) => {
    const since = world.double.callLog.calls.length;
    const rule = world.double.faults.add({ method: 'getUpdates', times: 3, fault });
    // The poll that waits is answered, and the next ones meet the fault.
    await asks(newcomer(world));
    await asks(newcomer(world));
    expect(rule.hits).toBe(3);
    expect(leastPause(world, 'getUpdates', since)).toBeGreaterThanOrEqual(200);
  });

  test('asking to wait longer than a day delay one chat only', async () => {
    const [patient, other] = [newcomer(world), newcomer(world)];
    const fault = tooMany({ parameters: { retry_after: 1e18 } });
    world.double.faults.add({ method: 'sendMessage', chatId: patient.id, fault });
    patient.write('/request please');
    const told = await world.daemon.logged(({ message, ...more }) => {
      return message === 'Telegram asks to wait' && more['telegram.chat_id'] === patient.id;
    });
    expect(told).toMatchObject({ 'labels.retryAfterMs': 24 * 60 * 60 * 1000 });
    await asks(other);
  });
});

describe('at the start', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
  });
  afterAll(() => world.close());

  test.each([...anywhere, ['a bot without a name', ok({ id: 7 })] as const])('%s is waited out', async (_, fault) => {
    await world.daemon.stop();
    world.double.faults.add({ method: 'getMe', times: 2, fault });
    await world.restart();
    await asks(newcomer(world));
  });
});

test('a bot limited to 64 descriptors serves people while every answer to a press hangs', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: [boris], daemon: { openFiles: 64 } });
  const [admin] = world.admins;
  if (admin === undefined) throw new Error('there is no admin');
  const hanging = world.double.faults.add({
    method: 'answerCallbackQuery',
    times: Infinity,
    fault: { kind: 'hang', acts: false, stalls: 'headers' },
  });
  const client = newcomer(world);
  const request = await asks(client);
  const card = await cardOf(admin, request);
  const sixth = world.double.callLog.next((call) => call.method === 'answerCallbackQuery' && hanging.hits === 5);
  for (let n = 0; n < 100; n += 1) admin.press(card, 'Reject with reason…');
  await sixth;
  await asks(newcomer(world));
  // The others wait for their turn, without a descriptor.
  expect(hanging.hits).toBeLessThan(20);
  hanging.remove();
  await world.close();
});
