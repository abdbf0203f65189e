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

/** What a menu lists, in its order. `/start` is Telegram's own button. */
const clientCommands = ['request', 'status', 'appeal', 'cancel', 'language', 'help'] as const;
/** What works without being listed. */
const unlistedCommands = ['start', 'id'] as const;
/** Whether it means something to this bot, whoever says it. */
export const isKnownCommand = (name: string): boolean =>
  [...adminCommands, ...clientCommands, ...unlistedCommands].some((command) => command === name);
export const adminCommands = ['pending', 'show', 'approve', 'reject', 'revoke', 'reopen', 'stats'] as const;
export type AdminCommand = (typeof adminCommands)[number];
