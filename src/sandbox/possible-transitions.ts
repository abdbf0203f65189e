import type { Instant, PersonId } from '../lifecycle/ids';
import { personId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import type { Request } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Outcome } from '../lifecycle/transition';
import type { PossibleTransition } from './protocol';

/** An admin who isn't the client. */
const someAdmin = personId(1);

/**
 * The possible transitions of a request at `now`: every command that the daemon's rules allow. Those that only need time, such as
 * an expiry or an appeal, count as well.
 */
export function transitionsFrom(request: Request, now: Instant, policy: Policy): readonly PossibleTransition[] {
  return commandsOn(request).flatMap((command) => {
    const outcome = sooner(request, command, now, policy);
    return isRefusal(outcome) ? [] : [{ command: command.type, to: outcome.request.status }];
  });
}

/** The outcome at `now`, or at the time from which the command is no longer too early. */
function sooner(request: Request, command: Command, now: Instant, policy: Policy): Outcome {
  const outcome = transition(request, command, now, policy);
  if (!isRefusal(outcome)) return outcome;
  switch (outcome.refused) {
    case 'not_due':
      return transition(request, command, outcome.request.expiresAt, policy);
    case 'appeal_not_open':
      return transition(request, command, outcome.opensAt, policy);
    default:
      return outcome;
  }
}

function commandsOn(request: Request): readonly Command[] {
  const client: PersonId = request.clientId;
  const message = request.message;
  const votes = request.status === 'pending' ? request.votes : [];
  const reviewer = ('decision' in request ? request.decision?.by : votes[0]?.by) ?? someAdmin;
  return [
    { type: 'submit', by: client, message },
    { type: 'appeal', by: client, message },
    { type: 'withdraw' },
    { type: 'approve', by: someAdmin, round: null, admins: new Set(votes.map(({ by }) => by)) },
    { type: 'reject', by: someAdmin, round: null, reason: null },
    { type: 'undo', by: reviewer, round: null },
    { type: 'revoke', by: someAdmin, reason: null },
    { type: 'reopen', by: someAdmin, openInstead: null },
    { type: 'ask', by: someAdmin, round: null },
    { type: 'answer' },
    { type: 'add' },
    { type: 'describe', message },
    { type: 'expire' },
    { type: 'forget' },
  ];
}
