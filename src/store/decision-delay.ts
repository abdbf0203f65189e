import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Instant, Millis } from '../lifecycle/ids';
import type { Dialect } from './engine';

/** How long a decision took after the request was submitted. The last class is all that is longer, or negative. */
export const delayClasses = [0, 1, 2, 3] as const;
export type DelayClass = (typeof delayClasses)[number];

const hour: Millis = 3_600_000;
/** Where each class but the last ends. */
const ends = [
  { millis: hour, interval: '1 hour' },
  { millis: 24 * hour, interval: '24 hours' },
  { millis: 720 * hour, interval: '720 hours' },
];

interface Columns {
  readonly submittedAt: AnyColumn;
  readonly decidedAt: AnyColumn;
}

/**
 * The class of a decided row. Indexes for lists in the order of decisions begin with it: what was submitted in some stretch of
 * time was decided in one that is hardly longer, class by class, so a list of it needn't read all that was decided since.
 */
export function delayClass(dialect: Dialect, { submittedAt, decidedAt }: Columns): SQL<DelayClass> {
  const last = sql.raw(String(ends.length));
  const within = ends.map(({ millis, interval }, n) => {
    const end = dialect === 'sqlite' ? sql.raw(String(millis)) : sql.raw(`interval '${interval}'`);
    return sql`when ${decidedAt} - ${submittedAt} < ${end} then ${sql.raw(String(n))}`;
  });
  return sql`(case when ${decidedAt} < ${submittedAt} then ${last} ${sql.join(within, sql` `)} else ${last} end)`;
}

/** When rows of a class were decided that were submitted from `from` on and before `to`; null: there is no bound. */
export function decidedWithin(
  of: DelayClass,
  from: Instant | null,
  to: Instant | null,
): { readonly from: Instant | null; readonly to: Instant | null } {
  const shortest = of === 0 ? 0 : ends[of - 1]?.millis;
  const longest = ends[of]?.millis;
  // The last class has what was decided before it was submitted, by a clock that was set back.
  if (longest === undefined || shortest === undefined) return { from: null, to: null };
  return { from: from === null ? null : from + shortest, to: to === null ? null : to + longest };
}
