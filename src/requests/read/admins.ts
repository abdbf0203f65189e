import type { PersonId } from '../../lifecycle/ids';
import { hasWritten } from '../../store/queries/people';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';
import type { AdminLine } from './views';

/** Everybody who decides: first the owners, then those who were added, in that order. */
export async function adminsList(tx: Transaction, reader: PersonId): Promise<readonly AdminLine[] | NotAnAdmin> {
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
  return lines;
}
