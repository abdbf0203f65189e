import type { PersonId, RequestId } from '../lifecycle/ids';
import { noRequest, type Request } from '../lifecycle/request';
import {
  isRefusal,
  isVoteEvent,
  transition,
  type ClientEvent,
  type Command,
  type EventType,
  type Refusal,
  type Transition,
  type Via,
} from '../lifecycle/transition';
import type { LeftOut, Notice } from '../notices/notice';
import { priorities } from '../store/queries/outbox';
import type { StoredRequest } from '../store/queries/requests';
import type { RequestSource } from '../store/rows';
import { followAccess } from './access';
import { addCards, refreshCards } from './cards';
import { followInDigests } from './digest';
import { putQuestion } from './questions';
import { snapshot } from './read/snapshot';
import type { ChatLink } from './read/views';
import { tellClient } from './tell-client';
import type { Transaction } from '../transaction/transaction';
import { oweWebhook } from '../webhooks/owed';

export interface Changed {
  readonly id: RequestId;
  readonly request: Request;
  /** What the history calls it. */
  readonly event: EventType;
}

/** The person who changes a request, and their way in. */
export interface Actor {
  /** Null: the system. */
  readonly id: PersonId | null;
  readonly via: Via;
}

/** A person, by the transaction's way in. */
export const person = (tx: Transaction, id: PersonId): Actor => ({ id, via: tx.via });

/** What happens by itself. */
export const system: Actor = { id: null, via: 'system' };

/** What else there is to say about how a request came. */
export interface Circumstances {
  /** What of the client's words is passed on to nobody. */
  readonly leftOut?: readonly LeftOut[];
  /** The chat that the client asked to join, in Telegram; null: they have written to the bot. */
  readonly joining?: string | null;
}

/** Whether the cards of a request are updated. A large sweep leaves most of them as they are. */
export type CardsFollow = 'cards_follow' | 'cards_stay';

/**
 * The one way in which a request changes: the lifecycle says what becomes of it, and the row, its history and every
 * message it owes are written together.
 */
export async function change(
  tx: Transaction,
  stored: StoredRequest | null,
  command: Command,
  actor: Actor,
  follow: CardsFollow = 'cards_follow',
  { leftOut = [], joining = null }: Circumstances = {},
): Promise<Changed | Refusal> {
  const outcome = transition(stored?.request ?? noRequest, command, tx.now, tx.community.policy);
  if (isRefusal(outcome)) return outcome;
  const { request, event, reason, message } = outcome;
  const before = outcome.isNew ? null : stored;
  const source = sourceOf(actor, joining);
  const id =
    before === null
      ? await tx.store.requests.insert(request, source)
      : await replace(tx, before, outcome, event === 'submit' ? source : null);
  if (id === null) {
    // Only another writer can have changed the row since it was read: decide again on its current state.
    const now = stored === null ? null : await tx.store.requests.get(stored.id);
    return change(tx, now, command, actor, follow, { leftOut, joining });
  }
  const eventId = await tx.store.events.append({
    requestId: id,
    event,
    fromStatus: before?.request.status ?? null,
    toStatus: request.status,
    actorId: actor.id,
    at: tx.now,
    reason,
    updateId: tx.updateId,
    via: actor.via,
    message,
    round: request.round,
    expiresAt: request.expiresAt,
    coApprovers:
      event === 'approve' && 'coApprovers' in request && request.coApprovers.length > 0 ? request.coApprovers : null,
  });
  tx.touch(id);
  await oweWebhook(tx, { requestId: id, eventId, before: before?.request ?? null, after: request });
  const links = await followAccess(tx, before?.request.status ?? null, request);
  if (joining !== null) await askForWords(tx, id, request, joining);
  else await oweNews(tx, id, outcome, actor, { leftOut, links });
  if (follow === 'cards_follow') await oweCards(tx, id, before?.request ?? null, outcome, actor.id);
  const waited = before?.request.status === 'pending';
  if (waited !== (request.status === 'pending')) await followInDigests(tx, outcome.admins === 'new_card');
  if (isVoteEvent(event)) tx.onCommit(() => tx.meter.voted(event));
  return { id, request, event };
}

/** How a request comes in, that begins now. */
function sourceOf({ via }: Actor, joining: string | null): RequestSource {
  if (joining !== null) return 'join';
  return via === 'form' ? 'form' : 'chat';
}

/**
 * Whoever asked to join a chat is asked for a few words: whatever they send becomes the request's message. However many ask at
 * once, everybody else's messages go first: these people have pressed a button and wait for no answer.
 */
async function askForWords(
  tx: Transaction,
  id: RequestId,
  { clientId, round, expiresAt }: Request,
  chat: string,
): Promise<void> {
  const place = { recipientId: clientId, personId: clientId, requestId: id, round, replyTo: null };
  const notice = { kind: 'join_question', requestId: id, chat, expiresAt } as const;
  await putQuestion(tx, { kind: 'join_question', ...place }, notice, priorities.last);
}

export const isChanged = <R extends { readonly refused: string }>(outcome: Changed | R): outcome is Changed =>
  !('refused' in outcome);

/** Returns the request's number; null if the row has changed, or the request has expired meanwhile. */
async function replace(
  { store, now }: Transaction,
  { id, request }: StoredRequest,
  outcome: Transition,
  source: RequestSource | null,
): Promise<RequestId | null> {
  const aliveAt = outcome.onlyInTime ? now : null;
  return (await store.requests.replace(id, request, outcome.request, aliveAt, outcome.clears, source)) ? id : null;
}

async function oweNews(
  tx: Transaction,
  id: RequestId,
  transition: Transition,
  actor: Actor,
  { leftOut, links }: { readonly leftOut: readonly LeftOut[]; readonly links: readonly ChatLink[] },
): Promise<void> {
  if (transition.client === null) return;
  const client = transition.request.clientId;
  const asks = transition.client === 'submitted' || transition.client === 'appeal_submitted';
  if (transition.client === 'decision_undone') await takeBackOutcome(tx, id, transition.request);
  const { client: news } = transition;
  await tellClient(tx, client, {
    notice: {
      kind: 'client_news',
      news,
      request: snapshot(id, transition.request, tx.now, tx.community.policy),
      ...(asks && tx.community.deciders(transition.request.clientId) === 0 && { nobodyCanDecide: true }),
      ...(leftOut.length > 0 && { leftOut }),
      ...(links.length > 0 && { links }),
      ...(news === 'submitted' && actor.via === 'form' && { byForm: true }),
    },
    priority: actor.id === transition.request.clientId ? priorities.answer : priorities.client,
    requestId: id,
  });
}

async function oweCards(
  tx: Transaction,
  id: RequestId,
  from: Request | null,
  transition: Transition,
  actor: PersonId | null,
): Promise<void> {
  switch (transition.admins) {
    case 'new_card':
      return addCards(tx, id, transition.request.round);
    case 'cards_change': {
      const shown = from?.round ?? transition.request.round;
      if (shown !== transition.request.round)
        await tx.store.botMessages.moveCardsToRound(id, shown, transition.request.round);
      return refreshCards(tx, id, transition.request.round, actor);
    }
  }
}

const outcomes: readonly ClientEvent[] = ['approved', 'rejected'];

/** The outcome of a decision that is undone before it was sent is never sent. */
function takeBackOutcome({ outbox }: Transaction, requestId: RequestId, { clientId }: Request): Promise<void> {
  const isOutcome = (notice: Notice) => notice.kind === 'client_news' && outcomes.includes(notice.news);
  return outbox.takeBack({ requestId, recipientId: clientId }, isOutcome, 'the decision was undone');
}
