import type { Chat as AnyChat, ChatFullInfo, ChatPermissions, Message, MessageOrigin, Update } from '@grammyjs/types';
import type { Chat, ChatMessage, Chats, Media, Profile, ServiceEvent } from './chats';
import { impliedReply, threadFields } from './topics';

type ApiChat = Exclude<AnyChat, AnyChat.ChannelChat>;
type ApiMessage = Message & Update.NonChannel;
type ApiPost = Message & Update.Channel;
type Content = Partial<Omit<Message, 'chat' | 'from'>>;

/** A chat as the Bot API returns it: https://core.telegram.org/bots/api#chat */
export function apiChat(chats: Chats, chat: Chat): AnyChat {
  return chat.kind === 'channel' ? channel(chat) : chatOfPeople(chats, chat);
}

const channel = (chat: Chat): AnyChat.ChannelChat => ({
  id: chat.id,
  type: 'channel',
  title: chat.title,
  ...(chat.username !== null && { username: chat.username }),
});

/** Every chat but a channel. */
function chatOfPeople(chats: Chats, chat: Chat): ApiChat {
  switch (chat.kind) {
    case 'supergroup':
      return {
        id: chat.id,
        type: 'supergroup',
        title: chat.title,
        ...(chat.username !== null && { username: chat.username }),
        ...(chat.isForum && { is_forum: true }),
      };
    case 'group':
      return { id: chat.id, type: 'group', title: chat.title };
    case 'channel':
      throw new Error(`the channel ${chat.id} has posts, and no messages of people`);
    case 'private': {
      const { first_name, last_name, username } = profileOf(chats, chat).user;
      return {
        id: chat.id,
        type: 'private',
        first_name,
        ...(last_name !== undefined && { last_name }),
        ...(username !== undefined && { username }),
      };
    }
  }
}

/** The result of getChat: https://core.telegram.org/bots/api#chatfullinfo */
export function apiChatFullInfo(chats: Chats, chat: Chat): object {
  return {
    ...apiChat(chats, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...moreOf(chats, chat),
  };
}

/** The fields that only some kinds of chat have. */
function moreOf(chats: Chats, chat: Chat): Partial<ChatFullInfo> {
  if (chat.kind === 'private') {
    const { bio } = profileOf(chats, chat);
    return bio === '' ? {} : { bio };
  }
  return {
    ...(chat.kind !== 'channel' && { permissions: permissionsOf(chat) }),
    ...(chat.username !== null && { active_usernames: [chat.username] }),
    ...(chat.kind === 'supergroup' && chat.joinByRequest && { join_by_request: true }),
    ...(chat.linkedChatId !== null && { linked_chat_id: chat.linkedChatId }),
  };
}

/** What members who aren't administrators may do. */
const permissionsOf = ({ membersWrite, membersSendPhotos, membersInvite }: Chat): ChatPermissions => ({
  can_send_messages: membersWrite,
  can_send_audios: membersWrite,
  can_send_documents: membersWrite,
  can_send_photos: membersWrite && membersSendPhotos,
  can_send_videos: membersWrite,
  can_send_video_notes: membersWrite,
  can_send_voice_notes: membersWrite,
  can_send_polls: membersWrite,
  can_send_other_messages: membersWrite,
  can_add_web_page_previews: membersWrite,
  can_react_to_messages: membersWrite,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: membersInvite,
  can_pin_messages: false,
  can_manage_topics: false,
});

/** A message or a channel's post as the Bot API returns it. */
export const apiShown = (chats: Chats, message: ChatMessage): ApiMessage | ApiPost =>
  chats.get(message.chatId).kind === 'channel' ? apiPost(chats, message) : apiMessage(chats, message);

/** A channel's post: it names no author, only the channel. */
export function apiPost(chats: Chats, message: ChatMessage): ApiPost {
  const where = channel(chats.get(message.chatId));
  return {
    message_id: message.id,
    sender_chat: where,
    chat: where,
    date: message.date,
    ...(message.editDate !== null && { edit_date: message.editDate }),
    ...content(chats, message),
    ...buttonsOf(message),
  };
}

/** A message, with the one it replies to, as the Bot API returns it: https://core.telegram.org/bots/api#message */
export function apiMessage(chats: Chats, message: ChatMessage): ApiMessage {
  const object = bareMessage(chats, message);
  const chat = chats.get(message.chatId);
  const replied = message.replyTo === null ? impliedReply(chat, message) : chat.find(message.replyTo);
  const quoted = message.answersElsewhere ?? replied;
  const withQuote = {
    ...object,
    ...(message.answersElsewhere !== null && {
      external_reply: externalReply(chats, message.answersElsewhere),
    }),
    ...(message.quote !== null && {
      quote: { text: message.quote, position: quoted?.text.indexOf(message.quote) ?? 0, is_manual: true as const },
    }),
  };
  if (replied === undefined) return withQuote;
  // The library's type requires `reply_to_message: undefined` inside it, which exactOptionalPropertyTypes forbids.
  const reply: object = bareMessage(chats, replied);
  return { ...withQuote, reply_to_message: reply as NonNullable<Message['reply_to_message']> };
}

/** The first author of a message, as `forward_origin` names them. */
export function originOf(chats: Chats, message: ChatMessage): MessageOrigin {
  if (message.forwardOrigin !== null) return message.forwardOrigin;
  const { date, senderChat } = message;
  if (senderChat?.type === 'channel') {
    return { type: 'channel', date, chat: senderChat, message_id: message.id };
  }
  if (senderChat !== null) return { type: 'chat', date, sender_chat: senderChat };
  return chats.people.get(message.from.id)?.hidesWhenForwarded === true
    ? { type: 'hidden_user', date, sender_user_name: message.from.first_name }
    : { type: 'user', date, sender_user: message.from };
}

function externalReply(chats: Chats, message: ChatMessage): NonNullable<Message['external_reply']> {
  const chat = chats.get(message.chatId);
  return {
    origin: originOf(chats, message),
    ...(chat.kind === 'supergroup' && { chat: chatOfPeople(chats, chat), message_id: message.id }),
  };
}

function bareMessage(chats: Chats, message: ChatMessage): ApiMessage {
  const chat = chats.get(message.chatId);
  return {
    message_id: message.id,
    from: message.from,
    ...(message.senderChat !== null && { sender_chat: message.senderChat }),
    chat: chatOfPeople(chats, chat),
    date: message.date,
    ...(message.editDate !== null && { edit_date: message.editDate }),
    ...threadFields(chat, message),
    ...(message.forwardOrigin !== null && { forward_origin: message.forwardOrigin }),
    ...(message.isAutomaticForward && { is_automatic_forward: true as const }),
    ...(message.viaBot !== null && { via_bot: message.viaBot }),
    ...(message.albumId !== null && { media_group_id: message.albumId }),
    ...content(chats, message),
    ...buttonsOf(message),
  };
}

const buttonsOf = ({ buttons }: ChatMessage): Pick<Message, 'reply_markup'> =>
  buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } };

function content(chats: Chats, message: ChatMessage): Content {
  if (message.service !== null) return serviceContent(chats, message.chatId, message.service);
  if (message.rich !== null) return { rich_message: { blocks: [...message.rich] } };
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

function mediaContent(media: Media, { chatId, id, photo }: ChatMessage): Content {
  if (photo !== null) {
    const { fileId, width, height, bytes } = photo;
    return { photo: [{ file_id: fileId, file_unique_id: `unique-${fileId}`, width, height, file_size: bytes.length }] };
  }
  const file = { file_id: `file-${chatId}-${id}`, file_unique_id: `unique-${chatId}-${id}` };
  switch (media) {
    case 'photo':
      return { photo: [{ ...file, width: 90, height: 90 }] };
    case 'video':
      return { video: { ...file, width: 90, height: 90, duration: 3 } };
    case 'document':
      return { document: { ...file, file_name: 'letter.pdf', mime_type: 'application/pdf' } };
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

function serviceContent(chats: Chats, chatId: number, service: ServiceEvent): Content {
  switch (service.kind) {
    case 'joined':
      return { new_chat_members: [...service.users] };
    case 'left':
      return { left_chat_member: service.user };
    case 'migrated_to':
      return { migrate_to_chat_id: service.chatId };
    case 'migrated_from':
      return { migrate_from_chat_id: service.chatId };
    case 'pinned': {
      const pinned = chats.get(chatId).find(service.messageId);
      if (pinned === undefined) throw new Error(`there is no message ${service.messageId} to pin`);
      const object: object = bareMessage(chats, pinned);
      return { pinned_message: object as NonNullable<Message['pinned_message']> };
    }
    case 'auto_delete':
      return { message_auto_delete_timer_changed: { message_auto_delete_time: service.after } };
    case 'topic_created':
      return { forum_topic_created: { name: service.name, icon_color: 0x6fb9f0 } };
    case 'topic_closed':
      return { forum_topic_closed: {} };
    case 'topic_reopened':
      return { forum_topic_reopened: {} };
  }
}

function profileOf(chats: Chats, chat: Chat): Profile {
  const profile = chats.people.get(chat.id);
  if (profile === undefined) throw new Error(`the private chat ${chat.id} belongs to nobody`);
  return profile;
}
