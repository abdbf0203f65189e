import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TelegramDouble } from '../src/telegram-double/double';
import { BotProcess } from './bot-process';
import { Crowd } from './crowd';
import type { Contestant } from './contestants';
import { quantile } from './quantile';
import type { Reads } from './reads';

/** What is measured, in the units of the table. */
export const figures = {
  requests: { name: 'requests/s', unit: '', digits: 0 },
  approvals: { name: 'approvals/s', unit: '', digits: 0 },
  cpu: { name: 'CPU for 1,000 requests and their approvals', unit: 's', digits: 2 },
  steadyCpu: { name: 'CPU at 100 requests/s, for 1,000 requests', unit: 's', digits: 2 },
  memory: { name: 'peak resident memory', unit: 'MB', digits: 0 },
  start: { name: 'cold start', unit: 'ms', digits: 0 },
  p50: { name: 'confirmation at 100 requests/s, p50', unit: 'ms', digits: 1 },
  p95: { name: 'confirmation at 100 requests/s, p95', unit: 'ms', digits: 1 },
  statusRead: { name: 'a read: where a client stands', unit: 'µs', digits: 0 },
  listRead: { name: 'a read: the admins’ list', unit: 'µs', digits: 0 },
  sentence: { name: 'a sentence with a date in it', unit: 'µs', digits: 0 },
  find: { name: '`/find`, p95', unit: 'ms', digits: 1 },
  stats: { name: '`/stats`, p95', unit: 'ms', digits: 0 },
} as const;
export type Figure = keyof typeof figures;
/** Null: it is not measured. */
export type Figures = Readonly<Record<Figure, number | null>>;

export interface Load {
  /** Requests, and approvals, before anything is measured. */
  readonly warmUp: number;
  /** Requests that come at once; their approvals come at once as well. */
  readonly atOnce: number;
  /** For how long requests come one by one. */
  readonly steadySeconds: number;
}

const perSecond = 100;

/**
 * One run of one bot against a double of its own, which is without limits and shares this process with the people. `run`
 * tells runs apart that share a database. Throws if the bot breaks a rule of Telegram, ends or serves not everybody.
 */
export async function measure(contestant: Contestant, databaseUrl: string, load: Load, run: number): Promise<Figures> {
  const double = new TelegramDouble();
  await double.start();
  // Updates must not look like repeats of an earlier run's.
  double.restartUpdateIds(1_000_000 * run);
  const crowd = new Crowd(double, 6_000_000_000 + 1_000_000 * run);
  const atWork = double.callLog.next((call) => call.method === 'getUpdates');
  const began = performance.now();
  const bot = new BotProcess(contestant.program, {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: double.root,
    ADMIN_TELEGRAM_ID: crowd.admins.map(({ id }) => id).join(','),
    DATABASE_URL: databaseUrl,
    ...contestant.env,
  });
  try {
    const underLoad = await Promise.race([bot.crash(), wholeRun()]);
    await bot.stop();
    const reads = contestant.reads === null ? null : await readsOf(contestant.reads, databaseUrl);
    return {
      ...underLoad,
      statusRead: reads?.status ?? null,
      listRead: reads?.list ?? null,
      sentence: reads?.sentence ?? null,
      find: reads?.find ?? null,
      stats: reads?.stats ?? null,
    };
  } finally {
    await bot.stop();
    await double.stop();
  }

  async function wholeRun() {
    await atWork;
    const start = performance.now() - began;
    await crowd.approve((await crowd.ask(load.warmUp)).cards);
    double.callLog.forget();
    const before = await bot.usage();
    const asked = await crowd.ask(load.atOnce);
    const approved = await crowd.approve(asked.cards);
    const after = await bot.usage();
    const waits = await crowd.askSteadily(perSecond, load.steadySeconds);
    const atLast = await bot.usage();
    const [violation] = double.violations;
    if (violation !== undefined) throw new Error(`${contestant.name}: ${violation.method}: ${violation.problem}`);
    return {
      requests: load.atOnce / asked.seconds,
      approvals: load.atOnce / approved.seconds,
      cpu: ((after.cpuSeconds - before.cpuSeconds) / load.atOnce) * 1000,
      steadyCpu: ((atLast.cpuSeconds - after.cpuSeconds) / waits.length) * 1000,
      memory: after.peakMemory / 2 ** 20,
      start,
      p50: quantile(waits, 0.5),
      p95: quantile(waits, 0.95),
    };
  }
}

async function readsOf(program: string, databaseUrl: string): Promise<Reads> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, databaseUrl], { env: {} });
  return JSON.parse(stdout) as Reads;
}
