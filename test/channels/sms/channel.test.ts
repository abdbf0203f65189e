import { SmsChannel } from '../../../src/channels/sms/channel';
import { mostQuickRepeats } from '../../../src/channels/address-channel';
import { parseSmsUrl, type GatewaySettings } from '../../../src/channels/sms/settings';
import type { SendResult } from '../../../src/outbox/channel';
import { personId } from '../../../src/lifecycle/ids';
import { texts } from '../telegram/messages/samples';
import { refusal, TemplateDouble, TwilioDouble, type Answer } from './gateways';
import { messageTo } from '../email/samples';

const anna = '+4915123456789';
const code = { kind: 'address_code', code: '012345', validFor: 600_000 } as const;
const minute = 60_000;
const day = 24 * 60 * minute;
const never = new AbortController().signal;

/** A channel to a gateway, with a clock of its own. */
class Scene {
  now = 0;
  readonly logged: string[] = [];
  readonly outages: (string | null)[] = [];
  readonly parts: number[] = [];
  readonly channel: SmsChannel;
  private readonly created = messageTo(anna, code).row.createdAt;

  constructor(gateway: GatewaySettings, daily: number | null = null, prefixes: readonly string[] | null = null) {
    const note = (message: string, fields: unknown): void => void this.logged.push(JSON.stringify([message, fields]));
    const log = { error: note, warn: note, info: note, debug: note, child: () => log };
    this.channel = new SmsChannel({
      settings: { gateway, prefixes, daily },
      texts: texts(),
      clock: { now: () => this.created + this.now, monotonic: () => this.now },
      log,
      onOutage: (reason) => void this.outages.push(reason),
      onParts: (parts) => void this.parts.push(parts),
    });
  }

  send(to: string | null = anna, attempts = 0, person = 1, unknownOutcomes = 0): Promise<SendResult> {
    const message = messageTo(to, code, attempts);
    const id = personId(person);
    const row = { ...message.row, unknownOutcomes };
    return this.channel.send({ ...message, row, recipient: { kind: 'person', id, person: null } }, never);
  }
}

function gatewayOf(url: string, from: string | null): GatewaySettings {
  const parsed = parseSmsUrl(url);
  if (parsed === undefined) throw new Error(`no SMS_URL: ${url}`);
  return parsed.shape === 'twilio' ? { ...parsed, from: from ?? '' } : { ...parsed, from };
}

describe('SMS through Twilio', () => {
  const twilio = new TwilioDouble();
  let scene: Scene;
  beforeAll(() => twilio.open());
  afterAll(() => twilio.close());
  beforeEach(() => {
    twilio.asked.splice(0);
    scene = new Scene(gatewayOf(twilio.url, '+4915700000000'));
  });

  test('leave as its form, with Basic authentication, and are counted in parts', async () => {
    expect(await scene.send()).toMatchObject({ end: 'sent', messageId: null });
    expect(twilio.asked).toEqual([
      {
        to: anna,
        from: '+4915700000000',
        text: '012345 is your code for Sosekni.',
        call: 'POST /2010-04-01/Accounts/AC1/Messages.json',
        authorization: `Basic ${Buffer.from('AC1:auth-token-of-twilio').toString('base64')}`,
      },
    ]);
    expect(scene.parts).toEqual([1]);
  });

  test('name a messaging service instead of a sender where SMS_FROM is one', async () => {
    const service = `MG${'0'.repeat(32)}`;
    await new Scene(gatewayOf(twilio.url, service)).send();
    expect(twilio.asked).toMatchObject([{ from: service }]);
  });

  test.each([21211, 21217, 21614])('to a number that is none (%i) are undeliverable', async (error) => {
    twilio.will(refusal(400, error));
    expect(await scene.send()).toMatchObject({ end: 'unreachable', error: `HTTP 400 (${error}): no` });
    expect(scene.parts).toEqual([]);
  });

  test('to whoever has answered STOP are undeliverable', async () => {
    twilio.will(refusal(400, 21610));
    expect(await scene.send()).toMatchObject({ end: 'unreachable' });
  });

  test.each([
    ['a wrong login', refusal(401, 20003)],
    ['a sender that is not ours', refusal(400, 21606)],
    ['an address that is none of Twilio’s', { status: 404, body: 'Not found' }],
  ])('wait for a person where the gateway refuses %s', async (_, answer: Answer) => {
    twilio.will(answer);
    expect(await scene.send()).toMatchObject({ end: 'away' });
    expect(scene.outages).toHaveLength(1);
  });

  test('wait where it has too much to do, and the admins are told only if that lasts', async () => {
    twilio.will(refusal(429, 20429), refusal(429, 20429), { status: 503, body: '' });
    for (const told of [0, 0, 1]) {
      expect(await scene.send()).toMatchObject({ end: 'away' });
      expect(scene.outages).toHaveLength(told);
    }
    expect(await scene.send()).toMatchObject({ end: 'sent' });
    expect(scene.outages.at(-1)).toBeNull();
  });

  test('to a country that is not switched on wait for a person, and stop nobody else’s', async () => {
    twilio.will(refusal(400, 21408));
    expect(await scene.send()).toMatchObject({ end: 'away', outcomeUnknown: false });
    expect(scene.outages).toEqual([expect.stringContaining('21408')]);
    expect(await scene.send('+4366012345678', 0, 3)).toMatchObject({ end: 'sent', isBack: true });
    expect(scene.outages.at(-1)).toBeNull();
    twilio.will(refusal(400, 21408), refusal(400, 21408));
    expect(await scene.send()).toMatchObject({ end: 'again', after: minute, onlyThem: true, outcomeUnknown: false });
    expect(await scene.send('+4366012345678', 0, 3)).toMatchObject({ end: 'away' });
  });

  test('to a number that the sender can’t reach are its own trouble, unless the next recipient has the same', async () => {
    twilio.will(refusal(400, 21612), refusal(400, 21612));
    expect(await scene.send()).toMatchObject({ end: 'again', after: minute, onlyThem: true });
    expect(await scene.send('+4366012345678', 0, 3)).toMatchObject({ end: 'away' });
  });

  test('that get no answer may have arrived, count as sent, and are sent again', async () => {
    twilio.will('hangs up', 'hangs up');
    expect(await scene.send()).toMatchObject({ end: 'again', outcomeUnknown: true, after: minute });
    expect(await scene.send(anna, 1)).toMatchObject({ end: 'again', outcomeUnknown: true, after: 5 * minute });
    expect(scene.parts).toEqual([1, 1]);
  });

  test('through a gateway that fails leave when it works again, and none of them uses up SMS_DAILY', async () => {
    const limited = new Scene(gatewayOf(twilio.url, '+4915700000000'), 1);
    twilio.will(...Array.from({ length: 4 }, (): Answer => ({ status: 502, body: '<html>' })));
    // One attempt of several that wait.
    for (const [n, told] of [0, 0, 1].entries()) {
      expect(await limited.send(anna, 0, 1, n)).toMatchObject({ end: 'away', outcomeUnknown: true });
      expect(limited.outages).toHaveLength(told);
    }
    expect(await limited.send(anna, 0, 1, mostQuickRepeats)).toMatchObject({ end: 'again', untilBack: true });
    expect([limited.parts, limited.channel.pace.freeAt()]).toEqual([[], 0]);
    expect(await limited.send()).toMatchObject({ end: 'sent', isBack: true });
    expect([limited.parts, limited.channel.pace.freeAt()]).toEqual([[1], day]);
  });

  test('go to nobody whose number is none of SMS_PREFIXES by now', async () => {
    const german = new Scene(gatewayOf(twilio.url, '+4915700000000'), null, ['+49', '+43']);
    expect(await german.send('+19005550100')).toMatchObject({ end: 'no_address' });
    expect(twilio.asked).toEqual([]);
    expect(await german.send()).toMatchObject({ end: 'sent' });
  });

  test('are given up after three days', async () => {
    scene.now = 3 * day + 1;
    twilio.will('hangs up');
    expect(await scene.send(anna, 22)).toMatchObject({ end: 'unreachable' });
    expect(scene.logged.join()).toContain('sms_given_up');
  });

  test('say neither the number nor the login where something goes wrong', async () => {
    twilio.will(refusal(401, 20003, `The 'To' number ${anna} is not yours`));
    const result = await scene.send();
    expect(JSON.stringify([result, scene.logged, scene.outages])).not.toMatch(/4915123456789|auth-token/);
  });

  test('go nowhere without a number that works', async () => {
    expect(await scene.send(null)).toMatchObject({ end: 'no_address' });
    expect(twilio.asked).toEqual([]);
  });
});

describe('SMS through a gateway that takes a GET', () => {
  const gateway = new TemplateDouble();
  let scene: Scene;
  beforeAll(() => gateway.open());
  afterAll(() => gateway.close());
  beforeEach(() => {
    gateway.asked.splice(0);
    scene = new Scene(gatewayOf(gateway.url, null));
  });

  test('fill in the address, encoded', async () => {
    expect(await scene.send()).toMatchObject({ end: 'sent' });
    expect(gateway.asked).toMatchObject([{ to: anna, text: '012345 is your code for Sosekni.', authorization: null }]);
    expect(gateway.asked[0]?.call).toContain('to=%2B4915123456789&text=012345%20is%20your');
  });

  test.each([401, 403, 404, 302])('wait for a person where it answers %i', async (status) => {
    gateway.will({ status, body: 'Authorization failed for sendsms' });
    expect(await scene.send()).toMatchObject({ end: 'away' });
    expect(scene.outages).toEqual([`HTTP ${status}: Authorization failed for sendsms`]);
  });

  test('bring the password nowhere where the gateway repeats the address, also where what it says is cut', async () => {
    const short = gateway.url.replace('password=kannel-password', 'psw=short');
    for (const url of [gateway.url, short]) {
      const to = new Scene(gatewayOf(url, null));
      gateway.will({ status: 400, body: `${'x'.repeat(230)} ${url}` });
      const result = await to.send();
      expect(JSON.stringify([result, to.outages, to.logged])).not.toMatch(/kannel-|psw=short/);
      gateway.will({ status: 400, body: `bad call: ${url}` });
      expect(JSON.stringify(await to.send())).toContain('[redacted]');
    }
  });

  test('wait while nobody listens there', async () => {
    const closed = await new TemplateDouble().open();
    const away = new Scene(gatewayOf(closed.url, null));
    await closed.close();
    const result = await away.send();
    expect(result).toMatchObject({ end: 'away' });
    expect(JSON.stringify(result)).toContain('ECONNREFUSED');
    expect(JSON.stringify(result)).not.toContain('kannel-password');
  });

  test('leave SMS_DAILY times in 24 hours, also across a restart; what was refused counts for nothing', async () => {
    const limited = new Scene(gatewayOf(gateway.url, null), 2);
    const { pace } = limited.channel;
    gateway.will({ status: 503, body: '' });
    const leaves = async () => {
      expect(pace.freeAt()).toBeLessThanOrEqual(limited.now);
      pace.leaves();
      await limited.send();
      pace.arrived();
    };
    for (const at of [0, 1000, 2000]) {
      limited.now = at;
      await leaves();
    }
    expect(pace.freeAt()).toBe(1000 + day);
    expect(limited.logged.filter((line) => line.includes('sms_daily_used_up'))).toHaveLength(1);
    limited.now = 1000 + day;
    expect(pace.freeAt()).toBeLessThanOrEqual(limited.now);
    pace.leaves();
    // The one under way may use up the last.
    expect(pace.freeAt()).toBeGreaterThan(limited.now);
    pace.arrived();
    const restarted = new Scene(gatewayOf(gateway.url, null), 2).channel.pace;
    expect(restarted.longestLimit).toBe(day);
    restarted.remember(personId(1), -1000);
    restarted.remember(personId(2), -500);
    expect(restarted.freeAt()).toBe(day - 1000);
  });
});

describe('SMS_URL', () => {
  test.each([
    ['https://AC1:tok%40en@api.twilio.com/2010-04-01/Accounts/AC1/Messages.json', 'twilio'],
    ['https://sms.example/send?to={to}&text={text}', 'template'],
    ['http://u:p@127.0.0.1:13013/cgi-bin/sendsms?from={from}&to={to}&text={text}', 'template'],
  ])('%s is the shape of %s', (url, shape) => {
    expect(parseSmsUrl(url)).toMatchObject({ shape });
    expect(JSON.stringify({ ...parseSmsUrl(url), login: null })).not.toMatch(/tok|u:p/);
  });

  test('has its user and password taken out and decoded', () => {
    const url = 'https://AC1:tok%40en@api.twilio.com/2010-04-01/Accounts/AC1/Messages.json';
    expect(parseSmsUrl(url)).toMatchObject({ login: { username: 'AC1', password: 'tok@en' } });
  });

  test.each([
    'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json',
    'https://sms.example/send?to={to}',
    'https://sms.example/{to}?text={text}',
    'https://{to}/?to={to}&text={text}',
    'https://sms.example/send?to={to}&to={to}&text={text}',
    'https://sms.example/send',
    'ftp://sms.example/send?to={to}&text={text}',
    'sms.example/send?to={to}&text={text}',
  ])('%s is none', (url) => {
    expect(parseSmsUrl(url)).toBeUndefined();
  });
});
