import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Millis } from '../../lifecycle/ids';
import { isUnavailable, StoreError } from '../errors';
import { describeHolder, parseHolder, thisProcess, type Holder } from '../holder';
import { serverOf } from './server-name';
import { connect, cutOff, longestSilence, unreachable } from './session';

// Of all processes on a PostgreSQL database, one is the leader and acts; the others stand by. Two mechanisms ensure that:
//
// The lock ensures that there is a leader. It belongs to a session of its own, which the server ends when the process ends or
// falls silent; then the next process gets the lock.
//
// The mark ensures that nobody else writes. It is a row with the leader's name and a number that increases with every takeover.
// The process that gets the lock writes its mark, and each of its transactions first checks that the mark is still its own, and
// locks it. So a process that has lost the lead without knowing, because it was paused or cut off, writes nothing.

/** What standing by needs. */
export interface Standby {
  /** Aborts the wait. */
  readonly signal: AbortSignal;
  readonly tell: (news: LeadershipEvent) => void;
}

/** What operators want to know about the leader. */
export type LeadershipEvent =
  | { readonly kind: 'standing_by'; readonly leader: string }
  /** This process no longer stands by. */
  | { readonly kind: 'taking_over'; readonly from: string }
  | { readonly kind: 'lock_lost' }
  | { readonly kind: 'lock_regained' }
  /** The server is older than PostgreSQL 14. */
  | { readonly kind: 'stopped_leader_unnoticed' };

/** Selects these columns of the mark's row; the caller may add a lock. */
export const readMark = (columns: string): string => `select ${columns} from daemon_state where name = 'leader'`;

/** The mark as it is read. */
export interface MarkRow {
  readonly value: string;
}

/** A number that other programs in the same database are unlikely to lock. */
const leaderLock = 736_173_656_108;

/** The channel by which a process that writes beside the leader says so (https://www.postgresql.org/docs/current/sql-notify.html). */
export const errands = 'sosekni_bot_errands';

/** How often standbys try to get the lock. */
const tryEvery: Millis = 250;
/** How often the leader pings the server. */
const pingEvery: Millis = 1_000;
/** How long after a ping the leader can be certain that the server hasn't released its lock. */
const certainFor: Millis = longestSilence - 500;

/**
 * Waits until no other process leads, then takes the lead. Throws `unreachable` and `refused` as `connect` does, and the signal's
 * reason.
 */
export async function takeTheLead(url: string, { signal, tell }: Standby): Promise<Leadership> {
  const session = await connect(url, 'lock');
  try {
    if (!(await limitSilence(session))) tell({ kind: 'stopped_leader_unnoticed' });
    await standBy(session, { signal, tell });
    return new Leadership(url, session, await putMark(session), tell);
  } catch (error) {
    cutOff(session);
    throw isUnavailable(error) ? unreachable(session, error) : error;
  }
}

async function standBy(session: Client, { signal, tell }: Standby): Promise<void> {
  let leader: string | null = null;
  while (!(await tryLock(session))) {
    if (leader === null) {
      leader = nameIn(await markIn(session));
      // Null if the other process got the lock only a moment ago.
      if (leader !== null) tell({ kind: 'standing_by', leader });
    }
    await wait(tryEvery, undefined, { signal });
  }
  if (leader !== null) tell({ kind: 'taking_over', from: leader });
}

/**
 * Holds the lock without taking the lead, while the database is replaced, and returns the function that releases it. Throws a
 * `StoreError` of code `held` if a process leads.
 */
export async function holdTheLock(session: Client): Promise<() => Promise<void>> {
  if (!(await tryLock(session))) {
    const leader = nameIn((await daemonStateIn(session)) ? await markIn(session) : undefined);
    throw new StoreError(
      'held',
      `${serverOf(session)} is in use by ${leader ?? 'another process'}. Stop that process, and any that stand by.`,
    );
  }
  return async () => {
    await session.query('select pg_advisory_unlock($1)', [leaderLock]);
  };
}

/** The leading process, for people; null if there is none. Asked without trying the lock, which would get in a standby's way. */
export async function leaderOf(session: Client): Promise<string | null> {
  // https://www.postgresql.org/docs/current/view-pg-locks.html: a 64-bit key is shown as two halves.
  const { rows } = await session.query(
    `select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database and datname = current_database()
     where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint << 32) | objid::bigint = $1`,
    [leaderLock],
  );
  if (rows.length === 0) return null;
  return nameIn((await daemonStateIn(session)) ? await markIn(session) : undefined) ?? 'another process';
}

/** Whether the program has ever migrated the database. */
async function daemonStateIn(session: Client): Promise<boolean> {
  const { rows } = await session.query<{ name: string | null }>(`select to_regclass('daemon_state') as name`);
  return rows[0]?.name != null;
}

/** The lead, for as long as this process has it. */
export class Leadership {
  private readonly loss = new AbortController();
  private readonly resigned = new AbortController();
  private readonly over = AbortSignal.any([this.loss.signal, this.resigned.signal]);
  /** The session that holds the lock, or held it last. */
  private session: Client;
  private locked = true;
  /** Called when another process has left something to do. */
  onErrand: () => void = () => {};
  /** The time of our last ping, on a clock that keeps running while the process is paused. */
  private shownAt = performance.now();

  constructor(
    private readonly url: string,
    session: Client,
    private readonly mark: string,
    private readonly tell: Standby['tell'],
  ) {
    this.session = this.hold(session);
  }

  /** Aborted with the error of `check` once another process is known to lead. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  /** Whether we hold the lock for certain: otherwise another process may already lead. */
  get undisputed(): boolean {
    return this.locked && performance.now() - this.shownAt < certainFor;
  }

  /** Throws a `StoreError` of code `held` if the mark in the database isn't ours. The lead is then lost for good. */
  check(found: MarkRow | undefined): void {
    if (found?.value === this.mark) return;
    const error = new StoreError(
      'held',
      `${nameIn(found) ?? 'another process'} took over while this process was paused or cut off from PostgreSQL. This process ends; start it again to stand by.`,
    );
    this.loss.abort(error);
    throw error;
  }

  /** Lets the next process lead at once. */
  async resign(): Promise<void> {
    this.resigned.abort();
    await this.session.end();
  }

  private hold(session: Client): Client {
    const ended = new AbortController();
    void this.pingUntil(ended.signal, session);
    session.on('notification', () => this.onErrand());
    session.once('end', () => {
      ended.abort();
      if (!this.over.aborted) void this.regain();
    });
    return session;
  }

  /** A server that doesn't answer in time has probably ended the session. */
  private async pingUntil(ended: AbortSignal, session: Client): Promise<void> {
    try {
      await session.query(`listen ${errands}`);
      for (;;) {
        await wait(pingEvery, undefined, { signal: ended });
        const now = performance.now();
        await session.query('select');
        this.shownAt = now;
      }
    } catch {
      cutOff(session);
    }
  }

  /** Until somebody takes over nothing is lost: the lock alone writes nothing. */
  private async regain(): Promise<void> {
    this.locked = false;
    this.tell({ kind: 'lock_lost' });
    while (!this.over.aborted && !(await this.tryAgain())) {
      await wait(tryEvery, undefined, { signal: this.over }).catch(() => {});
    }
  }

  private async tryAgain(): Promise<boolean> {
    const now = performance.now();
    // Other problems with the database show in the transactions.
    const session = await connect(this.url, 'lock').catch(() => null);
    if (session === null) return false;
    try {
      await limitSilence(session);
      const locked = await tryLock(session);
      this.check(await markIn(session));
      this.over.throwIfAborted();
      if (!locked) throw new Error('the server has not released the lock yet');
      this.session = this.hold(session);
      this.shownAt = now;
      this.locked = true;
      this.tell({ kind: 'lock_regained' });
      return true;
    } catch {
      cutOff(session);
      return false;
    }
  }
}

/** Makes the server end the session when it goes silent. Returns false before PostgreSQL 14, which can't. */
async function limitSilence(session: Client): Promise<boolean> {
  const limited = await session.query(
    `select set_config(name, '${longestSilence}', false) from pg_settings where name = 'idle_session_timeout'`,
  );
  return limited.rows.length > 0;
}

async function tryLock(session: Client): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [leaderLock]);
  return rows[0]?.locked === true;
}

async function markIn(session: Client): Promise<MarkRow | undefined> {
  return (await session.query<MarkRow>(readMark('value'))).rows[0];
}

/** Only the holder of the lock runs this. Waits for a transaction of the previous leader. */
async function putMark(session: Client): Promise<string> {
  const before = parseMark(await markIn(session));
  // The server's clock, since the machines' clocks may differ.
  const { rows } = await session.query<{ now: Date }>('select now()');
  const mark = JSON.stringify({ epoch: (before?.epoch ?? 0) + 1, ...thisProcess(rows[0]?.now ?? new Date(0)) });
  await session.query(
    `insert into daemon_state (name, value) values ('leader', $1) on conflict (name) do update set value = excluded.value`,
    [mark],
  );
  return mark;
}

const nameIn = (row: MarkRow | undefined): string | null => {
  const mark = parseMark(row);
  return mark === null ? null : describeHolder(mark);
};

/** Null also if people have changed it: the mark is compared as a whole, its parts are only for people. */
function parseMark(row: MarkRow | undefined): (Holder & { readonly epoch: number }) | null {
  const holder = parseHolder(row?.value ?? '');
  if (row === undefined || holder === null) return null;
  // A boundary: it is JSON, as `parseHolder` has found.
  const { epoch } = JSON.parse(row.value) as { readonly epoch?: unknown };
  return typeof epoch === 'number' ? { ...holder, epoch } : null;
}
