import { badRequest, type Refusal } from './answer';
import type { Chat, ChatMessage, Topic } from './chats';

/** Creates the topic that this service message announces. */
export function openTopic(chat: Chat, announcement: ChatMessage, name: string): Topic {
  const topic: Topic = { id: announcement.id, name, isClosed: false };
  chat.topics.set(topic.id, topic);
  return topic;
}

/**
 * The topic of a bot's message: the one it names, else that of the message it replies to, else General (null). General can't be
 * named by a number, nor can any topic in a chat without topics.
 */
export function topicFor(
  chat: Chat,
  named: number | undefined,
  replied: ChatMessage | undefined,
  byAdministrator: boolean,
): { readonly topicId: number | null } | Refusal {
  const topicId = named ?? (replied === undefined ? null : topicOf(replied));
  const topic = topicId === null ? undefined : chat.topics.get(topicId);
  if (topicId !== null && topic === undefined) return badRequest('message thread not found');
  const isClosed = topic?.isClosed ?? (chat.isForum && chat.isGeneralClosed);
  return isClosed && !byAdministrator ? badRequest('TOPIC_CLOSED') : { topicId };
}

/** The fields that name a message's topic: https://core.telegram.org/bots/api#message */
export function threadFields(
  chat: Chat,
  message: ChatMessage,
): { readonly message_thread_id?: number; readonly is_topic_message?: true } {
  const topicId = topicOf(message);
  if (topicId !== null) return { message_thread_id: topicId, is_topic_message: true };
  // In supergroups without topics, replies carry the thread of the message they reply to, which is no topic.
  const root = chat.kind === 'supergroup' ? threadRoot(chat, message) : undefined;
  return root === undefined ? {} : { message_thread_id: root };
}

/** The message that a topic's message replies to if it names none: the message that opened the topic. */
export function impliedReply(chat: Chat, message: ChatMessage): ChatMessage | undefined {
  return chat.isForum && message.topicId !== null ? chat.find(message.topicId) : undefined;
}

/** The message that opens a topic belongs to it. */
const topicOf = ({ id, topicId, service }: ChatMessage): number | null =>
  service?.kind === 'topic_created' ? id : topicId;

function threadRoot(chat: Chat, message: ChatMessage): number | undefined {
  let root: number | undefined;
  for (let at: ChatMessage | undefined = message; at !== undefined && at.replyTo !== null; at = chat.find(at.replyTo)) {
    root = at.replyTo;
  }
  return root;
}
