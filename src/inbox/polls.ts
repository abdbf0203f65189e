import type { Millis } from '../lifecycle/ids';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/** Telegram forgets a press that nobody fetched for this long; messages wait for a day. */
export const pressesLast: Millis = 150_000;
/** Telegram keeps everything else for a day: after a longer silence nobody knows what has happened in the community's chats. */
const updatesLast: Millis = 24 * 60 * 60 * 1000;
/** The admins are told of another program on the bot's token this often at most. */
const conflictToldEvery: Millis = 60 * 60 * 1000;

/**
 * Writes down that a poll has been answered. The admins learn of a silence in which presses may have been lost: of `silent`,
 * or, where this is null, of the time since the last poll that was written down, maybe by a daemon before this one.
 */
export async function noteAnsweredPoll(tx: Transaction, silent: Millis | null): Promise<void> {
  const { state } = tx.store;
  const last = await state.get('last_poll_at');
  await state.set('last_poll_at', String(tx.now));
  const length = silent ?? (last === null ? 0 : tx.now - Number(last));
  if (length > updatesLast && tx.community.access !== null) {
    await tx.store.access.lookAgain();
    tx.wakeAccess();
  }
  if (length > pressesLast) tellAdmins(tx, { kind: 'presses_lost', from: tx.now - length, to: tx.now });
}

/** Another program polls with the bot's token: the admins are told. */
export async function tellOfConflict(tx: Transaction): Promise<void> {
  const { state } = tx.store;
  const told = Number((await state.get('foreign_poller_told_at')) ?? 0);
  if (Math.abs(tx.now - told) < conflictToldEvery) return;
  await state.set('foreign_poller_told_at', String(tx.now));
  tellAdmins(tx, { kind: 'foreign_poller' });
}
