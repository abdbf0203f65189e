import BetterSqlite from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { verdict, verifyChain, verifyHistory, verifyRequests, type Verified } from '../../src/history/verify';
import { startToken } from '../../src/contacts/links';
import { unite } from '../../src/contacts/unite';
import { personId, requestId } from '../../src/lifecycle/ids';
import { decide, type AdminDecision } from '../../src/requests/decide';
import { forget } from '../../src/erasure/erase';
import { submit, withdraw } from '../../src/requests/submit';
import type { DatabaseTarget, Dialect } from '../../src/store/engine';
import type { HistoryReader } from '../../src/store/history';
import { maintenanceOf } from '../../src/store/dialects';
import { readHistory as readPostgres } from '../../src/store/postgres/history';
import { buildQueries } from '../../src/store/queries';
import { readHistory as readSqlite } from '../../src/store/sqlite/history';
import { boris, clara, day, noon, TestApp } from '../requests/app';
import { describeEngines, type TestEngine } from '../store/engines';
import { instant } from '../store/plan';
import { run, testWith } from '../programs';

/**
 * What people do in the end to end: request 1 is approved by two, 2 rejected with a reason, appealed, the appeal withdrawn; 3 waits with a
 * vote; 4 is rejected, that undone, and it expires; 5 is approved and revoked, and its client appeals; 6 is withdrawn; 7 is by the
 * form, and its sender turns out to be whoever sent and withdrew 8. Of 9 and 10, one came by asking to join and one by the chat; both are
 * approved, their clients are forgotten, and they come back each by the way of the other.
 */
async function livedIn(engine: TestEngine): Promise<DatabaseTarget> {
  const target = await engine.freshTarget();
  const store = await engine.open(buildQueries, target);
  await store.close();
  const app = await TestApp.open({ ...engine, open: (build) => engine.open(build, target) }, { approvalsNeeded: 2 });
  await app.admins();
  const client = (n: number) => app.client(n);
  const submits = async (n: number, text: string) => {
    const id = await client(n);
    await app.transaction((tx) => submit({ ...tx, via: 'chat', updateId: n }, id, 'submit', text));
  };
  const withdraws = async (n: number) => {
    const id = await client(n);
    await app.transaction((tx) => withdraw({ ...tx, via: 'chat' }, id));
  };
  const decides = (id: number, command: AdminDecision) =>
    app.transaction((tx) => decide({ ...tx, via: 'desk' }, requestId(id), command));
  const approves = (id: number, by: typeof boris) => decides(id, { type: 'approve', by, round: null });
  await submits(1, 'Please 👩‍👩‍👧 "a", b\r\nc');
  await submits(2, 'Me too');
  await submits(3, 'And me');
  await submits(4, 'Let me in');
  await submits(5, 'Hello');
  await submits(6, 'Hm');
  app.now += 1;
  await approves(1, boris);
  app.now += 1;
  await approves(1, clara);
  await decides(2, { type: 'reject', by: boris, round: null, reason: 'Not yet' });
  await approves(3, clara);
  await decides(4, { type: 'reject', by: boris, round: null, reason: null });
  await decides(4, { type: 'undo', by: boris, round: null });
  await approves(5, boris);
  await approves(5, clara);
  await decides(5, { type: 'revoke', by: boris, reason: 'Gone' });
  await withdraws(6);
  app.now = noon + 7 * day + 2;
  await app.sweep();
  await submits(2, 'Once more');
  await submits(5, 'I am back');
  app.now += 5;
  await withdraws(2);
  await app.transaction(async (tx) => {
    const somebody = { name: 'Vera', username: null, language: null, chosenLanguage: null, unreachableAt: null };
    await tx.store.people.save({ id: vera, telegramId: null, ...somebody });
    await submit({ ...tx, via: 'form' }, vera, 'submit', 'By the form');
  });
  await submits(8, 'In the chat');
  await withdraws(8);
  const account = await client(8);
  await app.transaction((tx) => unite({ ...tx, via: 'chat' }, startToken(vera, botToken), account, botToken));
  const joins = async (n: number, bio: string) => {
    const id = await client(n);
    await app.transaction((tx) => submit({ ...tx, via: 'chat' }, id, 'submit', bio, { joining: 'The garden' }));
  };
  await joins(9, 'A bio');
  await submits(10, 'By the chat');
  for (const n of [9, 10]) {
    await approves(n, boris);
    await approves(n, clara);
    const id = await client(n);
    await app.transaction((tx) => forget({ ...tx, via: 'chat' }, id, 'chat'));
  }
  await submits(9, 'By the chat');
  await joins(10, '');
  await app.store.close();
  return target;
}

const vera = personId(2 ** 52 + 7);
const botToken = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';

/** A connection on which whatever is changed can be looked at by `verifyHistory`, and is undone. */
interface Tampering {
  verify(statements: readonly string[], expected?: string | null): Promise<Verified>;
  /** Null: the database itself refuses that, or the column has it already. */
  verifyWith(
    value: string,
    place: { readonly table: string; readonly column: string; readonly id: number },
  ): Promise<Verified | null>;
  close(): Promise<void> | void;
}

/** Whoever owns the database can do this. */
async function tampering(target: DatabaseTarget): Promise<Tampering> {
  const check = (reader: HistoryReader, expected: string | null) => verifyHistory(reader, { expected });
  // As where a whole chain was written anew: the requests have to be looked at, whatever is in the history.
  const bothLooks = async (reader: HistoryReader) =>
    verdict(await verifyChain(reader, { expected: null }), await verifyRequests(reader, {}));
  if (target.dialect === 'sqlite') {
    const connection = new BetterSqlite(target.path);
    connection.pragma('foreign_keys = off');
    connection.pragma('ignore_check_constraints = on');
    const begin = () => {
      connection.exec('BEGIN');
      const triggers = connection
        .prepare<[], { name: string }>(
          "select name from sqlite_master where type = 'trigger' and tbl_name = 'request_events'",
        )
        .all();
      for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
    };
    return {
      async verify(statements, expected = null) {
        begin();
        for (const statement of statements) connection.exec(statement);
        const found = await check(readSqlite({ connection, close: () => {} }), expected);
        connection.exec('ROLLBACK');
        return found;
      },
      async verifyWith(value, { table, column, id }) {
        begin();
        // With its type; the number itself may have changed.
        const stored = connection.prepare<[], string>(`select quote(${column}) from ${table} where id = ${id}`).pluck();
        const before = stored.get();
        const update = `update ${table} set ${column} = ${value} where id = ${id}`;
        const changed = isTaken(() => connection.exec(update)) && stored.get() !== before;
        const found = changed ? await bothLooks(readSqlite({ connection, close: () => {} })) : null;
        connection.exec('ROLLBACK');
        return found;
      },
      close: () => void connection.close(),
    };
  }
  const client = new Client(target.url);
  await client.connect();
  await client.query("set timezone = 'UTC'; set session_replication_role = replica");
  return {
    async verify(statements, expected = null) {
      await client.query('begin');
      for (const statement of statements) await client.query(statement);
      const found = await check(await readPostgres(client), expected);
      await client.query('rollback');
      return found;
    },
    async verifyWith(value, { table, column, id }) {
      await client.query('begin');
      const differs = `${column} is distinct from ${value}`;
      const update = client.query(`update ${table} set ${column} = ${value} where id = ${id} and ${differs}`);
      const changed = await update.then(({ rowCount }) => rowCount ?? 0).catch(() => 0);
      const found = changed === 0 ? null : await bothLooks(await readPostgres(client));
      await client.query('rollback');
      return found;
    },
    close: () => client.end(),
  };
}

/** Whether the database takes a value there. */
function isTaken(update: () => unknown): boolean {
  try {
    update();
    return true;
  } catch {
    return false;
  }
}

/** By name: the statements, and the first event or request that no longer follows. */
const changes = (dialect: Dialect): Readonly<Record<string, readonly [readonly string[], string]>> => {
  const event = (id: number, set: string) => [`update request_events set ${set} where id = ${id}`] as const;
  const request = (id: number, set: string) => [`update requests set ${set} where id = ${id}`] as const;
  const copied =
    'request_id, event, from_status, to_status, actor_id, at, reason, update_id, via, message, round, expires_at, co_approvers, message_salt, message_hash, reason_salt, reason_hash, digest';
  const json = (path: string, value: string) =>
    dialect === 'sqlite'
      ? `json_set(before_appeal, '$.${path}', json('${value}'))`
      : `jsonb_set(before_appeal::jsonb, '{${path.replace('.', ',')}}', '${value}')::text`;
  return {
    'a changed message': [event(2, `message = 'Me to'`), 'event 2'],
    'a changed reason': [event(9, `reason = 'Never'`), 'event 9'],
    'a changed reason with a hash and a salt of its own': [
      event(9, `reason = 'Never', reason_salt = 'a', reason_hash = 'b'`),
      'event 9',
    ],
    'a changed actor': [event(9, `actor_id = ${clara}`), 'event 9'],
    'a changed time': [
      event(9, dialect === 'sqlite' ? 'at = at + 1' : `at = at + interval '1 millisecond'`),
      'event 9',
    ],
    'a time changed by a part of a millisecond': [
      dialect === 'sqlite'
        ? ['update request_events set at = at + 0.5 where id = 9']
        : [
            `drop trigger request_events_only_erased on request_events`,
            `alter table request_events alter column at type timestamptz(6)`,
            `update request_events set at = at + interval '300 microseconds' where id = 9`,
          ],
      'event 9',
    ],
    'a changed way in': [event(9, `via = 'chat'`), 'event 9'],
    'a changed update': [event(1, `update_id = 7`), 'event 1'],
    'a changed round': [event(9, `round = 2`), 'event 9'],
    'a changed status': [event(9, `to_status = 'approved'`), 'event 9'],
    'a changed term': [event(3, `expires_at = ${instant(dialect, noon)}`), 'event 3'],
    'a changed request': [event(3, `request_id = 4`), 'event 3'],
    'other co-approvers of an event': [event(8, `co_approvers = null`), 'event 8'],
    'a removed event': [['delete from request_events where id = 4'], 'event 5'],
    'an added event': [
      [`insert into request_events (id, ${copied}) select 100, ${copied} from request_events where id = 4`],
      'event 100',
    ],
    'swapped events': [
      [
        'update request_events set id = 1000 where id = 5',
        'update request_events set id = 5 where id = 6',
        'update request_events set id = 6 where id = 1000',
      ],
      'event 5',
    ],
    'a renumbered event': [
      ['update request_events set id = 1000 where id = (select max(id) from request_events)'],
      'event 1000',
    ],
    'a text that is gone without having been erased': [event(2, 'message = null, message_salt = null'), 'event 2'],
    'a salt that is gone': [event(2, 'message_salt = null'), 'event 2'],
    'a salt without a text': [event(2, `reason_salt = 'x'`), 'event 2'],
    'a status of before that is empty': [event(1, `from_status = ''`), 'event 1'],
    'an event that there is none': [event(9, `event = 'x'`), 'event 9'],
    'co-approvers that are no JSON': [event(8, `co_approvers = '['`), 'event 8'],
    'a text in an event whose texts were erased': [
      event(2, `erased_at = ${instant(dialect, noon)}, message_salt = null`),
      'event 2',
    ],
    'a request whose text stays where that of its event was erased': [
      event(3, `message = null, message_salt = null, erased_at = ${instant(dialect, noon)}`),
      'request 3',
    ],
    'a request without a history': [
      [
        `insert into requests (id, client_id, message, status, round, submitted_at, expires_at, appeal_count)
         select 99, client_id, message, 'expired', 1, submitted_at, expires_at, 0 from requests where id = 1`,
      ],
      'request 99',
    ],
    'a history without its request': [['delete from requests where id = 3'], 'event 3'],
    'a history without the newest request': [['delete from requests where id = 10'], 'event 28'],
    'another client': [request(1, 'client_id = 5000000099'), 'request 1'],
    'another client, who is said to be one with the sender': [
      [
        `update people set telegram_id = null, united_with = 5000000006 where id = 5000000001`,
        ...request(1, 'client_id = 5000000006'),
      ],
      'request 1',
    ],
    'another client than a sender without Telegram': [request(7, 'client_id = 5000000006'), 'request 7'],
    'a client that the history says has become another': [request(8, 'client_id = 5000000008'), 'request 8'],
    'another source': [request(1, `source = 'form'`), 'request 1'],
    'a source that there is none': [request(9, `source = 'x'`), 'request 9'],
    'a time of withdrawal': [request(3, `withdrawn_at = ${instant(dialect, 0)}`), 'request 3'],
    'another time of the withdrawal': [request(6, `withdrawn_at = ${instant(dialect, 0)}`), 'request 6'],
    'no time of the withdrawal': [request(6, 'withdrawn_at = null'), 'request 6'],
    'texts that were erased, and are there': [request(3, `erased_at = ${instant(dialect, noon)}`), 'request 3'],
    'texts that were not erased, and are not there': [request(10, 'erased_at = null'), 'request 10'],
    'another status': [request(6, `status = 'expired'`), 'request 6'],
    'another message': [request(3, `message = 'x'`), 'request 3'],
    'another reviewer': [request(1, `reviewed_by = ${boris}`), 'request 1'],
    'another time of the decision': [request(1, `decided_at = ${instant(dialect, noon)}`), 'request 1'],
    'no decision': [request(1, 'reviewed_by = null, decided_at = null'), 'request 1'],
    'another reason': [request(2, `reason = null`), 'request 2'],
    'another count of appeals': [request(2, 'appeal_count = 0'), 'request 2'],
    'another last rejection': [request(2, 'last_rejected_at = null'), 'request 2'],
    'another round': [request(3, 'round = 2'), 'request 3'],
    'another submission': [request(3, `submitted_at = ${instant(dialect, noon + 1)}`), 'request 3'],
    'another term': [request(3, `expires_at = ${instant(dialect, noon + 9 * day)}`), 'request 3'],
    'words that are awaited no more': [request(3, `awaits_words = ${dialect === 'sqlite' ? 1 : true}`), 'request 3'],
    'no co-approvers': [request(1, 'co_approvers = null'), 'request 1'],
    'other votes': [request(3, `votes = '[{"by":${boris},"at":1}]'`), 'request 3'],
    'what is no list of votes': [request(3, `votes = '{'`), 'request 3'],
    'nothing of before the appeal': [request(5, 'before_appeal = null'), 'request 5'],
    'another verdict before the appeal': [request(5, `before_appeal = ${json('verdict.by', '1')}`), 'request 5'],
    'another wait in vain': [request(2, `before_appeal = ${json('waitedInVain', '1')}`), 'request 2'],
  };
};

describeEngines('verify', (engine) => {
  test('follows a history that the program wrote, and finds whatever anybody has changed in it', async () => {
    const target = await livedIn(engine);
    const { dialect } = engine;
    const reader = await maintenanceOf(target).openHistory();
    const whole = await verifyHistory(reader, { expected: null });
    await reader.close();
    if (!whole.holds) throw new Error(JSON.stringify(whole));
    expect(whole).toMatchObject({ requests: 10, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });

    const hands = await tampering(target);
    const wrong: Record<string, unknown> = {};
    for (const [name, [statements, first]] of Object.entries(changes(dialect))) {
      const found = await hands.verify(statements);
      const said = found.holds || found.kind === 'digest' ? found : `${found.kind} ${found.id}`;
      // One `expect` for all of them says which are not found.
      if (said !== first) wrong[name] = found;
    }
    expect(wrong).toEqual({});

    const erased = [
      `update request_events set message = null, reason = null, message_salt = null, reason_salt = null,
         erased_at = ${instant(dialect, noon)} where request_id = 2`,
      `update requests set message = '', reason = null, erased_at = ${instant(dialect, noon)}, before_appeal = ${
        dialect === 'sqlite'
          ? `json_set(before_appeal, '$.message', '', '$.verdict.reason', null)`
          : `jsonb_set(jsonb_set(before_appeal::jsonb, '{message}', '""'), '{verdict,reason}', 'null')::text`
      } where id = 2`,
    ];
    expect(await hands.verify([], whole.digest)).toEqual(whole);
    expect(await hands.verify([], '0'.repeat(64))).toEqual(whole);
    expect(await hands.verify([], 'f'.repeat(64))).toEqual({ holds: false, kind: 'digest', digest: whole.digest });
    expect(await hands.verify(erased, whole.digest)).toEqual(whole);
    // As versions before left it where somebody asked again in the place of an access that they had given up.
    const asFirst = [
      `update requests set source = 'join' where id = 9`,
      `update requests set source = 'chat' where id = 10`,
    ];
    expect(await hands.verify(asFirst, whole.digest)).toEqual(whole);
    await hands.close();
  });

  test('names an event or a request, whatever is in whatever column', async () => {
    const target = await livedIn(engine);
    const hands = await tampering(target);
    const unnoticed: string[] = [];
    let looks = 0;
    for (const { table, columns, ids } of looked) {
      for (const column of columns) {
        for (const value of odd[engine.dialect](column)) {
          for (const id of ids) {
            const found = await hands.verifyWith(value, { table, column, id });
            if (found !== null) looks += 1;
            // JSON with a blank at its end says the same.
            if (column === 'before_appeal' && value.includes('||')) continue;
            if (found?.holds === true) unnoticed.push(`${table} ${id}: ${column} = ${value}`);
          }
        }
      }
    }
    await hands.close();
    expect(unnoticed).toEqual([]);
    expect(looks).toBeGreaterThan(200);
  });
});

/** What a history says, and what a request's row repeats of it. */
const looked = [
  {
    table: 'request_events',
    columns: [
      ...[
        'id',
        'request_id',
        'event',
        'from_status',
        'to_status',
        'actor_id',
        'at',
        'reason',
        'update_id',
        'via',
        'message',
      ],
      ...[
        'round',
        'expires_at',
        'co_approvers',
        'message_salt',
        'message_hash',
        'reason_salt',
        'reason_hash',
        'digest',
      ],
    ],
    // An approval by two, a rejection with a reason, and what was erased.
    ids: [8, 9, 24],
  },
  {
    table: 'requests',
    columns: [
      ...[
        'id',
        'client_id',
        'source',
        'message',
        'status',
        'round',
        'submitted_at',
        'expires_at',
        'reviewed_by',
        'decided_at',
      ],
      ...['reason', 'appeal_count', 'last_rejected_at', 'awaits_words', 'before_appeal', 'votes', 'co_approvers'],
      ...['withdrawn_at', 'erased_at'],
    ],
    // One that was appealed in vain, and one that was withdrawn.
    ids: [2, 6],
  },
] as const;

/** SQL for what no column has, or none of its kind. */
const odd: Readonly<Record<Dialect, (column: string) => readonly string[]>> = {
  sqlite: (column) => [
    ...['null', `''`, `'x'`, `'0x1'`, '-1', '0.5', '9223372036854775807', '1e300', `x''`, `x'31'`, `'null'`, `'{'`],
    ...[`cast(${column} as blob)`, `upper(${column})`, `${column} || char(10)`, `${column} || char(0)`],
  ],
  postgres: (column) => [
    ...['null', `''`, `'-1'`, `'9223372036854775807'`, `'2147483647'`, `'infinity'`, `'null'`, `'{'`],
    ...[`upper(${column})`, `${column} || e'\\n'`],
  ],
};

const documentation = readFileSync(join(__dirname, '..', '..', 'docs', 'history.md'), 'utf8');

/** The first block of code in the documentation that this matches. */
function documented(pattern: RegExp): string {
  const found = pattern.exec(documentation)?.[1];
  if (found === undefined) throw new Error(`docs/history.md has nothing like ${String(pattern)}`);
  return found;
}

type Cell = string | number | null;

/** As sqlite3 and psql write it. */
const csvOf = (rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const cell = (value: Cell) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
  const lines = rows.map((row) => Object.values(row).map(cell).join(','));
  return [Object.keys(rows[0] ?? {}).join(','), ...lines, ''].join('\n');
};

describeEngines('twenty lines of Python in the documentation', (engine) => {
  testWith('python3')(
    'come to the digest that verify comes to, and find a changed text and a changed time',
    async () => {
      const target = await livedIn(engine);
      const reader = await maintenanceOf(target).openHistory();
      const whole = await verifyHistory(reader, { expected: null });
      await reader.close();
      const rows = await dumped(target);
      const checked = (table: readonly Readonly<Record<string, Cell>>[]) =>
        run('python3', ['-c', script], csvOf(table));
      const script = documented(/```python\n(.*?)```/s);
      expect(checked(rows)).toMatchObject({
        code: 0,
        said: expect.stringContaining(whole.holds ? whole.digest : '') as string,
      });
      const changed = (id: number, change: Readonly<Record<string, Cell>>) =>
        checked(rows.map((row) => (String(row['id']) === String(id) ? { ...row, ...change } : row))).said;
      expect(changed(2, { message: 'Me to' })).toContain('event 2: its message was changed');
      expect(changed(2, { message: null, message_salt: null })).toContain('event 2: its message was erased');
      expect(changed(9, { at: noon })).toContain('event 9 does not follow');
    },
  );
});

/** The rows, by the statement in the documentation. */
async function dumped(target: DatabaseTarget): Promise<readonly Readonly<Record<string, Cell>>[]> {
  if (target.dialect === 'sqlite') {
    const connection = new BetterSqlite(target.path, { readonly: true });
    const rows = connection.prepare<[], Record<string, Cell>>(documented(/sosekni\.db '(select [^']*)'/)).all();
    connection.close();
    return rows;
  }
  const client = new Client(target.url);
  await client.connect();
  const { rows } = await client.query<Record<string, Cell>>(documented(/--command "(select [^"]*)"/));
  await client.end();
  return rows;
}
