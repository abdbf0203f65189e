import type { PersonId, RequestId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import type { WaitingPlace } from '../store/queries/requests';
import { tellInPlaceOf, threadFor, type Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { addCard, oweInList } from './cards';
import { currentRequest } from './current';
import type { NoSuchRequest } from './decide';
import { pendingPage, type WantedPage } from './read/pending-page';
import { messageAt, type BotMessage, type CardButtons, type MessagePlace } from './recognize';

// The list of what waits is worked through in one message, which shows the list or one of its requests.

/** A request that a list has open, as its buttons say, and its place in the order of what waits. */
export interface SeenInList {
  readonly buttons: CardButtons;
  readonly position: WaitingPlace;
}

/** Opens a request in the place of the list. Null: nothing stands in the way. */
export async function openInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessagePlace,
  id: RequestId,
): Promise<NotAnAdmin | NoSuchRequest | null> {
  return open(tx, admin, place, await messageAt(tx, place), id);
}

export interface NoOtherWaits {
  readonly refused: 'no_other_waits';
}

/**
 * Opens, in the place of a request, the one that waits after it, or the first of all where it was the last. Two admins who press
 * at the same time get to the same one.
 */
export async function openNextInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessagePlace,
  { buttons, position }: SeenInList,
): Promise<NotAnAdmin | NoSuchRequest | NoOtherWaits | null> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const { requests } = tx.store;
  const [following] = await requests.waitingAfter(position, 1);
  const next = following ?? (await requests.waiting(1, 0)).at(0);
  if (next === undefined || next.id === buttons.request) return { refused: 'no_other_waits' };
  return open(tx, admin, place, await listAt(tx, place, buttons), next.id);
}

/** Shows a page of the list in the place of another, or of the request that was open there (`seen`). */
export async function listInPlace(
  tx: Transaction,
  admin: PersonId,
  place: MessagePlace,
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
  place: MessagePlace,
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
async function listAt(
  tx: Transaction,
  place: MessagePlace,
  { request, round }: CardButtons,
): Promise<BotMessage | null> {
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
  { chat, messageId }: MessagePlace,
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
