import Database from 'better-sqlite3';
import { TelegramDouble } from '../src/telegram-double/double';
import { BotProcess } from './bot-process';
import { sosekni } from './contestants';

/** Makes a database as our daemon has it after years: so many requests with their history and cards, and none that waits. */
export async function seed(file: string, requests: number): Promise<void> {
  await makeSchema(file);
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.exec(`
    CREATE TEMP TABLE n (i INTEGER PRIMARY KEY);
    WITH RECURSIVE counted(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${requests})
      INSERT INTO n SELECT i FROM counted;
    INSERT INTO people (id, telegram_id, name) SELECT 5000000000 + i, 5000000000 + i, 'Client ' || i FROM n;
    INSERT INTO requests (id, client_id, message, status, round, submitted_at, expires_at, reviewed_by, decided_at,
        appeal_count, last_rejected_at, appeal_told_at)
      SELECT i, 5000000000 + i, 'Hello, I’m client ' || i || ' and would love to join.',
        CASE i % 4 WHEN 0 THEN 'approved' WHEN 1 THEN 'rejected' WHEN 2 THEN 'expired' ELSE 'withdrawn' END,
        1, ${submitted}, ${submitted} + 604800000, CASE WHEN i % 4 < 2 THEN 7 END, CASE WHEN i % 4 < 2 THEN ${decided} END,
        0, CASE WHEN i % 4 = 1 THEN ${decided} END, CASE WHEN i % 4 = 1 THEN ${decided} + 604800000 END
      FROM n;
    INSERT INTO request_events (request_id, event, from_status, to_status, actor_id, at, message, round)
      SELECT id, 'submit', NULL, 'pending', client_id, submitted_at, message, 1 FROM requests;
    INSERT INTO request_events (request_id, event, from_status, to_status, actor_id, at, message, round)
      SELECT id, CASE status WHEN 'approved' THEN 'approve' WHEN 'rejected' THEN 'reject' WHEN 'expired' THEN 'expire'
        ELSE 'withdraw' END, 'pending', status, reviewed_by, submitted_at + 3600000, message, 1 FROM requests;
    INSERT INTO bot_messages (kind, recipient_id, message_id, request_id, round, created_at)
      SELECT 'card', chat, i, i, 1, ${submitted} FROM n, (SELECT 7 AS chat UNION SELECT 8) ORDER BY i, chat;
    INSERT INTO request_words (rowid, words) SELECT request_id, words FROM request_words_source ORDER BY request_id;
    DELETE FROM request_words_due;
  `);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Makes an empty database as our daemon has it, but for the triggers that keep the words of requests for `/find`. */
export async function withoutWords(file: string): Promise<void> {
  await makeSchema(file);
  const database = new Database(file);
  const triggers = database
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'request_words_%'`,
    )
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  database.close();
}

/** A request a minute, the last of them a month ago. */
const submitted = `(unixepoch() - 2592000) * 1000 - i * 60000`;
const decided = `${submitted} + 3600000`;

/** The daemon makes its schema itself. */
async function makeSchema(file: string): Promise<void> {
  const double = await new TelegramDouble().start();
  const atWork = double.callLog.next((call) => call.method === 'getUpdates');
  const daemon = new BotProcess(sosekni.program, {
    TELEGRAM_BOT_TOKEN: double.token,
    TELEGRAM_API_ROOT: double.root,
    ADMIN_TELEGRAM_ID: '7,8',
    DATABASE_URL: `file:${file}`,
  });
  try {
    await Promise.race([atWork, daemon.crash()]);
  } finally {
    await daemon.stop();
    await double.stop();
  }
}
