import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { LogLine } from '../../src/sandbox/daemon-process';
import type { Person } from '../../src/telegram-double/people';
import { pageSecret, signedTime } from '../../src/web/form/signed';
import { Relay, type Taken } from '../channels/email/relays';
import { cardOf, comesTrue, days, newcomer, saying } from './scenes';
import { Receiver, verified } from './webhook-receiver';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const gardenId = -1_001_000_000_001;
const apiToken = 'a-token-of-the-api-of-32-characters-or-more';
const webhookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const did = (action: string) => (line: LogLine) => line['event.action'] === action;
type Fields = Readonly<Record<string, string>>;

interface Page {
  readonly status: number;
  readonly location: string;
  readonly cookie: string;
  readonly body: string;
}

describe.each(['sqlite', 'postgres'] as const)('somebody without Telegram, on %s', (engine) => {
  let world: World;
  let relay: Relay;
  let receiver: Receiver;
  beforeAll(async () => {
    relay = new Relay();
    const port = String(await relay.open());
    const mail = { SMTP_HOST: '127.0.0.1', SMTP_PORT: port, SMTP_SECURITY: 'off', SMTP_FROM: 'bot@sosekni.example' };
    const web = { WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'https://desk.example', FORM: 'on', API_TOKEN: apiToken };
    receiver = await new Receiver().start();
    const webhooks = { WEBHOOK_URL: receiver.url(), WEBHOOK_SECRET: webhookSecret };
    const env = { ...mail, ...web, ...webhooks, ACCESS_CHATS: `${gardenId}`, SWEEP_SCHEDULE: '* * * * * *' };
    world = await startWorld({
      ...{ engine, admins: [boris], env },
      found: (double) => {
        const owner = double.person({ id: 7_000_000_011, first_name: 'Olga' });
        double.community({ id: gardenId, title: 'The garden', owner });
      },
    });
  });
  afterAll(async () => {
    await world.close().finally(() => Promise.all([relay.close(), receiver.stop()]));
  });

  const admin = (): Person => {
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    return first;
  };

  async function visit(
    path: string,
    fields: Fields | null = null,
    headers: Fields = {},
    method = fields === null ? 'GET' : 'POST',
  ): Promise<Page> {
    const line = await world.daemon.logged(did('web_listening'));
    const body = fields === null ? null : new URLSearchParams(fields).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body?.length ?? 0) };
    return new Promise((resolve, reject) => {
      const sent = send(
        `http://${String(line['labels.address'])}${path}`,
        { method, agent: false, headers: { host: 'desk.example', ...(body !== null && type), ...headers } },
        (response) => {
          const { statusCode: status = 0, headers: got } = response;
          const cookie = got['set-cookie']?.[0]?.split(';')[0] ?? '';
          text(response).then((read) => resolve({ status, location: got.location ?? '', cookie, body: read }), reject);
        },
      );
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  const mailsTo = (address: string): readonly Taken[] => relay.taken.filter(({ to }) => to.includes(address));
  const subjects = (address: string) => mailsTo(address).map(({ mail }) => mail.subject);

  /** The newest mail to an address, once there are so many. */
  async function mailTo(address: string, count: number): Promise<Taken> {
    const last = () => mailsTo(address)[count - 1];
    await comesTrue(
      () => last() !== undefined,
      () => `${address} has got ${JSON.stringify(subjects(address))}, not ${count} mails`,
    );
    return last() ?? fail();
  }

  let visitors = 0;
  /** Somebody in a network of their own fills the form in, as if their page had been open for a while. */
  function fills(address: string, fields: Fields = {}, network?: string): Promise<Page> {
    visitors += 1;
    const time = signedTime(Date.now() - 20_000, pageSecret('form time', world.double.token));
    const written = { name: 'Vera <b>', address, message: 'Please let me in', time, website: '' };
    return visit('/apply', { ...written, ...fields }, { 'x-forwarded-for': network ?? `198.51.100.${visitors}` });
  }

  const codeIn = ({ mail }: Taken): string => /^\d{6}$/m.exec(mail.text ?? '')?.[0] ?? '';

  /** Fills the form in, types the code, and gets to the page. `form`: what the forms of that page have hidden in them. */
  async function asks(address: string, fields: Fields = {}) {
    const filled = await fills(address, fields);
    expect(filled).toMatchObject({ status: 303, location: '/apply/code?lang=en' });
    const code = codeIn(await mailTo(address, mailsTo(address).length + 1));
    const { status, location } = await visit('/apply/code', { code }, { cookie: filled.cookie });
    expect(status).toBe(303);
    const page = location.replace(/\?.*/, '');
    const { body } = await visit(page);
    const form = /name="form" value="([^"]*)"/.exec(body)?.[1] ?? '';
    return { page, form, request: Number(/#(\d+)/.exec(body)?.[1]) };
  }

  /** Whose access has changed since then, as other programs are told that ask. */
  const changesSince = async (version: number): Promise<unknown> =>
    JSON.parse((await visit(`/api/access?after=${version}`, null, { authorization: `Bearer ${apiToken}` })).body);

  /** The newest webhook about a request, once there are so many. */
  async function webhookAbout(request: number, count: number) {
    const last = () =>
      receiver.got.map((one) => verified(webhookSecret, one)).filter(({ data }) => data.request === request)[count - 1];
    await comesTrue(
      () => last() !== undefined,
      () => `${count} webhooks about request ${request} have not come`,
    );
    return last() ?? fail();
  }

  test('asks by the form, is let in, and becomes one with the account that opens their link', async () => {
    const address = 'vera@mail.example';
    const { page, request } = await asks(address);
    expect((await mailTo(address, 2)).mail.text).toContain(`https://desk.example${page}`);
    const card = await cardOf(admin(), request, ['Vera <b>', address, 'Please let me in']);
    // They are found by their address, too.
    const found = saying('Requests matching', `#${request}`, 'Vera <b>');
    await admin().sees(found, { after: admin().write(`/find ${address}`) });
    await world.daemon.logged(did('access_link_made'));
    admin().press(card, 'Approve');
    expect((await mailTo(address, 3)).mail.text).toContain('is in Telegram');
    await cardOf(admin(), request, ['The garden', 'not invited yet']);
    const granted = await webhookAbout(request, 1);
    expect(granted).toMatchObject({ type: 'access.granted', data: { telegram_id: null, access: true } });

    const shown = await visit(page);
    expect(shown.body).toContain('approved');
    expect(shown.body).toContain('the link below lets you in');
    const start = /https:\/\/t\.me\/\w+\?start=([\w-]+)/.exec(shown.body)?.[1] ?? '';
    const account = newcomer(world, { first_name: 'Vera' });
    await account.sees('yours here, too', { after: account.write(`/start ${start}`) });
    const other = newcomer(world);
    await other.sees('has been used', { after: other.write(`/start ${start}`) });
    await cardOf(admin(), request, [String(account.id), address, ': invited']);
    // Other programs are told once more, with the ID by which they know people.
    const { type, data } = await webhookAbout(request, 2);
    expect([type, data]).toEqual([
      'access.granted',
      { ...granted.data, telegram_id: account.id, version: expect.any(Number) as number },
    ]);
    expect(data.version).toBeGreaterThan(granted.data.version);
    expect(await changesSince(granted.data.version)).toEqual({ items: [data], version: data.version });
    const rows = await world.rows(`SELECT people.telegram_id AS telegram_id, client_id, source
      FROM requests JOIN people ON people.id = client_id WHERE requests.id = ${request}`);
    expect(rows).toHaveLength(1);
    expect(Number(rows[0]?.['telegram_id'])).toBe(account.id);
    expect(Number(rows[0]?.['client_id'])).toBeGreaterThanOrEqual(2 ** 52);
    expect(rows[0]?.['source']).toBe('form');
    await account.sees('is approved', { after: account.write('/status') });
    admin().write(`/revoke ${request}`);
    await account.sees('access');
    await world.settled();
    expect(subjects(address).slice(1)).toEqual([`Request #${request}: received`, `Request #${request}: approved`]);
    expect((await visit(page)).body).not.toContain('?start=');
  });

  test('withdraws on their page, and whoever only opens the links of their mails changes nothing', async () => {
    const address = 'wanda@mail.example';
    const { page, form, request } = await asks(address);
    const received = await mailTo(address, 2);
    const events = () => world.rows(`SELECT id FROM request_events WHERE request_id = ${request}`);
    const before = await events();
    const links = `${received.mail.text ?? ''} ${received.mail.html || ''}`.match(/https:\/\/desk\.example\/[\w/-]+/g);
    expect(links).toHaveLength(2);
    for (const link of links ?? []) {
      const path = new URL(link).pathname;
      for (const method of ['GET', 'HEAD', 'GET']) expect((await visit(path, null, {}, method)).status).toBe(200);
      // Some send every form as well, as it is.
      expect((await visit(path, { form, do: 'withdraw', number: '' })).status).toBe(422);
      expect((await visit(path, { form, do: 'submit', message: '' })).status).toBe(422);
    }
    expect(await events()).toEqual(before);
    expect((await visit(page, { form, do: 'withdraw', number: `${request}` })).status).toBe(303);
    await cardOf(admin(), request, ['Withdrawn']);
    expect(await world.rows(`SELECT status FROM requests WHERE id = ${request}`)).toEqual([{ status: 'withdrawn' }]);
    expect(JSON.stringify(world.daemon.log)).not.toContain('/me/');
  });

  test('hears by mail of all that happens, once each, and appeals and asks again on their page', async () => {
    const address = 'clara@mail.example';
    const { page, form, request } = await asks(address);
    const does = async (fields: Fields): Promise<number> => (await visit(page, { form, ...fields })).status;
    const withdrawal = { do: 'withdraw', number: `${request}` };
    await mailTo(address, 2);
    admin().write(`/reject ${request} Too <b>little</b> & "nothing"\nBcc: all@mail.example\n.`);
    const rejected = (await mailTo(address, 3)).mail;
    expect(rejected.text).toContain('> Too <b>little</b> & "nothing"\n> Bcc: all@mail.example\n> .\n');
    expect(rejected.html).toContain('Too &lt;b&gt;little&lt;/b&gt; &amp; &quot;nothing&quot;<br>');
    expect(rejected.text).toMatch(/You can appeal from \d+ \w+ \d{4}/);
    expect((await visit(page)).body).not.toContain('value="appeal"');
    expect(await does({ do: 'appeal', message: 'Now' })).toBe(409);

    await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
    await mailTo(address, 4);
    // What they do themselves, their page tells them.
    expect(await does({ do: 'appeal', message: 'I sing' })).toBe(303);
    await cardOf(admin(), request, ['I sing']);
    expect(await does(withdrawal)).toBe(303);
    expect(await does({ do: 'appeal', message: 'I sing well' })).toBe(303);
    admin().press(await cardOf(admin(), request, ['I sing well']), 'Approve');
    const approved = (await mailTo(address, 5)).mail;
    expect(approved.text).toContain(`How it stands, and what you can do: https://desk.example${page}`);
    admin().write(`/revoke ${request} We are full`);
    const revoked = (await mailTo(address, 6)).mail;
    expect(revoked.text).toMatch(/> We are full[^]*You can appeal from \d+ \w+ \d{4}/);
    admin().write(`/reopen ${request}`);
    await mailTo(address, 7);
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    const expired = (await mailTo(address, 8)).mail;
    expect(expired.text).toContain(page);
    expect(await does({ do: 'submit', message: 'Once more' })).toBe(303);
    await mailTo(address, 9);
    await world.settled();
    expect(subjects(address).map((subject = '') => subject.replace(`Request #${request}: `, ''))).toEqual([
      'Your code for Sosekni',
      'received',
      'rejected',
      'you can appeal now',
      'approved',
      'your access has ended',
      'under review again',
      'expired',
      expect.stringMatching(/^Request #\d+: received$/),
    ]);
  });

  // What follows is the same whatever the database.
  if (engine === 'postgres') return;

  test('whatever they write into name and address, each mail goes to them alone, with our headers and no others', async () => {
    const bucher = 'emma@bücher.example';
    // The longest that this relay takes.
    const longest = `${'l'.repeat(64)}@${'d'.repeat(63)}.${'d'.repeat(63)}.${'d'.repeat(52)}.example`;
    expect(longest).toHaveLength(253);
    const odd: readonly (readonly [string, string])[] = [
      ['Emma\r\nBcc: all@mail.example', "-oX'{&}=%a@mail.example"],
      ['"Emma", <e@evil.example>; others:', bucher],
      ['\u202eammE\u2066 🧑‍🎤', longest],
      ['<img src=x onerror=alert(1)>'.repeat(2), 'e+bcc@mail.example'],
    ];
    for (const [name, address] of odd) {
      const { request } = await asks(address, { name });
      const card = await cardOf(admin(), request);
      expect(card.text).not.toMatch(/[\u202a-\u202e]|^Bcc:/m);
      admin().write(`/reject ${request} \u2067<a href="https://evil.example">here</a>\n\nSubject: you won`);
      const { mail } = await mailTo(address, 3);
      expect(mail.text).toContain('<a href="https://evil.example">here</a>\n> \n> Subject: you won');
      expect(mail.html).not.toMatch(/<a href="https:\/\/evil/);
    }
    const before = relay.taken.length;
    const none = [
      'emma@mail.example\r\nBcc: e@evil.example',
      'emma@mail.example, e@evil.example',
      'emma@mail.example e@evil.example',
      '"emma@mail.example, e"@evil.example',
      'Emma <emma@mail.example>',
      'emma@mail.example>\r\nRCPT TO:<e@evil.example',
      'эмма@mail.example',
      'emma@[127.0.0.1]',
      'emma@ex%61mple.com',
      `${longest}.i`,
    ];
    for (const address of none) expect([address, (await fills(address)).status]).toEqual([address, 422]);
    expect((await fills('emma@mail.example', { name: 'e'.repeat(65) })).status).toBe(422);
    await world.settled();
    expect(relay.taken).toHaveLength(before);
    for (const { from, to, mail, source } of relay.taken) {
      expect([from, to.length, mail.bcc, mail.cc]).toEqual(['bot@sosekni.example', 1, undefined, undefined]);
      const [sentTo = ''] = to;
      const line = mail.headerLines.find(({ key }) => key === 'to')?.line.replace(/\s/g, '');
      expect(line).toBe(`To:${sentTo.replace('bücher', 'xn--bcher-kva')}`);
      expect(mail.headerLines.map(({ key }) => key).filter((key) => key !== 'references')).toEqual(ours);
      expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  test('becomes one with the account that types a code for their address, and keeps the address where an admin does', async () => {
    const [address, other] = ['yara@mail.example', 'zora@mail.example'];
    const { request } = await asks(address);
    const account = newcomer(world, { first_name: 'Yara' });
    account.write(`/email ${address}`);
    const code = codeIn(await mailTo(address, 3));
    await account.sees('yours here, too', { after: account.write(code) });
    await account.sees(`${address} is confirmed`);
    admin().press(await cardOf(admin(), request, [String(account.id), address]), 'Reject');
    await account.sees('rejected');
    const { request: theirs } = await asks(other);
    admin().write(`/email ${other}`);
    const typed = codeIn(await mailTo(other, 3));
    await admin().sees('can’t be added to your account', { after: admin().write(typed) });
    admin().write(`/reject ${theirs}`);
    await mailTo(other, 4);
    expect(mailsTo(address)).toHaveLength(3);
  });

  test('is refused a fourth code a day and an eleventh an hour also by a daemon that starts meanwhile, which takes the codes of the one before', async () => {
    const network = '203.0.113.7';
    for (let n = 0; n < 3; n += 1) expect((await fills('dora@mail.example')).status).toBe(303);
    const waits = await fills('nora@mail.example', {}, network);
    for (let n = 0; n < 9; n += 1) expect((await fills(`n${n}@mail.example`, {}, network)).status).toBe(303);
    const refused = async () => {
      expect((await fills('dora@mail.example')).status).toBe(429);
      expect((await fills('lora@mail.example', {}, network)).status).toBe(429);
    };
    await refused();
    const code = codeIn(await mailTo('nora@mail.example', 1));
    await mailTo('n8@mail.example', 1);
    await world.settled();
    await world.daemon.stop();
    await world.restart();
    await refused();
    expect((await fills('lora@mail.example')).status).toBe(303);
    expect((await visit('/apply/code', { code }, { cookie: waits.cookie })).status).toBe(303);
    expect(mailsTo('dora@mail.example')).toHaveLength(3);
  });
});

/** The headers of each mail, in their order; those about a request have `References` as well. */
const ours = [
  ...['auto-submitted', 'x-auto-response-suppress'],
  ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'],
];

function fail(): never {
  throw new Error('there is no such mail');
}
