import type { PersonId } from '../lifecycle/ids';
import { appealWindow } from '../lifecycle/policy';
import type { Standing } from '../messages/notice';
import { latestRequest } from './current';
import { snapshot } from './views';
import type { Work } from './work';

/** Where a client stands with their latest request, as it is now. */
export async function standing(work: Work, clientId: PersonId): Promise<Standing> {
  const stored = await latestRequest(work, clientId);
  if (stored === null) return { state: 'none' };
  const { now, house } = work;
  const { id, request } = stored;
  const appealable = request.status === 'rejected' || request.status === 'revoked';
  return {
    state: 'known',
    request: snapshot(id, request, now, house.policy),
    window: appealable ? appealWindow(request, now, house.policy) : null,
  };
}
