import type { PersonId, RequestId } from '../../lifecycle/ids';
import { languageOf } from '../../people/person';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';

/** The language that the client of a request reads; null: it is not known, or there is no such request. */
export async function clientLanguage(
  tx: Transaction,
  admin: PersonId,
  id: RequestId,
): Promise<{ readonly language: string | null } | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const stored = await tx.store.requests.get(id);
  return { language: stored === null ? null : languageOf(await tx.store.people.get(stored.request.clientId)) };
}
