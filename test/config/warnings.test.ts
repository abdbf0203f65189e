import { loadConfig } from '../../src/config/load';
import type { Sources } from '../../src/config/sources';
import { warningsAbout } from '../../src/config/warnings';

const token = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
const required = { TELEGRAM_BOT_TOKEN: token, ADMIN_TELEGRAM_ID: '11' };

function warnings(env: Record<string, string>, dotenv: Record<string, string> = {}): readonly string[] {
  const sources: Sources = {
    env: { ...required, ...env },
    dotenv,
    credentials: () => null,
    home: '/srv',
    isTty: false,
  };
  const loaded = loadConfig(sources);
  if (!loaded.ok) throw new Error('these settings are wrong');
  return warningsAbout(loaded.config, sources).map(({ setting, says }) => `${setting} ${says}`);
}

test('the defaults, and every right setting that the docs show, lead to no warning', () => {
  expect(warnings({})).toEqual([]);
  const keys = { BACKUP_S3_ACCESS_KEY: 'a', BACKUP_S3_SECRET_KEY: 'b', BACKUP_S3_REGION: 'eu' };
  const nightly = { BACKUP_SCHEDULE: '17 3 * * *', BACKUP_S3_URL: 'https://h/bots', BACKUP_MAX_AGE: '2d', ...keys };
  expect(warnings({ ...nightly, REMIND_BEFORE: 'off', UNDO_WINDOW: '0', SWEEP_SCHEDULE: '*/5 * * * *' })).toEqual([]);
  expect(warnings({ WEB_LISTEN: '127.0.0.1:8080', PUBLIC_URL: 'https://desk.example' })).toEqual([]);
  expect(warnings({ WEB_LISTEN: '[::1]:8080', PUBLIC_URL: 'http://localhost:8080' })).toEqual([]);
  expect(warnings({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081', SEND_RATE: 'off', APPEAL_LIMIT: '2' })).toEqual([]);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'STARTTLS at the port for TLS',
    { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'bot@example.com', SMTP_PORT: '465' },
    /^SMTP_SECURITY is starttls and SMTP_PORT is 465.*force_tls/,
  ],
  [
    'TLS at the port for STARTTLS',
    { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'bot@example.com', SMTP_SECURITY: 'force_tls' },
    /^SMTP_SECURITY is force_tls and SMTP_PORT is 587.*starttls/,
  ],
  [
    'mail that anyone can read',
    { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'bot@example.com', SMTP_SECURITY: 'off' },
    /^SMTP_SECURITY is off: anyone between here and smtp\.example\.com can read/,
  ],
  ['a sender without a relay', { SMTP_FROM: 'bot@example.com' }, /^SMTP_FROM is set and SMTP_HOST is not/],
  [
    'a reminder that comes before its request',
    { REQUEST_TTL: '12h', REMIND_BEFORE: '1d' },
    /^REMIND_BEFORE \(1d\) .*REQUEST_TTL \(12h\): nobody is reminded/,
  ],
  [
    'the default reminder, where requests are shorter',
    { REQUEST_TTL: '12h' },
    /^REMIND_BEFORE \(1d\) .*nobody is reminded/,
  ],
  [
    'keys of a bucket that is not named',
    { BACKUP_S3_SECRET_KEY: 'hunter2' },
    /^BACKUP_S3_SECRET_KEY .*BACKUP_S3_URL is not/,
  ],
  [
    'the address of a desk that there is not',
    { PUBLIC_URL: 'https://desk.example' },
    /^PUBLIC_URL is set and WEB_LISTEN is not/,
  ],
  [
    'a desk on this machine at another port than its address has',
    { WEB_LISTEN: '127.0.0.1:18081', PUBLIC_URL: 'http://127.0.0.1:18090' },
    /^PUBLIC_URL leads to port 18090 .*WEB_LISTEN is port 18081/,
  ],
  [
    'a desk that other machines reach without TLS',
    { WEB_LISTEN: '0.0.0.0:8080', PUBLIC_URL: 'https://desk.example' },
    /^WEB_LISTEN \(0\.0\.0\.0:8080\) is open to other machines, without TLS/,
  ],
  ['a token for an API that there is not', { API_TOKEN: 'a'.repeat(32) }, /^API_TOKEN is set and WEB_LISTEN is not/],
  [
    'a secret of webhooks that go nowhere',
    { WEBHOOK_SECRET: `whsec_${'A'.repeat(32)}` },
    /^WEBHOOK_SECRET is set and WEBHOOK_URL is not/,
  ],
  [
    'webhooks that anybody in between can read',
    { WEBHOOK_URL: 'http://crm.example/hooks', WEBHOOK_SECRET: `whsec_${'A'.repeat(32)}` },
    /^WEBHOOK_URL sends who has access to crm\.example unencrypted/,
  ],
  [
    'SMS that anybody can have sent anywhere',
    { SMS_URL: 'https://sms.example/?to={to}&text={text}', SMS_DAILY: '10' },
    /^SMS_PREFIXES is not set/,
  ],
  [
    'SMS without a limit',
    { SMS_URL: 'https://sms.example/?to={to}&text={text}', SMS_PREFIXES: '+49' },
    /^SMS_DAILY is not set/,
  ],
  [
    'SMS that anybody in between can read',
    { SMS_URL: 'http://sms.example/?to={to}&text={text}', SMS_PREFIXES: '+49', SMS_DAILY: '10' },
    /^SMS_URL sends numbers, codes and your login to sms\.example unencrypted/,
  ],
  ['SMS that have no gateway', { SMS_PREFIXES: '+49' }, /^SMS_PREFIXES is set and SMS_URL is not/],
  ['a yearly look at what is due', { SWEEP_SCHEDULE: '0 0 1 1 *' }, /^SWEEP_SCHEDULE leaves up to 36\d days/],
  ['a look at what is due that comes once', { SWEEP_SCHEDULE: '0 0 12 29 2 *' }, /^SWEEP_SCHEDULE /],
  [
    'looks that are further apart than requests are long',
    { SWEEP_SCHEDULE: '0 * * * *', REQUEST_TTL: '10m', REMIND_BEFORE: 'off' },
    /^SWEEP_SCHEDULE .*60 minutes/,
  ],
  ['no appeals', { APPEAL_LIMIT: '0' }, /^APPEAL_LIMIT is 0: a rejection is for good/],
  [
    'an undo that outlasts the wait for an appeal',
    { UNDO_WINDOW: '12h', APPEAL_AFTER: '6h' },
    /^UNDO_WINDOW \(12h\) .*APPEAL_AFTER \(6h\)/,
  ],
  ['an undo of days', { UNDO_WINDOW: '3d' }, /^UNDO_WINDOW \(3d\) is longer than a day/],
  [
    'backups that are always too old',
    { BACKUP_SCHEDULE: '0 3 * * 1', BACKUP_MAX_AGE: '2d' },
    /^BACKUP_MAX_AGE \(2d\) .*7 days/,
  ],
  [
    'backups that go before the next',
    { BACKUP_SCHEDULE: '0 3 * * 1', BACKUP_KEEP: '1d' },
    /^BACKUP_KEEP \(1d\) .*7 days/,
  ],
  [
    'the bot as its own admin',
    { ADMIN_TELEGRAM_ID: '11,123456789' },
    /^ADMIN_TELEGRAM_ID names 123456789, which is the bot/,
  ],
  [
    'a token that leaves the machine unencrypted',
    { TELEGRAM_API_ROOT: 'http://bots.example' },
    /^TELEGRAM_API_ROOT sends the token to bots\.example unencrypted/,
  ],
  ['more messages than Telegram takes', { SEND_RATE: 'off' }, /^SEND_RATE /],
  ['a name with a slip in it', { REQUSET_TTL: '1h' }, /^REQUSET_TTL in the environment .*REQUEST_TTL/],
])('%s', (_, env, said) => {
  expect(warnings(env)).toEqual([expect.stringMatching(said)]);
});

test('a name in .env with a slip in it, and one that Node reads before .env is read', () => {
  const said = warnings(
    { HTTPS_PROXY: 'http://p:1', NODE_OPTIONS: '' },
    {
      LOG_LEVLE: 'debug',
      NODE_EXTRA_CA_CERTS: '/x.pem',
      HTTPS_PROXY: 'http://p:1',
      PGSSLMODE: 'require',
      NODE_ENV: '',
    },
  );
  expect(said).toEqual([
    expect.stringMatching(/^LOG_LEVLE in \.env .*LOG_LEVEL/),
    expect.stringMatching(/^NODE_EXTRA_CA_CERTS in \.env changes nothing\. Node reads it from the environment/),
    expect.stringMatching(/^HTTPS_PROXY in \.env changes nothing/),
    expect.stringMatching(/^PGSSLMODE in \.env changes nothing\..*DATABASE_URL/),
  ]);
});

test('no warning shows a secret', () => {
  const all = warnings({
    BACKUP_S3_SECRET_KEY: 'hunter2hunter2',
    DATABSE_URL: 'postgres://u:hunter2hunter2@h/d',
  }).join();
  expect(all).toContain('DATABSE_URL');
  expect(all).not.toContain('hunter2');
});
