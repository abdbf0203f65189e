import type { PersonId, RecipientId, RequestId, TelegramId } from '../../lifecycle/ids';
import { isGroup } from '../../lifecycle/ids';
import type { DecisionAnswer } from '../../notices/notice';
import { readyReasons } from '../../i18n/sentences';
import { decide } from '../../requests/decide';
import { askForReason, offerReasons, type SeenCard } from '../../requests/on-card';
import { closeQuestion, isOver, type QuestionedAdmin } from '../../requests/questions';
import { messageAt, type BotMessage, type MessageRef } from '../../requests/recognize';
import { clientLanguage } from '../../requests/read/client-language';
import { tellInPlaceOf } from '../../transaction/transaction';
import type { BotContext } from '../context';
import { answerTo, whyNothing, whyNotReject } from './decisions';

/** “Reject with reason…” was pressed: the ready reasons are offered, or, where there are none, a reason is asked for. */
export async function reasonWanted(ctx: BotContext, card: SeenCard, asked: QuestionedAdmin): Promise<void> {
  const options = await optionsFor(ctx, card, asked.id);
  const refusal =
    options.length === 0 ? await askForReason(ctx.tx, card, asked) : await offerReasons(ctx.tx, card, asked, options);
  const { request } = card.buttons;
  if (refusal !== null) ctx.toast = await whyNothing(ctx, refusal, request, asked.id);
}

/** Offers only reasons that exist in the client's language; the admin sees them in their own. */
async function optionsFor(ctx: BotContext, { place, buttons }: SeenCard, admin: PersonId) {
  const client = await clientLanguage(ctx.tx, admin, buttons.request);
  if ('refused' in client) return [];
  const reader = isGroup(place.chat) ? null : ctx.language;
  return readyReasons.flatMap((number) => {
    const text = ctx.facts.readyReason(client.language, number);
    return text === null ? [] : [{ number, text: ctx.facts.readyReason(reader, number) ?? text }];
  });
}

/** A reason was chosen: the request is rejected with it, in the client's language, and the choice becomes the answer. */
export async function reasonChosen(
  ctx: BotContext,
  { chat, messageId, sender: by, user, name }: ChoicePress,
  { request, round, reason: number }: ChoiceButtons & { readonly reason: number },
): Promise<void> {
  const question = await choiceAt(ctx, { chat, messageId });
  if (question !== null && isOver(ctx.tx, question))
    return choiceIsOver(ctx, { chat, messageId, sender: by, user, name }, { request, round });
  const client = await clientLanguage(ctx.tx, by, request);
  const reason = 'refused' in client ? null : ctx.facts.readyReason(client.language, number);
  // It is no longer among the texts: then it has to be written.
  if (reason === null) return ownReasonWanted(ctx, { chat, messageId, sender: by, user, name }, { request, round });
  const command = { type: 'reject', by, round, reason } as const;
  const answer = await answerTo(ctx, await decide(ctx.tx, request, command), request, command);
  ctx.toast = answer;
  // For others in the group it still holds.
  if (isPersonal(answer)) return;
  tellInPlaceOf(ctx.tx, chat, messageId, answer);
  if (question !== null) await closeQuestion(ctx.tx, question.id);
}

const isPersonal = (answer: DecisionAnswer): boolean =>
  answer.kind === 'admins_only' || (answer.kind === 'refusal' && answer.refusal.code === 'own_request');

/** The question that a choice is; null: an earlier version asked it. */
async function choiceAt({ tx }: BotContext, place: MessageRef): Promise<BotMessage | null> {
  const asked = await messageAt(tx, place);
  return asked?.kind === 'reason_question' ? asked : null;
}

/** The choice was answered, dropped, or is a day old: it does nothing any more, says so and loses its buttons. */
async function choiceIsOver(
  ctx: BotContext,
  { chat, messageId, sender }: ChoicePress,
  { request, round }: ChoiceButtons,
): Promise<void> {
  const answer =
    (await whyNotReject(ctx, request, sender, round)) ?? ({ kind: 'question_over', requestId: request } as const);
  ctx.toast = answer;
  if (answer.kind === 'question_over' || !isPersonal(answer)) tellInPlaceOf(ctx.tx, chat, messageId, answer);
}

/** Where a button under the choice was pressed, and by whom. */
interface ChoicePress {
  readonly chat: RecipientId;
  readonly messageId: number;
  readonly sender: PersonId;
  readonly user: TelegramId;
  readonly name: string;
}

interface ChoiceButtons {
  readonly request: RequestId;
  readonly round: number;
}

/** The admin would rather write the reason: the choice is over, and says so. */
export async function ownReasonWanted(
  ctx: BotContext,
  { chat, messageId, sender, user, name }: ChoicePress,
  buttons: ChoiceButtons,
): Promise<void> {
  const place = { chat, messageId };
  const question = await choiceAt(ctx, place);
  if (question !== null && isOver(ctx.tx, question)) {
    return choiceIsOver(ctx, { chat, messageId, sender, user, name }, buttons);
  }
  const choice = { place, buttons, isCard: false };
  const refusal = await askForReason(ctx.tx, choice, { id: sender, telegramId: user, name });
  if (refusal !== null) {
    ctx.toast = await whyNothing(ctx, refusal, buttons.request, sender);
    return;
  }
  const { request: requestId } = buttons;
  tellInPlaceOf(ctx.tx, chat, messageId, { kind: 'own_reason', requestId, adminName: name });
  if (question !== null) await closeQuestion(ctx.tx, question.id);
}
