import type { PersonId, RecipientId, RequestId } from '../lifecycle/ids';
import type { BotMessage } from '../store/queries/bot-messages';
import type { Transaction } from '../transaction/transaction';
import { authorise } from './authorise';
import { adoptCard, bringUpToDate } from './cards';
import { requestExists } from './current';
import { openAdminQuestion } from './questions';

export type { BotMessage };

/** Where one of our messages is. */
export interface MessageRef {
  readonly chat: RecipientId;
  readonly messageId: number;
}

/** What the buttons of a card say of it. */
export interface CardButtons {
  readonly request: RequestId;
  readonly round: number;
}

/** Our message at a place, if people can act on it and its sending was confirmed. */
export const messageAt = ({ store }: Transaction, { chat, messageId }: MessageRef): Promise<BotMessage | null> =>
  store.botMessages.at(chat, messageId);

/** The card whose buttons say this; its sending need not have been confirmed. Null: there is no such request. */
export async function cardAt(tx: Transaction, place: MessageRef, buttons: CardButtons): Promise<BotMessage | null> {
  return (await messageAt(tx, place)) ?? adopt(tx, place, buttons);
}

async function adopt(
  tx: Transaction,
  { chat, messageId }: MessageRef,
  { request, round }: CardButtons,
): Promise<BotMessage | null> {
  if (!(await requestExists(tx, request))) return null;
  const card = await adoptCard(tx, chat, messageId, request, round);
  // What happened before it was known to us never got to it; what happens while it is being sent does.
  if (!(await tx.store.outbox.isInFlight(card.id))) await bringUpToDate(tx, card);
  return card;
}

/**
 * What a message means that somebody replies to; null: nothing. For an admin a card, or a question to them, whose sending was
 * never confirmed is recognised by its buttons, or by having none but reasons to choose (`none`).
 */
export async function recognize(
  tx: Transaction,
  reader: PersonId,
  place: MessageRef,
  buttons: CardButtons | 'none' | 'others',
): Promise<BotMessage | null> {
  const known = await messageAt(tx, place);
  if (known?.kind === 'queue_card') return asSeen(known, buttons);
  if (known !== null || authorise(tx, reader) !== null || buttons === 'others') return known;
  if (buttons === 'none') {
    const asked = await openAdminQuestion(tx, reader, place.chat);
    return asked?.messageId === null ? asked : null;
  }
  return adopt(tx, place, buttons);
}

/**
 * What a list showed when it was replied to, where its buttons say so: somebody may have opened another request there at the
 * same time, which whoever replied has not seen.
 */
function asSeen(list: BotMessage, buttons: CardButtons | 'none' | 'others'): BotMessage {
  if (buttons === 'none') return list;
  if (buttons === 'others') return { ...list, requestId: null, round: null };
  return list.requestId === buttons.request ? list : { ...list, requestId: buttons.request, round: buttons.round };
}
