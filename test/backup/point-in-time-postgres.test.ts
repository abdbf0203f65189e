import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { withDeadline } from '../../src/telegram-double/deadline';
import { openStore } from '../../src/store/store';
import { personId, telegramId } from '../../src/lifecycle/ids';
import { pathTo, testWith } from '../programs';
import { noStandby } from '../store/standby';
import { everyRowOfServer } from './rows';

const shipped = join(__dirname, '..', '..', 'systemd');
/** A server of its own, run by a user that is not root, which PostgreSQL refuses. */
class Server {
  readonly folder = mkdtempSync('/tmp/sosekni-pitr-');
  readonly data = join(this.folder, 'data');
  readonly archive = join(this.folder, 'archive');
  private readonly owner = process.getuid?.() === 0 ? owner() : null;
  readonly url: string;

  constructor(
    private readonly programs: string,
    private readonly port: number,
  ) {
    this.url = `postgres://sosekni@127.0.0.1:${port}/postgres`;
    if (this.owner !== null) chownSync(this.folder, this.owner.uid, this.owner.gid);
    // As the server's user sees them: the checkout may be under a folder that only root enters.
    for (const name of ['postgres-archive-wal.sh', 'postgres-base-backup.sh']) {
      copyFileSync(join(shipped, name), join(this.folder, name));
      chmodSync(join(this.folder, name), 0o755);
    }
  }

  create(): void {
    this.run('initdb', '--username=sosekni', '--auth=trust', '--encoding=UTF8', '--locale=C', this.data);
    const snippet = readFileSync(join(shipped, 'postgres-pitr.conf'), 'utf8');
    this.configure(
      snippet
        .replaceAll('/opt/sosekni-bot/systemd', this.folder)
        .replaceAll('/var/backups/sosekni-postgres', this.archive),
      `port = ${this.port}`,
      `listen_addresses = '127.0.0.1'`,
      `unix_socket_directories = ''`,
    );
  }

  configure(...lines: readonly string[]): void {
    appendFileSync(join(this.data, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
  }

  start(): void {
    this.run('pg_ctl', '--pgdata', this.data, '--wait', '--log', join(this.folder, 'log'), 'start');
  }

  stop(how: 'fast' | 'immediate'): void {
    this.run('pg_ctl', '--pgdata', this.data, '--mode', how, '--wait', 'stop');
  }

  /** Makes one, and keeps only that one. */
  baseBackup(): string {
    this.run('postgres-base-backup.sh', this.archive, '1');
    const [newest] = this.baseBackups();
    if (newest === undefined) throw new Error('there is no base backup');
    return join(this.archive, 'base', newest);
  }

  /** The newest first. */
  baseBackups(): readonly string[] {
    return readdirSync(join(this.archive, 'base'))
      .filter((name) => name.startsWith('2'))
      .sort()
      .reverse();
  }

  run(name: string, ...args: readonly string[]): void {
    execFileSync(name, args, {
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: `${this.folder}:${this.programs}:${process.env['PATH'] ?? ''}`,
        PGHOST: '127.0.0.1',
        PGPORT: String(this.port),
        PGUSER: 'sosekni',
      },
      ...this.owner,
    });
  }

  /** The first value that a statement gives. */
  async ask(statement: string): Promise<unknown> {
    const client = new Client(this.url);
    await client.connect();
    try {
      const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
      return rows[0]?.[0];
    } finally {
      await client.end();
    }
  }

  remove(): void {
    try {
      this.stop('immediate');
    } catch {
      // It does not run.
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Debian's package makes this user. */
function owner(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

describe('PostgreSQL can be restored to a point in time from a base backup and archived WAL', () => {
  let server: Server | null = null;
  afterAll(() => server?.remove());

  const whole = testWith('initdb', 'pg_ctl', 'pg_basebackup', 'pg_verifybackup', 'pg_archivecleanup');
  whole('a moment between two writes comes back row by row after the server is lost', async () => {
    // Where a whole server is: what Debian has on the PATH are wrappers.
    server = new Server(dirname(pathTo('initdb') ?? ''), await freePort());
    server.create();
    server.start();
    const base = await writeAndArchive(server);

    // The moment before somebody deletes everything, and adds something else.
    const then = await everyRowOfServer(server.url);
    const moment = String(await server.ask('select clock_timestamp()::text'));
    await server.ask('delete from people');
    await addPeople(server.url, 31, 40);
    await archived(server);
    server.stop('immediate');
    rmSync(server.data, { recursive: true });

    server.run('cp', '--recursive', base, server.data);
    server.configure(
      `restore_command = 'cp "${server.archive}/wal/%f" "%p"'`,
      `recovery_target_time = '${moment}'`,
      `recovery_target_action = 'promote'`,
    );
    writeFileSync(join(server.data, 'recovery.signal'), '');
    server.start();
    await recovered(server);
    expect(await everyRowOfServer(server.url)).toEqual(then);
    expect(await server.ask('select count(*)::int from people')).toBe(30);
    await addPeople(server.url, 41, 41);
  });

  test('the archive refuses a different WAL file with the same name, and accepts the same one again', () => {
    const folder = mkdtempSync('/tmp/sosekni-archive-');
    const archive = (content: string) => {
      writeFileSync(join(folder, 'from'), content);
      execFileSync(join(shipped, 'postgres-archive-wal.sh'), [join(folder, 'from'), join(folder, 'wal', '000001')], {
        stdio: 'pipe',
      });
    };
    archive('one');
    archive('one');
    expect(() => archive('two')).toThrow(/must not share an archive/);
    expect(readdirSync(join(folder, 'wal'))).toEqual(['000001']);
    rmSync(folder, { recursive: true });
  });
});

/** Twenty people, a base backup, and ten more. Gives the backup's folder. */
async function writeAndArchive(server: Server): Promise<string> {
  await addPeople(server.url, 1, 20);
  server.run('mkdir', '--parents', `${server.archive}/base/20200101T000000Z`, `${server.archive}/base/notes`);
  const base = server.baseBackup();
  expect(server.baseBackups()).toEqual([basename(base)]);
  expect(readdirSync(join(server.archive, 'base'))).toContain('notes');
  await addPeople(server.url, 21, 30);
  return base;
}

/** By the store, as the daemon writes. */
async function addPeople(url: string, from: number, to: number): Promise<void> {
  const store = await openStore({ dialect: 'postgres', url }, 0, noStandby);
  try {
    await store.transaction(async ({ people }) => {
      for (let id = from; id <= to; id += 1) {
        await people.save({
          id: personId(id),
          telegramId: telegramId(id),
          name: `person ${id}`,
          username: null,
          language: null,
          chosenLanguage: null,
          unreachableAt: null,
        });
      }
    });
  } finally {
    await store.close();
  }
}

/** Resolves once all that was written until now is in the archive. */
async function archived(server: Server): Promise<void> {
  const last = String(await server.ask('select pg_walfile_name(pg_switch_wal())'));
  const arrived = async () => {
    while (!existsSync(join(server.archive, 'wal', last))) await wait(50);
  };
  await withDeadline(arrived(), 30_000, () => `${last} was not archived`);
}

/** Resolves once the server takes writes again. */
async function recovered(server: Server): Promise<void> {
  const promoted = async () => {
    while ((await server.ask('select pg_is_in_recovery()')) !== false) await wait(50);
  };
  await withDeadline(promoted(), 30_000, () => 'the server is still in recovery');
}
