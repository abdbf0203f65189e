import type { UserFromGetMe } from '@grammyjs/types';
import type { Chats } from './chats';
import type { SandboxClock } from './clock';
import type { Presses } from './presses';
import type { UpdateQueue } from './updates';

/** What lies between the two sides: people act on it from one, the bot's calls from the other. */
export interface Telegram {
  readonly clock: SandboxClock;
  bot: UserFromGetMe;
  readonly chats: Chats;
  readonly updates: UpdateQueue;
  readonly presses: Presses;
  /** With privacy mode on (Telegram's default) the bot sees of a group only what is meant for it. */
  readonly privacyMode: boolean;
}
