import type { PersonId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { tell, type Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';
import { catchUp } from './catch-up';
import { rememberBot } from './known-bots';

/** Somebody has blocked the bot, or has taken that back. Where it is news, the cards of their request say so. */
export async function noteReachability(tx: Transaction, person: PersonId, isReachable: boolean): Promise<void> {
  const { people } = tx.store;
  const isNews = isReachable ? await people.markReachable(person) : await people.markUnreachable(person, tx.now);
  if (isNews) await followReachability(tx, person, isReachable);
}

/** A person can be written to no more, or again: the cards say so, and whoever can be gets what they have missed. */
export async function followReachability(tx: Transaction, person: PersonId, isReachable: boolean): Promise<void> {
  const latest = await tx.store.requests.latestOf(person);
  if (latest !== null) await refreshCards(tx, latest.id, latest.request.round, null);
  if (isReachable) await catchUp(tx, person);
}

/** Telegram has refused a message to a person. An admin who can't be written to is named to the other admins. */
export async function noteUnreachable(tx: Transaction, person: PersonId, error: string, log: Log): Promise<void> {
  const known = await tx.store.people.get(person);
  if (!(await tx.store.people.markUnreachable(person, tx.now))) return;
  const telegramId = known?.telegramId ?? null;
  const fields = { telegramId: telegramId ?? undefined, details: { reason: error } };
  if (!tx.community.isAdmin(person)) {
    log.info('a client can no longer be reached', fields);
    return followReachability(tx, person, false);
  }
  const isBot = error.includes(writesToNoBot);
  if (isBot && telegramId !== null) await rememberBot(tx, telegramId);
  log.error(
    isBot
      ? 'an admin is a bot, and only people decide: remove its ID'
      : "an admin can't be written to: they have to press Start in the chat with the bot",
    fields,
  );
  for (const other of tx.community.admins) {
    if (other === person || telegramId === null) continue;
    tell(tx, other, { kind: 'admin_unreachable', adminId: telegramId, adminName: known?.name ?? null, isBot });
  }
}

/** What Telegram is known to say where a bot writes to another. By an ID alone nobody can tell before. */
const writesToNoBot = "can't send messages to bots";
