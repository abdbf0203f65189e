import type { SeenUpdate } from '../store/queries/updates';
import { tellAdmins, type Transaction } from '../transaction/transaction';

export type { SeenUpdate };

/** Records that an update has its effect in this transaction; false: it has had it before. */
export const recordUpdate = ({ store }: Transaction, update: SeenUpdate): Promise<boolean> =>
  store.updates.record(update);

/** An update that could not be handled, and why. */
export interface ParkedUpdate {
  /** As it came, or what can be kept of it. */
  readonly update: object;
  readonly error: string;
  readonly attempts: number;
}

/**
 * Puts an update aside for a person to look at, and counts it as seen, so that it holds up nothing that comes after it.
 * The admins are told. False: it has had its effect before, and nothing is done.
 */
export async function parkUpdate(tx: Transaction, seen: SeenUpdate, parked: ParkedUpdate): Promise<boolean> {
  if (!(await recordUpdate(tx, seen))) return false;
  const { updateId } = seen;
  await tx.store.updates.park({ updateId, ...parked, parkedAt: tx.now });
  tellAdmins(tx, { kind: 'update_parked', updateId, attempts: parked.attempts });
  return true;
}
