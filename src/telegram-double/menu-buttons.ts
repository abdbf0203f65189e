import type { MenuButton } from '@grammyjs/types';

/** The menu buttons that the bot has set: in private chats, and the one that others have (null). */
export class MenuButtons {
  private readonly buttons = new Map<number | null, MenuButton>();

  /** `default`: the chat has none of its own any more. */
  set(chatId: number | null, button: MenuButton): void {
    if (button.type === 'default') this.buttons.delete(chatId);
    else this.buttons.set(chatId, button);
  }

  /** The button that a client shows in the chat: https://core.telegram.org/bots/api#menubutton */
  get(chatId: number | null): MenuButton {
    return this.buttons.get(chatId) ?? this.buttons.get(null) ?? { type: 'default' };
  }
}
