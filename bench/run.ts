import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { grammy, home, sosekni, telegraf, telegrafOnDisk, type Contestant } from './contestants';
import { PostgresDatabases, sqliteDatabases, connected, type Databases } from './databases';
import { measure, type Figures, type Load } from './measure';
import { startServer, type Server } from './postgres-server';
import { seed } from './seed';
import { costTable, table } from './table';
import { measureWriteCost, type CostPlan, type WriteCost } from './write-cost';

/**
 * `npm run bench`: measures our daemon next to small bots of the same job, on SQLite, then on PostgreSQL, and what `/find` costs
 * on each. The machine should have nothing else to do.
 */
const full = {
  ...{ rounds: 5, postgresRounds: 3, finished: 1_000_000 },
  load: { warmUp: 500, atOnce: 2000, steadySeconds: 5 },
  cost: { pairs: 12, atOnce: 1000 },
};
const quick: typeof full = {
  ...{ rounds: 1, postgresRounds: 1, finished: 50_000 },
  load: { warmUp: 200, atOnce: 500, steadySeconds: 3 },
  cost: { pairs: 3, atOnce: 300 },
};

interface Entry {
  readonly contestant: Contestant;
  readonly title: string;
  /** Of the database that each round continues with; null: a new one in each. */
  readonly url: string | null;
  readonly rounds: Figures[];
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, postgres: { type: 'string' } },
  });
  const plan = options.quick ? quick : full;
  // On the project's disk: a temporary folder may be in memory, where a commit costs nothing.
  const folder = mkdtempSync(join(home, 'dist', 'bench-'));
  const costs: Record<string, WriteCost> = {};
  try {
    const sqlite = sqliteDatabases(folder);
    write(await bench(plan, sqlite));
    costs['SQLite'] = await costOfFind(plan.cost, sqlite, 'SQLite');
    const postgres = await onPostgres(plan, options.postgres);
    if (postgres !== null) {
      write(postgres.report);
      costs['PostgreSQL'] = postgres.cost;
    }
    write(`${costTable(costs)}\n\n${aboutCost(plan.cost)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bench({ rounds, finished, load }: typeof full, databases: Databases): Promise<string> {
  const { url, title } = await years(finished, databases, 'SQLite');
  const plain: Entry = { contestant: telegraf, title: telegraf.name, url: null, rounds: [] };
  const onDisk: Entry = { contestant: telegrafOnDisk, title: telegrafOnDisk.name, url: null, rounds: [] };
  const runner: Entry = { contestant: grammy, title: grammy.name, url: null, rounds: [] };
  const ours: Entry = { contestant: sosekni, title: `**${sosekni.name}**`, url: null, rounds: [] };
  const late: Entry = { contestant: sosekni, title, url, rounds: [] };
  const entries = [plain, onDisk, runner, ours, late];
  for (let round = 0; round < rounds; round += 1) await runRound(entries, round, load, databases);
  const columns = [
    { ...plain, comparedTo: null },
    { ...onDisk, comparedTo: plain.rounds },
    { ...runner, comparedTo: plain.rounds },
    { ...ours, comparedTo: onDisk.rounds },
    { ...late, comparedTo: ours.rounds },
  ];
  return `${table(columns)}\n\n${circumstances(rounds, load)}`;
}

/** Null, with a line that says why, where no server can be had. */
async function onPostgres(plan: typeof full, url: string | undefined) {
  let server: Server;
  try {
    server = url === undefined ? await startServer() : { url, stop: () => Promise.resolve() };
  } catch (error) {
    progress(`no PostgreSQL: ${String(error)}. Name one that may have databases made in it with --postgres URL`);
    return null;
  }
  const databases = new PostgresDatabases(server.url);
  try {
    const report = await benchPostgres(plan, databases, await versionOf(server.url));
    return { report, cost: await costOfFind(plan.cost, databases, 'PostgreSQL') };
  } finally {
    await databases.remove();
    await server.stop();
  }
}

async function benchPostgres(
  { postgresRounds: rounds, finished, load }: typeof full,
  databases: Databases,
  server: string,
): Promise<string> {
  const { url, title } = await years(finished, databases, 'PostgreSQL');
  const ours: Entry = { contestant: sosekni, title: `**${sosekni.name}** on PostgreSQL`, url: null, rounds: [] };
  const late: Entry = { contestant: sosekni, title, url, rounds: [] };
  for (let round = 0; round < rounds; round += 1) await runRound([ours, late], round, load, databases);
  const columns = [
    { ...ours, comparedTo: null },
    { ...late, comparedTo: ours.rounds },
  ];
  const about = [
    `Medians of ${rounds} interleaved rounds with PostgreSQL ${server} on the same machine, whose CPU and memory are not in the figures;`,
    'parentheses show the median and range of the ratio to an empty database. The load is the same.',
  ];
  return `${table(columns)}\n\n${about.join('\n')}`;
}

/** A database with many finished requests, and what its column is called. */
async function years(finished: number, databases: Databases, engine: string) {
  const count = finished.toLocaleString('en');
  progress(`making a database with ${count} finished requests on ${engine}`);
  const url = await databases.fresh();
  await seed(url, finished);
  return { url, title: `with ${count} finished requests` };
}

async function costOfFind(plan: CostPlan, databases: Databases, engine: string): Promise<WriteCost> {
  progress(`what /find costs a request that is written on ${engine}`);
  return measureWriteCost(await databases.fresh(), databases.words, plan);
}

/** Who is first in one round is last in the next: what the machine does meanwhile meets all alike. */
async function runRound(entries: readonly Entry[], round: number, load: Load, databases: Databases): Promise<void> {
  const first = round % entries.length;
  const order = [...entries.slice(first), ...entries.slice(0, first)];
  for (const [n, { contestant, title, url, rounds }] of order.entries()) {
    progress(`round ${round + 1}: ${title}`);
    const run = 1 + round * entries.length + n;
    rounds.push(await measure(contestant, url ?? (await databases.fresh()), load, run));
  }
}

/** What the figures were measured with and on. */
function circumstances(rounds: number, { warmUp, atOnce, steadySeconds }: Load): string {
  const date = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  const versions = ['telegraf', 'grammy', '@grammyjs/runner', 'better-sqlite3'].map(
    (name) => `${name} ${version(`node_modules/${name}`)}`,
  );
  return [
    `Medians of ${rounds} interleaved rounds. Parentheses show the median and range of a ratio: sosekni-bot, which commits with`,
    '`synchronous=FULL`, to plain Telegraf with the same; the last column to sosekni-bot on an empty database; the others to plain',
    `Telegraf with \`NORMAL\`. After ${warmUp} requests and approvals to warm up, ${atOnce} requests came at once, then their approvals,`,
    `then 100 requests a second for ${steadySeconds} s, which waited when the reads were measured. Of the finished requests, 50,000 came`,
    'in the last 30 days. Each bot runs in its own process; the Bot API double runs without limits in another, on the same machine.',
    `Measured on ${date}: ${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? ''}),`,
    `${memory} GB, Node ${process.versions.node}, sosekni-bot ${version('.')}, ${versions.join(', ')}.`,
  ].join('\n');
}

function aboutCost({ pairs, atOnce }: CostPlan): string {
  return [
    `What \`/find\` costs a request that is written: bursts of ${atOnce.toLocaleString('en')} requests with what it needs, against bursts without,`,
    `until all is in the index. Medians of ${pairs} pairs that take turns in one daemon; half of the pairs lie within the parentheses.`,
  ].join('\n');
}

function version(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(home, folder, 'package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}

async function versionOf(url: string): Promise<string> {
  const client = await connected(url);
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  await client.end();
  return rows[0]?.version ?? '';
}

function progress(what: string): void {
  process.stderr.write(`${what}\n`);
}

function write(report: string): void {
  process.stdout.write(`${report}\n\n`);
}

void main();
