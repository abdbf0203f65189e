import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Transaction } from '../../transaction/transaction';
import { authorise, type NotAnAdmin } from '../authorise';
import { beginningOfWeek, dayOfMonth, isOnMonday, lastDays } from './calendar';
import { figuresByDay, figuresSince, happenings, type Happening } from './figures';
import { daysOfStats, type OldestWaiting, type PeriodFigures, type StatsChart } from './views';

/** How many requests there are, what has happened to them lately, and how many messages nobody could be sent. */
export interface Stats {
  readonly counts: Readonly<Record<Status, number>>;
  readonly undeliverable: number;
  /** Null: none waits. */
  readonly oldest: OldestWaiting | null;
  readonly week: PeriodFigures;
  readonly month: PeriodFigures;
}

const mostNamed = 10;

/** Reads what happened in the last 30 days, however much happened before. */
export async function stats(tx: Transaction, admin: PersonId): Promise<Stats | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const { requests, outbox } = tx.store;
  const [since = tx.now] = lastDays(tx.now, daysOfStats);
  const happened = await happenedSince(tx, since);
  return {
    counts: await requests.counts(),
    undeliverable: await outbox.undeliverable(),
    oldest: await oldestWaiting(tx),
    week: await periodFigures(tx, beginningOfWeek(tx.now), happened),
    month: await periodFigures(tx, since, happened),
  };
}

/** What the picture of the statistics shows: the same 30 days, one by one. */
export async function statsByDay(tx: Transaction, admin: PersonId): Promise<StatsChart | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const days = lastDays(tx.now, daysOfStats);
  const [since = tx.now] = days;
  const withDates = days.map((begins) => ({ begins, date: dayOfMonth(begins), isMonday: isOnMonday(begins) }));
  const counted = figuresByDay(withDates, await happenedSince(tx, since));
  return { since, until: tx.now, days: counted.map(({ date, isMonday, counts }) => ({ date, isMonday, counts })) };
}

async function happenedSince({ store }: Transaction, since: Instant): Promise<readonly Happening[]> {
  return happenings(await store.events.since(since));
}

async function oldestWaiting({ store, now }: Transaction): Promise<OldestWaiting | null> {
  const [oldest] = await store.requests.waiting(1, 0);
  if (oldest === undefined) return null;
  const { id, clientName, submittedAt } = oldest;
  return { id, clientName, waited: Math.max(0, now - submittedAt) };
}

/** The figures with the names of the admins, and whether they are still admins. */
async function periodFigures(
  { store, community }: Transaction,
  since: Instant,
  happened: readonly Happening[],
): Promise<PeriodFigures> {
  const { counts, decided, waits } = figuresSince(since, happened);
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
    waits,
  };
}
