import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { takeBackFromFormerAdmins } from '../requests/former-admins';
import type { Queries } from '../store/queries';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { ChannelName } from '../store/rows';
import type { Store } from '../store/store';
import type { Transaction } from '../transaction/transaction';
import { LoadedRows, type Load } from './loaded';

/**
 * How often the table is scanned for messages that were not handed over in memory, because nobody learned that their commit had
 * happened, or because of a bug.
 */
const scanEvery: Millis = 5000;
/** The start waits until this many batches of an earlier daemon's messages are loaded, or all if there are fewer. */
const firstLoads = 8;

export interface LoaderPorts {
  /** The channel whose messages it loads. */
  readonly channel: ChannelName;
  readonly store: Pick<Store, 'uncertainCommits'>;
  readonly log: Log;
  readonly isAdminChat: (chat: RecipientId) => boolean;
  readonly transact: <T>(job: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** Receives loaded rows, in order. */
  readonly enqueue: (rows: readonly Owed[]) => void;
}

/** Loads a channel's unsent messages from the table into memory as they are needed. */
export class Loader {
  private readonly rows: LoadedRows;
  private loading: Promise<void> | null = null;
  private isWanted = false;
  private scanning: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Those that have been noticed. */
  private uncertainCommits = 0;
  /** Such a commit may have claimed rows; they are released before anything is loaded. */
  private mayHoldClaims = false;

  constructor(private readonly ports: LoaderPorts) {
    this.rows = new LoadedRows(ports.isAdminChat);
  }

  /** From now on rows may be taken. An earlier daemon may have left anything: `load` loads it. */
  begin(cardRecipients: readonly RecipientId[]): void {
    this.rows.begin(cardRecipients);
  }

  /** Loads what an earlier daemon left: all of it if that is not much, otherwise the rest follows after this resolves. */
  async loadFirst(): Promise<void> {
    await this.loads(firstLoads);
    this.load();
    this.scanning = setInterval(() => {
      this.rows.rescan();
      this.load();
    }, scanEvery);
  }

  /** Of newly committed rows, those to be queued now. The others are loaded in their turn. */
  take(rows: readonly Owed[]): readonly Owed[] {
    this.noticeUncertainCommits();
    return this.rows.take(rows);
  }

  /** The row is sent without having been queued. */
  hold(row: Owed): void {
    this.rows.hold(row);
  }

  /** These rows are settled: there is room for as many others, which are loaded together. */
  forget(rows: readonly Owed[]): void {
    for (const row of rows) this.rows.forget(row);
    this.load();
  }

  /** Whether something ahead of this message may be only in the table. */
  isBehind(message: NewOwed): boolean {
    this.noticeUncertainCommits();
    return this.rows.isBehind(message);
  }

  moveChat(from: RecipientId, to: RecipientId): void {
    this.rows.moveChat(from, to);
  }

  /** Loads as much as there is room for. */
  load(): void {
    if (this.stopped) return;
    this.isWanted = true;
    this.loading ??= this.loadAll();
  }

  /** Stops loading. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.scanning);
  }

  /** Resolves when the load under way is done. */
  async over(): Promise<void> {
    await this.loading;
  }

  /** What such a commit stored comes before everything owed since. */
  private noticeUncertainCommits(): void {
    const { uncertainCommits } = this.ports.store;
    if (uncertainCommits === this.uncertainCommits) return;
    this.uncertainCommits = uncertainCommits;
    this.mayHoldClaims = true;
    this.rows.rescanAll();
    this.load();
  }

  private async loadAll(): Promise<void> {
    try {
      while (this.isWanted && !this.stopped) {
        this.isWanted = false;
        await this.loads(Number.POSITIVE_INFINITY);
      }
    } catch (error) {
      if (!this.stopped) this.ports.log.error("unsent messages can't be loaded", { error });
    } finally {
      // With nothing in between: what is asked for after the last look begins another.
      this.loading = null;
    }
  }

  private async loads(most: number): Promise<void> {
    for (let done = 0; done < most && !this.stopped; done += 1) {
      const load = this.rows.next();
      if (load === null) return;
      if (this.mayHoldClaims) await this.letGoOfClaims();
      await this.loadNow(load);
      // Others waiting for the database, or for this turn of the event loop, go first.
      await nextTurn();
    }
  }

  private async loadNow(load: Load): Promise<void> {
    switch (load.kind) {
      case 'streams': {
        const found = await this.ports.transact(async (tx) => {
          const found: { readonly rows: readonly Owed[]; readonly takenBack: ReadonlySet<number> }[] = [];
          for (const { recipientId, part, after, limit } of load.streams) {
            const rows = await tx.store.outbox.waitingFor(this.ports.channel, recipientId, part, after, limit);
            found.push({ rows, takenBack: await takeBackFromFormerAdmins(tx, rows) });
          }
          return found;
        });
        for (const [n, { rows, takenBack }] of found.entries()) {
          const stream = load.streams[n];
          const queued = stream === undefined ? [] : this.rows.loaded(stream, rows);
          for (const row of queued) if (takenBack.has(row.id)) this.rows.forget(row);
          this.ports.enqueue(queued.filter(({ id }) => !takenBack.has(id)));
        }
        return;
      }
      case 'scan': {
        const places = await this.ports.transact(async (tx) => {
          // At the next turn of the event loop, everything committed before this transaction is in memory.
          await nextTurn();
          const places = await tx.store.outbox.scanOwed(this.ports.channel, load.after, load.limit, load.answersOnly);
          const claimed = places.filter(({ inFlightSince }) => inFlightSince !== null);
          await this.letGo(
            tx.store.outbox,
            claimed.map(({ id }) => id),
          );
          return places;
        });
        return this.rows.scanned(load.cursor, places);
      }
    }
  }

  private async letGoOfClaims(): Promise<void> {
    this.mayHoldClaims = false;
    await this.ports.transact(async ({ store: { outbox } }) => {
      await nextTurn();
      await this.letGo(outbox, await outbox.claimed(this.ports.channel));
    });
  }

  /** Claimed rows that are not in memory have not been sent: the outcome of their commit was unknown. */
  private async letGo(outbox: Queries['outbox'], claimed: readonly number[]): Promise<void> {
    await outbox.unclaim(claimed.filter((id) => !this.rows.holds(id)));
  }
}
