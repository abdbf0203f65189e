#!/usr/bin/env node
import path from 'node:path';
import { TokenRefused } from './bot/introduce';
import { systemClock } from './clock';
import { describeProblems, loadConfigFromFiles, secretsOf, type Config } from './config';
import { runDaemon, type DaemonPorts } from './daemon';
import { Health } from './health/health';
import { ListenError } from './http/listen-error';
import { createLog } from './log';
import { StoreError } from './store/errors';
import { loadTexts, type Texts } from './texts/texts';

/** Exit codes of sysexits.h: a setting is wrong; something else is using what we need. */
const EX_CONFIG = 78;
const EX_TEMPFAIL = 75;

/** Telegram and the database get this long to finish; systemd and people wait no more than 10 s. */
const lastMoments = 9000;

/** What an entry of its own, such as a test's or the sandbox's, may bring instead of the real thing. */
interface OwnPorts extends Partial<Pick<DaemonPorts, 'clock' | 'step'>> {
  /** The folder whose `.env` is read and where relative paths start; the project's own if not given. */
  readonly home?: string;
}

/** Runs the program and ends the process. */
export async function main(ports: OwnPorts = {}): Promise<void> {
  const { clock = systemClock(), step = () => {}, home = path.dirname(__dirname) } = ports;
  const settings = readSettings(home);
  if (typeof settings === 'string') return end(EX_CONFIG, settings);
  const { config, texts } = settings;
  const log = createLog({ ...config.log, secrets: secretsOf(config) });
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) process.exit(1);
    log.info('stopping', { action: 'stopping', details: { signal } });
    stopping.abort();
    setTimeout(() => {
      log.warn('not everything could be finished in time; the rest is done after the next start');
      process.exit(0);
    }, lastMoments).unref();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  try {
    await runDaemon({ config, texts, log, clock, health: new Health(clock), step }, stopping.signal);
    log.info('stopped', { action: 'stopped' });
    process.exit(0);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    if (error instanceof StoreError) return end(error.code === 'held' ? EX_TEMPFAIL : EX_CONFIG, error.message);
    if (error instanceof TokenRefused || error instanceof ListenError) return end(EX_CONFIG, error.message);
    log.error('the bot can not go on', { error });
    process.exit(1);
  }
}

/** All settings and texts, or everything that is wrong with them. */
function readSettings(home: string): { readonly config: Config; readonly texts: Texts } | string {
  const loaded = loadConfigFromFiles({ env: process.env, home, isTty: process.stdout.isTTY });
  if (!loaded.ok) return describeProblems(loaded.problems);
  const { config } = loaded;
  const { defaultLanguage, textsDir: overridesDir, community } = config;
  const read = loadTexts({ defaultLanguage, overridesDir, community });
  if ('texts' in read) return { config, texts: read.texts };
  return ['Not started: TEXTS_DIR or DEFAULT_LANGUAGE is wrong.', ...read.problems.map((text) => `  ${text}`)].join(
    '\n',
  );
}

function end(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

if (require.main === module) void main();
