import type { PersonId, RequestId } from '../lifecycle/ids';
import type { Refusal } from '../lifecycle/transition';
import type { Notice } from '../notices/notice';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { bringUpToDate } from './cards';
import { isChanged } from './change';
import { decide, whyNotDecide, type AdminDecision, type NoSuchRequest } from './decide';
import { putQuestion, type QuestionedAdmin } from './questions';
import { cardAt, type CardButtons, type MessageRef } from './recognize';

/** A card on which an admin acts. */
export interface SeenCard {
  readonly place: MessageRef;
  readonly buttons: CardButtons;
  /** False for a message about the card that has buttons of its own; missing: it is the card. */
  readonly isCard?: boolean;
}

/** Decides the request of a card. Where that is refused, the card may be out of date, and follows. */
export async function decideOnCard(
  tx: Transaction,
  { place, buttons }: SeenCard,
  command: AdminDecision,
): ReturnType<typeof decide> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const card = await cardAt(tx, place, buttons);
  const outcome = await decide(tx, buttons.request, command);
  if (!isChanged(outcome) && card !== null) await bringUpToDate(tx, card);
  return outcome;
}

/** Asks an admin for the reason with which they reject the request of a card. Refused like the rejection itself. */
export const askForReason = (tx: Transaction, card: SeenCard, asked: QuestionedAdmin) =>
  askAdmin(tx, card, asked, 'reason_question');

/** Asks an admin what they want to ask the client of a card's request. Refused like a rejection: what is decided needs no answer. */
export const askWhatToAsk = (tx: Transaction, card: SeenCard, asked: QuestionedAdmin) =>
  askAdmin(tx, card, asked, 'ask_question');

async function askAdmin(
  tx: Transaction,
  card: SeenCard,
  asked: QuestionedAdmin,
  kind: 'reason_question' | 'ask_question',
): Promise<Refusal | NotAnAdmin | NoSuchRequest | null> {
  const refusal = await whyNotReject(tx, card, asked.id);
  if (refusal !== null) return refusal;
  const { place, buttons } = card;
  const { request: requestId, round } = buttons;
  await putQuestion(
    tx,
    { kind, recipientId: place.chat, personId: asked.id, requestId, round, replyTo: place.messageId },
    {
      kind,
      requestId,
      clientName: await clientNameOf(tx, requestId),
      askedName: asked.name,
      askedId: asked.telegramId,
    },
  );
  return null;
}

/** A ready reason as whoever chooses reads it. */
export type ReasonOption = Extract<Notice, { kind: 'reason_choice' }>['options'][number];

/**
 * Asks an admin for the reason with which they reject the request of a card, and offers some. Refused like the rejection itself. The
 * question is one that their words answer as well.
 */
export async function offerReasons(
  tx: Transaction,
  card: SeenCard,
  asked: QuestionedAdmin,
  options: readonly ReasonOption[],
): Promise<Refusal | NotAnAdmin | NoSuchRequest | null> {
  const refusal = await whyNotReject(tx, card, asked.id);
  if (refusal !== null) return refusal;
  const { place, buttons } = card;
  const { request: requestId, round } = buttons;
  const clientName = await clientNameOf(tx, requestId);
  await putQuestion(
    tx,
    {
      kind: 'reason_question',
      recipientId: place.chat,
      personId: asked.id,
      requestId,
      round,
      replyTo: place.messageId,
    },
    { kind: 'reason_choice', requestId, round, clientName, options },
  );
  return null;
}

/** What stands in the way of rejecting; the card may be out of date then, and follows. */
async function whyNotReject(tx: Transaction, { place, buttons, isCard = true }: SeenCard, by: PersonId) {
  const forbidden = authorise(tx, by);
  if (forbidden !== null) return forbidden;
  const card = isCard ? await cardAt(tx, place, buttons) : null;
  const { request, round } = buttons;
  const refusal = await whyNotDecide(tx, request, { type: 'reject', by, round, reason: null });
  if (refusal !== null && card !== null) await bringUpToDate(tx, card);
  return refusal;
}

async function clientNameOf({ store }: Transaction, id: RequestId): Promise<string> {
  const stored = await store.requests.get(id);
  const client = stored === null ? null : await store.people.get(stored.request.clientId);
  return client?.name ?? '';
}
