import type { RequestId } from '../lifecycle/ids';
import { longestReason } from '../lifecycle/limits';
import { isRefusal, transition, type Command, type Refusal } from '../lifecycle/transition';
import type { TooLong } from './submit';
import { authorise, type NotAnAdmin } from './authorise';
import { change, isChanged, person, type Changed } from './change';
import { currentRequest } from './current';
import type { Transaction } from '../transaction/transaction';

/** What an admin can do with a request. */
export type AdminCommand =
  Extract<Command, { type: 'reject' | 'undo' | 'revoke' }> | Omit<Extract<Command, { type: 'approve' }>, 'admins'>;

export interface NoSuchRequest {
  readonly refused: 'no_such_request';
}

/** What an admin has done to a request, and whose it is. */
export interface Decided extends Changed {
  readonly clientName: string;
}

/** Decides a request, takes a decision back, or ends an access. Refuses whoever is no admin at this moment. */
export async function decide(
  tx: Transaction,
  id: RequestId,
  command: AdminCommand,
): Promise<Decided | Refusal | TooLong | NotAnAdmin | NoSuchRequest> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const reason = 'reason' in command ? command.reason : null;
  if (reason !== null && reason.length > longestReason) {
    return { refused: 'too_long', length: reason.length, limit: longestReason };
  }
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const outcome = await change(tx, stored, withAdmins(tx, command), person(tx, command.by));
  if (!isChanged(outcome)) return outcome;
  const client = await tx.store.people.get(outcome.request.clientId);
  return { ...outcome, clientName: client?.name ?? '' };
}

/** What stands in the way of a command of an admin's; null: nothing. Decides nothing. */
export async function whyNotDecide(
  tx: Transaction,
  id: RequestId,
  command: AdminCommand,
): Promise<Refusal | NotAnAdmin | NoSuchRequest | null> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const outcome = transition(stored.request, withAdmins(tx, command), tx.now, tx.community.policy);
  return isRefusal(outcome) ? outcome : null;
}

/** The command with the admins as they are now, whose approvals count. */
const withAdmins = ({ community }: Transaction, command: AdminCommand): Command =>
  command.type === 'approve' ? { ...command, admins: new Set(community.admins) } : command;
