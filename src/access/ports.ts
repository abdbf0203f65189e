import type { BotApi } from '../channels/telegram/api';
import type { Millis } from '../lifecycle/ids';
import type { Random } from '../process/back-off';
import type { AppContext } from '../transaction/transactions';

export interface AccessPorts extends AppContext {
  readonly api: BotApi;
  /** The bot's own ID. */
  readonly botId: number;
  readonly communityName: string;
  readonly random: Random;
}

/** Removing somebody takes Telegram's server over a second. */
export const within: Millis = 15_000;
