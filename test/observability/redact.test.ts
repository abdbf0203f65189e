import { loadConfig } from '../../src/config/load';
import { publicValuesOf, secretsOf } from '../../src/config/secrets';
import { redactor, type Redact } from '../../src/observability/redact';

const token = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';

function redactorOf(env: Record<string, string>): Redact {
  const loaded = loadConfig({
    env: { TELEGRAM_BOT_TOKEN: token, ADMIN_TELEGRAM_ID: '11', ...env },
    dotenv: {},
    credentials: () => null,
    home: '/srv',
    isTty: false,
  });
  if (!loaded.ok) throw new Error('these settings are wrong');
  return redactor(secretsOf(loaded.config), publicValuesOf(loaded.config));
}

test('a token is removed anywhere, and so is any other bot’s', () => {
  const redact = redactorOf({});
  expect(redact(`https://api.telegram.org/bot${token}/getMe`)).toBe('https://api.telegram.org/bot[redacted]/getMe');
  expect(redact(`without its ID: ${token.slice(10)}`)).toBe('without its ID: [redacted]');
  expect(redact(encodeURIComponent(token))).toBe('[redacted]');
  expect(redact('bot987654321:AAAbbbCCCdddEEEfffGGGhhhIIIjjjKKKll/x')).toBe('bot[redacted]/x');
});

test('the password p is removed from URLs, connection strings and JSON, and every other p stays', () => {
  const redact = redactorOf({ DATABASE_URL: 'postgres://p:p@pg.example/app' });
  expect(redact('postgres://p:p@pg.example/app?x=p')).toBe('postgres://p:[redacted]@pg.example/app?x=p');
  expect(redact('postgres:///app?user=p&password=p&x=1')).toBe('postgres:///app?user=p&password=[redacted]&x=1');
  expect(redact("host=h user=p password='p' dbname=app")).toBe("host=h user=p password='[redacted]' dbname=app");
  expect(redact('{"password":"p","user":"p"}')).toBe('{"password":"[redacted]","user":"p"}');
  expect(redact('{\\"password\\":\\"p\\"}')).toBe('{\\"password\\":\\"[redacted]\\"}');
  expect(redact('password authentication failed for user "p"')).toBe('password authentication failed for user "p"');
  expect(redact('password: please type one')).toBe('password: please type one');
  expect(redact('PostgreSQL at pg.example:5432/app refuses the login: stop')).not.toContain('redacted');
});

test('a database named like its password is shown', () => {
  for (const name of ['sosekni', 'sosekni-bot', 'Bot_2026_database', '5432']) {
    const redact = redactorOf({ DATABASE_URL: `postgres://${name}:${name}@h:5432/${name}` });
    const said = `PostgreSQL at h:5432/${name} does not let ${name} in`;
    expect(redact(said)).toBe(said);
    expect(redact(`postgres://${name}:${name}@h:5432/${name}`)).toBe(`postgres://${name}:[redacted]@h:5432/${name}`);
  }
});

test('a password is removed both as in the URL and decoded', () => {
  const redact = redactorOf({ DATABASE_URL: 'postgres://u:p%40ss%20w0rd%2F1@h/d' });
  expect(redact('u:p%40ss%20w0rd%2F1@h')).toBe('u:[redacted]@h');
  expect(redact('the password is p@ss w0rd/1')).toBe('the password is [redacted]');
  expect(redact('?password=p%40ss+w0rd%2F1')).toBe('?password=[redacted]');
  const short = redactorOf({ DATABASE_URL: 'postgres://u:a%40b@h/d' });
  expect(short('postgres://u:a@b@h/d and postgres://u:a%40b@h/d')).toBe(
    'postgres://u:[redacted]@h/d and postgres://u:[redacted]@h/d',
  );
});

test('a long password is removed from any text, but not from inside a longer word', () => {
  const redact = redactorOf({ DATABASE_URL: 'postgres://u:Summer2026@h/d' });
  expect(redact('it is Summer2026.')).toBe('it is [redacted].');
  expect(redact('Summer20267 and MySummer2026')).toBe('Summer20267 and MySummer2026');
});

test('the keys of a bucket are removed, short ones only where keys are expected', () => {
  const bucket = { BACKUP_S3_URL: 'https://h/bots', BACKUP_S3_ACCESS_KEY: 'minio', BACKUP_S3_SECRET_KEY: 'k' };
  const redact = redactorOf(bucket);
  expect(redact('Credential=minio/20261130/us-east-1/s3')).toBe('Credential=[redacted]/20261130/us-east-1/s3');
  expect(redact('<AccessKeyId>minio</AccessKeyId>')).toBe('<AccessKeyId>[redacted]</AccessKeyId>');
  expect(redact('{"secretKey":"k"}')).toBe('{"secretKey":"[redacted]"}');
  expect(redact('the bucket of minio asks back')).toBe('the bucket of minio asks back');
});

test('the password of a proxy is removed, as written and as sent', () => {
  const redact = redactorOf({ TELEGRAM_PROXY: 'http://me:p@proxy.example:3128' });
  expect(redact('http://me:p@proxy.example:3128 gave up')).toBe('http://me:[redacted]@proxy.example:3128 gave up');
  expect(redact('proxy password: "p"')).toBe('proxy password: "[redacted]"');
});

test('a password in any URL is removed', () => {
  expect(redactor([])('connect socks5://me:secret@proxy:1080 failed')).toBe(
    'connect socks5://me:[redacted]@proxy:1080 failed',
  );
  expect(redactor([])('http://host:8080/@user and a@b:c@d')).toBe('http://host:8080/@user and a@b:c@d');
});
