import type { ChatId, TelegramId } from '../lifecycle/ids';
import { renderMenu, type Besides } from '../channels/telegram/messages/menu';
import { twoLetterCodes } from '../i18n/lookup';
import type { Texts } from '../i18n/texts';
import type { Told } from './told';
import { callUntilTaken, type CallPorts } from './until-taken';

export interface MenuPorts extends CallPorts {
  readonly texts: Texts;
  /** What there is besides: its commands are in the menus. */
  readonly besides: Besides;
  readonly told: Told;
}

/** What a chat's menu should be: the admins', or the one that everybody has. */
type Wanted = 'admin' | 'everybody';

/**
 * The command menus of clients and of admins, in every language: a call for each language and each chat of admins, unless it was made
 * at an earlier start. Each is retried until Telegram accepts it. An admin who has never opened a chat with the bot can't have a menu
 * yet; they get it when they first write.
 */
export class CommandMenus {
  private readonly refused = new Set<ChatId>();
  private readonly wanted = new Map<ChatId, Wanted>();
  /** Chats whose menus are being set: two at once could arrive in either order. */
  private readonly busy = new Set<ChatId>();

  constructor(
    private readonly ports: MenuPorts,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Sets those that aren't set: the admins' where they decide, and everybody's for those who decide no more. Rejects if the database
   * fails, or the signal is aborted.
   */
  async set(adminChats: readonly ChatId[], former: readonly TelegramId[]): Promise<void> {
    const { told } = this.ports;
    if (!(await told.has('everybody'))) {
      let isTaken = true;
      for (const menu of menusOf('client', null, this.ports)) {
        if ((await this.call('setMyCommands', menu)) !== 'taken') isTaken = false;
      }
      if (isTaken) await told.remember('everybody', true);
    }
    for (const chat of adminChats) {
      if (this.wanted.get(chat) === undefined && (await told.has(chat))) this.wanted.set(chat, 'admin');
      else await this.want(chat, 'admin');
    }
    for (const chat of former) if (this.wanted.get(chat) === undefined) await this.want(chat, 'everybody');
  }

  /** Updates the menus after admins were added or removed. */
  follow(joined: readonly TelegramId[], left: readonly TelegramId[]): void {
    for (const chat of joined) void this.want(chat, 'admin').catch(this.failed);
    for (const chat of left) void this.want(chat, 'everybody').catch(this.failed);
  }

  /** Somebody wrote to the bot: if it is an admin whose menu was refused, it is set now. */
  heardFrom(user: TelegramId): void {
    if (this.refused.has(user) && this.wanted.get(user) === 'admin') void this.want(user, 'admin').catch(this.failed);
  }

  private readonly failed = (error: unknown): void => {
    if (!this.signal.aborted) this.ports.log.error('a command menu could not be remembered', { error });
  };

  private async want(chat: ChatId, menu: Wanted): Promise<void> {
    this.wanted.set(chat, menu);
    if (this.busy.has(chat)) return;
    this.busy.add(chat);
    try {
      for (let done: Wanted | undefined; done !== this.wanted.get(chat) && !this.signal.aborted;) {
        done = this.wanted.get(chat);
        await this.setIn(chat, done ?? 'everybody');
      }
    } finally {
      this.busy.delete(chat);
    }
  }

  private async setIn(chat: ChatId, wanted: Wanted): Promise<void> {
    this.refused.delete(chat);
    await this.ports.told.remember(chat, false);
    const method = wanted === 'admin' ? 'setMyCommands' : 'deleteMyCommands';
    for (const menu of menusOf('admin', chat, this.ports)) {
      const { commands, ...place } = menu;
      const params = wanted === 'admin' ? { commands, ...place } : place;
      const ended = await this.call(method, params);
      if (ended === 'stopped') return;
      if (ended === 'refused' && wanted === 'admin') {
        this.refused.add(chat);
        // Who has never opened a chat has none in any language.
        return;
      }
    }
    if (wanted === 'admin') await this.ports.told.remember(chat, true);
  }

  private call(method: 'setMyCommands' | 'deleteMyCommands', params: object): ReturnType<typeof callUntilTaken> {
    return callUntilTaken(this.ports, method, params, this.signal);
  }
}

/** A menu in each language. `chat` null: everybody's. */
function menusOf(whose: 'client' | 'admin', chat: ChatId | null, { texts, besides }: MenuPorts) {
  // Null is for everybody else.
  const languages = [null, ...twoLetterCodes(texts.languages)];
  return languages.map((language) => ({
    commands: renderMenu(whose, texts, language, besides),
    ...(chat !== null && { scope: { type: 'chat', chat_id: chat } }),
    ...(language !== null && { language_code: language }),
  }));
}
