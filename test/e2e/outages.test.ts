import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asks, newcomer, saying } from './scenes';
import { startWorld } from './world';

const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];
const lost = saying('couldn’t reach Telegram', 'press again');

describe.each(['sqlite', 'postgres'] as const)('Telegram out of reach, on %s', (engine) => {
  it.each([
    // Short of 150 s by more than a start takes on a busy machine.
    [135, 0],
    [151, 1],
    [600, 1],
  ])('a daemon that was down for %i s tells the admins of lost presses %i times', async (seconds, times) => {
    const world = await startWorld({ engine, admins });
    await asks(newcomer(world));
    await world.daemon.stop();
    expect(await world.rows(lastPoll)).toHaveLength(1);
    const value = String(world.double.now() - seconds * 1000);
    await world.change(`UPDATE daemon_state SET value = '${value}' WHERE name = 'last_poll_at'`);
    await world.restart();
    const [boris] = world.admins;
    await asks(newcomer(world));
    await world.settled();
    expect(boris?.chat.messages.filter(lost)).toHaveLength(times);
    await world.close();
  });
});

const lastPoll = `SELECT value FROM daemon_state WHERE name = 'last_poll_at'`;

describe('Telegram unreachable while the daemon runs', () => {
  it.each([
    [1, 0],
    [135, 0],
    [151, 1],
    [600, 1],
  ])('for %i s: the admins are told of lost presses %i times', async (seconds, times) => {
    const folder = mkdtempSync(join(tmpdir(), 'sosekni-clock-'));
    const clock = join(folder, 'ahead');
    writeFileSync(clock, '0');
    const entry = join(__dirname, 'entries', 'clock-from-file.cjs');
    const world = await startWorld({ engine: 'sqlite', admins, daemon: { entry }, env: { CLOCK_FILE: clock } });
    const [boris] = world.admins;
    await asks(newcomer(world));
    await world.double.telegramAway();
    await world.daemon.logged(({ message }) => message === "Telegram can't be reached for updates");
    writeFileSync(clock, String((seconds - 1) * 1000));
    await world.double.telegramBack();
    await asks(newcomer(world));
    await world.settled();
    expect(boris?.chat.messages.filter(lost)).toHaveLength(times);
    await world.close();
    rmSync(folder, { recursive: true });
  });
});
