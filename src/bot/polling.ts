import { setTimeout as wait } from 'node:timers/promises';
import type { Update } from 'telegraf/types';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../log';
import type { BotApi, CallResult } from '../telegram/api';
import { updateKinds } from './update';

export interface PollingPorts {
  readonly api: BotApi;
  readonly log: Log;
  /** Resolves when every effect of the updates is committed. */
  readonly receive: (updates: readonly Update[], signal: AbortSignal) => Promise<void>;
  /** A poll was answered. */
  readonly polled: () => void;
}

/** How long Telegram holds a poll open, in seconds. */
const pollSeconds = 50;
/** A poll that has had no answer by then hangs, and is given up. */
const pollWithin: Millis = 60_000;
const firstPause: Millis = 250;
const longestPause: Millis = 5000;
/** Two daemons on one token would fight for ever: this one keeps out of the way for up to a minute. */
const longestConflictPause: Millis = 60_000;

/**
 * Asks Telegram for updates until `signal` is aborted. The offset follows the last batch and moves only after its effects
 * are committed: asking with a higher offset is what confirms them (https://core.telegram.org/bots/api#getupdates).
 */
export async function poll(ports: PollingPorts, signal: AbortSignal): Promise<void> {
  let offset: number | null = null;
  let failures = 0;
  while (!signal.aborted) {
    const answer: CallResult<readonly Update[]> = await ports.api.call('getUpdates', params(offset), {
      within: pollWithin,
      signal,
    });
    if (signal.aborted) return;
    if (answer.end === 'ok' && Array.isArray(answer.result)) {
      if (failures > 0) ports.log.info('updates come in again');
      failures = 0;
      ports.polled();
      if (answer.result.length > 0) {
        await ports.receive(answer.result, signal);
        offset = nextOffset(answer.result);
      }
    } else {
      failures += 1;
      await recover(ports, answer, failures, signal);
    }
  }
}

function params(offset: number | null): object {
  const ask = { timeout: pollSeconds, limit: 100, allowed_updates: updateKinds };
  return offset === null ? ask : { ...ask, offset };
}

/** IDs further apart than this in one batch: Telegram has begun to count anew. */
const countedAnew = 1000;

/** After the last update and those around it, in whatever order they came; not after the highest number ever seen. */
function nextOffset(batch: readonly Update[]): number {
  const ids = batch.map((update) => update.update_id);
  const last = ids.at(-1) ?? 0;
  return Math.max(...ids.filter((id) => Math.abs(id - last) < countedAnew)) + 1;
}

async function recover(
  { api, log }: PollingPorts,
  answer: CallResult<readonly Update[]>,
  failures: number,
  signal: AbortSignal,
): Promise<void> {
  const backOff = (longest: Millis) => Math.min(longest, firstPause * 2 ** (failures - 1));
  if (answer.end === 'ok') {
    log.error('Telegram answered a poll with something else than updates', { details: { failures } });
    return pause(backOff(longestPause), signal);
  }
  if (answer.end !== 'refused') {
    log.warn('Telegram can not be reached for updates', { details: { reason: answer.error, failures } });
    return pause(backOff(longestPause), signal);
  }
  const reason = `${answer.code} ${answer.description}`;
  if (answer.code === 409 && answer.description.includes('webhook')) {
    log.warn('a webhook is set for this bot; it is removed, since this bot polls', { details: { reason } });
    await api.call('deleteWebhook', {}, { within: pollWithin, signal });
    return pause(backOff(longestPause), signal);
  }
  if (answer.code === 409) {
    log.error('another program polls with the same token; stop one of the two', { details: { reason, failures } });
    return pause(backOff(longestConflictPause), signal);
  }
  if (answer.code === 401 || answer.code === 404) {
    log.error('Telegram refuses TELEGRAM_BOT_TOKEN; has it been revoked?', { details: { reason, failures } });
    return pause(backOff(longestPause), signal);
  }
  log.warn('Telegram refuses a poll', { details: { reason, failures } });
  return pause(answer.retryAfter ?? backOff(longestPause), signal);
}

/** Ends early, and without an error, when the daemon stops. */
async function pause(length: Millis, signal: AbortSignal): Promise<void> {
  await wait(length, undefined, { signal }).catch(() => {});
}
