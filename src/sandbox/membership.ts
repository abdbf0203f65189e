import type { ChatMember, User } from '@grammyjs/types';
import { apiChat } from './api-objects';
import type { Chat } from './chats';
import type { Telegram } from './telegram';

export type BotMembership = 'member' | 'kicked';

/** Tells the bot that someone let it in or put it out: by blocking it, in a private chat. */
export function tellBotMembership(
  { bot, chats, clock, updates }: Telegram,
  chat: Chat,
  by: User,
  change: { readonly from: BotMembership; readonly to: BotMembership },
): void {
  const member = (status: BotMembership): ChatMember =>
    status === 'kicked' ? { status, user: bot, until_date: 0 } : { status, user: bot };
  updates.push({
    my_chat_member: {
      chat: apiChat(chats, chat),
      from: by,
      date: clock.seconds(),
      old_chat_member: member(change.from),
      new_chat_member: member(change.to),
    },
  });
}
