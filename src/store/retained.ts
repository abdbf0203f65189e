import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/**
 * When a request ended that nobody decided about: as it expired, or as it was withdrawn. Part of an index, which has to say the same;
 * without a comma, at which the generator of migrations would split it.
 */
export const endWithoutVerdict = ({
  withdrawnAt,
  expiresAt,
}: Readonly<Record<'withdrawnAt' | 'expiresAt', SQLWrapper>>): SQL =>
  sql`(case when ${withdrawnAt} is null then ${expiresAt} else ${withdrawnAt} end)`;
