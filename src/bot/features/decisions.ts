import type { PersonId, RequestId } from '../../lifecycle/ids';
import { isRefusal, transition } from '../../lifecycle/transition';
import type { Notice } from '../../messages/notice';
import { isChanged } from '../../requests/change';
import { currentRequest } from '../../requests/current';
import { decide, type AdminCommand } from '../../requests/decide';
import { refusalView } from '../../requests/views';
import type { BotContext } from '../context';

/** Decides, and says in a notice what came of it: the deed, or why not. */
export async function decided(ctx: BotContext, id: RequestId, command: AdminCommand): Promise<Verdict> {
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

/** What an admin learns of their own deed. */
type Verdict = Extract<Notice, { kind: 'decided' | 'too_long' | 'no_such_request' | 'refusal' }>;

/** What stands in the way of this admin's rejecting the request in the round they saw; null: nothing. */
export async function whyNotReject(
  ctx: BotContext,
  id: RequestId,
  by: PersonId,
  round: number,
): Promise<Verdict | null> {
  const { work } = ctx;
  const stored = await currentRequest(work, id);
  if (stored === null) return { kind: 'no_such_request', requestId: id };
  const outcome = transition(stored.request, { type: 'reject', by, round, reason: null }, work.now, work.house.policy);
  return isRefusal(outcome)
    ? { kind: 'refusal', refusal: await refusalView(work, outcome, id, by), to: 'admin' }
    : null;
}
