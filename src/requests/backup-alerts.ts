import type { Instant, Millis } from '../lifecycle/ids';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/** What is known about the backups. */
export interface BackupHealth {
  /** When the newest complete one was made; null if there is none. */
  readonly lastBackup: Instant | null;
  /** The last attempt to make one, or to upload it, failed. */
  readonly failing: boolean;
  /** The longest acceptable age; null if no backups are expected. */
  readonly maxAge: Millis | null;
}

/**
 * Tells the admins once when backups begin to fail or have not been made for too long, and once when they work again. What they
 * were told is stored, so a restart repeats nothing.
 */
export async function tellOfBackups(tx: Transaction, health: BackupHealth): Promise<void> {
  const { state } = tx.store;
  const told = (await state.get('backup_trouble_told')) === 'yes';
  const trouble = await troubleIn(tx, health);
  if ((trouble !== null) === told) return;
  await state.set('backup_trouble_told', told ? 'no' : 'yes');
  const { lastBackup } = health;
  if (trouble !== null) tellAdmins(tx, { kind: trouble, lastBackup });
  else if (lastBackup !== null) tellAdmins(tx, { kind: 'backups_work_again', lastBackup });
}

async function troubleIn(
  tx: Transaction,
  { lastBackup, failing, maxAge }: BackupHealth,
): Promise<'backup_failed' | 'backup_missing' | null> {
  if (failing) return 'backup_failed';
  if (maxAge === null) return null;
  const since = lastBackup ?? (await expectedSince(tx));
  return tx.now - since > maxAge ? 'backup_missing' : null;
}

/** If there never was one, the age counts from the first check. */
async function expectedSince({ store, now }: Transaction): Promise<Instant> {
  const since = await store.state.get('backups_expected_since');
  if (since !== null) return Number(since);
  await store.state.set('backups_expected_since', String(now));
  return now;
}
