import type { PersonId } from '../lifecycle/ids';
import type { Refusal } from '../lifecycle/transition';
import { submit, type TooLong } from './submit';
import { isChanged, type Changed } from './change';
import type { Transaction } from '../transaction/transaction';

/** Keeps what a client wrote, so that they can send it as their request or appeal later. Gives the draft's number. */
export function keepDraft({ store, now }: Transaction, client: PersonId, message: string): Promise<number> {
  return store.drafts.add(client, message, now);
}

/** The draft is somebody else's, or is no longer kept. */
export interface DraftGone {
  readonly refused: 'draft_gone';
}

/** Sends a draft of the client's as their request, or as an appeal where a verdict stands against them. */
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
