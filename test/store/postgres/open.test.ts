import { EventEmitter, once } from 'node:events';
import { personId } from '../../../src/lifecycle/ids';
import type { Status } from '../../../src/lifecycle/request';
import type { Database } from '../../../src/store/database';
import { isUnavailable } from '../../../src/store/errors';
import type { StoreEvent } from '../../../src/store/store-event';
import { postgresAddress } from '../../../src/store/postgres/address';
import { connectionOf } from '../../../src/store/postgres/programs';
import { connect } from '../../../src/store/postgres/session';
import { describePostgres, onServer } from '../engines';
import { startProxy, type Proxy } from '../proxy';
import { certificateFile, startSocket, startTls } from '../tls';
import { addPerson, addRequest, names } from '../rows';

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

  test('is used again after it ended the connection', async () => {
    const url = await freshUrl();
    const engine = await openUrl(url);
    await engine.transaction((it) => addPerson(it, personId(1)));
    await endSessions(url);
    // Whether the loss is noticed before or by the next transaction is the network's business.
    const error = await engine.transaction(names).catch((reason: unknown) => reason);
    expect(Array.isArray(error) || isUnavailable(error)).toBe(true);
    expect(await engine.transaction(names)).toEqual(['person 1']);
  });

  test('keeps nothing of a transaction whose connection ended', async () => {
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

  test('never reports an unconfirmed commit as done', async () => {
    const url = await freshUrl();
    const engine = await openUrl(url);
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await endSessions(url);
    });
    expect(isUnavailable(await transaction.catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('gets a new connection once one is read-only, as after a fail-over', async () => {
    await using proxy = await startProxy(await freshUrl());
    const engine = await openUrl(proxy.url);
    proxy.failWith('25006', 'cannot execute SELECT FOR SHARE in a read-only transaction');
    expect(isUnavailable(await engine.transaction(names).catch((reason: unknown) => reason))).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('gets a new connection once two transactions in a row have failed on one, whatever the error', async () => {
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
      const heard = new EventEmitter();
      const tell = (told: StoreEvent) => {
        if (told.kind === 'commit_outcome_found') news.push(told.outcome);
        heard.emit(told.kind);
      };
      const signal = new AbortController().signal;
      const engine = await open(
        database,
        { dialect: 'postgres', url: proxy.url.href },
        { signal, tell, random: Math.random },
      );
      await engine.transaction((it) => addPerson(it, personId(1)));
      return { engine, news, waiting: once(heard, 'commit_outcome_waiting') };
    }
    const add = async (it: Database) => {
      await addPerson(it, personId(2));
      return 'added';
    };

    test('is asked for the outcome, and the work goes on if it was committed', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine, news } = await behind(proxy);
      const lost = proxy.loseCommit(new RegExp(commits));
      expect(await engine.transaction(add)).toBe('added');
      await lost;
      expect(news).toEqual(['committed']);
      expect(await engine.transaction(names)).toEqual(['person 1', 'person 2']);
    });

    test('is asked for the outcome, and the work fails if it was not committed', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine, news } = await behind(proxy);
      void proxy.loseCommit(new RegExp(commits), { passedOn: false });
      expect(isUnavailable(await engine.transaction(add).catch((reason: unknown) => reason))).toBe(true);
      expect(news).toEqual(['rolled_back']);
      expect(await engine.transaction(names)).toEqual(['person 1']);
    });

    test('is said to be unavailable until it can be reached again, and asked for the outcome before any other transaction', async () => {
      await using proxy = await startProxy(await freshUrl());
      const { engine, waiting } = await behind(proxy);
      const lost = proxy.loseCommit(new RegExp(commits));
      const over: string[] = [];
      const first = engine.transaction(add).then((done) => over.push(done));
      const second = engine.transaction(names).then((found) => over.push(...found));
      proxy.refuse();
      await lost;
      await waiting;
      await proxy.admit();
      await Promise.all([first, second]);
      expect(over).toEqual(['added', 'person 1', 'person 2']);
    });

    test('is not believed if another server may have replaced it that has not seen the transaction', async () => {
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

  test('never reports a transaction with a swallowed error as done', async () => {
    const engine = await openUrl(await freshUrl());
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await addRequest(it, { status: 'lost' as Status }).catch(() => undefined);
    });
    await expect(transaction).rejects.toThrow(/swallowed/);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('times out when it hangs, and is used again when it no longer does', async () => {
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

  test('is migrated once by daemons that start at the same time', async () => {
    const url = await freshUrl();
    const takeTheirTurn = async () => {
      const engine = await openUrl(url);
      expect(await engine.transaction(names)).toEqual([]);
      await engine.close();
    };
    await Promise.all([takeTheirTurn(), takeTheirTurn(), takeTheirTurn()]);
  });

  test('that is unreachable is named, with advice and without the password', async () => {
    const url = await freshUrl();
    url.port = '1';
    url.password = 'hunter2';
    await expect(openUrl(url)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1\/test_.*ECONNREFUSED.*right host and port/) as string,
    });
    await expect(openUrl(url)).rejects.not.toThrow(/hunter2/);
  });

  test('that refuses the login is named, with advice and without the password', async () => {
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

  describe('by TLS', () => {
    const asked = (url: URL, parameters: Readonly<Record<string, string>>): URL => {
      const asking = new URL(url);
      for (const [name, value] of Object.entries(parameters)) asking.searchParams.set(name, value);
      return asking;
    };
    const works = async (url: URL) => {
      const engine = await openUrl(url);
      expect(await engine.transaction(names)).toEqual([]);
      await engine.close();
    };
    const refused = (url: URL) => expect(openUrl(url)).rejects;

    test('with a self-signed certificate is refused, with the reason and the setting that helps', async () => {
      await using tls = await startTls(await freshUrl());
      for (const sslmode of ['require', 'verify-ca', 'verify-full']) {
        await refused(asked(tls.url, { sslmode })).toMatchObject({
          code: 'refused',
          message: expect.stringMatching(
            /localhost:\d+\/.* has a certificate.*self-signed.*sslrootcert=FILE/,
          ) as string,
        });
      }
    });

    test('is accepted by a file of its authority, or with sslmode that takes any certificate', async () => {
      await using tls = await startTls(await freshUrl());
      for (const sslmode of ['require', 'verify-ca', 'verify-full']) {
        await works(asked(tls.url, { sslmode, sslrootcert: certificateFile }));
      }
      await works(asked(tls.url, { sslrootcert: certificateFile }));
      for (const sslmode of ['no-verify', 'prefer', 'allow']) await works(asked(tls.url, { sslmode }));
      await works(asked(tls.url, { sslmode: 'require', uselibpqcompat: 'true' }));
    });

    test('with a certificate for another host is refused either way, unless only the authority is checked', async () => {
      await using tls = await startTls(await freshUrl());
      const url = asked(tls.url, { sslmode: 'verify-full', sslrootcert: certificateFile });
      url.hostname = '127.0.0.1';
      await refused(url).toMatchObject({
        message: expect.stringMatching(/certificate for another host.*127\.0\.0\.1.*sslmode=verify-ca/) as string,
      });
      await works(asked(url, { sslmode: 'verify-ca' }));
    });

    test('is refused with advice if the server has none, unless it is optional', async () => {
      const url = await freshUrl();
      await refused(asked(url, { sslmode: 'require' })).toMatchObject({
        code: 'refused',
        message: expect.stringMatching(/offers no TLS.*sslmode=disable/) as string,
      });
      for (const sslmode of ['disable', 'allow', 'prefer']) await works(asked(url, { sslmode }));
    });

    test('errors name an authority’s file that can not be read', async () => {
      await refused(asked(await freshUrl(), { sslmode: 'verify-full', sslrootcert: '/none/root.crt' })).toMatchObject({
        code: 'refused',
        message: expect.stringMatching(/^sslrootcert=\/none\/root\.crt .*ENOENT/) as string,
      });
    });

    test('understands the same parameters as PostgreSQL’s own programs', async () => {
      const plain = await freshUrl();
      const session = await connect(plain.href, 'copy');
      const told = async (parameters: Readonly<Record<string, string>>) => {
        const { environment } = await connectionOf(session, asked(plain, parameters).href, {}, 'db');
        return [environment['PGSSLMODE'], environment['PGSSLROOTCERT']];
      };
      expect(await told({})).toEqual([undefined, undefined]);
      expect(await told({ sslmode: 'no-verify' })).toEqual(['require', undefined]);
      expect(await told({ sslmode: 'prefer' })).toEqual(['prefer', undefined]);
      expect(await told({ sslmode: 'require', sslrootcert: certificateFile })).toEqual([
        'verify-full',
        certificateFile,
      ]);
      expect(await told({ sslmode: 'verify-ca', sslrootcert: certificateFile })).toEqual([
        'verify-ca',
        certificateFile,
      ]);
      await session.end();
    });

    test('prints no warning of the driver', async () => {
      await using tls = await startTls(await freshUrl());
      const warnings: string[] = [];
      const listener = ({ message }: Error) => warnings.push(message);
      process.on('warning', listener);
      await works(asked(tls.url, { sslmode: 'require', sslrootcert: certificateFile }));
      process.off('warning', listener);
      expect(warnings).toEqual([]);
    });
  });

  test('is found by the folder of its socket, in any notation', async () => {
    const url = await freshUrl();
    await using socket = await startSocket(url);
    const { username, password, pathname } = url;
    const folder = encodeURIComponent(socket.folder);
    for (const text of [
      `postgres://${username}:${password}@${pathname}?host=${socket.folder}`,
      `postgres://${username}:${password}@${folder}${pathname}`,
      `postgresql://${pathname}?host=${folder}&user=${username}&password=${password}`,
    ]) {
      const address = postgresAddress(text);
      expect([text, address]).toEqual([text, expect.any(String)]);
      const engine = await openUrl(new URL(address ?? ''));
      expect(await engine.transaction(names)).toEqual([]);
      await engine.close();
    }
  });

  test('whose socket does not exist yet is waited for', async () => {
    const url = new URL('postgres:///db?host=/nonexistent&user=bot');
    await expect(openUrl(url)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('that lacks the database gets the advice to create it', async () => {
    const url = await freshUrl();
    url.pathname = 'no_such_database';
    await expect(openUrl(url)).rejects.toThrow(/Create that database/);
  });
});
