import type { Instant, PersonId, RecipientId } from '../lifecycle/ids';
import { longestMessage } from '../lifecycle/limits';
import type { Refusal } from '../lifecycle/transition';
import type { LeftOut } from '../notices/notice';
import type { Transaction } from '../transaction/transaction';
import { change, isChanged, person, type Changed } from './change';
import { latestRequest } from './current';
import { answerWithin, closeClientQuestions, closeQuestion, openJoinQuestion, putQuestion } from './questions';
import { nextAsking, requestStatus } from './read/status';
import { canSubmit, submit, withdraw, type SubmitCommand, type TooLong } from './submit';

/** Asks a client, in this chat, what they want to say. Refused where they may not ask at all. */
export async function askForText(
  tx: Transaction,
  client: PersonId,
  chat: RecipientId,
  how: SubmitCommand,
): Promise<Refusal | null> {
  const refusal = await canSubmit(tx, client, how);
  if (refusal !== null) return refusal;
  const about = nextAsking(await requestStatus(tx, client));
  const place = { recipientId: chat, personId: client, requestId: null, round: null, replyTo: null };
  await putQuestion(tx, { kind: `${about}_question`, ...place }, { kind: 'question', about, answerWithin });
  return null;
}

/** `submit` of what a client has written, which answers whatever they were asked. */
export async function submitText(
  tx: Transaction,
  client: PersonId,
  how: SubmitCommand,
  message: string,
  leftOut: readonly LeftOut[],
): Promise<Changed | Refusal | TooLong> {
  const asked = await joinQuestionTo(tx, client, null);
  if (asked !== null) return describe(tx, client, asked, message, leftOut);
  const outcome = await submit(tx, client, how, message, { leftOut });
  if (isChanged(outcome)) await closeClientQuestions(tx, client);
  return outcome;
}

/** Our question no longer waits for an answer, and there was nothing else to cancel. */
export interface QuestionDropped {
  readonly refused: 'question_dropped';
}

/** Withdraws what waits of the client's, their request or their appeal, and drops what they were asked. */
export async function cancel(tx: Transaction, client: PersonId): Promise<Changed | Refusal | QuestionDropped> {
  const dropped = await closeClientQuestions(tx, client);
  const outcome = await withdraw(tx, client);
  return isChanged(outcome) || dropped === 0 ? outcome : { refused: 'question_dropped' };
}

/**
 * The question for a few words that a client's text answers, who has asked to join a chat: the one it replies to, or else the one
 * that has no answer yet, however long ago it was asked; null: none.
 */
export async function joinQuestionTo(
  tx: Transaction,
  client: PersonId,
  repliesTo: number | null,
): Promise<{ readonly question: number; readonly askedAt: Instant } | null> {
  const stored = await latestRequest(tx, client);
  if (stored === null || stored.request.status !== 'pending' || !stored.request.awaitsWords) return null;
  const asked = await openJoinQuestion(tx, stored, repliesTo);
  return asked === null ? null : { question: asked.id, askedAt: asked.createdAt };
}

/** What a client says of themselves, who has asked to join a chat: it becomes the message of their request. */
export async function describe(
  tx: Transaction,
  client: PersonId,
  { question }: { readonly question: number },
  message: string,
  leftOut: readonly LeftOut[],
): Promise<Changed | Refusal | TooLong> {
  if (message.length > longestMessage) return { refused: 'too_long', length: message.length, limit: longestMessage };
  const latest = await latestRequest(tx, client);
  const how = person(tx, client);
  const outcome = await change(tx, latest, { type: 'describe', message }, how, 'cards_follow', { leftOut });
  if (isChanged(outcome)) await closeQuestion(tx, question);
  return outcome;
}
