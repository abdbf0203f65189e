import { DrizzleError, DrizzleQueryError } from 'drizzle-orm/errors';

export type StoreErrorCode =
  /** The file isn't a SQLite database, or is damaged. */
  | 'not_a_database'
  /** SQLite's file or folder isn't writable. */
  | 'unwritable'
  /** SQLite's file isn't readable. */
  | 'unreadable'
  /** The disk is full, or another resource of the system is used up; this may pass by itself. */
  | 'exhausted'
  /** SQLite's file has a second name, with a separate WAL. */
  | 'second_name'
  /** SQLite's file or WAL was deleted or replaced while it was open. */
  | 'file_lost'
  /** A newer version of the program has migrated it. */
  | 'newer_schema'
  /** It is empty or of an older version, but has to be migrated here. */
  | 'not_migrated'
  /** Another process holds it. */
  | 'held'
  /** A move into it has begun and not ended. */
  | 'half_moved'
  /** It is to be moved into, but is not empty. */
  | 'not_empty'
  /** A row of it can't be moved. */
  | 'unmovable'
  /** What was moved is not what was read again. */
  | 'not_same'
  /** PostgreSQL doesn't answer. */
  | 'unreachable'
  /** PostgreSQL refuses the login. */
  | 'refused'
  /** One of PostgreSQL's programs is missing or too old. */
  | 'program_missing'
  /** One of PostgreSQL's programs has failed. */
  | 'program_failed';

/**
 * The database can't be opened, copied or replaced, and a person has to act. The message says what to do, and holds no password.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether the database is unavailable now but the same call may succeed later. */
export function isUnavailable(error: unknown): boolean {
  return (
    isConnectionLost(error) ||
    inChain(
      error,
      (link) =>
        // A lost connection can't be replaced.
        (link instanceof StoreError && (link.code === 'unreachable' || link.code === 'refused')) ||
        sqliteUnavailable.test(codeOf(link)) ||
        postgresUnavailable.test(codeOf(link)),
    )
  );
}

/** Whether PostgreSQL's connection is, or may be, useless: it is broken, or the server has changed. */
export function isConnectionLost(error: unknown): boolean {
  return inChain(
    error,
    (link) =>
      connectionLost.test(codeOf(link)) ||
      sessionUnfit.test(codeOf(link)) ||
      (link instanceof Error && connectionLostMessage.test(link.message)),
  );
}

/** Whether a row was refused because of a duplicate key. */
export function isUniqueViolation(error: unknown): boolean {
  return inChain(error, (link) => uniqueViolation.test(codeOf(link)));
}

/** The driver's error without the query's values, which are people's texts: drizzle's message contains them. */
export function withoutValues(error: unknown): unknown {
  const fromDrizzle = error instanceof DrizzleQueryError || error instanceof DrizzleError;
  const own = fromDrizzle && error.cause !== undefined ? error.cause : error;
  // PostgreSQL's "Failing row contains (…)".
  if (own instanceof Error && 'detail' in own) own.detail = undefined;
  return own;
}

/** The `code` of an error of Node, SQLite or PostgreSQL; '' if it has none. */
export function codeOf(error: unknown): string {
  const { code } = parts(error);
  return typeof code === 'string' ? code : '';
}

/** An error's message, or its code if there is no message, as for a host with several addresses. */
export function messageOf(error: unknown): string {
  const { message } = parts(error);
  return typeof message === 'string' && message !== '' ? message : codeOf(error);
}

/** Not `instanceof Error`: errors by Node itself are no instances of a sandbox's Error, such as Jest's. */
function parts(error: unknown): { readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}

// https://www.sqlite.org/rescode.html
const sqliteUnavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL)(_|$)/;
// https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization failure, deadlock, lock not available,
// insufficient resources, cancelled (by a time limit), I/O error.
const postgresUnavailable = /^(40001|40P01|55P03|53...|57014|58030)$/;
// Problems of this session that another may not have: it is read-only, as after a fail-over, or its statements are gone.
const sessionUnfit = /^(25006|26000)$/;
// Connection exceptions, shutdowns, idle timeouts, and errors of sockets and name resolution.
const connectionLost =
  /^(08...|57P0.|25P03|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;
// Messages of node-postgres without a code, and PostgreSQL's message about old plans, whose code is too general.
const connectionLostMessage =
  /^(cached plan must not change|Connection terminated|Query read timeout|timeout expired|Client (has|was) .* not queryable)/;
const uniqueViolation = /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)|23505)$/;

/** Whether `holds` is true for the error or one of its causes. */
function inChain(error: unknown, holds: (link: unknown) => boolean): boolean {
  const seen = new Set<unknown>();
  for (let link = error; link !== undefined && !seen.has(link); link = parts(link).cause) {
    if (holds(link)) return true;
    seen.add(link);
  }
  return false;
}

/** Thrown if `work` swallowed an error that had already ended its transaction. */
export const errorWasSwallowed = () => new Error('a query failed inside the transaction and its error was swallowed');
