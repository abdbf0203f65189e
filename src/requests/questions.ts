import type { Instant, Millis, PersonId, RequestId, RecipientId, TelegramId } from '../lifecycle/ids';
import type { Notice } from '../notices/notice';
import type { BotMessage } from '../store/queries/bot-messages';
import { priorities, type Priority } from '../store/queries/outbox';
import type { StoredRequest } from '../store/queries/requests';
import type { BotMessageKind } from '../store/rows';
import { owe, threadFor, type Transaction } from '../transaction/transaction';

/** For how long the next plain text answers a question. */
export const answerWithin: Millis = 15 * 60 * 1000;
/** For how long a reply does: Telegram's apps may attach an old one to whatever is written next. */
const replyWithin: Millis = 24 * 60 * 60 * 1000;

/** The kinds of messages that ask somebody for a text. */
type QuestionKind = Extract<BotMessageKind, `${string}_question`>;

export interface Question {
  readonly kind: QuestionKind;
  readonly recipientId: RecipientId;
  /** The person who is to answer it. */
  readonly personId: PersonId;
  readonly requestId: RequestId | null;
  readonly round: number | null;
  readonly replyTo: number | null;
}

/** An admin as they are addressed by a question in a group. */
export interface QuestionedAdmin {
  readonly id: PersonId;
  readonly telegramId: TelegramId;
  readonly name: string;
}

/** Asks a question; its answer is a reply to it, or the next plain text. */
export async function putQuestion(
  tx: Transaction,
  question: Question,
  notice: Notice,
  priority: Priority = priorities.answer,
): Promise<void> {
  const { replyTo, ...place } = question;
  const threadId = threadFor(tx, question.recipientId);
  const botMessageId = await tx.store.botMessages.add({ ...place, messageId: null, threadId, createdAt: tx.now });
  owe(tx, {
    recipientId: question.recipientId,
    threadId,
    notice,
    priority,
    botMessageId,
    replyTo,
  });
}

/** The newest question of these kinds that the person's next text answers, if any. */
async function openQuestion(
  tx: Transaction,
  personId: PersonId,
  recipientId: RecipientId,
  kinds: readonly QuestionKind[],
): Promise<BotMessage | null> {
  const open = await questionsOf(tx, personId);
  return (
    open.find(({ kind, recipientId: place }) => place === recipientId && kinds.some((one) => one === kind)) ?? null
  );
}

/** Whether the question was answered, dropped, or asked too long ago: then a reply to it answers nothing. */
export const isOver = ({ now }: Transaction, { answeredAt, createdAt }: BotMessage): boolean =>
  answeredAt !== null || Math.abs(now - createdAt) >= replyWithin;

/**
 * The person's open questions, newest first, but not those dated by a clock that was ahead, which would stay open for too long.
 */
async function questionsOf({ store, now }: Transaction, personId: PersonId): Promise<readonly BotMessage[]> {
  const open = await store.botMessages.openQuestions(personId, now - answerWithin);
  return open.filter(({ createdAt }) => createdAt < now + answerWithin);
}

/**
 * The questions of this kind that an admin's plain text may answer, newest first: those whose requests are still pending in the
 * same round. None if the newest question in the chat is of another kind.
 */
export async function openAdminQuestions(
  tx: Transaction,
  kind: 'reason_question' | 'ask_question',
  admin: PersonId,
  recipientId: RecipientId,
): Promise<readonly BotMessage[]> {
  const all = await questionsOf(tx, admin);
  const open = all.filter((question) => question.recipientId === recipientId);
  if (open[0]?.kind !== kind) return [];
  const asking: BotMessage[] = [];
  for (const question of open) {
    if (question.kind !== kind || question.requestId === null) continue;
    if (await mayStillAct(tx, question)) asking.push(question);
  }
  return asking;
}

/** The newest question in the chat, if it asked an admin for a reason or for a question about a request; null: it did not. */
export async function newestAboutRequest(
  tx: Transaction,
  admin: PersonId,
  recipientId: RecipientId,
): Promise<BotMessage | null> {
  const newest = (await questionsOf(tx, admin)).find((question) => question.recipientId === recipientId);
  return newest?.kind === 'reason_question' || newest?.kind === 'ask_question' ? newest : null;
}

/**
 * The question of the admins about this pending request that a client's text answers: the one it replies to, or else the newest
 * that has reached them and has no answer yet, however long ago it was asked; null: none.
 */
export async function adminsQuestionAnswered(
  tx: Transaction,
  { id, request }: StoredRequest,
  chat: RecipientId,
  repliesTo: number | null,
): Promise<BotMessage | null> {
  const isAsked = ({ kind, requestId }: BotMessage) => kind === 'admins_question' && requestId === id;
  const asked = repliesTo === null ? null : await tx.store.botMessages.at(chat, repliesTo);
  if (asked !== null && isAsked(asked)) return asked;
  for (const question of await tx.store.botMessages.openQuestions(request.clientId, ever)) {
    const isOfRound = question.recipientId === chat && isAsked(question) && question.round === request.round;
    if (isOfRound && (await mayBeSeen(tx, question))) return question;
  }
  return null;
}

/** No question is older. */
const ever: Instant = 0;

/** Whether the message has arrived or may have: whoever has blocked the bot meanwhile has not read it. */
const mayBeSeen = async ({ store }: Transaction, { id, messageId }: BotMessage): Promise<boolean> =>
  messageId !== null || (await store.outbox.isInFlight(id));

/** The same for the few words that whoever asked to join a chat was asked for. */
export async function openJoinQuestion(
  tx: Transaction,
  { id, request }: StoredRequest,
  repliesTo: number | null,
): Promise<BotMessage | null> {
  const isAsked = ({ kind, requestId, answeredAt }: BotMessage) =>
    kind === 'join_question' && requestId === id && answeredAt === null;
  const asked = repliesTo === null ? null : await tx.store.botMessages.at(request.clientId, repliesTo);
  if (asked !== null && isAsked(asked)) return asked;
  const open = await tx.store.botMessages.openQuestions(request.clientId, ever);
  return open.find(isAsked) ?? null;
}

/** What asks an admin for a text as an admin; the others may have asked them something as a client, too. */
export const adminQuestions = ['reason_question', 'ask_question', 'new_admin_question'] as const;

/** The newest question to an admin in this chat that their next text answers; null: none. */
export const openAdminQuestion = (tx: Transaction, admin: PersonId, chat: RecipientId): Promise<BotMessage | null> =>
  openQuestion(tx, admin, chat, adminQuestions);

/**
 * Drops the newest question to an admin in this chat that they could still answer, if only by a reply, and those after it that are
 * about what is no longer pending. Returns the one it was, or the newest of the others; null: there was none.
 */
export async function dropAdminQuestion(
  tx: Transaction,
  admin: PersonId,
  chat: RecipientId,
): Promise<BotMessage | null> {
  const asked = await tx.store.botMessages.openQuestions(admin, tx.now - replyWithin);
  let newest: BotMessage | null = null;
  for (const question of asked) {
    if (question.recipientId !== chat || !adminQuestions.some((kind) => kind === question.kind)) continue;
    await closeQuestion(tx, question.id);
    if (await mayStillAct(tx, question)) return question;
    newest ??= question;
  }
  return newest;
}

/** Whether its answer would still do something. */
async function mayStillAct({ store }: Transaction, { requestId, round }: BotMessage): Promise<boolean> {
  const stored = requestId === null ? null : await store.requests.get(requestId);
  return requestId === null || (stored?.request.status === 'pending' && stored.request.round === round);
}

/** The question was answered or dropped. */
export function closeQuestion(tx: Transaction, id: number): Promise<void> {
  return tx.store.botMessages.markAnswered([id], tx.now);
}

/** The person is no longer an admin: what they were asked as one is over. */
export async function closeAllQuestions(tx: Transaction, admin: PersonId): Promise<void> {
  const open = await tx.store.botMessages.openQuestions(admin, tx.now - replyWithin);
  const asked = open.filter(({ kind }) => adminQuestions.some((one) => one === kind));
  await tx.store.botMessages.markAnswered(
    asked.map(({ id }) => id),
    tx.now,
  );
}

/** What asks a client for a text. */
const clientQuestions: readonly QuestionKind[] = ['request_question', 'appeal_question'];

/**
 * The question that a client's text answers: the one it replies to (`repliesTo` is the message), or else the newest that
 * waits for a text; null: none.
 */
export async function questionAnswered(
  tx: Transaction,
  client: PersonId,
  chat: RecipientId,
  repliesTo: number | null,
): Promise<BotMessage | null> {
  const asked = repliesTo === null ? null : await tx.store.botMessages.at(chat, repliesTo);
  if (asked !== null && !isOver(tx, asked) && clientQuestions.some((kind) => kind === asked.kind)) return asked;
  return openQuestion(tx, client, chat, clientQuestions);
}

/**
 * The client has answered, or no longer wants to: what they were asked is over, also for a reply. Returns how many questions were
 * open.
 */
export async function closeClientQuestions(tx: Transaction, client: PersonId): Promise<number> {
  const open = await tx.store.botMessages.openQuestions(client, tx.now - replyWithin);
  const closed = open.filter(({ kind }) => clientQuestions.some((one) => one === kind));
  await tx.store.botMessages.markAnswered(
    closed.map(({ id }) => id),
    tx.now,
  );
  return closed.length;
}
