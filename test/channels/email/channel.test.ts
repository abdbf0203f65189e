import { mostQuickRepeats } from '../../../src/channels/address-channel';
import { isGivenUp } from '../../../src/channels/retry-schedule';
import { excess } from '../../../src/channels/telegram/messages/fit';
import { renderNotice } from '../../../src/channels/telegram/messages/render';
import { personId } from '../../../src/lifecycle/ids';
import type { SendResult } from '../../../src/outbox/channel';
import type { ResolvedMessage } from '../../../src/outbox/resolve';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { texts } from '../telegram/messages/samples';
import { channelTo, messageTo, noon } from './samples';
import { hangUp, ScriptedRelay, type Answer, type Asked } from './relays';

const away = { end: 'away' };
const code: ResolvedNotice = { kind: 'address_code', code: '012345', validFor: 600_000 };
const minute = 60_000;

/** How the first attempt to send a mail ends where the relay answers so. */
async function endWith(script: Partial<Record<Asked, Answer>>, login = false): Promise<SendResult> {
  const relay = new ScriptedRelay(script);
  const port = await relay.open();
  const credentials = { username: 'bot', password: 'hunter2' };
  const channel = channelTo(port, login ? { login: credentials } : {});
  // The relay has worked before.
  const { script: told } = relay;
  relay.script = {};
  await channel.send(messageTo('boris@mail.example', code), new AbortController().signal);
  relay.script = told;
  try {
    return await channel.send(messageTo('anna@mail.example', code), new AbortController().signal);
  } finally {
    await relay.close();
  }
}

describe('how a mail ends', () => {
  const later = { end: 'again', outcomeUnknown: false, after: minute };
  const maybe = { end: 'away', outcomeUnknown: true };
  const cases: readonly (readonly [string, Partial<Record<Asked, Answer>>, object])[] = [
    ['taken', {}, { end: 'sent' }],
    ['greylisted', { RCPT: '450 4.2.0 greylisted, try again' }, later],
    ['a 451 to the text', { text: '451 4.7.1 try again later' }, later],
    ['a sender that is not taken for now', { MAIL: '451 4.3.0 try later' }, later],
    ['no such mailbox', { RCPT: '550 5.1.1 no such user' }, { end: 'unreachable' }],
    ['no such mailbox, said without an enhanced code', { RCPT: '550 no such user' }, { end: 'unreachable' }],
    ['a mailbox that is switched off', { RCPT: '550 5.2.1 disabled' }, { end: 'unreachable' }],
    ['a full mailbox', { RCPT: '552 5.2.2 over quota' }, later],
    ['relaying denied, once', { RCPT: '554 5.7.1 relay access denied' }, later],
    ['a message that is refused', { text: '554 5.7.1 looks like spam' }, { end: 'refused' }],
    ['a message that is too large', { text: '552 5.3.4 too big' }, { end: 'refused' }],
    ['a sender that is refused', { MAIL: '553 5.7.1 not yours' }, away],
    ['a login that is wanted', { MAIL: '530 5.7.0 authenticate first' }, away],
    ['a greeting that refuses', { connect: '554 no service' }, away],
    ['a relay that closes', { connect: '421 too busy' }, away],
    ['lost at the start', { connect: hangUp }, away],
    ['lost at EHLO', { EHLO: hangUp }, away],
    ['lost at the sender', { MAIL: hangUp }, away],
    ['lost at the recipient', { RCPT: hangUp }, { ...away, outcomeUnknown: false }],
    ['lost before the text', { DATA: hangUp }, { ...away, outcomeUnknown: false }],
    ['a relay that closes at the recipient', { RCPT: '421 4.3.2 shutting down' }, away],
    ['a relay that closes before the text', { DATA: '421 4.3.2 shutting down' }, away],
    ['a relay that closes after the text', { text: '421 4.3.2 shutting down' }, { ...away, outcomeUnknown: false }],
    ['lost after the text', { text: hangUp }, maybe],
  ];

  test.each(cases)('%s', async (_, script, end) => {
    expect(await endWith(script)).toMatchObject(end);
  });

  test.each(cases)('%s, where the relay is asked several things at once', async (_, script, end) => {
    const EHLO = '250-relay.example\r\n250-PIPELINING\r\n250 AUTH PLAIN';
    expect(await endWith({ EHLO, ...script })).toMatchObject(end);
    // Whether a relay that takes no recipient wants the text all the same is its own affair.
    if ('RCPT' in script && script.RCPT !== hangUp) {
      expect(await endWith({ EHLO, ...script, DATA: '554 5.5.1 no valid recipients' })).toMatchObject(end);
    }
  });

  test('a wrong password is an outage, and so is a relay that offers no login', async () => {
    expect(await endWith({ AUTH: '535 5.7.8 no' }, true)).toMatchObject(away);
    expect(await endWith({ AUTH: '550 5.7.30 basic authentication is not supported' }, true)).toMatchObject(away);
    expect(await endWith({ EHLO: '250 relay.example', AUTH: '502 no' }, true)).toMatchObject(away);
    expect(await endWith({ AUTH: '454 4.7.0 later' }, true)).toMatchObject(away);
    expect(await endWith({ MAIL: '530 5.7.0 authenticate first' })).toMatchObject(away);
  });
});

test('what a relay says of a recipient is kept without their address', async () => {
  const said = '450 4.2.0 <Anna@mail.example>: Recipient address rejected: see http://help.example/anna@mail.example';
  expect(await endWith({ RCPT: said })).toMatchObject({
    error: 'RCPT TO: 450 4.2.0 <the recipient>: Recipient address rejected: see http://help.example/the recipient',
  });
});

test('the relay is greeted by a full name, and asked for one recipient and nothing else', async () => {
  const relay = new ScriptedRelay();
  const channel = channelTo(await relay.open());
  await channel.send(messageTo("-oX'{&}=%a@mail.example", code), new AbortController().signal);
  await relay.close();
  expect(relay.heard.filter((line) => line !== 'QUIT')).toEqual([
    expect.stringMatching(/^EHLO [\w-]+(\.[\w-]+)+$/),
    'MAIL FROM:<bot@sosekni.example>',
    "RCPT TO:<-oX'{&}=%a@mail.example>",
    'DATA',
  ]);
});

describe('a relay', () => {
  const never = new AbortController().signal;
  const to = (person: number, attempts = 0) => {
    const message = messageTo(`client${person}@mail.example`, code, attempts);
    return { ...message, recipient: { ...message.recipient, id: personId(person) } as ResolvedMessage['recipient'] };
  };

  test('that denies two recipients in a row takes nothing from us; one that denies one of many is not blamed', async () => {
    const relay = new ScriptedRelay();
    const channel = channelTo(await relay.open());
    const denied = { RCPT: '554 5.7.1 relay access denied' };
    await channel.send(to(1), never);
    relay.script = denied;
    expect(await channel.send(to(2), never)).toMatchObject({ end: 'again', after: minute });
    expect(await channel.send(to(2, 1), never)).toMatchObject({ end: 'again', after: 5 * minute });
    relay.script = {};
    await channel.send(to(3), never);
    relay.script = denied;
    expect(await channel.send(to(2, 2), never)).toMatchObject({ end: 'again', after: 15 * minute });
    expect(await channel.send(to(4), never)).toMatchObject({ end: 'away' });
    await relay.close();
  });

  test('that refuses one recipient by policy is not blamed by a daemon that has just started', async () => {
    const relay = new ScriptedRelay({ RCPT: '550 5.7.1 blocked by policy' });
    const seen: (string | null)[] = [];
    const channel = channelTo(await relay.open(), {}, { onOutage: (reason) => seen.push(reason) });
    const error = 'RCPT TO: 550 5.7.1 blocked by policy';
    expect(await channel.send(to(1), never)).toMatchObject({ end: 'again', after: minute, onlyThem: true, error });
    expect(await channel.send(to(1, 1), never)).toMatchObject({ end: 'again', after: 5 * minute });
    expect(seen).toEqual([]);
    expect(await channel.send(to(2), never)).toMatchObject({ end: 'away', error });
    await relay.close();
  });

  test('that hangs up on everybody is away; where others get their mail, one recipient waits alone', async () => {
    const relay = new ScriptedRelay({ RCPT: hangUp });
    const seen: (string | null)[] = [];
    const channel = channelTo(await relay.open(), {}, { onOutage: (reason) => seen.push(reason) });
    for (const told of [0, 0, 1]) {
      expect(await channel.send(to(1), never)).toMatchObject({ end: 'away' });
      expect(seen).toHaveLength(told);
    }
    relay.script = {};
    expect(await channel.send(to(2), never)).toMatchObject({ end: 'sent', isBack: true });
    expect(seen.at(-1)).toBeNull();
    relay.script = { RCPT: hangUp };
    expect(await channel.send(to(1), never)).toMatchObject({ end: 'again', after: minute, untilBack: true });
    expect(await channel.send(to(2), never)).toMatchObject({ end: 'away' });
    await relay.close();
  });

  test('that may have a mail gets it as often as one that is away, for half an hour, then like one that takes it not for now', async () => {
    const relay = new ScriptedRelay({ text: hangUp });
    const channel = channelTo(await relay.open());
    const again = (unknownOutcomes: number) => {
      const message = to(1);
      return channel.send({ ...message, row: { ...message.row, unknownOutcomes } }, never);
    };
    expect(await again(0)).toMatchObject({ end: 'away', outcomeUnknown: true });
    expect(await again(mostQuickRepeats - 1)).toMatchObject({ end: 'away', outcomeUnknown: true });
    expect(await again(mostQuickRepeats)).toMatchObject({
      end: 'again',
      outcomeUnknown: true,
      after: minute,
      untilBack: true,
    });
    await relay.close();
  });

  test.each(['500 5.5.1 Command unrecognized: "AUTH PLAIN AGJvdABodW50ZXIy"', '535 5.7.8 no, bot:hunter2-correct!'])(
    'that repeats the password (%s) brings it nowhere',
    async (said) => {
      const relay = new ScriptedRelay({ EHLO: '250 relay.example', AUTH: said });
      const seen: (string | null)[] = [];
      const password = said.startsWith('500') ? 'hunter2' : 'hunter2-correct!';
      const channel = channelTo(
        await relay.open(),
        { login: { username: 'bot', password } },
        { onOutage: (reason) => seen.push(reason) },
      );
      const result = await channel.send(to(1), never);
      expect(result).toMatchObject({ end: 'away', error: expect.stringContaining('[redacted]') as string });
      expect(JSON.stringify([result, seen])).not.toMatch(/hunter2|AGJvdABodW50ZXIy/);
      await relay.close();
    },
  );

  test('that says a lot is heard so far that the admins can be told', async () => {
    const line = 'please read the policy of our mail service, which is long';
    const lines = Array.from({ length: 60 }, () => `535-5.7.8 ${line}`);
    const relay = new ScriptedRelay({ AUTH: [...lines, '535 5.7.8 no'].join('\r\n') });
    const channel = channelTo(await relay.open(), { login: { username: 'bot', password: 'hunter2' } });
    const result = await channel.send(to(1), never);
    expect(result).toMatchObject({
      end: 'away',
      error: expect.stringMatching(/^AUTH: 535[ -]5\.7\.8 please/) as string,
    });
    const reason = result.end === 'away' ? result.error : '';
    const notice = { kind: 'channel_away', channel: 'email', reason: `${reason}&<` } as const;
    const told = renderNotice(notice, { texts: texts(), language: 'ru', deskLink: null, openAtDesk: () => null });
    expect(excess(told.html)).toBe(0);
    await relay.close();
  });

  test('that is not there, or whose name isn’t, is away', async () => {
    const relay = new ScriptedRelay();
    const port = await relay.open();
    await relay.close();
    expect(await channelTo(port).send(to(1), never)).toMatchObject({ end: 'away' });
    expect(await channelTo(port, { host: 'relay.invalid' }).send(to(1), never)).toMatchObject({ end: 'away' });
  });

  test('is waited for when it hangs; a daemon that stops meanwhile knows whether it may have the mail', async () => {
    for (const [script, outcomeUnknown] of [
      [{ RCPT: null }, false],
      [{ text: null }, true],
    ] as const) {
      const relay = new ScriptedRelay(script);
      const channel = channelTo(await relay.open());
      const stop = new AbortController();
      const sent = channel.send(to(1), stop.signal);
      await relay.hears(outcomeUnknown ? 'text' : 'RCPT');
      stop.abort();
      expect(await sent).toMatchObject({ end: 'again', outcomeUnknown });
      await relay.close();
    }
  });

  test('that takes a mail not for now gets it again after 1, 5, 15 and 60 minutes, then every 4 hours, for three days', async () => {
    const relay = new ScriptedRelay({ RCPT: '450 4.2.0 greylisted' });
    const port = await relay.open();
    const after = async (attempts: number) => {
      const result = await channelTo(port).send(to(1, attempts), never);
      return result.end === 'again' ? (result.after ?? 0) / minute : result.end;
    };
    const pauses: unknown[] = [];
    for (let attempts = 0; attempts < 7; attempts += 1) pauses.push(await after(attempts));
    expect(pauses).toEqual([1, 5, 15, 60, 240, 240, 240]);
    const threeDaysLater = { now: () => noon + 3 * 24 * 60 * minute + 1, monotonic: () => 0 };
    const late = channelTo(port, {}, { clock: threeDaysLater });
    expect(await late.send(to(1, 22), never)).toMatchObject({ end: 'unreachable' });
    await relay.close();
  });

  test('that was away for longer than three days gets a mail as one that is new', async () => {
    const relay = new ScriptedRelay({ RCPT: '450 4.2.0 greylisted' });
    const fourDaysLater = { now: () => noon + 4 * 24 * 60 * minute, monotonic: () => 0 };
    const channel = channelTo(await relay.open(), {}, { clock: fourDaysLater });
    expect(await channel.send(to(1), never)).toMatchObject({ end: 'again', after: minute });
    expect(await channel.send(to(1, 21), never)).toMatchObject({ end: 'again' });
    expect(await channel.send(to(1, 22), never)).toMatchObject({ end: 'unreachable' });
    // Many attempts in a short time are those of a daemon that was killed again and again.
    expect(isGivenUp(100, 3 * 24 * 60 * minute)).toBe(false);
    await relay.close();
  });

  test('that is in trouble is reported until it takes mail again; what may pass by itself only if it lasts', async () => {
    const seen: (string | null)[] = [];
    const relay = new ScriptedRelay({ connect: '421 too busy' });
    const channel = channelTo(await relay.open(), {}, { onOutage: (reason) => seen.push(reason) });
    await channel.send(to(1), never);
    await channel.send(to(1), never);
    expect(seen).toEqual([]);
    await channel.send(to(1), never);
    expect(seen).toEqual([expect.stringContaining('421 too busy')]);
    relay.script = {};
    await channel.send(to(1), never);
    expect(seen.at(-1)).toBeNull();
    relay.script = { MAIL: '530 5.7.0 authenticate first' };
    await channel.send(to(1), never);
    expect(seen.at(-1)).toContain('530 5.7.0');
    relay.script = {};
    await channel.send(to(1), never);
    relay.script = { text: hangUp };
    for (let n = 0; n < 2; n += 1) await channel.send(to(1), never);
    expect(seen.at(-1)).toBeNull();
    await channel.send(to(1), never);
    expect(seen.at(-1)).toMatch(/^message: /);
    await relay.close();
  });
});
