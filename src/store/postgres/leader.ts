import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Millis } from '../../lifecycle/ids';
import { isUnavailable, StoreError } from '../errors';
import { describeHolder, parseHolder, thisProcess, type Holder } from '../holder';
import { placeOf } from './place';
import { connect, cutOff, longestSilence, unreachable } from './session';

// One process leads, which is to act on a PostgreSQL database; the others stand by. Two things see to that:
//
// The lock makes sure that somebody leads. It belongs to a session of its own, which the server ends with the process or
// when the process falls silent; then the next one gets it.
//
// The mark, a row with the leader's name and a number that grows with every takeover, makes sure that nobody else writes.
// Whoever gets the lock puts their mark there, and every transaction first looks whether it is still its own, and keeps it
// from changing. So a process that has lost the lead without knowing, stopped or cut off for a while, writes nothing.

/** What standing by needs. */
export interface Standby {
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly tell: (news: LeadershipEvent) => void;
}

/** What a person who runs the program wants to know about who leads. */
export type LeadershipEvent =
  | { readonly kind: 'standing_by'; readonly leader: string }
  /** The standing by has an end. */
  | { readonly kind: 'taking_over'; readonly from: string }
  | { readonly kind: 'lock_lost' }
  | { readonly kind: 'lock_regained' }
  /** The server is older than PostgreSQL 14. */
  | { readonly kind: 'stopped_leader_unnoticed' };

/** Selects these columns of the mark's row; the caller may lock it. */
export const readMark = (columns: string): string => `select ${columns} from daemon_state where name = 'leader'`;

/** The mark as it is read. */
export interface MarkRow {
  readonly value: string;
}

/** Any number that other programs in the same database are unlikely to lock. */
const leaderLock = 736_173_656_108;

/** How often those without the lock try to get it. */
const tryEvery: Millis = 250;
/** How often the leader shows that it is there. */
const pingEvery: Millis = 1_000;
/** How long after it showed that, a leader can be certain that the server has not let the next one lead. */
const certainFor: Millis = longestSilence - 500;

/**
 * Waits until no other process leads, and takes the lead. Throws `unreachable` and `refused` as `connect` does, and the
 * reason of the signal.
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
      // Nobody yet, where another process has had the lock for no more than a moment.
      if (leader !== null) tell({ kind: 'standing_by', leader });
    }
    await wait(tryEvery, undefined, { signal });
  }
  if (leader !== null) tell({ kind: 'taking_over', from: leader });
}

/**
 * Holds the lock without taking the lead, for whoever replaces the database, and gives what lets go of it again. Throws a
 * `StoreError` of code `held` where a process leads.
 */
export async function holdTheLock(session: Client): Promise<() => Promise<void>> {
  if (!(await tryLock(session))) {
    const leader = nameIn((await daemonStateIn(session)) ? await markIn(session) : undefined);
    throw new StoreError(
      'held',
      `${placeOf(session)} is in use by ${leader ?? 'another process'}. Stop that one, and those that stand by.`,
    );
  }
  return async () => {
    await session.query('select pg_advisory_unlock($1)', [leaderLock]);
  };
}

/** The process that leads, for people; null: none does. Asked without trying the lock, which would get in its way. */
export async function leaderOf(session: Client): Promise<string | null> {
  // https://www.postgresql.org/docs/current/view-pg-locks.html: a 64-bit key is shown in two halves.
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

/** The lead, as long as it lasts. */
export class Leadership {
  private readonly loss = new AbortController();
  private readonly resigned = new AbortController();
  private readonly over = AbortSignal.any([this.loss.signal, this.resigned.signal]);
  /** Holds the lock, or held it last. */
  private session: Client;
  private locked = true;
  /** When we last showed that we are there, on a clock that goes on while the process is stopped. */
  private shownAt = performance.now();

  constructor(
    private readonly url: string,
    session: Client,
    private readonly mark: string,
    private readonly tell: Standby['tell'],
  ) {
    this.session = this.hold(session);
  }

  /** Aborted, with what `check` throws, once it is known that another process leads. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  /** Whether the lock is held, for sure: without it, another process may be leading already. */
  get undisputed(): boolean {
    return this.locked && performance.now() - this.shownAt < certainFor;
  }

  /** Throws a `StoreError` of code `held` where the database's mark is not ours. Then the lead is lost for good. */
  check(found: MarkRow | undefined): void {
    if (found?.value === this.mark) return;
    const error = new StoreError(
      'held',
      `${nameIn(found) ?? 'another process'} has taken over while this one was stopped or cut off from PostgreSQL. This one ends; started again, it stands by.`,
    );
    this.loss.abort(error);
    throw error;
  }

  /** Lets the next process lead, at once. */
  async resign(): Promise<void> {
    this.resigned.abort();
    await this.session.end();
  }

  private hold(session: Client): Client {
    const ended = new AbortController();
    void this.pingUntil(ended.signal, session);
    session.once('end', () => {
      ended.abort();
      if (!this.over.aborted) void this.regain();
    });
    return session;
  }

  /** A server that does not answer in time has as good as ended the session. */
  private async pingUntil(ended: AbortSignal, session: Client): Promise<void> {
    try {
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

  /** Until somebody has taken over nothing is lost: the lock alone writes nothing. */
  private async regain(): Promise<void> {
    this.locked = false;
    this.tell({ kind: 'lock_lost' });
    while (!this.over.aborted && !(await this.tryAgain())) {
      await wait(tryEvery, undefined, { signal: this.over }).catch(() => {});
    }
  }

  private async tryAgain(): Promise<boolean> {
    const now = performance.now();
    // Whatever is wrong with the database, the transactions say it.
    const session = await connect(this.url, 'lock').catch(() => null);
    if (session === null) return false;
    try {
      await limitSilence(session);
      const locked = await tryLock(session);
      this.check(await markIn(session));
      this.over.throwIfAborted();
      if (!locked) throw new Error('the server has not let go of the lock yet');
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

/** Makes the server end the session when it is silent; false where it can't, being older than PostgreSQL 14. */
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

/** By the holder of the lock, so nobody else does so meanwhile. Waits for a transaction of the leader before. */
async function putMark(session: Client): Promise<string> {
  const before = parseMark(await markIn(session));
  // The server's clock: the machines' may differ.
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

/** Null also for what people have made of it: the mark is compared as a whole, its parts are for people. */
function parseMark(row: MarkRow | undefined): (Holder & { readonly epoch: number }) | null {
  const holder = parseHolder(row?.value ?? '');
  if (row === undefined || holder === null) return null;
  const { epoch } = JSON.parse(row.value) as { readonly epoch?: unknown };
  return typeof epoch === 'number' ? { ...holder, epoch } : null;
}
