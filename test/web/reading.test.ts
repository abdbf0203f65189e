import { requestId } from '../../src/lifecycle/ids';
import { decide } from '../../src/requests/decide';
import { note } from '../../src/requests/notes';
import { submit } from '../../src/requests/submit';
import { boris } from '../requests/app';
import { describeEngines } from '../store/engines';
import { apiToken, TestDesk, type Admin, type Answered } from './desk';

interface Item {
  readonly id: number;
  readonly status: string;
}

describeEngines('reading at the desk', (engine) => {
  let desk: TestDesk;
  let admin: Admin;
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
    admin = await desk.signIn();
    for (let n = 1; n <= 5; n += 1) {
      const client = await desk.app.client(n);
      await desk.app.transaction((tx) => submit(tx, client, 'submit', n === 3 ? '=HYPERLINK("x")' : `Let me in, ${n}`));
      desk.app.now += 1000;
    }
    await act(1, 'approve');
    await act(2, 'reject');
    await desk.app.transaction((tx) => note(tx, boris, requestId(2), 'Known'));
  });
  afterEach(() => desk.close());

  async function act(id: number, type: 'approve' | 'reject'): Promise<void> {
    desk.app.now += 60_000;
    const by = { by: boris, round: null };
    const command = type === 'approve' ? { type, ...by } : { type, ...by, reason: 'No' };
    await desk.app.transaction((tx) => decide(tx, requestId(id), command));
  }
  const ids = ({ json }: Answered) => (json['items'] as readonly Item[]).map(({ id }) => id);

  test('lists what waits first, then the others, a page at a time, and says where the next one is', async () => {
    const first = await admin.get('/admin/requests?limit=2');
    expect(ids(first)).toEqual([3, 4]);
    expect(first.json['counts']).toMatchObject({ pending: 3, approved: 1, rejected: 1 });
    const link = /^<(\/admin\/requests\?limit=2&after=[\w-]+)>; rel="next"$/.exec(String(first.headers['link']))?.[1];
    expect(link).toBe(`/admin/requests?limit=2&after=${String(first.json['next'])}`);
    const second = await admin.get(String(link));
    const third = await admin.get(`/admin/requests?limit=2&after=${String(second.json['next'])}`);
    expect([...ids(second), ...ids(third)]).toEqual([5, 2, 1]);
    expect([third.json['next'], third.headers['link']]).toEqual([null, undefined]);
  });

  test('filters by status, words, reviewer, client and time', async () => {
    const found = async (query: string) => ids(await admin.get(`/admin/requests?${query}`));
    expect(await found('status=approved&status=rejected')).toEqual([2, 1]);
    expect(await found('q=HYPERLINK')).toEqual([3]);
    expect(await found(`reviewer=${boris}`)).toEqual([2, 1]);
    expect(await found('client=5000000004')).toEqual([4]);
    const from = (await admin.get('/admin/request/4/details')).json['submitted_at'];
    expect(await found(`from=${String(from)}`)).toEqual([4, 5]);
    expect(await found(`to=${String(from)}&status=pending`)).toEqual([3]);
    for (const wrong of ['after=x', 'status=open', 'limit=0', 'page=2', 'limit=1&limit=2', 'q=a+b+c+d+e+f+g+h+i+j+k']) {
      expect({ wrong, status: (await admin.get(`/admin/requests?${wrong}`)).status }).toEqual({ wrong, status: 422 });
    }
  });

  test('shows somebody with all that they have sent', async () => {
    const { json } = await admin.get('/admin/people/5000000001');
    expect(json).toMatchObject({ id: 5_000_000_001, name: 'Client 1', is_admin: false, older: 0 });
    expect(json['requests']).toMatchObject([{ id: 1, status: 'approved', reviewed_by: { name: 'Boris' } }]);
    expect((await admin.get(`/admin/people/${boris}`)).json).toMatchObject({ is_admin: true, requests: [] });
    expect((await admin.get('/admin/people/12')).status).toBe(404);
  });

  test('writes a table as the command does, formulas made harmless, with the filters of the list', async () => {
    const { status, headers, body } = await admin.get('/admin/export.csv');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers['content-disposition']).toBe('attachment; filename="requests.csv"');
    const lines = body.split('\r\n');
    expect(lines[0]).toMatch(/^id,status,client_id,client_name,client_username,message,/);
    expect(lines).toHaveLength(7);
    expect(body).toContain(`"'=HYPERLINK(""x"")"`);
    const rejected = (await admin.get('/admin/export.csv?status=rejected')).body.split('\r\n');
    expect(rejected).toHaveLength(3);
    expect(rejected[1]).toMatch(/^2,rejected,5000000002,Client 2,.*,No,.*Boris: Known,,,$/);
    expect((await desk.ask('GET', '/admin/export.csv')).status).toBe(401);
  });

  test('has the bot send the same table to whoever asks for it, and to nobody else', async () => {
    const table = (await admin.get('/admin/export.csv?status=rejected')).body;
    const sent = await admin.ask('POST', '/admin/export?status=rejected');
    expect([sent.status, sent.body]).toEqual([204, '']);
    expect(desk.files).toEqual([{ to: boris, name: 'requests.csv', text: table }]);
    for (const [result, status, code] of [
      [{ end: 'unreachable', error: '403 Forbidden: bot was blocked by the user' }, 409, 'chat_closed'],
      [{ end: 'later', after: 7000, error: '429 Too Many Requests' }, 503, 'unavailable'],
      [{ end: 'unknown', error: 'no answer' }, 503, 'unanswered'],
    ] as const) {
      desk.fileResult = result;
      const refused = await admin.ask('POST', '/admin/export');
      expect([refused.status, refused.json['code']]).toEqual([status, code]);
      if (result.end === 'later') expect(refused.headers['retry-after']).toBe('7');
    }
    expect(desk.files).toHaveLength(4);
    expect((await admin.ask('POST', '/admin/export?limit=1')).status).toBe(422);
    const headers = { authorization: `Bearer ${apiToken}` };
    expect((await desk.ask('POST', '/admin/export', { headers })).status).toBe(403);
    expect((await desk.ask('POST', '/admin/export')).status).toBe(401);
    expect(desk.files).toHaveLength(4);
  });

  test('counts what happened on each day', async () => {
    const { status, json } = await admin.get('/admin/stats?days=2');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      counts: { pending: 3 },
      days: [
        { submitted: 0, waiting: 0, median_seconds: null },
        { date: '2026-03-01', submitted: 5, approved: 1, rejected: 1, waiting: 3 },
      ],
      time_to_decision: { decisions: 2 },
      reviewers: [{ id: boris, name: 'Boris', is_admin: true, approved: 1, rejected: 1, revoked: 0 }],
    });
    expect((await admin.get('/admin/stats?days=367')).status).toBe(422);
  });

  test('tells programs who has access, and what has changed since', async () => {
    const ask = (path: string) => desk.ask('GET', path, { headers: { authorization: `Bearer ${apiToken}` } });
    const { json } = await ask('/api/access/5000000001');
    expect(json).toEqual({ access: true, since: expect.any(String) as string, request: 1, version: 6 });
    expect((await ask('/api/access/12')).json).toEqual({ access: false, since: null, request: null, version: 0 });
    expect((await ask('/api/access')).json).toEqual({ items: [{ telegram_id: 5_000_000_001, ...json }], version: 6 });
    expect((await ask('/api/access?after=6')).json).toEqual({ items: [], version: 6 });
    // As after a restore from an older backup.
    expect((await ask('/api/access?after=999999')).json).toEqual({ items: [], version: 6 });
    await act(4, 'approve');
    expect((await ask('/api/access?after=6')).json['items']).toMatchObject([
      { telegram_id: 5_000_000_004, access: true },
    ]);
    expect((await desk.ask('GET', '/api/access')).status).toBe(401);
  });

  test('sends the sentences of the page in the language that a browser wants', async () => {
    const texts = async (accepted: string, query = '') =>
      desk.ask('GET', `/desk/texts${query}`, { headers: { 'accept-language': accepted } });
    expect((await texts('ru-RU,ru;q=0.9,en;q=0.8')).headers['content-language']).toBe('ru');
    expect((await texts('xx, en;q=0.1')).headers['content-language']).toBe('en');
    expect((await texts('ru', '?language=en')).json).toMatchObject({ language: 'en' });
    expect((await texts('*;q=x,,')).status).toBe(200);
  });
});
