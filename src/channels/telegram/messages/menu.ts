import { plainText } from '../../../i18n/markup';
import type { Texts } from '../../../i18n/texts';
import { shorten } from './fit';

/** A line of Telegram's command menu (https://core.telegram.org/bots/api#botcommand). */
export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** The command menu of clients or of admins in one language. Admins have their own commands first. */
export function renderMenu(whose: 'client' | 'admin', texts: Texts, language: string | null): MenuCommand[] {
  const say = texts.for('telegram', language);
  const commands = whose === 'client' ? clientCommands : [...adminCommands, ...clientCommands];
  return commands.map((command) => ({
    command,
    description: shorten(plainText(say(`telegram_menu_${command}`)), 256),
  }));
}

/** The commands in a menu, in order. `/start` is missing because Telegram has its own button. */
const clientCommands = ['request', 'status', 'appeal', 'cancel', 'language', 'help'] as const;
/** Commands that work but aren't listed. */
const unlistedCommands = ['start', 'id'] as const;
/** Whether it is a command of this bot, for clients or admins. */
export const isKnownCommand = (name: string): boolean =>
  [...adminCommands, ...clientCommands, ...unlistedCommands].some((command) => command === name);
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
