import type { Client } from 'pg';
import { migrationsOf, pendingMigrations, type CodeStep, type Migration } from '../migrate';
import type { StoreEvent } from '../store-event';
import { chainHistory } from './chain-history';
import { recordUnitings } from './record-unitings';
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
  const pending = pendingMigrations(before, migrationsFolder);
  if (before.length > 0 && pending.length > 0) tell({ kind: 'migrating', missing: pending.length });
  if (pending.length > 0) await apply(client, pending, tell);
  const slow = await indexWords(client);
  if (slow?.lacks === 'extension') tell({ kind: 'find_is_slow', reason: slow.reason ?? '' });
}

/** A number that other programs in the same database are unlikely to lock. */
const migrationLock = 736_173_656_107;

async function apply(client: Client, pending: readonly Migration[], tell: (news: StoreEvent) => void): Promise<void> {
  await client.query('begin');
  try {
    // As drizzle's own migrator has it, which older versions of the program used.
    await client.query(
      `create schema if not exists drizzle;
       create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    );
    for (const { hash, generatedAt, steps } of pending) {
      for (const step of steps) {
        if ('sql' in step) await client.query(step.sql);
        else await inCode[step.code](client, tell);
      }
      await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
        hash,
        generatedAt,
      ]);
    }
    await client.query('commit');
  } catch (error) {
    // The connection may be lost; then nothing was committed either.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

const inCode: Readonly<Record<CodeStep, (client: Client, tell: (news: StoreEvent) => void) => Promise<void>>> = {
  chain_history: (client, tell) =>
    chainHistory(client, (done, total) => tell({ kind: 'chaining_history', done, total })),
  record_unitings: (client) => recordUnitings(client),
};

/** When each applied migration was generated. */
export async function appliedToPostgres(client: Client): Promise<number[]> {
  const table = await client.query<{ name: string | null }>(
    `select to_regclass('drizzle.__drizzle_migrations') as name`,
  );
  if (table.rows[0]?.name == null) return [];
  const applied = await client.query<{ created_at: string }>('select created_at from drizzle.__drizzle_migrations');
  return applied.rows.map((row) => Number(row.created_at));
}
