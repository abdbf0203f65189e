import type { ChatId, TelegramId } from '../lifecycle/ids';
import { renderMenu } from '../channels/telegram/messages/menu';
import type { Texts } from '../i18n/texts';
import { callUntilTaken, type CallPorts } from './until-taken';

export interface MenuPorts extends CallPorts {
  readonly texts: Texts;
  /** The chats where admins decide. */
  readonly adminChats: readonly ChatId[];
}

/**
 * The command menus of clients and of admins, in every language. Each is retried until Telegram accepts it. An admin who
 * has never opened a chat with the bot can't have a menu yet; they get it when they first write.
 */
export class Menus {
  private readonly refused = new Set<ChatId>();

  constructor(
    private readonly ports: MenuPorts,
    private readonly signal: AbortSignal,
  ) {}

  /** Sets all of them. */
  async set(): Promise<void> {
    for (const menu of menusOf('client', null, this.ports.texts)) await this.call(menu);
    for (const chat of this.ports.adminChats) await this.setIn(chat);
  }

  /** Somebody wrote to the bot: if it is an admin whose menu was refused, it is set now. */
  heardFrom(user: TelegramId): void {
    if (this.refused.delete(user)) void this.setIn(user);
  }

  private async setIn(chat: ChatId): Promise<void> {
    for (const menu of menusOf('admin', chat, this.ports.texts)) {
      if ((await this.call(menu)) === 'refused') this.refused.add(chat);
    }
  }

  private call(menu: object): ReturnType<typeof callUntilTaken> {
    return callUntilTaken(this.ports, 'setMyCommands', menu, this.signal);
  }
}

/** A menu in each language. `chat` null: everybody's. */
function menusOf(whose: 'client' | 'admin', chat: ChatId | null, texts: Texts): readonly object[] {
  // Telegram takes two-letter codes (https://core.telegram.org/bots/api#setmycommands); null is for everybody else.
  const languages = [null, ...texts.languages.filter((language) => language.length === 2)];
  return languages.map((language) => ({
    commands: renderMenu(whose, texts, language),
    ...(chat !== null && { scope: { type: 'chat', chat_id: chat } }),
    ...(language !== null && { language_code: language }),
  }));
}
