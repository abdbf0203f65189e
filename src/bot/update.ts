import type { CallbackQuery, Message, Update, User } from 'telegraf/types';
import { chatId, groupId, isGroup, type ChatId, type GroupId } from '../lifecycle/ids';
import type { UpdateKind } from '../observability/meter';
import { isObject, type Fields } from '../channels/telegram/answer';
import type { Community } from '../people/community';
import { writtenIn } from './written';

const everyBotsKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
/** What happens at the doors of the community's chats. */
const accessKinds = ['chat_join_request', 'chat_member'] as const;

/** The kinds of update that the bot asks for, and no others. */
export const polledUpdateKinds = ({ access }: Pick<Community, 'access'>): readonly UpdateKind[] =>
  access === null ? everyBotsKinds : [...everyBotsKinds, ...accessKinds];

/**
 * The content of an update of the kinds asked for. A kind that Telegram adds later has none. Neither has an update without
 * the fields that say what it is about and where: a server other than Telegram's may omit them, and that must stop nothing.
 */
export interface Content {
  readonly message: Message | null;
  readonly edited: Message | null;
  readonly press: CallbackQuery | null;
  readonly membership: Membership | null;
  readonly joinRequest: Update.ChatJoinRequestUpdate['chat_join_request'] | null;
  /** Of somebody else than the bot. */
  readonly member: Membership | null;
}

type Membership = Update.MyChatMemberUpdate['my_chat_member'];

export function contentOf(update: Update): Content {
  const fields: Partial<Record<string, unknown>> = { ...update };
  const { message, edited_message, callback_query, my_chat_member, chat_join_request, chat_member } = fields;
  return {
    message: isMessage(message) ? message : null,
    edited: isMessage(edited_message) ? edited_message : null,
    press: isPress(callback_query) ? callback_query : null,
    membership: isMembership(my_chat_member) ? my_chat_member : null,
    joinRequest: isJoinRequest(chat_join_request) ? chat_join_request : null,
    member: isMemberChange(chat_member) ? chat_member : null,
  };
}

/** Whether this, of an answer to a poll, has what every update has. */
export const isUpdate = (value: unknown): value is Update => isObject(value) && isInteger(value['update_id']);

const isMessage = (value: unknown): value is Message =>
  isPlace(value) && isInteger(value['date']) && isTextOrMissing(value['text']) && isTextOrMissing(value['caption']);

const isPress = (value: unknown): value is CallbackQuery =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  isPerson(value['from']) &&
  (value['message'] === undefined || isPlace(value['message']));

const isJoinRequest = (value: unknown): value is Update.ChatJoinRequestUpdate['chat_join_request'] =>
  isObject(value) && hasId(value['chat']) && isPerson(value['from']);

const isMembership = (value: unknown): value is Membership =>
  isObject(value) && hasId(value['chat']) && isObject(value['new_chat_member']);

const isMemberChange = (value: unknown): value is Membership =>
  isMembership(value) &&
  isPerson(value.new_chat_member.user) &&
  hasId(value.from) &&
  isObject(value.old_chat_member) &&
  isInteger(value.date);

const isPlace = (value: unknown): value is Fields =>
  isObject(value) && hasId(value['chat']) && isInteger(value['message_id']);
const isPerson = (value: unknown): boolean => hasId(value) && typeof value['first_name'] === 'string';
const hasId = (value: unknown): value is Fields => isObject(value) && isInteger(value['id']);
const isTextOrMissing = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isInteger = (value: unknown): boolean => Number.isSafeInteger(value);

export const kindOf = (update: Update): UpdateKind =>
  [...everyBotsKinds, ...accessKinds].find((kind) => kind in update) ?? 'other';

/**
 * The person who caused an update; null: nobody that can be answered, or a bot. Where a message was sent in the name of a chat,
 * `from` is nobody (https://core.telegram.org/bots/api#message, `sender_chat`).
 */
export function senderOf({ message, edited, press, membership }: Content): User | null {
  if (isAnonymousSender(message ?? edited)) return null;
  const from = message?.from ?? edited?.from ?? press?.from ?? membership?.from ?? null;
  return !isPerson(from) || from?.is_bot === true ? null : from;
}

/** Whether a message was sent in the name of a group or a channel, so that its author is unknown. */
export const isAnonymousSender = (message: Message | null): boolean =>
  message !== null && 'sender_chat' in message && message.sender_chat !== undefined;

/** The words of a message: its text, the caption of what it shows, or the words of its blocks. */
export const textOf = (message: Message): string | null => writtenIn(message)?.text ?? null;

/**
 * The topic a message is in; null: none. A thread alone is not a topic: outside of forums the answers to a
 * message have one (https://core.telegram.org/bots/api#message).
 */
export function topicOf(message: object): number | null {
  const { is_topic_message: isInTopic, message_thread_id: id }: Fields = { ...message };
  return isInTopic === true && typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}

/** Whether it is what people say to each other in a chat of the community: nothing of that is for the bot. */
export function isSaidInCommunity(update: Update, community: Community): boolean {
  const { message, edited, press } = contentOf(update);
  const place = message ?? edited ?? press?.message ?? null;
  return place !== null && community.isAccessChat(chatOf(place)) && (message === null || moveOf(message) === null);
}

/** A group's old and new ID, which it says in both of its chats; null: the message says no such thing. */
export function moveOf(message: Message): { readonly from: GroupId; readonly to: GroupId } | null {
  const { migrate_to_chat_id: to, migrate_from_chat_id: from }: Fields = { ...message };
  const here = chatOf(message);
  if (!isGroup(here)) return null;
  if (isGroupId(to)) return { from: here, to: groupId(to) };
  return isGroupId(from) ? { from: groupId(from), to: here } : null;
}

const isGroupId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) < 0;

/** What of an update is in a chat; null: nothing. */
export function chatIn({
  message,
  edited,
  press,
  membership,
}: Content): { readonly chat: { readonly id: number } } | null {
  return message ?? edited ?? press?.message ?? membership ?? null;
}

export const isPrivate = (message: Message): boolean => message.chat.type === 'private';

export const chatOf = (message: { readonly chat: { readonly id: number } }): ChatId => chatId(message.chat.id);
