import type { Millis, RequestId } from '../../lifecycle/ids';
import type { Meter } from '../../observability/meter';
import { sessionOf } from '../../sessions/session';
import { changesSince } from '../../requests/read/changes';
import type { Admin } from '../endpoint';
import type { Problem } from '../problem';
import { unavailable } from '../problem';
import type { Transactions } from '../../transaction/transactions';
import type { Work } from '../work';
import { EventStream, streamHeaders } from './stream';

const mostOfOneAdmin = 4;
const mostInAll = 24;
/** More than this is not told one by one: whoever has missed so much looks at everything again. */
const mostMissed = 1_000;
/** The events of one look. */
const batch = 500;
/** How often it is asked whether the sessions of the streams go on, and the streams say that they live. */
const usualHeartbeat: Millis = 20_000;

/** Tells all streams what happens to requests. The database is asked once for all of them, after each commit that concerns requests. */
export class EventHub {
  private readonly streams = new Set<EventStream>();
  /** The newest event that was told; null: nobody listens. */
  private told: number | null = null;
  /** The requests that something has happened to, of which a stream has not been told yet. */
  private hints = new Map<EventStream, Set<RequestId>>();
  private looking: Promise<void> | null = null;
  /** Whether a look is asked for that has not begun. */
  private isAsked = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly work: Work,
    private readonly meter: Pick<Meter, 'deskStreams'>,
    private readonly heartbeat: Millis = usualHeartbeat,
  ) {
    work.signal.addEventListener('abort', () => this.end(() => true));
    work.transactions.watchWith((touched) => this.touched(touched));
    work.community.follow(() => void this.checkSessions());
  }

  /** A new stream, from the event on that its reader has seen last; null: from now on. `transactions` are those of the reader. */
  async open(
    admin: Admin,
    lastSeen: string | null,
    transactions: Pick<Transactions, 'read'>,
  ): Promise<Response | Problem> {
    const own = [...this.streams].filter(({ person }) => person === admin.id);
    if (own.length >= mostOfOneAdmin || this.streams.size >= mostInAll) {
      return unavailable('There are too many streams already. Close one, or try again later.', 30, 'busy');
    }
    const stream = new EventStream(admin.id, admin.token, (over) => this.forget(over));
    this.streams.add(stream);
    this.meter.deskStreams(this.streams.size);
    this.timer ??= setInterval(() => this.beat(), this.heartbeat).unref();
    stream.write('retry: 3000\n\n');
    try {
      await this.catchUp(stream, lastSeen, transactions);
    } catch (error) {
      stream.end();
      throw error;
    }
    return new Response(stream.body, { headers: streamHeaders });
  }

  /** The session is over: so are its streams. */
  signedOut(token: string): void {
    this.end((stream) => stream.token === token);
  }

  private async catchUp(
    stream: EventStream,
    lastSeen: string | null,
    transactions: Pick<Transactions, 'read'>,
  ): Promise<void> {
    const after = lastSeen === null ? null : /^\d{1,15}$/.test(lastSeen) ? Number(lastSeen) : -1;
    const { newest, missed } = await transactions.read(async (reading) => {
      // What happens before is in what is read.
      if (this.streams.has(stream)) this.hints.set(stream, new Set());
      return {
        newest: (await changesSince(reading, null, 0)).newest,
        missed: after === null || after < 0 ? [] : (await changesSince(reading, after, mostMissed + 1)).events,
      };
    });
    // Whoever was to read has gone: nobody may listen any more.
    if (!this.streams.has(stream)) return;
    this.told ??= newest;
    if (after !== null && (after < 0 || after > newest || missed.length > mostMissed)) {
      stream.write(`id: ${newest}\nevent: reset\ndata: {}\n\n`);
    } else {
      for (const { id, request } of missed) {
        stream.write(`id: ${id}\ndata: ${JSON.stringify({ request })}\n\n`);
      }
    }
    stream.caughtUp(Math.max(newest, missed.at(-1)?.id ?? 0));
    // Something may have happened before it was known where to begin.
    this.look();
  }

  private touched(requests: ReadonlySet<RequestId>): void {
    if (this.streams.size === 0) return;
    for (const hints of this.hints.values()) for (const request of requests) hints.add(request);
    this.look();
  }

  /** Looks for what is new, after a look that is under way. One look finds all that has come until then. */
  private look(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.looking = (this.looking ?? Promise.resolve())
      .then(() => {
        this.isAsked = false;
        return this.tellNews();
      })
      .catch((error: unknown) => {
        // The next commit, or the next heartbeat, looks again.
        this.work.log.debug('the streams of the desk could not be told what has happened', { error });
      });
  }

  private async tellNews(): Promise<void> {
    const hints = new Map(this.hints);
    for (const stream of this.hints.keys()) this.hints.set(stream, new Set());
    try {
      await this.tellEvents(hints);
    } catch (error) {
      // The history doesn't have them: without these, nobody would be told of them any more.
      for (const [stream, requests] of hints) for (const request of requests) this.hints.get(stream)?.add(request);
      throw error;
    }
    for (const [stream, requests] of hints) for (const request of requests) stream.tell(null, request);
  }

  /** Tells what the history has, and takes it from what is to be told besides. */
  private async tellEvents(hints: ReadonlyMap<EventStream, Set<RequestId>>): Promise<void> {
    for (let after = this.told; after !== null; after = this.told) {
      const from = after;
      const { events: news } = await this.work.transactions.read((reading) => changesSince(reading, from, batch));
      for (const { id, request } of news) {
        for (const stream of this.streams) if (stream.tell(id, request)) hints.get(stream)?.delete(request);
      }
      // Meanwhile the last stream may have closed, and one may have begun that has been told more.
      if (this.told !== null) this.told = Math.max(this.told, news.at(-1)?.id ?? 0);
      if (news.length < batch) break;
    }
  }

  private beat(): void {
    for (const stream of this.streams) stream.write(': here\n\n');
    // The outcome of a commit may have been unknown.
    this.look();
    void this.checkSessions();
  }

  /** Ends the streams of sessions that are over, and of whoever is no admin any more. */
  private async checkSessions(): Promise<void> {
    const tokens = new Set([...this.streams].map(({ token }) => token));
    if (tokens.size === 0) return;
    try {
      const over = await this.work.transactions.read(async (reading) => {
        const found = new Set<string>();
        for (const token of tokens) if ((await sessionOf(reading, token))?.isAdmin !== true) found.add(token);
        return found;
      });
      this.end(({ token }) => over.has(token));
    } catch (error) {
      this.work.log.debug('whether sessions of the desk go on could not be found out', { error });
    }
  }

  private end(which: (stream: EventStream) => boolean): void {
    for (const stream of [...this.streams].filter(which)) stream.end();
  }

  private forget(stream: EventStream): void {
    this.streams.delete(stream);
    this.hints.delete(stream);
    this.meter.deskStreams(this.streams.size);
    if (this.streams.size > 0) return;
    this.told = null;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}
