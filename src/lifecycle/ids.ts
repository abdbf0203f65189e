/**
 * IDs of different things are different types. All are integers up to 2^53; Telegram's exceed 32 bits
 * (https://core.telegram.org/bots/api#user, `id`).
 */
declare const brand: unique symbol;
type Id<Name extends string> = number & { readonly [brand]: Name };

/** A person's Telegram ID. Their private chat with the bot has the same number. */
export type PersonId = Id<'person'>;
/** A chat: a person's private chat (positive) or a group (negative). */
export type ChatId = Id<'chat'>;
/** The number of a request, as people see it. */
export type RequestId = Id<'request'>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A length of time in milliseconds. */
export type Millis = number;

export const personId = (id: number): PersonId => id as PersonId;
export const chatId = (id: number): ChatId => id as ChatId;
export const requestId = (id: number): RequestId => id as RequestId;

/** The private chat of a person (https://core.telegram.org/bots/api#chat: it shares the user's ID). */
export const privateChat = (person: PersonId): ChatId => chatId(person);

/** Groups and supergroups have negative IDs. */
export const isGroup = (chat: ChatId): boolean => chat < 0;
