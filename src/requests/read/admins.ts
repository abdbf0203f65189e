import type { PersonId } from '../../lifecycle/ids';
import { hasWritten } from '../../people/person';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';
import type { AdminLine } from './views';

/** Who decides, and whether the reader may change that. */
export interface AdminsList {
  /** First the owners, then those who were added, in that order. */
  readonly admins: readonly AdminLine[];
  readonly mayChange: boolean;
}

/** Everybody who decides, for an admin. */
export async function adminsList(tx: Transaction, reader: PersonId): Promise<AdminsList | NotAnAdmin> {
  const forbidden = authorise(tx, reader);
  if (forbidden !== null) return forbidden;
  const { store, community } = tx;
  const added = new Map((await store.administrators.current()).map((row) => [row.person, row]));
  const lines: AdminLine[] = [];
  for (const admin of community.admins) {
    const person = await store.people.get(admin);
    if (person?.telegramId == null) continue;
    const row = community.isOwner(admin) ? undefined : added.get(admin);
    lines.push({
      id: person.telegramId,
      name: person.name,
      added: row === undefined ? null : { byName: (await store.people.get(row.addedBy))?.name ?? '', at: row.addedAt },
      isUnreachable: person.unreachableAt !== null,
      isUnknown: !hasWritten(person),
    });
  }
  return { admins: lines, mayChange: community.isOwner(reader) };
}
