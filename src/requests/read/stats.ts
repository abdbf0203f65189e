import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Transaction } from '../../transaction/transaction';
import type { AppContext } from '../../transaction/transactions';
import { authorise, type AdminsNow, type NotAnAdmin } from '../authorise';
import { beginningOfWeek, dayOfMonth, isOnMonday, lastDays } from './calendar';
import { figuresOf, requestsDecided, waitingAtEnds, type DayOfHistory, type DeciderFigures } from './figures';
import {
  daysOfStats,
  type ChatFigures,
  type DailyStats,
  type DeciderStats,
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
  const [since = tx.now] = lastDays(tx.now, daysOfStats);
  const monday = beginningOfWeek(tx.now);
  // Two stretches instead of thirty days: each costs PostgreSQL two questions.
  const stretches = await historyOf(tx, [since, monday]);
  return {
    counts: await requests.counts(),
    undeliverable: await outbox.undeliverable(),
    chats: await chatFigures(tx),
    oldest: await oldestWaiting(tx),
    week: await periodFigures(
      tx,
      monday,
      stretches.filter(({ begins }) => begins >= monday),
    ),
    month: await periodFigures(tx, since, stretches),
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

/** A year, and the 29th of February. */
const mostDays = 366;
/** A busy month of days takes SQLite, and so the whole process, tens of milliseconds: others get their turn more often. */
const daysAtOnce = 5;

/**
 * What happened on each of the last `count` days, at most 366, for whoever may see all requests: the caller knows. It is read in
 * several transactions, the newest days first, so that nothing else waits for all of it. Throws as `Transactions.run` does.
 */
export async function dailyStats(
  { transactions }: Pick<AppContext, 'transactions'>,
  count: number,
  signal: AbortSignal,
): Promise<DailyStats> {
  const newest = await transactions.run(async (tx) => {
    const begins = lastDays(tx.now, Math.min(count, mostDays));
    const { pending } = await tx.store.requests.counts();
    return { begins, pending, until: tx.now, days: await historyOf(tx, begins.slice(-daysAtOnce)) };
  }, signal);
  const { begins, pending, until } = newest;
  const days = [...newest.days];
  while (days.length < begins.length) {
    const wanted = begins.slice(-days.length - daysAtOnce, -days.length);
    days.unshift(...(await transactions.run((tx) => historyOf(tx, wanted, days[0]?.begins), signal)));
  }
  return transactions.run((tx) => dailyFigures(tx, { since: begins[0] ?? until, until, days, pending }), signal);
}

interface ReadDays {
  readonly since: Instant;
  readonly until: Instant;
  readonly days: readonly DayOfHistory[];
  /** How many wait now. */
  readonly pending: number;
}

/** The figures with the names of the admins. */
async function dailyFigures(tx: Reading, { since, until, days, pending }: ReadDays): Promise<DailyStats> {
  const { counts, waits, deciders } = figuresOf(days);
  const names = await tx.store.people.names(deciders.map(({ by }) => by));
  const named = ({ by, ...decided }: DeciderFigures): DeciderStats => ({
    id: by,
    name: names.get(by)?.name ?? '',
    isFormer: !tx.community.isAdmin(by),
    ...decided,
  });
  const ends = waitingAtEnds(days, pending);
  return {
    ...{ since, until, counts, waits },
    deciders: deciders.map(named),
    days: days.map((day, n) => {
      const figures = figuresOf([day]);
      return { begins: day.begins, ...figures, waiting: ends[n] ?? 0, deciders: figures.deciders.map(named) };
    }),
  };
}

/** What the history says of the days that begin then; the last ends at `end`. None: it also has what the clock dates ahead. */
async function historyOf(
  { store: { outcomes } }: Pick<Transaction, 'store'>,
  begins: readonly Instant[],
  end = endOfTime,
): Promise<readonly DayOfHistory[]> {
  const days: DayOfHistory[] = [];
  for (const [n, from] of begins.entries()) {
    const until = begins[n + 1] ?? end;
    const events = await outcomes.counted(from, until);
    const decisions = await outcomes.decided(from, until);
    days.push({ begins: from, events, decisions });
  }
  return days;
}

const endOfTime: Instant = Date.UTC(9999, 0);

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
