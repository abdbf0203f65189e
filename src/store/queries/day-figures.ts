import { and, gt, gte, lt, lte } from 'drizzle-orm';
import type { Instant } from '../../lifecycle/ids';
import type { Database } from '../database';

/** A day in the figures of which nothing has changed since they were kept. */
export interface KeptDayFigures {
  readonly begins: Instant;
  /** The first moment after. */
  readonly ends: Instant;
  readonly figures: string;
}

/**
 * What was counted of days that are over. A trigger on the history forgets a day as soon as an event is dated back into it, or a
 * decision of it is taken back.
 */
export function dayFigureQueries({ db, schema: { dayFigures } }: Database) {
  const { begins, ends } = dayFigures;
  const inside = (from: Instant, until: Instant) => and(gt(ends, from), lte(ends, until), gte(begins, from));
  return {
    /** Which days are kept that lie within this time. */
    async spans(from: Instant, until: Instant) {
      return db.select({ begins, ends }).from(dayFigures).where(inside(from, until));
    },

    /** Those of the days that lie within this time. */
    async within(from: Instant, until: Instant): Promise<readonly KeptDayFigures[]> {
      return db.select().from(dayFigures).where(inside(from, until));
    },

    /** Keeps a day, in place of all that overlaps with it: in another time zone days begin at other times. Forgets what ended before `oldest`. */
    async keep(day: KeptDayFigures, oldest: Instant): Promise<void> {
      await db.delete(dayFigures).where(lt(ends, oldest));
      await db.delete(dayFigures).where(and(gt(ends, day.begins), lt(begins, day.ends)));
      await db.insert(dayFigures).values({ ...day });
    },
  };
}
