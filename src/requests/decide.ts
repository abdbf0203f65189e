import type { RequestId } from '../lifecycle/ids';
import { longestReason } from '../lifecycle/limits';
import type { Command, Refusal } from '../lifecycle/transition';
import type { TooLong } from './ask';
import { change, type Changed } from './change';
import { currentRequest } from './current';
import type { Work } from './work';

/** What an admin can do with a request. */
export type AdminCommand = Extract<Command, { type: 'approve' | 'reject' | 'undo' | 'revoke' }>;

/** Decides a request, takes a decision back, or ends an access. Whoever calls this has seen to it that `by` is an admin. */
export async function decide(
  work: Work,
  id: RequestId,
  command: AdminCommand,
): Promise<Changed | Refusal | TooLong | { readonly refused: 'no_such_request' }> {
  const reason = 'reason' in command ? command.reason : null;
  if (reason !== null && reason.length > longestReason) {
    return { refused: 'too_long', length: reason.length, limit: longestReason };
  }
  const stored = await currentRequest(work, id);
  if (stored === null) return { refused: 'no_such_request' };
  return change(work, stored, command, command.by);
}
