import type { Dialect } from './engine';

/** An event as the chain has it, in the order of `chainedColumns`. */
export type ChainedRow = readonly [
  id: number | string,
  /** The first lines of its content: all but the hashes of its texts. Null: they don't show what the row has. */
  facts: string | null,
  message: string | null,
  messageSalt: string | null,
  messageHash: string | null,
  reason: string | null,
  reasonSalt: string | null,
  reasonHash: string | null,
  digest: string | null,
  erasedAt: number | string | null,
];

/** An event as its request's history has it, in the order of `historyColumns`. */
export type HistoryRow = readonly [
  requestId: number | string,
  id: number | string,
  facts: string,
  /** Null also where nothing of the row comes from it. */
  message: string | null,
  reason: string | null,
];

/** A request, in the order of `requestColumns`. */
export type RequestRowRead = readonly [
  id: number | string,
  clientId: number | string,
  source: string,
  message: string,
  status: string,
  round: number | string,
  submittedAt: number | string,
  expiresAt: number | string,
  reviewedBy: number | string | null,
  decidedAt: number | string | null,
  reason: string | null,
  appealCount: number | string,
  lastRejectedAt: number | string | null,
  awaitsWords: number | boolean | string,
  beforeAppeal: string | null,
  votes: string | null,
  coApprovers: string | null,
  withdrawnAt: number | string | null,
  isErased: number | boolean | string,
];

/**
 * The history and the requests as they are at one moment, row by row. Only a batch of rows is in memory, whatever there is. One
 * stream is read at a time, but for `history` and `requests`.
 */
export interface HistoryReader {
  /** How many events there are, about. */
  readonly events: number;
  /** All events, by number. */
  chained(): AsyncIterable<readonly ChainedRow[]>;
  /** All events, by request and number. */
  history(): AsyncIterable<readonly HistoryRow[]>;
  /** All requests, by number. */
  requests(): AsyncIterable<readonly RequestRowRead[]>;
  close(): Promise<void>;
}

/** Rows read at a time. */
export const historyBatch = 2000;

/** How an engine writes what the two write differently. */
interface Expressions {
  /** Milliseconds since 1970; a part of a millisecond shows. */
  readonly millis: (column: string) => string;
  /** A text with a line for each value, an empty one for null. */
  readonly lines: (values: readonly string[]) => string;
}

const expressions: Readonly<Record<Dialect, Expressions>> = {
  sqlite: {
    millis: (column) => column,
    lines: (values) => values.map((value) => `coalesce(${value}, '')`).join(' || char(10) || '),
  },
  postgres: {
    // What a double has of seconds is exact to a microsecond, and rounded to one.
    millis: (column) => `(round(date_part('epoch', ${column}) * 1000000) / 1000)`,
    // In half of the time that `||` takes.
    lines: (values) => `format(e'${values.map(() => '%s').join('\\n')}', ${values.join(', ')})`,
  },
};

/** Milliseconds since 1970, as the chain has a time. */
export const millisIn = (dialect: Dialect, column: string): string => expressions[dialect].millis(column);

/** What of an event is in the lines of its content but for the last two. */
const contentColumns = [
  ...['request_id', 'event', 'from_status', 'to_status', 'actor_id', 'at', 'update_id', 'via', 'round', 'expires_at'],
  'co_approvers',
];

/** These lines as one text. */
function facts(dialect: Dialect): string {
  const isTime = (column: string): boolean => column === 'at' || column === 'expires_at';
  return expressions[dialect].lines(
    contentColumns.map((column) => (isTime(column) ? millisIn(dialect, column) : column)),
  );
}

/** The same; null where they don't show all: an empty text is none for a null and, in SQLite, bytes are none for a text or a number. */
function chainedFacts(dialect: Dialect): string {
  const disguised = {
    // Bytes are greater than all else.
    sqlite: [
      ...contentColumns.map((column) => `${column} >= x''`),
      ...['from_status', 'actor_id', 'update_id', 'via', 'expires_at', 'co_approvers'].map(
        (column) => `${column} = ''`,
      ),
    ],
    postgres: ['from_status', 'via', 'co_approvers'].map((column) => `${column} = ''`),
  };
  return `case when ${disguised[dialect].join(' or ')} then null else ${facts(dialect)} end`;
}

/** The statements that read what `HistoryReader` gives. */
export const historyStatements = (dialect: Dialect) => {
  const millis = (column: string) => millisIn(dialect, column);
  return {
    chained: `select id, ${chainedFacts(dialect)}, message, message_salt, message_hash, reason, reason_salt, reason_hash, digest,
      ${millis('erased_at')} from request_events order by id`,
    history: `select request_id, id, ${facts(dialect)},
      case when event in ('submit', 'appeal', 'describe') then message end,
      case when event in ('reject', 'revoke') then reason end
      from request_events order by request_id, id`,
    requests: `select id, client_id, source, message, status, round, ${millis('submitted_at')}, ${millis('expires_at')},
      reviewed_by, ${millis('decided_at')}, reason, appeal_count, ${millis('last_rejected_at')}, awaits_words, before_appeal,
      votes, co_approvers, ${millis('withdrawn_at')}, erased_at is not null from requests order by id`,
  };
};
