import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import { delay, type Random } from '../process/back-off';
import type { Clock } from '../process/clock';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { Meter, PollTrouble, UpdateKind } from '../observability/meter';
import { isAnything, isTrue, reasonOf } from '../channels/telegram/answer';
import type { BotApi, CallResult } from '../channels/telegram/api';
import type { PollLiveness } from './poll-liveness';
import { isUpdate } from './update';

export interface PollingPorts {
  readonly api: BotApi;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** Resolves when every effect of the updates is committed. */
  readonly receive: (updates: readonly Update[], signal: AbortSignal) => Promise<void>;
  /** Whether it is certain that no other daemon on the same database polls. While it is not, this one doesn't. */
  readonly undisputed: () => boolean;
  /** Another daemon on the same database acted until now: a last poll of its own may still be on its way. */
  readonly tookOver: boolean;
  readonly liveness: Pick<PollLiveness, 'heard' | 'brokeOff' | 'conflicted'>;
  readonly meter: Pick<Meter, 'polled'>;
  /** The kinds of update to ask for. */
  readonly kinds: readonly UpdateKind[];
}

/** How long Telegram holds a poll open, in seconds. */
const pollSeconds = 30;
/** A poll without an answer by then is given up. */
const pollWithin: Millis = 45_000;
/** While another process may be leading, how often this is checked again. */
const disputedPause: Millis = 250;
/** Short, since presses last no longer than 150 s: an outage should not seem longer than it was. */
const outagePauses = { min: 400, max: 1000 };
/** A refused token may become valid again, but only if a person acts. */
const tokenPauses = { min: 400, max: 5000 };
/** Two programs with one token would keep interrupting each other, so this one waits, longer each time, up to a minute. */
const conflictPauses = { min: 1000, max: 60_000, jitter: 0.1 };
const conflictsForgotten: Millis = 10 * 60_000;

/** Recent failures. */
interface Trouble {
  /** Failures since the last poll that was answered. */
  failures: number;
  /** How often another program ended our poll; successful polls in between don't reset it. */
  conflicts: number;
  lastConflict: Millis;
}

/**
 * Asks Telegram for updates until `signal` is aborted. The offset follows the last batch and moves only after its effects
 * are committed: asking with a higher offset is what confirms them (https://core.telegram.org/bots/api#getupdates).
 */
export async function poll(ports: PollingPorts, signal: AbortSignal): Promise<void> {
  const { api, clock, liveness, log, meter } = ports;
  const trouble: Trouble = { failures: 0, conflicts: 0, lastConflict: 0 };
  let offset: number | null = null;
  while (!signal.aborted) {
    if (!ports.undisputed()) {
      await pause(disputedPause, signal);
      continue;
    }
    const asked = clock.monotonic();
    const answer = await api.call('getUpdates', params(offset, ports.kinds), {
      expects: isAnything,
      within: pollWithin,
      signal,
    });
    if (signal.aborted) return;
    const updates = answer.end === 'ok' ? updatesIn(answer.result, log) : null;
    if (updates !== null) {
      if (trouble.failures > 0) log.info('updates come in again', { action: 'polling_resumed' });
      trouble.failures = 0;
      liveness.heard();
      meter.polled('answered', pollWithin);
      if (updates.length > 0) {
        await ports.receive(updates, signal);
        offset = nextOffset(updates);
      }
      continue;
    }
    const hung = clock.monotonic() - asked >= pollWithin;
    if (trouble.failures === 0 && answer.end === 'unknown' && !hung) liveness.brokeOff();
    trouble.failures += 1;
    const { why, wait } = await recover(ports, answer, trouble, signal);
    meter.polled(why, wait + pollWithin);
    await pause(wait, signal);
  }
}

/** The updates in an answer; anything else in it is skipped, so that it can't hold them up. Null: it has no updates. */
function updatesIn(result: unknown, log: Log): readonly Update[] | null {
  if (!Array.isArray(result)) return null;
  const updates = result.filter(isUpdate);
  if (updates.length === result.length) return updates;
  log.error('an answer to a poll holds something other than updates', {
    details: { updates: updates.length, others: result.length - updates.length },
  });
  return updates.length === 0 ? null : updates;
}

function params(offset: number | null, kinds: readonly UpdateKind[]): object {
  const ask = { timeout: pollSeconds, limit: 100, allowed_updates: kinds };
  return offset === null ? ask : { ...ask, offset };
}

/** If IDs in one batch are further apart than this, Telegram has started numbering again. */
const countedAnew = 1000;

/** The offset after the last update and its neighbours, in any order; not after the highest ID ever seen. */
function nextOffset(batch: readonly Update[]): number {
  const ids = batch.map((update) => update.update_id);
  const last = ids.at(-1) ?? 0;
  return Math.max(...ids.filter((id) => Math.abs(id - last) < countedAnew)) + 1;
}

/** Logs and handles the failure; returns its kind and how long to wait. */
async function recover(
  { api, clock, liveness, log, random, tookOver }: PollingPorts,
  answer: CallResult<unknown>,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<{ readonly why: PollTrouble; readonly wait: Millis }> {
  const { failures } = trouble;
  const outagePause = delay(failures, outagePauses, random);
  if (answer.end === 'ok') {
    log.error('Telegram answered a poll with something other than updates', { details: { failures } });
    return { why: 'malformed', wait: outagePause };
  }
  if (answer.end !== 'refused') {
    const details = { reason: answer.error, failures };
    if (answer.end === 'not_sent' && answer.atProxy) {
      log.error('the proxy lets nothing through to Telegram', { action: 'proxy_failing', details });
    } else log.warn("Telegram can't be reached for updates", { details });
    return { why: 'unreachable', wait: outagePause };
  }
  const reason = reasonOf(answer);
  if (answer.code === 409 && answer.description.includes('webhook')) {
    log.warn('a webhook is set for this bot; it is removed, since this bot polls', { details: { reason } });
    await api.call('deleteWebhook', {}, { expects: isTrue, within: pollWithin, signal });
    return { why: 'webhook', wait: outagePause };
  }
  if (answer.code === 409) {
    const now = clock.monotonic();
    if (now - trouble.lastConflict > conflictsForgotten) trouble.conflicts = 0;
    trouble.conflicts += 1;
    trouble.lastConflict = now;
    if (tookOver && trouble.conflicts === 1) {
      log.warn('the daemon that acted before still polls, or somebody else does', { details: { reason } });
    } else {
      log.error('another program polls with the same token; stop one of the two', {
        action: 'foreign_poller',
        details: { reason, conflicts: trouble.conflicts },
      });
      liveness.conflicted();
    }
    return { why: 'foreign_poller', wait: delay(trouble.conflicts, conflictPauses, random) };
  }
  if (answer.code === 401 || answer.code === 404) {
    log.error('Telegram refuses TELEGRAM_BOT_TOKEN; has it been revoked?', { details: { reason, failures } });
    return { why: 'token_refused', wait: delay(failures, tokenPauses, random) };
  }
  log.warn('Telegram refuses a poll', { details: { reason, failures } });
  return { why: 'refused', wait: Math.max(answer.retryAfter ?? 0, outagePause) };
}

/** Ends early, without an error, if the daemon stops. */
async function pause(length: Millis, signal: AbortSignal): Promise<void> {
  await sleep(length, undefined, { signal }).catch(() => {});
}
