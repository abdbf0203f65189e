import type { PersonId, RequestId } from '../lifecycle/ids';
import { longestReason } from '../lifecycle/limits';
import { isOpenStatus, type Request } from '../lifecycle/request';
import { isRefusal, transition, type Command, type Refusal } from '../lifecycle/transition';
import type { TooLong } from './submit';
import { authorise, type NotAnAdmin } from './authorise';
import { change, isChanged, person, type Changed } from './change';
import type { StoredRequest } from '../store/queries/requests';
import { currentRequest, latestRequest } from './current';
import { approvalProgress } from './read/approvals';
import { alsoApproved } from './read/decisions';
import type { ApprovalProgress } from './read/views';
import type { Reading, Transaction } from '../transaction/transaction';

/** What an admin can do with a request. */
export type AdminDecision =
  | Extract<Command, { type: 'reject' | 'undo' | 'revoke' }>
  | Omit<Extract<Command, { type: 'approve' }>, 'admins'>
  | Omit<Extract<Command, { type: 'reopen' }>, 'openInstead'>;

export interface NoSuchRequest {
  readonly refused: 'no_such_request';
}

/** What an admin has done to a request, and whose it is. */
export interface Decided extends Changed {
  readonly clientName: string;
  /** How far its approval has come; null where it no longer waits. */
  readonly approvals: ApprovalProgress | null;
  /** The names of the other admins whose approvals it took to approve it. Missing: it took none, or is not approved. */
  readonly alsoApprovedBy?: readonly string[];
}

/** Decides a request, takes a decision back, opens a request again, or ends an access. Refuses anyone who is not an admin at this moment. */
export async function decide(
  tx: Transaction,
  id: RequestId,
  command: AdminDecision,
): Promise<Decided | Refusal | TooLong | NotAnAdmin | NoSuchRequest> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const reason = 'reason' in command ? (command.reason ?? null) : null;
  if (reason !== null && reason.length > longestReason) {
    return { refused: 'too_long', length: reason.length, limit: longestReason };
  }
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const outcome = await change(tx, stored, await informed(tx, stored, command), person(tx, command.by));
  if (!isChanged(outcome)) return outcome;
  const { request } = outcome;
  const client = await tx.store.people.get(request.clientId);
  const approvals = request.status === 'pending' ? approvalProgress(request, tx.community) : null;
  const also = request.status === 'approved' ? await alsoApproved(tx.store, request) : {};
  return { ...outcome, clientName: client?.name ?? '', approvals, ...also };
}

/** Why an admin's command would be refused; null if it would not. Changes nothing. */
export async function whyNotDecide(
  tx: Transaction,
  id: RequestId,
  command: AdminDecision,
): Promise<Refusal | NotAnAdmin | NoSuchRequest | null> {
  const forbidden = authorise(tx, command.by);
  if (forbidden !== null) return forbidden;
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const outcome = transition(stored.request, await informed(tx, stored, command), tx.now, tx.community.policy);
  return isRefusal(outcome) ? outcome : null;
}

/** What this admin can do with a request now, by the rules that would decide about it. Changes nothing. */
export async function openDecisions(
  reading: Reading,
  { id, request }: StoredRequest,
  by: PersonId,
): Promise<readonly AdminDecision['type'][]> {
  const { store, community, now } = reading;
  const { round } = request;
  const latest = await store.requests.latestOf(request.clientId);
  const openInstead = latest !== null && latest.id !== id && isOpenAt(latest.request, reading) ? latest.id : null;
  const commands: readonly (Command & { readonly type: AdminDecision['type'] })[] = [
    { type: 'approve', by, round, admins: new Set(community.admins) },
    { type: 'reject', by, round, reason: null },
    { type: 'undo', by, round },
    { type: 'revoke', by, reason: null },
    { type: 'reopen', by, openInstead },
  ];
  return commands
    .filter((command) => !isRefusal(transition(request, command, now, community.policy)))
    .map(({ type }) => type);
}

/** Whether a request is open; one past its term is as it will be once it has expired. */
function isOpenAt(request: Request, { now, community }: Reading): boolean {
  const isOver = request.status === 'pending' && now >= request.expiresAt;
  const expired = isOver ? transition(request, { type: 'expire' }, now, community.policy) : null;
  return isOpenStatus(expired === null || isRefusal(expired) ? request.status : expired.request.status);
}

/** The command with what it depends on besides the request: the present admins, or the client's other open request. */
async function informed(tx: Transaction, { id, request }: StoredRequest, command: AdminDecision): Promise<Command> {
  switch (command.type) {
    case 'approve':
      return { ...command, admins: new Set(tx.community.admins) };
    case 'reopen': {
      const latest = await latestRequest(tx, request.clientId);
      const isOpen = latest !== null && latest.id !== id && isOpenStatus(latest.request.status);
      return { ...command, openInstead: isOpen ? latest.id : null };
    }
    case 'reject':
    case 'undo':
    case 'revoke':
      return command;
  }
}
