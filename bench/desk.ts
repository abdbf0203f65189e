import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { TelegramDouble } from '../src/telegram-double/double';
import { BotProcess } from './bot-process';
import { home, sosekni } from './contestants';
import { Crowd } from './crowd';
import { PostgresDatabases, sqliteDatabases, type Databases } from './databases';
import { freePort, startServer } from './postgres-server';
import { quantile } from './quantile';
import { seed } from './seed';
import { markdown } from './table';

/**
 * `npm run bench:desk`: how long the calls of the desk take after years of requests, and how much longer the bot's confirmations do
 * while somebody pages through everything, on SQLite, then on PostgreSQL: one of its own, the one of `--postgres URL`, or
 * `--postgres off`. `--only calls` or `--only confirmations` measures half of it. The machine should have nothing else to do.
 */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      requests: { type: 'string', default: '1000000' },
      postgres: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const requests = Number(options.requests);
  const { only } = options;
  const folder = mkdtempSync(join(home, 'dist', 'bench-desk-'));
  const columns: Column[] = [];
  try {
    columns.push({ title: 'SQLite', figures: await measureDesk(sqliteDatabases(folder), requests, only) });
    if (options.postgres !== 'off') columns.push(await onPostgres(options.postgres, requests, only));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const names = Object.keys(columns[0]?.figures ?? {});
  const rows = names.map((name) => [name, ...columns.map(({ figures }) => figures[name] ?? '–')]);
  process.stdout.write(
    `${markdown(
      columns.map(({ title }) => title),
      rows,
    )}\n\nOf the desk with ${requests.toLocaleString('en')} finished requests and 500 that wait: of each call the p95 in ms, and the CPU of the bot in ms.\n`,
  );
}

interface Column {
  readonly title: string;
  readonly figures: Readonly<Record<string, string>>;
}

async function onPostgres(named: string | undefined, requests: number, only?: string): Promise<Column> {
  const server = named === undefined ? await startServer() : { url: named, stop: () => Promise.resolve() };
  const databases = new PostgresDatabases(server.url);
  try {
    return { title: 'PostgreSQL', figures: await measureDesk(databases, requests, only) };
  } finally {
    await databases.remove();
    await server.stop();
  }
}

const times = 40;
const perSecond = 50;
const steadySeconds = 10;
const pairs = 7;

async function measureDesk(databases: Databases, requests: number, only?: string): Promise<Column['figures']> {
  const url = await databases.fresh();
  progress(`making a database with ${requests} finished requests`);
  await seed(url, requests);
  const double = await new TelegramDouble().start();
  const crowd = new Crowd(double, 6_000_000_000);
  const port = await freePort();
  const root = `http://127.0.0.1:${port}`;
  const token = randomBytes(24).toString('base64url');
  const atWork = double.callLog.next((call) => call.method === 'getUpdates');
  const bot = new BotProcess(sosekni.program, {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: double.root,
    ADMIN_TELEGRAM_ID: [7, ...crowd.admins.map(({ id }) => id)].join(','),
    DATABASE_URL: url,
    WEB_LISTEN: `127.0.0.1:${port}`,
    PUBLIC_URL: root,
    API_TOKEN: token,
    ...sosekni.env,
  });
  const desk = new DeskClient(root, token);
  try {
    await Promise.race([atWork, bot.crash()]);
    await crowd.ask(500);
    // While people write, readers rest: what that does is measured below.
    await wait(1_500);
    const figures: Record<string, string> = {};
    for (const [name, path] of only === 'confirmations' ? [] : Object.entries(callsAt(Date.now(), requests))) {
      const before = await bot.usage();
      const took = await desk.time(path);
      const cpu = ((await bot.usage()).cpuSeconds - before.cpuSeconds) / took.length;
      figures[name] = `${quantile(took, 0.95).toFixed(1)} (${(cpu * 1000).toFixed(1)})`;
      progress(`${name}: ${figures[name]}`);
    }
    if (only !== 'calls') Object.assign(figures, await confirmations(crowd, { root, token }));
    return figures;
  } finally {
    await bot.stop();
    await double.stop();
  }
}

/** How long clients wait for a confirmation, alone and beside somebody who pages through everything, in turn. */
async function confirmations(
  crowd: Crowd,
  at: { readonly root: string; readonly token: string },
): Promise<Column['figures']> {
  const waits: Record<'alone' | 'beside', number[][]> = { alone: [], beside: [] };
  let pages = 0;
  await crowd.askSteadily(perSecond, steadySeconds);
  for (let pair = 0; pair < pairs; pair += 1) {
    waits.alone.push([...(await crowd.askSteadily(perSecond, steadySeconds))]);
    const pager = fork(join(__dirname, 'pager.js'), [at.root, at.token]);
    await once(pager, 'message');
    waits.beside.push([...(await crowd.askSteadily(perSecond, steadySeconds))]);
    const over = once(pager, 'message');
    pager.send('stop');
    const [read] = (await over) as [number];
    pages += read;
  }
  const figures: Record<string, string> = {};
  for (const share of [0.5, 0.95]) {
    const [alone, beside] = [waits.alone, waits.beside].map((rounds) => rounds.map((round) => quantile(round, share)));
    const ratios = (beside ?? []).map((value, n) => value / (alone?.[n] ?? Number.NaN));
    const [least, middle, most] = [0, 0.5, 1].map((each) => quantile(ratios, each).toFixed(2));
    figures[`confirmation at ${perSecond} requests/s beside a reader of everything, p${share * 100} (ms)`] =
      `${quantile(beside ?? [], 0.5).toFixed(1)} (×${middle}, ${least}–${most})`;
  }
  return { ...figures, 'pages read meanwhile': String(pages) };
}

/** A program that reads with API_TOKEN. */
class DeskClient {
  constructor(
    private readonly root: string,
    private readonly token: string,
  ) {}

  /** The milliseconds of each call; a list goes on with its next page. */
  async time(path: () => string): Promise<readonly number[]> {
    const took: number[] = [];
    let after: unknown = null;
    for (let n = 0; n < times; n += 1) {
      const asked = path();
      const began = performance.now();
      const { next } = await this.read(
        typeof after === 'string' ? `${asked}${asked.includes('?') ? '&' : '?'}after=${after}` : asked,
      );
      took.push(performance.now() - began);
      after = next;
    }
    return took;
  }

  private async read(path: string): Promise<{ readonly next?: unknown }> {
    const response = await fetch(this.root + path, { headers: { authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as { readonly next?: unknown };
  }
}

const day = 86_400_000;

/** Lists of everything, of what is rare, and of what is common among what is rare; and all else that there is to read. */
function callsAt(now: number, requests: number): Readonly<Record<string, () => string>> {
  const time = (days: number) => encodeURIComponent(new Date(now - days * day).toISOString());
  const old = `from=${time(600)}&to=${time(590)}`;
  const any = () => 1 + Math.floor(Math.random() * requests);
  const list = (query: string) => () => `/admin/requests?${query}`;
  return {
    'all requests': list(''),
    'what waits': list('status=pending'),
    'what there is none of': list('status=revoked'),
    'an admin’s decisions': list('reviewer=7'),
    'ten days long ago': list(old),
    'the rejected of these': list(`${old}&status=rejected`),
    'a client’s requests': () => `/admin/requests?client=${5_000_000_000 + any()}`,
    'q=zebra': list('q=zebra'),
    'q=client 9999': list('q=client+9999'),
    'q=777': list('q=777'),
    'q=lo': list('q=lo'),
    'q=would love to join': list('q=would+love+to+join'),
    'q=love, rejected': list('q=love&status=rejected'),
    'q=love, long ago': list(`q=love&${old}`),
    'q=nobody wrote this': list('q=nobody+wrote+this'),
    'q=a Telegram ID': () => `/admin/requests?q=${5_000_000_000 + any()}`,
    'a request': () => `/admin/request/${any()}/details`,
    'a person': () => `/admin/people/${5_000_000_000 + any()}`,
    'the statistics of 30 days': () => '/admin/stats?days=30',
    'the statistics of a year': () => '/admin/stats?days=366',
    'somebody’s access': () => `/api/access/${5_000_000_000 + any()}`,
    'changes of access': () => `/api/access?after=${any()}`,
  };
}

function progress(what: string): void {
  process.stderr.write(`${what}\n`);
}

void main();
