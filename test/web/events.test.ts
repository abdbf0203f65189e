import { once } from 'node:events';
import { request as send, type IncomingMessage } from 'node:http';
import { requestId, telegramId, type PersonId } from '../../src/lifecycle/ids';
import { addAdmin, removeAdmin } from '../../src/requests/administrators';
import { note } from '../../src/requests/notes';
import { submit } from '../../src/requests/submit';
import { boris, clara } from '../requests/app';
import { describeEngines } from '../store/engines';
import { publicUrl, TestDesk, type Admin } from './desk';

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

  test('is for admins only, and ends when the bot stops', async () => {
    expect((await desk.ask('GET', '/admin/events')).status).toBe(401);
    const stream = await open();
    desk.stop();
    expect(await stream.next()).toBeNull();
  });
});
