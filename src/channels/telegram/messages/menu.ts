import { plainText } from '../../../i18n/markup';
import type { Texts } from '../../../i18n/texts';
import { adminCommands, clientCommands } from './command-names';
import { shorten } from './fit';

/** A line of Telegram's command menu (https://core.telegram.org/bots/api#botcommand). */
export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** The command menu of clients or of admins in one language. Admins have their own commands first; `/desk` where there is one. */
export function renderMenu(
  whose: 'client' | 'admin',
  texts: Texts,
  language: string | null,
  hasDesk: boolean,
): MenuCommand[] {
  const say = texts.for('telegram', language);
  const desk = hasDesk ? (['desk'] as const) : [];
  const commands = whose === 'client' ? clientCommands : [...adminCommands, ...desk, ...clientCommands];
  return commands.map((command) => ({
    command,
    description: shorten(plainText(say(`telegram_menu_${command}`)), 256),
  }));
}
