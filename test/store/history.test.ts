import BetterSqlite from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import type { Database } from '../../src/store/database';
import { buildQueries, type Queries } from '../../src/store/queries';
import * as postgresSchema from '../../src/store/postgres/schema';
import { addFunctions } from '../../src/store/sqlite/functions';
import * as sqliteSchema from '../../src/store/sqlite/schema';
import { describeEngines, type TestEngine } from './engines';
import { historyOf } from './history';
import { statements } from './statements';

/** As many rows may a statement read, whatever the history. */
const few = 500;

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A database with a long history, of which the plans can be asked. */
interface Historical {
  /** The statements that a query makes; what they change is undone. */
  recorded(run: (queries: Queries) => Promise<unknown>): Promise<readonly Statement[]>;
  /** The steps in the plans of statements that follow each other which read more, the longer the history is. */
  growing(made: readonly Statement[]): Promise<readonly string[]>;
  /** For each foreign key, the statement that deletes a row of its target, or what the engine runs for it then. */
  foreignKeys(): Promise<readonly Statement[]>;
  close(): Promise<void> | void;
}

describeEngines('after a long history', (engine) => {
  it('no statement of the program reads finished rows', async () => {
    const past = await longHistory(engine);
    try {
      const found: string[] = [];
      for (const [name, run] of Object.entries(statements)) {
        const made = await past.recorded(run);
        if (made.length === 0) found.push(`${name} made no statement`);
        found.push(...(await past.growing(made)).map((step) => `${name}: ${step}`));
      }
      expect(found).toEqual([]);
    } finally {
      await past.close();
    }
  });

  it('each foreign key has an index for deletions of the row it points to', async () => {
    const past = await longHistory(engine);
    try {
      const checks = await past.foreignKeys();
      expect(checks.length).toBeGreaterThan(0);
      expect(await past.growing(checks)).toEqual([]);
    } finally {
      await past.close();
    }
  });
});

async function longHistory({ freshTarget, open }: TestEngine): Promise<Historical> {
  const target = await freshTarget();
  const store = await open((database: Database) => database, target);
  await store.close();
  return target.dialect === 'sqlite' ? historicalSqlite(target.path) : historicalPostgres(target.url);
}

/** Not analyzed, as it never is in use. */
function historicalSqlite(path: string): Historical {
  const connection = new BetterSqlite(path);
  connection.pragma('foreign_keys = ON');
  addFunctions(connection);
  for (const statement of historyOf('sqlite')) connection.exec(statement);
  const made: Statement[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void made.push({ sql, params }) };
  // The boundary: as asDatabase in src/store/sqlite/open.ts, with a logger.
  const db = drizzleSqlite(connection, { logger }) as unknown as Database['db'];
  const queries = buildQueries({ dialect: 'sqlite', db, schema: sqliteSchema });
  const count = (sql: string): number => connection.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  /** How many entries of an index, or rows of a table, a scan reads. */
  const length = (table: string, index: string | undefined): number => {
    const named = connection.prepare<[string], { sql: string | null }>('select sql from sqlite_master where name = ?');
    if (named.get(table) === undefined) return 0;
    const condition = index === undefined ? undefined : / WHERE (.*)$/.exec(named.get(index)?.sql ?? '')?.[1];
    return count(`select count(*) as n from "${table}"${condition === undefined ? '' : ` where ${condition}`}`);
  };
  return {
    async recorded(run) {
      connection.exec('BEGIN');
      made.length = 0;
      await run(queries);
      connection.exec('ROLLBACK');
      return [...made];
    },
    growing(statements) {
      const steps = statements.flatMap(({ sql, params }) => {
        const plan = connection.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params);
        const growing = plan.filter(({ detail }) => {
          // What follows the number says by which of its indexes a virtual table is read; nothing: by none.
          if (/ VIRTUAL TABLE INDEX \d+:./.test(detail)) return false;
          const [, table, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
          return table !== undefined && length(table, index) > few;
        });
        return growing.map(({ detail }) => `${detail} in ${sql}`);
      });
      return Promise.resolve(steps);
    },
    foreignKeys() {
      // The plan of a deletion has what is done for every key that points to the table.
      const targets = connection
        .prepare<[], { target: string }>(
          `select distinct key."table" as target from sqlite_master as child, pragma_foreign_key_list(child.name) as key
           where child.type = 'table'`,
        )
        .all();
      const keys = count(
        `select count(*) as n from sqlite_master as child, pragma_foreign_key_list(child.name) where child.type = 'table'`,
      );
      const deletions = targets.map(({ target }) => ({ sql: `delete from "${target}" where id = ?`, params: [1] }));
      const looked = deletions.flatMap(({ sql }) => connection.prepare(`explain query plan ${sql}`).all(1));
      if (looked.length !== keys + deletions.length) throw new Error('the plans do not show what each key costs');
      return Promise.resolve(deletions);
    },
    close: () => void connection.close(),
  };
}

/** Analyzed, as PostgreSQL does by itself. */
async function historicalPostgres(url: string): Promise<Historical> {
  const client = new Client(url);
  await client.connect();
  for (const statement of historyOf('postgres')) await client.query(statement);
  await client.query('analyze');
  const made: Statement[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void made.push({ sql, params }) };
  // The boundary: as asDatabase in src/store/postgres/open.ts, with a logger.
  const db = drizzlePostgres(client, { logger }) as unknown as Database['db'];
  const schema = postgresSchema as unknown as Database['schema'];
  const queries = buildQueries({ dialect: 'postgres', db, schema });
  const undone = async <T>(work: () => Promise<T>): Promise<T> => {
    await client.query('begin');
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  };
  return {
    recorded: (run) =>
      undone(async () => {
        made.length = 0;
        await run(queries);
        return [...made];
      }),
    growing: (statements) =>
      undone(async () => {
        const found: string[] = [];
        for (const { sql, params } of statements) {
          const { rows } = await client.query<Explained>(`explain (analyze, format json) ${sql}`, [...params]);
          for (const [{ Plan }] of rows.map((row) => row['QUERY PLAN'])) {
            found.push(...greedy(Plan).map((step) => `${step} in ${sql}`));
          }
        }
        return found;
      }),
    async foreignKeys() {
      const { rows } = await client.query<{ child: string; column: string }>(
        `select conrelid::regclass::text as child, attname as column
         from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey) where contype = 'f'`,
      );
      // https://github.com/postgres/postgres/blob/master/src/backend/utils/adt/ri_triggers.c, ri_restrict
      return rows.map(({ child, column }) => ({
        sql: `select 1 from only ${child} x where $1 = x.${column} for key share of x`,
        params: [newestOf],
      }));
    },
    close: () => client.end(),
  };
}

/** No row points to it: whoever looks for those that do has to look at all there are. */
const newestOf = 1_000_000_000;

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PostgresNode }];
}
interface PostgresNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PostgresNode[];
}

/** The nodes that have read more rows than a statement may. */
function greedy(node: PostgresNode): string[] {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const read = (node['Actual Rows'] + removed) * node['Actual Loops'];
  const name = [node['Node Type'], node['Relation Name'], node['Index Name']].filter((part) => part !== undefined);
  return [...(read > few ? [`${name.join(' ')} reads ${read} rows`] : []), ...(node.Plans ?? []).flatMap(greedy)];
}
