import { setTimeout as wait } from 'node:timers/promises';
import type { ChatMessage } from '../../src/telegram-double/chats';
import { patience } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import { Relay, ScriptedRelay } from '../channels/email/relays';
import { refusal, TwilioDouble } from '../channels/sms/gateways';
import { answerTo, asks, buttons, cardOf, comesTrue, minutes, newcomer, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

const says = async (person: Person, text: string): Promise<string> => shown(await answerTo(person, text));
const commandsOf = (person: Person): readonly string[] => person.commands().map(({ command }) => command);
const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? 'no code';
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const mailTo = (port: number) => ({
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  SMTP_SECURITY: 'off',
  SMTP_FROM: 'bot@sosekni.example',
});
function adminOf(world: World): Person {
  const [first] = world.admins;
  if (first === undefined) throw new Error('there is an admin');
  return first;
}

describe.each(['sqlite', 'postgres'] as const)('an email address, on %s', (engine) => {
  let relay: Relay;
  let world: World;
  beforeAll(async () => {
    relay = new Relay();
    world = await startWorld({ engine, admins: [boris], env: { ...mailTo(await relay.open()), CLIENT_RATE: 'off' } });
  });
  afterAll(async () => {
    await world.close().finally(() => relay.close());
  });

  /** The newest mail to an address, once there are so many. */
  async function mailsTo(address: string, count: number): Promise<string> {
    const deadline = Date.now() + patience;
    for (;;) {
      const found = relay.taken.filter(({ to }) => to.includes(address));
      if (found.length >= count) return found.at(-1)?.mail.text ?? '';
      if (Date.now() > deadline) throw new Error(`${address} has got ${found.length} mails of ${count}`);
      await wait(20);
    }
  }

  let people = 0;
  const someone = (): { readonly who: Person; readonly address: string } => {
    people += 1;
    return { who: newcomer(world), address: `client${people}@mail.example` };
  };

  async function proves(who: Person, address: string, mails = 1): Promise<ChatMessage> {
    await answerTo(who, `/email ${address}`);
    return answerTo(who, codeIn(await mailsTo(address, mails)));
  }

  test('is proved by the code that was mailed to it, and gets the outcome once Telegram can’t reach its owner', async () => {
    const { who, address } = someone();
    expect(await says(who, '/email')).toContain('/email you@example.com');
    const request = await asks(who);
    expect(await says(who, `/email ${address}`)).toContain(`I’m sending a code to ${address}`);
    const code = codeIn(await mailsTo(address, 1));
    expect(await says(who, '/email')).toContain('Type it here');
    expect(await says(who, wrong(code))).toContain('You can try 4 more times');
    expect(await says(who, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toContain(`The address ${address} is confirmed`);
    expect(await says(who, '/status')).toContain(`By email where Telegram can’t reach you: ${address}`);
    who.block();
    adminOf(world).press(await cardOf(adminOf(world), request), 'Approve');
    expect(await mailsTo(address, 2)).toContain(`#${request} is approved`);
    await cardOf(adminOf(world), request, ['they get the outcome by email']);
  });

  test('gets every outcome with /email both, and none with /email off', async () => {
    const { who, address } = someone();
    await proves(who, address);
    expect(await says(who, '/email both')).toContain(`Always by email as well: ${address}`);
    const request = await asks(who);
    const card = await cardOf(adminOf(world), request);
    adminOf(world).press(card, 'Reject');
    await who.sees('was rejected');
    expect(await mailsTo(address, 2)).toContain('was rejected');
    expect(await says(who, '/email off')).toContain(`Email is off: ${address}`);
    adminOf(world).press(await cardOf(adminOf(world), request, ['Rejected']), 'Undo');
    await who.sees('taken back');
    await world.settled();
    await mailsTo(address, 2);
    expect(relay.taken.filter(({ to }) => to.includes(address))).toHaveLength(2);
    // The same address again is one that was switched on again.
    expect(await says(who, `/email ${address.toUpperCase()}`)).toContain(`Always by email as well: ${address}`);
    expect(await says(who, '/email on')).toContain(`where Telegram can’t reach you: ${address}`);
  });

  test('moves to whoever proves it, and only they learn that', async () => {
    const [one, other] = [someone(), someone()];
    await proves(one.who, one.address);
    const answer = await proves(other.who, one.address, 2);
    expect(shown(answer)).toContain('Another account had confirmed it before');
    expect(await says(one.who, '/email')).toContain('/email you@example.com');
  });

  test('gets three codes a day; the rest is refused, by number of codes and not of people', async () => {
    const [one, other] = [someone(), someone()];
    const ask = async (who: Person) => says(who, `/email ${one.address}`);
    for (const who of [one.who, one.who, other.who]) expect(await ask(who)).toContain('I’m sending a code');
    expect(await ask(other.who)).toContain('as many codes as I may in one day');
    await mailsTo(one.address, 3);
    await world.settled();
    expect(relay.taken.filter(({ to }) => to.includes(one.address))).toHaveLength(3);
  });

  test('has a code that counts for ten minutes and five attempts', async () => {
    const { who, address } = someone();
    await answerTo(who, `/email ${address}`);
    const first = codeIn(await mailsTo(address, 1));
    await world.settled();
    await world.backDate('address_codes', 'expires_at', minutes(10), `address = '${address}'`);
    expect(await says(who, first)).toContain('no longer works');
    await answerTo(who, `/email ${address}`);
    const second = codeIn(await mailsTo(address, 2));
    for (let n = 0; n < 4; n += 1) expect(await says(who, wrong(second))).toContain('That isn’t the code');
    expect(await says(who, wrong(second))).toContain('no longer works');
    expect(await says(who, second)).toContain('no longer works');
    expect(await says(who, '/email')).toContain('/email you@example.com');
  });

  test('is none where it is for two, holds a line break or is no address; nothing is mailed', async () => {
    const { who } = someone();
    const before = relay.taken.length;
    const hostile = [
      'anna',
      'a@ok.example, b@ok.example',
      'a@ok.example\nBcc: b@ok.example',
      '"a b"@ok.example',
      'я@ok.example',
    ];
    for (const text of hostile) expect(await says(who, `/email ${text}`)).toContain('I can’t send mail to that');
    await world.settled();
    expect(relay.taken).toHaveLength(before);
  });

  test('has a code that counts as people type and copy it', async () => {
    const spoken = [
      (code: string) => [...code].join(' '),
      (code: string) => `${code.slice(0, 3)}–${code.slice(3)}`,
      (code: string) => `\u200f“${code}”.\u200e`,
      (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    ];
    for (const typed of spoken) {
      const { who, address } = someone();
      await answerTo(who, `/email ${address}`);
      expect(await says(who, typed(codeIn(await mailsTo(address, 1))))).toContain(`${address} is confirmed`);
    }
  });

  test('is no secret that the database, the outbox or the log hold the code of', async () => {
    const { who, address } = someone();
    await answerTo(who, `/email ${address}`);
    const code = codeIn(await mailsTo(address, 1));
    await world.settled();
    const rows = [...(await world.rows('SELECT * FROM address_codes')), ...(await world.rows('SELECT * FROM outbox'))];
    const sent = rows.filter((row) => row['channel'] === 'email' || row['address'] === address);
    expect(sent.length).toBeGreaterThan(1);
    expect(JSON.stringify(sent)).not.toContain(`${code}`);
  });

  test('six digits are what they are where no code is waited for, or where they answer a question', async () => {
    const { who, address } = someone();
    expect(buttons(await answerTo(who, '123456'))).toEqual(['📨 Send as my request']);
    await answerTo(who, `/email ${address}`);
    await mailsTo(address, 1);
    const question = await answerTo(who, '/request');
    expect(await says(who, '123456')).toContain('That isn’t the code');
    expect(shown(await answerTo(who, '654321', { replyTo: question }))).toContain('Got it!');
  });

  test('is in the menu and in /help; SMS are not, where there is no gateway', async () => {
    const { who } = someone();
    await comesTrue(
      () => commandsOf(who).length > 0,
      () => 'there is no menu',
    );
    expect(commandsOf(who)).toEqual([
      'request',
      'status',
      'appeal',
      'cancel',
      'language',
      'mydata',
      'forget',
      'email',
      'help',
    ]);
    expect(await says(who, '/help')).toContain('/email');
    expect(await says(who, '/help')).not.toContain('/sms');
    expect(await says(who, '/sms +4915123456789')).toContain('I don’t know that command');
  });
});

test('whoever names an address that the relay says is none learns that in the chat', async () => {
  const relay = new ScriptedRelay({ RCPT: '550 5.1.1 no such user' });
  const world = await startWorld({ engine: 'sqlite', admins: [boris], env: mailTo(await relay.open()) });
  try {
    const anna = newcomer(world);
    anna.write('/email nobody@mail.example');
    await anna.sees(saying('The code to nobody@mail.example can’t be delivered'));
  } finally {
    await world.close().finally(() => relay.close());
  }
});

test('without SMTP_HOST and SMS_URL, /email and /sms are unknown, in no menu and in no help, and six digits are a text', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: [boris] });
  try {
    const anna = newcomer(world);
    expect(await says(anna, '/email anna@mail.example')).toContain('I don’t know that command');
    expect(await says(anna, '/sms +4915123456789')).toContain('I don’t know that command');
    expect(await says(anna, '/help')).not.toMatch(/\/email|\/sms/);
    expect(commandsOf(anna)).not.toEqual(expect.arrayContaining(['email']));
    expect(buttons(await answerTo(anna, '123456'))).toEqual(['📨 Send as my request']);
  } finally {
    await world.close();
  }
});

describe.each(['sqlite', 'postgres'] as const)('a phone number, on %s', (engine) => {
  let gateway: TwilioDouble;
  let world: World;
  const anna = '+4915123456789';
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
    gateway = await new TwilioDouble().open();
    const sms = { SMS_URL: gateway.url, SMS_FROM: '+4915700000000', SMS_PREFIXES: '+49,+43' };
    world = await startWorld({ engine, admins: [boris], env: { ...sms, ...env } });
  };
  afterEach(async () => {
    await world.close().finally(() => gateway.close());
  });
  async function proves(who: Person, number: string, asked = 1): Promise<void> {
    await answerTo(who, `/sms ${number}`);
    const said = await gateway.hasBeenAsked(asked);
    expect(await says(who, codeIn(said.at(-1)?.text ?? ''))).toContain('is confirmed');
  }

  test('is proved by a code, and gets the outcome in one part where Telegram can’t deliver it', async () => {
    await start();
    const who = newcomer(world, { language_code: 'ru' });
    await answerTo(who, '/sms +49 151 2345-6789');
    const [{ text: first = '' } = {}] = await gateway.hasBeenAsked(1);
    expect(await says(who, codeIn(first))).toContain(`Номер ${anna} подтверждён`);
    const request = await asks(who);
    who.block();
    adminOf(world).press(await cardOf(adminOf(world), request), 'Approve');
    const said = await gateway.hasBeenAsked(2);
    expect(said[1]).toMatchObject({ to: anna, text: `Sosekni: запрос №${request} одобрен.` });
    await cardOf(adminOf(world), request, ['they get the outcome by SMS']);
  });

  test('of another country than those of SMS_PREFIXES gets nothing, nor does what is no number', async () => {
    await start();
    const who = newcomer(world);
    expect(await says(who, '/sms +882161234567')).toContain('Numbers have to begin with +49, +43');
    expect(await says(who, '/sms 0151 23456789')).toContain('with a plus and its country');
    await world.settled();
    expect(gateway.asked).toEqual([]);
    expect(await says(who, '/email anna@mail.example')).toContain('I don’t know that command');
  });

  test('that is dead is on the card, and whoever answers STOP has switched it off', async () => {
    await start();
    const [one, other] = [newcomer(world), newcomer(world)];
    await proves(one, anna, 1);
    await proves(other, '+436601234567', 2);
    const [first, second] = [await asks(one), await asks(other)];
    gateway.will(refusal(400, 21614), refusal(400, 21610));
    one.block();
    adminOf(world).press(await cardOf(adminOf(world), first), 'Approve');
    await cardOf(adminOf(world), first, [`phone number doesn’t work any more: ${anna}`]);
    await answerTo(other, '/sms both');
    adminOf(world).press(await cardOf(adminOf(world), second), 'Approve');
    await other.sees('is approved');
    await gateway.hasBeenAsked(4);
    await world.settled();
    expect(await says(other, '/sms')).toContain('SMS are off: +436601234567');
  });

  test('waits while the gateway refuses the login: the admins are told, and once it takes it, nothing is lost', async () => {
    await start();
    gateway.will(refusal(401, 20003));
    const who = newcomer(world);
    await answerTo(who, `/sms ${anna}`);
    await adminOf(world).sees('SMS can’t be sent');
    const said = await gateway.hasBeenAsked(2);
    await adminOf(world).sees('SMS can be sent again');
    expect(await says(who, codeIn(said.at(-1)?.text ?? ''))).toContain('is confirmed');
  });

  test('waits once SMS_DAILY is used up, also over a restart, and gets what waited later', async () => {
    await start({ SMS_DAILY: '2' });
    const [one, other] = [newcomer(world), newcomer(world)];
    await proves(one, anna, 1);
    expect(await says(other, '/sms +4915120000000')).toContain('can’t send any more codes by SMS today');
    await answerTo(one, '/sms both');
    const request = await asks(one);
    const card = await cardOf(adminOf(world), request);
    adminOf(world).press(card, 'Approve');
    await gateway.hasBeenAsked(2);
    adminOf(world).press(await cardOf(adminOf(world), request, ['Approved']), 'Undo');
    await one.sees('taken back');
    await world.daemon.stop();
    await world.restart();
    expect(await world.rows("SELECT state FROM outbox WHERE channel = 'sms' ORDER BY id")).toMatchObject([
      { state: 'sent' },
      { state: 'sent' },
      { state: 'owed' },
    ]);
    await world.daemon.stop();
    await world.backDate('outbox', 'settled_at', minutes(24 * 60), "channel = 'sms' AND state = 'sent'");
    await world.restart();
    const said = await gateway.hasBeenAsked(3);
    expect(said[2]?.text).toContain('under review again');
  });
});
