import type { MiddlewareFn } from 'telegraf';
import type { Message } from 'telegraf/types';
import type { RecipientId } from '../../lifecycle/ids';
import { parse } from '../../channels/telegram/messages/callback-data';
import { isKnownCommand } from '../../channels/telegram/messages/command-names';
import type { AdminDecision } from '../../requests/decide';
import { adminQuestions, closeQuestion } from '../../requests/questions';
import { messageAt, recognize, type BotMessage, type CardButtons, type MessageRef } from '../../requests/recognize';
import { typedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { readReply } from '../decision-words';
import { isPrivate, textOf } from '../update';
import { refuseNonAdmin } from '../filters/non-admins';
import { namesNobody } from './administrators';
import { questionGiven } from './client-questions';
import { decideByText, noReason, reasonAfterVerb } from './decisions';
import { keepNote } from './notes';
import { reasonGiven } from './reasons';

/** Replies to cards and to the questions about them, in the chats where admins decide. */
export const repliesToCards: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  const target = message === null ? null : ctx.repliedTo(message);
  if (message === null || target === null) return next();
  if (!ctx.isAdminChat(ctx.recipientIn(message.chat))) return replyElsewhere(ctx, target, next);
  if (ctx.isAnonymous) return replyByNobody(ctx, message, target, next);
  const said = incoming(ctx);
  if (said === null) return next();
  if (!ctx.isFromAdmin && cardInButtons(target) !== null) return refuseNonAdmin(ctx, said, 'reply');
  const meaning = await recognize(ctx.tx, said.sender, placeIn(said.chat, target), buttonsSay(target));
  switch (meaning?.kind) {
    case 'queue_card':
    case 'card':
    case 'shown_card':
      // A list has no request open.
      if (meaning.requestId === null) return replyToSomethingElse(ctx, said, next);
      return ctx.isFromAdmin ? replyToCard(ctx, said, meaning, next) : refuseNonAdmin(ctx, said, 'reply');
    case 'reason_question':
    case 'ask_question': {
      const given = meaning.kind === 'reason_question' ? reasonGiven : questionGiven;
      return ctx.isFromAdmin ? replyToQuestion(ctx, said, meaning, next, given) : refuseNonAdmin(ctx, said, 'reply');
    }
    case 'digest':
    case 'reminder':
    case 'desk_link':
    case undefined:
      return replyToSomethingElse(ctx, said, meaning === undefined || isCommand(ctx, said) ? next : null);
    case 'new_admin_question':
      if (!ctx.isFromAdmin) return refuseNonAdmin(ctx, said, 'reply');
      return isCommand(ctx, said) ? next() : namesNobody(ctx, said);
    case 'request_question':
    case 'appeal_question':
    case 'admins_question':
    case 'join_question':
      return next();
  }
};

/**
 * Former admins still have cards and questions in their private chats, and a group that is the admins' no more has them, too. Nobody
 * can decide with them any longer; an admin learns where they can.
 */
async function replyElsewhere(ctx: BotContext, target: Message, next: () => Promise<void>): Promise<void> {
  const said = incoming(ctx);
  if (said === null || isPrivate(said.message) === ctx.isFromAdmin || isCommand(ctx, said)) return next();
  const kind = (await messageAt(ctx.tx, placeIn(said.chat, target)))?.kind ?? null;
  const isOfAdmins = cardInButtons(target) !== null || (kind !== null && ofAdmins.includes(kind));
  if (!isOfAdmins) return next();
  if (!ctx.isFromAdmin) return refuseNonAdmin(ctx, said, 'reply');
  ctx.answerLast(said.message, { kind: 'private_chat_only', bot: ctx.facts.me.username });
}

/** What stands in the chats of admins only. */
const ofAdmins: readonly BotMessage['kind'][] = ['card', 'shown_card', 'queue_card', ...adminQuestions];

/** A known command does not answer the question: it runs, and `/cancel` drops the question. */
async function replyToQuestion(
  ctx: BotContext,
  said: Incoming,
  question: BotMessage,
  next: () => Promise<void>,
  given: (ctx: BotContext, said: Incoming, question: BotMessage) => Promise<void>,
): Promise<void> {
  const typed = typedCommand(said.text ?? '', ctx.facts.me.username);
  if (typed?.name === 'cancel') {
    await closeQuestion(ctx.tx, question.id);
    return ctx.answer(said.message, { kind: 'question_dropped' });
  }
  return typed !== null && isKnownCommand(typed.name, ctx.tx.community.media) ? next() : given(ctx, said, question);
}

async function replyToCard(
  ctx: BotContext,
  said: Incoming,
  card: BotMessage,
  next: () => Promise<void>,
): Promise<void> {
  if (isCommand(ctx, said)) return next();
  const read = readReply(said.text ?? '', ctx.facts.words);
  if (card.requestId === null || read.kind === 'other' || read.kind === 'unclear') {
    return ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'approve' });
  }
  if (read.kind === 'note') return keepNote(ctx, said, card.requestId, read.text);
  const { round } = card;
  const by = said.sender;
  const reason = read.kind === 'reject' ? reasonAfterVerb(ctx, said, read.reason) : noReason;
  const command: AdminDecision =
    read.kind === 'approve' ? { type: 'approve', by, round } : { type: 'reject', by, round, reason: reason.text };
  await decideByText(ctx, said, card.requestId, command, { askedAt: card.createdAt, leftOut: reason.leftOut });
}

/** Admins who write in the name of their group can't be told apart, or from a channel. */
async function replyByNobody(
  ctx: BotContext,
  message: Message,
  target: Message,
  next: () => Promise<void>,
): Promise<void> {
  const chat = ctx.recipientIn(target.chat);
  const known = chat === null ? null : await messageAt(ctx.tx, placeIn(chat, target));
  const isAboutRequest = cardInButtons(target) !== null || (known !== null && known.requestId !== null);
  const wantsToDecide = readReply(textOf(message) ?? '', ctx.facts.words).kind !== 'other';
  return isAboutRequest || wantsToDecide ? ctx.answer(message, { kind: 'anonymous_sender' }) : next();
}

/** A reply to something other than a card decides nothing. If it looks like a decision, the answer says how to decide. */
async function replyToSomethingElse(
  ctx: BotContext,
  said: Incoming,
  next: (() => Promise<void>) | null,
): Promise<void> {
  const wantsToDecide = readReply(said.text ?? '', ctx.facts.words).kind !== 'other';
  if (!ctx.isFromAdmin) {
    return wantsToDecide ? refuseNonAdmin(ctx, said, 'reply') : next?.();
  }
  if (next !== null && !wantsToDecide) return next();
  ctx.answer(said.message, { kind: 'how_to_decide', why: 'not_a_card', command: 'approve' });
}

const placeIn = (chat: RecipientId, message: Message): MessageRef => ({ chat, messageId: message.message_id });

function buttonsSay(message: Message): CardButtons | 'none' | 'others' {
  return cardInButtons(message) ?? (buttonsOf(message).every(isReason) ? 'none' : 'others');
}

/** A button under the question for a reason, which offers some. */
function isReason(button: object): boolean {
  const data =
    'callback_data' in button && typeof button.callback_data === 'string' ? parse(button.callback_data) : null;
  return data?.type === 'own_reason' || data?.type === 'ready_reason';
}

/** The request that the buttons of a card belong to; null: the message isn't a card. */
function cardInButtons(message: Message): CardButtons | null {
  for (const button of buttonsOf(message)) {
    const data = 'callback_data' in button ? parse(button.callback_data) : null;
    if (data !== null && 'round' in data && data.type !== 'own_reason' && data.type !== 'ready_reason')
      return { request: data.request, round: data.round };
  }
  return null;
}

const buttonsOf = (message: Message) =>
  'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []).flat() : [];

/** A command in a reply means the same as anywhere else. */
const isCommand = (ctx: BotContext, { text }: Incoming): boolean =>
  typedCommand(text ?? '', ctx.facts.me.username) !== null;
