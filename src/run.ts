import { setTimeout as wait } from 'node:timers/promises';
import { secretsOf } from './config';
import { runDaemon, type DaemonPorts } from './daemon';
import { asFailure, exitCodes, Failure } from './failure';
import { Health } from './health/health';
import type { Millis } from './lifecycle/ids';
import { createLog } from './log';
import { readConfig, readTexts } from './settings';
import type { Surroundings } from './surroundings';

/** Telegram and the database get this long to finish; systemd and people wait no more than 10 s. */
const lastMoments: Millis = 9000;

/** Runs the daemon until the process is asked to end. Throws a `Failure` where it can't go on. */
export async function run(around: Surroundings, step: DaemonPorts['step']): Promise<void> {
  const { clock, signal } = around;
  const config = readConfig(around);
  const texts = readTexts(config);
  const log = createLog({ ...config.log, secrets: secretsOf(config) });
  const health = new Health(clock);
  const stopping = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      log.info('stopping', { action: 'stopping', details: { signal: String(signal.reason) } });
      resolve();
    });
  });
  const outOfTime = stopping
    .then(() => wait(lastMoments, undefined, { ref: false }))
    .then(() => log.warn('not everything could be finished in time; the rest is done after the next start'));
  try {
    await Promise.race([
      runDaemon({ config, texts, log, clock, health, step }, signal).then(() =>
        log.info('stopped', { action: 'stopped' }),
      ),
      outOfTime,
    ]);
  } catch (error) {
    if (signal.aborted) return;
    const failure = asFailure(error);
    if (failure !== null) throw failure;
    log.error('the bot can not go on', { error });
    throw new Failure(exitCodes.failed, '');
  }
}
