import { join } from 'node:path';
import Database from 'better-sqlite3';
import { withDeadline } from '../../src/sandbox/deadline';
import type { Person } from '../../src/sandbox/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { answerTo, newcomer } from './scenes';
import { startWorld, type World } from './world';

const logged = (text: string) => (line: LogLine) => String(line['message']).includes(text);
const worlds: World[] = [];
afterEach(() => Promise.all(worlds.splice(0).map((world) => world.end())));

async function begin(preloads: readonly string[] = []): Promise<World> {
  const world = await startWorld({
    engine: 'sqlite',
    admins: [{ id: 5_000_000_001, first_name: 'Boris' }],
    daemon: { preloads },
  });
  worlds.push(world);
  return world;
}

/** Writes, and the answer hangs on its way. */
async function writesInVain(world: World): Promise<Person> {
  const anna = newcomer(world);
  world.double.faults.add({
    chatId: anna.id,
    times: Infinity,
    fault: { kind: 'hang', acts: false, stalls: 'headers' },
  });
  const hung = world.double.ledger.next(({ params }) => params['chat_id'] === anna.id);
  anna.write('/start');
  await hung;
  return anna;
}

const withinTenSeconds = <T>(promise: Promise<T>): Promise<T> =>
  withDeadline(promise, 10_000, () => 'the daemon took longer than 10 s to stop');

test('SIGTERM and SIGINT end with 0 within 10 s while a send hangs and a poll is open; the rest comes after the next start', async () => {
  const stopped = async (signal: 'SIGTERM' | 'SIGINT'): Promise<void> => {
    const world = await begin();
    const anna = await writesInVain(world);
    world.daemon.signal(signal);
    await world.daemon.logged(logged('stopping'));
    const late = newcomer(world);
    late.write('/start');
    expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0, stderr: '' });
    expect(late.chat.messages).toHaveLength(1);
    world.double.endFaults();
    await world.restart();
    await Promise.all([anna.sees('Hello'), late.sees('Hello')]);
  };
  await Promise.all([stopped('SIGTERM'), stopped('SIGINT')]);
});

test('a second signal ends at once', async () => {
  const world = await begin();
  await writesInVain(world);
  world.daemon.signal('SIGTERM');
  await world.daemon.logged(logged('stopping'));
  world.daemon.signal('SIGTERM');
  expect(await world.daemon.exited).toMatchObject({ code: 1 });
  expect(world.daemon.log.filter(logged('stopped'))).toEqual([]);
});

test('a daemon that waits for its database stops too, and loses nothing', async () => {
  const world = await begin([join(__dirname, 'preloads', 'disk-full-on-demand.cjs')]);
  world.daemon.signal('SIGUSR2');
  await world.daemon.logged(logged('the disk is full'));
  const asking = Array.from({ length: 20 }, () => newcomer(world));
  for (const client of asking) client.write(`/request ${'x'.repeat(2000)}`);
  await world.daemon.logged(logged('the database can not be used'));
  world.daemon.signal('SIGTERM');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0 });
  await world.restart();
  await Promise.all(asking.map((client) => client.sees('Got it!')));
});

test('another program that keeps SQLite’s file locked for writing neither deafens the daemon nor keeps it from stopping', async () => {
  const world = await begin();
  const other = new Database(new URL(world.databaseUrl).pathname);
  other.exec('BEGIN IMMEDIATE');
  const asking = Array.from({ length: 5 }, () => newcomer(world));
  for (const client of asking) client.write('/request Hello');
  await world.daemon.logged(logged('the database can not be used'));
  world.daemon.signal('SIGTERM');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0 });
  other.close();
  await world.restart();
  await Promise.all(asking.map((client) => client.sees('Got it!')));
});

test('a daemon at rest stops well, and the next takes up where it was', async () => {
  const world = await begin();
  const anna = newcomer(world);
  await answerTo(anna, '/start');
  expect(await withinTenSeconds(world.daemon.stop())).toMatchObject({ code: 0, stderr: '' });
  await world.restart();
  await answerTo(anna, '/status');
  expect(anna.chat.messages).toHaveLength(4);
});
