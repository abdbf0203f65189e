import { Context, type Telegram } from 'telegraf';
import type { Message, Update, UserFromGetMe } from 'telegraf/types';
import { chatId, isGroup, telegramId, type PersonId, type RecipientId, type TelegramId } from '../lifecycle/ids';
import type { SmsLimits } from '../contacts/sms-limits';
import type { Log } from '../observability/log';
import type { Notice } from '../notices/notice';
import type { ResolvedNotice } from '../notices/resolved-notice';
import { tell, tellLast, type Transaction } from '../transaction/transaction';
import type { United } from '../contacts/unite';
import type { NotUnited } from '../lifecycle/uniting';
import type { DecisionWords } from './decision-words';
import type { FloodGate } from './flood';
import { isServiceMessage } from './service-messages';
import type { SentText } from '../inbox/long-texts';
import { contentOf, isAnonymousSender, isPrivate, chatIn, senderOf, topicOf, type Content } from './update';
import { writtenIn, type Written } from './written';

/** What handlers know about the bot besides the update. */
export interface BotFacts {
  readonly me: UserFromGetMe;
  /** Required by Telegraf's context. Handlers owe messages; they call nothing. */
  readonly telegram: Telegram;
  readonly words: ReplyWords;
  /** A ready reason in a language, by its number; null: neither that language nor the default one has it. */
  readonly readyReason: (language: string | null, number: number) => string | null;
  /** The languages with texts, in lower case. */
  readonly languages: readonly string[];
  /** To which numbers SMS may go, and how many a day; null: none are sent. */
  readonly sms: SmsLimits | null;
  /** Owes an admin a one-time link to the desk; null: there is no desk. */
  readonly sendDeskLink: ((tx: Transaction, admin: PersonId) => Promise<unknown>) | null;
  /** Makes whoever asked by the form one with the Telegram account that sends their link; null: there is no form. */
  readonly unite: ((tx: Transaction, token: string, inTelegram: PersonId) => Promise<United | NotUnited>) | null;
  /** How many non-admins per group are told they aren't admins; null: all. */
  readonly refusals: FloodGate | null;
  readonly log: Log;
}

/** Words with a meaning in replies, in every language, in lower case. */
export interface ReplyWords extends DecisionWords {
  /** Anywhere in a text. */
  readonly thanks: ReadonlySet<string>;
}

/** https://core.telegram.org/bots/api#answerchatjoinrequestquery */
export interface JoinAnswer {
  readonly queryId: string;
  /** `queue`: it is left pending, for the bot to decide by another call, or for the chat's administrators. */
  readonly result: 'approve' | 'queue';
}

/** One update on its way through the handlers. */
export class BotContext extends Context {
  readonly content: Content;
  /** The Telegram ID of the sender; null: nobody who can be answered. */
  readonly telegramId: TelegramId | null;
  /** Shown to the person who pressed a button, after the commit. */
  toast: ResolvedNotice | null = null;
  /** How Telegram is answered after the commit, where it asks the bot itself about a join request. */
  joinAnswer: JoinAnswer | null = null;
  /** The language used with its sender, once known. */
  language: string | null = null;
  /** Its sender is over CLIENT_RATE: it has no effect. */
  ignored = false;
  private person: PersonId | null = null;

  constructor(
    update: Update,
    /** The update as it was received: the same object at every attempt to handle it. */
    readonly received: Update,
    readonly facts: BotFacts,
    private transaction: Transaction,
  ) {
    super(update, facts.telegram, facts.me);
    this.content = contentOf(update);
    const from = senderOf(this.content);
    this.telegramId = from === null ? null : telegramId(from.id);
    this.recognize(this.telegramId === null ? null : transaction.community.adminOnTelegram(this.telegramId));
  }

  /** The transaction that holds its effect. */
  get tx(): Transaction {
    return this.transaction;
  }

  /** The sender. Admins are known from the start, everybody else once they are in the database; null: nobody, or not known yet. */
  get sender(): PersonId | null {
    return this.person;
  }

  /** Sets the sender. From now on, answers in the chat where it happened are addressed to them. */
  recognize(person: PersonId | null): void {
    this.person = person;
    const place = chatIn(this.content);
    const recipientId = place === null ? null : this.recipientIn(place.chat);
    const origin = place === null || recipientId === null ? null : { recipientId, threadId: topicOf(place) };
    this.transaction = { ...this.transaction, origin };
  }

  /** The recipient of messages in this chat: the group, or the sender in their private chat; null: another person's chat, or the sender is not known yet. */
  recipientIn(chat: { readonly id: number }): RecipientId | null {
    const id = chatId(chat.id);
    if (isGroup(id)) return id;
    return id === this.telegramId ? this.person : null;
  }

  get log(): Log {
    return this.facts.log.child({ updateId: this.update.update_id });
  }

  get isFromAdmin(): boolean {
    return this.sender !== null && this.tx.community.isAdmin(this.sender);
  }

  /** Whether it was sent in the name of a group or a channel, so that the author is unknown. */
  get isAnonymous(): boolean {
    return isAnonymousSender(this.content.message);
  }

  /** Whether admins decide in this chat. */
  isAdminChat(chat: RecipientId | null): boolean {
    return chat !== null && this.tx.community.isAdminChat(chat);
  }

  /**
   * The message of this bot that a message replies to. Other bots' messages don't count, whatever their buttons say. Nor
   * does a topic's opening message, which everything in a forum topic replies to.
   */
  repliedTo(message: Message): Message | null {
    const target = 'reply_to_message' in message ? message.reply_to_message : undefined;
    if (target === undefined || target.from?.id !== this.facts.me.id) return null;
    if (isServiceMessage(message) || isServiceMessage(target)) return null;
    return target;
  }

  /** Owes an answer to the chat of a message; in a group it replies to the message. */
  answer(message: Message, notice: Notice): void {
    const recipientId = this.recipientIn(message.chat);
    if (recipientId !== null) tell(this.tx, recipientId, notice, replyTarget(message));
  }

  /** The same for a low-priority answer: in a group, everything else leaves before it. */
  answerLast(message: Message, notice: Notice): void {
    const recipientId = this.recipientIn(message.chat);
    if (recipientId === null) return;
    if (isPrivate(message)) tell(this.tx, recipientId, notice);
    else tellLast(this.tx, recipientId, notice, message.message_id);
  }
}

/** In a group, answers reply to the message; in a private chat it is clear what they answer. */
const replyTarget = (message: Message): number | null => (isPrivate(message) ? null : message.message_id);

/** A message with a known sender. */
export interface Incoming {
  readonly message: Message;
  /** The recipient of an answer in the same chat. */
  readonly chat: RecipientId;
  readonly sender: PersonId;
  /** Null: the message has no text. */
  readonly text: string | null;
  readonly written: Written | null;
}

export function incoming(ctx: BotContext): Incoming | null {
  const { message } = ctx.content;
  if (message === null || ctx.sender === null) return null;
  const chat = ctx.recipientIn(message.chat);
  if (chat === null) return null;
  const written = writtenIn(message);
  return { message, chat, sender: ctx.sender, text: written?.text ?? null, written };
}

/** The text of a message, which may be one part of a longer text that Telegram split. */
export const sentText = ({ message, chat, sender, text }: Incoming): SentText => ({
  chat,
  sender,
  message: message.message_id,
  date: message.date,
  length: text?.length ?? 0,
});
