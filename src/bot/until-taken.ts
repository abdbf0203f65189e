import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../lifecycle/ids';
import { delay, type Random } from '../process/back-off';
import type { Log } from '../observability/log';
import { isTrue } from '../channels/telegram/answer';
import type { BotApi } from '../channels/telegram/api';

const within: Millis = 15_000;
const pauses = { min: 1000, max: 60_000 };

/** What such a call needs. */
export interface CallPorts {
  readonly api: BotApi;
  readonly log: Log;
  readonly random: Random;
}

/**
 * Repeats a call that changes what Telegram shows of the bot until Telegram accepts it or refuses it for good. Only for
 * idempotent calls: if the answer is lost, the call is made again.
 */
export async function callUntilTaken(
  { api, log, random }: CallPorts,
  method: string,
  params: object,
  signal: AbortSignal,
): Promise<'taken' | 'refused' | 'stopped'> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const answer = await api.call(method, params, { expects: isTrue, within, signal });
    if (answer.end === 'ok') return 'taken';
    const retryAfter = answer.end === 'refused' ? answer.retryAfter : null;
    if (answer.end === 'refused' && retryAfter === null) {
      log.debug('Telegram refuses what it should show of the bot', { details: { method, reason: answer.description } });
      return 'refused';
    }
    await wait(Math.max(delay(attempt, pauses, random), retryAfter ?? 0), undefined, { signal }).catch(() => {});
  }
  return 'stopped';
}
