import { privateChat } from '../lifecycle/ids';
import type { Log } from '../log';
import { renderMenu } from '../messages/menu';
import type { House } from '../requests/house';
import type { BotApi } from '../telegram/api';
import type { Texts } from '../texts/texts';
import { callUntilTaken } from './until-taken';

/**
 * Sets the command menus of clients and of admins, in every language, and keeps at it until Telegram has taken them.
 * An admin who has never opened a chat with the bot can't have a menu of their own yet: that is left out.
 */
export async function setMenus(api: BotApi, texts: Texts, house: House, log: Log, signal: AbortSignal): Promise<void> {
  for (const menu of menus(texts, house)) await callUntilTaken(api, 'setMyCommands', menu, log, signal);
}

function menus(texts: Texts, house: House): readonly object[] {
  const chats = new Set([...house.adminChats(), ...house.admins.map(privateChat)]);
  const places = [
    { whose: 'client' as const, scope: {} },
    ...[...chats].map((chat) => ({ whose: 'admin' as const, scope: { scope: { type: 'chat', chat_id: chat } } })),
  ];
  // Telegram takes two-letter codes (https://core.telegram.org/bots/api#setmycommands); null is for everybody else.
  const languages = [null, ...texts.languages.filter((language) => language.length === 2)];
  return places.flatMap(({ whose, scope }) =>
    languages.map((language) => ({
      commands: renderMenu(whose, texts, language),
      ...scope,
      ...(language !== null && { language_code: language }),
    })),
  );
}
