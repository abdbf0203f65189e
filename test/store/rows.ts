import { personId, type PersonId, type RequestId } from '../../src/lifecycle/ids';
import type { Status } from '../../src/lifecycle/request';
import type { Database, Schema } from '../../src/store/database';

const at = Date.UTC(2026, 0, 15, 12);

/** A row for a request of a client. A decided one was decided by person 9. */
export function aRequest(clientId: PersonId, status: Status) {
  const decided = status === 'approved' || status === 'rejected' || status === 'revoked';
  return {
    clientId,
    message: 'please',
    status,
    round: 0,
    submittedAt: at,
    expiresAt: at + 7 * 86_400_000,
    reviewedBy: decided ? personId(9) : null,
    decidedAt: decided ? at : null,
    appealCount: 0,
  };
}

/** A row for the beginning of a request's history. */
export function anEvent(requestId: RequestId): Schema['requestEvents']['$inferInsert'] {
  return { requestId, event: 'submit', toStatus: 'pending', at, message: 'please', round: 0, digest: 'none' };
}

/** Adds a request; what is not given is that of a pending one of person 1. */
export async function addRequest(
  { db, schema: { requests } }: Database,
  row: Partial<Schema['requests']['$inferInsert']>,
): Promise<RequestId> {
  const [added] = await db
    .insert(requests)
    .values({ ...aRequest(personId(1), 'pending'), ...row })
    .returning({ id: requests.id });
  if (added === undefined) throw new Error('no number came back');
  return added.id;
}

/** Adds person N, named `person N`. */
export async function addPerson({ db, schema: { people } }: Database, id: PersonId): Promise<void> {
  await db.insert(people).values({ id, name: `person ${id}` });
}

/** The names of everyone, by their IDs. */
export async function names({ db, schema: { people } }: Database): Promise<readonly string[]> {
  return (await db.select().from(people).orderBy(people.id)).map(({ name }) => name);
}
