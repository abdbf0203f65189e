import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hangUp, Relay, ScriptedRelay, type Answer, type Asked } from '../channels/email/relays';
import { command, type Ended } from './command';

const EX_USAGE = 64;
const EX_CONFIG = 78;
const password = 'correct-horse-battery';

/** `check` with these settings, where Telegram is away; what it says of the mail. */
async function check(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended & { mail: string }> {
  const ended = await command(['check', ...args], {
    env: {
      TELEGRAM_BOT_TOKEN: '7000000000:a-token-that-is-never-used',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
      ADMIN_TELEGRAM_ID: '11',
      DATABASE_URL: 'file:/nonexistent/sosekni.db',
      ...env,
    },
  });
  return { ...ended, mail: ended.stdout.split('\n').find((line) => line.slice(7).startsWith('mail: ')) ?? '' };
}

const settings = (port: number) => ({
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  SMTP_SECURITY: 'off',
  SMTP_FROM: 'Sosekni <bot@sosekni.example>',
});
const login = { SMTP_USERNAME: 'bot', SMTP_PASSWORD: password };

test('check says that the relay answers, sends nothing, and shows no password', async () => {
  const relay = new Relay({ onAuth: (_, __, done) => done(null, { user: 'bot' }), allowInsecureAuth: true });
  const port = await relay.open();
  const { mail, stdout } = await check({ ...settings(port), ...login });
  expect(mail).toMatch(/^ok .*takes the login of bot; no mail was sent/);
  expect(relay.taken).toEqual([]);
  expect(stdout).not.toContain(password);
  expect(stdout).toMatch(/SMTP_PASSWORD +set/);
  await relay.close();
});

test('check without SMTP_HOST says nothing of mail', async () => {
  expect((await check({})).mail).toBe('');
});

test('check --mail sends one, and says how far it came', async () => {
  const relay = new Relay();
  const port = await relay.open();
  const { mail } = await check(settings(port), '--mail', 'you@mail.example');
  expect(mail).toMatch(/^ok .*connect, greeting, EHLO, MAIL FROM, RCPT TO, DATA, message\) and said: 250 /);
  expect(relay.taken.map(({ to, mail: taken }) => [to, taken.subject])).toEqual([
    [['you@mail.example'], 'A test from Sosekni'],
  ]);
  await relay.close();
});

test.each<[string, Partial<Record<Asked, Answer>>, RegExp]>([
  ['a wrong password', { AUTH: '535 5.7.8 no' }, /failed at AUTH: .*535 5\.7\.8.*SMTP_USERNAME and SMTP_PASSWORD/],
  ['a sender that is refused', { MAIL: '553 5.7.1 not yours' }, /failed at MAIL FROM: 553.*correct SMTP_FROM/],
  ['a recipient that is refused', { RCPT: '554 5.7.1 relay denied' }, /failed at RCPT TO: 554.*SMTP_USERNAME/],
  ['a greeting that never comes', { connect: hangUp }, /failed at greeting: .*SMTP_PORT and SMTP_SECURITY/],
  ['a message that is refused', { text: '554 5.7.1 spam' }, /failed at message: 554.*refuses the message itself/],
  ['greylisting', { RCPT: '450 4.2.0 greylisted' }, /failed at RCPT TO: 450.*for now only.*try again/],
  ['a login that can’t be looked up now', { AUTH: '454 4.7.0 later' }, /failed at AUTH: 454.*for now only/],
  ['a relay that is busy', { connect: '421 4.3.2 busy' }, /failed at greeting: 421.*for now only/],
  ['one that hangs up after the text', { text: hangUp }, /failed at message: .*hung up or fell silent/],
  ['one that hangs up at a recipient', { RCPT: hangUp }, /failed at RCPT TO: .*hung up or fell silent/],
])('check --mail names what is wrong: %s', async (_, script, says) => {
  const relay = new ScriptedRelay(script);
  const port = await relay.open();
  const { mail, stdout } = await check({ ...settings(port), ...login }, '--mail', 'you@mail.example');
  expect(mail).toMatch(/^wrong /);
  expect(mail).toMatch(says);
  expect(stdout).not.toContain(password);
  await relay.close();
});

test('check names a relay that is not there by its settings', async () => {
  const { mail } = await check(settings(1));
  expect(mail).toMatch(/^wrong .*failed at connect: .*ECONNREFUSED.*SMTP_HOST and SMTP_PORT/);
  const unknown = await check({ ...settings(25), SMTP_HOST: 'relay.invalid' });
  expect(unknown.mail).toMatch(/^wrong .*Correct SMTP_HOST/);
});

test('check --mail takes an address only, and needs SMTP_HOST', async () => {
  expect(await check(settings(1), '--mail', 'nobody')).toMatchObject({ code: EX_USAGE });
  const without = await check({}, '--mail', 'you@mail.example');
  expect(without).toMatchObject({ code: EX_CONFIG });
  expect(without.stderr).toContain('SMTP_HOST is not set');
});

test('the daemon and check refuse a file of SMTP_CA_FILE that is not there or holds no certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-ca-'));
  writeFileSync(join(folder, 'empty.pem'), 'nothing');
  for (const file of ['missing.pem', 'empty.pem']) {
    const ended = await check({ ...settings(1), SMTP_CA_FILE: join(folder, file) });
    expect(ended).toMatchObject({ code: EX_CONFIG });
    expect(ended.stderr).toMatch(/SMTP_CA_FILE can't be used: /);
  }
  rmSync(folder, { recursive: true });
});
