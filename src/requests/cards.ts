import { privateChat, type ChatId, type PersonId, type RequestId } from '../lifecycle/ids';
import type { BotMessage } from '../store/queries/bot-messages';
import { priorities, type Priority } from '../store/queries/outbox';
import { owe, threadFor, type Work } from './work';

/** Every admin chat gets a card of its own for a new round of asking. */
export async function addCards(work: Work, requestId: RequestId, round: number): Promise<void> {
  if (round > 1) for (const chatId of work.house.adminChats()) await takeBackUnsentCards(work, requestId, chatId);
  for (const chatId of work.house.adminChats()) await addCard(work, 'card', chatId, requestId, round, priorities.admin);
}

/** A card of an earlier round that has not left yet would show the new round too: one is enough. */
async function takeBackUnsentCards(work: Work, requestId: RequestId, chatId: ChatId): Promise<void> {
  await work.owing.write();
  const waiting = await work.store.outbox.waitingAbout(requestId, chatId);
  const unsent = waiting.filter(({ notice }) => notice.kind === 'card' && notice.fresh);
  await work.store.outbox.supersede(
    unsent.map(({ id }) => id),
    'a card of a newer round takes its place',
    work.now,
  );
}

/** One more card of a request in a chat; a `shown_card` has its history with it. */
export async function addCard(
  work: Work,
  kind: 'card' | 'shown_card',
  chatId: ChatId,
  requestId: RequestId,
  round: number,
  priority: Priority,
): Promise<void> {
  const threadId = kind === 'card' ? work.house.topicOf(chatId) : threadFor(work, chatId);
  const card = { kind, chatId, messageId: null, threadId, requestId, round, personId: null, createdAt: work.now };
  const botMessageId = await work.store.botMessages.add(card);
  oweCard(work, { ...card, id: botMessageId }, priority, true);
}

/** Brings the cards of a round up to date; the one in the acting admin's own chat first. */
export async function refreshCards(
  work: Work,
  requestId: RequestId,
  round: number,
  actor: PersonId | null,
): Promise<void> {
  for (const card of await work.store.botMessages.cardsOf(requestId, round)) {
    // Who was an admin before keeps the card as it is.
    if (!work.house.isAdminChat(card.chatId)) continue;
    await refreshCard(
      work,
      card,
      actor !== null && card.chatId === privateChat(actor) ? priorities.answer : priorities.admin,
    );
  }
}

/**
 * Owes a card an edit, unless one that will show the newest state waits already. A card that never got to its chat is
 * sent while its request waits; afterwards nobody misses it.
 */
async function refreshCard(work: Work, card: BotMessage, priority: Priority): Promise<void> {
  if (await hasWaiting(work, card)) return;
  const isMissing = card.messageId === null && !(await work.store.outbox.isUnderWay(card.id));
  if (isMissing && !(await waits(work, card))) return;
  oweCard(work, card, priority, isMissing);
}

/** Whether a sending or an edit of the card is ahead of it. */
async function hasWaiting(work: Work, { id }: BotMessage): Promise<boolean> {
  return work.owing.holds(id) || (await work.store.outbox.hasWaiting(id));
}

async function waits(work: Work, { requestId }: BotMessage): Promise<boolean> {
  const stored = requestId === null ? null : await work.store.requests.get(requestId);
  return stored?.request.status === 'pending';
}

/** Sends a card that did not get to its chat; one that is there, or on its way, stays as it is. */
export async function resendCard(work: Work, card: BotMessage): Promise<void> {
  const isUnderWay = () => work.store.outbox.isUnderWay(card.id);
  if (card.messageId !== null || (await hasWaiting(work, card)) || (await isUnderWay())) return;
  oweCard(work, card, priorities.admin, true);
}

/** A message turned out to stand in a chat twice. What has happened since went to one of the two: the other follows. */
export async function refreshCopy(work: Work, copy: BotMessage): Promise<void> {
  if (copy.kind === 'card' || copy.kind === 'shown_card') await refreshCard(work, copy, priorities.admin);
}

/** Someone has looked at a card that may be out of date: it shows the request as it is now, whatever its round was. */
export async function bringUpToDate(work: Work, card: BotMessage): Promise<void> {
  const stored = card.requestId === null ? null : await work.store.requests.get(card.requestId);
  if (stored === null) return;
  await work.store.botMessages.moveToRound(card.id, stored.request.round);
  await refreshCard(work, card, priorities.answer);
}

/**
 * A card whose message id has not reached us, or never will, is known by what its own buttons say: somebody pressed one
 * before the answer to its sending came, or that answer was lost.
 */
export async function adoptCard(
  work: Work,
  chatId: ChatId,
  messageId: number,
  requestId: RequestId,
  round: number,
): Promise<BotMessage> {
  const unplaced = await work.store.botMessages.unplacedCard(requestId, chatId, round);
  if (unplaced !== null) {
    await work.store.botMessages.place(unplaced.id, chatId, messageId);
    return { ...unplaced, messageId };
  }
  const card = {
    kind: 'card',
    chatId,
    messageId,
    threadId: threadFor(work, chatId),
    requestId,
    round,
    personId: null,
    createdAt: work.now,
  } as const;
  return { ...card, id: await work.store.botMessages.add(card), answeredAt: null };
}

type CardPlace = Pick<BotMessage, 'id' | 'kind' | 'chatId' | 'threadId' | 'requestId'>;

function oweCard(work: Work, card: CardPlace, priority: Priority, fresh: boolean): void {
  if (card.requestId === null) throw new Error(`bot message ${card.id} is a card of no request`);
  owe(work, {
    chatId: card.chatId,
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
