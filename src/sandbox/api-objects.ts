import type { Chat as AnyChat, ChatFullInfo, Message, Update, User } from '@grammyjs/types';
import type { Chat, ChatMessage, Chats, Media, ServiceEvent } from './chats';

type ApiChat = Exclude<AnyChat, AnyChat.ChannelChat>;
type ApiMessage = Message & Update.NonChannel;
type Content = Partial<Omit<Message, 'chat' | 'from'>>;

/** A chat as Telegram writes it: https://core.telegram.org/bots/api#chat */
export function apiChat(chats: Chats, chat: Chat): ApiChat {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title };
  const { first_name, last_name, username } = userOf(chats, chat);
  return {
    id: chat.id,
    type: 'private',
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
  };
}

/** The answer of getChat: https://core.telegram.org/bots/api#chatfullinfo */
export function apiChatFullInfo(chats: Chats, chat: Chat): ApiChat & Pick<ChatFullInfo, 'accent_color_id'> {
  const more = {
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
  };
  return { ...apiChat(chats, chat), ...more };
}

/** A message as Telegram writes it, with the one it answers: https://core.telegram.org/bots/api#message */
export function apiMessage(chats: Chats, message: ChatMessage): ApiMessage {
  const object = bareMessage(chats, message);
  const replied = message.replyTo === null ? undefined : chats.get(message.chatId).find(message.replyTo);
  if (replied === undefined) return object;
  // The type of the library wants `reply_to_message: undefined` in it, which no value has under exactOptionalPropertyTypes.
  const reply: object = bareMessage(chats, replied);
  return { ...object, reply_to_message: reply as NonNullable<Message['reply_to_message']> };
}

function bareMessage(chats: Chats, message: ChatMessage): ApiMessage {
  return {
    message_id: message.id,
    from: message.from,
    chat: apiChat(chats, chats.get(message.chatId)),
    date: message.date,
    ...(message.editDate !== null && { edit_date: message.editDate }),
    ...content(message),
    ...(message.buttons.length > 0 && {
      reply_markup: { inline_keyboard: message.buttons.map((row) => [...row]) },
    }),
  };
}

function content(message: ChatMessage): Content {
  if (message.service !== null) return serviceContent(message.service);
  const entities = [...message.entities];
  if (message.media === null) {
    return { text: message.text, ...(entities.length > 0 && { entities }) };
  }
  return {
    ...mediaContent(message.media, message),
    ...(message.text !== '' && { caption: message.text }),
    ...(message.text !== '' && entities.length > 0 && { caption_entities: entities }),
  };
}

function mediaContent(media: Media, { chatId, id }: ChatMessage): Content {
  const file = { file_id: `file-${chatId}-${id}`, file_unique_id: `unique-${chatId}-${id}` };
  switch (media) {
    case 'photo':
      return { photo: [{ ...file, width: 90, height: 90 }] };
    case 'voice':
      return { voice: { ...file, duration: 3 } };
    case 'sticker':
      return {
        sticker: {
          ...file,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      };
  }
}

function serviceContent(service: ServiceEvent): Content {
  switch (service.kind) {
    case 'joined':
      return { new_chat_members: [...service.users] };
    case 'left':
      return { left_chat_member: service.user };
    case 'migrated_to':
      return { migrate_to_chat_id: service.chatId };
    case 'migrated_from':
      return { migrate_from_chat_id: service.chatId };
  }
}

function userOf(chats: Chats, chat: Chat): User {
  const profile = chats.people.get(chat.id);
  if (profile === undefined) throw new Error(`the private chat ${chat.id} belongs to nobody`);
  return profile.user;
}
