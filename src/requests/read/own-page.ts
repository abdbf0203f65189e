import type { PersonId } from '../../lifecycle/ids';
import { appealWindow } from '../../lifecycle/policy';
import type { Reading } from '../../transaction/transaction';
import { snapshot } from './snapshot';
import type { LatestRequest } from './views';

/** What somebody's own page on the web says. */
export interface OwnPage {
  readonly you: LatestRequest;
  /** What they wrote last; null: nothing. */
  readonly message: string | null;
  /** What they wrote last was erased. */
  readonly isErased: boolean;
  readonly isOnTelegram: boolean;
  /** An approval opens chats in Telegram. */
  readonly opensChats: boolean;
}

/** The page of a person as it is now. Changes nothing: a request past its term only looks expired, until the sweep or they themselves expire it. */
export async function ownPage({ store, community, now }: Reading, client: PersonId): Promise<OwnPage> {
  const person = await store.people.get(client);
  const stored = await store.requests.latestOf(client);
  const around = { isOnTelegram: person?.telegramId != null, opensChats: community.access !== null };
  if (stored === null) return { you: { state: 'none' }, message: null, isErased: false, ...around };
  const { id, request } = stored;
  const seen = snapshot(id, request, now, community.policy);
  const isOver = request.status === 'pending' && now >= request.expiresAt;
  const appealable = request.status === 'rejected' || request.status === 'revoked';
  return {
    you: {
      state: 'known',
      request: isOver ? { ...seen, status: 'expired' } : seen,
      window: appealable ? appealWindow(request, now, community.policy) : null,
    },
    message: request.message === '' ? null : request.message,
    isErased: stored.erasedAt !== undefined,
    ...around,
  };
}
