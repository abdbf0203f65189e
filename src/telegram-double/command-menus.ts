import type { BotCommand, BotCommandScope, User } from '@grammyjs/types';
import type { Chat } from './chats';

/** The command lists that the bot has set, by scope and language. */
export class CommandMenus {
  private readonly lists = new Map<string, readonly BotCommand[]>();

  set(scope: BotCommandScope, language: string, commands: readonly BotCommand[]): void {
    this.lists.set(key(scope, language), commands);
  }

  get(scope: BotCommandScope, language: string): readonly BotCommand[] | undefined {
    return this.lists.get(key(scope, language));
  }

  delete(scope: BotCommandScope, language: string): void {
    this.lists.delete(key(scope, language));
  }
}

/** The list that a user's client shows in a chat: https://core.telegram.org/bots/api#determining-list-of-commands */
export function menuFor(menus: CommandMenus, chat: Chat, user: User): readonly BotCommand[] {
  const scopes: BotCommandScope[] =
    chat.kind === 'private'
      ? [{ type: 'chat', chat_id: chat.id }, { type: 'all_private_chats' }, { type: 'default' }]
      : [
          { type: 'chat_member', chat_id: chat.id, user_id: user.id },
          { type: 'chat', chat_id: chat.id },
          { type: 'all_group_chats' },
          { type: 'default' },
        ];
  for (const scope of scopes) {
    const list = menus.get(scope, user.language_code ?? '') ?? menus.get(scope, '');
    if (list !== undefined) return list;
  }
  return [];
}

function key(scope: BotCommandScope, language: string): string {
  const place = 'chat_id' in scope ? `${scope.chat_id}` : '';
  const member = 'user_id' in scope ? `${scope.user_id}` : '';
  return [scope.type, place, member, language].join(' ');
}
