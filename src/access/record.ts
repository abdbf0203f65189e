import type { Millis } from '../lifecycle/ids';
import { delay, type Random } from '../process/back-off';
import type { Membership } from '../store/queries/access';
import { saveMembership } from '../requests/access';
import { isIn } from '../requests/access-state';
import { priorities } from '../store/queries/outbox';
import { owe, type Transaction } from '../transaction/transaction';
import type { StepJob } from './jobs';
import type { Outcome } from './outcome';
import { overtaken } from './overtaken';

/** Between two attempts at what Telegram has refused for no reason we know. */
const refusedPauses = { min: 60_000, max: 60 * 60 * 1000 };
/** Who has to leave other chats first is given this long. */
const leavesFor: Millis = 60 * 60 * 1000;

/**
 * Writes down how a call about somebody ended. Returns the row as long as nothing else has changed it meanwhile: then what was
 * found out about it counts.
 */
export async function record(
  tx: Transaction,
  { row: before, step }: StepJob,
  outcome: Extract<Outcome, { readonly end: 'seen' | 'no_join_request' | 'too_many_chats' | 'refused' }>,
  random: Random,
): Promise<Membership | null> {
  const row = await tx.store.access.get(before.personId, before.chatId);
  if (row === null) return null;
  // Whatever changed it meanwhile has made it due anew, and counts.
  const isSame = row.nextTryAt === before.nextTryAt && row.wanted === before.wanted;
  const moved = outcome.end === 'seen' ? overtaken(before, row, outcome.seen, tx.now) : null;
  const answersJoinRequest = step === 'approve' || step === 'decline';
  const after: Membership = {
    ...row,
    ...(answersJoinRequest && row.joinRequestedAt === before.joinRequestedAt && { joinRequestedAt: null }),
    ...(outcome.end === 'seen' && { seen: outcome.seen, seenAt: tx.now, lastError: null }),
    ...(outcome.end === 'seen' && isIn(outcome.seen) && { joinedAt: row.joinedAt ?? tx.now }),
    ...moved,
    ...(outcome.end === 'no_join_request' && { lastError: null }),
    ...('error' in outcome && {
      lastError: outcome.error,
      tries: row.tries + 1,
      joinRequestedAt: row.joinRequestedAt,
      ...(isSame && { nextTryAt: tx.now + pauseAfter(outcome.end, row.tries + 1, random) }),
    }),
    // Only they can do something about it.
    ...(outcome.end === 'too_many_chats' && { pendingSince: null }),
    // The ban was lifted for this one approval.
    ...(step === 'lift_ban' && isSame && { isFresh: false }),
  };
  await saveMembership(tx, row, after);
  if (outcome.end === 'too_many_chats' && row.tries === 0) await tellToLeaveChats(tx, row);
  return isSame && moved === null ? after : null;
}

/** Nobody knows how a call about somebody ended: the others who are due come before them. */
export async function putOff(tx: Transaction, before: Membership, pause: Millis): Promise<void> {
  const row = await tx.store.access.get(before.personId, before.chatId);
  // Whatever changed it meanwhile has made it due anew.
  if (row === null || row.nextTryAt !== before.nextTryAt) return;
  await tx.store.access.save({ ...row, nextTryAt: tx.now + pause });
}

const pauseAfter = (end: 'too_many_chats' | 'refused', tries: number, random: Random): Millis =>
  end === 'too_many_chats' ? leavesFor : delay(tries, refusedPauses, random);

/** Telegram lets nobody into more than 500 chats. Only they can leave some. */
async function tellToLeaveChats(tx: Transaction, { personId, chatId }: Membership): Promise<void> {
  const chat = await tx.store.access.chat(chatId);
  const notice = { kind: 'too_many_chats', chat: chat?.title ?? String(chatId) } as const;
  owe(tx, { recipientId: personId, notice, priority: priorities.client });
}
