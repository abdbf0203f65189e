import type { RecipientId } from '../lifecycle/ids';
import { priorities, type NewOwed, type Owed, type OwedPart, type OwedRef } from '../store/queries/outbox';

/** What to read from the outbox next. */
export type Load =
  | { readonly kind: 'streams'; readonly streams: readonly StreamLoad[] }
  /** A scan for chats with unsent messages, oldest first. */
  | {
      readonly kind: 'scan';
      readonly cursor: Cursor;
      readonly answersOnly: boolean;
      readonly after: number;
      readonly limit: number;
    };

/** The next rows of a stream. */
interface StreamLoad {
  readonly stream: Stream;
  readonly recipientId: RecipientId;
  readonly part: OwedPart;
  readonly after: number;
  readonly limit: number;
}

/** The most rows per read. */
interface Limits {
  /**
   * The most rows of one stream in memory, so that a waiting chat leaves room for others; more are loaded when half of them are
   * sent.
   */
  readonly ofStream: number;
  /**
   * With this many rows of clients in memory, no new chat is loaded; with twice as many, not even for an answer. Those of admins' chats
   * don't count: they are few chats, which may wait for long, and clients must not wait for them.
   */
  readonly inMemory: number;
  readonly streamsAtOnce: number;
  readonly scannedAtOnce: number;
}
const usual: Limits = { ofStream: 200, inMemory: 4_000, streamsAtOnce: 50, scannedAtOnce: 1_000 };

/**
 * Which of the unsent rows are in memory: as many as are needed to send without a pause, however many there are.
 *
 * The rows of a chat are a stream; an admin's chat has two, its cards and everything else, which must not wait for the cards. The
 * first rows of a stream, oldest first, are in memory; the rest is loaded as they are sent. A stream that isn't known has nothing
 * in the table, unless a scan is running.
 */
export class LoadedRows {
  private readonly held = new Map<number, Stream>();
  /** Those of clients. */
  private heldOfClients = 0;
  private readonly streams: Readonly<Record<OwedPart, Map<RecipientId, Stream>>> = {
    all: new Map(),
    other: new Map(),
    cards: new Map(),
  };
  private readonly toLoad: Stream[] = [];
  private scansNext = false;
  /** Answers go first, also those of an earlier daemon. */
  private readonly urgent = new Cursor();
  private readonly rest = new Cursor();

  constructor(
    private readonly isAdminChat: (chat: RecipientId) => boolean,
    private readonly limits: Limits = usual,
  ) {}

  /** An earlier daemon may have left anything; these chats come first. */
  begin(cardRecipients: readonly RecipientId[]): void {
    for (const recipientId of cardRecipients) {
      for (const part of ['other', 'cards'] as const) this.expect(this.streamAt(recipientId, part), 0);
    }
    this.urgent.startAt(0);
    this.rest.startAt(0);
  }

  /** Scans everything unsent and loads what isn't known, unless a scan is already running. */
  rescan(): void {
    if (!this.isScanning) this.rest.startAt(0);
  }

  /** Scans everything unsent from now on, starting with the chats that are known: something may be ahead of their messages. */
  rescanAll(): void {
    for (const streams of Object.values(this.streams)) {
      for (const stream of [...streams.values()]) this.expect(stream, 0);
    }
    this.rest.startAt(0);
  }

  /** Whether the row is in memory. */
  holds(id: number): boolean {
    return this.held.has(id);
  }

  /** Of newly committed rows, those to be queued now. The others are loaded in their turn. */
  take(rows: readonly Owed[]): readonly Owed[] {
    return rows.filter((row) => !this.held.has(row.id) && this.takes(row));
  }

  /** The row is sent without having been queued. */
  hold(row: Owed): void {
    const stream = this.streamAt(row.recipientId, this.partOf(row));
    this.keep(row.id, stream);
    stream.upTo = Math.max(stream.upTo, row.id);
  }

  /** The row is settled. */
  forget({ id }: Owed): void {
    const stream = this.held.get(id);
    if (stream === undefined) return;
    this.held.delete(id);
    stream.inMemory -= 1;
    if (stream.part === 'all') this.heldOfClients -= 1;
    if (stream.more) this.schedule(stream);
    else this.dropIfEmpty(stream);
  }

  /** Whether something ahead of this message may be only in the table. */
  isBehind(message: NewOwed): boolean {
    const stream = this.streams[this.partOf(message)].get(message.recipientId);
    return stream === undefined ? this.isScanning : stream.more;
  }

  /**
   * What to read now; null if there is nothing, or no room. Followed by `loaded` or `scanned`.
   *
   * Streams and scans take turns: while a scan is running, each message for another chat makes a stream to load, so people who go
   * on writing would keep it from its turn.
   */
  next(): Load | null {
    const load = this.scansNext ? (this.nextScan() ?? this.nextStreams()) : (this.nextStreams() ?? this.nextScan());
    this.scansNext = load?.kind === 'streams';
    return load;
  }

  /** These rows are the next in the stream. Returns those to be queued now. */
  loaded({ stream, recipientId, limit }: StreamLoad, rows: readonly Owed[]): readonly Owed[] {
    stream.isScheduled = stream.isLoading = false;
    if (stream.recipientId !== recipientId) {
      this.schedule(stream);
      return [];
    }
    const taken = rows.filter(({ id }) => !this.held.has(id));
    for (const row of taken) this.keep(row.id, stream);
    stream.upTo = stream.again ?? Math.max(stream.upTo, rows.at(-1)?.id ?? 0);
    stream.again = null;
    stream.more = rows.length === limit || stream.missed;
    if (stream.more) this.schedule(stream);
    else this.dropIfEmpty(stream);
    return taken;
  }

  /** These places are next in the table; fewer than the limit means there are no more. */
  scanned(cursor: Cursor, places: readonly OwedRef[]): void {
    let found = 0;
    for (const place of places) {
      if (found === this.limits.streamsAtOnce) return cursor.goOn(place.id - 1);
      if (this.held.has(place.id)) continue;
      const part = this.partOf(place);
      const known = this.streams[part].get(place.recipientId);
      // It waits for its turn.
      if (known?.more === true && place.id > known.upTo) continue;
      // If nothing is known of the chat, less urgent messages may be ahead of it; otherwise only this one is missing from memory.
      this.expect(known ?? this.streamAt(place.recipientId, part), known === undefined ? 0 : place.id - 1);
      found += 1;
    }
    if (places.length < this.limits.scannedAtOnce) cursor.end();
    else cursor.goOn(places.at(-1)?.id ?? 0);
  }

  /** What is owed to a chat is owed to its new ID from now on. */
  moveChat(from: RecipientId, to: RecipientId): void {
    for (const streams of Object.values(this.streams)) {
      const old = streams.get(from);
      if (old === undefined) continue;
      streams.delete(from);
      const target = streams.get(to);
      if (target === undefined) {
        old.recipientId = to;
        streams.set(to, old);
        continue;
      }
      for (const [id, stream] of this.held) if (stream === old) this.held.set(id, target);
      target.inMemory += old.inMemory;
      old.inMemory = 0;
      if (old.more) this.expect(target, Math.min(target.upTo, old.upTo));
      else if (!target.more) target.upTo = Math.max(target.upTo, old.upTo);
    }
  }

  private keep(id: number, stream: Stream): void {
    this.held.set(id, stream);
    stream.inMemory += 1;
    if (stream.part === 'all') this.heldOfClients += 1;
  }

  private nextStreams(): Load | null {
    if (this.toLoad.length === 0) return null;
    const { ofStream, streamsAtOnce } = this.limits;
    const streams = this.toLoad.splice(0, streamsAtOnce).map((stream) => {
      stream.missed = false;
      stream.isLoading = true;
      const { recipientId, part, upTo, inMemory } = stream;
      return { stream, recipientId, part, after: upTo, limit: Math.max(0, ofStream - inMemory) };
    });
    return { kind: 'streams', streams };
  }

  private nextScan(): Load | null {
    const { inMemory: most, scannedAtOnce: limit } = this.limits;
    const urgentAfter = this.heldOfClients < most * 2 ? this.urgent.read() : null;
    if (urgentAfter !== null) {
      return { kind: 'scan', cursor: this.urgent, answersOnly: true, after: urgentAfter, limit };
    }
    const restAfter = this.heldOfClients < most ? this.rest.read() : null;
    if (restAfter !== null) return { kind: 'scan', cursor: this.rest, answersOnly: false, after: restAfter, limit };
    return null;
  }

  private takes(row: Owed): boolean {
    const part = this.partOf(row);
    const known = this.streams[part].get(row.recipientId);
    if (known === undefined && this.isFull(row)) {
      if (row.priority === priorities.answer) this.urgent.startAt(row.id - 1);
      this.rest.startAt(row.id - 1);
      return false;
    }
    const stream = known ?? this.streamAt(row.recipientId, part);
    if (known === undefined && this.isScanning) this.expect(stream, 0);
    if (!stream.more && stream.inMemory >= this.limits.ofStream) stream.more = true;
    if (stream.more) {
      stream.missed = true;
      return false;
    }
    this.hold(row);
    return true;
  }

  private get isScanning(): boolean {
    return this.urgent.isOnItsWay || this.rest.isOnItsWay;
  }

  private isFull({ recipientId, priority }: Owed): boolean {
    if (this.isAdminChat(recipientId)) return false;
    return this.heldOfClients >= (priority === priorities.answer ? this.limits.inMemory * 2 : this.limits.inMemory);
  }

  private partOf({ recipientId, requestId }: Pick<NewOwed, 'recipientId' | 'requestId'>): OwedPart {
    if (!this.isAdminChat(recipientId)) return 'all';
    return requestId === null ? 'other' : 'cards';
  }

  private streamAt(recipientId: RecipientId, part: OwedPart): Stream {
    const streams = this.streams[part];
    let stream = streams.get(recipientId);
    if (stream === undefined) {
      stream = new Stream(recipientId, part);
      streams.set(recipientId, stream);
    }
    return stream;
  }

  /** The stream may continue in the table after this row. */
  private expect(stream: Stream, upTo: number): void {
    stream.more = stream.missed = true;
    if (stream.isLoading) stream.again = Math.min(stream.again ?? upTo, upTo);
    else stream.upTo = upTo;
    this.schedule(stream);
  }

  private schedule(stream: Stream): void {
    if (stream.isScheduled || stream.inMemory > this.limits.ofStream / 2) return;
    stream.isScheduled = true;
    this.toLoad.push(stream);
  }

  private dropIfEmpty(stream: Stream): void {
    if (stream.inMemory > 0 || stream.isScheduled) return;
    const streams = this.streams[stream.part];
    if (streams.get(stream.recipientId) === stream) streams.delete(stream.recipientId);
  }
}

class Stream {
  /** Rows that are waiting or being sent. */
  inMemory = 0;
  /** All rows up to this one are in memory or settled. */
  upTo = 0;
  /** There may be rows after that one in the table. */
  more = false;
  isScheduled = false;
  isLoading = false;
  /** Where to continue after the read under way, if not after its rows. */
  again: number | null = null;
  /** A row was left to the table since the last read. */
  missed = false;

  constructor(
    public recipientId: RecipientId,
    readonly part: OwedPart,
  ) {}
}

/** How far a scan of the whole table has come. */
class Cursor {
  private after: number | null = null;
  private isReading = false;
  /** Where to start again after the read under way. */
  private again: number | null = null;

  get isOnItsWay(): boolean {
    return this.after !== null;
  }

  /** Something after this row is not in memory. */
  startAt(after: number): void {
    if (this.isReading) this.again = Math.min(this.again ?? after, after);
    else this.after = Math.min(this.after ?? after, after);
  }

  /** Where to continue reading; null if there is nothing to read, or a read is under way. */
  read(): number | null {
    if (this.isReading || this.after === null) return null;
    this.isReading = true;
    return this.after;
  }

  goOn(after: number): void {
    this.isReading = false;
    this.after = Math.min(this.again ?? after, after);
    this.again = null;
  }

  end(): void {
    this.isReading = false;
    this.after = this.again;
    this.again = null;
  }
}
