import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmailSettings } from '../../../src/channels/email/settings';
import type { ResolvedNotice } from '../../../src/notices/resolved-notice';
import { certificateFile } from '../../store/tls';
import { channelTo, messageTo } from './samples';
import { Relay } from './relays';

const code: ResolvedNotice = { kind: 'address_code', code: '012345', validFor: 600_000 };
const folder = join(certificateFile, '..');
/** Signed by nobody but itself, for `localhost`. */
const secret = { cert: readFileSync(certificateFile), key: readFileSync(join(folder, 'key.pem')) };
const trusted = { host: 'localhost', caFile: certificateFile } as const;

/** How a mail ends through such a relay, with such settings, and what the relay has got. */
async function through(relay: Relay, settings: Partial<EmailSettings>) {
  const port = await relay.open();
  try {
    const channel = channelTo(port, settings);
    const result = await channel.send(messageTo('anna@mail.example', code), new AbortController().signal);
    return { ...result, taken: relay.taken.length };
  } finally {
    await relay.close();
  }
}

const withStartTls = () => new Relay({ ...secret, disabledCommands: [] });
const withTls = () => new Relay({ ...secret, secure: true });

test('with starttls mail goes over TLS to a relay whose certificate is trusted, and names its host', async () => {
  expect(await through(withStartTls(), { ...trusted, security: 'starttls' })).toMatchObject({ end: 'sent', taken: 1 });
});

test('with force_tls it is TLS from the first byte', async () => {
  expect(await through(withTls(), { ...trusted, security: 'force_tls' })).toMatchObject({ end: 'sent', taken: 1 });
});

test('a relay that offers no STARTTLS, or from whose answer somebody has removed it, gets nothing', async () => {
  expect(await through(new Relay(), { ...trusted, security: 'starttls' })).toMatchObject({ end: 'away', taken: 0 });
});

test.each([
  ['that nobody has signed', { host: 'localhost', caFile: null }],
  ['of another host', { host: '127.0.0.1', caFile: certificateFile }],
])('a certificate %s is not accepted', async (_, settings) => {
  for (const [relay, security] of [
    [withStartTls(), 'starttls'],
    [withTls(), 'force_tls'],
  ] as const) {
    const ended = await through(relay, { ...settings, security });
    expect(ended).toMatchObject({ end: 'away', taken: 0 });
    expect('error' in ended ? ended.error : '').toMatch(/certificate|altnames/i);
  }
});

test('force_tls with a relay that begins without TLS is an outage, not a hang', async () => {
  expect(await through(new Relay(), { ...trusted, security: 'force_tls' })).toMatchObject({ end: 'away', taken: 0 });
});

test('the login goes over TLS, and mail that is sent under it has arrived', async () => {
  const seen: string[] = [];
  const relay = new Relay({
    ...secret,
    disabledCommands: [],
    authOptional: false,
    onAuth({ username = '', password = '' }, { secure }, done) {
      seen.push(`${username} ${password} ${secure}`);
      done(null, { user: username });
    },
  });
  const login = { username: 'bot@sosekni.example', password: 'correct horse' };
  expect(await through(relay, { ...trusted, security: 'starttls', login })).toMatchObject({ end: 'sent', taken: 1 });
  expect(seen).toEqual(['bot@sosekni.example correct horse true']);
});
