import { contentLines, digestOf, firstDigest, salted } from './chain';
import type { Dialect } from './engine';
import { millisIn } from './history';

// Before the history had events of it, people became one without any. What a request's row says of that enters the chain once, when
// the database is migrated: from then on whose request it is follows from its history alone.

/** A request whose history doesn't say yet who its client is, in the order of `unrecordedUnitings`. */
export type Unrecorded = readonly [
  requestId: number | string,
  clientId: number | string,
  status: string,
  message: string,
  round: number | string,
  expiresAt: number | string,
];

/** The numbers people get who come by the form. */
const firstOfForm = 2 ** 52;

/**
 * Selects the requests that others submitted than have them now, where those are nobody’s account any more, and those by which
 * somebody of the form has access who is on Telegram since: they were told of without their Telegram ID.
 */
export const unrecordedUnitings = (dialect: Dialect): string => {
  const columns = `requests.id, client_id, status, requests.message, requests.round, ${millisIn(dialect, 'requests.expires_at')}`;
  return `
    select ${columns} from request_events event
    join people on people.id = event.actor_id join requests on requests.id = event.request_id
    where event.event = 'submit' and people.telegram_id is null and event.actor_id <> client_id and not exists (
      select 1 from request_events later where later.request_id = event.request_id and later.event = 'submit' and later.id > event.id
    )
    union
    select ${columns} from access_states join people on people.id = person_id join requests on requests.id = request_id
    where access and person_id = client_id and person_id >= ${firstOfForm} and telegram_id is not null
    order by 1`;
};

/** An event of the history, with its texts salted. */
export interface Recorded {
  readonly id: number;
  readonly salt: string | null;
  readonly hash: string | null;
  readonly digest: string;
}

/** The event that says whose request it is, after the one with this number and digest. Nobody knows when it came to that. */
export function recorded(
  [requestId, clientId, status, message, round, expiresAt]: Unrecorded,
  newest: { readonly id: number; readonly digest: string },
  now: number,
): Recorded {
  const { salt, hash } = salted(message);
  const id = newest.id + 1;
  const facts = [requestId, 'unite', status, status, clientId, now, null, 'system', round, expiresAt, null];
  return { id, salt, hash, digest: digestOf(newest.digest, id, contentLines([...facts, hash, null])) };
}

/** What an empty history ends with. */
export const noEvent = { id: 0, digest: firstDigest } as const;
