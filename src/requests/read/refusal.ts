import type { PersonId, RequestId } from '../../lifecycle/ids';
import type { Refusal } from '../../lifecycle/transition';
import type { Transaction } from '../../transaction/transaction';
import { openLinks } from '../access';
import { approvalProgress } from './approvals';
import { currentDecision } from './decisions';
import { snapshot } from './snapshot';
import type { RefusalView } from './views';

/** What the sentence of a refusal may name. */
export async function refusalView(
  tx: Transaction,
  refusal: Refusal,
  id: RequestId | null,
  reader: PersonId,
): Promise<RefusalView> {
  const request = 'request' in refusal ? refusal.request : null;
  const decision = request === null ? null : await currentDecision(tx.store, request);
  return {
    code: refusal.refused,
    request: request === null || id === null ? null : snapshot(id, request, tx.now, tx.community.policy),
    decision,
    decidedByYou: decision?.byId === reader,
    opensAt: 'opensAt' in refusal ? refusal.opensAt : null,
    closedAt: 'closedAt' in refusal ? refusal.closedAt : null,
    limit: 'limit' in refusal ? refusal.limit : null,
    ...('openInstead' in refusal && { openInstead: refusal.openInstead }),
    ...((refusal.refused === 'already_voted' || refusal.refused === 'no_vote') && {
      approvals: approvalProgress(refusal.request, tx.community),
    }),
  };
}

/** The same for the client, of their newest request: who decided is none of their business. */
export async function refusalForClient(tx: Transaction, refusal: Refusal, client: PersonId): Promise<RefusalView> {
  const latest = await tx.store.requests.latestOf(client);
  const links = latest?.request.status === 'approved' ? await openLinks(tx, client) : [];
  return {
    ...(await refusalView(tx, refusal, latest?.id ?? null, client)),
    decision: null,
    ...(links.length > 0 && { links }),
    ...(latest === null && tx.community.isAdmin(client) && { toAdminOnly: true as const }),
  };
}
