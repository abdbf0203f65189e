import { setTimeout as wait } from 'node:timers/promises';
import type { UserFromGetMe } from 'telegraf/types';
import type { Millis } from '../lifecycle/ids';
import { delay, type Random } from '../process/back-off';
import type { Log } from '../observability/log';
import { isObject, reasonOf } from '../channels/telegram/answer';
import type { BotApi } from '../channels/telegram/api';

/** Telegram doesn't know the token; only another one helps. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const within: Millis = 15_000;
const pauses = { min: 500, max: 5000 };

/** The bot itself (https://core.telegram.org/bots/api#getme). */
export interface Me extends UserFromGetMe {
  /** Whether BotFather knows a Mini App of the bot, which t.me/BOT?startapp opens. Telegraf's types don't have it. */
  readonly has_main_web_app?: boolean | undefined;
}

/** Whether the fields are there that are needed. */
export const isBot = (result: unknown): result is Me =>
  isObject(result) && Number.isSafeInteger(result['id']) && typeof result['username'] === 'string';

/** Asks Telegram who we are, until it answers; null: the daemon was stopped meanwhile. Throws `TokenRefused`. */
export async function introduce(api: BotApi, log: Log, random: Random, signal: AbortSignal): Promise<Me | null> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const answer = await api.call('getMe', {}, { expects: isBot, within, signal });
    if (signal.aborted) break;
    if (answer.end === 'ok') return answer.result;
    const reason = reasonOf(answer);
    // A malformed token gets 404, and so does an address without a Bot API.
    if (answer.end === 'refused' && (answer.code === 401 || answer.code === 404)) {
      throw new TokenRefused(
        `Telegram refuses TELEGRAM_BOT_TOKEN (${reason}). Ask @BotFather for the bot's token and set it. ` +
          'If TELEGRAM_API_ROOT is set, check that a Bot API server answers there.',
      );
    }
    if (answer.end === 'not_sent' && answer.atProxy) {
      log.error('the proxy lets nothing through to Telegram; retrying', {
        action: 'proxy_failing',
        details: { reason },
      });
    } else {
      log.error("Telegram can't be reached at TELEGRAM_API_ROOT; retrying", {
        action: 'telegram_unreachable',
        details: { reason },
      });
    }
    const retryAfter = answer.end === 'refused' ? answer.retryAfter : null;
    await wait(Math.max(retryAfter ?? 0, delay(attempt, pauses, random)), undefined, { signal }).catch(() => {});
  }
  return null;
}
