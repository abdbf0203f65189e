import type { MiddlewareFn } from 'telegraf';
import { isRestOfLongText } from '../../inbox/long-texts';
import { longestTalk } from '../../lifecycle/limits';
import { isInvisible } from '../../i18n/invisible';
import { askWhatToAsk, type SeenCard } from '../../requests/on-card';
import {
  answerWithin,
  closeQuestion,
  isOver,
  openAdminQuestions,
  type QuestionedAdmin,
} from '../../requests/questions';
import type { BotMessage } from '../../requests/recognize';
import { askClient } from '../../requests/talk';
import { typedCommand } from '../commands';
import { incoming, sentText, type BotContext, type Incoming } from '../context';
import { FloodGate } from '../flood';
import { isPrivate } from '../update';
import { passedOn } from '../written';
import { whyNothing, whyNotReject } from './decisions';

/** “Ask…” was pressed: the admin is asked what. */
export async function questionWanted(ctx: BotContext, card: SeenCard, asked: QuestionedAdmin): Promise<void> {
  const refusal = await askWhatToAsk(ctx.tx, card, asked);
  if (refusal !== null) ctx.toast = await whyNothing(ctx, refusal, card.buttons.request, asked.id);
}

/**
 * In a private chat, the next text of an admin who was asked what to ask is that question. In a group, where people talk to each
 * other, the admin is told once per question to reply to it.
 */
export function typedQuestions(): MiddlewareFn<BotContext> {
  const toldHow = new FloodGate(1, answerWithin);
  return async (ctx, next) => {
    const said = incoming(ctx);
    if (said === null || isInvisible(said.text ?? '')) return next();
    const isCommand = typedCommand(said.text ?? '', ctx.facts.me.username) !== null;
    if (isCommand || ctx.repliedTo(said.message) !== null) return next();
    const open = await openAdminQuestions(ctx.tx, 'ask_question', said.sender, said.chat);
    const [question] = open;
    if (question === undefined) return next();
    if (!isPrivate(said.message)) {
      if (toldHow.judge(ctx.received, question.id, ctx.tx.now) !== 'handle') return;
      return ctx.answer(said.message, { kind: 'question_as_reply' });
    }
    if (open.some(({ requestId }) => requestId !== question.requestId)) {
      return ctx.answer(said.message, { kind: 'reply_with_question' });
    }
    return questionGiven(ctx, said, question);
  };
}

/** Asks the client what an admin wrote, as the answer to the question what to ask. */
export async function questionGiven(ctx: BotContext, said: Incoming, question: BotMessage): Promise<void> {
  const { requestId: request, round } = question;
  const isRest = await isRestOfLongText(ctx.tx, sentText(said), question.createdAt);
  if (request === null || said.written === null || isInvisible(said.written.text) || isRest) {
    return ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
  }
  if (isOver(ctx.tx, question)) {
    const refusal = await whyNotReject(ctx, request, said.sender, round);
    return ctx.answer(said.message, refusal ?? { kind: 'question_over', requestId: request });
  }
  const passed = passedOn(said.written.text.trim(), said.written.spelledOut.trim(), longestTalk);
  const outcome = await askClient(ctx.tx, said.sender, { request, round }, passed.text);
  if ('refused' in outcome) {
    return ctx.answer(
      said.message,
      outcome.refused === 'too_long'
        ? { kind: 'too_long', what: 'question', length: outcome.length, limit: outcome.limit }
        : await whyNothing(ctx, outcome, request, said.sender),
    );
  }
  await closeQuestion(ctx.tx, question.id);
  ctx.log.info('an admin asked a client something', {
    action: 'ask',
    requestId: request,
    telegramId: ctx.telegramId ?? undefined,
  });
  const leftOut = [...said.written.leftOut, ...passed.leftOut];
  ctx.answer(said.message, {
    kind: 'question_sent',
    requestId: request,
    ...outcome,
    ...(leftOut.length > 0 && { leftOut }),
  });
}
