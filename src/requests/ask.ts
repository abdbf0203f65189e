import type { PersonId } from '../lifecycle/ids';
import { longestMessage } from '../lifecycle/limits';
import { noRequest } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Refusal } from '../lifecycle/transition';
import type { LeftOut } from '../messages/notice';
import type { StoredRequest } from '../store/queries/requests';
import { change, type Changed } from './change';
import { latestRequest } from './current';
import type { Work } from './work';

export interface TooLong {
  readonly refused: 'too_long';
  readonly length: number;
  readonly limit: number;
}

export type Asking = 'submit' | 'appeal';

/**
 * Asks for access, or appeals where a verdict stands against the client: `submit` does either, `appeal` only the second.
 * A message longer than `longestMessage` is refused, unless something else already stands in the way.
 * `leftOut` is what the client sent besides and the admins won't get: the confirmation says so.
 */
export async function ask(
  work: Work,
  client: PersonId,
  how: Asking,
  message: string,
  leftOut: readonly LeftOut[] = [],
): Promise<Changed | Refusal | TooLong> {
  const latest = await latestRequest(work, client);
  const command: Command = { type: how, by: client, message };
  if (message.length > longestMessage && whyNot(work, latest, command) === null) {
    return { refused: 'too_long', length: message.length, limit: longestMessage };
  }
  return change(work, latest, command, client, 'cards_follow', leftOut);
}

/** Whether the client may ask now; answers with what stands in the way. Changes nothing. */
export async function mayAsk(work: Work, client: PersonId, how: Asking): Promise<Refusal | null> {
  const latest = await latestRequest(work, client);
  return whyNot(work, latest, { type: how, by: client, message: '' });
}

/** Withdraws the client's pending request, or takes their appeal back. */
export async function withdraw(work: Work, client: PersonId): Promise<Changed | Refusal> {
  return change(work, await latestRequest(work, client), { type: 'withdraw' }, client);
}

function whyNot(work: Work, latest: StoredRequest | null, command: Command): Refusal | null {
  const outcome = transition(latest?.request ?? noRequest, command, work.now, work.house.policy);
  return isRefusal(outcome) ? outcome : null;
}
