import { once } from 'node:events';
import { createServer as createHttpServer, get } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { backUp, sendList, sendMissed, type BackupSettings } from '../../src/backup/backup';
import { Bucket, type BucketSettings } from '../../src/backup/bucket';
import { appendErasures, erasureList, type ListedErasure } from '../../src/backup/erasure-list';
import { Folder } from '../../src/backup/folder';
import { inventory } from '../../src/backup/storage';
import { drill, restore } from '../../src/backup/restore';
import { readStatus } from '../../src/backup/status';
import { personId } from '../../src/lifecycle/ids';
import { describeSqlite } from '../store/engines';
import { BackupScene, day, openPeople } from './scene';

// What a bucket does is the same for both kinds of database.
describeSqlite('a backup in a bucket', (engine) => {
  let scene: BackupScene;
  let server: S3rver;
  let data: string;
  let bucket: BucketSettings;
  let settings: BackupSettings;
  beforeEach(async () => {
    scene = new BackupScene();
    data = mkdtempSync(join(tmpdir(), 'sosekni-s3-'));
    await startServer(0);
    const target = await engine.freshTarget();
    const people = await openPeople(engine, target);
    await people.add(1, 2);
    await people.close();
    settings = scene.settings(target, { bucket });
  });
  afterEach(async () => {
    await server.close();
    rmSync(data, { recursive: true });
    scene.remove();
  });

  async function startServer(port: number): Promise<void> {
    server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory: data,
      configureBuckets: [{ name: 'bots' }],
    });
    const address = await server.run();
    bucket = {
      endpoint: `http://127.0.0.1:${address.port}`,
      bucket: 'bots',
      prefix: 'sosekni/',
      region: null,
      // Those that this server knows.
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    };
  }

  const inBucket = async () =>
    (await inventory(new Bucket(bucket, scene.ports.signal))).backups.map(({ file }) => file);

  test('can be restored from the bucket if the folder is lost', async () => {
    const { backup, copied } = await backUp(settings, scene.ports);
    expect(copied.map(({ file }) => file)).toEqual([backup.file]);
    const lost = { ...settings, folder: join(scene.folder, 'new machine') };
    await drill(lost, new Bucket(bucket, scene.ports.signal), 'latest', scene.ports);
    const ports = { ...scene.ports, confirm: () => Promise.resolve(true), eraseAgain: () => Promise.resolve(0) };
    const people = await openPeople(engine, settings.database);
    await people.add(3);
    await people.close();
    expect((await restore(lost, new Bucket(bucket, scene.ports.signal), 'latest', ports))?.backup).toEqual(backup);
    const after = await openPeople(engine, settings.database);
    expect(await after.numbers()).toEqual([1, 2]);
  });

  test('that can not be uploaded is a failure that says what to check and shows no secret; the copy in the folder is kept', async () => {
    const { port } = new URL(bucket.endpoint);
    await server.close();
    const failing = backUp(settings, scene.ports);
    await expect(failing).rejects.toMatchObject({
      code: 'away',
      message: expect.stringMatching(/bots\/sosekni\/.*ECONNREFUSED.*BACKUP_S3_URL/) as string,
    });
    const at = scene.clock.at;
    expect(readStatus(scene.folder, at)).toMatchObject({ lastBackup: { at }, lastFailure: null, unsent: at });

    await startServer(Number(port));
    scene.clock.at += 1000;
    const { copied } = await backUp(settings, scene.ports);
    expect(copied).toHaveLength(2);
    expect(await inBucket()).toHaveLength(2);
    expect(readStatus(scene.folder, scene.clock.at).unsent).toBeNull();
  });

  test('that was not uploaded is uploaded later, without making another', async () => {
    const { port } = new URL(bucket.endpoint);
    await server.close();
    await expect(backUp(settings, scene.ports)).rejects.toMatchObject({ code: 'away' });
    await expect(sendMissed(settings, scene.ports)).rejects.toMatchObject({ code: 'away' });
    await startServer(Number(port));
    const { copied } = await sendMissed(settings, scene.ports);
    expect(copied).toHaveLength(1);
    expect(await inBucket()).toEqual(copied.map(({ file }) => file));
    expect(readStatus(scene.folder, scene.clock.at).unsent).toBeNull();
    expect((await sendMissed(settings, scene.ports)).copied).toEqual([]);
  });

  test('is restored on a new machine without whoever was forgotten after it was made', async () => {
    await backUp(settings, scene.ports);
    const isListUnsent = () => readStatus(scene.folder, scene.clock.at).isListUnsent;
    expect(isListUnsent()).toBe(false);
    const list = join(scene.folder, erasureList);
    const forgotten = [1, 2].map((n) => ({ personId: personId(n), telegramId: null, askedAt: scene.clock.at }));
    const { port } = new URL(bucket.endpoint);
    await server.close();
    appendErasures(list, forgotten.slice(0, 1));
    await expect(sendList(settings, scene.ports)).rejects.toMatchObject({ code: 'away' });
    expect(isListUnsent()).toBe(true);
    await startServer(Number(port));
    // As the daemon does it, and as `forget` does where there is no daemon.
    await sendMissed(settings, scene.ports);
    expect(isListUnsent()).toBe(false);
    appendErasures(list, forgotten.slice(1));
    expect(isListUnsent()).toBe(true);
    await sendList(settings, scene.ports);
    expect(isListUnsent()).toBe(false);

    // A second machine that has taken over knows only whom it has forgotten itself.
    const standby = { ...settings, folder: join(scene.folder, 'second machine') };
    mkdirSync(standby.folder);
    const third = { personId: personId(3), telegramId: null, askedAt: scene.clock.at };
    appendErasures(join(standby.folder, erasureList), [third]);
    await sendMissed(standby, scene.ports);

    const elsewhere = { ...settings, database: await engine.freshTarget(), folder: join(scene.folder, 'new machine') };
    let again: readonly ListedErasure[] = [];
    const eraseAgain = (_: unknown, erasures: readonly ListedErasure[]) => Promise.resolve((again = erasures).length);
    const ports = { ...scene.ports, confirm: () => Promise.resolve(true), eraseAgain };
    const done = await restore(elsewhere, new Bucket(bucket, scene.ports.signal), 'latest', ports);
    expect(done?.erased).toBe(3);
    expect(again).toEqual([third, ...forgotten]);

    // A copy on a disk, without its list: the bucket's is read all the same, and where it can't be that is said.
    const disk = join(scene.folder, 'disk');
    mkdirSync(disk);
    for (const name of readdirSync(scene.folder).filter((one) => one.startsWith('sosekni-')))
      copyFileSync(join(scene.folder, name), join(disk, name));
    for (const isAway of [false, true]) {
      if (isAway) await server.close();
      again = [];
      const machine = { ...elsewhere, database: await engine.freshTarget() };
      const restored = await restore(machine, new Folder(disk), 'latest', ports);
      expect(restored?.listMissing?.code).toBe(isAway ? 'away' : undefined);
      expect(again).toEqual(isAway ? [] : [third, ...forgotten]);
    }
    await startServer(0);
  });

  test('stops waiting for the bucket when the process is asked to end, which is no failure', async () => {
    const connections: Socket[] = [];
    const silent = createServer((connection) => {
      // It accepts the connection, and says nothing.
      connections.push(connection);
      stopping.abort('SIGTERM');
    });
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const { port } = silent.address() as AddressInfo;
    const stopping = new AbortController();
    const away = { ...settings, bucket: { ...bucket, endpoint: `http://127.0.0.1:${port}` } };
    await expect(backUp(away, { ...scene.ports, signal: stopping.signal })).rejects.toBeDefined();
    expect(readStatus(scene.folder, scene.clock.at)).toMatchObject({ lastFailure: null, unsent: null });
    for (const connection of connections) connection.destroy();
    silent.close();
  });

  test('whose connection breaks in the middle is not restored, and the error names the bucket, not the folder', async () => {
    await backUp(settings, scene.ports);
    const archive = (name: string) => name.endsWith('.db.gz');
    const upstream = new URL(bucket.endpoint);
    const breaking = createHttpServer((request, response) => {
      const { headers, url = '/' } = request;
      get({ host: upstream.hostname, port: upstream.port, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        if (!archive(url)) return void answer.pipe(response);
        answer.once('data', (chunk: Buffer) => response.write(chunk.subarray(0, 100), () => response.destroy()));
      });
    });
    await once(breaking.listen(0, '127.0.0.1'), 'listening');
    const { port } = breaking.address() as AddressInfo;
    const cut = new Bucket({ ...bucket, endpoint: `http://127.0.0.1:${port}` }, scene.ports.signal);
    await expect(drill(settings, cut, 'latest', scene.ports)).rejects.toMatchObject({
      code: 'away',
      message: expect.stringMatching(/^The bucket at http:/) as string,
    });
    breaking.closeAllConnections();
    breaking.close();
  });

  test('with keys that the server refuses is a failure that shows neither key', async () => {
    const secretKey = 'a-secret-key-that-nobody-may-see';
    const refused = backUp({ ...settings, bucket: { ...bucket, accessKey: 'NOBODY', secretKey } }, scene.ports);
    await expect(refused).rejects.toMatchObject({
      code: 'place',
      message: expect.stringMatching(/InvalidAccessKeyId.*BACKUP_S3_URL/) as string,
    });
    expect(await refused.catch(String)).not.toContain(secretKey);
  });

  test('is removed from the bucket too when it is too old, but not the newest, nor files that are not ours', async () => {
    const first = await backUp(settings, scene.ports);
    writeFileSync(join(data, 'bots', 'not ours'), 'keep me');
    scene.clock.at += 31 * day;
    const second = await backUp(settings, scene.ports);
    expect(second.removed.map(({ file }) => file)).toEqual([first.backup.file, first.backup.file]);
    expect(await inBucket()).toEqual([second.backup.file]);
    expect(readdirSync(join(data, 'bots'))).toContain('not ours');
  });
});
