import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where databases of one engine are made. */
export interface Databases {
  /** The `DATABASE_URL` of a database that isn't there yet, or is empty. */
  readonly fresh: () => Promise<string>;
  /** What `/find` costs is measured by switching it off in between. */
  readonly words: (url: string) => Promise<Words>;
}

/** What keeps the words of requests for `/find`, in a database that a daemon is using. */
export interface Words {
  /** From now on requests are written without. */
  readonly off: () => Promise<void>;
  readonly on: () => Promise<void>;
  /** Whether all that was written has been put into the index. */
  readonly isIndexed: () => Promise<boolean>;
  /** What the server has used for the daemon so far; 0: there is none, or it is on another machine. */
  readonly serverCpuSeconds: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** SQLite files in a folder. */
export function sqliteDatabases(folder: string): Databases {
  let made = 0;
  return {
    fresh: () => Promise.resolve(`file:${join(folder, `${(made += 1)}.db`)}`),
    words: (url) => Promise.resolve(sqliteWords(url.replace(/^file:/, ''))),
  };
}

function sqliteWords(file: string): Words {
  const database = new Database(file);
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'request_words_%'`,
    )
    .all();
  const due = database.prepare('SELECT 1 FROM request_words_due LIMIT 1');
  const change = (statements: readonly string[]) => {
    database.exec(['BEGIN IMMEDIATE', ...statements, 'COMMIT'].join(';\n'));
    return Promise.resolve();
  };
  return {
    off: () => change(triggers.map(({ name }) => `DROP TRIGGER "${name}"`)),
    on: () => change(triggers.map(({ sql }) => sql)),
    isIndexed: () => Promise.resolve(due.get() === undefined),
    serverCpuSeconds: () => Promise.resolve(0),
    close: () => Promise.resolve(void database.close()),
  };
}

/** Databases of a server, made beside the one that `server` names. */
export class PostgresDatabases implements Databases {
  private readonly made: string[] = [];

  constructor(private readonly server: string) {}

  async fresh(): Promise<string> {
    const name = `bench_${process.pid}_${this.made.length + 1}`;
    await this.run(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
    this.made.push(name);
    const url = new URL(this.server);
    url.pathname = name;
    return url.href;
  }

  async words(url: string): Promise<Words> {
    const client = await connected(url);
    const triggers = await client.query<{ name: string; on: string }>(
      `select tgname as name, tgrelid::regclass::text as on from pg_trigger where tgname like 'request_words_%'`,
    );
    const turn = async (how: 'enable' | 'disable') => {
      for (const { name, on } of triggers.rows) await client.query(`alter table ${on} ${how} trigger ${name}`);
    };
    return {
      off: () => turn('disable'),
      on: () => turn('enable'),
      isIndexed: async () => (await client.query('select 1 from request_words_due limit 1')).rows.length === 0,
      serverCpuSeconds: async () => {
        const { rows } = await client.query<{ pid: number }>(
          'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        return rows.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), 0);
      },
      close: () => client.end(),
    };
  }

  /** Removes what was made. */
  async remove(): Promise<void> {
    for (const name of this.made.splice(0)) await this.run(`drop database ${name} with (force)`);
  }

  private async run(statement: string): Promise<void> {
    const client = await connected(this.server);
    await client.query(statement).finally(() => client.end());
  }
}

export async function connected(url: string): Promise<Client> {
  const client = new Client(url);
  await client.connect();
  return client;
}

/** What a process of this machine has used, by proc(5), in hundredths of a second; 0: it is none of this machine's. */
function cpuSecondsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (!stat.includes('(postgres)')) return 0;
    const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')')).split(' ');
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}
