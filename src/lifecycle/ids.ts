/**
 * IDs of different things have different types. All are integers up to 2^53; Telegram's exceed 32 bits
 * (https://core.telegram.org/bots/api#user, `id`).
 */
declare const brand: unique symbol;
type Id<Name extends string> = number & { readonly [brand]: Name };

/** A person, by the `id` of their row in `people`. It says nothing of how they are reached: that is in the row. */
export type PersonId = Id<'person'>;
/**
 * A user as Telegram numbers them. Their private chat with the bot has the same number
 * (https://core.telegram.org/bots/api#chat). Who it is, only `people.telegram_id` says.
 */
export type TelegramId = Id<'telegram user'>;
/** A group or a channel, as Telegram numbers it: negative. */
export type GroupId = Id<'group'>;
/** A chat as Telegram numbers it: somebody's private chat (positive) or a group (negative). */
export type ChatId = TelegramId | GroupId;
/** A recipient of the bot's messages: a person (positive), by whatever channel reaches them, or a group (negative). */
export type RecipientId = PersonId | GroupId;
/** A request's number, as people see it. */
export type RequestId = Id<'request'>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A duration in milliseconds. */
export type Millis = number;

export const personId = (id: number): PersonId => id as PersonId;
export const telegramId = (id: number): TelegramId => id as TelegramId;
export const groupId = (id: number): GroupId => id as GroupId;
export const chatId = (id: number): ChatId => id as ChatId;
export const recipientId = (id: number): RecipientId => id as RecipientId;
export const requestId = (id: number): RequestId => id as RequestId;

/** Groups and supergroups have negative IDs, people positive ones. */
export const isGroup = (id: ChatId | RecipientId): id is GroupId => id < 0;
