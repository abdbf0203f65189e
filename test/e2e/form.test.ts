import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { patience } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import { pageSecret, signedTime } from '../../src/web/form/signed';
import { Relay } from '../channels/email/relays';
import { cardOf, newcomer } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
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
  beforeEach(async () => {
    relay = new Relay();
    const port = String(await relay.open());
    const mail = { SMTP_HOST: '127.0.0.1', SMTP_PORT: port, SMTP_SECURITY: 'off', SMTP_FROM: 'bot@sosekni.example' };
    const web = { WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'https://desk.example', FORM: 'on' };
    world = await startWorld({ engine, admins: [boris], env: { ...mail, ...web } });
  });
  afterEach(async () => {
    await world.close().finally(() => relay.close());
  });

  const admin = (): Person => {
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    return first;
  };

  async function visit(path: string, fields: Fields | null = null, headers: Fields = {}): Promise<Page> {
    const line = await world.daemon.logged(did('web_listening'));
    const body = fields === null ? null : new URLSearchParams(fields).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body?.length ?? 0) };
    return new Promise((resolve, reject) => {
      const sent = send(
        `http://${String(line['labels.address'])}${path}`,
        {
          method: body === null ? 'GET' : 'POST',
          agent: false,
          headers: { host: 'desk.example', ...(body !== null && type), ...headers },
        },
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

  /** The mail with this number, once it has come. */
  async function mail(count: number) {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(20)) {
      const taken = relay.taken[count - 1];
      if (taken !== undefined) return taken;
    }
    throw new Error(`only ${relay.taken.length} mails came`);
  }

  /** Fills the form in, types the code, and gets to the page. */
  async function asks(address: string): Promise<string> {
    // As if the page had been open for a while.
    const time = signedTime(Date.now() - 20_000, pageSecret('form time', world.double.token));
    const before = relay.taken.length;
    const filled = await visit('/apply', { name: 'Vera <b>', address, message: 'Please let me in', time, website: '' });
    expect(filled).toMatchObject({ status: 303, location: '/apply/code?lang=en' });
    const code = /^\d{6}$/m.exec((await mail(before + 1)).mail.text ?? '')?.[0] ?? '';
    const done = await visit('/apply/code', { code }, { cookie: filled.cookie });
    expect(done.status).toBe(303);
    return done.location;
  }

  test('asks by the form, is let in, and becomes one with the account that opens their link', async () => {
    const page = await asks('vera@mail.example');
    const received = await mail(2);
    expect([received.to, received.mail.subject]).toEqual([['vera@mail.example'], 'Request #1: received']);
    expect(received.mail.text).toContain(`https://desk.example${page.replace(/\?.*/, '')}`);
    const card = await cardOf(admin(), 1, ['Vera <b>', 'vera@mail.example', 'Please let me in']);
    admin().press(card, 'Approve');
    expect((await mail(3)).mail.subject).toBe('Request #1: approved');

    const shown = await visit(page);
    expect(shown.body).toContain('approved');
    const start = /https:\/\/t\.me\/\w+\?start=([\w-]+)/.exec(shown.body)?.[1] ?? '';
    const account = newcomer(world, { first_name: 'Vera' });
    await account.sees('yours here, too', { after: account.write(`/start ${start}`) });
    const other = newcomer(world);
    await other.sees('has been used', { after: other.write(`/start ${start}`) });
    await cardOf(admin(), 1, [String(account.id)]);
    const rows = await world.rows(
      'SELECT people.telegram_id AS telegram_id, client_id, source FROM requests JOIN people ON people.id = client_id',
    );
    expect(rows).toHaveLength(1);
    expect(Number(rows[0]?.['telegram_id'])).toBe(account.id);
    expect(Number(rows[0]?.['client_id'])).toBeGreaterThanOrEqual(2 ** 52);
    expect(rows[0]?.['source']).toBe('form');
    await account.sees('is approved', { after: account.write('/status') });
    admin().write('/revoke 1');
    await account.sees('access');
    await world.settled();
    expect(relay.taken).toHaveLength(3);
    expect((await visit(page)).body).not.toContain('?start=');
  });

  test('withdraws on their page, and whoever only opens its links changes nothing', async () => {
    const page = await asks('vera@mail.example');
    await cardOf(admin(), 1);
    for (let n = 0; n < 3; n += 1) expect((await visit(page)).status).toBe(200);
    const { body } = await visit(page);
    const form = /name="form" value="([^"]*)"/.exec(body)?.[1] ?? '';
    expect((await visit(page, { do: 'withdraw', form, number: '' })).status).toBe(422);
    expect((await visit(page, { do: 'withdraw', form, number: '1' })).status).toBe(303);
    await cardOf(admin(), 1, ['Withdrawn']);
    const rows = await world.rows('SELECT status FROM requests');
    expect(rows).toEqual([{ status: 'withdrawn' }]);
    expect(JSON.stringify(world.daemon.log)).not.toContain('/me/');
  });
});
