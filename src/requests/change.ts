import { privateChat, type PersonId, type RequestId } from '../lifecycle/ids';
import { noRequest, type Request } from '../lifecycle/request';
import {
  isRefusal,
  transition,
  type ClientNews,
  type Command,
  type Refusal,
  type Transition,
} from '../lifecycle/transition';
import { priorities } from '../store/queries/outbox';
import type { StoredRequest } from '../store/queries/requests';
import { addCards, refreshCards } from './cards';
import { snapshot } from './views';
import { owe, type Work } from './work';

export interface Changed {
  readonly id: RequestId;
  readonly request: Request;
}

/** Whether the cards of a request follow its change. A sweep of many leaves most of them as they are. */
export type CardsFollow = 'cards_follow' | 'cards_stay';

/**
 * The one way in which a request changes: the lifecycle says what becomes of it, and the row, its history and every
 * message it owes are written together. `actor` is who did it; null: the system.
 */
export async function change(
  work: Work,
  stored: StoredRequest | null,
  command: Command,
  actor: PersonId | null,
  follow: CardsFollow = 'cards_follow',
): Promise<Changed | Refusal> {
  const outcome = transition(stored?.request ?? noRequest, command, work.now, work.house.policy);
  if (isRefusal(outcome)) return outcome;
  const id = await save(work, stored, command, outcome.request);
  if (id === null) {
    // Only a second writer can have changed the row since it was read: decide again on what it says now.
    return change(work, stored === null ? null : await work.store.requests.get(stored.id), command, actor, follow);
  }
  const from = startsAnew(stored, outcome.request) ? null : stored.request;
  await work.store.events.append({
    requestId: id,
    event: command.type === 'submit' && from !== null ? 'appeal' : command.type,
    fromStatus: from?.status ?? null,
    toStatus: outcome.request.status,
    actorId: actor,
    at: work.now,
    reason: 'reason' in command ? command.reason : null,
    updateId: work.updateId,
    message: (from?.status === 'pending' ? from : outcome.request).message,
    round: outcome.request.round,
  });
  await oweNews(work, id, outcome, actor);
  if (follow === 'cards_follow') await oweCards(work, id, from, outcome, actor);
  return { id, request: outcome.request };
}

export const isChanged = <R extends { readonly refused: string }>(outcome: Changed | R): outcome is Changed =>
  !('refused' in outcome);

/** A request that is over stays as it is; asking again makes a new one. */
function startsAnew(stored: StoredRequest | null, after: Request): stored is null {
  return stored === null || (after.round === 1 && after.status === 'pending');
}

async function save(work: Work, stored: StoredRequest | null, command: Command, after: Request) {
  if (startsAnew(stored, after)) return work.store.requests.insert(after);
  const decides = command.type === 'approve' || command.type === 'reject';
  const isVerdict = command.type === 'reject' || command.type === 'revoke';
  const written = await work.store.requests.replace(stored.id, stored.request, after, decides ? work.now : null, {
    expiry: after.round !== stored.request.round,
    appeal: isVerdict,
  });
  return written ? stored.id : null;
}

async function oweNews(work: Work, id: RequestId, news: Transition, actor: PersonId | null): Promise<void> {
  const client = privateChat(news.request.clientId);
  const asks = news.client === 'submitted' || news.client === 'appeal_submitted';
  if (news.client === 'reopened') await takeBackOutcome(work, id, news.request);
  owe(work, {
    chatId: client,
    notice: {
      kind: 'client_news',
      news: news.client,
      request: snapshot(id, news.request, work.now, work.house.policy),
      ...(asks && !work.house.canDecideFor(news.request.clientId) && { nobodyCanDecide: true }),
    },
    priority: actor === news.request.clientId ? priorities.answer : priorities.client,
    requestId: id,
  });
}

async function oweCards(
  work: Work,
  id: RequestId,
  from: Request | null,
  news: Transition,
  actor: PersonId | null,
): Promise<void> {
  switch (news.admins) {
    case 'new_card':
      return addCards(work, id, news.request.round);
    case 'cards_change': {
      const shown = from?.round ?? news.request.round;
      if (shown !== news.request.round) await work.store.botMessages.moveCardsToRound(id, shown, news.request.round);
      return refreshCards(work, id, news.request.round, actor);
    }
  }
}

const outcomes: readonly ClientNews[] = ['approved', 'rejected'];

/** An outcome that is undone before it has left is not sent at all. */
async function takeBackOutcome(work: Work, id: RequestId, request: Request): Promise<void> {
  await work.owing.write();
  const waiting = await work.store.outbox.waitingAbout(id, privateChat(request.clientId));
  const unsent = waiting.filter(({ notice }) => notice.kind === 'client_news' && outcomes.includes(notice.news));
  await work.store.outbox.supersede(
    unsent.map((row) => row.id),
    'the decision was undone',
    work.now,
  );
}
