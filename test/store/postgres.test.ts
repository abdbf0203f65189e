import { personId } from '../../src/lifecycle/ids';
import type { Status } from '../../src/lifecycle/request';
import type { Database } from '../../src/store/database';
import { isUnavailable } from '../../src/store/errors';
import type { StoreNews } from '../../src/store/news';
import { describePostgres, onServer } from './engines';
import { startProxy, type Proxy } from './proxy';
import { addPerson, addRequest, names } from './rows';

const database = (it: Database) => it;

describePostgres('PostgreSQL', ({ open, freshTarget }) => {
  async function freshUrl(): Promise<URL> {
    const target = await freshTarget();
    if (target.dialect !== 'postgres') throw new Error('this suite is for PostgreSQL');
    return new URL(target.url);
  }
  const openUrl = (url: URL) => open(database, { dialect: 'postgres', url: url.href });

  /** What an administrator does, or a server that restarts. */
  const endSessions = (url: URL) =>
    onServer(
      url.href,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );

  test('is found again after it ended the connection', async () => {
    const url = await freshUrl();
    const engine = await openUrl(url);
    await engine.transaction((it) => addPerson(it, personId(1)));
    await endSessions(url);
    // Whether the loss is noticed before or by the next transaction is the network's business.
    const error = await engine.transaction(names).catch((reason: unknown) => reason);
    expect(Array.isArray(error) || isUnavailable(error)).toBe(true);
    expect(await engine.transaction(names)).toEqual(['person 1']);
  });

  test('has nothing of a transaction in which the connection ended', async () => {
    const url = await freshUrl();
    const engine = await openUrl(url);
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await endSessions(url);
      await addPerson(it, personId(2));
    });
    expect(isUnavailable(await transaction.catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('does not pass off a commit that may not have happened as done', async () => {
    const url = await freshUrl();
    const engine = await openUrl(url);
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await endSessions(url);
    });
    expect(isUnavailable(await transaction.catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('is asked by another connection once one is read-only, as after a fail-over', async () => {
    await using proxy = await startProxy(await freshUrl());
    const engine = await openUrl(proxy.url);
    proxy.failWith('25006', 'cannot execute SELECT FOR SHARE in a read-only transaction');
    expect(isUnavailable(await engine.transaction(names).catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('is asked by another connection once two transactions in a row have failed on one, whatever it says', async () => {
    await using proxy = await startProxy(await freshUrl());
    const engine = await openUrl(proxy.url);
    proxy.failWith('XX000', 'something is wrong with this session');
    await expect(engine.transaction(names)).rejects.toThrow('something is wrong');
    await expect(engine.transaction(names)).rejects.toThrow('something is wrong');
    expect(await engine.transaction(names)).toEqual([]);
  });

  describe('whose connection breaks between a COMMIT and its answer', () => {
    const commits = 'insert into "people"';
    /** An engine with one person in its database, whose news are kept. */
    async function behind(proxy: Proxy) {
      const news: string[] = [];
      const tell = (told: StoreNews) => void (told.kind === 'commit_found_out' && news.push(told.outcome));
      const signal = new AbortController().signal;
      const engine = await open(database, { dialect: 'postgres', url: proxy.url.href }, { signal, tell });
      await engine.transaction((it) => addPerson(it, personId(1)));
      return { engine, news };
    }
    const add = async (it: Database) => {
      await addPerson(it, personId(2));
      return 'added';
    };

    test('is asked what became of it, and the work goes on where it had happened', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine, news } = await behind(proxy);
      const lost = proxy.loseCommit(new RegExp(commits));
      expect(await engine.transaction(add)).toBe('added');
      await lost;
      expect(news).toEqual(['committed']);
      expect(await engine.transaction(names)).toEqual(['person 1', 'person 2']);
    });

    test('is asked what became of it, and the work fails where it had not', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine, news } = await behind(proxy);
      void proxy.loseCommit(new RegExp(commits), { passedOn: false });
      expect(isUnavailable(await engine.transaction(add).catch((reason: unknown) => reason))).toBe(true);
      expect(news).toEqual(['rolled_back']);
      expect(await engine.transaction(names)).toEqual(['person 1']);
    });

    test('is asked what became of it when it can be reached again, before anybody else has their turn', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine } = await behind(proxy);
      const lost = proxy.loseCommit(new RegExp(commits));
      const over: string[] = [];
      const first = engine.transaction(add).then((done) => over.push(done));
      const second = engine.transaction(names).then((found) => over.push(...found));
      proxy.refuse();
      await lost;
      await proxy.admit();
      await Promise.all([first, second]);
      expect(over).toEqual(['added', 'person 1', 'person 2']);
    });

    test('is not believed where another may have taken its place that has not seen the transaction', async () => {
      const url = await freshUrl();
      await using proxy = await startProxy(url);
      const { engine, news } = await behind(proxy);
      const lost = proxy.loseCommit(new RegExp(commits));
      const transaction = engine.transaction(add).catch((reason: unknown) => reason);
      proxy.refuse();
      await lost;
      await onServer(url.href, `select value from daemon_state where name = 'leader' for update`);
      await proxy.admit();
      expect(isUnavailable(await transaction)).toBe(true);
      expect(news).toEqual(['unknown']);
    });
  });

  test('does not pass off a transaction with a swallowed error as done', async () => {
    const engine = await openUrl(await freshUrl());
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await addRequest(it, { status: 'lost' as Status }).catch(() => undefined);
    });
    await expect(transaction).rejects.toThrow(/swallowed/);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('is given up when it hangs, and found again when it does not', async () => {
    const url = await freshUrl();
    await using proxy = await startProxy(url);
    // The time limit that production has is half a minute.
    proxy.url.searchParams.set('query_timeout', '1000');
    const engine = await openUrl(proxy.url);
    const transaction = engine.transaction(async (it) => {
      proxy.hang();
      await addPerson(it, personId(1));
    });
    expect(isUnavailable(await transaction.catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('is migrated once by daemons that start at once', async () => {
    const url = await freshUrl();
    const takeTheirTurn = async () => {
      const engine = await openUrl(url);
      expect(await engine.transaction(names)).toEqual([]);
      await engine.close();
    };
    await Promise.all([takeTheirTurn(), takeTheirTurn(), takeTheirTurn()]);
  });

  test('that is not there is named, with what to look at, without the password', async () => {
    const url = await freshUrl();
    url.port = '1';
    url.password = 'hunter2';
    await expect(openUrl(url)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1\/test_.*ECONNREFUSED.*right host and port/) as string,
    });
    await expect(openUrl(url)).rejects.not.toThrow(/hunter2/);
  });

  test('that does not let us in is named, with what to look at, without the password', async () => {
    const wrongPassword = await freshUrl();
    wrongPassword.password = 'hunter2';
    await expect(openUrl(wrongPassword)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/password authentication failed.*Check user, password/) as string,
    });
    await expect(openUrl(wrongPassword)).rejects.not.toThrow(/hunter2/);

    const noDatabase = await freshUrl();
    noDatabase.pathname = 'no_such_database';
    await expect(openUrl(noDatabase)).rejects.toMatchObject({ code: 'refused' });
  });
});
