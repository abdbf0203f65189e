import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Transaction } from '../../transaction/transaction';
import type { Transactions } from '../../transaction/transactions';
import { authorise, type AdminsNow, type NotAnAdmin } from '../authorise';
import { beginningOfWeek, dayOfMonth, isOnMonday, lastDays } from './calendar';
import { daysToKeep, findDays, keepDays, readFound } from './days';
import { figuresOf, requestsDecided, waitingAtEnds, type DayOfHistory } from './figures';
import {
  daysOfStats,
  mostDays,
  type ChatFigures,
  type DailyStats,
  type OldestWaiting,
  type PeriodFigures,
  type StatsChart,
} from './views';

/** How many requests there are, what has happened to them lately, and how many messages nobody could be sent. */
export interface Stats {
  readonly counts: Readonly<Record<Status, number>>;
  readonly undeliverable: number;
  /** Of the chats of ACCESS_CHATS. */
  readonly chats: readonly ChatFigures[];
  /** Null: none waits. */
  readonly oldest: OldestWaiting | null;
  readonly week: PeriodFigures;
  readonly month: PeriodFigures;
}

/** What the statistics need of a transaction. */
type Reading = Pick<Transaction, 'store' | 'now'> & AdminsNow;

const mostNamed = 10;

/** Reads what happened in the last 30 days, however much happened before. */
export async function stats(tx: Reading, admin: PersonId): Promise<Stats | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const { requests, outbox } = tx.store;
  const begins = lastDays(tx.now, daysOfStats);
  const since = begins[0] ?? tx.now;
  const monday = beginningOfWeek(tx.now);
  const days = await historyOf(tx, begins);
  return {
    counts: await requests.counts(),
    undeliverable: await outbox.undeliverable(),
    chats: await chatFigures(tx),
    oldest: await oldestWaiting(tx),
    week: await periodFigures(
      tx,
      monday,
      days.filter((day) => day.begins >= monday),
    ),
    month: await periodFigures(tx, since, days),
  };
}

/** What the picture of the statistics shows: the same 30 days, one by one. */
export async function statsByDay(tx: Reading, admin: PersonId): Promise<StatsChart | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const begins = lastDays(tx.now, daysOfStats);
  const days = await historyOf(tx, begins);
  return {
    since: begins[0] ?? tx.now,
    until: tx.now,
    days: days.map((day) => ({
      date: dayOfMonth(day.begins),
      isMonday: isOnMonday(day.begins),
      counts: figuresOf([day]).counts,
    })),
  };
}

/** Counting a busy month of days takes SQLite, and so the whole process, tens of milliseconds: others get their turn more often. */
const daysAtOnce = 5;

/**
 * What happened on each of the last `count` days, at most 366, for whoever may see all requests: the caller knows. Days that are
 * over and not kept yet are counted first, a few at a time, so that nothing else waits for all of them. Throws as
 * `Transactions.run` does.
 */
export async function dailyStats(
  { transactions }: { readonly transactions: Pick<Transactions, 'run' | 'read'> },
  count: number,
  signal: AbortSignal,
): Promise<DailyStats> {
  const wanted = (now: Instant) => lastDays(now, Math.min(count, mostDays));
  const missing = await transactions.read((reading) => daysToKeep(reading, wanted(reading.now)));
  for (let end = missing.length; end > 0; end -= daysAtOnce) {
    const few = missing.slice(Math.max(0, end - daysAtOnce), end);
    await transactions.run((tx) => keepDays(tx, few), signal);
    await othersTurn();
  }
  const found = await transactions.read(async (reading) => {
    const begins = wanted(reading.now);
    const { pending } = await reading.store.requests.counts();
    const days = await findDays(reading, begins);
    return { since: begins[0] ?? reading.now, until: reading.now, pending, days };
  });
  return transactions.read((reading) => dailyFigures(reading, { ...found, days: found.days.map(readFound) }));
}

interface ReadDays {
  readonly since: Instant;
  readonly until: Instant;
  readonly days: readonly DayOfHistory[];
  /** How many wait now. */
  readonly pending: number;
}

/** The figures with the names of the admins. */
async function dailyFigures(
  { store, community }: Pick<Reading, 'store' | 'community'>,
  { since, until, days, pending }: ReadDays,
): Promise<DailyStats> {
  const { counts, waits, deciders } = figuresOf(days);
  const names = await store.people.names(deciders.map(({ by }) => by));
  const ends = waitingAtEnds(days, pending);
  return {
    ...{ since, until, counts, waits },
    deciders: deciders.map(({ by, ...decided }) => ({
      id: by,
      name: names.get(by)?.name ?? '',
      isFormer: !community.isAdmin(by),
      ...decided,
    })),
    days: days.map((day, n) => {
      const figures = figuresOf([day]);
      return { begins: day.begins, counts: figures.counts, waits: figures.waits, waiting: ends[n] ?? 0 };
    }),
  };
}

/** The days that begin then, in the transaction of whoever asks, which keeps those that are over. */
async function historyOf(
  tx: Pick<Reading, 'store' | 'now'>,
  begins: readonly Instant[],
): Promise<readonly DayOfHistory[]> {
  await keepDays(tx, await daysToKeep(tx, begins));
  return (await findDays(tx, begins)).map(readFound);
}

async function chatFigures({ store: { access } }: Reading): Promise<readonly ChatFigures[]> {
  const figures: ChatFigures[] = [];
  for (const { chatId, title } of await access.chats()) {
    const { wantedIn, seenIn } = await access.figures(chatId);
    figures.push({ title: title ?? String(chatId), wanted: wantedIn, in: seenIn });
  }
  return figures;
}

async function oldestWaiting({ store, now }: Reading): Promise<OldestWaiting | null> {
  const [oldest] = await store.requests.waiting(1, 0);
  if (oldest === undefined) return null;
  const { id, clientName, submittedAt } = oldest;
  return { id, clientName, waited: Math.max(0, now - submittedAt) };
}

/** The figures with the names of the admins, and whether they are still admins. */
async function periodFigures(
  { store, community }: Reading,
  since: Instant,
  days: readonly DayOfHistory[],
): Promise<PeriodFigures> {
  const { counts, deciders, waits } = figuresOf(days);
  const decided = deciders
    .map(({ by, ...made }) => ({ by, count: requestsDecided(made) }))
    .filter(({ count }) => count > 0);
  const named = decided.slice(0, mostNamed);
  const names = await store.people.names(named.map(({ by }) => by));
  return {
    since,
    counts,
    deciders: named.map(({ by, count }) => ({
      name: names.get(by)?.name ?? '',
      count,
      isFormer: !community.isAdmin(by),
    })),
    otherDecisions: decided.slice(mostNamed).reduce((sum, { count }) => sum + count, 0),
    waits: waits && { median: waits.median, slowest: waits.slowest, slowestId: waits.slowestId },
  };
}
