import type { Chat as ApiChat, User } from '@grammyjs/types';

/** A channel, as groups see it. The bot is in none. */
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

// The accounts that Telegram names as the sender if the real one is hidden: https://core.telegram.org/bots/api#message, `from`

/** For an administrator who writes anonymously. */
export const anonymousAdministrator: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** For a user who writes on behalf of a channel. */
export const channelWriter: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** For a channel whose posts Telegram forwards to its discussion group. Unlike the others, it is no bot. */
export const telegramItself: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };
