import type { PersonId, TelegramId } from '../lifecycle/ids';
import type { Refusal } from '../lifecycle/transition';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { bringUpToDate } from './cards';
import { isChanged } from './change';
import { decide, whyNotDecide, type AdminCommand, type NoSuchRequest } from './decide';
import { putQuestion } from './questions';
import { cardAt, type CardButtons, type MessagePlace } from './recognize';

/** A card on which an admin acts. */
export interface SeenCard {
  readonly place: MessagePlace;
  readonly buttons: CardButtons;
}

/** Decides the request of a card. Where that is refused, the card may be out of date, and follows. */
export async function decideOnCard(
  tx: Transaction,
  { place, buttons }: SeenCard,
  command: AdminCommand,
): ReturnType<typeof decide> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const card = await cardAt(tx, place, buttons);
  const outcome = await decide(tx, buttons.request, command);
  if (!isChanged(outcome) && card !== null) await bringUpToDate(tx, card);
  return outcome;
}

/** An admin as they are addressed. */
export interface Asked {
  readonly id: PersonId;
  readonly telegramId: TelegramId;
  readonly name: string;
}

/** Asks an admin for the reason with which they reject the request of a card. Refused like the rejection itself. */
export async function askForReason(
  tx: Transaction,
  { place, buttons }: SeenCard,
  asked: Asked,
): Promise<Refusal | NotAnAdmin | NoSuchRequest | null> {
  const forbidden = authorise(tx, asked.id);
  if (forbidden !== null) return forbidden;
  const card = await cardAt(tx, place, buttons);
  const { request: requestId, round } = buttons;
  const refusal = await whyNotDecide(tx, requestId, { type: 'reject', by: asked.id, round, reason: null });
  if (refusal !== null) {
    if (card !== null) await bringUpToDate(tx, card);
    return refusal;
  }
  const stored = await tx.store.requests.get(requestId);
  const client = stored === null ? null : await tx.store.people.get(stored.request.clientId);
  const kind = 'reason_question';
  await putQuestion(
    tx,
    { kind, recipientId: place.chat, personId: asked.id, requestId, round, replyTo: place.messageId },
    { kind, requestId, clientName: client?.name ?? '', askedName: asked.name, askedId: asked.telegramId },
  );
  return null;
}
