import { Client } from 'pg';
import { personId } from '../../../src/lifecycle/ids';
import type { Database } from '../../../src/store/database';
import type { Engine } from '../../../src/store/engine';
import { isUnavailable } from '../../../src/store/errors';
import type { Opening, StoreEvent } from '../../../src/store/store-event';
import { patience, withDeadline } from '../../../src/telegram-double/deadline';
import { describePostgres, onServer } from '../engines';
import { startProxy } from '../proxy';
import { addPerson, names } from '../rows';

const database = (it: Database) => it;
const ann = personId(1);
const bob = personId(2);
const thisProcess = new RegExp(`process ${process.pid} on .+, since 20`);

describePostgres('two processes on one PostgreSQL database', ({ open, freshTarget }) => {
  async function freshUrl(): Promise<URL> {
    const target = await freshTarget();
    if (target.dialect !== 'postgres') throw new Error('this suite is for PostgreSQL');
    return new URL(target.url);
  }
  const openUrl = (url: URL, standby?: Opening) => open(database, { dialect: 'postgres', url: url.href }, standby);

  test('the second waits, is told once which one is active, and takes over when the first releases the lock', async () => {
    const url = await freshUrl();
    const first = await openUrl(url);
    const watch = new Watch();
    const opening = openUrl(url, watch);
    await expect(watch.heard('standing_by')).resolves.toMatchObject({
      leader: expect.stringMatching(thisProcess) as string,
    });
    await first.transaction((it) => addPerson(it, ann));
    await first.close();

    expect(await (await opening).transaction(names)).toEqual(['person 1']);
    expect(watch.news.map(({ kind }) => kind)).toEqual(['standing_by', 'taking_over']);
  });

  test('the second can stop waiting, which does not affect the first', async () => {
    const url = await freshUrl();
    const first = await openUrl(url);
    const watch = new Watch();
    const opening = openUrl(url, watch);
    await watch.heard('standing_by');
    watch.stop();
    await expect(opening).rejects.toThrow(/abort/);
    expect(await first.transaction(names)).toEqual([]);
    expect(first.undisputed).toBe(true);
  });

  test('the first goes on after losing the lock if nobody has taken over and it has the lock again', async () => {
    const url = await freshUrl();
    const watch = new Watch();
    const engine = await openUrl(url, watch);
    const mark = await markOf(url);
    await endLockSession(url);
    await watch.heard('lock_lost');
    await watch.heard('lock_regained');
    await engine.transaction((it) => addPerson(it, ann));
    expect(await markOf(url)).toEqual(mark);
    expect(engine.lost.aborted).toBe(false);
  });

  test('the first knows that it may not be the only one while it has no lock', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    const watch = new Watch();
    const engine = await openUrl(proxy.url, watch);
    expect(engine.undisputed).toBe(true);
    proxy.refuse();
    await endLockSession(url);
    await watch.heard('lock_lost');
    expect(engine.undisputed).toBe(false);
    // Until somebody has taken over, it may write all the same.
    await engine.transaction((it) => addPerson(it, ann));
    await proxy.admit();
    await watch.heard('lock_regained');
    expect(engine.undisputed).toBe(true);
  });

  /** The first can still use its working connection, when the second has taken over. */
  async function takeOver(url: URL, from: { readonly proxy: Awaited<ReturnType<typeof startProxy>> }) {
    const first = await openUrl(from.proxy.url);
    await first.transaction((it) => addPerson(it, ann));
    const before = await markOf(url);
    from.proxy.refuse();
    const watch = new Watch();
    const opening = openUrl(url, watch);
    await watch.heard('standing_by');
    await endLockSession(url);
    return { first, second: await opening, before };
  }

  test('the first writes nothing once the second has taken over, and learns which one that is', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    const { first, second, before } = await takeOver(url, { proxy });
    expect(await markOf(url)).toMatchObject({ epoch: Number(before['epoch']) + 1 });

    const work = jest.fn((it: Database) => addPerson(it, bob));
    const error: unknown = await first.transaction(work).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'held', message: expect.stringMatching(thisProcess) as string });
    expect(isUnavailable(error)).toBe(false);
    expect(first.lost.reason).toBe(error);
    expect(work).not.toHaveBeenCalled();
    expect(await second.transaction(names)).toEqual(['person 1']);
  });

  test('an idle first learns that it is no longer the leader', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    const { first } = await takeOver(url, { proxy });
    await proxy.admit();
    await aborted(first);
    expect(first.lost.reason).toMatchObject({ code: 'held' });
  });

  test('the second starts only after a transaction that the first has begun', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    const first = await openUrl(proxy.url);
    const watch = new Watch();
    const opening = openUrl(url, watch);
    await watch.heard('standing_by');
    await first.transaction(async (it) => {
      await addPerson(it, ann);
      proxy.refuse();
      await endLockSession(url);
      await watch.heard('taking_over');
      await someoneWaits(url);
    });
    expect(await (await opening).transaction(names)).toEqual(['person 1']);
  });

  test('the second takes over from a first that has gone silent in the middle of a transaction', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    const watch = new Watch();
    const first = await openUrl(proxy.url, watch);
    const opening = openUrl(url);
    const cutOff = first.transaction(async (it) => {
      await addPerson(it, ann);
      proxy.refuse();
      proxy.hang();
      const second = await withDeadline(opening, patience, () => 'the second has not taken over');
      expect(first.undisputed).toBe(false);
      await second.transaction((its) => addPerson(its, bob));
      proxy.cut();
      await addPerson(it, personId(3));
    });
    const error: unknown = await cutOff.catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
    await proxy.admit();
    await expect(first.transaction(names)).rejects.toMatchObject({ code: 'held' });
    expect(await (await opening).transaction(names)).toEqual(['person 2']);
  });

  test('a server that can not detect silent clients is warned about', async () => {
    const url = await freshUrl();
    // As if the server had no such setting.
    await onServer(url.href, `alter database ${url.pathname.slice(1)} set search_path = public, pg_catalog`);
    await onServer(url.href, 'create table public.pg_settings (name text)');
    const watch = new Watch();
    const engine = await openUrl(url, watch);
    expect(watch.news).toEqual([{ kind: 'stopped_leader_unnoticed' }]);
    expect(await engine.transaction(names)).toEqual([]);
  });
});

/** Stands by, remembers what it is told and can be told to stop. */
class Watch implements Opening {
  readonly random = Math.random;
  readonly news: StoreEvent[] = [];
  private readonly controller = new AbortController();
  private readonly listeners = new Set<() => void>();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    this.controller.abort();
  }

  readonly tell = (news: StoreEvent): void => {
    if (news.kind === 'migrating') return;
    this.news.push(news);
    for (const listener of this.listeners) listener();
  };

  /** The first news of this kind, told before or from now on. */
  heard(kind: StoreEvent['kind']): Promise<StoreEvent> {
    const told = new Promise<StoreEvent>((resolve) => {
      const look = () => {
        const found = this.news.find((news) => news.kind === kind);
        if (found !== undefined) resolve(found);
      };
      this.listeners.add(look);
      look();
    });
    return withDeadline(told, patience, () => `never told ${kind}, only ${JSON.stringify(this.news)}`);
  }
}

function aborted({ lost }: Engine<unknown>): Promise<unknown> {
  const heard = new Promise((resolve) => {
    lost.addEventListener('abort', resolve);
    if (lost.aborted) resolve(undefined);
  });
  return withDeadline(heard, patience, () => 'it never learned that it has lost the lead');
}

/** The leader's lock is the only one of its kind that lasts. */
const endLockSession = (url: URL) =>
  onServer(
    url.href,
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
     where locktype = 'advisory' and granted and datname = current_database()`,
  );

/** Resolves once a session waits for a row or a transaction of another. */
const someoneWaits = (url: URL) =>
  onServer(
    url.href,
    `set statement_timeout = '20s';
     do $$ begin
       while not exists (
         select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
       ) loop
         perform pg_stat_clear_snapshot();
       end loop;
     end $$`,
  );

async function markOf(url: URL): Promise<Readonly<Record<string, unknown>>> {
  const client = new Client(url.href);
  await client.connect();
  try {
    const { rows } = await client.query<{ mark: Record<string, unknown> }>(
      `select value::json as mark from daemon_state where name = 'leader'`,
    );
    return rows[0]?.mark ?? {};
  } finally {
    await client.end();
  }
}
