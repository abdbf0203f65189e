import type { Chat, ChatMessage } from './chats';
import type { Telegram } from './telegram';

/**
 * Whether the bot gets an update about this message. In a group with privacy mode, it gets only commands, replies to it and
 * service messages; in a channel, all posts as an administrator and none else.
 */
export function botSees(telegram: Telegram, chat: Chat, message: ChatMessage): boolean {
  if (chat.kind === 'private') return true;
  if (!chat.hasBot) return false;
  if (chat.kind === 'channel') return chat.bot.status === 'administrator';
  if (!telegram.privacyMode || chat.bot.status === 'administrator' || message.service !== null) return true;
  if (message.viaBot?.id === telegram.bot.id) return true;
  if (message.replyTo !== null && chat.find(message.replyTo)?.from.id === telegram.bot.id) return true;
  return message.entities.some(({ type, offset, length }) => {
    if (type !== 'bot_command') return false;
    const addressee = message.text.slice(offset, offset + length).split('@')[1];
    return addressee === undefined || addressee.toLowerCase() === telegram.bot.username.toLowerCase();
  });
}
