import { isGroup, privateChat, type ChatId, type Instant, type PersonId, type RequestId } from '../lifecycle/ids';
import { appealWindow, undoIsOpen, type Policy } from '../lifecycle/policy';
import type { Request } from '../lifecycle/request';
import type { Refusal } from '../lifecycle/transition';
import type {
  CardView,
  DecisionView,
  HistoryEvent,
  PendingLine,
  PendingPage,
  RefusalView,
  RequestSnapshot,
  RoundText,
} from '../notices/views';
import type { Queries } from '../store/queries';
import type { WaitingPlace } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';

/** What the client may know of a request. */
export function snapshot(id: RequestId, request: Request, now: Instant, policy: Policy): RequestSnapshot {
  const decision = 'decision' in request ? request.decision : null;
  return {
    id,
    status: request.status,
    submittedAt: request.submittedAt,
    expiresAt: request.expiresAt,
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? null,
    appealCount: request.appealCount,
    ...appealTimes(request, now, policy),
  };
}

/** When the client may appeal, and until when; null where there is nothing to appeal, or no more. */
function appealTimes(
  request: Request,
  now: Instant,
  policy: Policy,
): Pick<RequestSnapshot, 'appealOpensAt' | 'appealClosesAt'> {
  const never = { appealOpensAt: null, appealClosesAt: null };
  if (request.status !== 'rejected' && request.status !== 'revoked') return never;
  const window = appealWindow(request, now, policy);
  if (window.state !== 'not_open' && window.state !== 'open') return never;
  const appealOpensAt = request.decision.at + policy.appealAfter;
  return { appealOpensAt, appealClosesAt: window.state === 'open' ? window.closesAt : null };
}

/** What a refusal's sentence may name. */
export async function refusalView(
  tx: Transaction,
  refusal: Refusal,
  id: RequestId | null,
  reader: PersonId,
): Promise<RefusalView> {
  const request = 'request' in refusal ? refusal.request : null;
  const decision = request === null ? null : await standingDecision(tx.store, request);
  return {
    code: refusal.refused,
    request: request === null || id === null ? null : snapshot(id, request, tx.now, tx.community.policy),
    decision,
    decidedByYou: decision?.byId === reader,
    opensAt: 'opensAt' in refusal ? refusal.opensAt : null,
    closedAt: 'closedAt' in refusal ? refusal.closedAt : null,
    limit: 'limit' in refusal ? refusal.limit : null,
  };
}

const eventsShown = 10;

/** What admins see of a request in a chat; null: there is no such request. */
export async function cardView(
  store: Queries,
  id: RequestId,
  chatId: ChatId,
  now: Instant,
  policy: Policy,
): Promise<CardView | null> {
  const stored = await store.requests.get(id);
  if (stored === null) return null;
  const { request } = stored;
  const client = await store.people.get(request.clientId);
  const decision = await standingDecision(store, request);
  return {
    id,
    status: request.status,
    round: request.round,
    client: {
      id: request.clientId,
      name: client?.name ?? '',
      username: client?.username ?? null,
      unreachable: client !== null && client.unreachableAt !== null,
    },
    message: request.message,
    submittedAt: request.submittedAt,
    expiresAt: request.expiresAt,
    ...(await textsOf(store, id, request)),
    decision,
    earlier: isFirstDecision(request) ? null : await earlierDecisions(store, id, decision),
    undoable:
      (request.status === 'approved' || request.status === 'rejected') &&
      undoIsOpen(request, now, policy) &&
      (isGroup(chatId) || chatId === privateChat(request.decision.by)),
  };
}

/** Besides the first, as many texts of other rounds stand on a card. */
const newestTexts = 3;

/** Which appeal the text of a request is, and what was written in its other rounds. An appeal that expired left the text before it. */
async function textsOf(
  store: Queries,
  id: RequestId,
  request: Request,
): Promise<Pick<CardView, 'appeal' | 'otherTexts'>> {
  const { appealCount, submittedAt } = request;
  if (appealCount === 0) return { appeal: 0, otherTexts: [] };
  const newest = await store.events.texts(id, newestTexts);
  const texts: RoundText[] = newest.map((text, n) => ({ ...text, appeal: appealCount - n })).reverse();
  const first = (texts[0]?.appeal ?? 0) > 0 ? await store.events.firstText(id) : null;
  if (first !== null) texts.unshift({ ...first, appeal: 0 });
  const shown = texts.find(({ at }) => at === submittedAt);
  return { appeal: shown?.appeal ?? appealCount, otherTexts: texts.filter((text) => text !== shown) };
}

/** A request's newest events, oldest of them first, and how many came before. */
export async function history(store: Queries, id: RequestId): Promise<{ events: HistoryEvent[]; older: number }> {
  const { rows, total } = await store.events.latest(id, eventsShown);
  const events = rows.reverse().map(({ event, actorName }): HistoryEvent => ({
    at: event.at,
    event: event.event,
    from: event.fromStatus,
    to: event.toStatus,
    actor: event.actorId === null ? null : { id: event.actorId, name: actorName ?? '' },
    reason: event.reason,
  }));
  return { events, older: total - events.length };
}

const pageLength = 8;

/** Which part of what waits somebody wants to see: a page counted from 1, or what stands after or before a request. */
export type WantedPage =
  { readonly page: number } | { readonly after: WaitingPlace } | { readonly before: WaitingPlace };

/**
 * A page of what waits. Where nothing comes after the request named it is the last one, and where less than a page comes
 * before it the first: what has been decided meanwhile makes no page skip anybody.
 */
export async function pendingPage(store: Queries, wanted: WantedPage): Promise<PendingPage> {
  const { pending: total } = await store.requests.counts();
  const lines = await pendingLines(store, wanted, total);
  const [first] = lines;
  const before = first === undefined ? 0 : await store.requests.countWaitingBefore(first);
  const pagesBefore = Math.ceil(before / pageLength);
  const pages = pagesBefore + Math.max(1, Math.ceil((total - before) / pageLength));
  return { lines, page: pagesBefore + 1, pages, total };
}

async function pendingLines({ requests }: Queries, wanted: WantedPage, total: number): Promise<readonly PendingLine[]> {
  if ('page' in wanted) {
    const last = Math.max(1, Math.ceil(total / pageLength));
    return requests.waiting(pageLength, (Math.min(wanted.page, last) - 1) * pageLength);
  }
  if ('after' in wanted) {
    const following = await requests.waitingAfter(wanted.after, pageLength);
    return following.length > 0 ? following : requests.waitingBefore(wanted.after, pageLength);
  }
  const preceding = await requests.waitingBefore(wanted.before, pageLength);
  return preceding.length === pageLength ? preceding : requests.waiting(pageLength, 0);
}

/** Only an appeal, an undo or a revocation comes after a decision. */
const isFirstDecision = (request: Request): boolean => request.round === 1 && request.status !== 'revoked';

async function standingDecision(store: Queries, request: Request): Promise<DecisionView | null> {
  if (!('decision' in request)) return null;
  const by = await store.people.get(request.decision.by);
  const { status, decision } = request;
  return { status, byId: decision.by, byName: by?.name ?? '', at: decision.at, reason: decision.reason };
}

const statusAfter = { approve: 'approved', reject: 'rejected', revoke: 'revoked' } as const;

/** The decisions before the one that stands. One that was undone does not count: it was a slip. */
async function earlierDecisions(store: Queries, id: RequestId, standing: DecisionView | null) {
  const made: DecisionView[] = [];
  let undone = 0;
  for (const { event, actorName } of await store.events.decisions(id)) {
    if (event.event === 'undo') {
      undone += 1;
    } else if (undone > 0) {
      undone -= 1;
    } else if (event.event in statusAfter && event.actorId !== null) {
      const status = statusAfter[event.event as keyof typeof statusAfter];
      made.push({ status, byId: event.actorId, byName: actorName ?? '', at: event.at, reason: event.reason });
    }
  }
  const earlier = standing === null ? made : made.slice(1);
  const [last] = earlier;
  return last === undefined ? null : { last, older: earlier.length - 1 };
}
