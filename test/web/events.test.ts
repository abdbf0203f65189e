import { once } from 'node:events';
import { request as send, type IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { requestId, telegramId, type PersonId } from '../../src/lifecycle/ids';
import { addAdmin, removeAdmin } from '../../src/requests/administrators';
import { note } from '../../src/requests/notes';
import { submit, withdraw } from '../../src/requests/submit';
import { sendLink, signOutOfLink } from '../../src/sessions/link';
import { codeOf } from '../../src/sessions/secrets';
import { EventHub } from '../../src/web/events/hub';
import type { Work } from '../../src/web/work';
import { boris, clara, TestApp } from '../requests/app';
import { describeEngines, describeSqlite } from '../store/engines';
import { Admin, botToken, publicUrl, TestDesk } from './desk';

/** What somebody reads of a stream. */
class Reader {
  private text = '';
  private closed = false;
  private wake = () => {};

  constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      this.text += part;
      this.wake();
    });
    response.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  /** The next message; null: the stream has ended. */
  async next(): Promise<string | null> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const message = this.text.slice(0, end);
        this.text = this.text.slice(end + 2);
        return message;
      }
      if (this.closed) return null;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async leave(): Promise<void> {
    this.response.destroy();
    if (!this.closed) await once(this.response, 'close');
  }
}

describeEngines('the stream of what happens', (engine) => {
  let desk: TestDesk;
  let admin: Admin;
  let client: PersonId;
  const readers: Reader[] = [];
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
    admin = await desk.signIn();
    client = await desk.app.client(1);
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.response.destroy();
    await desk.close();
  });

  /** A desk whose streams are looked after all the time. */
  async function withHeartbeat(): Promise<void> {
    await desk.close();
    desk = await TestDesk.open(engine, { heartbeat: 10 });
    admin = await desk.signIn();
    client = await desk.app.client(1);
  }
  /** What comes next but signs of life. */
  async function news(stream: Reader): Promise<string | null> {
    for (;;) {
      const message = await stream.next();
      if (message !== ': here') return message;
    }
  }

  async function open(who = admin, lastSeen: string | null = null): Promise<Reader> {
    const sent = send({
      ...{ host: '127.0.0.1', port: desk.port, path: '/admin/events', agent: false },
      headers: {
        host: new URL(publicUrl).host,
        authorization: `Bearer ${who.token}`,
        ...(lastSeen !== null && { 'last-event-id': lastSeen }),
      },
    });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const reader = new Reader(response);
    readers.push(reader);
    if (response.statusCode === 200) expect(await reader.next()).toBe('retry: 3000');
    return reader;
  }
  const asks = (who = client) => desk.app.transaction((tx) => submit(tx, who, 'submit', 'Let me in'));

  test('has each event with its number and the request', async () => {
    const stream = await open();
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    await asks();
    expect(await stream.next()).toBe('id: 1\ndata: {"request":1}');
    await admin.post(1, 'decision', { decision: 'approve' });
    expect(await stream.next()).toBe('id: 2\ndata: {"request":1}');
  });

  test('tells all who listen, and of a note without a number', async () => {
    const streams = [await open(), await open(await desk.signIn(clara))];
    await asks();
    await desk.app.transaction((tx) => note(tx, boris, requestId(1), 'Known'));
    for (const stream of streams) {
      expect(await stream.next()).toBe('id: 1\ndata: {"request":1}');
      expect(await stream.next()).toBe('data: {"request":1}');
    }
  });

  test('goes on after the event that was seen last', async () => {
    await asks();
    await asks(await desk.app.client(2));
    await asks(await desk.app.client(3));
    const stream = await open(admin, '1');
    await asks(await desk.app.client(4));
    expect(await stream.next()).toBe('id: 2\ndata: {"request":2}');
    expect(await stream.next()).toBe('id: 3\ndata: {"request":3}');
    expect(await stream.next()).toBe('id: 4\ndata: {"request":4}');
  });

  test('says so where more was missed than it tells, or where nobody can have seen that event', async () => {
    await asks();
    for (const lastSeen of ['99', 'x', '-1']) {
      expect(await (await open(admin, lastSeen)).next()).toBe('id: 1\nevent: reset\ndata: {}');
    }
  });

  test('ends as soon as its session does, and no other', async () => {
    const other = await desk.signIn(clara);
    const [own, others] = [await open(), await open(other)];
    expect((await admin.ask('DELETE', '/admin/session')).status).toBe(204);
    expect(await own.next()).toBeNull();
    await asks();
    expect(await others.next()).toBe('id: 1\ndata: {"request":1}');
  });

  test('ends with the rights of an admin', async () => {
    const dora = { telegramId: telegramId(client), name: 'Dora', username: null, language: 'en' };
    await desk.app.transaction((tx) => addAdmin(tx, boris, dora));
    const stream = await open(await desk.signIn(client));
    await desk.app.transaction((tx) => removeAdmin(tx, boris, dora.telegramId));
    expect(await stream.next()).toBeNull();
  });

  test('is open four times an admin, and again once one is closed', async () => {
    const streams = [await open(), await open(), await open(), await open()];
    const fifth = await open();
    expect([fifth.response.statusCode, fifth.response.headers['retry-after']]).toEqual([503, '30']);
    expect((await open(await desk.signIn(clara))).response.statusCode).toBe(200);
    await streams[0]?.leave();
    for (;;) {
      const again = await open();
      if (again.response.statusCode === 200) break;
    }
  });

  test('says that it lives', async () => {
    await withHeartbeat();
    expect(await (await open()).next()).toBe(': here');
  });

  test('ends by the next sign of life where its admin has signed out in the chat', async () => {
    await withHeartbeat();
    const { link, token } = await byLink();
    const own = await open(new Admin(desk, token));
    const other = await open();
    expect(await desk.app.transaction((tx) => signOutOfLink(tx, boris, link))).toBe(true);
    expect(await news(own)).toBeNull();
    await asks();
    expect(await news(other)).toBe('id: 1\ndata: {"request":1}');
  });

  /** Somebody has signed in by a link, whose number the message in the chat knows. */
  async function byLink(): Promise<{ readonly link: number; readonly token: string }> {
    await desk.app.transaction((tx) => sendLink(tx, boris, botToken));
    const sent = desk.app.owed.map((row) => row.notice).findLast(({ kind }) => kind === 'desk_link');
    const code = sent?.kind === 'desk_link' ? codeOf(sent.nonce, botToken) : '';
    const { json } = await desk.ask('POST', '/admin/session', { json: { code } });
    const said = desk.app.owed.map((row) => row.notice).findLast(({ kind }) => kind === 'desk_signed_in');
    return { link: said?.kind === 'desk_signed_in' ? said.link : 0, token: String(json['token']) };
  }

  test('ends when the session is over after its twelve hours', async () => {
    await withHeartbeat();
    const stream = await open();
    desk.app.now += 12 * 60 * 60_000;
    expect(await news(stream)).toBeNull();
  });

  test('is open 24 times in all, whoever has them, and says how many there are', async () => {
    const admins = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => desk.app.client(n)));
    desk.app.setAdmins([boris, ...admins]);
    const [last, ...others] = await Promise.all(admins.map((each) => desk.signIn(each)));
    for (const each of others) {
      for (let n = 0; n < 4; n += 1) expect((await open(each)).response.statusCode).toBe(200);
    }
    const more = await open(last);
    expect([more.response.statusCode, more.response.headers['retry-after']]).toEqual([503, '30']);
    expect(more.response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(desk.streams.at(-1)).toBe(24);
    readers[0]?.response.destroy();
    while ((await open(last)).response.statusCode !== 200);
    expect(Math.max(...desk.streams)).toBe(24);
  });

  test('is not opened by HEAD', async () => {
    for (let n = 0; n < 6; n += 1) {
      const { status, headers, body } = await admin.ask('HEAD', '/admin/events');
      expect([status, headers['content-type'], body]).toEqual([200, 'text/event-stream; charset=utf-8', '']);
    }
    expect(desk.streams).toEqual([]);
    expect((await open()).response.statusCode).toBe(200);
  });

  test('tells of a thousand events that were missed, and says only that there are more than that', async () => {
    await asks();
    await desk.app.transaction(async (tx) => {
      for (let n = 0; n < 500; n += 1) {
        await withdraw(tx, client);
        await submit(tx, client, 'submit', 'Let me in');
      }
    });
    const all = await open(admin, '1');
    for (let id = 2; id <= 1001; id += 1) expect(await all.next()).toMatch(new RegExp(`^id: ${id}\ndata: `));
    expect(await (await open(admin, '0')).next()).toBe('id: 1001\nevent: reset\ndata: {}');
  });

  test('is for admins only, and ends when the bot stops', async () => {
    expect((await desk.ask('GET', '/admin/events')).status).toBe(401);
    const stream = await open();
    desk.stop();
    expect(await stream.next()).toBeNull();
  });
});

describeSqlite('streams that begin and end while the hub waits for its turn', (engine) => {
  let app: TestApp;
  let client: PersonId;
  let hub: EventHub;
  /** The reads of the hub wait for this. */
  let turn: Promise<unknown>;
  /** The events after which the hub has looked for news. */
  let lookedAfter: number[];
  let under: Set<Promise<unknown>>;
  const stopping = new AbortController();
  beforeEach(async () => {
    app = await TestApp.open(engine);
    await app.admins();
    client = await app.client(1);
    [turn, lookedAfter, under] = [Promise.resolve(), [], new Set()];
    const work = {
      ...app.work,
      transactions: {
        ...pick(app),
        async read<T>(job: (reading: Parameters<Parameters<TestApp['read']>[0]>[0]) => Promise<T>): Promise<T> {
          const read = turn.then(() =>
            app.read(({ store, ...reading }) => {
              const { events } = store;
              const after: typeof events.after = (id, limit) => {
                lookedAfter.push(id);
                return events.after(id, limit);
              };
              return job({ ...reading, store: { ...store, events: { ...events, after } } });
            }),
          );
          under.add(read);
          return read.finally(() => under.delete(read));
        },
      },
      signal: stopping.signal,
      log: { error() {}, warn() {}, info() {}, debug() {} },
    } as unknown as Work;
    hub = new EventHub(work, { deskStreams: () => {} });
  });
  afterEach(() => stopping.abort());

  const pick = ({ transactions }: TestApp): Pick<Work['transactions'], 'run' | 'watchWith' | 'quietFor'> => ({
    run: (job, signal) => transactions.run(job, signal),
    watchWith: (watcher) => transactions.watchWith(watcher),
    quietFor: () => transactions.quietFor(),
  });
  /** Two more events. */
  async function happens(): Promise<void> {
    await app.transaction((tx) => submit(tx, client, 'submit', 'Let me in'));
    await app.transaction((tx) => withdraw(tx, client));
  }
  function hold(): () => void {
    let go = () => {};
    turn = new Promise<void>((resolve) => (go = resolve));
    return go;
  }
  async function caughtUp(): Promise<void> {
    do {
      await Promise.allSettled(under);
      await nextTurn();
    } while (under.size > 0);
  }
  let tokens = 0;
  async function open(lastSeen: string | null, reads: Parameters<EventHub['open']>[2] = app.transactions) {
    tokens += 1;
    const token = `token ${tokens}`;
    const response = await hub.open({ kind: 'admin', id: boris, token, expiresAt: Infinity }, lastSeen, reads);
    if (!(response instanceof Response)) throw new Error('refused');
    return { token, response };
  }
  /** All that a stream was told, which ends by that. */
  async function told({ token, response }: Awaited<ReturnType<typeof open>>): Promise<readonly string[]> {
    hub.signedOut(token);
    return (await response.text()).split('\n\n').filter((message) => message !== '' && !message.startsWith('retry'));
  }
  const messages = (...ids: readonly number[]) => ids.map((id) => `id: ${id}\ndata: {"request":${Math.ceil(id / 2)}}`);

  test('are told each event once and in order, whatever other streams are still to be told', async () => {
    await happens();
    const first = await open(null);
    await caughtUp();
    const go = hold();
    await happens();
    const [resumed, fresh] = [await open('2'), await open(null)];
    await app.transaction((tx) => note(tx, boris, requestId(2), 'Known'));
    go();
    await caughtUp();
    await happens();
    await caughtUp();
    const noted = 'data: {"request":2}';
    expect(await told(first)).toEqual([...messages(3, 4), noted, ...messages(5, 6)]);
    expect(await told(resumed)).toEqual([...messages(3, 4), noted, ...messages(5, 6)]);
    expect(await told(fresh)).toEqual([noted, ...messages(5, 6)]);
  });

  test('are told of a note also where the look for what is new has failed at first', async () => {
    await happens();
    const stream = await open(null);
    await caughtUp();
    turn = Promise.reject(new Error('the database is away'));
    await app.transaction((tx) => note(tx, boris, requestId(1), 'Known'));
    await caughtUp();
    turn = Promise.resolve();
    await happens();
    await caughtUp();
    expect(await told(stream)).toContain('data: {"request":1}');
  });

  test('leave nothing behind: the next stream begins where it is opened', async () => {
    const last = await open(null);
    await caughtUp();
    const go = hold();
    await happens();
    hub.signedOut(last.token);
    go();
    await caughtUp();
    await happens();
    await open(null);
    await caughtUp();
    expect(lookedAfter.at(-1)).toBe(4);
  });

  test('leave nothing behind either where they end before they have begun', async () => {
    const go = hold();
    const gone = open('0', { read: (job) => turn.then(() => app.read(job)) });
    hub.signedOut(`token ${tokens}`);
    go();
    await gone;
    await caughtUp();
    await happens();
    await open(null);
    await caughtUp();
    expect(lookedAfter.at(-1)).toBe(2);
  });
});
