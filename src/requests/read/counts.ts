import type { PersonId } from '../../lifecycle/ids';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';

/** How many requests wait for the admins. */
export async function waiting(tx: Transaction, admin: PersonId): Promise<{ readonly waiting: number } | NotAnAdmin> {
  return authorise(tx, admin) ?? { waiting: (await tx.store.requests.counts()).pending };
}
