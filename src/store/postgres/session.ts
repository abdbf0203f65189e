import { Client, type ClientConfig } from 'pg';
import type { Millis } from '../../lifecycle/ids';
import { codeOf, isUnavailable, messageOf, StoreError } from '../errors';
import { serverOf } from './server-name';
import { hasNoTls, refusal } from './refusal';
import { tlsOf, type TlsWish } from './tls';

/**
 * How long a process that acts on the database may be silent. After that the server ends its transaction, which would block the
 * next process, and the session that holds its lock (leader.ts).
 */
export const longestSilence: Millis = 4_000;

/** What a session is for. Migrations may take long; everything else times out if the server seems to hang. */
const sessions = {
  work: {
    queryTimeoutMillis: 35_000,
    settings: `set statement_timeout = '30s'; set idle_in_transaction_session_timeout = ${longestSilence}`,
  },
  // The desk's: no page of it may take long. Compiling a query would take longer than running it.
  read: {
    queryTimeoutMillis: 15_000,
    settings: `set statement_timeout = '10s'; set idle_in_transaction_session_timeout = ${longestSilence}; set jit = off`,
  },
  // With a ping every second, a process that loses the server notices before the server does.
  lock: { queryTimeoutMillis: 2_500, settings: `set statement_timeout = '2500ms'` },
  // Counts rows, and stays open while pg_dump reads the same snapshot; creates and renames databases.
  copy: {
    queryTimeoutMillis: undefined,
    settings: `set statement_timeout = 0; set lock_timeout = '60s'; set idle_in_transaction_session_timeout = 0`,
  },
  migration: { queryTimeoutMillis: undefined, settings: `set statement_timeout = 0; set lock_timeout = '60s'` },
} as const;

/** Throws `unreachable` or `refused`. */
export async function connect(url: string, purpose: keyof typeof sessions): Promise<Client> {
  const { address, ssl, orWithout } = tlsOf(url);
  try {
    return await connectBy(address, ssl, purpose);
  } catch (error) {
    if (orWithout && error instanceof StoreError && hasNoTls(error.cause)) return connectBy(address, false, purpose);
    throw error;
  }
}

async function connectBy(address: string, ssl: TlsWish['ssl'], purpose: keyof typeof sessions): Promise<Client> {
  const { queryTimeoutMillis, settings } = sessions[purpose];
  const client = newClient({ connectionString: address, ssl, query_timeout: queryTimeoutMillis });
  try {
    await client.connect();
    // Fixes the format of times in results, whatever the server's or the user's defaults.
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; ${settings}`);
    return client;
  } catch (error) {
    cutOff(client);
    throw isUnavailable(error) || isSocketAway(error) ? unreachable(client, error) : refusal(client, error);
  }
}

/** A server removes its socket when it stops. */
const isSocketAway = (error: unknown): boolean => codeOf(error) === 'ENOENT' && /^connect /.test(messageOf(error));

function newClient(config: ClientConfig): Client {
  try {
    const client = new Client({
      ...config,
      fallback_application_name: 'sosekni-bot',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    // A running query gets the error as well; without a listener, an error on an idle connection would end the process.
    client.on('error', () => undefined);
    return client;
  } catch {
    // Without the cause, which may quote the URL.
    throw new StoreError(
      'refused',
      'DATABASE_URL is not a PostgreSQL address. Example: postgres://user:password@localhost:5432/sosekni',
    );
  }
}

/** Ends a session without waiting for the server, unlike `end()`. */
export function cutOff(client: Client): void {
  client.connection.stream.destroy();
}

export function unreachable(client: Client, cause: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `PostgreSQL at ${serverOf(client)} can't be reached: ${messageOf(cause)}. Check that it is running and that DATABASE_URL has the right host and port.`,
    { cause },
  );
}
