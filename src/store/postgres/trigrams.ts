import type { Client } from 'pg';
import { codeOf, isUnavailable, messageOf } from '../errors';

/** Why `/find` reads every request in turn; null: an index finds them. */
export type SlowFind =
  /** The server has no extension pg_trgm, or this user may not create it. `reason` is the server's; null: nobody has tried. */
  | { readonly lacks: 'extension'; readonly reason: string | null }
  /** The locale of the database knows no letters beyond ASCII, so only words of those are in the index. */
  | { readonly lacks: 'letters' };

/**
 * Makes the index that `/find` uses, if it isn't there yet and the server has the extension for it or lets this user create it.
 * The caller holds the lock of migrations, which have been applied; those of an older version have nothing to index.
 */
export async function indexWords(client: Client): Promise<SlowFind | null> {
  if (!(await exists(client, 'request_words'))) return null;
  if (await exists(client, 'request_words_trigrams')) return slowLetters(client);
  try {
    await client.query('create extension if not exists pg_trgm');
  } catch (error) {
    // Servers refuse it in many ways: no right to it, no package, not on their list of allowed extensions.
    if (isUnavailable(error) || codeOf(error) === '') throw error;
    return { lacks: 'extension', reason: messageOf(error) };
  }
  // It may have been created in another schema, where names are not looked for.
  const { rows } = await client.query<{ schema: string }>(
    `select quote_ident(nspname) as schema from pg_opclass join pg_namespace on pg_namespace.oid = opcnamespace
     where opcname = 'gin_trgm_ops'`,
  );
  const [{ schema } = { schema: 'public' }] = rows;
  // A short list of what is not in the index yet: each search reads it.
  await client.query(
    `create index request_words_trigrams on request_words using gin (words ${schema}.gin_trgm_ops)
     with (gin_pending_list_limit = 256)`,
  );
  await client.query('analyze request_words');
  return slowLetters(client);
}

/** The same without making anything. The migrations have been applied. */
export async function slowFind(client: Client): Promise<SlowFind | null> {
  return (await exists(client, 'request_words_trigrams')) ? slowLetters(client) : { lacks: 'extension', reason: null };
}

async function exists(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select 1 where to_regclass($1) is not null', [name]);
  return rows.length > 0;
}

/** The extension tells letters from other characters as the locale of the database does. */
async function slowLetters(client: Client): Promise<SlowFind | null> {
  const { rows } = await client.query(`select 1 where lower('Ж') <> 'ж'`);
  return rows.length > 0 ? { lacks: 'letters' } : null;
}
