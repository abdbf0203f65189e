import type { Millis, RecipientId } from '../lifecycle/ids';
import type { OpenDigest } from '../store/queries/bot-messages';
import { priorities, type Owed } from '../store/queries/outbox';
import { owe, type Transaction } from '../transaction/transaction';

/** Older digests are far up in their chat. */
const followedFor: Millis = 7 * 24 * 60 * 60 * 1000;
/** The newest digests per chat that are updated, so that a long burst doesn't cause too many edits. */
const mostInChat = 3;
/** More than are open at once, even with many admins. */
const mostOpen = 300;

/**
 * Replaces new cards that would keep one chat waiting too long by one message that counts them; `/pending` shows each. If a
 * digest is already waiting for the chat, that one counts them.
 */
export async function foldIntoDigest(
  tx: Transaction,
  burst: readonly Owed[],
  digestWaits: (chat: RecipientId) => boolean,
): Promise<void> {
  const [first] = burst;
  if (first === undefined) return;
  const folded = await tx.store.outbox.supersede(
    burst.map(({ id }) => id),
    'folded into a digest',
    tx.now,
  );
  // All of them were folded or dropped before.
  if (folded.size === 0) return;
  const cards = burst.filter(({ id }) => folded.has(id)).flatMap(({ botMessageId }) => botMessageId ?? []);
  await tx.store.botMessages.remove(cards);
  if (!digestWaits(first.recipientId)) await oweDigest(tx, first.recipientId);
}

/** Owes a chat a digest of the pending requests. */
export async function oweDigest(tx: Transaction, recipientId: Owed['recipientId']): Promise<void> {
  if (tx.outbox.owesDigest(recipientId)) return;
  const threadId = tx.community.topicOf(recipientId);
  const place = {
    kind: 'digest',
    recipientId,
    messageId: null,
    threadId,
    requestId: null,
    round: null,
    personId: null,
  } as const;
  const botMessageId = await tx.store.botMessages.add({ ...place, createdAt: tx.now });
  owe(tx, { recipientId, threadId, notice: { kind: 'digest' }, priority: priorities.admin, botMessageId });
}

/**
 * The number of pending requests has changed: the digests in the chats are updated. Each has one waiting update at most, which
 * counts when it is sent. Once nothing was pending, a digest is finished when the next request comes; until then an undone
 * decision counts in it again. `isNew`: a request was added.
 */
export async function followInDigests(tx: Transaction, isNew: boolean): Promise<void> {
  const { botMessages, requests } = tx.store;
  const open = await botMessages.openDigests(tx.now - followedFor, mostOpen);
  if (open.length === 0) return;
  const nothingWaited = isNew && (await requests.counts()).pending === 1;
  const inChat = new Map<RecipientId, number>();
  const over: number[] = [];
  for (const digest of open) {
    const newer = inChat.get(digest.recipientId) ?? 0;
    inChat.set(digest.recipientId, newer + 1);
    const saysSo = digest.update === 'none' && !tx.outbox.holds(digest.id);
    if (newer >= mostInChat || (nothingWaited && saysSo)) over.push(digest.id);
    else if (digest.update !== 'waits') oweUpdate(tx, digest);
  }
  await botMessages.markAnswered(over, tx.now);
}

/** A digest, or an update of one, was sent: the count may have changed meanwhile. */
export async function followUp(tx: Transaction, botMessageId: number | null, shown: number): Promise<void> {
  if (botMessageId === null || (await tx.store.requests.counts()).pending === shown) return;
  if (await tx.store.outbox.hasWaiting(botMessageId, null)) return;
  const digest = await tx.store.botMessages.get(botMessageId);
  if (digest !== null && digest.messageId !== null && digest.answeredAt === null) oweUpdate(tx, digest);
}

/** Owes a digest an update, unless this transaction already does. */
export function oweUpdate(
  tx: Transaction,
  { id, recipientId, threadId }: Pick<OpenDigest, 'id' | 'recipientId' | 'threadId'>,
): void {
  // Former admins keep it as it is.
  if (tx.outbox.holds(id) || !tx.community.isAdminChat(recipientId)) return;
  owe(tx, { recipientId, threadId, notice: { kind: 'digest_update' }, priority: priorities.last, botMessageId: id });
}
