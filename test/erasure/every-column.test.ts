import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forget } from '../../src/erasure/erase';
import { personId } from '../../src/lifecycle/ids';
import { ownData } from '../../src/requests/read/own-data';
import { movedTables } from '../../src/store/move/tables';
import { buildQueries } from '../../src/store/queries';
import { openSqlite } from '../../src/store/sqlite/open';
import { boris, noon, TestApp } from '../requests/app';

const anna = 5_000_000_001;
/** What triggers write as the others are filled. */
const kept: readonly string[] = ['request_counts', 'access_states', 'membership_counts', 'day_figures'];

/** Columns that take certain texts only. */
const known: Readonly<Record<string, string | null>> = {
  'contacts.medium': 'email',
  'contacts.mode': 'fallback',
  'address_codes.medium': 'email',
  'requests.source': 'chat',
  'requests.status': 'rejected',
  'requests.votes': null,
  'requests.co_approvers': null,
  'request_events.event': 'submit',
  'request_events.from_status': null,
  'request_events.to_status': 'pending',
  'request_events.via': 'chat',
  'request_events.co_approvers': null,
  'request_messages.kind': 'answer',
  'bot_messages.kind': 'card',
  'outbox.channel': 'telegram',
  'outbox.state': 'sent',
  'webhook_events.state': 'delivered',
  'memberships.wanted': 'out',
  'memberships.seen': 'left',
  'erasures.cause': 'chat',
};

/** What holds no words, name or address of anybody, and so stays. */
const stays = [
  // Chats of ACCESS_CHATS, and what Telegram said of them.
  ...['access_chats.title', 'access_chats.invite_link', 'access_chats.outage'],
  // What Telegram said of a call about somebody.
  'memberships.last_error',
  // Numbers and states; of what the bot has told whom, of groups and of admins.
  ...['daemon_state.name', 'daemon_state.value'],
  // Keyed hashes.
  'form_limits.key',
  // The chain goes on without the texts.
  ...['request_events.message_hash', 'request_events.reason_hash', 'request_events.digest'],
  // Hashes of whole updates.
  'updates.content',
  // Numbers and times, and what the endpoint of WEBHOOK_URL said.
  ...['webhook_events.body', 'webhook_events.last_error'],
];

/** What /mydata sends them: of the rest some is derived from this, and some is the admins'. */
const theirs = [
  ...['people.name', 'people.username', 'people.language', 'people.chosen_language', 'contacts.address'],
  ...['address_codes.address', 'drafts.message', 'requests.message', 'requests.reason'],
  ...['request_events.message', 'request_messages.text'],
];

const mark = 'quabbleworth';
const json: Readonly<Record<string, object>> = {
  'requests.before_appeal': {
    verdict: { status: 'rejected', by: 1, at: 1, reason: mark },
    message: mark,
    submittedAt: 1,
    expiresAt: 1,
    lastRejectedAt: 1,
  },
  'outbox.notice': { kind: 'asked', requestId: 1, question: mark },
  'parked_updates.update': { message: { from: { id: anna }, text: mark } },
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sosekni-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('of somebody who is forgotten no column keeps a word, but those that can’t hold any', async () => {
  const file = join(folder, 'test.db');
  const store = openSqlite(file, buildQueries, noon);
  const past = new Database(file);
  try {
    past.pragma('foreign_keys = OFF');
    const columns = movedTables()
      .map(({ name }) => name)
      .filter((name) => !kept.includes(name))
      .flatMap((table) => columnsOf(past, table));
    for (const table of new Set(columns.map((column) => column.table))) {
      const own = columns.filter((column) => column.table === table);
      const places = own.map(() => '?').join(', ');
      past
        .prepare(`INSERT INTO "${table}" (${own.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${places})`)
        .run(own.map(valueOf));
    }
    // On its way to an admin, and waiting for one: about no request.
    for (const since of [1, null]) {
      past
        .prepare(
          `INSERT INTO outbox (channel, recipient_id, notice, priority, state, created_at, in_flight_since, attempts, unknown_outcomes)
           VALUES ('telegram', ?, ?, 0, 'owed', 1, ?, 1, 0)`,
        )
        .run(boris, JSON.stringify({ kind: 'decided', requestId: 1, status: 'rejected', clientName: mark }), since);
    }
    const holding = () =>
      columns
        .filter(({ table, name }) => past.prepare(`SELECT 1 FROM "${table}" WHERE "${name}" LIKE '%${mark}%'`).get())
        .map(({ table, name }) => `${table}.${name}`);
    const texts = columns.filter(({ type }) => type === 'text').map(({ table, name }) => `${table}.${name}`);
    expect(holding().sort()).toEqual(texts.filter((text) => !(text in known)).sort());

    const app = TestApp.on(store);
    const own = await app.read((tx) => ownData(tx.store, personId(anna)));
    const told = [...(own ?? '').matchAll(new RegExp(`"${mark} ([a-z_.]+)"`, 'g'))].map(([, column]) => column);
    expect([...new Set(told)].sort()).toEqual([...theirs].sort());
    expect(await app.transaction((tx) => forget(tx, personId(anna), 'chat'))).toBe(true);
    expect(holding().sort()).toEqual([...stays].sort());
  } finally {
    past.close();
    await store.close();
  }
});

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const columnsOf = (past: Database.Database, table: string): readonly Column[] =>
  past
    .prepare<[], { name: string; type: string }>(`SELECT name, lower(type) AS type FROM pragma_table_info('${table}')`)
    .all()
    .map((column) => ({ ...column, table }));

function valueOf({ table, name, type }: Column): string | number | null {
  const full = `${table}.${name}`;
  const text = known[full];
  if (text !== undefined) return text;
  if (type === 'text') return full in json ? JSON.stringify(json[full]) : `${mark} ${full}`;
  // One person, one request of theirs, and one row of everything about it.
  if (table === 'people') return name === 'id' || name === 'telegram_id' ? anna : null;
  if (['erased_at', 'finished_at', 'used_at', 'united_with'].includes(name)) return null;
  return /^(person_id|client_id|recipient_id|chat_id|author_id)$/.test(name) ? anna : 1;
}
