import type { UserFromGetMe } from '@grammyjs/types';
import type { Chats } from './chats';
import type { DoubleClock } from './clock';
import type { Presses } from './presses';
import type { UpdateQueue } from './updates';

/** The state shared by both sides: people's actions and the bot's calls. */
export interface Telegram {
  readonly clock: DoubleClock;
  bot: UserFromGetMe;
  readonly chats: Chats;
  readonly updates: UpdateQueue;
  readonly presses: Presses;
  /** In privacy mode (Telegram's default) the bot gets only the group messages meant for it. */
  readonly privacyMode: boolean;
}
