import type { PersonId, RequestId, RecipientId } from '../lifecycle/ids';
import type { BotMessage } from '../store/queries/bot-messages';
import { priorities, type Priority } from '../store/queries/outbox';
import { oweUpdate } from './digest';
import { owe, threadFor, type Transaction } from '../transaction/transaction';

/** Every admin chat gets a card of its own for a new round of asking. */
export async function addCards(tx: Transaction, requestId: RequestId, round: number): Promise<void> {
  if (round > 1)
    for (const recipientId of tx.community.adminChats()) await takeBackUnsentCards(tx, requestId, recipientId);
  for (const recipientId of tx.community.adminChats())
    await addCard(tx, 'card', recipientId, requestId, round, priorities.admin);
}

/** A card of an earlier round that has not left yet would show the new round too: one is enough. */
async function takeBackUnsentCards(tx: Transaction, requestId: RequestId, recipientId: RecipientId): Promise<void> {
  await tx.outbox.write();
  const waiting = await tx.store.outbox.waitingAbout(requestId, recipientId);
  const unsent = waiting.filter(({ notice }) => notice.kind === 'card' && notice.fresh);
  await tx.store.outbox.supersede(
    unsent.map(({ id }) => id),
    'a card of a newer round takes its place',
    tx.now,
  );
}

/** One more card of a request in a chat; a `shown_card` has its history with it. */
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

/** Brings the cards of a round up to date; the one in the acting admin's own chat first. */
export async function refreshCards(
  tx: Transaction,
  requestId: RequestId,
  round: number,
  actor: PersonId | null,
): Promise<void> {
  for (const card of await tx.store.botMessages.cardsOf(requestId, round)) {
    // Who was an admin before keeps the card as it is.
    if (!tx.community.isAdminChat(card.recipientId)) continue;
    await refreshCard(tx, card, actor !== null && card.recipientId === actor ? priorities.answer : priorities.admin);
  }
}

/**
 * Owes a card an edit, unless one that will show the newest state waits already. A card that never got to its chat is
 * sent while its request waits; afterwards nobody misses it.
 */
async function refreshCard(tx: Transaction, card: BotMessage, priority: Priority): Promise<void> {
  if (await hasWaiting(tx, card)) return;
  const isMissing = card.messageId === null && !(await tx.store.outbox.isUnderWay(card.id));
  if (isMissing && !(await waits(tx, card))) return;
  oweCard(tx, card, priority, isMissing);
}

/** Whether a sending or an edit of the card is ahead of it. */
async function hasWaiting(tx: Transaction, { id }: BotMessage): Promise<boolean> {
  return tx.outbox.holds(id) || (await tx.store.outbox.hasWaiting(id));
}

async function waits(tx: Transaction, { requestId }: BotMessage): Promise<boolean> {
  const stored = requestId === null ? null : await tx.store.requests.get(requestId);
  return stored?.request.status === 'pending';
}

/** Sends a card that did not get to its chat; one that is there, or on its way, stays as it is. */
export async function resendCard(tx: Transaction, card: BotMessage): Promise<void> {
  const isUnderWay = () => tx.store.outbox.isUnderWay(card.id);
  if (card.messageId !== null || (await hasWaiting(tx, card)) || (await isUnderWay())) return;
  oweCard(tx, card, priorities.admin, true);
}

/** A message turned out to stand in a chat twice. What has happened since went to one of the two: the other follows. */
export async function refreshCopy(tx: Transaction, copy: BotMessage): Promise<void> {
  if (copy.kind === 'card' || copy.kind === 'shown_card') await refreshCard(tx, copy, priorities.admin);
  if (copy.kind === 'digest') oweUpdate(tx, copy);
}

/** Someone has looked at a card that may be out of date: it shows the request as it is now, whatever its round was. */
export async function bringUpToDate(tx: Transaction, card: BotMessage): Promise<void> {
  const stored = card.requestId === null ? null : await tx.store.requests.get(card.requestId);
  if (stored === null) return;
  await tx.store.botMessages.moveToRound(card.id, stored.request.round);
  await refreshCard(tx, card, priorities.answer);
}

/**
 * A card whose message id has not reached us, or never will, is known by what its own buttons say: somebody pressed one
 * before the answer to its sending came, or that answer was lost.
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

type CardPlace = Pick<BotMessage, 'id' | 'kind' | 'recipientId' | 'threadId' | 'requestId'>;

function oweCard(tx: Transaction, card: CardPlace, priority: Priority, fresh: boolean): void {
  if (card.requestId === null) throw new Error(`bot message ${card.id} is a card of no request`);
  owe(tx, {
    recipientId: card.recipientId,
    threadId: card.threadId,
    notice:
      card.kind === 'shown_card'
        ? { kind: 'shown_card', requestId: card.requestId }
        : { kind: 'card', requestId: card.requestId, fresh },
    priority,
    requestId: card.requestId,
    botMessageId: card.id,
  });
}
