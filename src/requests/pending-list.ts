import type { PersonId, RequestId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import type { PendingPosition } from '../store/queries/requests';
import { tellInPlaceOf, threadFor, type Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { addCard, oweInList } from './cards';
import { currentRequest } from './current';
import type { NoSuchRequest } from './decide';
import { hasApproval } from './read/approvals';
import { pendingPage, type WantedPage } from './read/pending-page';
import { messageAt, type BotMessage, type CardButtons, type MessageRef } from './recognize';

// The list of what waits is worked through in one message, which shows the list or one of its requests.

/** A request that a list has open, as its buttons say, and its place in the order of what waits. */
export interface SeenInList {
  readonly buttons: CardButtons;
  readonly position: PendingPosition;
}

/** Opens a request in the place of the list. Null: nothing stands in the way. */
export async function openInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessageRef,
  id: RequestId,
): Promise<NotAnAdmin | NoSuchRequest | null> {
  return open(tx, admin, place, await messageAt(tx, place), id);
}

export interface NoOtherWaits {
  readonly refused: 'no_other_waits';
}

/**
 * Opens, in the place of a request, the one that waits after it, or the first of all where it was the last. What this admin has
 * approved already, and their own request, come only where nothing else waits.
 */
export async function openNextInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessageRef,
  { buttons, position }: SeenInList,
): Promise<NotAnAdmin | NoSuchRequest | NoOtherWaits | null> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const next = await nextFor(tx, admin, buttons.request, position);
  if (next === null) return { refused: 'no_other_waits' };
  return open(tx, admin, place, await listAt(tx, place, buttons), next);
}

/** So many requests are read at a time, and so many in all for one that an admin still has to do with. */
const batch = 50;
const mostLookedAt = 400;

/** The request to go on with from one at this position; null: no other waits. */
async function nextFor(
  { store, community }: Transaction,
  admin: PersonId,
  from: RequestId,
  position: PendingPosition,
): Promise<RequestId | null> {
  let first: RequestId | null = null;
  for (const start of [position, null]) {
    let after: PendingPosition | null = start;
    for (let looked = 0; looked < mostLookedAt; looked += batch) {
      const others = await store.requests.waitingPositions(after, batch);
      for (const { id, clientId, votes } of others) {
        if (id === from) continue;
        first ??= id;
        if (clientId !== admin && !hasApproval({ votes: votes ?? [] }, admin, community)) return id;
      }
      const last = others.at(-1);
      if (last === undefined || others.length < batch) break;
      after = last;
    }
  }
  return first;
}

/** Shows a page of the list in the place of another, or of the request that was open there (`seen`). */
export async function listInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessageRef,
  wanted: WantedPage,
  seen: CardButtons | null,
): Promise<NotAnAdmin | null> {
  const page = await pendingPage(tx, admin, wanted);
  if ('refused' in page) return page;
  const list = await (seen === null ? messageAt(tx, place) : listAt(tx, place, seen));
  if (list?.kind === 'queue_card') await tx.store.botMessages.show(list.id, null);
  tellInPlaceOf(tx, place.chat, place.messageId, { kind: 'pending_page', page });
  return null;
}

async function open(
  tx: Transaction,
  admin: PersonId,
  place: MessageRef,
  known: BotMessage | null,
  id: RequestId,
): Promise<NotAnAdmin | NoSuchRequest | null> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const { round } = stored.request;
  if (known === null) {
    oweInList(tx, await addList(tx, place, { requestId: id, round }), id);
  } else if (known.kind === 'queue_card') {
    await tx.store.botMessages.show(known.id, { requestId: id, round });
    oweInList(tx, known, id);
  } else {
    // Only a list has such buttons: whatever stands here keeps its place.
    await addCard(tx, 'shown_card', place.chat, id, round, priorities.answer);
  }
  return null;
}

/** What stands there. A list that was deleted is sent anew with the request, and may be pressed before we know where it is. */
async function listAt(tx: Transaction, place: MessageRef, { request, round }: CardButtons): Promise<BotMessage | null> {
  const known = await messageAt(tx, place);
  if (known !== null) return known;
  const { chat, messageId } = place;
  const unplaced = await tx.store.botMessages.unplacedList(request, chat, round);
  if (unplaced === null) return null;
  await tx.store.botMessages.place(unplaced.id, chat, messageId);
  return { ...unplaced, messageId };
}

async function addList(
  tx: Transaction,
  { chat, messageId }: MessageRef,
  shown: { readonly requestId: RequestId; readonly round: number },
): Promise<BotMessage> {
  const list = {
    kind: 'queue_card',
    recipientId: chat,
    messageId,
    threadId: threadFor(tx, chat),
    ...shown,
    personId: null,
    createdAt: tx.now,
  } as const;
  return { ...list, id: await tx.store.botMessages.add(list), answeredAt: null };
}
