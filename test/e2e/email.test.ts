import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { patience } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import { Relay, ScriptedRelay } from '../channels/email/relays';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type Row, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

describe.each(['sqlite', 'postgres'] as const)('mail, on %s', (engine) => {
  let world: World;
  let relay: Relay | ScriptedRelay;
  const begin = async (through: Relay | ScriptedRelay, env: Readonly<Record<string, string>> = {}): Promise<void> => {
    relay = through;
    const port = String(await through.open());
    const mail = { SMTP_HOST: '127.0.0.1', SMTP_PORT: port, SMTP_SECURITY: 'off', SMTP_FROM: 'bot@sosekni.example' };
    world = await startWorld({ engine, admins: [boris], env: { ...mail, ...env } });
  };
  afterEach(async () => {
    await world.close().finally(() => relay.close());
  });

  const admin = (): Person => {
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    return first;
  };
  const addressOf = (client: Person): string => `client${client.id}@mail.example`;

  /** Somebody has proved an address. */
  async function proved(client: Person, mode: 'fallback' | 'both' = 'fallback'): Promise<void> {
    const now = engine === 'sqlite' ? '1' : 'now()';
    await world.change(`INSERT INTO contacts (person_id, medium, address, address_key, mode, verified_at)
      VALUES (${client.id}, 'email', '${addressOf(client)}', '${addressOf(client)}', '${mode}', ${now})`);
  }

  /** They ask, block the bot, and are approved. */
  async function approvedAfterBlocking(client: Person): Promise<number> {
    const request = await asks(client);
    await proved(client);
    const card = await cardOf(admin(), request);
    client.block();
    admin().press(card, 'Approve');
    return request;
  }

  const mails = (): Promise<readonly Row[]> => world.rows("SELECT * FROM outbox WHERE channel = 'email' ORDER BY id");

  async function until<T>(what: string, look: () => Promise<T | null> | T | null): Promise<T> {
    const deadline = Date.now() + patience;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > deadline) throw new Error(`in vain: ${what}\n${JSON.stringify(await mails(), null, 1)}`);
      await wait(20);
    }
  }
  const taken = (from: Relay, count: number) =>
    until(`${count} mails`, () => (from.taken.length >= count ? from.taken : null));

  test('brings the outcome to whoever has blocked the bot, and to whoever wants both, once each', async () => {
    const through = new Relay();
    await begin(through);
    const [anna, emma] = [newcomer(world), newcomer(world)];
    const first = await approvedAfterBlocking(anna);
    await taken(through, 1);
    const second = await asks(emma);
    await proved(emma, 'both');
    admin().press(await cardOf(admin(), second), 'Approve');
    await emma.sees('is approved');
    await taken(through, 2);
    await world.settled();
    expect(through.taken.map(({ to, mail }) => [to, mail.subject])).toEqual([
      [[addressOf(anna)], `Request #${first}: approved`],
      [[addressOf(emma)], `Request #${second}: approved`],
    ]);
    await cardOf(admin(), first, ['they get the outcome by email']);
    expect(await mails()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  test('waits while the relay refuses the login; the admins are told once, and again when it leaves', async () => {
    const through = new ScriptedRelay({ AUTH: '535 5.7.8 wrong password' });
    await begin(through, { SMTP_USERNAME: 'bot', SMTP_PASSWORD: 'correct-horse-battery' });
    const [anna, emma] = [newcomer(world), newcomer(world)];
    await approvedAfterBlocking(anna);
    await admin().sees('Mail can’t be sent');
    await approvedAfterBlocking(emma);
    // Nobody else's messages are delayed.
    const clara = newcomer(world);
    admin().press(await cardOf(admin(), await asks(clara)), 'Approve');
    await clara.sees('is approved');
    await until('a second attempt', () =>
      through.heard.filter((line) => /^AUTH/.test(line)).length > 1 ? true : null,
    );
    expect(admin().chat.messages.filter(saying('Mail can’t be sent'))).toHaveLength(1);
    expect(await mails()).toMatchObject([{ state: 'owed' }, { state: 'owed' }]);
    expect(JSON.stringify(world.daemon.log)).not.toMatch(/correct-horse|Y29ycmVjdC1ob3JzZS/);
    through.script = {};
    await admin().sees('Mail can be sent again');
    await world.settled();
    expect(await mails()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(through.texts).toHaveLength(2);
  }, 60_000);

  test('that is not taken for now delays no other, and is sent again when its time has come, also after a restart', async () => {
    let isGrey = true;
    const through = new Relay({
      onRcptTo({ address }, _session, done) {
        const isAnna = address.startsWith('client') && isGrey && address === addressOf(anna);
        done(isAnna ? Object.assign(new Error('4.2.0 greylisted'), { responseCode: 450 }) : null);
      },
    });
    await begin(through);
    const anna = newcomer(world);
    await approvedAfterBlocking(anna);
    await world.daemon.logged(did('mail_deferred'));
    const emma = newcomer(world);
    await approvedAfterBlocking(emma);
    await taken(through, 1);
    expect(through.taken[0]?.to).toEqual([addressOf(emma)]);
    const [row] = await until('the wait', async () => {
      const rows = await mails();
      return rows[0]?.['not_before'] == null ? null : rows;
    });
    expect(Number(row?.['not_before']) - Number(row?.['told_to_wait_at'])).toBe(60_000);
    expect(row).toMatchObject({ state: 'owed', attempts: 1, unknown_outcomes: 0 });
    isGrey = false;
    await world.daemon.stop();
    await world.backDate('outbox', 'not_before', 60_000, 'not_before IS NOT NULL');
    await world.restart();
    await taken(through, 2);
    expect(through.taken[1]?.to).toEqual([addressOf(anna)]);
  });

  test('to a dead address is undeliverable, nothing is sent there any more, and the card says so', async () => {
    const through = new ScriptedRelay({ RCPT: '550 5.1.1 no such user' });
    await begin(through);
    const anna = newcomer(world);
    const request = await approvedAfterBlocking(anna);
    await cardOf(admin(), request, ['doesn’t work any more', addressOf(anna)]);
    await world.settled();
    expect(await mails()).toMatchObject([{ state: 'undeliverable' }]);
    expect(await world.rows('SELECT failed_at FROM contacts')).toEqual([{ failed_at: expect.any(Number) as number }]);
    admin().write(`/revoke ${request}`);
    await admin().sees('Ended');
    await world.settled();
    expect(await mails()).toHaveLength(1);
  });

  test('whose outcome nobody knows is sent again with the same Message-ID and Date, and counted', async () => {
    const through = new ScriptedRelay({ text: null });
    await begin(through);
    await approvedAfterBlocking(newcomer(world));
    await until('a text', () => (through.texts.length > 0 ? true : null));
    await world.daemon.kill();
    through.script = {};
    await world.restart();
    await world.settled();
    expect(await mails()).toMatchObject([{ state: 'sent', unknown_outcomes: 1 }]);
    const [one, other] = through.texts.map((text) => [
      /^Message-ID: .*$/m.exec(text)?.[0],
      /^Date: .*$/m.exec(text)?.[0],
    ]);
    expect(one?.[0]).toMatch(/<outbox-\d+\.[\da-f]{24}@sosekni\.example>/);
    expect(other).toEqual(one);
  });
});

test('without SMTP_HOST and FORM nothing of mail and of the form is loaded, and no table of theirs is read', async () => {
  const preloads = ['lists-modules.cjs', 'lists-run.cjs'].map((file) => join(__dirname, 'preloads', file));
  const env = { MODULES_FILE: 'modules.txt', RUN_FILE: 'run.sql', SWEEP_SCHEDULE: '* * * * * *' };
  const world = await startWorld({ engine: 'sqlite', admins: [boris], daemon: { preloads, env } });
  try {
    const client = newcomer(world);
    admin(world).press(await cardOf(admin(world), await asks(client)), 'Approve');
    await client.sees('is approved');
    await client.sees('approved', { after: client.write('/status') });
    admin(world).write('/revoke 1');
    await client.sees('has ended');
    await world.daemon.stop();
    const run = readFileSync(join(world.folder, 'run.sql'), 'utf8');
    expect(run).toMatch(/"request_events"/);
    // Once, at the start: what was left by a form that is off now.
    expect(
      run.match(/^(?!CREATE ).*"(?:contacts|address_codes|form_\w+|personal_links|start_links)".*/gm) ?? [],
    ).toEqual(['delete from "form_drafts"', 'delete from "form_limits"']);
    const loaded = readFileSync(join(world.folder, 'modules.txt'), 'utf8');
    expect(loaded).toContain('channels/telegram/channel.js');
    expect(loaded).not.toMatch(/nodemailer|channels\/email\/(?!settings)|web\/form\//);
  } finally {
    await world.close();
  }
});

function admin({ admins: [first] }: World): Person {
  if (first === undefined) throw new Error('there is an admin');
  return first;
}
