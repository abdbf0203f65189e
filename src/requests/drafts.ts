import type { PersonId } from '../lifecycle/ids';
import { longestMessage, longestTalk } from '../lifecycle/limits';
import type { Refusal } from '../lifecycle/transition';
import { canSubmit, submit, type TooLong } from './submit';
import { isChanged, type Changed } from './change';
import { closeClientQuestions } from './questions';
import { nextAsking, requestStatus } from './read/status';
import { isAdminOnly } from './read/views';
import { addToRequest } from './talk';
import type { Transaction } from '../transaction/transaction';

/** What a client wrote, kept under a number of its own. */
export interface Draft {
  readonly draft: number;
  /** What it would be. */
  readonly about: 'request' | 'appeal' | 'addition';
}

/** What a client's text would be if they sent it now: while their request waits, an addition to it. Null: they can send none. */
export async function nextText(tx: Transaction, client: PersonId): Promise<Draft['about'] | null> {
  const you = await requestStatus(tx, client);
  if (you.state === 'known' && you.request.status === 'pending') return 'addition';
  if (isAdminOnly(tx.community.isAdmin(client), you)) return null;
  return (await canSubmit(tx, client, 'submit')) === null ? nextAsking(you) : null;
}

/** The longest text of a kind. */
export const longestOf = (about: Draft['about']): number => (about === 'addition' ? longestTalk : longestMessage);

/** Keeps what a client wrote, so that they can send it later as `about`. Refuses what is longer than it may be then. */
export async function keepDraft(
  tx: Transaction,
  client: PersonId,
  about: Draft['about'],
  message: string,
): Promise<Draft | TooLong> {
  const { length } = message;
  const limit = longestOf(about);
  if (length > limit) return { refused: 'too_long', length, limit };
  return { draft: await tx.store.drafts.add(client, message, tx.now), about };
}

/** The draft belongs to somebody else, or is no longer stored. */
export interface DraftGone {
  readonly refused: 'draft_gone';
}

/** Sends a client's draft as their request, or as an appeal if there is a decision against them. */
export async function sendDraft(
  tx: Transaction,
  client: PersonId,
  draft: number,
): Promise<Changed | Refusal | TooLong | DraftGone> {
  const message = await tx.store.drafts.messageOf(draft, client);
  if (message === null) return { refused: 'draft_gone' };
  const outcome = await submit(tx, client, 'submit', message);
  if (isChanged(outcome)) {
    await tx.store.drafts.removeOf(client);
    await closeClientQuestions(tx, client);
  }
  return outcome;
}

/** Adds a client's draft to their pending request. Their other texts stay on offer. */
export async function addDraft(
  tx: Transaction,
  client: PersonId,
  draft: number,
): Promise<Awaited<ReturnType<typeof addToRequest>> | DraftGone> {
  const message = await tx.store.drafts.messageOf(draft, client);
  if (message === null) return { refused: 'draft_gone' };
  const outcome = await addToRequest(tx, client, message);
  if ('passedOn' in outcome) await tx.store.drafts.remove(draft);
  return outcome;
}
