import { sendLink, signOutOfLink } from '../../src/sessions/link';
import { codeOf } from '../../src/sessions/secrets';
import { boris, clara } from '../requests/app';
import { initData, openedBy } from '../sessions/opening';
import { describeEngines } from '../store/engines';
import { apiToken, botToken, publicUrl, TestDesk, type Answered } from './desk';

const user = { id: boris, first_name: 'Boris' };
const hour = 60 * 60_000;

describeEngines('signing in at the desk', (engine) => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
  });
  afterEach(() => desk.close());

  const open = (data: string) => desk.ask('POST', '/admin/session', { json: { init_data: data } });
  const use = (code: string) => desk.ask('POST', '/admin/session', { json: { code } });
  const opening = (at = desk.app.now) => initData(botToken, openedBy(user, at));
  const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${String(token)}` } });
  const session = (token: unknown) => desk.ask('GET', '/admin/session', bearer(token));
  /** The code of the link that an admin is sent. */
  async function link(admin = boris): Promise<string> {
    await desk.app.transaction((tx) => sendLink(tx, admin, botToken));
    const notice = desk.app.owed.map((row) => row.notice).findLast(({ kind }) => kind === 'desk_link');
    if (notice?.kind !== 'desk_link') throw new Error('no link was owed');
    return codeOf(notice.nonce, botToken);
  }

  test('an admin is let in with what their Mini App was opened with, for twelve hours', async () => {
    const { status, json, headers } = await open(opening());
    expect(status).toBe(200);
    expect(json).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/) as string,
      expires_at: new Date(desk.app.now + 12 * hour).toISOString(),
      admin: { id: boris, name: 'Boris' },
      community: 'Sosekni',
      language: 'en',
    });
    expect(headers['set-cookie']).toBeUndefined();
    desk.app.now += 12 * hour - 1;
    expect((await session(json['token'])).json).toMatchObject({ admin: { id: boris } });
    desk.app.now += 1;
    expect((await session(json['token'])).status).toBe(401);
  });

  test('the same opening has one session: another exchange replaces it', async () => {
    const data = opening();
    const first = await open(data);
    const second = await open([...data.split('&')].reverse().join('&'));
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await session(first.json['token'])).status).toBe(401);
    expect((await session(second.json['token'])).status).toBe(200);
    const other = await open(opening(desk.app.now - 1000));
    expect((await session(other.json['token'])).status).toBe(200);
    expect((await session(second.json['token'])).status).toBe(200);
  });

  test('a link lets in once, within two minutes, and its cookie is of this host only', async () => {
    const code = await link();
    const { status, json, headers } = await use(code);
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      `__Host-desk=${String(json['token'])}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200`,
    ]);
    const cookie = { headers: { cookie: `theme=dark; __Host-desk=${String(json['token'])}` } };
    expect((await desk.ask('GET', '/admin/session', cookie)).status).toBe(200);
    expect((await use(code)).status).toBe(401);
    expect(desk.app.owed.at(-1)?.notice).toMatchObject({ kind: 'desk_signed_in', at: desk.app.now });

    const late = await link();
    desk.app.now += 2 * 60_000;
    expect((await use(late)).status).toBe(401);
  });

  test('a newer link voids an older one of the same admin, and nobody else’s', async () => {
    const [older, others, newer] = [await link(), await link(clara), await link()];
    expect((await use(older)).status).toBe(401);
    expect((await use(newer)).json).toMatchObject({ admin: { name: 'Boris' } });
    expect((await use(others)).json).toMatchObject({ admin: { name: 'Clara' } });
  });

  test('neither a code nor a token is in the database or in the log', async () => {
    const code = await link();
    const { json } = await use(code);
    const opened = await open(opening());
    const secrets = [code, String(json['token']), String(opened.json['token'])];
    const seen = JSON.stringify(desk.logged) + JSON.stringify(await everything());
    expect(seen).toContain('desk_login');
    for (const secret of secrets) expect(seen).not.toContain(secret);
    await open(`${opening()}x`);
    await use('a-guess-that-is-wrong');
    for (const secret of [opening(), 'a-guess-that-is-wrong'])
      expect(JSON.stringify(desk.logged)).not.toContain(secret);
  });

  async function everything(): Promise<unknown> {
    return desk.app.read(async ({ store }) => ({
      owed: await store.outbox.waitingFor('telegram', boris, 'all', 0, 100),
      links: [await store.sessions.link(1), await store.sessions.link(2)],
      rows: desk.app.owed,
    }));
  }

  test('every refusal is the same from outside, and plain in the log', async () => {
    const used = await link();
    await use(used);
    const void_ = await link();
    await link();
    const expired = await link(clara);
    desk.app.now += 2 * 60_000;
    const refusals: readonly (readonly [Promise<Answered>, string])[] = [
      [
        open(initData('987654321:AAF_abcdefghijklmnopqrstuvwxyz-0123', openedBy(user, desk.app.now))),
        'init_data_forged',
      ],
      [open(opening(desk.app.now - hour - 1000)), 'init_data_too_old'],
      [open(opening(desk.app.now + 31_000)), 'init_data_in_the_future'],
      [open('hash=1'), 'init_data_incomplete'],
      [open('x'.repeat(5000)), 'init_data_too_long'],
      [open(initData(botToken, openedBy({ id: 5_000_000_001 }, desk.app.now))), 'not_an_admin'],
      [use(used), 'code_used'],
      [use(void_), 'code_unknown'],
      [use(expired), 'code_expired'],
      [use('x'), 'code_unknown'],
    ];
    const bodies = new Set<string>();
    for (const [asked] of refusals) {
      const { status, headers, body } = await asked;
      expect({ status, authenticate: headers['www-authenticate'] }).toEqual({ status: 401, authenticate: 'Bearer' });
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      bodies.add(body);
    }
    expect(bodies.size).toBe(1);
    const reasons = desk.logged.filter((line) => line['event.action'] === 'desk_login_refused');
    expect(reasons.map((line) => line['labels.reason']).sort()).toEqual(refusals.map(([, why]) => why).sort());
  });

  test('wrong logins are limited, and honest ones and sessions are not', async () => {
    let elapsed = 0;
    desk.app.monotonic = () => elapsed;
    const admin = await desk.signIn();
    for (let n = 0; n < 30; n += 1) expect((await use(`wrong-${n}`)).status).toBe(401);
    const limited = await use('wrong-too');
    expect(limited.status).toBe(429);
    expect(limited.headers['retry-after']).toBe('2');
    elapsed = 1999;
    expect((await open('hash=1')).status).toBe(429);
    expect((await open(opening(desk.app.now - 5000))).status).toBe(200);
    expect((await admin.get('/admin/session')).status).toBe(200);
    expect(desk.logged.filter((line) => line['event.action'] === 'desk_login_refused')).toHaveLength(30);
    elapsed = 2001;
    expect([(await use('wrong-again')).status, (await use('wrong-again')).status]).toEqual([401, 429]);
  });

  test('who is removed from the admins is signed out, and stays so when they are added again', async () => {
    const admin = await desk.signIn(clara);
    expect((await admin.get('/admin/session')).status).toBe(200);
    desk.app.setAdmins([boris]);
    expect((await admin.get('/admin/session')).status).toBe(401);
    expect((await admin.get('/admin/requests')).status).toBe(401);
    desk.app.setAdmins([boris, clara]);
    expect((await admin.get('/admin/session')).status).toBe(401);
    expect((await (await desk.signIn(clara)).get('/admin/session')).status).toBe(200);
  });

  test('signing out ends this session and no other, also from the message with the link', async () => {
    const [one, other] = [await use(await link()), await use(await link())];
    const gone = await desk.ask('DELETE', '/admin/session', bearer(one.json['token']));
    expect(gone.status).toBe(204);
    expect(gone.headers['set-cookie']).toEqual(['__Host-desk=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0']);
    expect(desk.app.owed.at(-1)?.notice).toEqual({ kind: 'desk_signed_out' });
    expect((await session(one.json['token'])).status).toBe(401);
    expect((await session(other.json['token'])).status).toBe(200);

    const signedIn = desk.app.owed.map((row) => row.notice).findLast(({ kind }) => kind === 'desk_signed_in');
    const number = signedIn?.kind === 'desk_signed_in' ? signedIn.link : 0;
    expect(await desk.app.transaction((tx) => signOutOfLink(tx, clara, number))).toBe(false);
    expect((await session(other.json['token'])).status).toBe(200);
    expect(await desk.app.transaction((tx) => signOutOfLink(tx, boris, number))).toBe(true);
    expect((await session(other.json['token'])).status).toBe(401);
  });

  test('a body that is not the schema’s is 422 and names every wrong field', async () => {
    const wrong = await desk.ask('POST', '/admin/session', { json: { code: 1, more: true } });
    expect(wrong.status).toBe(422);
    const none = await desk.ask('POST', '/admin/session', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([none.status, none.json['errors']]).toEqual([422, [{ pointer: '#', detail: 'must be JSON' }]]);
  });

  test('API_TOKEN reads, and neither decides nor signs in', async () => {
    const program = bearer(apiToken);
    expect((await desk.ask('GET', '/admin/requests', program)).status).toBe(200);
    const who = await desk.ask('GET', '/admin/session', program);
    expect([who.status, who.json]).toEqual([200, { admin: null, expires_at: null, community: 'Sosekni' }]);
    expect((await desk.ask('DELETE', '/admin/session', program)).status).toBe(403);
    const decision = { ...program, json: { decision: 'approve' } };
    expect((await desk.ask('POST', '/admin/request/1/decision', decision)).status).toBe(403);
    const asCookie = { headers: { cookie: `__Host-desk=${apiToken}` } };
    expect((await desk.ask('GET', '/admin/requests', asCookie)).status).toBe(401);
  });

  test('pages of somebody else can’t make a browser write, nor reach the desk under another name', async () => {
    const { json } = await use(await link());
    const cookie = `__Host-desk=${String(json['token'])}`;
    const write = (headers: Record<string, string>) =>
      desk.ask('DELETE', '/admin/session', { headers: { cookie, ...headers } });
    expect((await write({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ origin: 'null' })).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (const host of ['evil.example', 'desk.example.evil.example', 'desk.example:8080', '127.0.0.1']) {
      expect((await desk.ask('GET', '/admin/session', { headers: { cookie, host } })).status).toBe(421);
    }
    expect((await desk.ask('GET', '/admin/session', { headers: { cookie, host: 'desk.example:443' } })).status).toBe(
      200,
    );
    const plain = { headers: { cookie, 'content-type': 'text/plain' }, body: '{"code":"x"}' };
    expect((await desk.ask('POST', '/admin/session', plain)).status).toBe(415);
    expect((await write({ origin: publicUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(204);
  });

  test('a bot that does not act answers 503 and when to try again', async () => {
    const admin = await desk.signIn();
    desk.stop();
    for (const [method, path] of [
      ['GET', '/admin/requests'],
      ['GET', '/admin/session'],
      ['DELETE', '/admin/session'],
    ] as const) {
      const { status, headers } = await admin.ask(method, path);
      expect({ status, again: headers['retry-after'] }).toEqual({ status: 503, again: '5' });
    }
    expect((await open(opening())).status).toBe(503);
    expect((await desk.ask('GET', '/openapi.json')).status).toBe(200);
  });

  test('a wrong method names the right ones, an unknown path is none, and a large body is not read', async () => {
    const put = await desk.ask('PUT', '/admin/session', { json: {} });
    expect([put.status, put.headers.allow]).toEqual([405, 'POST, GET, HEAD, DELETE']);
    expect((await desk.ask('POST', '/admin/requests', { json: {} })).headers.allow).toBe('GET, HEAD');
    expect((await desk.ask('GET', '/admin/nothing')).status).toBe(404);
    expect((await desk.ask('GET', '/admin/session/')).status).toBe(404);
    const large = await desk.ask('POST', '/admin/session', { json: { code: 'x'.repeat(17_000) } });
    expect(large.status).toBe(413);
    const admin = await desk.signIn();
    const head = await admin.ask('HEAD', '/admin/session');
    expect([head.status, head.body]).toEqual([200, '']);
  });
});
