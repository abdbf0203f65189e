import type { PersonId, RequestId } from '../../lifecycle/ids';
import { mostAdditions } from '../../lifecycle/limits';
import { appealWindow } from '../../lifecycle/policy';
import { isOpenStatus } from '../../lifecycle/request';
import type { Reading } from '../../transaction/transaction';
import { snapshot } from './snapshot';
import type { LatestRequest } from './views';

/** What somebody's own page on the web says. */
export interface OwnPage {
  readonly you: LatestRequest;
  /** What they wrote last; null: nothing. */
  readonly message: string | null;
  /** What they have added to that, or answered, oldest first. */
  readonly added: readonly string[];
  /** A request of theirs gave way to this one as they became one with their Telegram account. */
  readonly gaveWay: RequestId | null;
  /** What they wrote last was erased. */
  readonly isErased: boolean;
  readonly isOnTelegram: boolean;
  /** Where they hear of it. */
  readonly newsIn: 'email' | 'telegram';
  /** An approval opens chats in Telegram. */
  readonly opensChats: boolean;
}

/** The page of a person as it is now. Changes nothing: a request past its term only looks expired, until the sweep or they themselves expire it. */
export async function ownPage({ store, community, now }: Reading, client: PersonId): Promise<OwnPage> {
  const person = await store.people.get(client);
  const stored = await store.requests.latestOf(client);
  const isOnTelegram = person?.telegramId != null;
  const newsIn = isOnTelegram && person.unreachableAt === null ? 'telegram' : 'email';
  const around = { isOnTelegram, newsIn, opensChats: community.access !== null } as const;
  if (stored === null) {
    return { you: { state: 'none' }, message: null, added: [], gaveWay: null, isErased: false, ...around };
  }
  const { id, request } = stored;
  const seen = snapshot(id, request, now, community.policy);
  const isOver = request.status === 'pending' && now >= request.expiresAt;
  // As much as there may be from either side.
  const said = await store.talk.latest(id, 2 * mostAdditions);
  const added = said.filter(({ message: { kind, round } }) => kind !== 'question' && round === request.round);
  const appealable = request.status === 'rejected' || request.status === 'revoked';
  return {
    you: {
      state: 'known',
      request: isOver ? { ...seen, status: 'expired' } : seen,
      window: appealable ? appealWindow(request, now, community.policy) : null,
    },
    message: request.message === '' ? null : request.message,
    added: added.map(({ message }) => message.text).reverse(),
    gaveWay: isOver || !isOpenStatus(request.status) ? null : await store.uniting.gaveWayOf(client),
    isErased: stored.erasedAt !== undefined,
    ...around,
  };
}
