import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { testManager, type TestManager } from '../systemd/manager';
import { asks, newcomer } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const clockEntry = join(__dirname, 'entries', 'clock-from-file.cjs');
/** Ten minutes pass in the daemon, by both its clocks. */
const tenMinutes = '600000';

describe('a daemon that a service manager has started', () => {
  const manager = testManager();
  if (manager === null) return void test.skip('notifies it (unix-dgram is missing)', () => {});
  suite(manager);
});

function suite(systemd: TestManager): void {
  let world: World;
  const clockFile = () => join(world.folder, 'ahead');
  const variant = () => ({
    entry: clockEntry,
    env: { NOTIFY_SOCKET: systemd.socketPath, WATCHDOG_USEC: '300000', CLOCK_FILE: clockFile() },
  });
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
    writeFileSync(clockFile(), '0');
  });
  beforeEach(async () => {
    await world.daemon.stop();
    writeFileSync(clockFile(), '0');
    systemd.told.length = 0;
  });
  afterAll(async () => {
    await world.end();
    systemd.close();
  });

  /** What it has been told since: long enough for a daemon that lives to say so three times. */
  async function toldSince(length: number): Promise<readonly string[]> {
    const statuses = () => systemd.told.slice(length).filter((state) => state.startsWith('STATUS=')).length;
    while (statuses() < 3) await wait(20);
    return systemd.told.slice(length);
  }
  const clocksJump = () => writeFileSync(clockFile(), tenMinutes);

  test('says that it is ready, what is waiting, that it is alive and that it is stopping', async () => {
    await world.restart(variant());
    await systemd.hears(/^READY=1$/);
    await asks(newcomer(world));
    await systemd.hears(/^STATUS=1 pending; last poll \d+ s ago$/);
    await systemd.hears(/^WATCHDOG=1$/);
    await world.daemon.stop();
    await systemd.hears(/^STOPPING=1$/);
  });

  test('is ready although Telegram is unreachable, and stays alive meanwhile', async () => {
    await world.double.telegramAway();
    const started = world.restart(variant());
    await systemd.hears(/^READY=1$/);
    await systemd.hears(/^STATUS=waiting for Telegram/);
    clocksJump();
    expect(await toldSince(systemd.told.length)).toContain('WATCHDOG=1');
    await world.double.telegramBack();
    await started;
    await world.double.telegramAway();
    writeFileSync(clockFile(), '1200000');
    await systemd.hears(/^STATUS=.*can't be reached/, systemd.told.length);
    expect(await toldSince(systemd.told.length)).toContain('WATCHDOG=1');
    await world.double.telegramBack();
  });

  test('gives no sign of life once its poll has hung for too long', async () => {
    await world.restart(variant());
    await systemd.hears(/^WATCHDOG=1$/);
    const hung = world.double.callLog.next(({ method }) => method === 'getUpdates');
    world.double.faults.add({ method: 'getUpdates', fault: { kind: 'hang', acts: false, stalls: 'headers' } });
    newcomer(world).write('/start');
    await hung;
    clocksJump();
    await systemd.hears(/^STATUS=.*answered no poll/, systemd.told.length);
    expect(await toldSince(systemd.told.length)).not.toContain('WATCHDOG=1');
    await world.daemon.kill();
    await world.restart();
  });

  test('gives no sign of life while its database hangs, and does again afterwards', async () => {
    await world.restart(variant());
    await systemd.hears(/^WATCHDOG=1$/);
    // Another program that does not let go of it.
    const other = new Database(join(world.folder, 'sosekni.db'));
    other.exec('BEGIN IMMEDIATE');
    await systemd.hears(/^STATUS=.*database has not answered/, systemd.told.length);
    clocksJump();
    await systemd.hears(/^STATUS=.*database has not answered for 6\d\d s/, systemd.told.length);
    expect(await toldSince(systemd.told.length)).not.toContain('WATCHDOG=1');
    other.close();
    // The poll has been open since before the jump, too.
    newcomer(world).write('/start');
    await systemd.hears(/^WATCHDOG=1$/, systemd.told.length);
  });
}

test('a daemon that can not notify its service manager says so, and works all the same', async () => {
  const world = await startWorld({
    engine: 'sqlite',
    admins: [boris],
    env: { NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '300000' },
  });
  try {
    await world.daemon.logged((line) => line['event.action'] === 'service_manager_unreachable');
    await asks(newcomer(world));
  } finally {
    await world.close();
  }
});

test('a daemon without the optional package says so, and works all the same', async () => {
  const world = await startWorld({
    engine: 'sqlite',
    admins: [boris],
    env: { NOTIFY_SOCKET: '/run/systemd/notify' },
    daemon: { preloads: [join(__dirname, 'preloads', 'no-unix-dgram.cjs')] },
  });
  try {
    const line = await world.daemon.logged((each) => each['event.action'] === 'service_manager_unreachable');
    expect(line['message']).toMatch(/unix-dgram is missing.*npm ci.*Type=exec/);
    await asks(newcomer(world));
  } finally {
    await world.close();
  }
});
