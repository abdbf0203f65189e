import type { Update } from '@grammyjs/types';
import { accepted, refusal, type Answer } from './answer';
import type { DoubleClock } from './clock';

export type UpdateBody = Omit<Update, 'update_id'>;

/** An update with handwritten JSON: nested deeper than any that Telegram sends, or with duplicate names. */
export class RawUpdate {
  constructor(
    readonly update_id: number,
    /** The fields besides `update_id`, without the surrounding braces. */
    readonly fields: string,
  ) {}

  get json(): string {
    return `{"update_id":${this.update_id},${this.fields}}`;
  }
}

export interface PollParams {
  readonly offset?: number;
  readonly limit?: number;
  /** In seconds. */
  readonly timeout?: number;
  readonly allowed_updates?: readonly string[];
}

/** How tests can change the order and number of deliveries. */
export interface DeliveryOptions {
  /** In how many answers each update is sent, acknowledged or not; Telegram's number is 1. */
  readonly redeliver?: number;
  /** Reorders the updates of an answer: Telegram promises no order across chats and people. */
  readonly shuffle?: <T>(batch: readonly T[]) => readonly T[];
}

/** Telegram drops presses after this long (ms); everything else is kept for a day. */
const pressLifetime = 150_000;
const updateLifetime = 24 * 3_600_000;

/** Kinds that are only sent to bots that name them in `allowed_updates`. */
const onlyWhenNamed = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** An offset further ahead of the queue than this must be from before the IDs were restarted. The number is TDLib's. */
const plausiblyAhead = 10;

const firstUpdateId = 500_000_001;

interface Entry {
  readonly update: Update | RawUpdate;
  /** Counts how often the IDs were restarted. */
  readonly generation: number;
  readonly expiresAt: number;
  /** How many answers have contained it. */
  deliveries: number;
}

interface LongPoll {
  readonly params: PollParams;
  readonly finish: (answer: Answer) => void;
  readonly timer: NodeJS.Timeout;
}

/** The updates waiting for the bot, and its long poll. */
export class UpdateQueue {
  private entries: Entry[] = [];
  private nextId = firstUpdateId;
  private count = 0;
  private dropped = 0;
  private generation = 0;
  private allowed: readonly string[] = [];
  private poller: LongPoll | undefined;
  private flushing = false;

  constructor(
    private readonly clock: DoubleClock,
    private readonly delivery: DeliveryOptions = {},
  ) {}

  /** Queues an update, unless the bot doesn't want its kind, and answers the long poll. */
  push(body: UpdateBody): void {
    const kind = Object.keys(body)[0] ?? '';
    if (!this.wants(kind)) return;
    this.enqueue({ update_id: this.nextId, ...body }, kind === 'callback_query' ? pressLifetime : updateLifetime);
  }

  /** Queues an update with these JSON fields: `"message":{…}`. */
  pushRaw(fields: string): void {
    this.enqueue(new RawUpdate(this.nextId, fields), updateLifetime);
  }

  /**
   * getUpdates. An offset confirms all updates below it; a negative one keeps that many at the end and drops the rest. An older
   * poll that is still waiting gets a 409. `onGone` registers what to do when the connection is lost.
   */
  poll(params: PollParams, onGone: (listener: () => void) => void): Answer | Promise<Answer> {
    this.endPoll(
      refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    if (params.allowed_updates !== undefined) this.allowed = params.allowed_updates;
    this.confirm(params.offset ?? 0);
    const batch = this.batch(params);
    const timeout = params.timeout ?? 0;
    if (batch.length > 0 || timeout === 0) return accepted(batch);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.endPoll(accepted([])), timeout * 1000);
      const poller = { params, finish: resolve, timer };
      this.poller = poller;
      onGone(() => {
        if (this.poller === poller) this.endPoll(accepted([]));
      });
    });
  }

  /** Answers the waiting long poll, if any. */
  endPoll(answer: Answer): void {
    const poller = this.poller;
    if (poller === undefined) return;
    this.poller = undefined;
    clearTimeout(poller.timer);
    poller.finish(answer);
  }

  /** Drops all waiting updates. */
  clear(): void {
    this.entries = [];
  }

  /** Continues with this `update_id`, as Telegram does after a quiet week. */
  restartIds(updateId: number): void {
    this.generation += 1;
    this.nextId = updateId;
  }

  /** How many updates there have been. */
  get made(): number {
    return this.count;
  }

  /** How many updates are waiting. */
  get pending(): number {
    const now = this.clock.now();
    return this.entries.filter((entry) => entry.expiresAt > now).length;
  }

  /** How many updates expired before the bot took them: it will never get these. */
  get forgotten(): number {
    return this.dropped + this.entries.length - this.pending;
  }

  /** The `allowed_updates` that the bot sent last; empty for the default. */
  get allowedUpdates(): readonly string[] {
    return this.allowed;
  }

  private enqueue(update: Update | RawUpdate, lifetime: number): void {
    this.nextId += 1;
    this.count += 1;
    this.entries.push({
      update,
      generation: this.generation,
      expiresAt: this.clock.now() + lifetime,
      deliveries: 0,
    });
    this.flushSoon();
  }

  private wants(kind: string): boolean {
    return this.allowed.length === 0 ? !onlyWhenNamed.has(kind) : this.allowed.includes(kind);
  }

  private confirm(offset: number): void {
    if (offset < 0) this.entries = this.entries.slice(offset);
    if (offset <= 0) return;
    let end = 0;
    for (
      let entry = this.entries[0];
      entry !== undefined && this.confirmedBy(offset, entry);
      entry = this.entries[end]
    ) {
      end += 1;
    }
    if (end === 0) return;
    const owed = this.entries.slice(0, end).filter((entry) => entry.deliveries < (this.delivery.redeliver ?? 1));
    this.entries.splice(0, end, ...owed);
  }

  /** After the IDs were restarted, an offset from before confirms only updates from before. */
  private confirmedBy(offset: number, entry: Entry): boolean {
    const learntBeforeRestart = offset > this.nextId + plausiblyAhead;
    if (entry.generation === this.generation) return !learntBeforeRestart && entry.update.update_id < offset;
    return learntBeforeRestart ? entry.update.update_id < offset : entry.deliveries > 0;
  }

  /** The oldest updates that haven't expired; drops the expired ones before them. */
  private batch(params: PollParams): readonly (Update | RawUpdate)[] {
    const limit = params.limit ?? 100;
    const now = this.clock.now();
    const alive: Entry[] = [];
    let end = 0;
    for (let entry = this.entries[0]; entry !== undefined && alive.length < limit; entry = this.entries[end]) {
      if (entry.expiresAt > now) alive.push(entry);
      end += 1;
    }
    if (alive.length < end) {
      this.entries.splice(0, end, ...alive);
      this.dropped += end - alive.length;
    }
    for (const entry of alive) entry.deliveries += 1;
    const updates = alive.map((entry) => entry.update);
    return this.delivery.shuffle?.(updates) ?? updates;
  }

  /** Waits until the end of the tick, so that one answer contains everything people did at once. */
  private flushSoon(): void {
    if (this.flushing || this.poller === undefined) return;
    this.flushing = true;
    setImmediate(() => {
      this.flushing = false;
      if (this.poller === undefined) return;
      const batch = this.batch(this.poller.params);
      if (batch.length > 0) this.endPoll(accepted(batch));
    });
  }
}
