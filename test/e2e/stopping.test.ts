import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { withDeadline } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { program } from '../cli/command';
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
  const hung = world.double.callLog.next(({ params }) => params['chat_id'] === anna.id);
  anna.write('/start');
  await hung;
  return anna;
}

const withinTenSeconds = <T>(promise: Promise<T>): Promise<T> =>
  withDeadline(promise, 10_000, () => 'the daemon took longer than 10 s to stop');

test('SIGTERM, SIGINT, SIGHUP and SIGQUIT end the bot with 0 within 10 s while a send hangs and a poll is open; the next start does the rest', async () => {
  const stopped = async (signal: NodeJS.Signals): Promise<void> => {
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
  await Promise.all((['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const).map(stopped));
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

test('a closing terminal sends SIGHUP more than once, and the stop goes on', async () => {
  const world = await begin();
  await writesInVain(world);
  world.daemon.signal('SIGHUP');
  await world.daemon.logged(logged('stopping'));
  world.daemon.signal('SIGHUP');
  world.daemon.signal('SIGTERM');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0, stderr: '' });
});

test('SIGUSR1 opens no debugger, and neither it nor SIGUSR2 ends the bot', async () => {
  const world = await begin();
  for (const signal of ['SIGUSR1', 'SIGUSR2'] as const) {
    world.daemon.signal(signal);
    await world.daemon.logged(logged(`ignored ${signal}`));
  }
  await answerTo(newcomer(world), '/start');
  expect(await withinTenSeconds(world.daemon.stop())).toMatchObject({ code: 0, stderr: '' });
});

test('a bot whose stdout and stderr are full pipes that nobody reads still answers, and ends with 0 within 10 s', async () => {
  const world = await begin();
  await world.daemon.stop();
  const pipe = fullPipe(world.folder);
  const atWork = world.double.callLog.next(({ method }) => method === 'getUpdates');
  const bot = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], ...world.settings() },
    stdio: ['ignore', pipe, pipe],
  });
  const ended = once(bot, 'close');
  try {
    await atWork;
    await answerTo(newcomer(world), '/start');
    bot.kill('SIGTERM');
    expect(await withinTenSeconds(ended)).toEqual([0, null]);
  } finally {
    bot.kill('SIGKILL');
    closeSync(pipe);
  }
});

test('a LOG_FILE that is a pipe nobody reads blocks neither the bot nor its end', async () => {
  const world = await begin();
  await world.daemon.stop();
  const pipe = fullPipe(world.folder);
  await world.restart({ env: { LOG_FILE: join(world.folder, 'pipe') } });
  await world.daemon.logged((line) => line['event.action'] === 'log_file_failing');
  await answerTo(newcomer(world), '/start');
  expect(await withinTenSeconds(world.daemon.stop())).toMatchObject({ code: 0, stderr: '' });
  closeSync(pipe);
});

test('an error while stopping is logged, and the exit code is still 0', async () => {
  const world = await begin([join(__dirname, 'preloads', 'close-fails.cjs')]);
  expect(await withinTenSeconds(world.daemon.stop())).toMatchObject({ code: 0, stderr: '' });
  expect(world.daemon.log.find((line) => line['event.action'] === 'stop_failed')).toMatchObject({
    'log.level': 'error',
    'error.message': 'the database does not close',
  });
});

test('an uncaught error ends the bot with 1 and is in the log, without the token', async () => {
  const world = await begin([join(__dirname, 'preloads', 'throws-on-demand.cjs')]);
  world.daemon.signal('SIGUSR2');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 1, stderr: '' });
  expect(world.daemon.log.at(-1)).toMatchObject({
    'log.level': 'error',
    message: 'the bot has to stop',
    'error.message': 'thrown on demand: [redacted]',
  });
});

/** A pipe in this folder, `pipe`, that is full and stays so; who gets it closes it. */
function fullPipe(folder: string): number {
  const name = join(folder, 'pipe');
  spawnSync('mkfifo', [name]);
  const pipe = openSync(name, constants.O_RDWR | constants.O_NONBLOCK);
  const block = Buffer.alloc(4096);
  try {
    for (;;) writeSync(pipe, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return pipe;
  }
}

test('a daemon that waits for its database stops too, and loses nothing', async () => {
  const world = await begin([join(__dirname, 'preloads', 'disk-full-on-demand.cjs')]);
  world.daemon.signal('SIGUSR2');
  await world.daemon.logged(logged('the disk is full'));
  const asking = Array.from({ length: 20 }, () => newcomer(world));
  for (const client of asking) client.write(`/request ${'x'.repeat(2000)}`);
  await world.daemon.logged(logged('the database is unavailable'));
  world.daemon.signal('SIGTERM');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0 });
  await world.restart();
  await Promise.all(asking.map((client) => client.sees('Got it!')));
});

test('another program that keeps the SQLite file write-locked neither silences the daemon nor keeps it from stopping', async () => {
  const world = await begin();
  const other = new Database(new URL(world.databaseUrl).pathname);
  other.exec('BEGIN IMMEDIATE');
  const asking = Array.from({ length: 5 }, () => newcomer(world));
  for (const client of asking) client.write('/request Hello');
  await world.daemon.logged(logged('the database is unavailable'));
  world.daemon.signal('SIGTERM');
  expect(await withinTenSeconds(world.daemon.exited)).toMatchObject({ code: 0 });
  other.close();
  await world.restart();
  await Promise.all(asking.map((client) => client.sees('Got it!')));
});

test('an idle daemon stops cleanly, and the next one continues where it was', async () => {
  const world = await begin();
  const anna = newcomer(world);
  await answerTo(anna, '/start');
  expect(await withinTenSeconds(world.daemon.stop())).toMatchObject({ code: 0, stderr: '' });
  await world.restart();
  await answerTo(anna, '/status');
  expect(anna.chat.messages).toHaveLength(4);
});
