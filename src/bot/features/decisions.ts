import { isRestOfLongText } from '../../inbox/long-texts';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import { isVoteEvent, type Refusal } from '../../lifecycle/transition';
import { longestReason } from '../../lifecycle/limits';
import type { DecisionAnswer, LeftOut } from '../../notices/notice';
import type { TooLong } from '../../requests/submit';
import type { NotAnAdmin } from '../../requests/authorise';
import { isChanged } from '../../requests/change';
import { decide, whyNotDecide, type AdminDecision, type NoSuchRequest } from '../../requests/decide';
import { refusalView } from '../../requests/read/refusal';
import { isInvisible } from '../../i18n/invisible';
import { sentText, type BotContext, type Incoming } from '../context';
import { readReply } from '../decision-words';
import { passedOn } from '../written';

/** Decides, and returns a notice with the result: what was done, or why nothing was. */
export async function decided(ctx: BotContext, id: RequestId, command: AdminDecision): Promise<DecisionAnswer> {
  return answerTo(ctx, await decide(ctx.tx, id, command), id, command);
}

/** The notice with the result of a command. */
export async function answerTo(
  ctx: BotContext,
  outcome: Awaited<ReturnType<typeof decide>>,
  id: RequestId,
  command: AdminDecision,
): Promise<DecisionAnswer> {
  if (!isChanged(outcome)) return whyNothing(ctx, outcome, id, command.by);
  const { event, request, clientName, approvals, alsoApprovedBy } = outcome;
  const details = { action: event, requestId: id, telegramId: ctx.telegramId ?? undefined };
  if (isVoteEvent(event) && approvals !== null) {
    ctx.log.info('an admin’s approval was counted or taken back', details);
    return { kind: 'voted', event, requestId: id, clientName, approvals };
  }
  ctx.log.info('a request was decided', details);
  return {
    kind: 'decided',
    requestId: id,
    status: request.status,
    clientName,
    ...(alsoApprovedBy && { alsoApprovedBy }),
  };
}

/** The part of an admin's message that the client gets as the reason (null: none), and what is left out. */
export interface GivenReason {
  readonly text: string | null;
  readonly leftOut: readonly LeftOut[];
}

export const noReason: GivenReason = { text: null, leftOut: [] };

/** The reason, with the addresses of its links if they fit; `spelledOut` is the text with all of them. */
export function reasonOf({ written }: Incoming, text: string, spelledOut: string): GivenReason {
  const passed = passedOn(text, spelledOut, longestReason);
  return { text: passed.text, leftOut: [...(written?.leftOut ?? []), ...passed.leftOut] };
}

/** The same for a text that begins with the word that rejects. */
export function reasonAfterVerb({ facts }: BotContext, said: Incoming, reason: string | null): GivenReason {
  if (reason === null) return noReason;
  const spelled = readReply(said.written?.spelledOut ?? '', facts.words);
  return reasonOf(said, reason, (spelled.kind === 'reject' ? spelled.reason : null) ?? reason);
}

/** Decides as an admin wrote in reply to a message sent at `askedAt`, and answers. Returns whether the request was decided. */
export async function decideByText(
  ctx: BotContext,
  said: Incoming,
  id: RequestId,
  command: AdminDecision,
  { askedAt, leftOut }: { readonly askedAt: Instant; readonly leftOut: readonly LeftOut[] },
): Promise<boolean> {
  // The tail of a text that Telegram split is not a reason, and neither is an invisible one.
  const reason = 'reason' in command ? (command.reason ?? null) : null;
  if ((reason !== null && isInvisible(reason)) || (await isRestOfLongText(ctx.tx, sentText(said), askedAt))) {
    ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
    return false;
  }
  const answer = await decided(ctx, id, command);
  ctx.answer(said.message, withLeftOut(answer, leftOut));
  return answer.kind === 'decided';
}

/** Also tells the admin which parts of the reason the client won't get. */
export const withLeftOut = (answer: DecisionAnswer, leftOut: readonly LeftOut[]): DecisionAnswer =>
  answer.kind === 'decided' && leftOut.length > 0 ? { ...answer, leftOut } : answer;

/** Why this admin can't reject the request in the round they saw; null: they can. */
export async function whyNotReject(
  ctx: BotContext,
  id: RequestId,
  by: PersonId,
  round: number | null,
): Promise<DecisionAnswer | null> {
  const refusal = await whyNotDecide(ctx.tx, id, { type: 'reject', by, round, reason: null });
  return refusal === null ? null : whyNothing(ctx, refusal, id, by);
}

/** Why nothing was decided, or shown. */
export async function whyNothing(
  { tx, log, telegramId }: BotContext,
  refusal: Refusal | TooLong | NotAnAdmin | NoSuchRequest,
  id: RequestId,
  by: PersonId,
): Promise<DecisionAnswer> {
  switch (refusal.refused) {
    case 'not_an_admin':
      log.warn('a non-admin tried to act as an admin', { requestId: id, telegramId: telegramId ?? undefined });
      return { kind: 'admins_only' };
    case 'too_long':
      return { kind: 'too_long', what: 'reason', length: refusal.length, limit: refusal.limit };
    case 'no_such_request':
      return { kind: 'no_such_request', requestId: id };
    default:
      return { kind: 'refusal', refusal: await refusalView(tx, refusal, id, by), to: 'admin' };
  }
}
