import type { PersonId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';

/** How many requests there are, and how many messages that nobody could be sent. */
export interface Stats {
  readonly counts: Readonly<Record<Status, number>>;
  readonly undeliverable: number;
}

export async function stats(tx: Transaction, admin: PersonId): Promise<Stats | NotAnAdmin> {
  const { requests, outbox } = tx.store;
  return authorise(tx, admin) ?? { counts: await requests.counts(), undeliverable: await outbox.undeliverable() };
}

/** How many requests wait for the admins. */
export async function waiting(tx: Transaction, admin: PersonId): Promise<{ readonly waiting: number } | NotAnAdmin> {
  return authorise(tx, admin) ?? { waiting: (await tx.store.requests.counts()).pending };
}
