import { setTimeout as wait } from 'node:timers/promises';
import { publicValuesOf, secretsOf } from '../config/secrets';
import { runDaemon, type DaemonPorts } from './daemon';
import { asFailure, exitCodes, Failure } from '../failure';
import { Health } from '../observability/health/health';
import type { Millis } from '../lifecycle/ids';
import { createLog, type Log } from '../observability/log';
import { openLogFile, readSettings } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { keepHeapSmall } from '../process/heap';
import { rejection } from '../process/rejection';
import { serviceManagerSettings } from '../systemd/environment';
import type * as Report from '../systemd/report';
import type * as Manager from '../systemd/service-manager';

// Of no use without a service manager, and unix-dgram, which they load, is optional.
const load = {
  serviceManager: () => require('../systemd/service-manager') as typeof Manager,
  report: () => require('../systemd/report') as typeof Report,
};

/** How long Telegram and the database get to finish; systemd and people wait for at most 10 s. */
const lastMoments: Millis = 9000;

/** Runs the daemon until the process is asked to end. Throws a `Failure` if it can't go on. */
export async function run(
  context: ProcessContext,
  { step, random, backupCommand }: Pick<DaemonPorts, 'step' | 'random' | 'backupCommand'>,
): Promise<void> {
  keepHeapSmall();
  const { clock, signal, crash } = context;
  const { config, texts, warnings } = readSettings(context, 'daemon');
  if (config.timeZone !== null) context.setTimeZone(config.timeZone);
  const log = createLog({
    ...config.log,
    secrets: secretsOf(config),
    publicValues: publicValuesOf(config),
    file: openLogFile(config, context),
  });
  for (const { setting, says } of warnings) log.warn(`${setting} ${says}`, { action: 'setting_warning' });
  const health = new Health(clock);
  context.onIgnoredSignal((received) =>
    log.warn(`ignored ${received}, which the bot has no use for`, { action: 'signal_ignored' }),
  );
  const stopping = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      log.info('stopping', { action: 'stopping', details: { signal: String(signal.reason) } });
      resolve();
    });
  });
  const outOfTime = stopping
    .then(() => wait(lastMoments, undefined, { ref: false }))
    .then(() => log.warn('not everything could be finished in time; the next start does the rest'));
  const reporting = reportToServiceManager(context, health, log);
  try {
    await Promise.race([
      runDaemon({ config, texts, log, clock, health, random, step, backupCommand }, signal).then(() =>
        log.info('stopped', { action: 'stopped' }),
      ),
      outOfTime,
      rejection(crash),
    ]);
  } catch (error) {
    if (signal.aborted) {
      // The process was asked to end, and it does. Unsent messages are in the database, so this is not a failed stop.
      log.error('an error while stopping; the next start does what was not finished', {
        action: 'stop_failed',
        error,
      });
      return;
    }
    const failure = asFailure(error);
    if (failure !== null) throw failure;
    log.error('the bot has to stop', { error });
    throw new Failure(exitCodes.failed, '');
  } finally {
    reporting.stop();
  }
}

/** Does nothing if the program wasn't started by a service manager. */
function reportToServiceManager({ env, pid, clock }: ProcessContext, health: Health, log: Log): { stop(): void } {
  const nothing = { stop: () => {} };
  const settings = serviceManagerSettings(env, pid);
  if (settings === null) return nothing;
  const manager = load.serviceManager().reachServiceManager(settings.socketPath, log);
  return manager === null
    ? nothing
    : load.report().reportTo({ manager, health, watchdog: settings.watchdog, now: () => clock.now() });
}
