import type { PersonId } from '../../lifecycle/ids';
import { appealWindow } from '../../lifecycle/policy';
import { isGivenUp } from '../../lifecycle/request';
import type { LatestRequest } from './views';
import { openLinks } from '../access';
import { latestRequest } from '../current';
import { snapshot } from './snapshot';
import type { Transaction } from '../../transaction/transaction';

/** The client's latest request as it is now. */
export async function requestStatus(tx: Transaction, clientId: PersonId): Promise<LatestRequest> {
  const stored = await latestRequest(tx, clientId);
  if (stored === null) return { state: 'none' };
  const { now, community } = tx;
  const { id, request } = stored;
  // They may ask anew, as somebody who never did.
  if (isGivenUp(request)) return { state: 'none' };
  const appealable = request.status === 'rejected' || request.status === 'revoked';
  const links = request.status === 'approved' ? await openLinks(tx, clientId) : [];
  return {
    state: 'known',
    request: snapshot(id, request, now, community.policy),
    window: appealable ? appealWindow(request, now, community.policy) : null,
    ...(links.length > 0 && { links }),
  };
}

/** What the client's next text would be. */
export const nextAsking = (you: LatestRequest): 'request' | 'appeal' =>
  you.state === 'known' && you.window !== null ? 'appeal' : 'request';
