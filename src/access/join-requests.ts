import type { GroupId } from '../lifecycle/ids';
import { isGivenUp, isOpenStatus } from '../lifecycle/request';
import { saveMembership } from '../requests/access';
import { latestRequest } from '../requests/current';
import { meet, personOnTelegram, type TelegramProfile } from '../requests/meet';
import { submit } from '../requests/submit';
import { longestMessage } from '../lifecycle/limits';
import { requestStatus } from '../requests/read/status';
import type { StoredRequest } from '../store/queries/requests';
import { noMembership, type Membership } from '../store/queries/access';
import { priorities } from '../store/queries/outbox';
import { owe, type Transaction } from '../transaction/transaction';

/** Somebody asks to join a chat of the community, as Telegram says. */
export interface JoinRequest {
  readonly chat: GroupId;
  readonly from: TelegramProfile;
  /** What they say of themselves in Telegram; '': nothing. */
  readonly bio: string;
}

/**
 * Somebody asks to join: whoever is let in is approved, whoever was decided against is declined and told why, once a decision.
 * Where they have no standing request it becomes one, if JOIN_REQUESTS says so. The calls are the worker's. Returns whether they
 * are let in.
 */
export async function noteJoinRequest(tx: Transaction, { chat, from, bio }: JoinRequest): Promise<boolean> {
  const { access } = tx.community;
  if (access === null) return false;
  const known = await personOnTelegram(tx, from.telegramId);
  const latest = known === null ? null : await latestRequest(tx, known);
  const isStanding = latest !== null && isOpenStatus(latest.request.status) && !isGivenUp(latest.request);
  if (!isStanding && access.joinRequests === 'ignore') return false;
  const isNew = !isStanding && access.joinRequests === 'request';
  const { id } = await meet(tx, from, { isHere: false, wantsSomething: isNew });
  const before = await tx.store.access.get(id, chat);
  const row = before ?? noMembership(id, chat);
  // Whoever decides about it may do so in Telegram as well: until then there is nothing to do.
  const waitsForDecision = isNew || latest?.request.status === 'pending';
  // Only who is not in can ask.
  const asked: Membership = {
    ...row,
    seen: 'left',
    seenAt: tx.now,
    joinRequestedAt: tx.now,
    ...(!waitsForDecision && { nextTryAt: tx.now }),
    tries: 0,
  };
  const told = isStanding ? await tellOfVerdict(tx, asked, latest) : asked;
  await saveMembership(tx, before, told);
  if (isNew) {
    const joining = (await tx.store.access.chat(chat))?.title ?? String(chat);
    await submit(tx, id, 'submit', bio.slice(0, longestMessage).toWellFormed(), { joining });
  }
  if (!waitsForDecision) tx.wakeAccess();
  return row.wanted === 'in';
}

/** Tells who was decided against why their join request is declined; somebody who presses again is not told again. */
async function tellOfVerdict(tx: Transaction, row: Membership, { id, request }: StoredRequest): Promise<Membership> {
  if (request.status !== 'rejected' && request.status !== 'revoked') return row;
  if (request.decision === null) return row;
  const { at } = request.decision;
  const others = await tx.store.access.ofPerson(row.personId);
  if (row.toldOfVerdict === at || others.some(({ membership }) => membership.toldOfVerdict === at)) return row;
  const chat = await tx.store.access.chat(row.chatId);
  owe(tx, {
    recipientId: row.personId,
    notice: { kind: 'join_declined', chat: chat?.title ?? '', you: await requestStatus(tx, row.personId) },
    priority: priorities.client,
    requestId: id,
  });
  return { ...row, toldOfVerdict: at };
}
