import type { Update } from 'telegraf/types';
import type { Clock } from '../process/clock';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { isKnownCommand, type ChannelCommand } from '../channels/telegram/messages/command-names';
import { reasonOf } from '../channels/telegram/answer';
import type { BotApi } from '../channels/telegram/api';
import { isBot, type Me } from './introduce';
import { addressedCommand } from './commands';
import { contentOf, textOf } from './update';

const lookedUpEvery: Millis = 60 * 60 * 1000;
/** Updates wait for it, so not long. */
const within: Millis = 2000;
/** Anybody can write commands to bots that are not there. */
const mostAMinute = 5;
const mostNames = 100;

export interface IdentityPorts {
  readonly api: BotApi;
  readonly clock: Clock;
  readonly log: Log;
  /** What reaches people besides Telegram: each has a command. */
  readonly channels: readonly ChannelCommand[];
}

/**
 * What the bot's owner can change at any time without Telegram telling the bot: its @username, and whether BotFather knows its Mini
 * App. So it asks once an hour, and before it treats one of its commands that names another bot as meant for that bot.
 */
export class Identity {
  private readonly others = new Set<string>();
  private minuteBegan: Millis = Number.NEGATIVE_INFINITY;
  private lookedUp = 0;

  constructor(
    private readonly ports: IdentityPorts,
    private current: Me,
  ) {}

  get me(): Me {
    return this.current;
  }

  /** Looks the name up once an hour, until `signal` is aborted. */
  watch(signal: AbortSignal): void {
    const timer = setInterval(() => {
      this.others.clear();
      void this.lookUp(signal);
    }, lookedUpEvery);
    timer.unref();
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Before these updates are handled: makes sure that a name in them which is not known is not the bot's new one. */
  async readyFor(updates: readonly Update[], signal: AbortSignal): Promise<void> {
    const names = new Set(updates.flatMap((update) => namedIn(update, this.ports.channels)));
    for (const name of names) {
      if (name === this.current.username.toLowerCase() || this.others.has(name)) continue;
      if (!this.mayLookUp()) return;
      await this.lookUp(signal);
      if (name !== this.current.username.toLowerCase() && this.others.size < mostNames) this.others.add(name);
    }
  }

  private mayLookUp(): boolean {
    const now = this.ports.clock.monotonic();
    if (now - this.minuteBegan >= 60_000) {
      this.minuteBegan = now;
      this.lookedUp = 0;
    }
    this.lookedUp += 1;
    return this.lookedUp <= mostAMinute;
  }

  /** What can't be learnt now is asked again later: until then the bot has the name it had. */
  private async lookUp(signal: AbortSignal): Promise<void> {
    const { api, log } = this.ports;
    const answer = await api.call('getMe', {}, { expects: isBot, within, signal });
    if (answer.end !== 'ok') {
      log.debug('the bot’s name could not be looked up', { details: { reason: reasonOf(answer) } });
      return;
    }
    const { username, id, has_main_web_app } = answer.result;
    if (id !== this.current.id) return;
    this.current = { ...this.current, has_main_web_app };
    if (username === this.current.username) return;
    log.info('the bot has another @username now', { action: 'bot_renamed', details: { bot: username } });
    this.current = { ...this.current, username };
  }
}

function namedIn(update: Update, channels: readonly ChannelCommand[]): string[] {
  const { message } = contentOf(update);
  const named = message === null ? null : addressedCommand(textOf(message) ?? '');
  return named !== null && isKnownCommand(named.name, channels) ? [named.addressee] : [];
}
