import type { PersonId } from '../lifecycle/ids';
import type { Refusal } from '../lifecycle/transition';
import { ask, type TooLong } from './ask';
import { isChanged, type Changed } from './change';
import type { Work } from './work';

/** Keeps what a client wrote, so that they can send it as their request or appeal later. Gives the draft's number. */
export function keepDraft({ store, now }: Work, client: PersonId, message: string): Promise<number> {
  return store.drafts.add(client, message, now);
}

/** The draft is somebody else's, or is no longer kept. */
export interface DraftGone {
  readonly refused: 'draft_gone';
}

/** Sends a draft of the client's as their request, or as an appeal where a verdict stands against them. */
export async function sendDraft(
  work: Work,
  client: PersonId,
  draft: number,
): Promise<Changed | Refusal | TooLong | DraftGone> {
  const message = await work.store.drafts.messageOf(draft, client);
  if (message === null) return { refused: 'draft_gone' };
  const outcome = await ask(work, client, 'submit', message);
  if (isChanged(outcome)) await work.store.drafts.removeOf(client);
  return outcome;
}
