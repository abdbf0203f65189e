import type { Chat as ApiChat, User } from '@grammyjs/types';

/** A channel, as far as groups see of it. The bot is in none. */
export interface Channel {
  readonly id: number;
  readonly title: string;
  readonly username?: string;
}

export const apiChannel = ({ id, title, username }: Channel): ApiChat.ChannelChat => ({
  id,
  type: 'channel',
  title,
  ...(username !== undefined && { username }),
});

// Whom Telegram names as the sender where nobody is to be named: https://core.telegram.org/bots/api#message, `from`

/** Stands in for an administrator who stays anonymous. */
export const anonymousAdministrator: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** Stands in for a person who writes in the name of a channel of theirs. */
export const channelWriter: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** Stands in for a channel whose posts Telegram forwards to its discussion group. No bot, unlike the others. */
export const telegramItself: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };
