import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { isGroup, type ChatId, type Instant, type Millis } from '../lifecycle/ids';
import type { Drawable } from '../channels/telegram/messages/render';
import type { Rendering } from '../channels/telegram/messages/rendering';
import type { Meter } from '../observability/meter';
import type { Dispatcher, EarlyClaim } from '../transaction/dispatcher';
import { foldIntoDigest } from '../requests/digest';
import { inGrowingParts, timebox } from '../requests/timebox';
import { takeBackFromFormerAdmins } from '../requests/former-admins';
import type { AppContext, Transactions } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';
import type { Queries } from '../store/queries';
import type { Store } from '../store/store';
import type { NewOwed, Owed } from '../store/queries/outbox';
import { longestWait } from '../channels/telegram/answer';
import type { BotApi } from '../channels/telegram/api';
import { ClaimWithCommit } from './early-claim';
import { resolveAll, type ResolvedMessage } from './resolve';
import { Outage } from './outage';
import { LoadedRows, type Load } from './loaded';
import { longestLimit, type Pace } from './pace';
import { Queue } from './queue';
import { outcomeOf, send, type SendResult } from './send';
import { settle, type Attempt, type Disposition } from './settle';
import { UnwritableGroups } from './unwritable-groups';

/** What delivery needs from the world. */
export interface DeliveryPorts extends AppContext {
  readonly transactions: Pick<Transactions, 'run' | 'dispatchWith'>;
  readonly store: Pick<Store, 'undisputed' | 'uncertainCommits'>;
  readonly api: BotApi;
  readonly pace: Pace;
  /** Puts a message into words, in the language nearest to the one given. */
  readonly render: (notice: Drawable, language: string | null) => Rendering;
  readonly plainText: (html: string) => string;
  readonly meter: Pick<Meter, 'sent'>;
  /** Called at the named steps of a message's way: a test can end the process there. */
  readonly step: (name: DeliveryStep) => void;
}
export type DeliveryStep = 'claimed' | 'answered' | 'settled';

/** The new cards that one chat would need longer than this for become one digest. */
const longestBurst: Millis = 10_000;
/** As many messages as may be under way at once. */
const mostUnderWay = 200;
/** With so many under way, what else may leave waits for company: each commit costs as much as sending several. */
const crowd = 20;
const companyWithin: Millis = 10;
/** How soon a message is tried again in its chat: at first, and at the most. */
const firstRetry: Millis = 250;
const longestRetry: Millis = 4000;
/**
 * Whoever commits what is owed hands it over in memory. How often the table is looked through for what was not: because
 * nobody learned that its commit had happened, or by a bug.
 */
const lookEvery: Millis = 5000;
/** How long the sends that are under way have when the daemon stops, and then what has been answered to be written down. */
const lastSends: Millis = 5000;
const lastWrites: Millis = 1500;
/** What the start waits for, of what an earlier daemon left: it is loaded in so many steps, if it is not much. */
const firstLoads = 8;

/**
 * Sends what is owed. One round follows the other: what has been answered is settled and what may leave is claimed, in
 * one transaction; then each claimed message leaves on its own. The outbox is the truth, the queue only an index of what
 * leaves next: the rest is loaded as it goes.
 */
export class Delivery implements Dispatcher {
  private readonly queue: Queue;
  private readonly loaded: LoadedRows;
  private readonly outage: Outage;
  private readonly unwritable: UnwritableGroups;
  private readonly timers = new Map<ChatId | 'all', NodeJS.Timeout>();
  private readonly abort = new AbortController();
  /** Chats that got something new: they may owe a digest by now. */
  private readonly grown = new Set<ChatId>();
  /** The new IDs of chats that move with the round which is under way: what waits for the old ones is ahead of what comes. */
  private readonly movingTo = new Set<ChatId>();
  /** The newest digest owed to a chat: it counts whatever was owed before it. */
  private readonly digests = new Map<ChatId, number>();
  private answered: Attempt[] = [];
  private underWay = 0;
  private stopping = false;
  private wanted = false;
  private running: Promise<void> | null = null;
  private loading: Promise<void> | null = null;
  private soon: NodeJS.Timeout | null = null;
  private looking: NodeJS.Timeout | undefined;
  /** Those that have been noticed. */
  private uncertainCommits = 0;
  /** Rows may be claimed by such a commit; they are let go of before anything is loaded. */
  private mayHoldClaims = false;
  private allLanded: (() => void) | null = null;

  constructor(private readonly ports: DeliveryPorts) {
    const isAdminChat = (chat: ChatId) => ports.community.isAdminChat(chat);
    this.queue = new Queue(ports.pace, (chat, at) => this.wakeAt(chat, at), isAdminChat);
    this.loaded = new LoadedRows(isAdminChat);
    this.outage = new Outage(ports.log);
    this.unwritable = new UnwritableGroups(ports.api, ports.log);
    // Every send that is under way listens for the end.
    setMaxListeners(mostUnderWay * 2, this.abort.signal);
  }

  /** Takes up what an earlier daemon left, and begins. */
  async start(): Promise<void> {
    const { unknown, sent, now } = await this.transact(async ({ store: { outbox }, now }) => {
      const unknown = await outbox.releaseInFlight();
      return { unknown, sent: await outbox.sentSince(now - longestLimit), now };
    });
    // Telegram counts on where the earlier daemon left off.
    const { pace, clock, log, community } = this.ports;
    const began = clock.monotonic();
    for (const { chatId, settledAt } of sent) pace.remember(chatId, began - Math.max(0, now - (settledAt ?? now)));
    for (const chatId of unknown) pace.remember(chatId, began);
    if (unknown.length > 0)
      log.warn('sends whose outcome is unknown are repeated', { details: { count: unknown.length } });
    this.loaded.begin(community.adminChats());
    this.ports.transactions.dispatchWith(this);
    // As a rule that is all there is; nobody waits for more.
    await this.loads(firstLoads);
    this.load();
    this.looking = setInterval(() => {
      this.loaded.lookForStranded();
      this.load();
    }, lookEvery);
  }

  /** These have been committed: they leave as soon as they may. */
  private add(rows: readonly Owed[]): void {
    this.noticeUncertainCommits();
    for (const { chatId, id, notice } of rows) if (notice.kind === 'digest') this.digests.set(chatId, id);
    this.enqueue(this.loaded.take(rows));
    this.load();
  }

  /** What such a commit stored is ahead of all that has come to be owed since. */
  private noticeUncertainCommits(): void {
    const { uncertainCommits } = this.ports.store;
    if (uncertainCommits === this.uncertainCommits) return;
    this.uncertainCommits = uncertainCommits;
    this.mayHoldClaims = true;
    this.loaded.lookForLost();
    this.load();
  }

  private enqueue(rows: readonly Owed[]): void {
    const { clock } = this.ports;
    for (const row of rows) {
      this.queue.add(row);
      this.grown.add(row.chatId);
      const forbidden = restOfWait(row, clock.now());
      if (forbidden > 0) this.queue.block(row.chatId, clock.monotonic() + forbidden);
    }
    if (this.underWay < crowd) this.pump();
    else this.pumpSoon();
  }

  earlyClaim(): EarlyClaim {
    return new ClaimWithCommit({
      clock: this.ports.clock,
      takeUnhindered: (written, unwritten) => this.takeUnhindered(written, unwritten),
      landed: (message) => this.landed(message),
      committed: (leaving, waiting) => {
        for (const { row } of leaving) {
          this.loaded.hold(row);
          this.queue.begin(row);
        }
        this.add(waiting);
        this.sendOff(leaving);
      },
    });
  }

  /** Nothing more leaves; what is under way is waited for, but not for long. What is owed stays owed. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    clearInterval(this.looking);
    const giveUpAfter = (ms: Millis): NodeJS.Timeout => setTimeout(() => this.abort.abort(), ms);
    const sending = giveUpAfter(lastSends);
    if (this.underWay > 0) await new Promise<void>((resolve) => (this.allLanded = resolve));
    clearTimeout(sending);
    const writing = giveUpAfter(lastWrites);
    this.pump();
    await Promise.all([this.running, this.loading]);
    clearTimeout(writing);
  }

  /** Loads what there is room for. */
  private load(): void {
    if (this.stopping) return;
    this.loading ??= this.loads()
      .catch((error: unknown) => {
        if (!this.stopping) this.ports.log.error('what is owed can not be loaded', { error });
      })
      .finally(() => (this.loading = null));
  }

  private async loads(most = Number.POSITIVE_INFINITY): Promise<void> {
    for (let done = 0; done < most && !this.stopping; done += 1) {
      const load = this.loaded.next();
      if (load === null) return;
      await this.loadNow(load);
      // Whoever else waits for the database, or for this turn of the event loop, comes first.
      await nextTurn();
    }
  }

  private async loadNow(load: Load): Promise<void> {
    if (this.mayHoldClaims) {
      this.mayHoldClaims = false;
      await this.transact(async ({ store: { outbox } }) => {
        await nextTurn();
        await this.letGo(outbox, await outbox.claimed());
      });
    }
    switch (load.kind) {
      case 'streams': {
        const result = await this.transact(async (tx) => {
          const found: { readonly rows: readonly Owed[]; readonly takenBack: ReadonlySet<number> }[] = [];
          for (const { chatId, part, after, limit } of load.streams) {
            const rows = await tx.store.outbox.waitingFor(chatId, part, after, limit);
            found.push({ rows, takenBack: await takeBackFromFormerAdmins(tx, rows) });
          }
          return found;
        });
        for (const [n, { rows, takenBack }] of result.entries()) {
          const stream = load.streams[n];
          const queued = stream === undefined ? [] : this.loaded.loaded(stream, rows);
          for (const row of queued) if (takenBack.has(row.id)) this.loaded.forget(row);
          this.enqueue(queued.filter(({ id }) => !takenBack.has(id)));
        }
        return;
      }
      case 'places': {
        const result = await this.transact(async (tx) => {
          // By the next turn of the event loop all that was committed before this transaction is in memory.
          await nextTurn();
          const places = await tx.store.outbox.places(load.after, load.limit, load.answersOnly);
          const claimed = places.filter(({ inFlightSince }) => inFlightSince !== null);
          await this.letGo(
            tx.store.outbox,
            claimed.map(({ id }) => id),
          );
          return places;
        });
        return this.loaded.looked(load.cursor, result);
      }
    }
  }

  /** Of claimed rows those that nobody has in memory have not left: their commit was one whose outcome nobody learned. */
  private async letGo(outbox: Queries['outbox'], claimed: readonly number[]): Promise<void> {
    await outbox.unclaim(claimed.filter((id) => !this.loaded.holds(id)));
  }

  private pump(): void {
    this.wanted = true;
    this.running ??= this.rounds()
      .catch((error: unknown) => this.ports.log.warn('delivery ends before everything was written down', { error }))
      .finally(() => (this.running = null));
  }

  /** For what nobody waits for: it shares the next round, which is not far off. */
  private pumpSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.pump();
    }, companyWithin);
  }

  private async rounds(): Promise<void> {
    // Once given up, what has not been settled is settled after the next start.
    while (this.wanted && !this.abort.signal.aborted) {
      // Whatever else this turn of the event loop brings shares the commit.
      await nextTurn();
      this.wanted = false;
      const bursts = this.takeBursts();
      const answered = this.answered.splice(0);
      const taken = this.stopping ? [] : this.takeReady();
      if (bursts.length + answered.length + taken.length > 0) await this.round(bursts, answered, taken);
    }
  }

  private async round(bursts: readonly Owed[][], answered: readonly Attempt[], taken: readonly Owed[]): Promise<void> {
    const { step, log, clock } = this.ports;
    for (const { ending } of answered) if (ending.end === 'chat_moved') this.movingTo.add(ending.to);
    const claimed = await this.transact(async (tx) => {
      const isOver = timebox(clock);
      const settled = await inGrowingParts(answered, isOver, (part) => settle(tx, part, log));
      for (const burst of bursts) await foldIntoDigest(tx, burst, this.digestCounts(burst));
      // What was owed before goes back to its place before what this transaction owes gets one.
      tx.onCommit(() => {
        for (const [n, fate] of settled.results.entries()) {
          const attempt = answered[n];
          if (attempt !== undefined) this.follow(attempt, fate);
        }
        const later = answered.slice(settled.done);
        this.answered.unshift(...later);
        if (later.length > 0) this.wanted = true;
        if (settled.done > 0) step('settled');
        for (const burst of bursts) for (const row of burst) this.loaded.forget(row);
      });
      return inGrowingParts(taken, isOver, (part) => claim(tx, part));
    });
    this.movingTo.clear();
    const leave = new Set(claimed.results.map(({ row }) => row));
    for (const row of taken.slice(0, claimed.done)) if (!leave.has(row)) this.drop(row);
    for (const row of taken.slice(claimed.done)) {
      this.landed(row);
      this.queue.putBack(row);
      this.wanted = true;
    }
    this.sendOff(claimed.results);
  }

  private sendOff(leaving: readonly ResolvedMessage[]): void {
    if (leaving.length > 0) this.ports.step('claimed');
    for (const drawn of leaving) void this.dispatch(drawn);
  }

  private takeBursts(): Owed[][] {
    const now = this.ports.clock.monotonic();
    const bursts = [...this.grown].map((chat) => this.queue.takeBurst(chat, longestBurst, now));
    this.grown.clear();
    return bursts.filter((burst) => burst.length > 0);
  }

  /** Whether a digest that waits, or has left since these were owed, counts them. */
  private digestCounts(burst: readonly Owed[]): (chat: ChatId) => boolean {
    const newest = burst.reduce((most, { id }) => Math.max(most, id), 0);
    return (chat) => this.queue.holdsDigest(chat) || (this.digests.get(chat) ?? 0) > newest;
  }

  private takeReady(): Owed[] {
    const { clock, pace } = this.ports;
    const taken: Owed[] = [];
    while (this.underWay < mostUnderWay) {
      const now = clock.monotonic();
      const freeAt = Math.max(pace.freeAt(), this.outage.freeAt());
      if (freeAt > now) {
        this.wakeAt('all', freeAt);
        break;
      }
      const row = this.queue.take(now);
      if (row === null) break;
      this.departs(row, now);
      taken.push(row);
    }
    return taken;
  }

  /** Of messages that are not in the queue yet, those that could leave at once if they were. */
  private takeUnhindered(written: readonly NewOwed[], owed: readonly NewOwed[]): NewOwed[] {
    if (this.stopping) return [];
    this.noticeUncertainCommits();
    const { clock, pace } = this.ports;
    const now = clock.monotonic();
    const isFree = ({ chatId }: NewOwed) =>
      this.underWay < mostUnderWay && Math.max(pace.freeAt(), this.outage.freeAt(), pace.chatFreeAt(chatId)) <= now;
    const taken: NewOwed[] = [];
    for (const message of this.queue.unhindered([...written, ...owed], longestBurst, now)) {
      if (written.includes(message) || this.loaded.isBehind(message) || !isFree(message)) continue;
      if (this.movingTo.has(message.chatId)) continue;
      this.departs(message, now);
      taken.push(message);
    }
    return taken;
  }

  /** The message counts as under way, until it has `landed`. */
  private departs({ chatId }: NewOwed, now: Millis): void {
    this.ports.pace.leaves(chatId, now);
    this.outage.leaves(now);
    this.underWay += 1;
  }

  private async dispatch(drawn: ResolvedMessage): Promise<void> {
    const { api, plainText, step, clock } = this.ports;
    const rendering = this.renderOrNull(drawn);
    const ending: SendResult =
      rendering === null
        ? { end: 'unworded', error: 'it could not be put into words' }
        : this.ports.store.undisputed
          ? await send(api, drawn, rendering, plainText, this.abort.signal)
          : { end: 'again', outcomeUnknown: false, after: null, error: 'another daemon may be sending it' };
    step('answered');
    this.answered.push({ drawn, ending });
    this.landed(drawn.row);
    this.ports.meter.sent(drawn.edits === null ? 'sendMessage' : 'editMessageText', outcomeOf(ending));
    this.outage.ended(drawn.row.chatId, ending, clock.monotonic());
    // What has failed counts at once: it waits again, where a newer message may take its place.
    if (ending.end === 'sent') this.pumpSoon();
    else this.pump();
  }

  /** One of another version's, or a bug: it is logged and shown as undeliverable, and holds nothing else up. */
  private renderOrNull({ notice, language, row }: ResolvedMessage): Rendering | null {
    try {
      return this.ports.render(notice, language);
    } catch (error) {
      this.ports.log.error('a message could not be put into words and is undeliverable', {
        chatId: row.chatId,
        error,
        details: { outboxId: row.id, kind: row.notice.kind },
      });
      return null;
    }
  }

  private follow({ drawn: { row }, ending }: Attempt, fate: Disposition): void {
    if (ending.end === 'unreachable' && isGroup(row.chatId) && !this.ports.community.isAdminChat(row.chatId)) {
      this.unwritable.refused(row.chatId, this.abort.signal);
    }
    if (fate === 'done') return this.release(row);
    this.queue.putBack({ ...row, attempts: row.attempts + 1 });
    if (ending.end === 'chat_moved') {
      this.queue.moveChat(row.chatId, ending.to);
      this.loaded.moveChat(row.chatId, ending.to);
    }
    if (ending.end === 'again') {
      const pause = ending.after ?? Math.min(longestRetry, firstRetry * 2 ** row.attempts);
      this.queue.block(row.chatId, this.ports.clock.monotonic() + pause);
    }
  }

  private drop(row: Owed): void {
    this.landed(row);
    this.release(row);
  }

  private release(row: Owed): void {
    this.queue.release(row);
    this.loaded.forget(row);
    this.load();
  }

  private landed({ chatId }: NewOwed): void {
    const { pace, clock } = this.ports;
    const now = clock.monotonic();
    pace.arrived(chatId, now);
    this.underWay -= 1;
    if (pace.chatFreeAt(chatId) > now) this.wakeAt(chatId, pace.chatFreeAt(chatId));
    if (this.underWay === 0) this.allLanded?.();
  }

  private wakeAt(key: ChatId | 'all', at: Millis): void {
    if (this.stopping) return;
    clearTimeout(this.timers.get(key));
    const { clock, pace } = this.ports;
    const delay = Math.min(longestTimer, Math.max(0, Math.ceil(at - clock.monotonic())));
    const timer = setTimeout(() => {
      this.timers.delete(key);
      if (key !== 'all') {
        this.queue.wake(key, clock.monotonic());
        pace.forget(key, clock.monotonic());
      }
      this.pump();
    }, delay);
    this.timers.set(key, timer);
  }

  /** A round that fails for another reason than the database being away is a bug; nothing is given up for it. */
  private async transact<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.ports.transactions.run(job, this.abort.signal);
      } catch (error) {
        if (this.abort.signal.aborted) throw error;
        this.ports.log.error('delivery failed and is tried again', { error });
        await wait(longestRetry, undefined, { signal: this.abort.signal });
      }
    }
  }
}

/** How long the chat is still to be left alone; however the clock has jumped, no longer than Telegram asked for. */
function restOfWait({ notBefore, toldToWaitAt }: Owed, now: Instant): Millis {
  if (notBefore === null) return 0;
  const asked = toldToWaitAt === null ? longestWait : notBefore - toldToWaitAt;
  return Math.min(asked, notBefore - now);
}

/** setTimeout waits no longer than 2^31 ms; after that the time is looked at again. */
const longestTimer: Millis = 2_000_000_000;

async function claim(tx: Transaction, taken: readonly Owed[]): Promise<readonly ResolvedMessage[]> {
  const claimed = await tx.store.outbox.claim(
    taken.map(({ id }) => id),
    tx.now,
  );
  return resolveAll(
    tx,
    taken.filter(({ id }) => claimed.has(id)),
  );
}
