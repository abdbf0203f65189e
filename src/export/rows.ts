import { requestId, type Instant, type PersonId, type RequestId } from '../lifecycle/ids';
import type { Request } from '../lifecycle/request';
import { accessState } from '../requests/access-state';
import type { ExportFilter, ExportRange } from '../store/queries/export';
import type { Queries } from '../store/queries';
import type { Person } from '../store/queries/people';
import type { Matches, SearchRange } from '../store/queries/search';

/** The columns of each table, in order. */
export const columns = {
  requests: [
    'id',
    'status',
    'client_id',
    'client_name',
    'client_username',
    'message',
    'submitted_at',
    'expires_at',
    'reviewed_by',
    'reviewer_name',
    'decided_at',
    'reason',
    'appeal_count',
    'last_rejected_at',
    'approvals',
    'notes',
    'access',
    'client_address',
    'erased_at',
  ],
  history: [
    'id',
    'request_id',
    'event',
    'from_status',
    'to_status',
    'actor_id',
    'actor_name',
    'at',
    'reason',
    'round',
    'message',
    'update_id',
    'via',
    'erased_at',
  ],
} as const;
export const tables = ['requests', 'history'] as const satisfies readonly (keyof typeof columns)[];
export type Table = keyof typeof columns;

type Value = string | number | null;
/** One exported row, by column name. */
export type ExportRow = Readonly<Record<string, Value>>;
type RowOf<T extends Table> = Readonly<Record<(typeof columns)[T][number], Value>>;

export interface ExportChunk {
  readonly rows: readonly ExportRow[];
  /** The share of the table that has been read, from 0 to 1. */
  readonly done: number;
}

/** Which rows to export. */
export interface Exported extends ExportFilter {
  /** Of requests, only those with all these words or, where they name somebody, of this client, or with this number; null: all. */
  readonly search: {
    readonly words: readonly string[];
    readonly number: RequestId | null;
    readonly client: PersonId | null;
  } | null;
}

/** No filter. */
export const everything: Exported = {
  ...{ statuses: null, since: null, until: null, reviewer: null, client: null, search: null },
};

/** Runs a job that reads; each is short. */
export type ReadOnce = <T>(job: (queries: Queries) => Promise<T>) => Promise<T>;

/** The most rows in memory at once, unless fewer are asked for. */
const most = 500;
/** A stretch reads so many rows at most, however few of them match. */
const longest = 5_000;

/**
 * All rows of a table that match `filter`, by ID. Rows added meanwhile are left out. Each stretch is a read of its own, so neither
 * a slow reader nor a million rows keep the database from cleaning up after the daemon.
 */
export async function* stretches(
  read: ReadOnce,
  table: Table,
  filter: Exported,
  limit = most,
): AsyncGenerator<ExportChunk> {
  const { [table]: last } = await read((queries) => queries.export.lastIds());
  for (let after = 0; after < last;) {
    const from = after;
    const chunk = await read((queries) => stretchOf(queries, table, filter, { after: from, last, limit }));
    after = chunk.reached;
    yield { rows: chunk.rows, done: after / last };
  }
}

/** The next rows, and the last ID that was looked at. */
async function stretchOf(
  queries: Queries,
  table: Table,
  filter: Exported,
  { after, last, limit }: ExportRange,
): Promise<{ readonly rows: readonly ExportRow[]; readonly reached: number }> {
  const read = readers[table];
  if (filter.search === null || table === 'history') {
    const end = Math.min(last, after + longest);
    const { rows, reached } = await read(queries, filter, { after, last: end, limit, ids: null });
    return { rows, reached: rows.length < limit ? end : reached };
  }
  const { words, number, client } = filter.search;
  const named = number !== null && number > after ? [number] : [];
  const stretch = { from: 'after', request: requestId(after) } as const;
  const found = await foundIn(queries, { words, client }, stretch, limit);
  const ids = new Set(found.ids);
  const end = Math.min(found.reached ?? last, last);
  for (const id of named) if (id <= end) ids.add(id);
  const { rows } = await read(queries, filter, { after, last: end, limit: limit + 1, ids: [...ids] });
  return { rows, reached: end };
}

/** The next requests that are found, and the last that was looked at, where more may be; null: these are all. */
async function foundIn(
  { search }: Pick<Queries, 'search'>,
  { words, client }: Omit<NonNullable<Exported['search']>, 'number'>,
  stretch: SearchRange,
  limit: number,
): Promise<Omit<Matches, 'first'>> {
  if (client === null) return words.length === 0 ? { ids: [], reached: null } : search.matches(words, stretch, limit);
  const { ids } = await search.ofClient(client, stretch, limit);
  return { ids, reached: ids.length < limit ? null : (ids.at(-1) ?? null) };
}

type Read<T extends Table> = (
  queries: Queries,
  filter: ExportFilter,
  stretch: ExportRange,
) => Promise<{ readonly rows: readonly RowOf<T>[]; readonly reached: number }>;

const readers: { readonly [T in Table]: Read<T> } = {
  async requests(queries, filter, stretch) {
    const found = await queries.export.requests(filter, stretch);
    const reviewers = await queries.people.names([
      ...new Set(found.flatMap(({ request }) => request.reviewedBy ?? [])),
    ]);
    const notes = await notesAbout(
      queries,
      found.map(({ request }) => request.id),
    );
    const access = await accessOf(queries, found);
    const elsewhere = found.flatMap(({ client }) => (client.telegramId === null ? [client.id] : []));
    const addresses = await queries.contacts.addressesOf([...new Set(elsewhere)]);
    const rows = found.map(({ request, client }) => ({
      id: request.id,
      status: request.status,
      client_id: client.telegramId ?? client.id,
      client_name: client.name,
      client_username: client.username,
      message: request.message,
      submitted_at: iso(request.submittedAt),
      expires_at: iso(request.expiresAt),
      reviewed_by: request.reviewedBy === null ? null : idOf(request.reviewedBy, reviewers),
      reviewer_name: request.reviewedBy === null ? null : (reviewers.get(request.reviewedBy)?.name ?? null),
      decided_at: iso(request.decidedAt),
      reason: request.reason,
      appeal_count: request.appealCount,
      last_rejected_at: iso(request.lastRejectedAt),
      approvals: request.status === 'pending' ? (request.votes?.length ?? 0) : null,
      notes: notes.get(request.id)?.join('\n') ?? null,
      access: access.get(request.id)?.join('\n') ?? null,
      client_address: addresses.get(client.id) ?? null,
      erased_at: iso(request.erasedAt),
    }));
    return { rows, reached: found.at(-1)?.request.id ?? stretch.last };
  },

  async history(queries, filter, stretch) {
    const found = await queries.export.history(filter, stretch);
    const actors = await queries.people.names([...new Set(found.flatMap(({ actorId }) => actorId ?? []))]);
    const rows = found.map((event) => ({
      id: event.id,
      request_id: event.requestId,
      event: event.event,
      from_status: event.fromStatus,
      to_status: event.toStatus,
      actor_id: event.actorId === null ? null : idOf(event.actorId, actors),
      actor_name: event.actorId === null ? null : (actors.get(event.actorId)?.name ?? null),
      at: iso(event.at),
      reason: event.reason,
      round: event.round,
      message: event.message,
      update_id: event.updateId,
      via: event.via ?? (event.actorId === null ? 'system' : 'chat'),
      erased_at: iso(event.erasedAt),
    }));
    return { rows, reached: found.at(-1)?.id ?? stretch.last };
  },
};

/** The admins' notes about each of these requests, oldest first: `2026-11-30T14:05:00.000Z Boris: the text`. */
async function notesAbout(
  queries: Queries,
  ids: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, readonly string[]>> {
  const notes = new Map<RequestId, string[]>();
  for (const { note, authorName } of await queries.notes.about(ids)) {
    const line = `${new Date(note.at).toISOString()} ${authorName}: ${note.text}`;
    const lines = notes.get(note.requestId);
    if (lines === undefined) notes.set(note.requestId, [line]);
    else lines.push(line);
  }
  return notes;
}

/**
 * Where the clients of these requests are, of the chats of ACCESS_CHATS: `The garden: in`, or `invited`, `not_on_telegram` (invited
 * once they are), `left`, `banned`, `by_hand` (to be removed by hand). Earlier requests say nothing of it.
 */
async function accessOf(
  queries: Queries,
  requests: readonly {
    readonly request: Pick<Request, 'status' | 'clientId'> & { readonly id: RequestId };
    readonly client: Pick<Person, 'telegramId'>;
  }[],
): Promise<ReadonlyMap<RequestId, readonly string[]>> {
  const lasting = requests.filter(({ request }) => request.status === 'approved' || request.status === 'revoked');
  const known = await queries.access.ofPeople(lasting.map(({ request }) => request.clientId));
  const access = new Map<RequestId, readonly string[]>();
  for (const { request, client } of lasting) {
    const places = (known.get(request.clientId) ?? []).flatMap(({ chat, membership }) => {
      const state = accessState(membership, client.telegramId);
      return state === null ? [] : [`${chat.title ?? chat.chatId}: ${state}`];
    });
    if (places.length > 0) access.set(request.id, places);
  }
  return access;
}

/** How people outside know somebody: by their Telegram ID, where they have one. */
const idOf = (id: PersonId, people: Awaited<ReturnType<Queries['people']['names']>>): number =>
  people.get(id)?.telegramId ?? id;

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
