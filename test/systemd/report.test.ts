import type { HealthReport, Phase } from '../../src/observability/health/health';
import type { Log } from '../../src/observability/log';
import { serviceManagerSettings } from '../../src/systemd/environment';
import { reportTo } from '../../src/systemd/report';
import { reachServiceManager } from '../../src/systemd/service-manager';
import { testManager, type TestManager } from './manager';

/** Remembers what is logged. */
function rememberingLog() {
  const lines: string[] = [];
  const write = (message: string) => void lines.push(message);
  const log: Log = { error: write, warn: write, info: write, debug: write, child: () => log };
  return { log, lines };
}

const at = Date.UTC(2026, 0, 15, 12);
const active: HealthReport = {
  phase: 'active',
  alive: true,
  ready: true,
  reasons: [],
  pending: 3,
  figures: null,
  lastPoll: at - 2000,
  quietFor: 2000,
  leads: true,
};

/** Says of the daemon what a test wants it to. */
class ToldHealth {
  report: HealthReport = { ...active, phase: 'opening_database', pending: null, lastPoll: null };
  checks = 0;
  private listener: (phase: Phase) => void = () => {};
  private waiting: (() => void)[] = [];

  onPhase(listener: (phase: Phase) => void): void {
    this.listener = listener;
    listener(this.report.phase);
  }

  become(report: Partial<HealthReport>): void {
    this.report = { ...this.report, ...report };
    this.listener(this.report.phase);
  }

  check(): Promise<HealthReport> {
    this.checks += 1;
    for (const wake of this.waiting.splice(0)) wake();
    return Promise.resolve(this.report);
  }

  /** Resolves when it has been asked so many times more, and what was found by all but the last has been told. */
  async asked(times: number): Promise<void> {
    const until = this.checks + times;
    while (this.checks < until) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

describe('the service manager', () => {
  const manager = testManager();
  if (manager === null) return void test.skip('is notified (unix-dgram is missing)', () => {});
  suite(manager);
});

function suite(systemd: TestManager): void {
  let health: ToldHealth;
  let reporting: { stop(): void };
  afterAll(() => systemd.close());
  beforeEach(() => {
    systemd.told.length = 0;
    health = new ToldHealth();
    const manager = reachServiceManager(systemd.socketPath, rememberingLog().log);
    if (manager === null) throw new Error('the socket is there');
    reporting = reportTo({ manager, health, watchdog: 90, now: () => at });
  });
  afterEach(() => reporting.stop());

  test('is asked for more time, and told nothing else, until the database is open', async () => {
    health.become({ phase: 'waiting_for_database' });
    await health.asked(3);
    expect(await systemd.hears(/^EXTEND_TIMEOUT_USEC=60000000$/)).toBeDefined();
    await systemd.hears(/^STATUS=waiting for the database$/);
    expect(systemd.told).not.toContain('READY=1');
    expect(systemd.told).not.toContain('WATCHDOG=1');
  });

  test('is asked for an hour before a migration, during which nothing can be sent', async () => {
    health.become({ phase: 'migrating' });
    await systemd.hears(/^EXTEND_TIMEOUT_USEC=3600000000$/);
  });

  test.each<[Phase, RegExp]>([
    ['waiting_for_telegram', /^STATUS=waiting for Telegram/],
    ['standing_by', /^STATUS=standing by/],
  ])('is told once that the daemon is ready, and that it is alive: %s', async (phase, status) => {
    health.become({ phase });
    await systemd.hears(/^READY=1$/);
    await systemd.hears(status);
    await systemd.hears(/^WATCHDOG=1$/);
    health.become(active);
    const before = systemd.told.length;
    await systemd.hears(/^WATCHDOG=1$/, before);
    expect(systemd.told.filter((state) => state === 'READY=1')).toHaveLength(1);
    expect(systemd.told.slice(before)).not.toContain('EXTEND_TIMEOUT_USEC=60000000');
  });

  test('is told how many requests are open, when a poll was last answered, and what is wrong', async () => {
    health.become(active);
    await systemd.hears(/^STATUS=3 pending; last poll 2 s ago$/);
    health.become({ reasons: [{ what: 'polling', why: 'Telegram is away', stuck: false }], lastPoll: null });
    await systemd.hears(/^STATUS=3 pending; no poll answered yet; Telegram is away$/);
  });

  test.each<[string, Partial<HealthReport>]>([
    ['hangs', { alive: false, reasons: [{ what: 'polling', why: 'no poll', stuck: true }] }],
    ['has no database any more', { phase: 'waiting_for_database', leads: false }],
  ])('gets no sign of life from a daemon that %s, and gets one again when that is over', async (_, trouble) => {
    health.become(active);
    await systemd.hears(/^WATCHDOG=1$/);
    health.become(trouble);
    await health.asked(2);
    const { length } = systemd.told;
    await health.asked(4);
    expect(systemd.told.slice(length)).not.toContain('WATCHDOG=1');
    expect(systemd.told.slice(length).some((state) => state.startsWith('STATUS='))).toBe(true);
    health.become({ ...active, alive: true });
    await systemd.hears(/^WATCHDOG=1$/, systemd.told.length);
  });

  test('is told that the daemon is stopping', async () => {
    health.become(active);
    health.become({ phase: 'stopping' });
    await systemd.hears(/^STOPPING=1$/);
  });
}

test('with an abstract socket can not be notified, and the log says what to do', () => {
  const { log, lines } = rememberingLog();
  expect(reachServiceManager('@/org/freedesktop/systemd1/notify', log)).toBeNull();
  expect(lines.join()).toMatch(/NOTIFY_SOCKET.*only sockets with a path.*Type=exec/);
});

test('that does not read its socket is reported once', () => {
  const { log, lines } = rememberingLog();
  const manager = reachServiceManager('/nonexistent/notify', log);
  if (manager === null) return;
  expect(manager.tell('READY=1')).toBe(false);
  expect(manager.tell('READY=1')).toBe(false);
  expect(lines).toHaveLength(1);
  manager.close();
});

test('the watchdog’s time is systemd’s, if it is meant for this process', () => {
  const NOTIFY_SOCKET = '/run/systemd/notify';
  expect(serviceManagerSettings({}, 12)).toBeNull();
  expect(serviceManagerSettings({ NOTIFY_SOCKET }, 12)).toEqual({ socketPath: NOTIFY_SOCKET, watchdog: null });
  const watched = { NOTIFY_SOCKET, WATCHDOG_USEC: '60000000' };
  expect(serviceManagerSettings(watched, 12)?.watchdog).toBe(60_000);
  expect(serviceManagerSettings({ ...watched, WATCHDOG_PID: '12' }, 12)?.watchdog).toBe(60_000);
  expect(serviceManagerSettings({ ...watched, WATCHDOG_PID: '13' }, 12)?.watchdog).toBeNull();
  expect(serviceManagerSettings({ ...watched, WATCHDOG_USEC: '0' }, 12)?.watchdog).toBeNull();
});
