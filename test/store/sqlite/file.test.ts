import BetterSqlite from 'better-sqlite3';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { personId } from '../../../src/lifecycle/ids';
import type { Database } from '../../../src/store/database';
import type { Engine } from '../../../src/store/engine';
import type { StoreEvent } from '../../../src/store/store-event';
import { openEngine } from '../../../src/store/dialects';
import { addPerson, names } from '../rows';
import { noStandby } from '../standby';

const now = Date.UTC(2026, 0, 15, 12);

let folder: string;
let file: string;
let engines: Engine<Database>[];
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sosekni-'));
  file = path.join(folder, 'data', 'test.db');
  engines = [];
  children = [];
});

afterEach(async () => {
  for (const engine of engines) await engine.close();
  for (const child of children) {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await gone;
  }
  rmSync(folder, { recursive: true });
});

async function open(where = file, news: StoreEvent[] = []): Promise<Engine<Database>> {
  const opening = { ...noStandby, tell: (each: StoreEvent) => void news.push(each) };
  const engine = await openEngine({ dialect: 'sqlite', path: where }, (database) => database, now, opening);
  engines.push(engine);
  return engine;
}

/** A process of its own that keeps the file open; what it says of that. */
async function elsewhere(where: string, around: readonly string[] = []): Promise<string> {
  const [program = '', ...args] = [
    ...around,
    ...[process.execPath, '--require', require.resolve('../typescript.cjs'), require.resolve('../holder.ts'), where],
  ];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

const modeOf = (where: string): string => (statSync(where).mode & 0o777).toString(8);

describe('the files of a SQLite database', () => {
  test('are readable only by their owner, and so is the folder created for them', async () => {
    const umask = process.umask(0);
    try {
      const engine = await open();
      await engine.transaction((it) => addPerson(it, personId(1)));
    } finally {
      process.umask(umask);
    }
    const data = path.dirname(file);
    expect(modeOf(data)).toBe('700');
    const modes = Object.fromEntries(readdirSync(data).map((name) => [name, modeOf(path.join(data, name))]));
    expect(modes).toEqual(
      Object.fromEntries(
        ['', '-wal', '-shm', '.lock', '.lock-journal', '.holder'].map((suffix) => [`test.db${suffix}`, '600']),
      ),
    );
  });

  test('keep the permissions that somebody has given them', async () => {
    mkdirSync(path.dirname(file), { mode: 0o750 });
    writeFileSync(file, '');
    chmodSync(file, 0o640);
    await open();
    expect([modeOf(path.dirname(file)), modeOf(file)]).toEqual(['750', '640']);
  });
});

describe('one SQLite file is one database, whatever its name', () => {
  test('a second process can not open it after the lock was removed', async () => {
    expect(await elsewhere(file)).toBe('open');
    for (const suffix of ['.lock', '.holder']) rmSync(`${file}${suffix}`);
    await expect(open()).rejects.toMatchObject({ code: 'held' });
  });

  test('a second process can not open it under a new name', async () => {
    expect(await elsewhere(file)).toBe('open');
    const moved = path.join(folder, 'moved.db');
    renameSync(file, moved);
    await expect(open(moved)).rejects.toMatchObject({ code: 'held' });
  });

  test('a hard link is refused, by either name, with how to find the other', async () => {
    expect(await elsewhere(file)).toBe('open');
    const link = path.join(folder, 'link.db');
    linkSync(file, link);
    for (const name of [link, file]) {
      const refused = { code: 'second_name', message: expect.stringContaining(`-samefile ${name}`) as string };
      await expect(open(name)).rejects.toMatchObject(refused);
    }
  });

  const asRoot = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0 ? test : test.skip;
  asRoot('a mount of the one file is refused', async () => {
    await (await open()).close();
    const mounted = path.join(folder, 'mounted.db');
    writeFileSync(mounted, '');
    const around = ['unshare', '-m', 'sh', '-c', `mount --bind ${file} ${mounted} && exec "$0" "$@"`];
    expect(await elsewhere(mounted, around)).toMatch(/mounted as a single file.*Mount the folder/);
  });
});

describe('a SQLite file that is deleted or replaced while it is open', () => {
  const faults: readonly [string, () => void, RegExp][] = [
    ['is deleted', () => rmSync(file), /test\.db was deleted while the bot was running/],
    [
      'is replaced',
      () => {
        writeFileSync(`${file}.new`, '');
        renameSync(`${file}.new`, file);
      },
      /test\.db was replaced while the bot was running/,
    ],
    ['loses its log', () => rmSync(`${file}-wal`), /test\.db-wal was deleted while the bot was running/],
    ['loses its index of the log', () => rmSync(`${file}-shm`), /test\.db-shm was deleted while the bot was running/],
    ['loses its folder', () => renameSync(path.dirname(file), path.join(folder, 'gone')), /test\.db was deleted/],
  ];
  test.each(faults)('%s: nothing more is committed, and the message says what to do', async (_, fault, message) => {
    const news: StoreEvent[] = [];
    const engine = await open(file, news);
    await engine.transaction((it) => addPerson(it, personId(1)));
    fault();
    const refused = { code: 'file_lost', message: expect.stringMatching(message) as string };
    await expect(engine.transaction((it) => addPerson(it, personId(2)))).rejects.toMatchObject(refused);
    await expect(engine.transaction(names)).rejects.toMatchObject(refused);
    expect(engine.undisputed).toBe(false);
    expect(news).toMatchObject([{ kind: 'file_lost', error: refused }]);
  });

  test('is noticed within seconds, even if nothing is written', async () => {
    const engine = await open();
    const lost = once(engine.lost, 'abort');
    rmSync(file);
    await lost;
    expect(engine.lost.reason).toMatchObject({ code: 'file_lost' });
  });

  test.each([
    ['it', ''],
    ['its log', '-wal'],
  ])('can be saved when %s is deleted, and the advice in the message works', async (_, suffix) => {
    const engine = await open();
    await engine.transaction((it) => addPerson(it, personId(1)));
    rmSync(`${file}${suffix}`);
    const error: unknown = await engine.transaction(names).catch((reason: unknown) => reason);
    const told = /saved as (\S+)\. To continue with it: (.*), then start the bot/.exec(String(error));
    const [, copy = '', command = ''] = told ?? [];
    expect(modeOf(copy)).toBe('600');
    await engine.close();
    expect(spawnSync('sh', ['-c', command]).status).toBe(0);
    expect(await (await open()).transaction(names)).toEqual(['person 1']);
  });

  test('is not lost when other programs read it, checkpoint it or back it up', async () => {
    const engine = await open();
    await engine.transaction((it) => addPerson(it, personId(1)));
    const other = new BetterSqlite(file);
    other.pragma('wal_checkpoint(TRUNCATE)');
    await other.backup(path.join(folder, 'copy.db'));
    other.close();
    await engine.transaction((it) => addPerson(it, personId(2)));
    expect(await engine.transaction(names)).toEqual(['person 1', 'person 2']);
    expect(existsSync(`${file}-wal`)).toBe(true);
  });
});
