import { Client, type ClientConfig } from 'pg';
import type { Millis } from '../../lifecycle/ids';
import { codeOf, isUnavailable, messageOf, StoreError } from '../errors';
import { placeOf } from './place';
import { hasNoTls, refusal } from './refusal';
import { tlsOf, type TlsWish } from './tls';

/**
 * As long may a process that acts on the database be silent. After that the server ends its transaction, which would
 * keep the next one waiting, and the session that holds its lock (leader.ts).
 */
export const longestSilence: Millis = 4_000;

/** What a session is for. A migration may take its time; everything else is given up when the server seems to hang. */
const sessions = {
  work: {
    queryTimeoutMillis: 35_000,
    settings: `set statement_timeout = '30s'; set idle_in_transaction_session_timeout = ${longestSilence}`,
  },
  // With a ping a second, whoever loses touch with the server knows it before the server does.
  lock: { queryTimeoutMillis: 2_500, settings: `set statement_timeout = '2500ms'` },
  // Counts rows, and stays open while pg_dump reads what it sees; creates and renames databases.
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
    // How instants are written in answers, whatever the server's or the user's defaults are.
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; ${settings}`);
    return client;
  } catch (error) {
    cutOff(client);
    throw isUnavailable(error) || isSocketAway(error) ? unreachable(client, error) : refusal(client, error);
  }
}

/** A server that listens on a socket takes it away when it stops. */
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
    // A query that runs gets the error as well; without a listener, one on an idle connection would end the process.
    client.on('error', () => undefined);
    return client;
  } catch {
    // Without the cause: it may quote the URL.
    throw new StoreError(
      'refused',
      'DATABASE_URL is not a PostgreSQL URL. An example: postgres://user:password@localhost:5432/sosekni',
    );
  }
}

/** Ends a session without waiting for the other side, as `end()` would. */
export function cutOff(client: Client): void {
  client.connection.stream.destroy();
}

export function unreachable(client: Client, cause: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `PostgreSQL at ${placeOf(client)} can't be used now: ${messageOf(cause)}. See that it runs and that DATABASE_URL has the right host and port.`,
    { cause },
  );
}
