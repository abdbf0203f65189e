import { plainText } from '../../../i18n/markup';
import type { Texts } from '../../../i18n/texts';
import { adminCommands, clientCommands, type ChannelCommand } from './command-names';
import { shorten } from '../../wording/shorten';

/** A line of Telegram's command menu (https://core.telegram.org/bots/api#botcommand). */
export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** What not every bot has, and what has commands of its own. */
export interface Besides {
  readonly hasDesk: boolean;
  /** What reaches people besides Telegram. */
  readonly channels: readonly ChannelCommand[];
}

/**
 * The command menu of clients or of admins in one language. Admins have their own commands first; `/desk` where there is one, and
 * the commands of other channels than Telegram, before /help.
 */
export function renderMenu(
  whose: 'client' | 'admin',
  texts: Texts,
  language: string | null,
  { hasDesk, channels }: Besides,
): MenuCommand[] {
  const say = texts.for('telegram', language);
  const desk = hasDesk ? (['desk'] as const) : [];
  const ofClients = [...clientCommands.slice(0, -1), ...channels, ...clientCommands.slice(-1)];
  const commands = whose === 'client' ? ofClients : [...adminCommands, ...desk, ...ofClients];
  return commands.map((command) => ({
    command,
    description: shorten(plainText(say(`telegram_menu_${command}`)), 256),
  }));
}
