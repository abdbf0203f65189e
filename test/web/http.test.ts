import { setImmediate as nextTurn } from 'node:timers/promises';
import { submit } from '../../src/requests/submit';
import { sendLink } from '../../src/sessions/link';
import { codeOf } from '../../src/sessions/secrets';
import { boris, clara } from '../requests/app';
import { initData, openedBy } from '../sessions/opening';
import { describeEngines, describeSqlite } from '../store/engines';
import { apiToken, botToken, TestDesk, type Admin, type Answered, type Sent } from './desk';

const problem = 'application/problem+json; charset=utf-8';
const code = (value = 'wrong') => JSON.stringify({ code: value });

/** The parts of an answer as it came over the wire. */
function partsOf(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(lines.map((line) => line.toLowerCase().split(': ', 2) as [string, string]));
  return { status: Number(first.split(' ')[1]), type: headers.get('content-type'), headers, body };
}

describeSqlite('the HTTP of the desk', (engine) => {
  let desk: TestDesk;
  let admin: Admin;
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
    admin = await desk.signIn();
    for (let n = 1; n < 4; n += 1) {
      const client = await desk.app.client(n);
      await desk.app.transaction((tx) => submit(tx, client, 'submit', 'Let me in'));
    }
  });
  afterEach(() => desk.close());

  /** The code of a link that has let somebody in. */
  async function usedCode(): Promise<string> {
    await desk.app.transaction((tx) => sendLink(tx, clara, botToken));
    const notice = desk.app.owed.map((row) => row.notice).findLast(({ kind }) => kind === 'desk_link');
    const code = notice?.kind === 'desk_link' ? codeOf(notice.nonce, botToken) : '';
    expect((await desk.ask('POST', '/admin/session', { json: { code } })).status).toBe(200);
    return code;
  }
  const failures = () => desk.logged.filter((line) => line['event.action'] === 'web_failed');
  const host = 'host: desk.example\r\n';

  test.each<[string, string, number]>([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a method that there is not', `NOTHING /desk HTTP/1.1\r\n${host}\r\n`, 400],
    ['no host', 'GET /desk HTTP/1.1\r\n\r\n', 400],
    ['two hosts', `GET /desk HTTP/1.1\r\n${host}${host}\r\n`, 400],
    [
      'a body of two lengths',
      `POST /admin/session HTTP/1.1\r\n${host}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`,
      400,
    ],
    [
      'a chunk that is none',
      `POST /admin/session HTTP/1.1\r\n${host}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nx\r\n`,
      400,
    ],
    ['headers that are too long', `GET /desk HTTP/1.1\r\n${host}x: ${'y'.repeat(9000)}\r\n\r\n`, 431],
    ['an address that is too long', `GET /desk?${'y'.repeat(9000)} HTTP/1.1\r\n${host}\r\n`, 431],
    ['an address with a backslash', `GET /desk\\x HTTP/1.1\r\n${host}connection: close\r\n\r\n`, 400],
    [
      'a body that breaks off',
      `POST /admin/session HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"code":`,
      400,
    ],
    ['the host of somebody else', 'GET /desk HTTP/1.1\r\nhost: evil.example\r\n\r\n', 421],
    ['no host in HTTP/1.0', 'GET /desk HTTP/1.0\r\n\r\n', 421],
    ['the address of somebody else, as to a proxy', `GET http://evil.example/desk HTTP/1.1\r\n${host}\r\n`, 421],
    ['no path', `OPTIONS * HTTP/1.1\r\n${host}\r\n`, 405],
    ['what is for proxies', `CONNECT desk.example:443 HTTP/1.1\r\n${host}\r\n`, 405],
  ])('answers %s with a problem that says what is wrong', async (_, sent, status) => {
    const answered = partsOf(await desk.raw(sent, { isOver: sent.endsWith(':') }));
    expect([answered.status, answered.type]).toEqual([status, problem]);
    expect(JSON.parse(answered.body)).toMatchObject({ type: 'about:blank', status });
    expect(answered.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await admin.get('/admin/session')).status).toBe(200);
    expect(failures()).toEqual([]);
  });

  test('gives a body ten seconds to come, and says so', async () => {
    const head = `POST /admin/session HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 100\r\n\r\n`;
    const answered = partsOf(await desk.raw(`${head}{"code":`));
    expect([answered.status, answered.type]).toEqual([408, problem]);
    expect((await admin.get('/admin/session')).status).toBe(200);
    expect(failures()).toEqual([]);
  });

  test('answers whoever expects something of it, or wants to speak something else', async () => {
    for (const headers of [
      { expect: 'a-miracle' },
      { connection: 'upgrade', upgrade: 'websocket' },
      { te: 'trailers' },
    ]) {
      expect((await admin.ask('GET', '/admin/session', { headers })).status).toBe(200);
    }
  });

  test('is for its own host, however that is written, whatever a proxy says', async () => {
    const ask = (headers: Record<string, string>, path = '/admin/session') =>
      admin.ask('GET', path, { headers }).then(({ status }) => status);
    for (const own of ['DESK.example', 'desk.example:443']) expect(await ask({ host: own })).toBe(200);
    for (const other of [
      'desk.example.',
      'desk.example:80',
      'evil.example',
      'desk.example@evil.example',
      'desk.example/x',
      'x',
      '127.0.0.1',
    ]) {
      expect({ other, status: await ask({ host: other }) }).toEqual({ other, status: 421 });
    }
    const forwarded = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'http',
    };
    expect(await ask(forwarded)).toBe(200);
    expect(await ask({ host: 'evil.example', 'x-forwarded-host': 'desk.example' })).toBe(421);
    expect(await ask({}, 'http://desk.example/admin/session')).toBe(200);
    expect(await ask({}, 'https://desk.example:443/admin/session')).toBe(200);
  });

  test('is at an IPv6 address as well', async () => {
    const other = await TestDesk.open(engine, { at: 'http://[::1]:8080' });
    try {
      expect((await other.ask('GET', '/admin/session')).status).toBe(401);
      expect((await other.ask('GET', '/admin/session', { headers: { host: '[::1]' } })).status).toBe(421);
      const { headers } = await other.ask('GET', '/docs', { headers: { host: '[0:0::1]:8080' } });
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    } finally {
      await other.close();
    }
  });

  test('knows a path however it is encoded, and no other', async () => {
    for (const same of ['/%61dmin/requests', '/admin/request/%31/details', '/admin/x/../requests']) {
      expect({ same, status: (await admin.get(same)).status }).toEqual({ same, status: 200 });
    }
    for (const path of [
      '/admin',
      '/admin/requests/',
      '//admin/requests',
      '/ADMIN/requests',
      '/admin/request/1',
      '/admin/request/1/details/',
      '/admin/request/1%2Fdetails',
      '/desk/requests/',
      '/desk/requests/01',
      '/desk/requests/x',
      '/desk/files/../../package.json',
      '/desk/files/%2e%2e/web.js',
      '/metrics',
      '/%00',
    ]) {
      const { status, headers } = await admin.get(path);
      expect({ path, status, type: headers['content-type'] }).toEqual({ path, status: 404, type: problem });
    }
    expect((await admin.get('/admin/request/%zz/details')).status).toBe(422);
    const slash = await admin.get('/desk/?q=x');
    expect([slash.status, slash.headers.location]).toEqual([308, '/desk?q=x']);
  });

  test('dates its answers by the bot’s clock, whatever they are', async () => {
    desk.app.now = Date.UTC(2031, 0, 1);
    for (const path of ['/admin/requests', '/desk', '/nothing', '/admin/export.csv']) {
      expect((await admin.get(path)).headers.date).toBe('Wed, 01 Jan 2031 00:00:00 GMT');
    }
  });

  test('answers HEAD as GET without the body, and it costs nothing', async () => {
    for (const path of [
      '/admin/requests?limit=1',
      '/admin/request/1/details',
      '/admin/people/5000000001',
      '/admin/stats',
      '/admin/export.csv',
      '/openapi.json',
      '/docs',
      '/desk',
      '/nothing',
      '/desk/texts',
    ]) {
      const [get, head] = [await admin.get(path), await admin.ask('HEAD', path)];
      expect({ path, status: head.status, body: head.body }).toEqual({ path, status: get.status, body: '' });
      for (const name of ['content-type', 'etag', 'link', 'content-disposition', 'cache-control']) {
        expect({ path, [name]: head.headers[name] }).toEqual({ path, [name]: get.headers[name] });
      }
    }
    for (let n = 0; n < 5; n += 1) expect((await admin.ask('HEAD', '/admin/export.csv')).status).toBe(200);
    expect((await admin.get('/admin/export.csv')).status).toBe(200);
    expect((await desk.ask('HEAD', '/admin/requests')).status).toBe(401);
  });

  test('names the methods of a path to any other', async () => {
    for (const [path, allowed] of [
      ['/admin/session', 'POST, GET, HEAD, DELETE'],
      ['/admin/requests', 'GET, HEAD'],
      ['/admin/request/1/decision', 'POST'],
      ['/docs', 'GET, HEAD'],
      ['/desk/requests/12', 'GET, HEAD'],
      ['/desk/', 'GET, HEAD'],
      ['/openapi.json/', 'GET, HEAD'],
      ['/', 'GET, HEAD'],
    ] as const) {
      for (const method of ['OPTIONS', 'PUT', 'PATCH', 'TRACE', 'PROPFIND']) {
        const { status, headers } = await desk.ask(method, path);
        expect({ path, method, status, allow: headers.allow, type: headers['content-type'] }).toEqual({
          ...{ path, method, status: 405, type: problem },
          allow: allowed,
        });
      }
    }
    const detailOf = async (path: string) => (await desk.ask('PUT', path)).json['detail'];
    expect(await detailOf('/docs')).toBe('Only GET and HEAD are allowed here.');
    expect(await detailOf('/admin/session')).toBe('Only POST, GET, HEAD and DELETE are allowed here.');
    expect(await detailOf('/admin/request/1/decision')).toBe('Only POST is allowed here.');
    expect((await desk.ask('OPTIONS', '/nothing')).status).toBe(404);
  });

  test.each<[string, Record<string, string>, string | Buffer, number]>([
    ['JSON', {}, code(), 401],
    ['JSON with a byte order mark', {}, `\ufeff${code()}`, 401],
    ['JSON that says that it is UTF-8', { 'content-type': 'application/json; charset=UTF-8' }, code(), 401],
    ['JSON in another encoding', { 'content-type': 'application/json; charset=latin1' }, code(), 415],
    ['what a form sends', { 'content-type': 'application/x-www-form-urlencoded' }, 'code=x', 415],
    ['a text', { 'content-type': 'text/plain' }, code(), 415],
    ['something that says nothing of itself', { 'content-type': '' }, code(), 415],
    ['JSON that is compressed', { 'content-encoding': 'gzip' }, code(), 415],
    ['nothing', {}, '', 422],
    ['half of it', {}, '{"code":', 422],
    ['bytes that are no UTF-8', {}, Buffer.from([0x7b, 0xff, 0x7d]), 422],
    ['null', {}, 'null', 422],
    ['a list', {}, `[${code()}]`, 422],
    ['a very deep list', {}, '['.repeat(8000), 422],
    ['a key for the prototype', {}, '{"__proto__":{"code":"x"}}', 422],
    ['both ways to sign in', {}, '{"code":"x","init_data":"y"}', 422],
    ['just enough', {}, ' '.repeat(16 * 1024 - code().length) + code(), 401],
    ['a byte too much', {}, ' '.repeat(16 * 1024 + 1 - code().length) + code(), 413],
  ])('takes a body that is right: %s', async (_, headers, body, status) => {
    const answered = await desk.ask('POST', '/admin/session', {
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect([answered.status, answered.headers['content-type']]).toEqual([status, problem]);
  });

  test('takes nothing but JSON as well where there is nothing to say, and no body at all', async () => {
    const ask = async (headers: Record<string, string>, body?: string): Promise<number> => {
      const { status } = await admin.ask('POST', '/admin/export', { headers, ...(body !== undefined && { body }) });
      return status;
    };
    expect(await ask({ 'content-type': 'text/plain' }, 'x')).toBe(415);
    expect(await ask({ 'content-type': 'text/plain' })).toBe(415);
    expect(await ask({}, '{}')).toBe(415);
    expect(await ask({ 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe(415);
    expect((await admin.ask('DELETE', '/admin/session', { headers: { 'content-type': 'text/plain' } })).status).toBe(
      415,
    );
    expect(await ask({ 'content-type': 'application/json' }, '{}')).toBe(204);
    expect(await ask({})).toBe(204);
  });

  test('stops reading a body of unknown length where it is too long', async () => {
    const head = `POST /admin/session HTTP/1.1\r\n${host}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const answered = partsOf(await desk.raw(`${head}5000\r\n${' '.repeat(0x5000)}\r\n0\r\n\r\n`));
    expect([answered.status, answered.type]).toEqual([413, problem]);
  });

  test('names each wrong field of what somebody signs in with', async () => {
    const { json } = await desk.ask('POST', '/admin/session', { json: { code: 1, more: true } });
    expect((json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '#/code',
      '#/more',
    ]);
  });

  test.each<[string, unknown, string, string]>([
    ['nothing to sign in with', {}, '#', 'must have either code or init_data'],
    ['both ways to sign in', { code: 'x', init_data: 'y' }, '#', 'must have either code or init_data'],
    ['no object', null, '#', 'must have either code or init_data'],
    ['a code of another type', { code: 1 }, '#/code', 'must be a string'],
    ['an empty code', { code: '' }, '#/code', 'must not be empty'],
    ['a code that is too long', { code: 'x'.repeat(201) }, '#/code', 'must have at most 200 characters'],
  ])('says in its own words what is wrong with a body: %s', async (_, json, pointer, detail) => {
    const answered = await desk.ask('POST', '/admin/session', { json });
    expect([answered.status, answered.json['errors']]).toEqual([422, [{ pointer, detail }]]);
  });

  test.each([
    ['limit=1&limit=2', '?limit', 'may appear only once'],
    ['limit=201', '?limit', 'must be at most 200'],
    ['client=0', '?client', 'must be at least 1'],
    [`q=${'x'.repeat(1001)}`, '?q', 'must have at most 1000 characters'],
    ['x=1', '?x', 'is not known here'],
  ])('says in its own words what is wrong with a query: %#', async (query, pointer, detail) => {
    expect((await admin.get(`/admin/requests?${query}`)).json['errors']).toEqual([{ pointer, detail }]);
  });

  test('says of a missing field that it is, and of a wrong one which values there are', async () => {
    const decide = async (json: unknown) =>
      (await admin.ask('POST', '/admin/request/1/decision', { json })).json['errors'];
    expect(await decide({})).toEqual([{ pointer: '#/decision', detail: 'is missing' }]);
    const wrong = { pointer: '#/decision', detail: 'must be one of approve, reject' };
    expect(await decide({ decision: 'maybe' })).toEqual([wrong]);
  });

  test('tells whoever shows something that it is not valid, and whoever shows nothing to sign in', async () => {
    const notValid = 'This code, token or session is not valid, or not any more.';
    const shown = { headers: { authorization: 'Bearer of-nobody' } };
    const detailOf = async (asked: Promise<Answered>) => (await asked).json['detail'];
    expect(await detailOf(desk.ask('GET', '/admin/requests', shown))).toBe(notValid);
    expect(await detailOf(desk.ask('POST', '/admin/request/1/undo', { ...shown, json: {} }))).toBe(notValid);
    expect(await detailOf(desk.ask('GET', '/admin/session', shown))).toBe(notValid);
    expect(await detailOf(desk.ask('POST', '/admin/session', { json: { code: 'of-nobody' } }))).toBe(notValid);
    expect(await detailOf(desk.ask('GET', '/admin/requests'))).toMatch(/^Sign in first/);
  });

  test.each([
    'limit=0x10',
    'limit=1e1',
    'limit=007',
    'limit=+5',
    'limit=%205',
    'limit=',
    'limit',
    'limit=1&limit=2',
    'limit=%D9%A5',
    'client=01',
    'client=0',
    'client=-1',
    'client=9007199254740992',
    'client=5000000001&client=5000000001',
    'status=',
    'status=PENDING',
    'status=pending,approved',
    'statuses=pending',
    'status[]=pending',
    'from=2026-11-30',
    'from=1790000000',
    'from=2026-11-30T14:05:00',
    'from=2026-02-30T00:00:00Z',
    'from=2026-11-30T14:05Z',
    'to=',
    'after=',
    'after=x',
    'after=by45OTk5OTk5OTk5OTk5OTkuMQ',
    '__proto__=1',
    'constructor=1',
    'x=1',
    'q=%22%22',
    '=1',
  ])('refuses a query that is not the schema’s: %s', async (query) => {
    const { status, json, headers } = await admin.get(`/admin/requests?${query}`);
    expect([status, headers['content-type']]).toEqual([422, problem]);
    expect(json['errors']).toHaveLength(1);
  });

  test('names every wrong key of a query', async () => {
    const { json } = await admin.get('/admin/requests?limit=0&x=1&status=open&status=pending&from=now');
    const pointers = (json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['?from', '?limit', '?status', '?x']);
  });

  test('refuses strangers without a transaction, which keeps whoever writes waiting for nobody', async () => {
    const used = await usedCode();
    const ended = await desk.signIn(clara);
    await desk.app.transaction((tx) => tx.store.sessions.endOfPerson(clara));
    // This one finds out.
    expect((await ended.get('/admin/session')).status).toBe(401);
    let finish = () => {};
    const whole = new Promise<void>((resolve) => (finish = resolve));
    const writing = desk.app.transaction(() => whole);
    try {
      const decide = { json: { decision: 'approve' }, headers: { 'if-match': '"1-1-1"' } };
      const headers = (authorization: string) => ({ ...decide, headers: { ...decide.headers, authorization } });
      const post = (path: string, sent: Sent) => desk.ask('POST', path, sent).then(({ status }) => status);
      const stranger = initData(botToken, openedBy({ id: 5_000_000_001 }, desk.app.now));
      expect(await post('/admin/request/1/decision', headers('Bearer of-nobody'))).toBe(401);
      expect(await post('/admin/request/1/decision', headers(`Bearer ${ended.token}`))).toBe(401);
      expect(await post('/admin/request/1/decision', headers(`Bearer ${apiToken}`))).toBe(403);
      expect(await post('/admin/session', { json: { init_data: stranger } })).toBe(401);
      expect(await post('/admin/session', { json: { code: 'of-nobody' } })).toBe(401);
      expect(await post('/admin/session', { json: { code: used } })).toBe(401);
    } finally {
      finish();
      await writing;
    }
  });

  test('refuses what a page of another origin asks for, reading as well, and nothing that anybody may see', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://desk.example', 'https://desk.example:8443']) {
      for (const path of ['/admin/requests', '/admin/session', '/api/access', '/admin/export.csv']) {
        const { status, headers } = await admin.ask('GET', path, { headers: { origin } });
        expect({ origin, path, status, cors: headers['access-control-allow-origin'] }).toEqual({
          ...{ origin, path, status: 403, cors: undefined },
        });
      }
      const write = await admin.ask('POST', '/admin/request/1/notes', { json: { text: 'x' }, headers: { origin } });
      expect(write.status).toBe(403);
      expect((await admin.ask('GET', '/openapi.json', { headers: { origin } })).status).toBe(200);
    }
    expect((await admin.ask('GET', '/admin/requests', { headers: { origin: 'https://desk.example' } })).status).toBe(
      200,
    );
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'sec-fetch-site': site };
      expect((await admin.ask('POST', '/admin/request/1/notes', { json: { text: 'x' }, headers })).status).toBe(403);
      expect((await admin.ask('GET', '/admin/requests', { headers })).status).toBe(200);
    }
  });

  test('takes a token by its header, the cookie beside the password of a proxy, and API_TOKEN by no cookie', async () => {
    const ask = (headers: Record<string, string>) =>
      desk.ask('GET', '/admin/requests', { headers }).then(({ status }) => status);
    const cookie = `__Host-desk=${admin.token}`;
    expect(await ask({ authorization: `bearer ${admin.token}` })).toBe(200);
    expect(await ask({ authorization: `Bearer   ${admin.token}` })).toBe(200);
    expect(await ask({ cookie: `a=b; ${cookie}; c` })).toBe(200);
    expect(await ask({ cookie, authorization: 'Basic eDp5' })).toBe(200);
    expect(await ask({ cookie, authorization: 'Bearer wrong' })).toBe(401);
    expect(await ask({ cookie, authorization: 'Bearer' })).toBe(401);
    expect(await ask({ cookie: `desk=${admin.token}` })).toBe(401);
    expect(await ask({ cookie: `__Host-desk=${apiToken}` })).toBe(401);
    expect(await ask({ authorization: admin.token })).toBe(401);
    expect(await ask({ authorization: `Token ${admin.token}` })).toBe(401);
  });

  test('lets API_TOKEN read all that there is to read but the stream, and do nothing', async () => {
    const headers = { authorization: `Bearer ${apiToken}` };
    const paths = [
      '/admin/session',
      '/admin/requests',
      '/admin/request/1/details',
      '/admin/people/5000000001',
      '/admin/stats',
      '/admin/export.csv',
      '/api/access',
      '/api/access/1',
    ];
    for (const path of paths) {
      expect({ path, status: (await desk.ask('GET', path, { headers })).status }).toEqual({ path, status: 200 });
    }
    expect((await desk.ask('GET', '/admin/events', { headers })).status).toBe(403);
    expect((await desk.ask('HEAD', '/admin/events', { headers })).status).toBe(403);
    for (const what of ['decision', 'undo', 'revoke', 'reopen', 'notes']) {
      const json = { decision: { decision: 'approve' }, notes: { text: 'x' } }[what] ?? {};
      const refused = await desk.ask('POST', `/admin/request/1/${what}`, {
        json,
        headers: { ...headers, 'if-match': '"1-1-1"' },
      });
      expect({ what, status: refused.status }).toEqual({ what, status: 403 });
    }
    expect((await desk.ask('DELETE', '/admin/session', { headers })).status).toBe(403);
  });

  test('answers 503 while the bot does not act, to all but the page and what describes the API', async () => {
    desk.stop();
    const asked: Promise<Answered>[] = [
      admin.get('/admin/requests'),
      desk.ask('GET', '/admin/requests'),
      desk.ask('POST', '/admin/session', { json: { code: 'x' } }),
      admin.ask('DELETE', '/admin/session'),
      admin.get('/admin/events'),
      admin.post(1, 'decision', { decision: 'approve' }, '"1-1-1"'),
    ];
    for (const { status, headers } of await Promise.all(asked)) {
      expect([status, headers['content-type'], headers['retry-after']]).toEqual([503, problem, '5']);
    }
    for (const path of ['/desk', '/docs', '/openapi.json', '/desk/texts']) {
      expect((await desk.ask('GET', path)).status).toBe(200);
    }
  });

  test('measures each answer by its route, whoever asked and whatever for', async () => {
    await admin.get('/admin/request/1/details');
    await admin.get('/admin/request/2/details');
    await desk.ask('GET', '/admin/requests');
    await desk.ask('GET', '/desk/requests/1');
    await desk.ask('GET', '/secret-that-somebody-typed');
    while (desk.measured.length < 6) await nextTurn();
    expect(desk.measured).toEqual([
      'POST /admin/session 200',
      'GET /admin/request/{id}/details 200',
      'GET /admin/request/{id}/details 200',
      'GET /admin/requests 401',
      'page 200',
      'none 404',
    ]);
  });
});

describeEngines('what the desk filters by', (engine) => {
  test('is each status once, whatever is between the times and however far they are', async () => {
    const desk = await TestDesk.open(engine);
    try {
      const admin = await desk.signIn();
      for (let n = 1; n < 4; n += 1) {
        const client = await desk.app.client(n);
        await desk.app.transaction((tx) => submit(tx, client, 'submit', 'Let me in'));
      }
      const found = async (query: string) => {
        const [list, table] = [
          await admin.get(`/admin/requests?${query}`),
          await admin.get(`/admin/export.csv?${query}`),
        ];
        expect({ query, statuses: [list.status, table.status] }).toEqual({ query, statuses: [200, 200] });
        return (list.json['items'] as { id: number }[]).map(({ id }) => id);
      };
      expect(await found('status=pending&status=pending&status=approved')).toEqual([1, 2, 3]);
      expect(await found('from=2026-03-01T12:00:00Z&to=2026-03-01T11:00:00Z')).toEqual([]);
      for (const [from, to] of [
        ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
        ['0000-01-01T00:00:00%2B23:59', '9999-12-31T23:59:59-23:59'],
        ['2026-03-01t14:59:59.123456789%2b03:00', '2026-03-01T12:00:00.001z'],
      ]) {
        for (const more of ['', '&status=approved&status=pending', `&reviewer=${boris}`, '&q=Let']) {
          expect(await found(`from=${from}&to=${to}${more}`)).toEqual(more.startsWith('&reviewer') ? [] : [1, 2, 3]);
        }
      }
      expect(await found('q=Let%00')).toEqual([1, 2, 3]);
      expect(await found('q=%ff')).toEqual([]);
      expect(await found('q=')).toEqual([1, 2, 3]);
      expect(await found('client=9007199254740991')).toEqual([]);
      const last = Buffer.from('o.99999999999999.999999999999999').toString('base64url');
      expect((await admin.get(`/admin/requests?after=${last}`)).json['items']).toEqual([]);
      expect((await admin.get('/admin/request/9007199254740991/details')).status).toBe(404);
      expect((await admin.get('/api/access/9007199254740991')).status).toBe(200);
      expect((await admin.get('/api/access?after=9007199254740991')).status).toBe(200);
    } finally {
      await desk.close();
    }
  });
});
