import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { patience, withDeadline } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import { command } from '../cli/command';
import { answerTo, asks, cardOf, eventsOf, minutes, newcomer, saying } from './scenes';
import { listening, samplesUntil } from './watcher';
import { Receiver, status, verified, type Delivery } from './webhook-receiver';
import { startWorld, type DaemonVariant, type Engine, type Row, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
const secret = newSecret();
const hours = (count: number): number => minutes(60 * count);
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

let world: World;
let receiver: Receiver;
beforeEach(async () => {
  receiver = await new Receiver().start();
});
afterEach(async () => {
  await world.close().finally(() => receiver.stop());
});

const settings = (url = receiver.url(), secrets = secret) => ({ WEBHOOK_URL: url, WEBHOOK_SECRET: secrets });

async function begin(engine: Engine, env: Readonly<Record<string, string>> = {}, daemon: DaemonVariant = {}) {
  world = await startWorld({ engine, admins: [boris], env: { ...settings(), ...env }, daemon });
}

function admin(): Person {
  const [first] = world.admins;
  if (first === undefined) throw new Error('there is an admin');
  return first;
}

/** Somebody new gets access. Returns the request's number. */
async function approve(client: Person = newcomer(world)): Promise<number> {
  const request = await asks(client);
  admin().press(await cardOf(admin(), request), 'Approve');
  await client.sees('is approved');
  return request;
}

const rows = (): Promise<readonly Row[]> => world.rows('SELECT * FROM webhook_events ORDER BY event_id');

/** The rows, once they are as wanted. */
async function rowsUntil(wanted: (found: readonly Row[]) => boolean): Promise<readonly Row[]> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await rows();
    if (wanted(found)) return found;
    if (Date.now() > deadline) throw new Error(`the webhooks are ${JSON.stringify(found)}`);
    await wait(20);
  }
}

const allAre = (state: string, count: number) => (found: readonly Row[]) =>
  found.length === count && found.every((row) => row['state'] === state);

/** Every webhook that waits is due now. */
const makeDue = () => world.backDate('webhook_events', 'next_try_at', hours(48), "state = 'owed'");

function only(deliveries: readonly Delivery[]): Delivery {
  const [delivery] = deliveries;
  if (delivery === undefined || deliveries.length !== 1) throw new Error(`${deliveries.length} webhooks came`);
  return delivery;
}

describe.each(['sqlite', 'postgres'] as const)('webhooks, on %s', (engine) => {
  test('tell when somebody gets access and loses it, signed by every secret, with versions that grow', async () => {
    const next = newSecret();
    await begin(engine, { WEBHOOK_SECRET: `${secret} ${next}` });
    const anna = newcomer(world);
    const before = Date.now();
    const request = await approve(anna);
    await receiver.has(1);
    await answerTo(admin(), `/revoke ${request} enough`);
    const deliveries = await receiver.has(2);

    for (const each of [secret, next]) {
      const [granted, revoked] = deliveries.map((delivery) => verified(each, delivery));
      const [approval, revocation] = await world.rows(
        `SELECT id, at FROM request_events WHERE request_id = ${request} AND event IN ('approve', 'revoke') ORDER BY id`,
      );
      const iso = (row: Row | undefined) => new Date(Number(row?.['at'])).toISOString();
      expect(granted).toEqual({
        type: 'access.granted',
        timestamp: iso(approval),
        data: { telegram_id: anna.id, access: true, since: iso(approval), request, version: approval?.['id'] },
      });
      expect(revoked).toEqual({
        type: 'access.revoked',
        timestamp: iso(revocation),
        data: { telegram_id: anna.id, access: false, since: iso(revocation), request, version: revocation?.['id'] },
      });
    }
    for (const { id, headers, method, path, body } of deliveries) {
      expect({ method, path, type: headers['content-type'] }).toEqual({
        method: 'POST',
        path: '/hooks',
        type: 'application/json',
      });
      expect(id).toMatch(/^evt_\d+$/);
      expect(headers['user-agent']).toMatch(/^sosekni-bot\/\d/);
      expect(Number(headers['webhook-timestamp'])).toBeGreaterThanOrEqual(Math.floor(before / 1000));
      expect(body.length).toBeLessThan(20_000);
    }
    await rowsUntil(allAre('delivered', 2));
  });

  test('an approval that is undone is told as access that ended, and no other change is told', async () => {
    await begin(engine);
    const anna = newcomer(world);
    const request = await approve(anna);
    admin().press(await cardOf(admin(), request, ['Approved']), 'Undo');
    const deliveries = await receiver.has(2);
    admin().write(`/reject ${request} We don’t know you`);
    await anna.sees(/rejected/);
    await world.settled();
    expect(await eventsOf(world, request)).toEqual(['submit', 'approve', 'undo', 'reject']);
    await rowsUntil(allAre('delivered', 2));
    expect(deliveries.map((each) => verified(secret, each).type)).toEqual(['access.granted', 'access.revoked']);
  });

  test.each([
    ['committed', 2, 1],
    ['webhook_answered', 1, 2],
  ] as const)('kill -9 at "%s", time %d, loses none, and a repeat has the same ID', async (step, time, times) => {
    await begin(engine);
    await world.daemon.stop();
    await world.restart({
      entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
      env: { KILL_STEP: step, KILL_COUNT: `${time}` },
    });
    const anna = newcomer(world);
    const request = await asks(anna);
    admin().press(await cardOf(admin(), request), 'Approve');
    expect(await world.daemon.exited).toMatchObject({ signal: 'SIGKILL' });
    expect(await rows()).toMatchObject([{ state: 'owed', attempts: 0 }]);
    expect(receiver.got).toHaveLength(times - 1);

    await world.restart();
    const deliveries = await receiver.has(times);
    await rowsUntil(allAre('delivered', 1));
    expect(receiver.got).toHaveLength(times);
    expect(new Set(deliveries.map(({ id, body }) => `${id} ${body.toString()}`)).size).toBe(1);
    for (const each of deliveries) expect(verified(secret, each).data.request).toBe(request);
  });

  test('one that is refused is sent again, the same under the same ID and newly signed, and in the end given up', async () => {
    await begin(engine);
    receiver.answer = status(500);
    const request = await approve();
    await receiver.has(1);
    const [failed] = await rowsUntil(([row]) => row?.['attempts'] === 1);
    const pause = Number(failed?.['next_try_at']) - Number(failed?.['timed_at']);
    expect(pause).toBeGreaterThanOrEqual(5_000);
    expect(pause).toBeLessThanOrEqual(5_500);
    expect(failed).toMatchObject({ state: 'owed', last_error: 'the endpoint answered 500' });

    // As if the second attempt was near.
    await makeDue();
    await receiver.has(2);
    const [again] = await rowsUntil(([row]) => row?.['attempts'] === 2);
    expect(Number(again?.['next_try_at']) - Number(again?.['timed_at'])).toBeGreaterThanOrEqual(minutes(5));
    const [first, second] = receiver.got;
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect([second.id, second.body]).toEqual([first.id, first.body]);
    expect(second.headers['webhook-timestamp']).not.toBe(first.headers['webhook-timestamp']);
    expect(verified(secret, second)).toEqual(verified(secret, first));

    // As if three days of attempts had failed, for two people.
    const another = await approve();
    await rowsUntil(([, row]) => row?.['attempts'] === 1);
    await world.change("UPDATE webhook_events SET attempts = 9 WHERE state = 'owed'");
    await makeDue();
    await rowsUntil(allAre('given_up', 2));
    for (const id of [request, another]) {
      const gaveUp = await world.daemon.logged(
        (line) => did('webhook_given_up')(line) && line['sosekni.request_id'] === id,
      );
      expect(gaveUp).toMatchObject({ 'log.level': 'error', 'labels.attempts': 10 });
    }
    const told = await admin().sees(saying('I tried for three days', `127.0.0.1:${receiver.port}`, 'gave up'));
    await world.settled();
    expect(admin().chat.messages.filter(saying('I tried for three days'))).toEqual([told]);
    expect(receiver.got).toHaveLength(5);

    // Once one has arrived, the admins are told of the next one that has not.
    receiver.answer = status(200);
    await approve();
    await rowsUntil((found) => found[2]?.['state'] === 'delivered');
    receiver.answer = status(500);
    await approve();
    await rowsUntil((found) => found[3]?.['attempts'] === 1);
    await world.change("UPDATE webhook_events SET attempts = 9 WHERE state = 'owed'");
    await makeDue();
    await admin().sees(saying('I tried for three days'), { after: told });
  });

  test('410 ends them until WEBHOOK_URL changes: admins and log are told once, and what waits goes to the new address', async () => {
    await begin(engine);
    receiver.answer = status(410);
    const first = await approve();
    const told = await admin().sees(saying(`127.0.0.1:${receiver.port} wants no more webhooks (410 Gone)`));
    const second = await approve();
    receiver.answer = status(204);
    await world.daemon.stop();
    await world.restart();
    expect(await world.daemon.logged(did('webhook_gone'))).toMatchObject({ 'log.level': 'warn' });
    const third = await approve();
    await world.settled();
    expect(receiver.got).toHaveLength(1);
    expect(admin().chat.messages.filter(saying('wants no more webhooks'))).toEqual([told]);
    expect(await rows()).toMatchObject([{ state: 'owed' }, { state: 'owed' }, { state: 'owed' }]);

    await world.daemon.stop();
    await world.restart({ env: settings(receiver.url('127.0.0.1', '/new')) });
    await rowsUntil(allAre('delivered', 3));
    const anew = receiver.got.filter(({ path }) => path === '/new').map((each) => verified(secret, each).data.request);
    expect(anew.sort()).toEqual([first, second, third].sort());

    // The first address counts again: another one has been set in between.
    await world.daemon.stop();
    await world.restart({ env: settings() });
    await approve();
    await rowsUntil(allAre('delivered', 4));
    expect(only(receiver.got.slice(4)).path).toBe('/hooks');
  });

  test('Retry-After is obeyed, in seconds and as a date by the endpoint’s own clock', async () => {
    await begin(engine);
    const pauseOf = async (headers: Readonly<Record<string, string>>, n: number): Promise<number> => {
      receiver.answer = status(503, headers);
      await approve();
      const row = (await rowsUntil((found) => found[n]?.['attempts'] === 1))[n];
      return Number(row?.['next_try_at']) - Number(row?.['timed_at']);
    };
    const inSeconds = await pauseOf({ 'retry-after': '7200' }, 0);
    expect(inSeconds).toBeGreaterThanOrEqual(hours(2));
    expect(inSeconds).toBeLessThanOrEqual(hours(2.2));

    const wrong = Date.UTC(2001, 0, 1);
    const asDate = {
      date: new Date(wrong).toUTCString(),
      'retry-after': new Date(wrong + hours(3)).toUTCString(),
    };
    const byDate = await pauseOf(asDate, 1);
    expect(byDate).toBeGreaterThanOrEqual(hours(3));
    expect(byDate).toBeLessThanOrEqual(hours(3.3));

    const tooLong = await pauseOf({ 'retry-after': '99999999' }, 2);
    expect(tooLong).toBeLessThanOrEqual(hours(26.4));
  });

  test('a redirect is not followed and counts as a failure', async () => {
    await begin(engine);
    receiver.answer = (response, { path }) =>
      path === '/hooks'
        ? status(307, { location: receiver.url('127.0.0.1', '/elsewhere') })(response, only(receiver.got))
        : response.end();
    await approve();
    const [row] = await rowsUntil(([each]) => each?.['attempts'] === 1);
    expect(row?.['last_error']).toMatch(/307.*not followed/);
    expect(receiver.got.map(({ path }) => path)).toEqual(['/hooks']);
  });

  test('without WEBHOOK_URL nothing is written, and what would send it is not even loaded', async () => {
    world = await startWorld({ engine, admins: [boris] });
    await world.daemon.stop();
    const modules = join(world.folder, 'modules');
    const preloads = [join(__dirname, 'preloads', 'lists-modules.cjs')];
    await world.restart({ preloads, env: { MODULES_FILE: modules } });
    const anna = newcomer(world);
    const request = await approve(anna);
    admin().write(`/revoke ${request}`);
    await anna.sees('has ended');
    await world.settled();
    expect(await rows()).toEqual([]);
    await world.daemon.stop();
    expect(readFileSync(modules, 'utf8')).not.toContain('webhooks/deliverer');
  });

  test('one timed by a clock that was ahead is sent as soon as the clock is right', async () => {
    await begin(engine);
    receiver.answer = status(500);
    await approve();
    await rowsUntil(([row]) => row?.['attempts'] === 1);
    receiver.answer = status(204);
    for (const column of ['next_try_at', 'timed_at'])
      await world.backDate('webhook_events', column, -hours(100), "state = 'owed'");
    await rowsUntil(allAre('delivered', 1));
  });
});

test('a name that leads to a private address is refused at each attempt, whatever it was before; its number is not', async () => {
  const preloads = [join(__dirname, 'preloads', 'other-internet.cjs')];
  const names = {
    // As who rebinds a name does: the second lookup leads elsewhere.
    'hooks.example': [['198.41.0.4'], ['127.0.0.1']],
    'inside.example': [['127.0.0.1', '10.1.2.3', '::1', '::ffff:127.0.0.1', 'fd00::1']],
    'both.example': [['169.254.169.254', '198.41.0.4']],
  };
  const at = (host: string) => ({ preloads, env: { ...settings(receiver.url(host)), NAMES: JSON.stringify(names) } });
  world = await startWorld({ engine: 'sqlite', admins: [boris], daemon: at('hooks.example') });
  const lookups = () => world.daemon.log.filter((line) => line['message'] === 'lookup');
  await approve();
  await rowsUntil(allAre('delivered', 1));
  expect(only(receiver.got).headers.host).toBe(`hooks.example:${receiver.port}`);
  expect(lookups()).toHaveLength(1);

  await approve();
  const { 'labels.reason': reason } = await world.daemon.logged(did('webhook_failed'));
  expect(reason).toBe(
    'hooks.example has only a private address (127.0.0.1); to call it, put the address itself into WEBHOOK_URL',
  );
  expect(lookups()).toHaveLength(2);
  expect(receiver.got).toHaveLength(1);

  await world.daemon.stop();
  await world.restart(at('inside.example'));
  await makeDue();
  await rowsUntil((found) => found[1]?.['attempts'] === 2);
  expect(receiver.got).toHaveLength(1);

  // Only its public address is called.
  await world.daemon.stop();
  await world.restart(at('both.example'));
  await makeDue();
  await rowsUntil(allAre('delivered', 2));

  await world.daemon.stop();
  await world.restart({ env: settings(receiver.url('localhost')) });
  await approve();
  await rowsUntil(allAre('delivered', 3));
});

test('an endpoint that hangs delays nobody, not even the end of the bot, and is given up after 20 s', async () => {
  const preloads = [join(__dirname, 'preloads', 'time-limits-on-demand.cjs')];
  await begin('sqlite', listening, { preloads });
  receiver.answer = () => undefined;
  for (let count = 0; count < 10; count += 1) await approve();
  // No more at once than the limit.
  await receiver.has(8);
  const samples = await samplesUntil(world.daemon, (each) => each.get('sosekni_webhooks_owed') === 10);
  expect(samples.get('sosekni_webhook_oldest_age_seconds')).toBeGreaterThan(0);
  expect(receiver.got).toHaveLength(8);

  world.daemon.signal('SIGUSR2');
  await rowsUntil((found) => found.filter((row) => row['attempts'] === 1).length === 8);
  expect(await world.daemon.logged(did('webhook_failed'))).toMatchObject({ 'labels.reason': 'no answer within 20 s' });
  await receiver.has(10);
  expect(await withDeadline(world.daemon.stop(), 10_000, () => 'the stop took longer than 10 s')).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(await rows()).toHaveLength(10);
  expect((await rows()).every((row) => row['state'] === 'owed')).toBe(true);

  receiver.answer = status(204);
  await world.restart({ env: { ...settings(), ...listening } });
  await makeDue();
  await rowsUntil(allAre('delivered', 10));
  const after = await samplesUntil(world.daemon, (each) => each.get('sosekni_webhooks_owed') === 0);
  expect(after.get('sosekni_webhook_attempts_total{outcome="delivered"}')).toBe(10);
  expect(after.get('sosekni_webhook_oldest_age_seconds')).toBe(0);
});

test('an answer without an end is accepted by its status and read no further', async () => {
  await begin('sqlite');
  const megabyte = 'x'.repeat(1_048_576);
  let megabytes = 0;
  const closed = new Promise<void>((resolve) => {
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = (): void => {
        megabytes += 1;
        response.write(megabyte);
        response.once('drain', more);
      };
      response.once('close', resolve);
      more();
    };
  });
  await approve();
  await rowsUntil(allAre('delivered', 1));
  await withDeadline(closed, patience, () => 'the connection is still open');
  // All that is not read is in the buffers in between.
  expect(megabytes).toBeLessThan(32);
});

test('a secret is in no line of the log, whatever goes wrong', async () => {
  await begin('sqlite', {
    ...settings(`${receiver.url()}?token=the-token-of-the-endpoint`),
    LOG_LEVEL: 'debug',
  });
  receiver.answer = status(500);
  await approve();
  await world.daemon.logged(did('webhook_failed'));
  expect(only(receiver.got).path).toBe('/hooks?token=the-token-of-the-endpoint');
  const written = [JSON.stringify(world.daemon.log), ...world.daemon.stray, world.daemon.stderr].join('\n');
  expect(written).not.toContain(secret.slice('whsec_'.length));
  expect(written).not.toContain('the-token-of-the-endpoint');
});

test('`check` says whether the host of WEBHOOK_URL can be found and called, and sends nothing', async () => {
  await begin('sqlite');
  const preloads = [join(__dirname, 'preloads', 'other-internet.cjs')];
  const checked = async (url: string) => {
    const names = { 'hooks.example': [['198.41.0.4']], 'inside.example': [['10.1.2.3']] };
    const env = { ...world.settings(), ...settings(url), NAMES: JSON.stringify(names) };
    const { code, stdout } = await command(['check'], { env, preloads });
    return { code, line: stdout.split('\n').find((line) => line.includes('  webhooks: ')) };
  };
  expect(await checked(receiver.url())).toMatchObject({
    line: expect.stringMatching(/^ok .* is an address/) as string,
  });
  expect(await checked('https://hooks.example/x')).toMatchObject({
    line: expect.stringMatching(/^ok .*hooks\.example is at 198\.41\.0\.4/) as string,
  });
  expect(await checked('https://inside.example/x')).toMatchObject({
    code: 78,
    line: expect.stringMatching(/^wrong .*private address \(10\.1\.2\.3\)/) as string,
  });
  expect(await checked('https://nobody.invalid/x')).toMatchObject({
    line: expect.stringMatching(/^wrong .*can't be found/) as string,
  });
  expect(receiver.got).toEqual([]);
});
