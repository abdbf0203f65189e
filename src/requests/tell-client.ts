import { isDeepStrictEqual } from 'node:util';
import { isGroup, type PersonId } from '../lifecycle/ids';
import { isOutcome } from '../notices/audience';
import type { Notice } from '../notices/notice';
import type { Contact } from '../store/queries/contacts';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { ContactMedium } from '../store/rows';
import { owe, type Transaction } from '../transaction/transaction';

/** What a client is told about their request. */
type ClientMessage = Pick<NewOwed, 'notice' | 'priority' | 'requestId'>;

/**
 * Owes a client what they are told about their request: through Telegram and, if they want that or it is known not to reach them, by
 * their other addresses as well. Somebody who is not on Telegram is owed outcomes only, by their address.
 */
export async function tellClient(tx: Transaction, client: PersonId, message: ClientMessage): Promise<void> {
  const { media } = tx.community;
  const throughTelegram = { ...message, recipientId: client };
  if (media.length === 0) return owe(tx, throughTelegram);
  const person = await tx.store.people.get(client);
  const isOnTelegram = person === null || person.telegramId !== null;
  if (isOnTelegram) owe(tx, throughTelegram);
  if (!isOutcome(message.notice)) return;
  const contacts = await usableContacts(tx, client);
  if (isOnTelegram) {
    // Telegram has refused them for good before: whether it does so again, nobody needs to wait for.
    const isUnreachable = person !== null && person.unreachableAt !== null;
    const wanted = contacts.filter(({ mode }) => isUnreachable || mode === 'both');
    for (const { medium } of wanted) oweBy(tx, medium, client, { ...message, notice: copyOf(message.notice) });
    return;
  }
  const channels = contacts.map(({ medium }) => medium);
  // Where no address is left, that is found when it leaves, and the admins see it.
  if (channels.length === 0) channels.push(media.includes('email') ? 'email' : 'sms');
  for (const [n, medium] of channels.entries()) {
    oweBy(tx, medium, client, n === 0 ? message : { ...message, notice: copyOf(message.notice) });
  }
}

/**
 * Telegram can't deliver a message for good: if it is an outcome, it is owed by the other addresses of its recipient, unless it
 * was owed there already.
 */
export async function tellByOtherChannels(tx: Transaction, message: Owed): Promise<void> {
  const { recipientId, requestId, notice, channel } = message;
  if (tx.community.media.length === 0 || channel !== 'telegram') return;
  if (isGroup(recipientId) || requestId === null || !isOutcome(notice)) return;
  const contacts = await usableContacts(tx, recipientId);
  if (contacts.length === 0) return;
  const copy = copyOf(notice);
  const told = await tx.store.outbox.about(requestId, recipientId, mostTold);
  for (const { medium } of contacts) {
    const isTold = told.some((row) => row.channel === medium && isDeepStrictEqual(copyOf(row.notice), copy));
    if (!isTold) oweBy(tx, medium, recipientId, { ...message, notice: copy });
  }
}

/** One request hardly has as much news. */
const mostTold = 100;

/** The addresses that may be used, one a medium: their owner has proved them and not switched them off, and they are not dead. */
async function usableContacts({ store, community }: Transaction, person: PersonId): Promise<readonly Contact[]> {
  const contacts = await store.contacts.verifiedOf(person);
  return contacts.filter(
    ({ medium, failedAt, mutedAt }) => community.media.includes(medium) && failedAt === null && mutedAt === null,
  );
}

function oweBy(
  tx: Transaction,
  channel: ContactMedium,
  recipientId: PersonId,
  { notice, priority, requestId }: ClientMessage,
): void {
  owe(tx, { channel, recipientId, notice, priority, requestId, threadId: null });
}

/** The same news, which is counted once only. */
const copyOf = (notice: Notice): Notice => (notice.kind === 'client_news' ? { ...notice, isCopy: true } : notice);
