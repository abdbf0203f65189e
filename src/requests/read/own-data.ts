import type { Instant, PersonId } from '../../lifecycle/ids';
import { isReasonForClient } from '../../lifecycle/transition';
import type { Queries } from '../../store/queries';
import type { StoredRequest } from '../../store/queries/requests';

/** What is looked up for it. */
type Looking = Pick<
  Queries,
  'people' | 'contacts' | 'addressCodes' | 'drafts' | 'erasures' | 'events' | 'talk' | 'access'
>;

/** More than anybody's request has. */
const most = 100_000;

/**
 * Everything that is stored about somebody and theirs to know, as JSON to read: names as in the API, times in UTC. Who decided stays
 * among the admins, and so do their notes and the reasons that they give each other. Null: nobody has this number.
 */
export async function ownData(store: Looking, id: PersonId): Promise<string | null> {
  const person = await store.people.get(id);
  if (person === null) return null;
  // Where two people turned out to be one, the history names both.
  const own = new Set([id, ...(await store.people.unitedInto(id)).map((other) => other.id)]);
  const requests = [];
  for (const stored of await store.erasures.requestsOf(id)) requests.push(await requestData(store, stored, own));
  const contacts = await store.contacts.allOf(id);
  const drafts = await store.drafts.allOf(id);
  const codes = (await store.addressCodes.allOf(id)).filter(({ address }) => address !== '');
  const access = await store.access.stateOf(id);
  const chats = (await store.access.ofPeople([id])).get(id) ?? [];
  const data = {
    id,
    telegram_id: person.telegramId,
    name: person.name,
    username: person.username,
    language_of_telegram: person.language,
    language_chosen: person.chosenLanguage,
    unreachable_since: time(person.unreachableAt),
    access: access === null ? null : { access: access.access, since: time(access.since), request: access.requestId },
    addresses: contacts.map(({ medium, address, mode, verifiedAt, failedAt, mutedAt }) => ({
      medium,
      address,
      mode,
      verified_at: time(verifiedAt),
      failed_at: time(failedAt),
      muted_at: time(mutedAt),
    })),
    address_codes: codes.map(({ medium, address, createdAt, usedAt }) => ({
      medium,
      address,
      asked_at: time(createdAt),
      used_at: time(usedAt),
    })),
    chats: chats.map(({ chat, membership: { seen, seenAt, joinedAt, invitedAt, joinRequestedAt } }) => ({
      chat: chat.title ?? chat.chatId,
      seen,
      seen_at: time(seenAt),
      joined_at: time(joinedAt),
      invited_at: time(invitedAt),
      join_requested_at: time(joinRequestedAt),
    })),
    unsent_texts: drafts.map(({ message, createdAt }) => ({ text: message, at: time(createdAt) })),
    requests,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

async function requestData(
  { events, talk }: Looking,
  { id, request, source, erasedAt }: StoredRequest,
  own: ReadonlySet<PersonId>,
) {
  const decision = 'decision' in request ? request.decision : null;
  const by = (actor: PersonId | null) => (actor === null ? 'bot' : own.has(actor) ? 'you' : 'admin');
  const happened = await events.newest(id, most);
  const said = await talk.latest(id, most);
  return {
    id,
    source,
    status: request.status,
    message: request.message,
    erased_at: time(erasedAt ?? null),
    submitted_at: time(request.submittedAt),
    expires_at: time(request.expiresAt),
    decided_at: time(decision?.at ?? null),
    reason: decision?.reason ?? null,
    appeal_count: request.appealCount,
    last_rejected_at: time(request.lastRejectedAt),
    events: happened
      .toReversed()
      .map(({ event, fromStatus, toStatus, actorId, at, reason, via, round, text, ...row }) => ({
        at: time(at),
        event,
        from: fromStatus,
        to: toStatus,
        by: by(actorId),
        via,
        round,
        text,
        reason: isReasonForClient(event) ? reason : null,
        erased_at: time(row.erasedAt),
      })),
    messages: said.toReversed().map(({ message: { kind, authorId, at, text, round } }) => ({
      at: time(at),
      kind,
      by: by(authorId),
      round,
      text,
    })),
  };
}

const time = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());
