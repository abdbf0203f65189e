import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../src/store/database';
import type { DatabaseTarget, Dialect, Engine } from '../../src/store/engine';
import type { Opening } from '../../src/store/store-event';
import { openEngine } from '../../src/store/dialects';
import { likeTemplate } from '../postgres/template';
import { noStandby } from './standby';

/** An engine's databases, for the tests of one suite. All is closed and removed after each test. */
export interface TestEngine {
  readonly dialect: Dialect;
  /** A database of its own, empty and not yet migrated. */
  readonly freshTarget: () => Promise<DatabaseTarget>;
  /** Opens a database: a fresh one, unless it is named. */
  readonly open: <Q>(
    buildQueries: (database: Database) => Q,
    target?: DatabaseTarget,
    standby?: Opening,
  ) => Promise<Engine<Q>>;
}

/** Any moment will do: nothing in the store asks what time it is. */
const now = Date.UTC(2026, 0, 15, 12);

/** Runs a suite on each engine. */
export function describeEngines(name: string, suite: (engine: TestEngine) => void): void {
  describeSqlite(`${name}, on SQLite`, suite);
  describePostgres(`${name}, on PostgreSQL`, suite);
}

/** Runs a suite on SQLite. */
export function describeSqlite(name: string, suite: (engine: TestEngine) => void): void {
  describe(name, () => suite(testEngine('sqlite', freshFile)));
}

/** Runs a suite on PostgreSQL, or skips it where test/postgres/start.mjs has found no server. */
export function describePostgres(name: string, suite: (engine: TestEngine) => void): void {
  const server = process.env['TEST_POSTGRES_URL'];
  (server === undefined ? describe.skip : describe)(name, () =>
    suite(
      testEngine('postgres', (kind) => freshPostgresDatabase(server ?? '', kind === 'empty' ? '' : likeTemplate())),
    ),
  );
}

interface Fresh {
  readonly target: DatabaseTarget;
  remove(): Promise<void> | void;
}

function testEngine(dialect: Dialect, fresh: (kind: 'empty' | 'any') => Promise<Fresh> | Fresh): TestEngine {
  const engines: Engine<unknown>[] = [];
  const databases: Fresh[] = [];
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close();
    for (const database of databases.splice(0)) await database.remove();
  });
  const newTarget = async (kind: 'empty' | 'any') => {
    const database = await fresh(kind);
    databases.push(database);
    return database.target;
  };
  return {
    dialect,
    freshTarget: () => newTarget('empty'),
    async open(buildQueries, target, standby = noStandby) {
      const engine = await openEngine(target ?? (await newTarget('any')), buildQueries, now, standby);
      engines.push(engine);
      return engine;
    },
  };
}

function freshFile(): Fresh {
  const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-'));
  return {
    target: { dialect: 'sqlite', path: path.join(folder, 'test.db') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function freshPostgresDatabase(server: string, like: string): Promise<Fresh> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}${like}`);
  const url = new URL(server);
  url.pathname = name;
  return {
    target: { dialect: 'postgres', url: url.href },
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

/** Runs a statement from outside, on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
