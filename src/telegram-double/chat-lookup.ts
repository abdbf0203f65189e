import { badRequest, type Answer } from './answer';
import type { Chat } from './chats';
import { mayWriteToRequester } from './joining';
import { accessRefusal } from './membership';
import type { Telegram } from './telegram';

/** A chat as calls name it: by its ID, or a public one by `@username`. */
export type ChatRef = number | string;

export function findChat({ chats }: Telegram, ref: ChatRef): Chat | undefined {
  const name = typeof ref === 'string' && ref.startsWith('@') ? ref.slice(1).toLowerCase() : undefined;
  if (name === undefined) return chats.byId.get(Number(ref));
  return [...chats.byId.values()].find(({ username }) => username?.toLowerCase() === name);
}

/**
 * Does something in a chat, if it exists and the bot may: see `accessRefusal`. A person's chat exists for the bot once they have
 * started it, or while it may write to them because of a join request.
 */
export function inChat<T extends Answer | Promise<Answer>>(
  telegram: Telegram,
  ref: ChatRef,
  wants: 'look' | 'members' | 'act',
  use: (chat: Chat) => T,
): T | Answer {
  const chat = findChat(telegram, ref);
  if (chat === undefined || (chat.kind === 'private' && !isKnown(telegram, chat.id)))
    return badRequest('chat not found');
  return (chat.kind === 'private' ? undefined : accessRefusal(chat, wants)) ?? use(chat);
}

const isKnown = (telegram: Telegram, userId: number): boolean =>
  telegram.chats.people.get(userId)?.started === true || mayWriteToRequester(telegram, userId);
