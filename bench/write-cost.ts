import { setTimeout as wait } from 'node:timers/promises';
import { TelegramDouble } from '../src/telegram-double/double';
import { BotProcess } from './bot-process';
import { sosekni } from './contestants';
import { Crowd } from './crowd';
import type { Words } from './databases';
import { makeSchema } from './seed';

/** With what `/find` needs, divided by without, of each pair of bursts. */
export interface WriteCost {
  readonly requestsPerSecond: readonly number[];
  /** Of the bot and of the database together, until all is in the index. */
  readonly cpu: readonly number[];
}

export interface CostPlan {
  /** Bursts with and bursts without. */
  readonly pairs: number;
  /** Requests of each burst. */
  readonly atOnce: number;
}

/**
 * What `/find` costs a request that is written: one daemon takes burst after burst, with and without what `/find` needs, in an
 * order that takes turns. So neither the start of a process nor what the machine does meanwhile is mistaken for it.
 */
export async function measureWriteCost(
  url: string,
  openWords: (url: string) => Promise<Words>,
  { pairs, atOnce }: CostPlan,
): Promise<WriteCost> {
  await makeSchema(url);
  const words = await openWords(url);
  const double = await new TelegramDouble().start();
  // Updates must not look like repeats of those that the schema was made with.
  double.restartUpdateIds(1_000_000);
  const crowd = new Crowd(double, 6_000_000_000);
  const atWork = double.callLog.next((call) => call.method === 'getUpdates');
  const bot = new BotProcess(sosekni.program, {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: double.root,
    ADMIN_TELEGRAM_ID: crowd.admins.map(({ id }) => id).join(','),
    DATABASE_URL: url,
    // What a sweep does later belongs to the burst.
    SWEEP_SCHEDULE: '* * * * * *',
    ...sosekni.env,
  });
  try {
    return await Promise.race([bot.crash(), bursts()]);
  } finally {
    await bot.stop();
    await double.stop();
    await words.close();
  }

  async function bursts(): Promise<WriteCost> {
    await atWork;
    for (let n = 0; n < 3; n += 1) await burst();
    const cost = { requestsPerSecond: [] as number[], cpu: [] as number[] };
    for (let pair = 0; pair < pairs; pair += 1) {
      const withoutFirst = pair % 2 === 0 ? await without() : null;
      const having = await burst();
      const lacking = withoutFirst ?? (await without());
      cost.requestsPerSecond.push(lacking.seconds / having.seconds);
      cost.cpu.push(having.cpu / lacking.cpu);
    }
    return cost;
  }

  async function without() {
    await words.off();
    try {
      return await burst();
    } finally {
      await words.on();
    }
  }

  async function burst() {
    const before = await cpuSeconds();
    const { seconds } = await crowd.ask(atOnce);
    // Sent messages are written down, and a sweep has come by.
    do await wait(1200);
    while (!(await words.isIndexed()));
    double.callLog.forget();
    return { seconds, cpu: (await cpuSeconds()) - before };
  }

  async function cpuSeconds(): Promise<number> {
    return (await bot.usage()).cpuSeconds + (await words.serverCpuSeconds());
  }
}
