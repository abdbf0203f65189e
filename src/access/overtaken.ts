import type { Instant } from '../lifecycle/ids';
import type { Membership } from '../store/queries/access';
import type { Seen } from '../store/rows';

/**
 * What is known of somebody where an update about them came while Telegram answered that they are `seen`: which of the two is newer
 * only another look can say. Null where none came, or says the same. `before`: the row when Telegram was asked; `row`: as it is now.
 */
export function overtaken(
  before: Membership,
  row: Membership,
  seen: Seen,
  now: Instant,
): Pick<Membership, 'seen' | 'nextTryAt'> | null {
  const isSame = row.seen === before.seen && row.seenAt === before.seenAt;
  return isSame || row.seen === seen ? null : { seen: 'unknown', nextTryAt: row.nextTryAt ?? now };
}
