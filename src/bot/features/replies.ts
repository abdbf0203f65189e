import type { MiddlewareFn } from 'telegraf';
import type { Message } from 'telegraf/types';
import type { RequestId } from '../../lifecycle/ids';
import { parse } from '../../messages/callback-data';
import { isKnownCommand } from '../../messages/menu';
import { adoptCard, bringUpToDate } from '../../requests/cards';
import { closeQuestion, openQuestion } from '../../requests/questions';
import type { BotMessage } from '../../store/queries/bot-messages';
import { typedCommand } from '../commands';
import { incoming, type BotContext, type DecisionWords, type Incoming } from '../context';
import { chatOf, textOf } from '../update';
import { refuseStranger } from './admin';
import { decided } from './decisions';

/** Replies to cards and to the questions about them, in the chats where admins decide. */
export const repliesToCards: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { message } = ctx.content;
  const target = message === null ? null : ctx.repliedTo(message);
  if (message === null || target === null || !ctx.isAdminChat(chatOf(message))) return next();
  if (ctx.isAnonymous) return replyByNobody(ctx, message, target, next);
  const said = incoming(ctx);
  if (said === null) return next();
  if (!ctx.isFromAdmin && cardInButtons(target) !== null) return refuseStranger(ctx, said, 'reply to a card');
  const meaning = await meaningOf(ctx, said, target);
  switch (meaning?.kind) {
    case 'card':
    case 'shown_card':
      return ctx.isFromAdmin ? replyToCard(ctx, said, meaning, next) : refuseStranger(ctx, said, 'reply to a card');
    case 'reason_question':
      return ctx.isFromAdmin ? replyToQuestion(ctx, said, meaning, next) : refuseStranger(ctx, said, 'reply to a card');
    case 'digest':
    case 'reminder':
    case undefined:
      return replyToSomethingElse(ctx, said, meaning === undefined || isCommand(ctx, said) ? next : null);
    case 'request_question':
    case 'appeal_question':
      return next();
  }
};

async function replyToCard(
  ctx: BotContext,
  said: Incoming,
  card: BotMessage,
  next: () => Promise<void>,
): Promise<void> {
  if (isCommand(ctx, said)) return next();
  const word = firstWord(said.text ?? '');
  const verb = verbOf(word.word, ctx.facts.words);
  if (card.requestId === null || verb === null) {
    return ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'approve' });
  }
  await decideByReply(ctx, said, card.requestId, card.round, verb, word.rest);
}

/** Who chose a command instead of giving a reason does not want its words to be the reason. */
async function replyToQuestion(
  ctx: BotContext,
  said: Incoming,
  question: BotMessage,
  next: () => Promise<void>,
): Promise<void> {
  const typed = typedCommand(said.text ?? '', ctx.facts.me.username);
  if (typed?.name === 'cancel') {
    await closeQuestion(ctx.work, question.id);
    return ctx.answer(said.message, { kind: 'question_dropped' });
  }
  return typed !== null && isKnownCommand(typed.name) ? next() : reasonGiven(ctx, said, question);
}

async function reasonGiven(ctx: BotContext, said: Incoming, question: BotMessage): Promise<void> {
  const reason = (said.text ?? '').trim();
  if (question.requestId === null || reason === '') {
    return ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
  }
  const wasDecided = await decideByReply(ctx, said, question.requestId, question.round, 'reject', reason);
  if (wasDecided) await closeQuestion(ctx.work, question.id);
}

async function decideByReply(
  ctx: BotContext,
  said: Incoming,
  id: RequestId,
  round: number | null,
  verb: 'approve' | 'reject',
  rest: string,
): Promise<boolean> {
  const by = said.sender;
  const reason = rest === '' ? null : rest;
  // The rest of a reason that was too long is none.
  if (ctx.facts.pieces.goOn(said)) {
    ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
    return false;
  }
  const answer = await decided(
    ctx,
    id,
    verb === 'approve' ? { type: verb, by, round } : { type: verb, by, round, reason },
  );
  if (answer.kind === 'too_long') ctx.facts.pieces.refuse(said);
  ctx.answer(said.message, answer);
  return answer.kind === 'decided';
}

/** Admins who write in the name of their group can't be told from each other, nor from a channel. */
async function replyByNobody(
  ctx: BotContext,
  message: Message,
  target: Message,
  next: () => Promise<void>,
): Promise<void> {
  const known = await ctx.work.store.botMessages.at(chatOf(target), target.message_id);
  const isAboutRequest = cardInButtons(target) !== null || (known !== null && known.requestId !== null);
  const wantsToDecide = verbOf(firstWord(textOf(message) ?? '').word, ctx.facts.words) !== null;
  return isAboutRequest || wantsToDecide ? ctx.answer(message, { kind: 'anonymous_sender' }) : next();
}

/** Not a card: nothing is decided, and whoever seems to want that learns what would. */
async function replyToSomethingElse(
  ctx: BotContext,
  said: Incoming,
  next: (() => Promise<void>) | null,
): Promise<void> {
  const wantsToDecide = verbOf(firstWord(said.text ?? '').word, ctx.facts.words) !== null;
  if (!ctx.isFromAdmin) {
    return wantsToDecide ? refuseStranger(ctx, said, 'reply that would decide') : next?.();
  }
  if (next !== null && !wantsToDecide) return next();
  ctx.answer(said.message, { kind: 'how_to_decide', why: 'not_a_card', command: 'approve' });
}

/** What the message replied to is. A card or a question whose sending was never confirmed is recognised all the same. */
async function meaningOf(ctx: BotContext, said: Incoming, target: Message): Promise<BotMessage | null> {
  const { work } = ctx;
  const known = await work.store.botMessages.at(chatOf(target), target.message_id);
  if (known !== null || !ctx.isFromAdmin) return known;
  const shown = cardInButtons(target);
  if (shown !== null && (await work.store.requests.get(shown.id)) !== null) {
    const card = await adoptCard(work, said.chat, target.message_id, shown.id, shown.round);
    // What happened before it was known to us never got to it.
    await bringUpToDate(work, card);
    return card;
  }
  const asked = await openQuestion(work, said.sender, said.chat, ['reason_question']);
  return asked?.messageId === null && hasNoButtons(target) ? asked : null;
}

/** The request that a card's own buttons are about; null: it is no card. */
function cardInButtons(message: Message): { readonly id: RequestId; readonly round: number } | null {
  for (const button of buttonsOf(message)) {
    const data = 'callback_data' in button ? parse(button.callback_data) : null;
    if (data !== null && 'round' in data) return { id: data.request, round: data.round };
  }
  return null;
}

const buttonsOf = (message: Message) =>
  'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []).flat() : [];
const hasNoButtons = (message: Message): boolean => buttonsOf(message).length === 0;

/** A command means the same as a reply as it does by itself. */
const isCommand = (ctx: BotContext, { text }: Incoming): boolean =>
  typedCommand(text ?? '', ctx.facts.me.username) !== null;

/** The first word of a reply, without what surrounds it, and what follows it. */
function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const match = /^\s*([\p{L}\p{M}\p{N}'’_-]+)[\s.,:;!–—-]*/u.exec(text);
  if (match === null) return { word: '', rest: text.trim() };
  return { word: (match[1] ?? '').toLowerCase(), rest: text.slice(match[0].length).trim() };
}

function verbOf(word: string, words: DecisionWords): 'approve' | 'reject' | null {
  if (words.approve.has(word)) return 'approve';
  return words.reject.has(word) ? 'reject' : null;
}
