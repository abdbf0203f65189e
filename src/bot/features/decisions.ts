import type { PersonId, RequestId } from '../../lifecycle/ids';
import { isRefusal, transition } from '../../lifecycle/transition';
import type { DecisionAnswer } from '../../messages/notice';
import { isChanged } from '../../requests/change';
import { currentRequest } from '../../requests/current';
import { decide, type AdminCommand } from '../../requests/decide';
import { refusalView } from '../../requests/views';
import type { BotContext, Incoming } from '../context';

/** Decides, and says in a notice what came of it: the deed, or why not. */
export async function decided(ctx: BotContext, id: RequestId, command: AdminCommand): Promise<DecisionAnswer> {
  const { work, log } = ctx;
  const outcome = await decide(work, id, command);
  if (isChanged(outcome)) {
    const client = await work.store.people.get(outcome.request.clientId);
    log.info('a request was decided', { action: command.type, requestId: id, personId: command.by });
    const clientName = client?.name ?? '';
    return { kind: 'decided', requestId: id, status: outcome.request.status, clientName };
  }
  switch (outcome.refused) {
    case 'too_long':
      return { kind: 'too_long', what: 'reason', length: outcome.length, limit: outcome.limit };
    case 'no_such_request':
      return { kind: 'no_such_request', requestId: id };
    default:
      return { kind: 'refusal', refusal: await refusalView(work, outcome, id, command.by), to: 'admin' };
  }
}

/** Decides by what an admin wrote, and answers it. Returns whether it was decided. */
export async function decideByText(
  ctx: BotContext,
  said: Incoming,
  id: RequestId,
  command: AdminCommand,
): Promise<boolean> {
  // The rest of a reason that was too long is none.
  if (ctx.facts.pieces.goOn(said)) {
    ctx.answer(said.message, { kind: 'how_to_decide', why: 'unclear_reply', command: 'reject' });
    return false;
  }
  const answer = await decided(ctx, id, command);
  if (answer.kind === 'too_long') ctx.facts.pieces.refuse(said);
  ctx.answer(said.message, answer);
  return answer.kind === 'decided';
}

/** What stands in the way of this admin's rejecting the request in the round they saw; null: nothing. */
export async function whyNotReject(
  ctx: BotContext,
  id: RequestId,
  by: PersonId,
  round: number | null,
): Promise<DecisionAnswer | null> {
  const { work } = ctx;
  const stored = await currentRequest(work, id);
  if (stored === null) return { kind: 'no_such_request', requestId: id };
  const outcome = transition(stored.request, { type: 'reject', by, round, reason: null }, work.now, work.house.policy);
  return isRefusal(outcome)
    ? { kind: 'refusal', refusal: await refusalView(work, outcome, id, by), to: 'admin' }
    : null;
}
