import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { takeBackFromFormerAdmins } from '../requests/former-admins';
import type { Queries } from '../store/queries';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Store } from '../store/store';
import type { Transaction } from '../transaction/transaction';
import { LoadedRows, type Load } from './loaded';

/**
 * Transactions hand over what they owe in memory. How often the table is looked through for what was not handed over:
 * because nobody learned that its commit had happened, or by a bug.
 */
const lookEvery: Millis = 5000;
/** What the start waits for, of what an earlier daemon left: it is loaded in so many steps, if it is not much. */
const firstLoads = 8;

export interface LoaderPorts {
  readonly store: Pick<Store, 'uncertainCommits'>;
  readonly log: Log;
  readonly isAdminChat: (chat: RecipientId) => boolean;
  readonly transact: <T>(job: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** Takes rows that have got into memory, in their order. */
  readonly enqueue: (rows: readonly Owed[]) => void;
}

/** Brings what is owed from the table into memory, as it is needed. */
export class Loader {
  private readonly rows: LoadedRows;
  private loading: Promise<void> | null = null;
  private looking: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Those that have been noticed. */
  private uncertainCommits = 0;
  /** Rows may be claimed by such a commit; they are let go of before anything is loaded. */
  private mayHoldClaims = false;

  constructor(private readonly ports: LoaderPorts) {
    this.rows = new LoadedRows(ports.isAdminChat);
  }

  /** From now on rows may be taken. An earlier daemon may have left anything: `load` brings it in. */
  begin(adminChats: readonly RecipientId[]): void {
    this.rows.begin(adminChats);
  }

  /** Loads what an earlier daemon left: all of it if it is not much, and the rest after this has resolved. */
  async loadFirst(): Promise<void> {
    await this.loads(firstLoads);
    this.load();
    this.looking = setInterval(() => {
      this.rows.lookForStranded();
      this.load();
    }, lookEvery);
  }

  /** Of rows that have just been committed, those that are to be queued now. The others are loaded in their turn. */
  take(rows: readonly Owed[]): readonly Owed[] {
    this.noticeUncertainCommits();
    return this.rows.take(rows);
  }

  /** The row leaves without having been queued. */
  hold(row: Owed): void {
    this.rows.hold(row);
  }

  /** The row is done with: there is room for another. */
  forget(row: Owed): void {
    this.rows.forget(row);
    this.load();
  }

  /** Whether something that is ahead of this message may be in the table only. */
  isBehind(message: NewOwed): boolean {
    this.noticeUncertainCommits();
    return this.rows.isBehind(message);
  }

  moveChat(from: RecipientId, to: RecipientId): void {
    this.rows.moveChat(from, to);
  }

  /** Loads what there is room for. */
  load(): void {
    if (this.stopped) return;
    this.loading ??= this.loads(Number.POSITIVE_INFINITY)
      .catch((error: unknown) => {
        if (!this.stopped) this.ports.log.error('what is owed can not be loaded', { error });
      })
      .finally(() => (this.loading = null));
  }

  /** Nothing more is loaded. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.looking);
  }

  /** Resolves when the loading that is on its way is over. */
  async over(): Promise<void> {
    await this.loading;
  }

  /** What such a commit stored is ahead of all that has come to be owed since. */
  private noticeUncertainCommits(): void {
    const { uncertainCommits } = this.ports.store;
    if (uncertainCommits === this.uncertainCommits) return;
    this.uncertainCommits = uncertainCommits;
    this.mayHoldClaims = true;
    this.rows.lookForLost();
    this.load();
  }

  private async loads(most: number): Promise<void> {
    for (let done = 0; done < most && !this.stopped; done += 1) {
      const load = this.rows.next();
      if (load === null) return;
      if (this.mayHoldClaims) await this.letGoOfClaims();
      await this.loadNow(load);
      // Whoever else waits for the database, or for this turn of the event loop, comes first.
      await nextTurn();
    }
  }

  private async loadNow(load: Load): Promise<void> {
    switch (load.kind) {
      case 'streams': {
        const found = await this.ports.transact(async (tx) => {
          const found: { readonly rows: readonly Owed[]; readonly takenBack: ReadonlySet<number> }[] = [];
          for (const { recipientId, part, after, limit } of load.streams) {
            const rows = await tx.store.outbox.waitingFor(recipientId, part, after, limit);
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
      case 'places': {
        const places = await this.ports.transact(async (tx) => {
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
        return this.rows.looked(load.cursor, places);
      }
    }
  }

  private async letGoOfClaims(): Promise<void> {
    this.mayHoldClaims = false;
    await this.ports.transact(async ({ store: { outbox } }) => {
      await nextTurn();
      await this.letGo(outbox, await outbox.claimed());
    });
  }

  /** Of claimed rows those that nobody has in memory have not left: their commit was one whose outcome nobody learned. */
  private async letGo(outbox: Queries['outbox'], claimed: readonly number[]): Promise<void> {
    await outbox.unclaim(claimed.filter((id) => !this.rows.holds(id)));
  }
}
