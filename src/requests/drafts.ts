import type { PersonId } from '../lifecycle/ids';
import { longestMessage } from '../lifecycle/limits';
import type { Refusal } from '../lifecycle/transition';
import { submit, type TooLong } from './submit';
import { isChanged, type Changed } from './change';
import { nextAsking, requestStatus } from './read/status';
import type { Transaction } from '../transaction/transaction';

/** What a client wrote, kept under a number of its own. */
export interface Draft {
  readonly draft: number;
  /** What it would be. */
  readonly about: 'request' | 'appeal';
}

/** Keeps what a client wrote, so that they can send it later. Refuses what is longer than `longestMessage`. */
export async function keepDraft(tx: Transaction, client: PersonId, message: string): Promise<Draft | TooLong> {
  const { length } = message;
  if (length > longestMessage) return { refused: 'too_long', length, limit: longestMessage };
  const about = nextAsking(await requestStatus(tx, client));
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
  if (isChanged(outcome)) await tx.store.drafts.removeOf(client);
  return outcome;
}
