import { isGroup, type PersonId, type RequestId, type RecipientId } from '../lifecycle/ids';
import type { Notice } from '../notices/notice';
import type { BotMessage } from '../store/queries/bot-messages';
import { priorities, type Priority } from '../store/queries/outbox';
import { oweUpdate } from './digest';
import { owe, threadFor, type Transaction } from '../transaction/transaction';

/** Sends every admin chat a card for a new round. */
export async function addCards(tx: Transaction, requestId: RequestId, round: number): Promise<void> {
  if (round > 1)
    for (const recipientId of tx.community.cardRecipients()) await takeBackUnsentCards(tx, requestId, recipientId);
  for (const recipientId of tx.community.cardRecipients())
    await addCard(tx, 'card', recipientId, requestId, round, priorities.admin);
}

/** An unsent card of an earlier round would show the new round too: one is enough. */
function takeBackUnsentCards({ outbox }: Transaction, requestId: RequestId, recipientId: RecipientId): Promise<void> {
  const isUnsentCard = (notice: Notice) => notice.kind === 'card' && notice.fresh;
  return outbox.takeBack({ requestId, recipientId }, isUnsentCard, 'replaced by a card of a newer round');
}

/** One more card of a request in a chat; a `shown_card` includes the history. */
export async function addCard(
  tx: Transaction,
  kind: 'card' | 'shown_card',
  recipientId: RecipientId,
  requestId: RequestId,
  round: number,
  priority: Priority,
): Promise<void> {
  const threadId = kind === 'card' ? tx.community.topicOf(recipientId) : threadFor(tx, recipientId);
  const card = { kind, recipientId, messageId: null, threadId, requestId, round, personId: null, createdAt: tx.now };
  const botMessageId = await tx.store.botMessages.add(card);
  oweCard(tx, { ...card, id: botMessageId }, priority, true);
}

/** Updates the cards of a round, starting with the one in the acting admin's own chat. */
export async function refreshCards(
  tx: Transaction,
  requestId: RequestId,
  round: number,
  actor: PersonId | null,
): Promise<void> {
  const cards = await tx.store.botMessages.cardsOf(requestId, round);
  const inQueues = new Set(cards.flatMap(({ kind, recipientId }) => (kind === 'queue_card' ? [recipientId] : [])));
  for (const card of cards) {
    // Former admins keep the card as it is.
    if (!tx.community.isAdminChat(card.recipientId)) continue;
    // An admin working through the list must not wait for their other cards to follow.
    const isInUse = card.kind === 'queue_card' || !inQueues.has(card.recipientId);
    const isActors = actor !== null && (card.recipientId === actor || isGroupsQueue(card));
    await refreshCard(tx, card, isActors && isInUse ? priorities.answer : priorities.admin);
  }
}

/** The admins who work through the list in the group look at it. */
const isGroupsQueue = ({ kind, recipientId }: BotMessage): boolean => kind === 'queue_card' && isGroup(recipientId);

/**
 * Owes a card an edit, unless a waiting one will show the newest state anyway. A card that never reached its chat is sent as long
 * as its request is pending.
 */
async function refreshCard(tx: Transaction, card: BotMessage, priority: Priority): Promise<void> {
  if (await hasWaiting(tx, card)) return;
  const isMissing = card.messageId === null && !(await tx.store.outbox.isInFlight(card.id));
  if (isMissing && (card.kind === 'queue_card' || !(await waits(tx, card)))) return;
  oweCard(tx, card, priority, isMissing);
}

/** The decision on a card can no longer be undone: it loses the button. Whatever else is owed to the chat comes first. */
export async function followOverUndo(tx: Transaction, card: BotMessage): Promise<void> {
  // A former admin keeps the card as it is.
  if (card.messageId !== null && tx.community.isAdminChat(card.recipientId))
    await refreshCard(tx, card, priorities.last);
}

/** Whether a send or an edit of the card is ahead of this one. */
async function hasWaiting(tx: Transaction, { id, requestId }: BotMessage): Promise<boolean> {
  return tx.outbox.holds(id, requestId) || (await tx.store.outbox.hasWaiting(id, requestId));
}

async function waits(tx: Transaction, { requestId }: BotMessage): Promise<boolean> {
  const stored = requestId === null ? null : await tx.store.requests.get(requestId);
  return stored?.request.status === 'pending';
}

/** Sends a card that did not reach its chat; one that did, or is on its way, stays as it is. */
export async function resendCard(tx: Transaction, card: BotMessage): Promise<void> {
  const isInFlight = () => tx.store.outbox.isInFlight(card.id);
  if (card.messageId !== null || (await hasWaiting(tx, card)) || (await isInFlight())) return;
  oweCard(tx, card, priorities.admin, true);
}

/** A message is in a chat twice. Only one copy got later changes: the other one is updated. */
export async function refreshCopy(tx: Transaction, copy: BotMessage): Promise<void> {
  if (copy.kind === 'card' || copy.kind === 'shown_card' || (copy.kind === 'queue_card' && copy.requestId !== null))
    await refreshCard(tx, copy, priorities.admin);
  if (copy.kind === 'digest') oweUpdate(tx, copy);
}

/** Somebody has used a card that may be out of date: it is updated to the request as it is now, whatever its round was. */
export async function bringUpToDate(tx: Transaction, card: BotMessage): Promise<void> {
  const stored = card.requestId === null ? null : await tx.store.requests.get(card.requestId);
  if (stored === null) return;
  await tx.store.botMessages.moveToRound(card.id, stored.request.round);
  await refreshCard(tx, card, priorities.answer);
}

/**
 * A card whose message ID hasn't reached us, or never will, is recognised by its buttons: somebody pressed one before the answer
 * to the send arrived, or that answer was lost.
 */
export async function adoptCard(
  tx: Transaction,
  recipientId: RecipientId,
  messageId: number,
  requestId: RequestId,
  round: number,
): Promise<BotMessage> {
  const unplaced = await tx.store.botMessages.unplacedCard(requestId, recipientId, round);
  if (unplaced !== null) {
    await tx.store.botMessages.place(unplaced.id, recipientId, messageId);
    return { ...unplaced, messageId };
  }
  const card = {
    kind: 'card',
    recipientId,
    messageId,
    threadId: threadFor(tx, recipientId),
    requestId,
    round,
    personId: null,
    createdAt: tx.now,
  } as const;
  return { ...card, id: await tx.store.botMessages.add(card), answeredAt: null };
}

type CardRow = Pick<BotMessage, 'id' | 'kind' | 'recipientId' | 'threadId' | 'requestId'>;

/** Owes a card in its place. */
function oweCard(tx: Transaction, card: CardRow, priority: Priority, fresh: boolean): void {
  const { id, kind, recipientId, threadId, requestId } = card;
  if (requestId === null) throw new Error(`bot message ${id} is a card of no request`);
  const owed = { recipientId, threadId, priority, botMessageId: id };
  if (kind === 'shown_card') owe(tx, { ...owed, requestId, notice: { kind, requestId } });
  // It is in one order with the list whose place it takes, not with what else is owed about the request.
  else if (kind === 'queue_card') owe(tx, { ...owed, notice: { kind, requestId } });
  else owe(tx, { ...owed, requestId, notice: { kind: 'card', requestId, fresh } });
}

/**
 * Shows a request in the place of a list, or of another request of it. It is owed even where the same waits already: the list
 * may have come back in between.
 */
export function oweInList(tx: Transaction, list: BotMessage, requestId: RequestId): void {
  oweCard(tx, { ...list, requestId }, priorities.answer, false);
}
