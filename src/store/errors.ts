import { DrizzleError, DrizzleQueryError } from 'drizzle-orm/errors';

export type StoreErrorCode =
  /** SQLite's file is something else, or damaged. */
  | 'not_a_database'
  /** SQLite's file or folder can't be written. */
  | 'unwritable'
  /** SQLite's file can't be read. */
  | 'unreadable'
  /** The disk is full, or the system has run out of something else: it may pass by itself. */
  | 'exhausted'
  /** SQLite's file has another name too, under which another log is kept. */
  | 'second_name'
  /** SQLite's file, or its log, was deleted or replaced while it was open. */
  | 'file_lost'
  /** A newer version of the program has migrated it. */
  | 'newer_schema'
  /** It is empty, or of an older version, where only a migrated one will do. */
  | 'not_migrated'
  /** Another process has it. */
  | 'held'
  /** PostgreSQL does not answer. */
  | 'unreachable'
  /** PostgreSQL answers, but does not let us in. */
  | 'refused'
  /** One of PostgreSQL's own programs is not there, or too old. */
  | 'program_missing'
  /** One of them did not do what it was asked to. */
  | 'program_failed';

/** The database can't be opened, copied or replaced, and a person has to do something. The message says what, and holds no password. */
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

/** Whether the database can't be used now but may be later, without any change to what was asked of it. */
export function isUnavailable(error: unknown): boolean {
  return (
    isConnectionLost(error) ||
    inChain(
      error,
      (link) =>
        // Where a connection that was lost can't be replaced.
        (link instanceof StoreError && (link.code === 'unreachable' || link.code === 'refused')) ||
        sqliteUnavailable.test(codeOf(link)) ||
        postgresUnavailable.test(codeOf(link)),
    )
  );
}

/** Whether PostgreSQL's connection is of no more use, or may not be: it is broken, or the server is not what it was. */
export function isConnectionLost(error: unknown): boolean {
  return inChain(
    error,
    (link) =>
      connectionLost.test(codeOf(link)) ||
      sessionUnfit.test(codeOf(link)) ||
      (link instanceof Error && connectionLostMessage.test(link.message)),
  );
}

/** Whether a row was refused because there is one with the same key. */
export function isUniqueViolation(error: unknown): boolean {
  return inChain(error, (link) => uniqueViolation.test(codeOf(link)));
}

/** The driver's own error, without the values of the query, which are what people wrote: drizzle's message has them. */
export function withoutValues(error: unknown): unknown {
  const fromDrizzle = error instanceof DrizzleQueryError || error instanceof DrizzleError;
  const own = fromDrizzle && error.cause !== undefined ? error.cause : error;
  // PostgreSQL's "Failing row contains (…)".
  if (own instanceof Error && 'detail' in own) own.detail = undefined;
  return own;
}

/** The `code` of an error of Node, SQLite or PostgreSQL; '' where it has none. */
export function codeOf(error: unknown): string {
  const { code } = parts(error);
  return typeof code === 'string' ? code : '';
}

/** What an error says; its code where it says nothing, as that of a host with several addresses. */
export function messageOf(error: unknown): string {
  const { message } = parts(error);
  return typeof message === 'string' && message !== '' ? message : codeOf(error);
}

/** Not by `instanceof Error`: what Node itself throws is no instance of a sandbox's Error, such as Jest's. */
function parts(error: unknown): { readonly code?: unknown; readonly message?: unknown; readonly cause?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}

// https://www.sqlite.org/rescode.html
const sqliteUnavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM|PROTOCOL)(_|$)/;
// https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization failure, deadlock, lock not available, no
// resources, cancelled (by a time limit), I/O error.
const postgresUnavailable = /^(40001|40P01|55P03|53...|57014|58030)$/;
// What ails this session and may not ail the next: it is read-only, as after a fail-over, or its statements are forgotten.
const sessionUnfit = /^(25006|26000)$/;
// Connection exceptions, shutdowns, sessions ended for being idle, and what a socket or the name service says.
const connectionLost =
  /^(08...|57P0.|25P03|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;
// What node-postgres says without a code, and what PostgreSQL says of a session's old plans: its code says more than that.
const connectionLostMessage =
  /^(cached plan must not change|Connection terminated|Query read timeout|timeout expired|Client (has|was) .* not queryable)/;
const uniqueViolation = /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)|23505)$/;

/** Whether `holds` is true of the error or of one of its causes. */
function inChain(error: unknown, holds: (link: unknown) => boolean): boolean {
  const seen = new Set<unknown>();
  for (let link = error; link !== undefined && !seen.has(link); link = parts(link).cause) {
    if (holds(link)) return true;
    seen.add(link);
  }
  return false;
}

/** What is thrown where `work` swallowed an error that had already ended its transaction. */
export const errorWasSwallowed = () => new Error('a query failed inside the transaction and its error was swallowed');
