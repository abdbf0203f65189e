import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { grammy, home, sosekni, telegraf, telegrafOnDisk, type Contestant } from './contestants';
import { measure, type Figures, type Load } from './measure';
import { seed, withoutWords } from './seed';
import { table } from './table';

/** `npm run bench`: measures our daemon next to small bots of the same job. The machine should have nothing else to do. */
const full = { rounds: 5, finished: 1_000_000, load: { warmUp: 500, atOnce: 2000, steadySeconds: 10 } };
const quick = { rounds: 1, finished: 50_000, load: { warmUp: 200, atOnce: 500, steadySeconds: 3 } };

interface Entry {
  readonly contestant: Contestant;
  readonly title: string;
  /** Null: a new database in each round. */
  readonly file: string | null;
  /** What is done to a new database first; nothing where it is missing. */
  readonly prepare?: (file: string) => Promise<void>;
  readonly rounds: Figures[];
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const plan = options.quick ? quick : full;
  // On the project's disk: a temporary folder may be in memory, where a commit costs nothing.
  const folder = mkdtempSync(join(home, 'dist', 'bench-'));
  try {
    await bench(plan, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bench({ rounds, finished, load }: typeof full, folder: string): Promise<void> {
  const years = join(folder, 'finished.db');
  const count = finished.toLocaleString('en');
  progress(`making a database with ${count} finished requests`);
  await seed(years, finished);
  const plain: Entry = { contestant: telegraf, title: telegraf.name, file: null, rounds: [] };
  const onDisk: Entry = { contestant: telegrafOnDisk, title: telegrafOnDisk.name, file: null, rounds: [] };
  const runner: Entry = { contestant: grammy, title: grammy.name, file: null, rounds: [] };
  const ours: Entry = { contestant: sosekni, title: `**${sosekni.name}**`, file: null, rounds: [] };
  const late: Entry = { contestant: sosekni, title: `with ${count} finished requests`, file: years, rounds: [] };
  const blind: Entry = {
    contestant: { ...sosekni, reads: null },
    title: 'without what `/find` needs',
    file: null,
    prepare: withoutWords,
    rounds: [],
  };
  const entries = [plain, onDisk, runner, ours, blind, late];
  for (let round = 0; round < rounds; round += 1) await runRound(entries, round, load, folder);
  const columns = [
    { ...plain, comparedTo: null },
    { ...onDisk, comparedTo: plain.rounds },
    { ...runner, comparedTo: plain.rounds },
    { ...ours, comparedTo: onDisk.rounds },
    { ...blind, comparedTo: ours.rounds },
    { ...late, comparedTo: ours.rounds },
  ];
  process.stdout.write(`${table(columns)}\n\n${circumstances(rounds, load)}\n`);
}

/** Who is first in one round is last in the next: what the machine does meanwhile meets all alike. */
async function runRound(entries: readonly Entry[], round: number, load: Load, folder: string): Promise<void> {
  const first = round % entries.length;
  const order = [...entries.slice(first), ...entries.slice(0, first)];
  for (const [n, { contestant, title, file, prepare, rounds }] of order.entries()) {
    const run = 1 + round * entries.length + n;
    progress(`round ${round + 1}: ${title}`);
    const database = file ?? join(folder, `${run}.db`);
    await prepare?.(database);
    rounds.push(await measure(contestant, `file:${database}`, load, run));
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
    '`synchronous=FULL`, to plain Telegraf with the same; the last two columns to sosekni-bot on an empty database; the others to plain',
    `Telegraf with \`NORMAL\`. After ${warmUp} requests and approvals to warm up, ${atOnce} requests came at once, then their approvals,`,
    `then 100 requests a second for ${steadySeconds} s, which waited when the reads were measured. Each bot runs in its own process;`,
    'the Bot API double runs without limits in another, on the same machine.',
    `Measured on ${date}: ${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? ''}),`,
    `${memory} GB, Node ${process.versions.node}, sosekni-bot ${version('.')}, ${versions.join(', ')}.`,
  ].join('\n');
}

function version(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(home, folder, 'package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}

function progress(what: string): void {
  process.stderr.write(`${what}\n`);
}

void main();
