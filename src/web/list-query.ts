import type { z } from '@hono/zod-openapi';
import { personId } from '../lifecycle/ids';
import type { NotAnAdmin } from '../requests/authorise';
import type { UnclearSearch } from '../requests/find';
import type { ListQuery, UnknownCursor } from '../requests/read/list';
import { invalid, unauthorized, type Problem } from './problem';
import type { filterQuery } from './schemas';

/** What requests are filtered by, as the list takes it. */
export const listQuery = ({
  status,
  q,
  reviewer,
  client,
  from,
  to,
}: z.output<typeof filterQuery>): Omit<ListQuery, 'limit' | 'after'> => ({
  ...(status !== undefined && { statuses: status }),
  ...(q !== undefined && { search: q }),
  ...(reviewer !== undefined && { reviewer: personId(reviewer) }),
  ...(client !== undefined && { client: personId(client) }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

type Refused = NotAnAdmin | UnclearSearch | UnknownCursor;

/** Why there is no such list. */
export function listRefusal({ refused }: Refused): Problem {
  switch (refused) {
    case 'not_an_admin':
      return unauthorized();
    case 'unclear_search':
      return invalid([{ pointer: '?q', detail: 'has no word, too many, or one that is too long' }], 'unclear_search');
    case 'unknown_cursor':
      return invalid([{ pointer: '?after', detail: 'must be the next of another page' }], 'unknown_cursor');
  }
}
