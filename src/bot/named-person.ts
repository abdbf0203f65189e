import type { Message } from 'telegraf/types';
import { isObject, type Fields } from '../channels/telegram/answer';
import { latinDigits } from '../i18n/digits';
import { telegramId, type TelegramId } from '../lifecycle/ids';
import type { NamedUser } from '../requests/meet';

/**
 * The author that a message names. `hidden`: it is forwarded from somebody who hides their account
 * (https://core.telegram.org/bots/api#messageoriginhiddenuser). `no_person`: a bot or a chat wrote it.
 */
export type NamedPerson = NamedUser | 'hidden' | 'no_person';

/** The first author of a forwarded message; null: it is not forwarded. */
export function forwardedFrom(message: object): NamedPerson | null {
  const { forward_origin, forward_from, forward_sender_name, forward_from_chat, forward_date }: Fields = { ...message };
  if (isObject(forward_origin)) return originOf(forward_origin);
  // Servers of before Bot API 7.0 say it in fields of their own.
  if (isObject(forward_from)) return personOf(forward_from);
  if (typeof forward_sender_name === 'string') return 'hidden';
  return forward_from_chat !== undefined || forward_date !== undefined ? 'no_person' : null;
}

/** The person meant by the message that this one replies to: its first author, or its writer; null: it replies to nothing. */
export function repliedAuthor(message: Message): NamedPerson | null {
  const { reply_to_message: target, external_reply }: Fields = { ...message };
  if (isObject(external_reply)) return isObject(external_reply['origin']) ? originOf(external_reply['origin']) : null;
  // In a forum everything replies to the message that opened its topic.
  if (!isObject(target) || target['forum_topic_created'] !== undefined) return null;
  const forwarded = forwardedFrom(target);
  if (forwarded !== null) return forwarded;
  return target['sender_chat'] === undefined && isObject(target['from']) ? personOf(target['from']) : 'no_person';
}

function originOf({ type, sender_user }: Fields): NamedPerson {
  if (type === 'hidden_user') return 'hidden';
  return type === 'user' && isObject(sender_user) ? personOf(sender_user) : 'no_person';
}

function personOf({ id, is_bot, first_name, last_name, username }: Fields): NamedPerson {
  if (is_bot === true || typeof id !== 'number' || !isUserId(id)) return 'no_person';
  const name = [first_name, last_name].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return {
    telegramId: telegramId(id),
    name: name === '' ? null : name,
    username: typeof username === 'string' ? username : null,
  };
}

/** A Telegram ID as it is written in digits; `no_persons_id`: it is a group's or channel's; null: it is none. */
export function writtenId(text: string): NamedUser | 'no_persons_id' | null {
  const written = latinDigits(text);
  if (/^[-–−]\d{1,16}$/.test(written)) return 'no_persons_id';
  const id = /^\d{1,16}$/.test(written) ? Number(written) : 0;
  return isUserId(id) ? { telegramId: telegramId(id), name: null, username: null } : null;
}

/**
 * Whether this is an account by which Telegram itself writes, or that stands for anonymous administrators and for channels
 * (https://core.telegram.org/bots/api#message, `from`).
 */
export const isTelegramsOwn = (id: TelegramId): boolean => telegramsOwn.some((own) => own === id);

const telegramsOwn: readonly number[] = [777_000, 1_087_968_824, 136_817_688];

/** They have at most 52 significant bits (https://core.telegram.org/bots/api#user). */
const isUserId = (id: number): boolean => Number.isSafeInteger(id) && id > 0 && id < 2 ** 52;
