import { Agent, request as send } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hashOfCode } from '../../src/contacts/codes';
import { sendCode } from '../../src/contacts/prove';
import { personId, requestId, type PersonId } from '../../src/lifecycle/ids';
import { resolveAll } from '../../src/outbox/resolve';
import { decide } from '../../src/requests/decide';
import type { Transactions } from '../../src/transaction/transactions';
import { boris, codeKey, day, hour } from '../requests/app';
import { describeEngines, describeSqlite } from '../store/engines';
import { TestDesk, type Answered } from './desk';

const form = 'application/x-www-form-urlencoded';
const vera = { name: 'Vera', address: 'Vera@mail.example', message: 'Please let me in' };

describeSqlite('a flood of forms from one address', (engine) => {
  // It is first, since what others leave to be collected would hide what this one keeps. What is kept grows with the number of forms or
  // not at all, so that hundreds show what 10,000 do: with 27 kB a form, 13 MB, which is far above what a process grows by itself.
  test('costs ten mails: the others are refused by a look at a count, and leave neither a row nor anything in memory', async () => {
    const desk = await TestDesk.open(engine, { hasForm: true });
    const [, time = ''] = /name="time" value="([^"]*)"/.exec((await desk.ask('GET', '/apply')).body) ?? [];
    desk.app.now += 20_000;
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const answers = new Map<number, number>();
    const post = (n: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const written = { ...vera, time, address: `vera${n}@mail.example`, message: `${n} ${'ж'.repeat(1_990)}` };
        const body = new URLSearchParams({ ...written, more: 'x'.repeat(15_000) }).toString();
        const headers = { host: 'desk.example', 'content-type': form, 'content-length': Buffer.byteLength(body) };
        const sent = send(
          { host: '127.0.0.1', port: desk.port, method: 'POST', path: '/apply', agent, headers },
          (answer) => {
            answers.set(answer.statusCode ?? 0, (answers.get(answer.statusCode ?? 0) ?? 0) + 1);
            answer.resume().on('end', resolve);
          },
        );
        sent.on('error', reject);
        sent.end(body);
      });
    const flood = async (from: number, to: number): Promise<void> => {
      for (let n = from; n < to; n += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => post(n + k)));
    };
    await flood(0, 100);
    const before = memoryInUse();
    await flood(100, 600);
    const grown = memoryInUse() - before;
    agent.destroy();
    expect(Object.fromEntries(answers)).toEqual({ 303: 10, 429: 590 });
    expect(grown).toBeLessThan(8_000_000);
    expect(desk.app.owed).toHaveLength(10);
    const counted = await desk.app.transaction((tx) => tx.store.form.counted('everybody', 0));
    expect(counted).toBe(10);
    await desk.close();
  });
});

describeEngines('the form for people without Telegram', (engine) => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await TestDesk.open(engine, { hasForm: true });
  });
  afterEach(() => desk.close());

  type Fields = Readonly<Record<string, string>>;
  const post = (path: string, fields: Fields, headers: Fields = {}): Promise<Answered> =>
    desk.ask('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': form, ...headers },
    });
  const hidden = ({ body }: Answered, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
  const cookieOf = ({ headers }: Answered): string => headers['set-cookie']?.[0]?.split(';')[0] ?? '';

  /** Fills the form in as people do it, and sends it. */
  async function fill(fields: Fields = {}, headers: Fields = {}): Promise<Answered> {
    const time = hidden(await desk.ask('GET', '/apply'), 'time');
    desk.app.now += 20_000;
    return post('/apply', { ...vera, time, website: '', ...fields }, headers);
  }

  /** The code in the newest mail with one. */
  async function codeMailed(): Promise<string> {
    const owed = desk.app.owed.findLast(({ notice }) => notice.kind === 'address_code');
    const messages = await desk.app.transaction(async (tx) =>
      resolveAll(tx, await tx.store.outbox.waitingFor('email', personId(owed?.recipientId ?? 0), 'all', 0, 9)),
    );
    for (const { notice } of messages) if (notice.kind === 'address_code') return notice.code;
    throw new Error('no code was mailed');
  }

  const codes = () => desk.app.owed.filter(({ notice }) => notice.kind === 'address_code').length;
  const type = (code: string, cookie: string) => post('/apply/code', { code }, { cookie });

  /** Somebody asks by the form, and gets to their page. */
  async function ask(fields: Fields = {}): Promise<string> {
    const filled = await fill(fields);
    const done = await type(await codeMailed(), cookieOf(filled));
    const location = String(done.headers.location);
    expect(done.status).toBe(303);
    return location.replace(/\?.*$/, '');
  }

  const act = async (page: string, fields: Fields): Promise<Answered> =>
    post(page, { form: hidden(await desk.ask('GET', page), 'form'), ...fields });
  const latest = async (client: PersonId) => desk.app.transaction((tx) => tx.store.requests.latestOf(client));
  const clientOf = async (id: number): Promise<PersonId> => {
    const stored = await desk.app.transaction((tx) => tx.store.requests.get(requestId(id)));
    if (stored === null) throw new Error(`there is no request ${id}`);
    return stored.request.clientId;
  };
  const owedByMail = async (whom: PersonId): Promise<readonly string[]> => {
    const rows = await desk.app.transaction((tx) => tx.store.outbox.waitingFor('email', whom, 'all', 0, 100));
    return rows.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind));
  };
  const events = () => desk.app.transaction(async (tx) => tx.store.events.count(requestId(1)));
  test('becomes a request once its code is typed, and leads to a page of one’s own', async () => {
    const filled = await fill();
    expect([filled.status, filled.headers.location]).toEqual([303, '/apply/code?lang=en']);
    expect(await desk.app.transaction((tx) => tx.store.requests.get(requestId(1)))).toBeNull();
    const asked = await desk.ask('GET', '/apply/code?lang=en', { headers: { cookie: cookieOf(filled) } });
    expect(asked.body).toContain('one-time-code');

    const done = await type(await codeMailed(), cookieOf(filled));
    expect(done.status).toBe(303);
    const client = await clientOf(1);
    expect(client).toBeGreaterThanOrEqual(2 ** 52);
    expect(await latest(client)).toMatchObject({
      source: 'form',
      request: { status: 'pending', message: vera.message },
    });
    const person = await desk.app.transaction((tx) => tx.store.people.get(client));
    expect(person).toMatchObject({ name: 'Vera', telegramId: null, language: 'en' });
    expect(await owedByMail(client)).toContain('submitted');

    const page = await desk.ask('GET', String(done.headers.location));
    expect(page.status).toBe(200);
    expect(page.body).toContain('#1');
    expect(page.body).toContain(vera.message);
    expect(page.body).toContain('https://t.me/sosekni_bot?start=');
  });

  test('says the same whether or not its address is known, until the code is typed', async () => {
    await ask();
    const known = await fill({ name: 'Mallory' });
    const unknown = await fill({ name: 'Mallory', address: 'nobody@mail.example' });
    const seen = ({ status, headers: { location }, body }: Answered) => ({ status, location, body });
    expect(seen(known)).toEqual(seen(unknown));
    expect(codes()).toBe(3);
  });

  test('of whoever has asked before is theirs: the page says how they stand, and nothing else was sent', async () => {
    const page = await ask();
    const filled = await fill({ name: 'Somebody else', message: 'Once more' });
    const done = await type(await codeMailed(), cookieOf(filled));
    expect(done.headers.location).toBe(`${page}?lang=en&done=known`);
    expect((await desk.ask('GET', String(done.headers.location))).body).toContain('was not sent');
    expect(await desk.app.transaction((tx) => tx.store.requests.get(requestId(2)))).toBeNull();
    const client = await clientOf(1);
    const person = await desk.app.transaction((tx) => tx.store.people.get(client));
    expect(person?.name).toBe('Vera');
  });

  test('takes five wrong codes, and the right one for ten minutes', async () => {
    const filled = await fill();
    const code = await codeMailed();
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1]) {
      const { status, body } = await type(wrong, cookieOf(filled));
      expect([status, body.includes(`${left} more times`) || (left === 1 && body.includes('once more'))]).toEqual([
        422,
        true,
      ]);
    }
    expect((await type(wrong, cookieOf(filled))).status).toBe(410);
    expect((await type(code, cookieOf(filled))).status).toBe(410);

    const late = await fill();
    const second = await codeMailed();
    desk.app.now += 10 * 60_000 + 1;
    expect((await type(second, cookieOf(late))).status).toBe(410);
    expect(await desk.app.transaction((tx) => tx.store.requests.get(requestId(1)))).toBeNull();
  });

  test('mails three codes a day to an address, those of the chat among them', async () => {
    const client = await desk.app.client(1);
    const place = { person: client, medium: 'email', address: 'vera@MAIL.example', key: 'vera@mail.example' } as const;
    await desk.app.transaction((tx) => sendCode(tx, { ...place, language: null }));
    expect((await fill()).status).toBe(303);
    expect((await fill({ address: 'VERA@mail.example' })).status).toBe(303);
    const refused = await fill();
    expect(refused.status).toBe(429);
    expect(refused.body).toContain('tomorrow');
    expect(codes()).toBe(3);
    expect((await fill({ address: 'other@mail.example' })).status).toBe(303);
    desk.app.now += day;
    expect((await fill()).status).toBe(303);
  });

  test('mails one code where its button is pressed twice, also where that was the last of the day', async () => {
    await fill();
    await fill();
    const time = hidden(await desk.ask('GET', '/apply'), 'time');
    desk.app.now += 20_000;
    const press = () => post('/apply', { ...vera, time });
    const pressed = [...(await Promise.all([press(), press()])), await press()];
    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(pressed.map(cookieOf)).size).toBe(1);
    expect(codes()).toBe(3);
    const other = await post('/apply', { ...vera, address: 'other@mail.example', time });
    expect(pressed.map(cookieOf)).not.toContain(cookieOf(other));
    expect(codes()).toBe(4);
    // Whoever sends it again a minute later has waited for the code in vain.
    desk.app.now += 60_001;
    const again = await post('/apply', { ...vera, address: 'other@mail.example', time });
    expect([again.status, codes()]).toEqual([303, 5]);
    expect((await type(await codeMailed(), cookieOf(again))).status).toBe(303);
  });

  test.each([
    ['an IPv4 address', '198.51.100.7', '198.51.100.8'],
    ['a network of 64 bits', '2001:db8:0:1::7', '2001:db8:0:2::7'],
  ])('mails ten codes an hour for %s', async (_, one, other) => {
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.${codes() % 250}, ${address}` });
    const near = one.includes(':') ? '2001:db8:0:1:ffff::1' : one;
    for (let n = 0; n < 10; n += 1) {
      expect((await fill({ address: `a${n}@mail.example` }, from(n % 2 === 0 ? one : near))).status).toBe(303);
    }
    expect((await fill({ address: 'a11@mail.example' }, from(near))).status).toBe(429);
    expect((await fill({ address: 'a12@mail.example' }, from(other))).status).toBe(303);
    expect(codes()).toBe(11);
    // `fill` takes 20 s: an hour after the first of the ten, and a second, there is room for one.
    desk.app.now += hour - 12 * 20_000;
    expect((await fill({ address: 'a11@mail.example' }, from(near))).status).toBe(429);
    desk.app.now -= 19_000;
    expect((await fill({ address: 'a11@mail.example' }, from(near))).status).toBe(303);
    desk.app.now += hour;
    expect((await fill({ address: 'a13@mail.example' }, from(one))).status).toBe(303);
  });

  describe('has a page for whoever sent it', () => {
    test('that changes nothing when it is opened, and is nobody’s with another address', async () => {
      const page = await ask();
      const before = await events();
      desk.app.now += 8 * day;
      const { body } = await desk.ask('GET', page);
      expect(body).toContain('expired');
      expect(await events()).toBe(before);
      const changed = page.slice(0, -1) + (page.endsWith('A') ? 'B' : 'A');
      expect((await desk.ask('GET', changed)).status).toBe(404);
      expect((await desk.ask('GET', '/me/x')).status).toBe(404);
    });

    test('that says of an address that is dead that the answer doesn’t come there, and nothing was done that was not', async () => {
      const page = await ask();
      expect((await desk.ask('GET', page)).body).toContain('You get the answer by email.');
      const client = await clientOf(1);
      await desk.app.transaction(async ({ store: { contacts }, now }) => {
        for (const contact of await contacts.verifiedOf(client)) await contacts.fail(contact, now);
      });
      const { body } = await desk.ask('GET', page);
      expect(body).toContain('no address to send the answer to');
      expect(body).not.toContain('by email');
      await desk.app.transaction((tx) => decide(tx, requestId(1), { type: 'approve', by: boris, round: null }));
      for (const what of ['withdrawn', 'known']) {
        const said = await desk.ask('GET', `${page}?done=${what}`);
        expect(said.body).not.toMatch(/It’s withdrawn|was not sent/);
      }
    });

    test('where a request is withdrawn by typing its number', async () => {
      const page = await ask();
      expect((await act(page, { do: 'withdraw', number: '' })).status).toBe(422);
      expect((await act(page, { do: 'withdraw', number: '2' })).status).toBe(422);
      expect((await post(page, { do: 'withdraw', number: '1' })).status).toBe(403);
      expect((await latest(await clientOf(1)))?.request.status).toBe('pending');
      const done = await act(page, { do: 'withdraw', number: '#1' });
      expect([done.status, done.headers.location]).toEqual([303, `${page}?lang=en&done=withdrawn`]);
      expect((await desk.ask('GET', String(done.headers.location))).body).toContain('It’s withdrawn.');
      expect((await latest(await clientOf(1)))?.request.status).toBe('withdrawn');
      const again = await act(page, { do: 'submit', message: 'I am back' });
      expect(again.status).toBe(303);
      expect(await latest(await clientOf(1))).toMatchObject({
        source: 'form',
        request: { status: 'pending', message: 'I am back' },
      });
    });

    test('where a decision is appealed with words, once that is open', async () => {
      const page = await ask();
      const token = hidden(await desk.ask('GET', page), 'form');
      const reject = { type: 'reject', by: boris, round: null, reason: 'Who are you?' } as const;
      await desk.app.transaction((tx) => decide(tx, requestId(1), reject));
      const closed = await desk.ask('GET', page);
      expect(closed.body).toContain('Who are you?');
      expect(closed.body).not.toContain('value="appeal"');
      expect((await post(page, { form: token, do: 'appeal', message: 'Now' })).status).toBe(409);
      desk.app.now += 7 * day;
      expect((await act(page, { do: 'appeal', message: ' ' })).status).toBe(422);
      expect((await act(page, { do: 'appeal', message: 'I sing' })).status).toBe(303);
      expect((await latest(await clientOf(1)))?.request).toMatchObject({
        status: 'pending',
        appealCount: 1,
        message: 'I sing',
      });
    });
  });

  test('takes ten requests and appeals an hour from one page, and withdrawals besides', async () => {
    const page = await ask();
    const client = await clientOf(1);
    const number = async () => String((await latest(client))?.id);
    for (let n = 0; n < 10; n += 1) {
      expect((await act(page, { do: 'withdraw', number: await number() })).status).toBe(303);
      expect((await act(page, { do: 'submit', message: 'Again' })).status).toBe(303);
    }
    expect((await act(page, { do: 'withdraw', number: await number() })).status).toBe(303);
    const refused = await act(page, { do: 'submit', message: 'And again' });
    expect([refused.status, refused.body.includes('And again')]).toEqual([429, true]);
    expect((await latest(client))?.request.status).toBe('withdrawn');
    desk.app.now += hour + 1_000;
    expect((await act(page, { do: 'submit', message: 'Later' })).status).toBe(303);
  });

  test('stores neither the code nor what opens the page', async () => {
    const filled = await fill();
    const code = await codeMailed();
    const done = await type(code, cookieOf(filled));
    const token = /\/me\/([\w-]+)/.exec(String(done.headers.location))?.[1] ?? '';
    const stored = await desk.app.transaction((tx) => tx.store.addressCodes.get(1));
    expect(stored).toMatchObject({ codeHash: hashOfCode(codeKey, 1, code) });
    const rows = JSON.stringify(desk.app.owed);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(code);
    expect(JSON.stringify(desk.logged)).not.toContain(token);
  });

  test('shows its sender’s address where others have a link to Telegram', async () => {
    await ask();
    const admin = await desk.signIn();
    const { json } = await admin.get('/admin/request/1/details');
    expect(json).toMatchObject({ source: 'form', client: { telegram_id: null, address: vera.address } });
    const list = await admin.get('/admin/requests');
    expect(JSON.stringify(list.json)).toContain(vera.address);
    const csv = await admin.get('/admin/export.csv');
    expect(csv.body).toContain(vera.address);
  });

  // What follows is the same whatever the database.
  if (engine.dialect === 'postgres') return;

  test('is of the browser that filled it in: the code alone is worth nothing, and works once', async () => {
    const filled = await fill();
    const code = await codeMailed();
    expect((await type(code, '')).status).toBe(410);
    expect((await type(code, '__Host-apply=another')).status).toBe(410);
    const asked = async (headers: Fields) => (await desk.ask('GET', '/apply/code', { headers })).status;
    expect(await asked({})).toBe(410);
    expect((await desk.ask('GET', '/apply/code')).body).toContain('if that takes cookies');
    expect(await asked({ cookie: '__Host-apply=another' })).toBe(410);
    expect(await asked({ cookie: cookieOf(filled) })).toBe(200);
    const sent = await type(` ${code.slice(0, 3)} ${code.slice(3)} `, cookieOf(filled));
    expect(sent.status).toBe(303);
    // The button was pressed twice.
    const twice = await type(code, cookieOf(filled));
    expect([twice.status, twice.headers.location]).toEqual([303, sent.headers.location]);
    expect((await desk.ask('GET', String(sent.headers.location))).body).toContain('Your request has been sent.');
    expect(await desk.app.transaction((tx) => tx.store.requests.get(requestId(2)))).toBeNull();
    expect((await type(code, '__Host-apply=another')).status).toBe(410);
    desk.app.now += 60_001;
    expect((await type(code, cookieOf(filled))).status).toBe(410);
    expect(await asked({ cookie: cookieOf(filled) })).toBe(410);
    expect(filled.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-apply=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=3600$/),
    ]);
  });

  test('is forgotten an hour after it was filled in, and a code that could not be mailed by then is none any more', async () => {
    const filled = await fill();
    const code = await codeMailed();
    await fill({ address: 'other@mail.example' });
    desk.app.now += hour + 1;
    expect((await type(code, cookieOf(filled))).status).toBe(410);
    await expect(codeMailed()).rejects.toThrow('no code was mailed');
  });

  test('takes 2,000 characters of any script, and a text that turns none of what follows around', async () => {
    // Percent signs make nine bytes of each.
    const page = await ask({ message: '字'.repeat(2_000) });
    expect((await desk.ask('GET', page)).body).toContain('字'.repeat(2_000));
    const long = await fill({ message: '字'.repeat(2_001) });
    expect([long.status, long.body.includes('2,001')]).toEqual([422, true]);
    await ask({ address: 'other@mail.example', message: 'One\r\u202eTwo\u202c' });
    expect((await latest(await clientOf(2)))?.request.message).toBe('One\nTwo');
  });

  test('is refused without a transaction where no code may be mailed, or none can be right', async () => {
    const filled = [await fill(), await fill(), await fill()];
    const [last] = filled.slice(-1);
    const code = await codeMailed();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await type(wrong, last === undefined ? '' : cookieOf(last));
    const ran = countRuns(desk.app.transactions);
    expect((await fill()).status).toBe(429);
    expect((await type(code, last === undefined ? '' : cookieOf(last))).status).toBe(410);
    expect((await type(code, '__Host-apply=another')).status).toBe(410);
    expect(ran()).toBe(0);
    await fill({ address: 'other@mail.example' });
    expect(ran()).toBeGreaterThan(0);
  });

  test('mails nothing to programs: they fill in what people don’t see, or are too fast', async () => {
    const trapped = await fill({ website: 'https://spam.example' });
    expect([trapped.status, trapped.headers.location]).toEqual([303, '/apply/code?lang=en']);
    const headers = { cookie: cookieOf(trapped) };
    expect(headers.cookie).toMatch(/^__Host-apply=[\w-]{43}$/);
    expect((await desk.ask('GET', '/apply/code', { headers })).status).toBe(200);
    expect((await type('123456', headers.cookie)).status).toBe(422);
    const time = hidden(await desk.ask('GET', '/apply'), 'time');
    desk.app.now += 2_999;
    const fast = await post('/apply', { ...vera, time });
    expect(fast.status).toBe(422);
    expect(fast.body).toContain(vera.message);
    const forged = await post('/apply', { ...vera, time: `${desk.app.now.toString(36)}.${'a'.repeat(43)}` });
    expect(forged.status).toBe(422);
    expect(codes()).toBe(0);
    desk.app.now += 1;
    expect((await post('/apply', { ...vera, time })).status).toBe(303);
    expect(codes()).toBe(1);
  });

  test.each([
    ['no name', { name: ' ' }],
    ['a name that is too long', { name: 'n'.repeat(65) }],
    ['no address', { address: 'vera' }],
    ['two addresses', { address: 'v@ok.example, e@x.example' }],
    ['an address that ends a line', { address: 'v@ok.example\r\nBcc: e@x.example' }],
    ['no words', { message: ' \r\n \u200b' }],
    ['too many words', { message: 'x'.repeat(2001) }],
  ])('with %s comes back with what is wrong, and what was written', async (_, fields) => {
    const { status, body } = await fill({ message: 'Please <b>&', ...fields });
    expect([status, codes()]).toEqual([422, 0]);
    expect(body).toContain('aria-invalid="true"');
    // What is wrong is where its reader goes on.
    expect(body.match(/<\w+ [^>]*autofocus/g)).toEqual([expect.stringContaining('aria-invalid="true" autofocus')]);
    if (!('message' in fields)) expect(body).toContain('Please &lt;b&gt;&amp;');
  });

  test('escapes what people write, on every page', async () => {
    const page = await ask({ name: '<i>"Vera"', message: '<script>alert(1)</script>\r\n"&' });
    const { body } = await desk.ask('GET', page);
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>&quot;&amp;');
    expect(body).not.toMatch(/<script|<i>/);
  });

  test('runs no script, and is neither kept, found nor framed', async () => {
    const page = await ask();
    for (const path of ['/apply', '/apply/code', page]) {
      const { headers, body } = await desk.ask('GET', path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      });
      expect(body).not.toMatch(/<script|javascript:| on[a-z]+=| style=/i);
      expect(body).toMatch(/^<!doctype html>\s*<html lang="en" dir="ltr">/);
    }
    const style = await desk.ask('GET', '/apply/style.css');
    expect([style.status, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('is in the language of the browser, or of the link to another', async () => {
    const russian = { headers: { 'accept-language': 'sw;q=0.9, ru-RU;q=0.8, en;q=0.1' } };
    expect((await desk.ask('GET', '/apply', russian)).body).toContain('<html lang="ru" dir="ltr">');
    expect((await desk.ask('GET', '/apply?lang=en', russian)).body).toContain('<html lang="en" dir="ltr">');
    expect((await desk.ask('GET', '/apply?lang=xx', { headers: { 'accept-language': 'sw' } })).body).toContain(
      'lang="en"',
    );
    const arabic = { headers: { 'accept-language': 'ar-EG' } };
    expect((await desk.ask('GET', '/apply', arabic)).body).toContain('<html lang="ar" dir="rtl">');
  });

  test('refuses what pages of somebody else send, and what is no form', async () => {
    const sent = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await fill({}, sent)).status).toBe(403);
    expect((await fill({}, { origin: 'null', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fill({}, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await fill({ message: 'x'.repeat(33_000) })).status).toBe(413);
    const headers = { 'content-type': form };
    expect((await desk.ask('POST', '/apply', { body: 'name=Andr%E9', headers })).status).toBe(400);
    expect((await desk.ask('POST', '/apply', { body: 'name=Andr%C3%A9+100%', headers })).body).toContain('André 100%');
    expect(codes()).toBe(0);
    expect((await fill({}, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    expect((await fill({}, { origin: 'https://desk.example' })).status).toBe(303);
  });

  test('is found with a slash at the end, and takes nothing but GET, HEAD and POST', async () => {
    const slash = await desk.ask('GET', '/apply/?lang=ru');
    expect([slash.status, slash.headers.location]).toEqual([308, '/apply?lang=ru']);
    for (const path of ['/apply', '/apply/', '/apply/code', '/apply/code/', '/me/x']) {
      const { status, headers } = await desk.ask('PUT', path);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    }
    const head = await desk.ask('HEAD', '/apply');
    expect([head.status, head.body]).toEqual([200, '']);
    for (const path of ['/apply/x', '/apply/code/x', '/me/x', '/me/x.y', '/me/', '/me/x/y']) {
      const { status, headers, body } = await desk.ask('GET', path);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(body).toContain('<h1>');
    }
    const russian = await desk.ask('GET', '/apply/x', { headers: { 'accept-language': 'ru' } });
    expect(russian.body).toContain('<html lang="ru"');
  });

  test('is not there where it is switched off', async () => {
    const off = await TestDesk.open(engine);
    expect((await off.ask('GET', '/apply')).status).toBe(404);
    await off.close();
  });
});

/** Counts the transactions from now on, whoever they are for. */
function countRuns(transactions: Transactions): () => number {
  const run = transactions.run.bind(transactions);
  let count = 0;
  transactions.run = (...args) => {
    count += 1;
    return run(...args);
  };
  return () => count;
}

/** What the process keeps, in bytes, without what nobody refers to any more. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
