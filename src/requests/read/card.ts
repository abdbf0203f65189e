import type { Instant, PersonId, RequestId, TelegramId } from '../../lifecycle/ids';
import { undoIsOpen } from '../../lifecycle/policy';
import type { Request } from '../../lifecycle/request';
import type { Community } from '../../people/community';
import type { Queries } from '../../store/queries';
import { accessView, isJoining } from '../access';
import { approvalsView, hasApproval } from './approvals';
import { earlierDecisions, currentDecision } from './decisions';
import type { CardView, RoundText } from './views';

/** The reader of a card: one admin, or everybody in the admins' group. */
export type Viewer = PersonId | 'group';

/** A request as this reader sees it; null if it doesn't exist. */
export async function cardView(
  store: Queries,
  id: RequestId,
  viewer: Viewer,
  now: Instant,
  community: Community,
): Promise<CardView | null> {
  const stored = await store.requests.get(id);
  if (stored === null) return null;
  const { request } = stored;
  const client = await store.people.get(request.clientId);
  const counts = await store.talk.countsAbout(id);
  return {
    id,
    status: request.status,
    round: request.round,
    client: {
      telegramId: client?.telegramId ?? null,
      name: client?.name ?? '',
      username: client?.username ?? null,
      unreachable: client !== null && client.unreachableAt !== null,
      ...(await contactsOf(store, community, request.clientId)),
    },
    message: request.message,
    ...(stored.erasedAt !== undefined && { erased: true as const }),
    joining: await isJoining(store, stored),
    ...(stored.source === 'form' && { byForm: true as const }),
    submittedAt: request.submittedAt,
    expiresAt: request.expiresAt,
    ...(await textsOf(store, id, request)),
    decision: await currentDecision(store, request),
    earlier: isFirstDecision(request) ? null : await earlierDecisions(store, id, request),
    approvals: await approvalsView(store, request, community),
    talk: await talkOf(store, id, counts.talk),
    ...(await accessOf(store, community, request, client?.telegramId ?? null)),
    notes: counts.notes,
    undoable: isUndoable(request, viewer, now, community),
  };
}

/** Without another channel than Telegram nothing is looked up. */
async function contactsOf(
  store: Queries,
  { media }: Community,
  client: PersonId,
): Promise<Pick<CardView['client'], 'contacts'>> {
  if (media.length === 0) return {};
  const contacts = await store.contacts.verifiedOf(client);
  if (contacts.length === 0) return {};
  return {
    contacts: contacts.map(({ medium, address, failedAt, mutedAt }) => ({
      medium,
      address,
      state: failedAt !== null ? 'dead' : mutedAt !== null ? 'muted' : 'works',
    })),
  };
}

/** Whether whoever looks can take something back: the decision or, while the request waits, their own approval of it. */
function isUndoable(request: Request, viewer: Viewer, now: Instant, community: Community): boolean {
  switch (request.status) {
    case 'pending':
      return hasApproval(request, viewer === 'group' ? null : viewer, community);
    case 'approved':
    case 'rejected':
      return undoIsOpen(request, now, community.policy) && (viewer === 'group' || viewer === request.decision.by);
    case 'expired':
    case 'withdrawn':
    case 'revoked':
      return false;
  }
}

/** The most texts of other rounds on a card, besides the first. */
const newestTexts = 3;

/** Which appeal the request's text is, and the texts of its other rounds. An expired appeal leaves the text before it. */
async function textsOf(
  store: Queries,
  id: RequestId,
  request: Request,
): Promise<Pick<CardView, 'appeal' | 'otherTexts'>> {
  const { appealCount, submittedAt } = request;
  if (appealCount === 0) return { appeal: 0, otherTexts: [] };
  const newest = await store.events.texts(id, newestTexts);
  const texts: RoundText[] = newest.map((text, n) => ({ ...textOf(text), appeal: appealCount - n })).reverse();
  const first = (texts[0]?.appeal ?? 0) > 0 ? await store.events.firstText(id) : null;
  if (first !== null) texts.unshift({ ...textOf(first), appeal: 0 });
  const described = texts[0]?.appeal === 0 ? await store.events.described(id) : null;
  if (texts[0] !== undefined && described !== null) texts[0] = { ...texts[0], message: described };
  const shown = texts.find(({ at }) => at === submittedAt);
  return { appeal: shown?.appeal ?? appealCount, otherTexts: texts.filter((text) => text !== shown) };
}

/** What is erased has no text any more. */
const textOf = ({ at, message }: { readonly at: Instant; readonly message: string | null }) => ({
  at,
  message: message ?? '',
  ...(message === null && { erased: true as const }),
});

/** The most of a conversation that a card has room for, and more. */
const mostSaid = 20;

async function talkOf(store: Queries, id: RequestId, count: number): Promise<CardView['talk']> {
  if (count === 0) return { said: [], older: 0 };
  const newest = await store.talk.latest(id, mostSaid);
  const said = newest.toReversed().map(({ message: { kind, at, text }, authorName }) => ({
    kind,
    byName: authorName,
    at,
    message: text,
  }));
  return { said, older: count - said.length };
}

/** Only an appeal, an undo or a revocation follows a decision. */
const isFirstDecision = (request: Request): boolean => request.round === 1 && request.status !== 'revoked';

/** An approval, or its end, is what a card says it of. */
async function accessOf(
  store: Queries,
  community: Community,
  request: Request,
  telegramId: TelegramId | null,
): Promise<Pick<CardView, 'access'>> {
  if (request.status !== 'approved' && request.status !== 'revoked' && request.status !== 'pending') return {};
  const access = await accessView(store, community, request.clientId, telegramId);
  return access.length === 0 ? {} : { access };
}
