/** The clients' commands, as their menu lists them. `/start` is missing because Telegram has its own button. */
export const clientCommands = ['request', 'status', 'appeal', 'cancel', 'language', 'help'] as const;

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

/** Whether it is a command of this bot, for clients or admins. */
export const isKnownCommand = (name: string): boolean =>
  [...adminCommands, ...clientCommands, ...unlistedCommands].some((command) => command === name);
