import type { PersonId } from '../lifecycle/ids';
import { longestMessage } from '../lifecycle/limits';
import { noRequest } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Refusal } from '../lifecycle/transition';
import type { StoredRequest } from '../store/queries/requests';
import { change, person, type Changed, type Circumstances } from './change';
import { latestRequest } from './current';
import type { Transaction } from '../transaction/transaction';

export interface TooLong {
  readonly refused: 'too_long';
  readonly length: number;
  readonly limit: number;
}

export type SubmitCommand = 'submit' | 'appeal';

/**
 * Submits a request, or appeals if there is a decision against the client: `submit` does either, `appeal` only the second. A
 * message longer than `longestMessage` is refused, unless it would be refused anyway. What the client sent besides and the admins don't get is in `circumstances`; the
 * confirmation says so.
 */
export async function submit(
  tx: Transaction,
  client: PersonId,
  how: SubmitCommand,
  message: string,
  circumstances: Circumstances = {},
): Promise<Changed | Refusal | TooLong> {
  const latest = await latestRequest(tx, client);
  const command: Command =
    how === 'submit' && circumstances.joining != null
      ? { type: how, by: client, message, awaitsWords: true }
      : { type: how, by: client, message };
  if (message.length > longestMessage && whyNot(tx, latest, command) === null) {
    return { refused: 'too_long', length: message.length, limit: longestMessage };
  }
  return change(tx, latest, command, person(tx, client), 'cards_follow', circumstances);
}

/** Whether the client may submit now; returns the refusal if not. Changes nothing. */
export async function canSubmit(tx: Transaction, client: PersonId, how: SubmitCommand): Promise<Refusal | null> {
  const latest = await latestRequest(tx, client);
  return whyNot(tx, latest, { type: how, by: client, message: '' });
}

/** Withdraws the client's pending request or appeal. */
export async function withdraw(tx: Transaction, client: PersonId): Promise<Changed | Refusal> {
  return change(tx, await latestRequest(tx, client), { type: 'withdraw' }, person(tx, client));
}

function whyNot(tx: Transaction, latest: StoredRequest | null, command: Command): Refusal | null {
  const outcome = transition(latest?.request ?? noRequest, command, tx.now, tx.community.policy);
  return isRefusal(outcome) ? outcome : null;
}
