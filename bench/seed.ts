import Database from 'better-sqlite3';
import { chainHistory as chainPostgresHistory } from '../src/store/postgres/chain-history';
import { chainHistory as chainSqliteHistory } from '../src/store/sqlite/chain-history';
import { TelegramDouble } from '../src/telegram-double/double';
import { BotProcess } from './bot-process';
import { sosekni } from './contestants';
import { connected } from './databases';

/** Of so many of the newest, submission and outcome lie within the days that `/stats` counts. */
const recent = 50_000;

/**
 * Makes a database as our daemon has it after years: so many requests with their history and cards, and none that waits. The
 * newest 50,000 came in the last month, the others one a minute before.
 */
export function seed(url: string, requests: number): Promise<void> {
  return url.startsWith('file:') ? seedSqlite(url, requests) : seedPostgres(url, requests);
}

async function seedSqlite(url: string, requests: number): Promise<void> {
  await makeSchema(url);
  const database = new Database(url.replace(/^file:/, ''));
  database.pragma('synchronous = OFF');
  database.exec(`
    CREATE TEMP TABLE n (i INTEGER PRIMARY KEY, at INTEGER NOT NULL);
    WITH RECURSIVE counted(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${requests})
      INSERT INTO n SELECT i, unixepoch() * 1000 - ${ago(requests)} FROM counted;
    INSERT INTO people (id, telegram_id, name) SELECT 5000000000 + i, 5000000000 + i, 'Client ' || i FROM n;
    INSERT INTO requests (id, client_id, message, status, round, submitted_at, expires_at, reviewed_by, decided_at,
        appeal_count, last_rejected_at, appeal_told_at, withdrawn_at)
      SELECT i, 5000000000 + i, ${message}, ${status},
        1, at, at + ${term}, CASE WHEN i % 4 < 2 THEN 7 END, CASE WHEN i % 4 < 2 THEN at + ${hour} END,
        0, CASE WHEN i % 4 = 1 THEN at + ${hour} END, CASE WHEN i % 4 = 1 THEN at + ${hour} + ${week} END,
        CASE WHEN i % 4 = 3 THEN at + ${hour} END
      FROM n;
    CREATE TEMP TABLE unchained (id INTEGER PRIMARY KEY, request_id, event, from_status, to_status, actor_id, at, reason,
      update_id, via, message, round);
    INSERT INTO unchained (request_id, event, to_status, actor_id, at, message, round)
      SELECT id, 'submit', 'pending', client_id, submitted_at, message, 1 FROM requests ORDER BY id;
    INSERT INTO unchained (request_id, event, from_status, to_status, actor_id, at, message, round)
      SELECT id, ${event}, 'pending', status, reviewed_by, submitted_at + ${hour}, message, 1 FROM requests ORDER BY id;
    CREATE INDEX temp.unchained_of_a_request ON unchained (request_id, id);
    INSERT INTO bot_messages (kind, recipient_id, message_id, request_id, round, created_at)
      SELECT 'card', chat, i, i, 1, at FROM n, (SELECT 7 AS chat UNION SELECT 8) ORDER BY i, chat;
    INSERT INTO request_words (rowid, words) SELECT request_id, words FROM request_words_source ORDER BY request_id;
    DELETE FROM request_words_due;
  `);
  database.transaction(() => chainSqliteHistory(database, { from: 'unchained', to: 'request_events' }))();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

async function seedPostgres(url: string, requests: number): Promise<void> {
  await makeSchema(url);
  const client = await connected(url);
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index join pg_class on pg_class.oid = indexrelid
       where relnamespace = current_schema::regnamespace and not indisunique`,
    );
    // Made at the end, all at once, they take a fraction of the time.
    for (const { name } of rows) await client.query(`drop index ${name}`);
    // Without triggers and without checks of foreign keys, if this user may; what is written is consistent by itself.
    await client
      .query('set session_replication_role = replica')
      .catch(() =>
        client.query('alter table requests disable trigger user; alter table request_events disable trigger user'),
      );
    const at = (millis: string) => `to_timestamp((${millis})::double precision / 1000)`;
    await client.query(`
      SET synchronous_commit = off;
      SET maintenance_work_mem = '512MB';
      CREATE TEMP TABLE n AS SELECT i, round(extract(epoch from now()) * 1000)::bigint - ${ago(requests)} AS at
        FROM generate_series(1::bigint, ${requests}) AS i;
      INSERT INTO people (id, telegram_id, name) SELECT 5000000000 + i, 5000000000 + i, 'Client ' || i FROM n;
      INSERT INTO requests (id, client_id, message, status, round, submitted_at, expires_at, reviewed_by, decided_at,
          appeal_count, last_rejected_at, appeal_told_at, withdrawn_at)
        SELECT i, 5000000000 + i, ${message}, ${status},
          1, ${at('at')}, ${at(`at + ${term}`)}, CASE WHEN i % 4 < 2 THEN 7 END, CASE WHEN i % 4 < 2 THEN ${at(`at + ${hour}`)} END,
          0, CASE WHEN i % 4 = 1 THEN ${at(`at + ${hour}`)} END, CASE WHEN i % 4 = 1 THEN ${at(`at + ${hour} + ${week}`)} END,
          CASE WHEN i % 4 = 3 THEN ${at(`at + ${hour}`)} END
        FROM n;
      INSERT INTO request_events (request_id, event, from_status, to_status, actor_id, at, message, round, digest)
        SELECT id, 'submit', NULL, 'pending', client_id, submitted_at, message, 1, '' FROM requests ORDER BY id;
      INSERT INTO request_events (request_id, event, from_status, to_status, actor_id, at, message, round, digest)
        SELECT id, ${event}, 'pending', status, reviewed_by, submitted_at + interval '1 hour', message, 1, '' FROM requests
        ORDER BY id;
      INSERT INTO bot_messages (kind, recipient_id, message_id, request_id, round, created_at)
        SELECT 'card', chat, i, i, 1, ${at('at')} FROM n, (VALUES (7), (8)) AS chats (chat) ORDER BY i, chat;
      INSERT INTO request_words
        SELECT i, lower('Client ' || i || ' ' || 5000000000 + i || ' ' || ${message}) FROM n ORDER BY i;
      SELECT setval(pg_get_serial_sequence('requests', 'id'), ${requests});
    `);
    for (const { definition } of rows) await client.query(definition);
    await client.query('begin');
    await chainPostgresHistory(client);
    await client.query('commit');
    await client.query('alter table requests enable trigger user; alter table request_events enable trigger user');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

const hour = 3_600_000;
const week = 604_800_000;
const month = 2_505_600_000;
/** How many milliseconds ago request `i`, the newest of which has the greatest number, was submitted. */
const ago = (requests: number): string =>
  `(CASE WHEN ${requests} - i < ${recent} THEN ${2 * hour} + (${requests} - i) * ${(month - 2 * hour) / recent}
    ELSE ${month} + (${requests} - i) * 60000 END)`;
/** After which it expires: the daemon ends one at its term, not before. */
const term = `CASE WHEN i % 4 = 2 THEN ${hour} ELSE ${week} END`;
const message = `'Hello, I’m client ' || i || ' and would love to join.'`;
const status = `CASE i % 4 WHEN 0 THEN 'approved' WHEN 1 THEN 'rejected' WHEN 2 THEN 'expired' ELSE 'withdrawn' END`;
const event = `CASE status WHEN 'approved' THEN 'approve' WHEN 'rejected' THEN 'reject' WHEN 'expired' THEN 'expire' ELSE 'withdraw' END`;

/** The daemon makes its schema itself. */
export async function makeSchema(url: string): Promise<void> {
  const double = await new TelegramDouble().start();
  const atWork = double.callLog.next((call) => call.method === 'getUpdates');
  const daemon = new BotProcess(sosekni.program, {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: double.root,
    ADMIN_TELEGRAM_ID: '7,8',
    DATABASE_URL: url,
  });
  try {
    await Promise.race([atWork, daemon.crash()]);
  } finally {
    await daemon.stop();
    await double.stop();
  }
}
