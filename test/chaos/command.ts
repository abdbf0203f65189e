import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Engine } from '../e2e/world';
import type { OwnServer } from './misfortunes';
import { Random } from './random';
import { runChaos, type Report } from './run';

export interface ChaosServer extends OwnServer {
  readonly url: string;
  stop(): Promise<void>;
}

const usage = 'npm run chaos -- [--kills N] [--seed S] [--engine sqlite|postgres|both]';
/** For each engine: about a minute for both. */
const defaultKills = 25;
/** From this many kills on, a connection that hangs is waited out, too. */
const longRun = 100;
/** A longer run is made of several worlds, each checked by itself. */
const killsInAWorld = 50;

/** Runs as the arguments say and prints what came of it. Gives the exit code: 1 where a promise was broken, 2 for wrong arguments. */
export async function chaos(args: readonly string[], startServer: () => Promise<ChaosServer>): Promise<number> {
  const wanted = readArguments(args);
  if (wanted === null) {
    say(usage);
    return 2;
  }
  const reports: Report[] = [];
  for (const engine of wanted.engines) reports.push(...(await runEngine(engine, wanted, startServer)));
  const violations = reports.flatMap((report) => report.violations).length;
  say(`seed ${wanted.seed}: ${violations === 0 ? 'nothing was lost and nothing doubled' : `${violations} violations`}`);
  return violations === 0 ? 0 : 1;
}

interface Wanted {
  readonly engines: readonly Engine[];
  readonly kills: number;
  readonly seed: number;
}

function readArguments(args: readonly string[]): Wanted | null {
  const options = { kills: { type: 'string' }, seed: { type: 'string' }, engine: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const kills = Number(values.kills ?? defaultKills);
    const seed = Number(values.seed ?? randomInt(2 ** 31));
    const engines = enginesNamed(values.engine ?? 'both');
    return Number.isInteger(kills) && kills > 0 && Number.isInteger(seed) && engines !== null
      ? { engines, kills, seed }
      : null;
  } catch {
    return null;
  }
}

function enginesNamed(name: string): readonly Engine[] | null {
  if (name === 'both') return ['sqlite', 'postgres'];
  return name === 'sqlite' || name === 'postgres' ? [name] : null;
}

async function runEngine(engine: Engine, { kills, seed }: Wanted, startServer: () => Promise<ChaosServer>) {
  const server = engine === 'postgres' ? await startServer() : null;
  if (server !== null) process.env['TEST_POSTGRES_URL'] = server.url;
  const seeds = new Random(seed);
  const reports: Report[] = [];
  try {
    for (let left = kills; left > 0; left -= killsInAWorld) {
      const report = await runChaos({
        engine,
        kills: Math.min(left, killsInAWorld),
        seed: seeds.between(0, 2 ** 31),
        server,
        patient: left === kills && kills >= longRun,
      });
      reports.push(report);
      say(`${engine}: ${describe(report)}`);
    }
  } finally {
    await server?.stop();
  }
  if (reports.length > 1) say(`${engine}, in all: ${describe(sum(reports))}`);
  return reports;
}

function describe(report: Report): string {
  const { kills, updates, decisions, votes, staffChanges, texts, joins, removals, webhooks } = report;
  const { sends, mails, unknown, repeats, violations, worstResume } = report;
  return [
    `${kills} kills, ${updates} updates, ${decisions} decisions, ${votes} votes, ${staffChanges} changes of admins, ` +
      `${texts} notes, questions and answers, ${joins} joins, ${removals} removals, ${webhooks} webhooks, ${sends} sends, ${mails} mails, ${unknown} of unknown outcome, ` +
      `${repeats} repeats, ${violations.length} violations, ` +
      `service back after ${(worstResume.ms / 1000).toFixed(1)} s at worst (${worstResume.after})`,
    ...violations.map((violation) => `  ${violation}`),
  ].join('\n');
}

function sum(reports: readonly Report[]): Report {
  const total = (count: (report: Report) => number) => reports.reduce((all, report) => all + count(report), 0);
  const worst = [...reports].sort((one, other) => other.worstResume.ms - one.worstResume.ms)[0]?.worstResume;
  return {
    kills: total(({ kills }) => kills),
    updates: total(({ updates }) => updates),
    decisions: total(({ decisions }) => decisions),
    votes: total(({ votes }) => votes),
    staffChanges: total(({ staffChanges }) => staffChanges),
    texts: total(({ texts }) => texts),
    joins: total(({ joins }) => joins),
    removals: total(({ removals }) => removals),
    webhooks: total(({ webhooks }) => webhooks),
    sends: total(({ sends }) => sends),
    mails: total(({ mails }) => mails),
    unknown: total(({ unknown }) => unknown),
    repeats: total(({ repeats }) => repeats),
    violations: reports.flatMap(({ violations }) => violations),
    worstResume: worst ?? { ms: 0, after: 'nothing' },
  };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
