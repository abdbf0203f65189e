/** The clients' commands, as their menu lists them. `/start` is missing because Telegram has its own button. */
export const clientCommands = [
  'request',
  'status',
  'appeal',
  'cancel',
  'language',
  'mydata',
  'forget',
  'help',
] as const;

/** Those that are there only where the channel is: each is named as its channel. */
export const channelCommands = ['email', 'sms'] as const;
export type ChannelCommand = (typeof channelCommands)[number];

/** The admins' commands, as their menu lists them. */
export const adminCommands = [
  'pending',
  'find',
  'show',
  'approve',
  'reject',
  'revoke',
  'reopen',
  'stats',
  'admins',
] as const;
export type AdminCommand = (typeof adminCommands)[number];

/** Commands that work but aren't listed, `/desk` where there is none. */
const unlistedCommands = ['start', 'id', 'desk'] as const;

/** Whether it is a command of this bot, for clients or admins. `channels`: those that there are besides Telegram. */
export const isKnownCommand = (name: string, channels: readonly ChannelCommand[]): boolean =>
  [...adminCommands, ...clientCommands, ...unlistedCommands, ...channels].some((command) => command === name);
