import type { Millis, RecipientId, RequestId } from '../lifecycle/ids';
import { priorities, type NewOwed, type Owed, type Priority } from '../store/queries/outbox';
import type { Pace } from './channel';

/**
 * The order in which owed messages leave, of those that are in memory.
 *
 * Each chat has lanes. In a lane messages leave one after the other. A card has the lane of its request; everything else
 * shares the chat's. So does a request that a list has open, since the list and its requests replace each other in one
 * message. So a client's messages keep their order, and in an admin's chat those about one request do. Of what is ready the
 * most urgent leaves first, and chats take turns; a lane is as urgent as the most urgent message in it.
 * Updates of digests have a lane of their own, and leave only while their chat's limits have room to spare. So has each code that proves
 * an address: it goes to another address than the rest, and must not wait for that one.
 * Two kinds of chats have a place of their own. An admin's answers go before everybody's: they are few, and a crowd of
 * clients must not keep an admin from working. A client for whom many messages wait lets all others go first.
 */
export class Queue {
  private readonly chats = new Map<RecipientId, Chat>();
  private readonly ready: Record<Priority, Chat[]> = { 0: [], 1: [], 2: [], 3: [] };
  /** Those of clients for whom many messages wait. */
  private readonly bulk: Record<Priority, Chat[]> = { 0: [], 1: [], 2: [], 3: [] };

  /** `wakeAt` is asked to call `wake` when the chat's limits are free again, at a monotonic time. */
  constructor(
    private readonly pace: Pace,
    private readonly wakeAt: (chat: RecipientId, at: Millis) => void,
    private readonly isAdminChat: (chat: RecipientId) => boolean,
  ) {}

  add(row: Owed): void {
    const chat = this.chatOf(row.recipientId);
    const lane = chat.laneOf(row);
    lane.rows.push(row);
    if (row.notice.kind === 'address_code') this.freeCodesBefore(chat, row.id);
    if (isFreshCard(row)) chat.freshCards += 1;
    if (lane.rows.length > bulkAbove && !this.isAdminChat(row.recipientId)) chat.isBulk = true;
    // A waiting lane is already in a less urgent line, or in this one.
    if (!lane.busy && urgency(lane) !== lane.standsIn) this.makeReady(chat, lane);
  }

  /** A newer code has made them void: as soon as they may leave, there is nothing left to say, and they are settled. */
  private freeCodesBefore(chat: Chat, id: number): void {
    for (const lane of chat.lanes.values()) {
      const isVoid = lane.rows.some((row) => row.notice.kind === 'address_code' && row.id < id);
      if (!isVoid || lane.blockedUntil === 0) continue;
      lane.blockedUntil = 0;
      if (lane.standsIn !== null) this.queueUp(chat, lane.standsIn);
    }
  }

  /** The next message that may leave now; null: none may. Its lane is taken until `release` or `putBack`. */
  take(now: Millis): Owed | null {
    for (const lines of [this.ready, this.bulk]) {
      for (const priority of byUrgency) {
        const row = this.takeInLine(lines, priority, now);
        if (row !== null) return row;
      }
    }
    return null;
  }

  /**
   * Of messages that are not in the queue, those that would have nothing ahead of them in it, the most urgent first. None
   * of a burst: new cards of one chat that would take longer than `most`.
   */
  unhindered(rows: readonly NewOwed[], most: Millis, now: Millis): NewOwed[] {
    if (byUrgency.some((priority) => this.ready[priority].length + this.bulk[priority].length > 0)) return [];
    const freshCards = new Map<RecipientId, number>();
    for (const row of rows.filter(isFreshCard))
      freshCards.set(row.recipientId, (freshCards.get(row.recipientId) ?? 0) + 1);
    const urgency = new Map<RecipientId, Priority>();
    for (const { recipientId, priority } of rows)
      urgency.set(recipientId, least(priority, urgency.get(recipientId) ?? priority));
    const lanes = new Set<string>();
    const first = rows.filter((row) => {
      if (isSpare(row)) return false;
      const lane = `${row.recipientId} ${laneKey(row)}`;
      const isFirst = !lanes.has(lane) && this.isOpenTo(row, now);
      lanes.add(lane);
      const isBurst =
        isFreshCard(row) && this.pace.timeFor(row.recipientId, freshCards.get(row.recipientId) ?? 0, now) > most;
      // Sent at the same instant, a card could overtake the answer to whoever caused it.
      return isFirst && !isBurst && row.priority === urgency.get(row.recipientId);
    });
    return first.sort((a, b) => a.priority - b.priority);
  }

  /** Whether nothing waits for the message's chat, and nothing is under way that the message has to follow. */
  private isOpenTo(row: NewOwed, now: Millis): boolean {
    const chat = this.chats.get(row.recipientId);
    if (chat === undefined) return true;
    if (chat.blockedUntil > now || chat.lanes.get(laneKey(row))?.busy === true) return false;
    for (const { rows } of chat.lanes.values()) if (rows.length > 0) return false;
    return true;
  }

  /** The message leaves without having waited. Its lane is taken until `release` or `putBack`. */
  begin(row: Owed): void {
    const lane = this.chatOf(row.recipientId).laneOf(row);
    lane.busy = true;
    lane.requestInFlight = row.requestId;
  }

  /** Whether something waits for this message, which is under way, to be settled. */
  isAwaited(row: Owed): boolean {
    return (this.chats.get(row.recipientId)?.lanes.get(laneKey(row))?.rows.length ?? 0) > 0;
  }

  /** The message is settled: what waits behind it may follow. */
  release(row: Owed): void {
    const chat = this.chatOf(row.recipientId);
    const lane = chat.laneOf(row);
    lane.busy = lane.isLast = false;
    lane.requestInFlight = null;
    if (lane.rows.length > 0) this.makeReady(chat, lane);
    else chat.lanes.delete(laneKey(row));
    // A card may have waited for it.
    for (const priority of byUrgency) this.queueUp(chat, priority);
    this.dropIfEmpty(chat);
  }

  /** The message has to be sent again, before what waits behind it. */
  putBack(row: Owed): void {
    this.putBackInto(this.chatOf(row.recipientId), row, false);
  }

  private putBackInto(chat: Chat, row: Owed, isLast: boolean): void {
    const lane = chat.laneOf(row);
    lane.busy = false;
    lane.isLast = isLast;
    lane.requestInFlight = null;
    lane.rows.unshift(row);
    if (isFreshCard(row)) chat.freshCards += 1;
    this.makeReady(chat, lane);
  }

  /**
   * The channel took nothing, and may have had its reason in this very message: it comes after all that waits, however urgent it is,
   * so that no message keeps the others from being tried.
   */
  putLast(row: Owed): void {
    const chat = this.chatOf(row.recipientId);
    chat.isBulk = true;
    this.putBackInto(chat, row, true);
  }

  /** Nothing leaves for the message's chat, or in its lane (`Pace`), until then (monotonic). `untilBack`: at most until the channel is back. */
  block(row: Owed, until: Millis, untilBack = false): void {
    const chat = this.chatOf(row.recipientId);
    if (this.pace.holdsBack === 'chat') {
      chat.blockedUntil = Math.max(chat.blockedUntil, until);
      this.wakeAt(chat.id, chat.blockedUntil);
      return;
    }
    const lane = chat.laneOf(row);
    lane.blockedUntil = Math.max(lane.blockedUntil, until);
    lane.isUntilBack = untilBack;
    this.wakeForLanes(chat);
  }

  /** The channel takes messages again: what waited at most for that is ready. */
  channelIsBack(now: Millis): void {
    for (const chat of [...this.chats.values()]) {
      let isFreed = false;
      for (const lane of chat.lanes.values()) {
        if (!lane.isUntilBack) continue;
        lane.blockedUntil = 0;
        lane.isUntilBack = false;
        isFreed = true;
      }
      if (isFreed) this.wake(chat.id, now);
    }
  }

  /** There is one time per chat to wake it: the next one of its lanes. */
  private wakeForLanes(chat: Chat): void {
    const times = [...chat.lanes.values()].flatMap(({ blockedUntil }) => (blockedUntil > 0 ? [blockedUntil] : []));
    if (times.length > 0) this.wakeAt(chat.id, Math.min(...times));
  }

  /** The chat's time has come, or may have: whatever waits in it is ready again. */
  wake(recipientId: RecipientId, now: Millis): void {
    const chat = this.chats.get(recipientId);
    if (chat === undefined) return;
    if (chat.blockedUntil <= now) chat.blockedUntil = 0;
    for (const lane of chat.lanes.values()) {
      if (lane.blockedUntil > 0 && lane.blockedUntil <= now) {
        lane.blockedUntil = 0;
        lane.isUntilBack = false;
      }
    }
    this.wakeForLanes(chat);
    for (const priority of byUrgency) this.queueUp(chat, priority);
    this.dropIfEmpty(chat);
  }

  /** The new cards that wait for a chat, if they would take longer than `most` to send; they are no longer in the queue. */
  takeBurst(recipientId: RecipientId, most: Millis, now: Millis): Owed[] {
    const chat = this.chats.get(recipientId);
    if (chat === undefined || chat.freshCards === 0) return [];
    if (this.pace.timeFor(recipientId, chat.freshCards, now) <= most) return [];
    const burst: Owed[] = [];
    for (const [key, lane] of chat.lanes) {
      const stays: Owed[] = [];
      for (const row of lane.rows) (isFreshCard(row) ? burst : stays).push(row);
      lane.rows = stays;
      if (stays.length === 0 && !lane.busy) chat.lanes.delete(key);
    }
    chat.freshCards = 0;
    return burst;
  }

  /** Whether a digest waits for the chat: it will count whatever has come by the time it leaves. */
  holdsDigest(recipientId: RecipientId): boolean {
    const rows = this.chats.get(recipientId)?.lanes.get(chatLane)?.rows ?? [];
    return rows.some(({ notice }) => notice.kind === 'digest');
  }

  /** What waits for a chat moves to its new ID, where the messages it refers to are not. */
  moveChat(from: RecipientId, to: RecipientId): void {
    const chat = this.chats.get(from);
    if (chat === undefined) return;
    this.chats.delete(from);
    for (const lane of chat.lanes.values()) {
      // The old chat may still be in line; it must not send anything twice.
      for (const row of lane.rows.splice(0))
        this.add({ ...row, recipientId: to, replyTo: null, editMessageId: null, threadId: null });
    }
  }

  private takeInLine(lines: Record<Priority, Chat[]>, priority: Priority, now: Millis): Owed | null {
    const line = lines[priority];
    for (let chat = line.shift(); chat !== undefined; chat = line.shift()) {
      chat.isReady[priority] = false;
      if (chat.isBulk && lines !== this.bulk) {
        this.queueUp(chat, priority);
        continue;
      }
      if (!this.isFree(chat, now)) continue;
      const row = this.takeFrom(chat, priority, now);
      if (row === null) continue;
      if (isFreshCard(row)) chat.freshCards -= 1;
      this.queueUp(chat, priority);
      return row;
    }
    return null;
  }

  private takeFrom(chat: Chat, priority: Priority, now: Millis): Owed | null {
    const lanes = chat.readyLanes[priority];
    const later: Lane[] = [];
    let taken: Owed | null = null;
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
      // It was promoted to a more urgent line and has left from there, or a digest took what it held.
      if (lane.busy || lane.standsIn !== priority) continue;
      if (lane.blockedUntil > now) {
        later.push(lane);
        continue;
      }
      const [first] = lane.rows;
      if (first !== undefined && isSpare(first)) {
        const spareAt = this.pace.spareAt(chat.id);
        if (spareAt > now) {
          later.push(lane);
          this.wakeAt(chat.id, spareAt);
          continue;
        }
        this.pace.spareLeaves(chat.id, now);
      }
      if (first !== undefined && followsAnswer(chat, first)) {
        later.push(lane);
        continue;
      }
      lane.standsIn = null;
      taken = lane.rows.shift() ?? null;
      if (taken === null) continue;
      lane.busy = true;
      lane.requestInFlight = taken.requestId;
      break;
    }
    lanes.push(...later);
    return taken;
  }

  private chatOf(id: RecipientId): Chat {
    let chat = this.chats.get(id);
    if (chat === undefined) {
      chat = new Chat(id);
      this.chats.set(id, chat);
    }
    return chat;
  }

  private makeReady(chat: Chat, lane: Lane): void {
    const priority = urgency(lane);
    lane.standsIn = priority;
    chat.readyLanes[priority].push(lane);
    this.queueUp(chat, priority);
  }

  private queueUp(chat: Chat, priority: Priority): void {
    if (chat.isReady[priority] || chat.readyLanes[priority].length === 0) return;
    chat.isReady[priority] = true;
    if (chat.isBulk) this.bulk[priority].push(chat);
    else if (priority === priorities.answer && this.isAdminChat(chat.id)) this.ready[priority].unshift(chat);
    else this.ready[priority].push(chat);
  }

  private isFree(chat: Chat, now: Millis): boolean {
    const freeAt = Math.max(chat.blockedUntil, this.pace.chatFreeAt(chat.id));
    if (freeAt <= now) return true;
    if (freeAt < Number.POSITIVE_INFINITY) this.wakeAt(chat.id, freeAt);
    return false;
  }

  private dropIfEmpty(chat: Chat): void {
    if (chat.lanes.size === 0 && chat.blockedUntil === 0) this.chats.delete(chat.id);
  }
}

/** A card that has never been sent, so a digest can replace it. */
const isFreshCard = ({ notice }: NewOwed): boolean => notice.kind === 'card' && notice.fresh;

/** A client for whom more than this waits in one lane lets others go first until all of it has left. */
const bulkAbove = 3;

interface Lane {
  rows: Owed[];
  busy: boolean;
  /** The channel did not take the first message: what waits elsewhere is tried before it. */
  isLast: boolean;
  /** Nothing in it leaves until then; 0: it may. */
  blockedUntil: Millis;
  /** It waits so long at most until the channel is back. */
  isUntilBack: boolean;
  /** The request that the message in flight is about. */
  requestInFlight: RequestId | null;
  /** The line of its chat it waits in; null while it is busy. */
  standsIn: Priority | null;
}

const least = (one: Priority, other: Priority): Priority => (one < other ? one : other);

const byUrgency = [priorities.answer, priorities.client, priorities.admin, priorities.last] as const;

const urgency = ({ rows, isLast }: Lane): Priority =>
  isLast
    ? priorities.last
    : rows.reduce<Priority>((most, { priority }) => (priority < most ? priority : most), priorities.last);

class Chat {
  readonly lanes = new Map<number, Lane>();
  readonly readyLanes: Record<Priority, Lane[]> = { 0: [], 1: [], 2: [], 3: [] };
  readonly isReady: Record<Priority, boolean> = { 0: false, 1: false, 2: false, 3: false };
  isBulk = false;
  blockedUntil: Millis = 0;
  freshCards = 0;

  constructor(readonly id: RecipientId) {}

  laneOf(row: Owed): Lane {
    const key = laneKey(row);
    let lane = this.lanes.get(key);
    if (lane === undefined) {
      lane = {
        rows: [],
        busy: false,
        isLast: false,
        blockedUntil: 0,
        isUntilBack: false,
        requestInFlight: null,
        standsIn: null,
      };
      this.lanes.set(key, lane);
    }
    return lane;
  }
}

const chatLane = 0;

/** No request has this number. */
const spareLane = -1;
/** Nor any below it. */
const codeLane = (codeId: number): number => -2 - codeId;

/** Nobody waits for it: what it says of itself was right when it was sent. */
const isSpare = ({ notice }: NewOwed): boolean => notice.kind === 'digest_update';

/**
 * Whether the answer about the same request has not arrived in the chat yet: an admin who asks for access gets the card
 * afterwards.
 */
function followsAnswer(chat: Chat, card: Owed): boolean {
  const { id, requestId } = card;
  if (requestId === null || laneKey(card) === chatLane) return false;
  const answers = chat.lanes.get(chatLane);
  if (answers === undefined) return false;
  return (
    answers.requestInFlight === requestId || answers.rows.some((row) => row.requestId === requestId && row.id < id)
  );
}

function laneKey(row: NewOwed): number {
  if (isSpare(row)) return spareLane;
  if (row.notice.kind === 'address_code') return codeLane(row.notice.codeId);
  const isCard = row.notice.kind === 'card' || row.notice.kind === 'shown_card';
  return isCard ? row.notice.requestId : chatLane;
}
