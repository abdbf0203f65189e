import type { PersonId, RecipientId } from '../lifecycle/ids';
import type { Refusal } from '../lifecycle/transition';
import type { LeftOut } from '../notices/notice';
import type { Transaction } from '../transaction/transaction';
import { isChanged, type Changed } from './change';
import { answerWithin, closeClientQuestions, putQuestion } from './questions';
import { nextAsking, requestStatus } from './read/status';
import { canSubmit, submit, withdraw, type Asking, type TooLong } from './submit';

/** Asks a client, in this chat, what they want to say. Refused where they may not ask at all. */
export async function askForText(
  tx: Transaction,
  client: PersonId,
  chat: RecipientId,
  how: Asking,
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
  how: Asking,
  message: string,
  leftOut: readonly LeftOut[],
): Promise<Changed | Refusal | TooLong> {
  const outcome = await submit(tx, client, how, message, leftOut);
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
