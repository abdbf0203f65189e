import BetterSqlite from 'better-sqlite3';
import { and, count, desc, eq, isNotNull, sum } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { existsSync } from 'node:fs';
import { outbox, people, requestEvents, requests, updates } from '../store/sqlite/schema';

/** The most rows that are read of each table. */
const mostRows = 100;

/** The daemon's rows, newest first. */
export interface Rows {
  readonly requests: readonly (typeof requests.$inferSelect)[];
  readonly events: readonly (typeof requestEvents.$inferSelect)[];
  readonly outbox: readonly (typeof outbox.$inferSelect)[];
  /** How Telegram knows each person. */
  readonly telegramIds: ReadonlyMap<number, number>;
  /** What each person is called. */
  readonly names: ReadonlyMap<number, string>;
  /** The messages that caused those events. */
  readonly causes: readonly {
    readonly eventId: number;
    readonly chatId: number | null;
    readonly messageId: number | null;
  }[];
  /** Of the whole outbox: the number of rows in each state, and of sends with an unknown outcome. */
  readonly totals: readonly { readonly state: string; readonly rows: number; readonly unknownOutcomes: number }[];
}

const noRows: Rows = {
  requests: [],
  events: [],
  outbox: [],
  telegramIds: new Map(),
  names: new Map(),
  causes: [],
  totals: [],
};

/** Reads the daemon's SQLite file, whether the daemon is running or not. Never writes. */
export class DaemonDatabase {
  private connection: BetterSqlite.Database | undefined;

  constructor(private readonly file: string) {}

  /** A number that changes with each commit of the daemon; 0 until the file exists. */
  version(): number {
    return Number(this.opened()?.pragma('data_version', { simple: true }) ?? 0);
  }

  /** Reads everything in one transaction. Empty until the daemon has created its tables. */
  read(): Rows {
    const connection = this.opened();
    // All tables are created in one transaction, so one of them stands for all.
    if (connection?.prepare("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").get() === undefined) return noRows;
    const db = drizzle(connection);
    return db.transaction(() => {
      const known = db.select({ id: people.id, telegramId: people.telegramId, name: people.name }).from(people).all();
      return {
        requests: db.select().from(requests).orderBy(desc(requests.id)).limit(mostRows).all(),
        events: db.select().from(requestEvents).orderBy(desc(requestEvents.id)).limit(mostRows).all(),
        outbox: db.select().from(outbox).orderBy(desc(outbox.id)).limit(mostRows).all(),
        telegramIds: new Map(known.map(({ id, telegramId }) => [id, telegramId ?? id])),
        names: new Map(known.map(({ id, name }) => [id, name])),
        causes: db
          .select({ eventId: requestEvents.id, chatId: updates.chatId, messageId: updates.messageId })
          .from(requestEvents)
          .innerJoin(updates, and(eq(updates.updateId, requestEvents.updateId), isNotNull(updates.messageId)))
          .orderBy(desc(requestEvents.id))
          .limit(mostRows)
          .all(),
        totals: db
          .select({
            state: outbox.state,
            rows: count(),
            unknownOutcomes: sum(outbox.unknownOutcomes).mapWith(Number),
          })
          .from(outbox)
          .groupBy(outbox.state)
          .all(),
      };
    });
  }

  close(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  private opened(): BetterSqlite.Database | undefined {
    if (this.connection === undefined && existsSync(this.file)) {
      this.connection = new BetterSqlite(this.file, { readonly: true });
    }
    return this.connection;
  }
}
