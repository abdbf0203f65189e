import type { Instant, Millis } from '../lifecycle/ids';
import { appealWindow } from '../lifecycle/policy';
import { priorities } from '../store/queries/outbox';
import type { Due } from '../store/queries/schedule';
import type { StoredRequest } from '../store/queries/requests';
import { expire } from './current';
import { snapshot } from './read/snapshot';
import { tellClient } from './tell-client';
import { owe, tellAdmins, type Transaction } from '../transaction/transaction';

/** Requests per batch. Each batch is a transaction of its own, so that the bot answers in between. */
const batch = 100;
/** If more than this expire at once, the admins get a count, and only the newest cards are edited. */
const mostCards = 100;

/** No request is older. */
const beforeAll: Instant = 0;

const day: Millis = 24 * 60 * 60 * 1000;
/** Telegram keeps updates for a day; it can't deliver older ones again. */
const updatesKept: Millis = 7 * day;
const messagesKept: Millis = 30 * day;

/** Combines the settings with the current time. */
export interface Timing {
  /** How long before its expiry admins are reminded of a request; null: never. */
  readonly remindBefore: Millis | null;
}

/** What is due; `words`: something is to be put into the index that `/find` uses. */
export type AllDue = Due & { readonly words: boolean };

/** What is due now. */
export async function whatIsDue({ store, now, community }: Transaction, { remindBefore }: Timing): Promise<AllDue> {
  const due = await store.schedule.due({
    now,
    remindUntil: remindBefore === null ? null : now + remindBefore,
    appealableSince: now - community.policy.appealAfter,
    forgetUpdates: now - updatesKept,
    forgetMessages: now - messagesKept,
  });
  return { ...due, words: await store.search.isBehind() };
}

/**
 * Expires a batch of requests past their term, the longest overdue first; fewer if `isOver` returns true in between. Returns
 * whether there may be more.
 */
export async function expireBatch(tx: Transaction, isOver: () => boolean): Promise<boolean> {
  const { schedule } = tx.store;
  const due = await schedule.expired(tx.now, batch);
  const total = due.length < batch ? due.length : await schedule.countExpired(beforeAll, tx.now);
  if (total > mostCards) await tellOfMany(tx);
  for (const [n, stored] of due.entries()) {
    await expire(tx, stored, total - n > mostCards ? 'cards_stay' : 'cards_follow');
    if (isOver()) return total > n + 1;
  }
  return total > due.length;
}

/** The admins are told once how many expire at once, even if the daemon dies in the middle. */
async function tellOfMany(tx: Transaction): Promise<void> {
  const { state, schedule } = tx.store;
  const told = Number((await state.get('expiries_told_until')) ?? beforeAll);
  // Records of a clock that has been set back since are ignored.
  const count = await schedule.countExpired(told > tx.now ? beforeAll : told, tx.now);
  if (count <= mostCards) return;
  await state.set('expiries_told_until', String(tx.now));
  tellAdmins(tx, { kind: 'expired_digest', count });
}

/** Reminds every admin chat, in one message, of what expires soon. */
export async function remind(tx: Transaction, { remindBefore }: Timing): Promise<void> {
  if (remindBefore === null) return;
  const marked = await tx.store.schedule.markReminded(tx.now, tx.now + remindBefore);
  if (marked === 0) return;
  const notice = { kind: 'reminder', remindedAt: tx.now } as const;
  for (const recipientId of tx.community.cardRecipients()) {
    const threadId = tx.community.topicOf(recipientId);
    const place = {
      kind: 'reminder',
      recipientId,
      messageId: null,
      threadId,
      requestId: null,
      round: null,
      personId: null,
    } as const;
    const botMessageId = await tx.store.botMessages.add({ ...place, createdAt: tx.now });
    owe(tx, { recipientId, threadId, notice, priority: priorities.admin, botMessageId });
  }
}

/** Tells a batch of clients, once each, that they can appeal now. Returns whether there may be more. */
export async function openAppeals(tx: Transaction): Promise<boolean> {
  const { policy } = tx.community;
  const due = await tx.store.schedule.appealable(tx.now - policy.appealAfter, batch);
  await tx.store.schedule.markToldOfAppeal(
    due.map(({ id }) => id),
    tx.now,
  );
  for (const stored of due) await tellOfAppeal(tx, stored);
  return due.length === batch;
}

/** Nobody is told of an appeal that is no longer, or never, possible. */
async function tellOfAppeal(tx: Transaction, { id, request }: StoredRequest): Promise<void> {
  const { policy } = tx.community;
  if (request.status !== 'rejected' && request.status !== 'revoked') return;
  const window = appealWindow(request, tx.now, policy);
  if (window.state !== 'open') return;
  const notice = { request: snapshot(id, request, tx.now, policy), closesAt: window.closesAt };
  await tellClient(tx, request.clientId, {
    notice: { kind: 'appeal_open', ...notice },
    priority: priorities.client,
    requestId: id,
  });
}

/** Puts a batch of what is new into the index that `/find` uses. Returns whether there may be more. */
export function indexWords({ store }: Transaction): Promise<boolean> {
  return store.search.index(10 * batch);
}

/** Deletes a part of what nobody can need any more. */
export async function forget(tx: Transaction): Promise<void> {
  await tx.store.schedule.forgetUpdates(tx.now - updatesKept, 10 * batch);
  // Each came with an update, which is never kept longer: if messages are due for deletion, so are updates.
  await tx.store.drafts.forget(tx.now - updatesKept, 10 * batch);
  await tx.store.search.forget(tx.now - updatesKept, 10 * batch);
  // The same goes for a code that was asked for.
  if (tx.community.media.length > 0) await tx.store.addressCodes.forget(tx.now - updatesKept, 10 * batch);
  await tx.store.schedule.forgetMessages(tx.now - messagesKept, 10 * batch);
  // Too few to be looked for by themselves: they go with the messages of later days.
  await tx.store.webhooks.forget(tx.now - messagesKept, 10 * batch);
}
