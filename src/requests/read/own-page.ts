import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import { mostAdditions } from '../../lifecycle/limits';
import { appealWindow } from '../../lifecycle/policy';
import { isOpenStatus } from '../../lifecycle/request';
import type { EventType } from '../../lifecycle/transition';
import type { Contact } from '../../store/queries/contacts';
import type { ContactMedium } from '../../store/rows';
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
  /** Where they hear of it; null: nowhere, since no address of theirs works, or they want nothing there. */
  readonly newsIn: 'telegram' | ContactMedium | null;
  /** When they proved their email address; null: they have none. */
  readonly provedAt: Instant | null;
  /** What happened to the request last; null: nothing, or there is none. */
  readonly changed: { readonly event: EventType; readonly at: Instant } | null;
  /** An approval opens chats in Telegram. */
  readonly opensChats: boolean;
}

/** The page of a person as it is now. Changes nothing: a request past its term only looks expired, until the sweep or they themselves expire it. */
export async function ownPage({ store, community, now }: Reading, client: PersonId): Promise<OwnPage> {
  const person = await store.people.get(client);
  const stored = await store.requests.latestOf(client);
  const isOnTelegram = person?.telegramId != null;
  const contacts = await store.contacts.verifiedOf(client);
  const isReached = isOnTelegram && person.unreachableAt === null;
  const around = {
    isOnTelegram,
    newsIn: isReached ? 'telegram' : mediumOf(contacts, community.media),
    provedAt: contacts.find(({ medium }) => medium === 'email')?.verifiedAt ?? null,
    opensChats: community.access !== null,
  } as const;
  if (stored === null) {
    const nothing = { message: null, added: [], gaveWay: null, changed: null, isErased: false };
    return { you: { state: 'none' }, ...nothing, ...around };
  }
  const { id, request } = stored;
  const seen = snapshot(id, request, now, community.policy);
  const isOver = request.status === 'pending' && now >= request.expiresAt;
  // As much as there may be from either side.
  const said = await store.talk.latest(id, 2 * mostAdditions);
  const added = said.filter(({ message: { kind, round } }) => kind !== 'question' && round === request.round);
  const [changed = null] = await store.events.newest(id, 1);
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
    changed: changed && { event: changed.event, at: changed.at },
    isErased: stored.erasedAt !== undefined,
    ...around,
  };
}

/** By which of their addresses somebody hears of it; null: none works, or they want nothing there. */
const mediumOf = (contacts: readonly Contact[], media: readonly ContactMedium[]): ContactMedium | null =>
  media.find((medium) =>
    contacts.some((one) => one.medium === medium && one.failedAt === null && one.mutedAt === null),
  ) ?? null;
