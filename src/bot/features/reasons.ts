import type { MiddlewareFn } from 'telegraf';
import type { RequestId } from '../../lifecycle/ids';
import { answerWithin, closeQuestion, isOver, openAdminQuestions } from '../../requests/questions';
import type { BotMessage } from '../../requests/recognize';
import { typedCommand } from '../commands';
import { incoming, type BotContext, type Incoming } from '../context';
import { contradictsRejection, readReply } from '../decision-words';
import { FloodGate } from '../flood';
import { isInvisible } from '../../i18n/invisible';
import { isPrivate } from '../update';
import { decideByText, reasonAfterVerb, reasonOf, whyNotReject } from './decisions';

/**
 * In a private chat, the next text of an admin who was asked for a reason is that reason, even if it is not a reply. In a
 * group, where people talk to each other, the admin is told once per question to reply to it.
 */
export function typedReasons(): MiddlewareFn<BotContext> {
  const toldHow = new FloodGate(1, answerWithin);
  return async (ctx, next) => {
    const said = incoming(ctx);
    if (said === null || isInvisible(said.text ?? '') || !mayAnswer(ctx, said)) return next();
    const [question, ...others] = await openAdminQuestions(ctx.tx, 'reason_question', said.sender, said.chat);
    if (question === undefined) return isPrivate(said.message) ? next() : undefined;
    if (!isPrivate(said.message)) {
      if (toldHow.judge(ctx.received, question.id, ctx.tx.now) !== 'handle') return;
      return ctx.answer(said.message, { kind: 'reply_with_reason' });
    }
    if (others.length === 0) return reasonGiven(ctx, said, question);
    const requestIds = [...new Set([question, ...others].flatMap(({ requestId }) => requestId ?? []))];
    if (requestIds.length === 1) return reasonGiven(ctx, said, question);
    ctx.answer(said.message, { kind: 'which_reason', requestIds });
  };
}

function mayAnswer(ctx: BotContext, { message, text }: Incoming): boolean {
  const isCommand = typedCommand(text ?? '', ctx.facts.me.username) !== null;
  return !isCommand && ctx.repliedTo(message) === null;
}

/** Rejects the request that a question was about, with the text as the reason. */
export async function reasonGiven(ctx: BotContext, said: Incoming, question: BotMessage): Promise<void> {
  const text = isInvisible(said.text ?? '') ? '' : (said.text ?? '').trim();
  const { requestId, round } = question;
  if (requestId === null || text === '') {
    return ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
  }
  if (isOver(ctx.tx, question)) return answersNothing(ctx, said, requestId, round);
  const { words } = ctx.facts;
  const read = readReply(text, words);
  if (read.kind !== 'reject' && contradictsRejection(text, words)) {
    return ctx.answer(said.message, { kind: 'reason_or_approval', requestId });
  }
  // The leading “reject” is the command, not part of the reason.
  const { text: reason, leftOut } =
    read.kind === 'reject'
      ? reasonAfterVerb(ctx, said, read.reason)
      : reasonOf(said, text, said.written?.spelledOut.trim() ?? text);
  const command = { type: 'reject', by: said.sender, round, reason } as const;
  const wasDecided = await decideByText(ctx, said, requestId, command, { askedAt: question.createdAt, leftOut });
  if (wasDecided) await closeQuestion(ctx.tx, question.id);
}

/** The question is over: a late reply is answered with the state of its request. */
async function answersNothing(ctx: BotContext, said: Incoming, requestId: RequestId, round: number | null) {
  const refusal = await whyNotReject(ctx, requestId, said.sender, round);
  ctx.answer(said.message, refusal ?? { kind: 'question_over', requestId });
}
