import type { RecipientId } from '../lifecycle/ids';
import { priorities, type NewOwed, type Owed, type OwedPart, type OwedPlace } from '../store/queries/outbox';

/** What is to be read from the outbox next. */
export type Load =
  | { readonly kind: 'streams'; readonly streams: readonly StreamLoad[] }
  /** A look at which chats are owed anything, in the order in which it came to be owed. */
  | {
      readonly kind: 'places';
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

/** How many rows are in memory, and are read at once. */
interface Limits {
  /** Of one stream, so that a chat that has to wait leaves room for the others; more are loaded when half of them are left. */
  readonly ofStream: number;
  /** With so many in all no chat is taken up that is not there yet; with twice as many, not even for an answer. */
  readonly inMemory: number;
  readonly streamsAtOnce: number;
  readonly placesAtOnce: number;
}
const usual: Limits = { ofStream: 200, inMemory: 4_000, streamsAtOnce: 50, placesAtOnce: 1_000 };

/**
 * Which of the owed rows are in memory: as many as are needed to send without a pause, however many are owed.
 *
 * The rows of a chat are a stream, those of an admin's chat two: its cards, and everything else, which must not wait for
 * them. Of a stream the first rows are in memory, in the order in which they came to be owed; the rest is loaded as they
 * leave. A stream that nobody knows of has nothing in the table, unless a cursor is on its way through it.
 */
export class LoadedRows {
  private readonly held = new Map<number, Stream>();
  private readonly streams: Readonly<Record<OwedPart, Map<RecipientId, Stream>>> = {
    all: new Map(),
    talk: new Map(),
    cards: new Map(),
  };
  private toLoad: Stream[] = [];
  /** What answers somebody goes first, also of what an earlier daemon left. */
  private readonly urgent = new Cursor();
  private readonly rest = new Cursor();

  constructor(
    private readonly isAdminChat: (chat: RecipientId) => boolean,
    private readonly limits: Limits = usual,
  ) {}

  /** An earlier daemon may have left anything; these chats come first. */
  begin(adminChats: readonly RecipientId[]): void {
    for (const recipientId of adminChats) {
      for (const part of ['talk', 'cards'] as const) this.expect(this.streamAt(recipientId, part), 0);
    }
    this.urgent.startAt(0);
    this.rest.startAt(0);
  }

  /** Goes through all that is owed, and loads what nobody knows of; unless a look is on its way already. */
  lookForStranded(): void {
    if (!this.isLooking) this.rest.startAt(0);
  }

  /** Goes through all that is owed from now on, and first what waits for the chats that are known: something may be ahead of it. */
  lookForLost(): void {
    for (const streams of Object.values(this.streams)) {
      for (const stream of [...streams.values()]) this.expect(stream, 0);
    }
    this.rest.startAt(0);
  }

  /** Whether the row is in memory. */
  holds(id: number): boolean {
    return this.held.has(id);
  }

  /** Of rows that have just been committed, those that are to be queued now. The others are loaded in their turn. */
  take(rows: readonly Owed[]): readonly Owed[] {
    return rows.filter((row) => !this.held.has(row.id) && this.takes(row));
  }

  /** The row leaves without having been queued. */
  hold(row: Owed): void {
    const stream = this.streamAt(row.recipientId, this.partOf(row));
    this.held.set(row.id, stream);
    stream.inMemory += 1;
    stream.upTo = Math.max(stream.upTo, row.id);
  }

  /** The row is done with. */
  forget({ id }: Owed): void {
    const stream = this.held.get(id);
    if (stream === undefined) return;
    this.held.delete(id);
    stream.inMemory -= 1;
    if (stream.more) this.schedule(stream);
    else this.dropIfEmpty(stream);
  }

  /** Whether something that is ahead of this message may be in the table only. */
  isBehind(message: NewOwed): boolean {
    const stream = this.streams[this.partOf(message)].get(message.recipientId);
    return stream === undefined ? this.isLooking : stream.more;
  }

  /** What is to be read now; null: nothing, or there is no room. Followed by `loaded` or `looked`. */
  next(): Load | null {
    const { ofStream, inMemory: most, streamsAtOnce, placesAtOnce: limit } = this.limits;
    if (this.toLoad.length > 0) {
      const streams = this.toLoad.slice(0, streamsAtOnce).map((stream) => {
        stream.missed = false;
        stream.isLoading = true;
        const { recipientId, part, upTo, inMemory } = stream;
        return { stream, recipientId, part, after: upTo, limit: ofStream - inMemory };
      });
      this.toLoad = this.toLoad.slice(streamsAtOnce);
      return { kind: 'streams', streams };
    }
    const urgentAfter = this.held.size < most * 2 ? this.urgent.read() : null;
    if (urgentAfter !== null) {
      return { kind: 'places', cursor: this.urgent, answersOnly: true, after: urgentAfter, limit };
    }
    const restAfter = this.held.size < most ? this.rest.read() : null;
    if (restAfter !== null) return { kind: 'places', cursor: this.rest, answersOnly: false, after: restAfter, limit };
    return null;
  }

  /** These rows stand in the table next in the stream. Gives those that are to be queued now. */
  loaded({ stream, recipientId, limit }: StreamLoad, rows: readonly Owed[]): readonly Owed[] {
    stream.isScheduled = stream.isLoading = false;
    if (stream.recipientId !== recipientId) {
      this.schedule(stream);
      return [];
    }
    const taken = rows.filter(({ id }) => !this.held.has(id));
    for (const row of taken) this.held.set(row.id, stream);
    stream.inMemory += taken.length;
    stream.upTo = stream.again ?? Math.max(stream.upTo, rows.at(-1)?.id ?? 0);
    stream.again = null;
    stream.more = rows.length === limit || stream.missed;
    if (stream.more) this.schedule(stream);
    else this.dropIfEmpty(stream);
    return taken;
  }

  /** These places follow in the table; fewer than the limit: there are no more. */
  looked(cursor: Cursor, places: readonly OwedPlace[]): void {
    let found = 0;
    for (const place of places) {
      if (found === this.limits.streamsAtOnce) return cursor.goOn(place.id - 1);
      if (this.held.has(place.id)) continue;
      const part = this.partOf(place);
      const known = this.streams[part].get(place.recipientId);
      // It waits for its turn.
      if (known?.more === true && place.id > known.upTo) continue;
      // Where nothing is known, what is less urgent may be ahead of it; otherwise this one alone is in nobody's hands.
      this.expect(known ?? this.streamAt(place.recipientId, part), known === undefined ? 0 : place.id - 1);
      found += 1;
    }
    if (places.length < this.limits.placesAtOnce) cursor.end();
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

  private takes(row: Owed): boolean {
    const part = this.partOf(row);
    const known = this.streams[part].get(row.recipientId);
    if (known === undefined && this.isFull(row)) {
      if (row.priority === priorities.answer) this.urgent.startAt(row.id - 1);
      this.rest.startAt(row.id - 1);
      return false;
    }
    const stream = known ?? this.streamAt(row.recipientId, part);
    if (known === undefined && this.isLooking) this.expect(stream, 0);
    if (!stream.more && stream.inMemory >= this.limits.ofStream) stream.more = true;
    if (stream.more) {
      stream.missed = true;
      return false;
    }
    this.hold(row);
    return true;
  }

  private get isLooking(): boolean {
    return this.urgent.isOnItsWay || this.rest.isOnItsWay;
  }

  private isFull({ recipientId, priority }: Owed): boolean {
    if (this.isAdminChat(recipientId)) return false;
    return this.held.size >= (priority === priorities.answer ? this.limits.inMemory * 2 : this.limits.inMemory);
  }

  private partOf({ recipientId, requestId }: Pick<NewOwed, 'recipientId' | 'requestId'>): OwedPart {
    if (!this.isAdminChat(recipientId)) return 'all';
    return requestId === null ? 'talk' : 'cards';
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

  /** After this row the stream may go on in the table. */
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
  /** Rows that wait or are being sent. */
  inMemory = 0;
  /** Up to this row all are in memory, or done with. */
  upTo = 0;
  /** There may be rows after that one in the table. */
  more = false;
  isScheduled = false;
  isLoading = false;
  /** Where to go on after the loading that is on its way, if not after its rows. */
  again: number | null = null;
  /** A row has been left to the table since it was last read. */
  missed = false;

  constructor(
    public recipientId: RecipientId,
    readonly part: OwedPart,
  ) {}
}

/** How far a look at the whole table has come. */
class Cursor {
  private after: number | null = null;
  private isReading = false;
  /** Where to begin again after the reading that is on its way. */
  private again: number | null = null;

  get isOnItsWay(): boolean {
    return this.after !== null;
  }

  /** Something after this row is not in memory. */
  startAt(after: number): void {
    if (this.isReading) this.again = Math.min(this.again ?? after, after);
    else this.after = Math.min(this.after ?? after, after);
  }

  /** Where to read on; null: there is nothing to look for, or it is being read. */
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
