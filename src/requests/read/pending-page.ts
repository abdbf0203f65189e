import type { PersonId } from '../../lifecycle/ids';
import type { Queries } from '../../store/queries';
import type { PendingPosition } from '../../store/queries/requests';
import type { Transaction } from '../../transaction/transaction';
import type { Community } from '../../people/community';
import { authorise, type NotAnAdmin } from '../authorise';
import { approvalCount } from './approvals';
import type { PendingLine, PendingPage } from './views';

const pageLength = 8;

/** Which pending requests to show: a page, counted from 1, those after or before a request, or the page with a request's place. */
export type WantedPage =
  | { readonly page: number }
  | { readonly after: PendingPosition }
  | { readonly before: PendingPosition }
  | { readonly around: PendingPosition };

/**
 * A page of pending requests. If nothing comes after the named request, it is the last page; if less than a page comes before it,
 * the first. So decisions made meanwhile make no page skip anybody.
 */
export async function pendingPage(
  tx: Pick<Transaction, 'store' | 'now'> & { readonly community: Pick<Community, 'isAdmin' | 'admins' | 'policy'> },
  admin: PersonId,
  wanted: WantedPage,
): Promise<PendingPage | NotAnAdmin> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const { store, community } = tx;
  const { pending: total } = await store.requests.counts();
  const waiting = await waitingOn(store, wanted, total);
  const lines = waiting.map(({ votes, message, ...waits }): PendingLine => {
    const approvals = approvalCount({ votes: votes ?? [] }, community);
    const line = { ...waits, waited: Math.max(0, tx.now - waits.submittedAt), words: beginning(message) };
    return approvals === null ? line : { ...line, approvals };
  });
  const [first] = lines;
  const before = first === undefined ? 0 : await store.requests.countWaitingBefore(first);
  const pagesBefore = Math.ceil(before / pageLength);
  const pages = pagesBefore + Math.max(1, Math.ceil((total - before) / pageLength));
  return { lines, page: pagesBefore + 1, pages, total };
}

/** Enough to recognise a text by, in whole characters and on one line. */
function beginning(text: string): string {
  const line = text
    .trimStart()
    .slice(0, 4 * mostCharacters)
    .replace(/\s+/g, ' ');
  return [...line].slice(0, mostCharacters).join('');
}

const mostCharacters = 100;

async function waitingOn({ requests }: Queries, wanted: WantedPage, total: number) {
  if ('page' in wanted || 'around' in wanted) {
    const last = Math.max(1, Math.ceil(total / pageLength));
    const page =
      'page' in wanted ? wanted.page : 1 + Math.floor((await requests.countWaitingBefore(wanted.around)) / pageLength);
    return requests.waiting(pageLength, (Math.min(page, last) - 1) * pageLength);
  }
  if ('after' in wanted) {
    const following = await requests.waitingAfter(wanted.after, pageLength);
    return following.length > 0 ? following : requests.waitingBefore(wanted.after, pageLength);
  }
  const preceding = await requests.waitingBefore(wanted.before, pageLength);
  return preceding.length === pageLength ? preceding : requests.waiting(pageLength, 0);
}
