import type { SendResult } from '../../../src/outbox/channel';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { channelTo, messageTo } from './samples';
import { hangUp, ScriptedRelay, type Answer, type Asked } from './relays';

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
  const maybe = { end: 'again', outcomeUnknown: true, after: minute };
  const away = { end: 'away' };
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
    ['lost at the recipient, once', { RCPT: hangUp }, later],
    ['lost before the text', { DATA: hangUp }, later],
    ['lost after the text', { text: hangUp }, maybe],
  ];

  test.each(cases)('%s', async (_, script, end) => {
    expect(await endWith(script)).toMatchObject(end);
  });

  test('a wrong password is an outage, and so is a relay that offers no login', async () => {
    expect(await endWith({ AUTH: '535 5.7.8 no' }, true)).toMatchObject({ end: 'away' });
    expect(await endWith({ AUTH: '550 5.7.30 basic authentication is not supported' }, true)).toMatchObject(away);
    expect(await endWith({ EHLO: '250 relay.example', AUTH: '502 no' }, true)).toMatchObject(away);
  });
});
