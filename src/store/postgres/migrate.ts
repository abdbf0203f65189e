import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Client } from 'pg';
import { migrationsOf, refuseNewer } from '../migrate';
import type { StoreEvent } from '../store-event';
import { indexWords } from './trigrams';

/**
 * Applies all pending migrations to a PostgreSQL database, or none. Processes that do so at the same time wait for each other,
 * for the session's `lock_timeout` at most; the lock belongs to the session. Throws `newer_schema`.
 */
export async function migratePostgres(
  client: Client,
  migrationsFolder = migrationsOf('postgres'),
  tell: (news: StoreEvent) => void = () => {},
): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  const before = await appliedToPostgres(client);
  const missing = refuseNewer(before, migrationsFolder);
  if (before.length > 0 && missing > 0) tell({ kind: 'migrating', missing });
  await migrate(drizzle(client), { migrationsFolder });
  const slow = await indexWords(client);
  if (slow?.lacks === 'extension') tell({ kind: 'find_is_slow', reason: slow.reason ?? '' });
}

/** A number that other programs in the same database are unlikely to lock. */
const migrationLock = 736_173_656_107;

/** When each applied migration was generated. */
export async function appliedToPostgres(client: Client): Promise<number[]> {
  const table = await client.query<{ name: string | null }>(
    `select to_regclass('drizzle.__drizzle_migrations') as name`,
  );
  if (table.rows[0]?.name == null) return [];
  const applied = await client.query<{ created_at: string }>('select created_at from drizzle.__drizzle_migrations');
  return applied.rows.map((row) => Number(row.created_at));
}
