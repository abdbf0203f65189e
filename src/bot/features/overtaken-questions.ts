import type { MiddlewareFn } from 'telegraf';
import { isInvisible } from '../../i18n/invisible';
import { closeQuestion, newestAboutRequest } from '../../requests/questions';
import { typedCommand } from '../commands';
import { incoming, type BotContext } from '../context';
import { isPrivate } from '../update';
import { whyNotReject } from './decisions';

/**
 * In a private chat, an admin writes what they were asked for last, without replying to it, and the request was decided, withdrawn
 * or reopened meanwhile: they learn that. It is no answer to an older question, which is about somebody else.
 */
export const overtakenQuestions: MiddlewareFn<BotContext> = async (ctx, next) => {
  const said = incoming(ctx);
  if (said === null || !isPrivate(said.message) || isInvisible(said.text ?? '')) return next();
  const isCommand = typedCommand(said.text ?? '', ctx.facts.me.username) !== null;
  if (isCommand || ctx.repliedTo(said.message) !== null) return next();
  const question = await newestAboutRequest(ctx.tx, said.sender, said.chat);
  if (question === null || question.requestId === null) return next();
  const refusal = await whyNotReject(ctx, question.requestId, said.sender, question.round);
  // Who has decided it themselves knows that the question is over.
  if (refusal === null || (refusal.kind === 'refusal' && refusal.refusal.decidedByYou)) return next();
  await closeQuestion(ctx.tx, question.id);
  ctx.answer(said.message, refusal);
};
