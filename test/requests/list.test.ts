import { sql } from 'drizzle-orm';
import { personId, requestId, telegramId, type PersonId, type RequestId } from '../../src/lifecycle/ids';
import { statuses, type Status } from '../../src/lifecycle/request';
import { readSearch } from '../../src/requests/find';
import { exportList } from '../../src/requests/read/export';
import { listRequests, type ListQuery, type RequestList } from '../../src/requests/read/list';
import type { Reader } from '../../src/requests/read/reader';
import type { Database } from '../../src/store/database';
import type { Engine } from '../../src/store/engine';
import { buildQueries, type Queries } from '../../src/store/queries';
import type { Transactions } from '../../src/transaction/transactions';
import { Community } from '../../src/people/community';
import { describeEngines } from '../store/engines';
import { instant, numbers, past } from '../store/plan';
import { day, hour, noon, policy } from './app';

const boris = personId(7);
const vera = personId(8);
const gleb = personId(9);
const never = new AbortController().signal;
const program: Reader = { kind: 'program' };

interface Both {
  readonly q: Queries;
  readonly it: Database;
}
const both = (it: Database): Both => ({ q: buildQueries(it), it });

/** A request as the tests write it down, and as they expect it in lists. */
interface Row {
  readonly id: RequestId;
  readonly clientId: PersonId;
  readonly status: Status;
  readonly submittedAt: number;
  readonly decidedAt: number | null;
  readonly reviewedBy: PersonId | null;
  readonly message: string;
}

/** Without a choice of chance, so that a failure can be repeated. */
function someRows(count: number): readonly Row[] {
  let seed = 7;
  const below = (end: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % end;
  };
  const pick = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const open = new Set<PersonId>();
  return Array.from({ length: count }, (_, n) => {
    const wanted = pick(statuses as unknown as readonly [Status, ...Status[]]);
    const clientId = personId(1000 + below(count));
    const isOpen = wanted !== 'expired' && wanted !== 'withdrawn';
    const status = isOpen && open.has(clientId) ? 'withdrawn' : wanted;
    if (status !== 'expired' && status !== 'withdrawn') open.add(clientId);
    const isDecided = status === 'approved' || status === 'rejected' || status === 'revoked';
    // Many share an instant, some were decided late, and a few before they were submitted: the clock was set back.
    const submittedAt = noon - below(100) * hour;
    const delay = pick([0, 60_000, 5 * hour, 3 * day, 40 * day, -hour]);
    return {
      ...{ id: requestId(n + 1), clientId, status, submittedAt },
      decidedAt: isDecided ? submittedAt + delay : null,
      reviewedBy: isDecided ? pick([boris, boris, boris, vera]) : null,
      message: pick(['Please let me in', 'Please, an apple', 'My name is Ёлка', 'ok']),
    };
  });
}

const isBefore = (a: Row, b: Row): number => {
  const waits = ({ status }: Row) => status === 'pending';
  if (waits(a) !== waits(b)) return waits(a) ? -1 : 1;
  const at = (row: Row) => row.decidedAt ?? row.submittedAt;
  const oldestFirst = at(a) - at(b) || a.id - b.id;
  return waits(a) ? oldestFirst : -oldestFirst;
};

test('a search reads numbers in Arabic and Persian digits, and words as they are', () => {
  const number = requestId(12);
  for (const typed of ['12', '#12', '١٢', '#١٢', '№ ۱۲'])
    expect(readSearch(typed)).toMatchObject({ number, words: [] });
  expect(readSearch('١٢٣')).toMatchObject({ number: 123, words: ['١٢٣'] });
  expect(readSearch('غرفة ١٢')).toMatchObject({ number: null, words: ['غرفة', '١٢'] });
});

describeEngines('the list of requests', ({ dialect, open }) => {
  const community = new Community(policy, new Map([boris, vera].map((id) => [telegramId(id), id])), null);
  let engine: Engine<Both>;

  beforeEach(async () => {
    engine = await open(both);
    await engine.transaction(async ({ it: { db, schema } }) => {
      const people = [boris, vera, gleb].map((id) => ({ id, telegramId: telegramId(id), name: `Admin ${id}` }));
      await db.insert(schema.people).values(people);
    });
  });

  const transactions = (): Pick<Transactions, 'read' | 'run'> => ({
    read: (job) => engine.read(({ q }) => job({ store: q, community, now: noon })),
    // Only what a list needs of a transaction.
    run: ((job: (tx: unknown) => Promise<unknown>) =>
      engine.transaction(({ q }) => job({ store: q, community, now: noon }))) as Transactions['run'],
  });

  async function list(query: Partial<ListQuery>, reader: Reader = program): Promise<RequestList> {
    const page = await listRequests(transactions(), reader, { limit: 50, ...query }, never);
    if ('refused' in page) throw new Error(page.refused);
    return page;
  }

  /** All pages. Each has no more than was asked for, and the last one ends the list. */
  async function all(query: Partial<ListQuery>) {
    const ids: RequestId[] = [];
    let pages = 0;
    for (let after: string | undefined; ;) {
      const page = await list({ ...query, ...(after !== undefined && { after }) });
      pages += 1;
      expect(page.items.length).toBeLessThanOrEqual(query.limit ?? 50);
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) return { ids, pages };
      expect(page.next).not.toBe(after);
      after = page.next;
    }
  }

  /** The numbers in the CSV of a list, and in how many parts it came. */
  async function exported(query: Omit<Partial<ListQuery>, 'limit'>, reader = program) {
    const parts = await exportList(transactions(), reader, query, never);
    if ('refused' in parts) throw new Error(parts.refused);
    const texts: string[] = [];
    for await (const part of parts) texts.push(part);
    const [head, ...lines] = texts.join('').split('\r\n').slice(0, -1);
    expect(head).toMatch(/^id,status,client_id,/);
    return { ids: lines.map((line) => Number(line.split(',', 1)[0])), parts: texts.length };
  }
  const ascending = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);

  async function write(rows: readonly Row[]): Promise<void> {
    await engine.transaction(async ({ it: { db, schema } }) => {
      const clients = [...new Set(rows.map(({ clientId }) => clientId))];
      for (const id of clients) {
        await db.insert(schema.people).values({ id, telegramId: telegramId(id), name: `Client ${id}` });
      }
      for (const row of rows) {
        const rest = { round: 1, expiresAt: row.submittedAt + 7 * day, appealCount: 0 };
        await db.insert(schema.requests).values({ ...row, ...rest });
      }
    });
  }

  /** Many at once, by SQL. `i` counts them from 1. */
  async function writeMany(count: number, { status, submitted, decided, message = `'Please'` }: Many): Promise<void> {
    const { head, from } = numbers(dialect, count);
    const time = (ms: string | null) =>
      ms === null ? 'null' : dialect === 'sqlite' ? ms : `to_timestamp((${ms}) / 1000.0)`;
    await engine.transaction(async ({ it: { db } }) => {
      const { change } = past(dialect, db);
      await change(
        `${head} INSERT INTO people (id, telegram_id, name) SELECT 100000 + i, 100000 + i, 'Client' FROM ${from}`,
      );
      await change(
        `${head} INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count, reviewed_by, decided_at)
         SELECT 100000 + i, ${message}, '${status}', 1, ${time(submitted)}, ${instant(dialect, noon)}, 0,
           ${decided === null ? 'null' : '7'}, ${time(decided)} FROM ${from}`,
      );
    });
  }
  interface Many {
    readonly status: Status;
    readonly submitted: string;
    readonly decided: string | null;
    readonly message?: string;
  }

  test('has those that wait first, oldest first, then the others by their end, newest first, whatever is filtered by', async () => {
    const rows = someRows(300);
    await write(rows);
    const [busy] = rows.map(({ clientId }) => clientId);
    const filters: Partial<ListQuery>[] = [
      ...[{}, { limit: 7 }, { limit: 1, statuses: ['pending', 'revoked'] } as const],
      ...statuses.map((status) => ({ statuses: [status], limit: 11 })),
      { statuses: ['rejected', 'expired'] },
      ...[boris, vera, gleb].map((reviewer) => ({ reviewer, limit: 13 })),
      { reviewer: boris, statuses: ['approved', 'pending', 'expired'], limit: 9 },
      { client: busy ?? boris, limit: 1 },
      ...rows.slice(0, 20).map(({ clientId }) => ({ client: clientId, statuses: ['withdrawn', 'approved'] }) as const),
      { client: busy ?? boris, reviewer: vera },
      ...[
        { from: noon - 50 * hour, limit: 8 },
        { to: noon - 50 * hour, limit: 8 },
      ],
      { from: noon - 60 * hour, to: noon - 40 * hour, limit: 5 },
      { from: noon - 60 * hour, to: noon - 40 * hour, reviewer: boris, statuses: ['rejected', 'revoked'], limit: 3 },
      { from: noon - 60 * hour, client: busy ?? boris },
    ];
    for (const query of filters) {
      const { statuses: some = statuses, reviewer, client, from = 0, to = Infinity } = query;
      const expected = rows
        .filter(({ status }) => some.includes(status))
        .filter((row) => reviewer === undefined || row.reviewedBy === reviewer)
        .filter((row) => client === undefined || row.clientId === client)
        .filter(({ submittedAt }) => submittedAt >= from && submittedAt < to)
        .sort(isBefore)
        .map(({ id }) => id);
      expect([query, (await all(query)).ids]).toEqual([query, expected]);
      expect([query, (await exported(query)).ids]).toEqual([query, ascending(expected)]);
    }
  });

  test('has of each request its client, who decided it, and the approvals that count; the counts ignore filters', async () => {
    const rows = someRows(40);
    await write(rows);
    const waits = rows.find(({ status }) => status === 'pending')?.id ?? requestId(0);
    await engine.transaction(({ it: { db, schema } }) => {
      const votes = [
        { by: gleb, at: noon - 2 },
        { by: vera, at: noon - 1 },
      ];
      return db
        .update(schema.requests)
        .set({ votes })
        .where(sql`${schema.requests.id} = ${waits}`);
    });
    const { items, counts } = await list({ statuses: ['pending', 'rejected'] });
    const waiting = items.find(({ id }) => id === waits);
    expect(waiting).toMatchObject({
      approvals: [{ id: vera, name: 'Admin 8', at: noon - 1 }],
      ...{ approvalsNeeded: 1, reviewedBy: null, decidedAt: null, round: 1, source: 'chat' },
    });
    for (const item of items) {
      const row = rows.find(({ id }) => id === item.id);
      expect(item.client).toEqual({
        ...{
          id: row?.clientId,
          telegramId: row?.clientId,
          name: `Client ${row?.clientId}`,
          username: null,
          address: null,
        },
      });
      expect(item.reviewedBy?.id ?? null).toBe(row?.reviewedBy);
      if (item.reviewedBy !== null) expect(item.reviewedBy.name).toBe(`Admin ${item.reviewedBy.id}`);
    }
    const count = (status: Status) => rows.filter((row) => row.status === status).length;
    expect(counts).toEqual(Object.fromEntries(statuses.map((status) => [status, count(status)])));
  });

  test('is searched by the number of somebody who is not on Telegram as by a Telegram ID: for their requests alone', async () => {
    const client = personId(Number.MAX_SAFE_INTEGER);
    const waits = { status: 'pending', submittedAt: noon, decidedAt: null, reviewedBy: null } as const;
    await write([
      { ...waits, id: requestId(1), clientId: client, message: 'Please' },
      { ...waits, id: requestId(2), clientId: personId(1000), message: `I know ${client}` },
    ]);
    const found = async () => (await list({ search: `${client}` })).items.map(({ id }) => id);
    expect(await found()).toEqual([1]);
    await engine.transaction(({ it: { db, schema } }) => db.update(schema.people).set({ telegramId: null }));
    expect(await found()).toEqual([1]);
  });

  test('is for admins and for programs that may read', async () => {
    await write(someRows(3));
    const asked = (reader: Reader) => listRequests(transactions(), reader, { limit: 1, search: 'please' }, never);
    expect(await asked({ kind: 'admin', id: gleb })).toEqual({ refused: 'not_an_admin' });
    expect(await asked({ kind: 'admin', id: boris })).toHaveProperty('items');
    expect(await asked(program)).toHaveProperty('items');
  });

  test('is exported to nobody else either, and no further to an admin who is removed meanwhile', async () => {
    await writeMany(1_200, { status: 'withdrawn', submitted: `${noon} - i`, decided: null });
    const asked = (reader: Reader) => exportList(transactions(), reader, {}, never);
    expect(await asked({ kind: 'admin', id: gleb })).toEqual({ refused: 'not_an_admin' });
    community.appointAdded(new Map([[telegramId(gleb), gleb]]));
    const parts = await asked({ kind: 'admin', id: gleb });
    if ('refused' in parts) throw new Error(parts.refused);
    let count = 0;
    const read = async () => {
      for await (const part of parts) {
        count += part.split('\r\n').length - 1;
        community.appointAdded(new Map());
      }
    };
    await expect(read()).rejects.toThrow('no admin any more');
    expect(count).toBeLessThanOrEqual(501);
  });

  test('refuses a cursor that it has not made, and a search that names nothing', async () => {
    for (const after of ['', 'x', 'dy4xLjE=', Buffer.from('w.1.1 ').toString('base64url'), 'd.1'.repeat(200)]) {
      expect(await listRequests(transactions(), program, { limit: 1, after }, never)).toEqual({
        refused: 'unknown_cursor',
      });
    }
    const words = Array.from({ length: 11 }, (_, n) => `word${n}`).join(' ');
    expect(await listRequests(transactions(), program, { limit: 1, search: words }, never)).toEqual({
      refused: 'unclear_search',
    });
    expect((await list({ search: '  ' })).items).toEqual([]);
  });

  test('skips nothing and repeats nothing while requests are decided between its pages', async () => {
    await write(someRows(0));
    await writeMany(30, { status: 'pending', submitted: `${noon} - i * 1000`, decided: null });
    const seen = new Set<RequestId>();
    let again = 0;
    for (let after: string | undefined; ;) {
      const page = await list({ limit: 7, statuses: ['pending'], ...(after !== undefined && { after }) });
      for (const { id } of page.items) {
        if (seen.has(id)) again += 1;
        seen.add(id);
      }
      const last = page.items.at(-1);
      if (page.next === null || last === undefined) break;
      after = page.next;
      await engine.transaction(({ it: { db, schema } }) =>
        db
          .update(schema.requests)
          .set({ status: 'approved', reviewedBy: boris, decidedAt: noon })
          .where(sql`${schema.requests.id} in (${page.items[0]?.id}, ${last.id})`),
      );
    }
    expect([seen.size, again]).toEqual([30, 0]);
  });

  test('of a time long ago reads only so much a page, and is complete where pages are empty', async () => {
    // They all took longer than a month, so the time of their decision says little; the first 20 were submitted in time.
    const submitted = `case when i <= 20 then ${noon} - ${400 * day} + i else ${noon} - ${100 * day} + i end`;
    await writeMany(9_000, { status: 'rejected', submitted, decided: `${noon} - ${10 * day} + i * 1000` });
    const first = await list({ to: noon - 300 * day, limit: 15 });
    expect(first.items).toEqual([]);
    expect(first.next).not.toBeNull();
    const { ids, pages } = await all({ to: noon - 300 * day, limit: 15 });
    expect(ids).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
    expect(pages).toBeLessThanOrEqual(5);
  });

  test('of a time long ago is found at once where decisions were quick, however many came since', async () => {
    await writeMany(9_000, {
      ...{ status: 'rejected', submitted: `${noon} - ${10 * day} + i * 60000` },
      decided: `${noon} - ${10 * day} + i * 60000 + 1800000`,
    });
    const to = noon - 10 * day + 60_000 * 21;
    expect((await list({ to, limit: 15 })).items.map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, n) => 20 - n),
    );
  });

  test('finds what /find finds: words in any case, names, numbers and Telegram IDs, in the order of the list', async () => {
    const rows = someRows(200);
    await write(rows);
    const expected = (matches: (row: Row) => boolean) =>
      rows
        .filter(matches)
        .sort(isBefore)
        .map(({ id }) => id);
    const found = async (search: string, query: Partial<ListQuery> = {}) => {
      const { ids } = await all({ search, ...query });
      expect([search, (await exported({ search, ...query })).ids]).toEqual([search, ascending(ids)]);
      return ids;
    };
    const please = expected(({ message }) => message.startsWith('Please'));
    expect(await found('PLEASE')).toEqual(please);
    expect(await found('please', { limit: 7 })).toEqual(please);
    expect(await found('елк ёлка')).toEqual([]);
    expect(await found('ёлка')).toEqual(expected(({ message }) => message.includes('Ёлка')));
    expect(await found('ok', { limit: 3 })).toEqual(expected(({ message }) => message === 'ok'));
    expect(await found('please apple', { statuses: ['rejected', 'pending'], limit: 2 })).toEqual(
      expected(({ message, status }) => message.includes('apple') && ['rejected', 'pending'].includes(status)),
    );
    expect(await found('#17')).toEqual([17]);
    expect(await found('#17', { reviewer: gleb })).toEqual([]);
    const [{ clientId } = { clientId: boris }] = rows;
    expect(await found(`client ${clientId}`, { limit: 1 })).toEqual(expected((row) => row.clientId === clientId));
  });

  test('puts the request that is named first, and has it once', async () => {
    await writeMany(40, {
      status: 'withdrawn',
      submitted: `${noon} - i`,
      decided: null,
      message: `'No. ' || (100 + i % 2) || '!'`,
    });
    await write([]);
    await engine.transaction(async ({ it: { db } }) => {
      const { change } = past(dialect, db);
      await change(`UPDATE requests SET id = 101 WHERE id = 7`);
    });
    for (const limit of [1, 2, 50]) {
      const { ids } = await all({ search: '101', limit });
      expect(ids[0]).toBe(101);
      expect([...ids].sort((a, b) => a - b)).toEqual([
        ...Array.from({ length: 20 }, (_, n) => n * 2 + 1).filter((id) => id !== 7),
        101,
      ]);
    }
  });

  test('finds by a Telegram ID what its owner has sent, and nothing else', async () => {
    await writeMany(3, { status: 'withdrawn', submitted: `${noon} - i`, decided: null, message: `'100002'` });
    expect((await all({ search: '100002' })).ids).toEqual([2]);
    expect((await all({ search: '100002', client: personId(100_003) })).ids).toEqual([]);
    expect((await exported({ search: '100002' })).ids).toEqual([2]);
    expect((await exported({ search: '100002', client: personId(100_003) })).ids).toEqual([]);
  });

  test('finds by a number that is a request’s and somebody’s that request first, and then theirs', async () => {
    await writeMany(5, { status: 'withdrawn', submitted: `${noon} - i`, decided: null });
    await engine.transaction(async ({ it: { db } }) => {
      const { change } = past(dialect, db);
      // Somebody's ID is the number of another's request, and of one of their own.
      await change(`UPDATE requests SET id = 100002 WHERE id = 5`);
      await change(`UPDATE requests SET client_id = 100002 WHERE id IN (3, 4)`);
    });
    const found = async (query: Partial<ListQuery>) => {
      const { ids } = await all({ search: '100002', ...query });
      expect((await exported({ search: '100002', ...query })).ids).toEqual(ascending(ids));
      return ids;
    };
    for (const limit of [1, 2, 50]) expect(await found({ limit })).toEqual([100_002, 2, 3, 4]);
    expect(await found({ client: personId(100_002) })).toEqual([2, 3, 4]);
    expect(await found({ client: personId(100_005) })).toEqual([100_002]);
    await engine.transaction(({ it: { db } }) =>
      past(dialect, db).change(`UPDATE requests SET client_id = 100002 WHERE id = 100002`),
    );
    for (const limit of [1, 2, 50]) expect(await found({ limit })).toEqual([100_002, 2, 3, 4]);
  });

  test('finds common words in the order of the list, and rarer ones, but those that wait, by number, without ever looking at all', async () => {
    const common = `'Please' || case when i % 40 = 0 then ' zebra' else '' end || case when i <= 3 then ' unicorn' else '' end`;
    await writeMany(24_000, {
      ...{ status: 'rejected', submitted: `${noon} - i * 1000`, decided: `${noon} - i * 1000` },
      message: common,
    });
    while (await engine.transaction(({ q }) => q.search.index(5_000)));
    const page = await list({ search: 'please', limit: 20 });
    expect(page.items.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    const second = await list({ search: 'please', limit: 20, after: page.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => n + 21));
    expect((await all({ search: 'unicorn', limit: 2 })).ids).toEqual([1, 2, 3]);
    expect((await all({ search: 'zebra', limit: 200 })).ids).toEqual(
      Array.from({ length: 600 }, (_, n) => 24_000 - n * 40),
    );
    const zebras = await exported({ search: 'zebra' });
    expect(zebras.ids).toEqual(Array.from({ length: 600 }, (_, n) => (n + 1) * 40));
    expect((await exported({ search: 'unicorn' })).ids).toEqual([1, 2, 3]);
    // Each part is a read of its own, of few rows.
    expect(zebras.parts).toBe(7);
    expect((await exported({})).parts).toBe(241);
    const oldest = { from: noon - 24_000_000, to: noon - 23_999_000 + 1 };
    expect((await list({ search: 'please', ...oldest })).items.map(({ id }) => id)).toEqual([23_999, 24_000]);
    expect((await list({ search: 'zebra', ...oldest })).items.map(({ id }) => id)).toEqual([24_000]);
    await engine.transaction(({ it: { db, schema } }) =>
      db
        .update(schema.requests)
        .set({ status: 'pending', reviewedBy: null, decidedAt: null })
        .where(sql`${schema.requests.id} <= 1500 or ${schema.requests.id} = 12000`),
    );
    const zebraIds = Array.from({ length: 600 }, (_, n) => 24_000 - n * 40);
    const waits = (id: number) => id <= 1500 || id === 12_000;
    const pendingFirst = [...zebraIds.filter(waits), ...zebraIds.filter((id) => !waits(id))];
    for (const limit of [19, 200]) expect((await all({ search: 'zebra', limit })).ids).toEqual(pendingFirst);
    expect((await all({ search: 'zebra', limit: 200, statuses: ['pending'] })).ids).toEqual(zebraIds.filter(waits));
  });
});
