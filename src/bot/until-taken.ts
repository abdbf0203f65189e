import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { isTrue } from '../channels/telegram/answer';
import type { BotApi } from '../channels/telegram/api';

const within: Millis = 15_000;
const firstPause: Millis = 1000;
const longestPause: Millis = 60_000;

/**
 * Makes a call that changes what Telegram shows of the bot, again and again until Telegram has taken it or refuses it for
 * good. Only for calls that may be repeated: one whose answer is lost is made once more.
 */
export async function callUntilTaken(
  api: BotApi,
  method: string,
  params: object,
  log: Log,
  signal: AbortSignal,
): Promise<'taken' | 'refused' | 'stopped'> {
  for (let pause = firstPause; !signal.aborted; pause = Math.min(longestPause, pause * 2)) {
    const answer = await api.call(method, params, { expects: isTrue, within, signal });
    if (answer.end === 'ok') return 'taken';
    const retryAfter = answer.end === 'refused' ? answer.retryAfter : null;
    if (answer.end === 'refused' && retryAfter === null) {
      log.debug('Telegram refuses what it should show of the bot', { details: { method, reason: answer.description } });
      return 'refused';
    }
    await wait(Math.max(pause, retryAfter ?? 0), undefined, { signal }).catch(() => {});
  }
  return 'stopped';
}
