import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Person } from '../../src/telegram-double/people';
import type { Daemon, LogLine } from '../../src/sandbox/daemon-process';
import { initData, openedBy } from '../sessions/opening';
import { asks, buttons, cardOf, newcomer, saying, shown } from './scenes';
import { portsOf } from './watcher';
import { startWorld, type World, type WorldOptions } from './world';

const boris = { id: 7_000_000_001, first_name: 'Boris', language_code: 'en' };
const clara = { id: 7_000_000_002, first_name: 'Clara', language_code: 'en' };
const desk = { WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'https://desk.example' } as const;
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
  readonly json: Readonly<Record<string, unknown>>;
}
interface Sent {
  readonly token?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the desk of a daemon answers. */
async function call(
  daemon: Daemon,
  method: string,
  path: string,
  { token, json, headers }: Sent = {},
): Promise<Answered> {
  const line = await daemon.logged(did('web_listening'));
  const url = `http://${String(line['labels.address'])}${path}`;
  const body = json === undefined ? undefined : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method,
        agent: false,
        headers: {
          host: 'desk.example',
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
      },
      (response) => {
        const { statusCode: status = 0, headers: got } = response;
        text(response).then((read) => {
          const isJson = String(got['content-type']).includes('json');
          const parsed = isJson ? (JSON.parse(read) as Answered['json']) : {};
          resolve({ status, headers: got, body: read, json: parsed });
        }, reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

let world: World;
let admin: Person;
async function begin(options: Partial<WorldOptions> = {}): Promise<void> {
  world = await startWorld({ engine: 'sqlite', admins: [boris, clara], env: desk, ...options });
  [admin = world.double.person(boris)] = world.admins;
}

describe.each(['sqlite', 'postgres'] as const)('the desk of a running daemon, on %s', (engine) => {
  beforeAll(() => begin({ engine }));
  afterAll(() => world.close());

  const open = (user: object = boris, token = world.double.token) =>
    call(world.daemon, 'POST', '/admin/session', { json: { init_data: initData(token, openedBy(user, Date.now())) } });
  const signIn = async (user: object = boris) => String((await open(user)).json['token']);
  const details = (id: number, token: string) => call(world.daemon, 'GET', `/admin/request/${id}/details`, { token });

  test('decides as the chat does: the client is told, the cards follow, and the history says where', async () => {
    const client = newcomer(world);
    const id = await asks(client);
    const card = await cardOf(admin, id);
    const token = await signIn();
    const seen = await details(id, token);
    const approved = await call(world.daemon, 'POST', `/admin/request/${id}/decision`, {
      token,
      json: { decision: 'approve' },
      headers: { 'if-match': String(seen.headers['etag']) },
    });
    expect([approved.status, approved.json['status']]).toEqual([200, 'approved']);
    await client.sees(/you’re approved|You now have access|approved/i);
    expect(shown(await cardOf(admin, id, ['Approved by']))).toBeTruthy();
    expect(await world.rows(`SELECT event, via FROM request_events WHERE request_id = ${id} ORDER BY id`)).toEqual([
      { event: 'submit', via: 'chat' },
      { event: 'approve', via: 'desk' },
    ]);
    const undone = await call(world.daemon, 'POST', `/admin/request/${id}/undo`, {
      token,
      json: {},
      headers: { 'if-match': String((await details(id, token)).headers['etag']) },
    });
    expect(undone.json['status']).toBe('pending');
    expect(card.id).toBeGreaterThan(0);
  });

  test('/desk gives a link that signs in once; the message then says so and signs out again', async () => {
    const link = await admin.sees(saying('opens the desk'), { after: admin.write('/desk') });
    const [open] = link.buttons.flat();
    const url = new URL(String(open !== undefined && 'url' in open ? open.url : ''));
    expect([url.origin, url.pathname]).toEqual(['https://desk.example', '/desk/login']);
    expect(url.hash).toMatch(/^#[\w-]{43}$/);
    const code = url.hash.slice(1);
    expect((await call(world.daemon, 'GET', '/desk/login')).status).not.toBe(401);
    const [first, again] = [
      await call(world.daemon, 'POST', '/admin/session', { json: { code } }),
      await call(world.daemon, 'POST', '/admin/session', { json: { code } }),
    ];
    expect([first.status, again.status]).toEqual([200, 401]);
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toMatch(/^__Host-desk=/);
    const byCookie = () => call(world.daemon, 'GET', '/admin/session', { headers: { cookie } });
    expect((await byCookie()).json).toMatchObject({ admin: { name: 'Boris' } });

    const signedIn = await admin.sees(
      (message) => message.id === link.id && /Signed in to the desk/.test(shown(message)),
    );
    expect(buttons(signedIn)).toEqual(['🚪 Sign out']);
    admin.press(signedIn, '🚪 Sign out');
    await admin.sees((message) => message.id === link.id && /Signed out of the desk/.test(shown(message)));
    expect((await byCookie()).status).toBe(401);
    const log = world.daemon.log.map((line) => JSON.stringify(line)).join('\n');
    expect(log).toContain('desk_login');
    for (const secret of [code, cookie.split('=')[1] ?? code]) {
      expect(log).not.toContain(secret);
      for (const table of ['outbox', 'sessions', 'login_links', 'bot_messages']) {
        expect(JSON.stringify(await world.rows(`SELECT * FROM ${table}`))).not.toContain(secret);
      }
    }
  });

  test('a link has no preview, is not used up by looking at it, and is void once there is a newer one', async () => {
    const codeIn = async () => {
      const sent = await admin.sees(saying('opens the desk'), { after: admin.write('/desk') });
      const [open] = sent.buttons.flat();
      return new URL(open !== undefined && 'url' in open ? open.url : '').hash.slice(1);
    };
    const codes = [await codeIn(), await codeIn()];
    const sent = world.double.callLog
      .of('sendMessage')
      .filter(({ params }) => /opens the desk/.test(String(params['text'])))
      .slice(-codes.length);
    expect(sent.map(({ params }) => params['link_preview_options'])).toEqual(codes.map(() => ({ is_disabled: true })));
    // What previews a link, and whoever follows it there, only looks.
    for (const method of ['GET', 'HEAD', 'GET']) await call(world.daemon, method, '/desk/login');
    const enter = (code = '') => call(world.daemon, 'POST', '/admin/session', { json: { code } });
    expect((await enter(codes[0])).status).toBe(401);
    expect((await enter(codes[1])).status).toBe(200);
    expect((await enter(codes[1])).status).toBe(401);
    const signedIn = await admin.sees(saying('Signed in to the desk'));
    expect(shown(signedIn)).toMatch(/Signed in to the desk, .*\d\d:\d\d/);
  });

  test('sends the requests as a table to the chat of the admin who asks, and to nobody else', async () => {
    const client = newcomer(world);
    const id = await asks(client, 'Let me in, please');
    const token = await signIn();
    const table = await call(world.daemon, 'GET', '/admin/export.csv?status=pending', { token });
    const sent = await call(world.daemon, 'POST', '/admin/export?status=pending', { token });
    expect([sent.status, sent.body]).toEqual([204, '']);
    await admin.sees((message) => message.media === 'document');
    const uploads = world.double.callLog.calls.filter(({ method }) => method === 'sendDocument');
    expect(uploads.map(({ params }) => params['chat_id'])).toEqual([admin.id]);
    const file = uploads[0]?.params['document'] as { readonly name: string; readonly bytes: Buffer } | undefined;
    expect([file?.name, file?.bytes.toString()]).toEqual(['requests.csv', table.body]);
    expect(table.body).toContain(`${id},pending,${client.id},`);
    admin.block();
    const refused = await call(world.daemon, 'POST', '/admin/export', { token });
    expect([refused.status, refused.json['code']]).toEqual([409, 'chat_closed']);
    admin.unblock();
  });

  test('lets nobody in who is no admin, or is one no more', async () => {
    const client = newcomer(world);
    expect((await open({ id: client.id })).status).toBe(401);
    expect((await open(boris, '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123')).status).toBe(401);
    const added = newcomer(world, { first_name: 'Dora' }).hasStarted();
    await admin.sees(saying(String(added.id)), { after: admin.write(`/admins add ${added.id}`) });
    const token = await signIn({ id: added.id });
    expect((await call(world.daemon, 'GET', '/admin/requests', { token })).status).toBe(200);
    const removed = admin.write(`/admins remove ${added.id}`);
    await admin.sees(() => true, { after: removed });
    expect((await call(world.daemon, 'GET', '/admin/requests', { token })).status).toBe(401);
    expect(await world.rows(`SELECT * FROM sessions WHERE person_id = ${added.id}`)).toEqual([]);
  });

  test('keeps sessions over a restart and a kill', async () => {
    const token = await signIn();
    await world.daemon.stop();
    await world.restart();
    expect((await call(world.daemon, 'GET', '/admin/session', { token })).status).toBe(200);
    await world.daemon.kill();
    await world.restart();
    expect((await call(world.daemon, 'GET', '/admin/requests', { token })).status).toBe(200);
    expect((await call(world.daemon, 'DELETE', '/admin/session', { token })).status).toBe(204);
    await world.daemon.stop();
    await world.restart();
    expect((await call(world.daemon, 'GET', '/admin/session', { token })).status).toBe(401);
  });

  test('is in the menu and the help of admins', async () => {
    const help = await admin.sees(saying('You’re an admin here'), { after: admin.write('/help') });
    expect(shown(help)).toContain('/desk – the desk');
    const set = world.double.callLog.next(
      ({ method, params }) => method === 'setMyCommands' && params['scope'] !== undefined,
    );
    await world.daemon.stop();
    await world.restart({ env: { COMMUNITY_NAME: 'Foxes' } });
    expect(JSON.stringify((await set).params['commands'])).toContain('"desk"');
  });
});

describe('the link of /desk', () => {
  afterEach(() => world.close());

  test('a link that Telegram would not take as a button is text, with a button that copies it', async () => {
    await begin({ env: { ...desk, PUBLIC_URL: 'http://localhost:8080' } });
    const sent = await admin.sees(saying('http://localhost:8080/desk/login#'), { after: admin.write('/desk') });
    const [copy] = sent.buttons.flat();
    const text = copy !== undefined && 'copy_text' in copy ? copy.copy_text.text : '';
    expect(text).toMatch(/^http:\/\/localhost:8080\/desk\/login#[\w-]{43}$/);
    expect(shown(sent)).toContain(text);
    const code = new URL(text).hash.slice(1);
    const headers = { host: 'localhost:8080' };
    const entered = await call(world.daemon, 'POST', '/admin/session', { json: { code }, headers });
    expect([entered.status, String(entered.headers['set-cookie'])]).toEqual([200, expect.stringMatching(/^desk=/)]);
  });

  test('gives links to admins only, and only in private', async () => {
    await begin({ group: { id: -1_001_234_567_890, title: 'Admins' } });
    const client = newcomer(world);
    expect(shown(await client.sees(() => true, { after: client.write('/desk') }))).toMatch(/[Oo]nly admins|admins/);
    const { group } = world;
    if (group === undefined) throw new Error('there is no group');
    const inGroup = await admin.sees(() => true, { in: group, after: admin.write('/desk', { in: group }) });
    expect(shown(inGroup)).toMatch(/Message me in private/);
    expect(await world.rows('SELECT * FROM login_links')).toEqual([]);
  });
});

test('a standby’s desk answers 503 until it takes over', async () => {
  const world = await startWorld({ engine: 'postgres', admins: [boris], env: desk });
  const second = world.launch();
  try {
    await second.logged(did('standing_by'));
    const token = String(
      (
        await call(world.daemon, 'POST', '/admin/session', {
          json: { init_data: initData(world.double.token, openedBy(boris, Date.now())) },
        })
      ).json['token'],
    );
    const waiting = await call(second, 'GET', '/admin/requests', { token });
    expect([waiting.status, waiting.headers['retry-after']]).toEqual([503, '5']);
    await world.daemon.kill();
    await second.logged(did('started'));
    expect((await call(second, 'GET', '/admin/requests', { token })).status).toBe(200);
  } finally {
    await second.kill();
    await world.end();
  }
});

test('without WEB_LISTEN there is no desk, no port, and nothing of it is loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-modules-'));
  const modules = join(folder, 'modules');
  const preloads = [join(__dirname, 'preloads', 'lists-modules.cjs')];
  const world = await startWorld({
    engine: 'sqlite',
    admins: [boris],
    env: { MODULES_FILE: modules },
    daemon: { preloads },
  });
  const [admin = world.double.person(boris)] = world.admins;
  const ofDesk = /node_modules\/(@?hono|zod|@asteasolutions)\/|dist\/web\/|dist\/network\/listener/;
  try {
    expect(portsOf(world.daemon.pid ?? 0)).toBe(0);
    expect(shown(await admin.sees(() => true, { after: admin.write('/desk') }))).toContain('WEB_LISTEN');
    await world.daemon.stop();
    expect(readFileSync(modules, 'utf8')).not.toMatch(ofDesk);
    await world.restart({ preloads, env: desk });
    await world.daemon.logged(did('web_listening'));
    expect(portsOf(world.daemon.pid ?? 0)).toBe(1);
    await world.daemon.stop();
    expect(readFileSync(modules, 'utf8')).toMatch(ofDesk);
    // That is FORM's.
    expect(readFileSync(modules, 'utf8')).not.toMatch(/dist\/web\/form\//);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
});
