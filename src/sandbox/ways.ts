import type { Instant, PersonId } from '../lifecycle/ids';
import { personId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import type { Request } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Outcome } from '../lifecycle/transition';
import type { Way } from './protocol';

/** An admin who has nothing to do with the request. */
const someAdmin = personId(1);

/**
 * What can become of a request as it stands at `now`: every command that leads somewhere, by the daemon's own rules.
 * What only has to be waited for, the end of a term or the opening of an appeal, counts.
 */
export function waysFrom(request: Request, now: Instant, policy: Policy): readonly Way[] {
  return commandsOn(request).flatMap((command) => {
    const outcome = sooner(request, command, now, policy);
    return isRefusal(outcome) ? [] : [{ command: command.type, to: outcome.request.status }];
  });
}

/** At `now`, or at the time from which the command is no longer too early. */
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
  const reviewer = 'decision' in request ? request.decision.by : (votes[0]?.by ?? someAdmin);
  return [
    { type: 'submit', by: client, message },
    { type: 'appeal', by: client, message },
    { type: 'withdraw' },
    { type: 'approve', by: someAdmin, round: null, admins: new Set(votes.map(({ by }) => by)) },
    { type: 'reject', by: someAdmin, round: null, reason: null },
    { type: 'undo', by: reviewer, round: null },
    { type: 'revoke', by: someAdmin, reason: null },
    { type: 'reopen', by: someAdmin, openInstead: null },
    { type: 'expire' },
  ];
}
