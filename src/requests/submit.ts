import type { Instant, PersonId, RecipientId } from '../lifecycle/ids';
import { longestMessage } from '../lifecycle/limits';
import { noRequest } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Refusal } from '../lifecycle/transition';
import type { LeftOut } from '../notices/notice';
import type { StoredRequest } from '../store/queries/requests';
import { change, isChanged, person, type Changed, type Circumstances } from './change';
import { latestRequest } from './current';
import { answerWithin, closeClientQuestions, closeQuestion, openJoinQuestion, putQuestion } from './questions';
import { nextAsking, requestStatus } from './read/status';
import type { Transaction } from '../transaction/transaction';

export interface TooLong {
  readonly refused: 'too_long';
  readonly length: number;
  readonly limit: number;
}

export type SubmitCommand = 'submit' | 'appeal';

/**
 * Submits a request, or appeals if there is a decision against the client: `submit` does either, `appeal` only the second. A
 * message longer than `longestMessage` is refused, unless it would be refused anyway. What the client sent besides and the admins don't get is in `circumstances`; the
 * confirmation says so.
 */
export async function submit(
  tx: Transaction,
  client: PersonId,
  how: SubmitCommand,
  message: string,
  circumstances: Circumstances = {},
): Promise<Changed | Refusal | TooLong> {
  const latest = await latestRequest(tx, client);
  const command: Command =
    how === 'submit' && circumstances.joining != null
      ? { type: how, by: client, message, awaitsWords: true }
      : { type: how, by: client, message };
  if (message.length > longestMessage && whyNot(tx, latest, command) === null) {
    return { refused: 'too_long', length: message.length, limit: longestMessage };
  }
  return change(tx, latest, command, person(tx, client), 'cards_follow', circumstances);
}

/** Whether the client may submit now; returns the refusal if not. Changes nothing. */
export async function canSubmit(tx: Transaction, client: PersonId, how: SubmitCommand): Promise<Refusal | null> {
  const latest = await latestRequest(tx, client);
  return whyNot(tx, latest, { type: how, by: client, message: '' });
}

/** Withdraws the client's pending request or appeal. */
export async function withdraw(tx: Transaction, client: PersonId): Promise<Changed | Refusal> {
  return change(tx, await latestRequest(tx, client), { type: 'withdraw' }, person(tx, client));
}

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

function whyNot(tx: Transaction, latest: StoredRequest | null, command: Command): Refusal | null {
  const outcome = transition(latest?.request ?? noRequest, command, tx.now, tx.community.policy);
  return isRefusal(outcome) ? outcome : null;
}
