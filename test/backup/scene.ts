import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, type BackupPorts, type BackupSettings } from '../../src/backup/backup';
import type { Clock } from '../../src/process/clock';
import { personId, type Instant } from '../../src/lifecycle/ids';
import type { DatabaseTarget, Engine } from '../../src/store/engine';
import type { Database } from '../../src/store/database';
import type { TestEngine } from '../store/engines';
import { addPerson } from '../store/rows';

export const noon = Date.UTC(2026, 10, 30, 12);
export const day = 86_400_000;

/** A clock that stands where it is set. */
export class SetClock implements Clock {
  constructor(public at: Instant = noon) {}
  now = () => this.at;
  monotonic = () => this.at;
}

/** A folder for backups, settings and ports for them, and a clock to set. */
export class BackupScene {
  readonly folder = mkdtempSync(join(tmpdir(), 'sosekni-backups-'));
  readonly clock = new SetClock();
  readonly ports: BackupPorts = {
    clock: this.clock,
    environment: { PATH: process.env['PATH'] },
    signal: new AbortController().signal,
    tell: () => undefined,
  };

  settings(database: DatabaseTarget, others: Partial<BackupSettings> = {}): BackupSettings {
    return { database, folder: this.folder, keep: 30 * day, bucket: null, ...others };
  }

  /** Makes a backup a second after the last. */
  async backUp(settings: BackupSettings) {
    this.clock.at += 1000;
    return (await backUp(settings, this.ports)).backup;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The database as its rows tell it: a person a row. */
export interface People {
  add(...numbers: readonly number[]): Promise<void>;
  numbers(): Promise<readonly number[]>;
  /** Leaves the mark of a migration that this version does not know. */
  pretendNewer(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database as a daemon does. */
export async function openPeople(engine: TestEngine, target: DatabaseTarget): Promise<People> {
  const store: Engine<Database> = await engine.open((database) => database, target);
  return {
    async add(...numbers) {
      await store.transaction(async (database) => {
        for (const number of numbers) await addPerson(database, personId(number));
      });
    },
    numbers: () =>
      store.transaction(async ({ db, schema: { people } }) => {
        const rows = await db.select({ id: people.id }).from(people).orderBy(people.id);
        return rows.map(({ id }) => Number(id));
      }),
    pretendNewer: () =>
      store.transaction(async ({ db }) => {
        const insert = (table: string) =>
          sql.raw(`insert into ${table} (hash, created_at) values ('x', 9999999999999)`);
        if (engine.dialect === 'sqlite') await db.run(insert('__drizzle_migrations'));
        // The boundary: only PostgreSQL's database has `execute`.
        else await (db as unknown as NodePgDatabase).execute(insert('drizzle.__drizzle_migrations'));
      }),
    close: () => store.close(),
  };
}
