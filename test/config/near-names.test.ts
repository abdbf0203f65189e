import { settingNames } from '../../src/config/schema';
import { nearNames } from '../../src/config/near-names';

const meant = (...written: readonly string[]) => nearNames(written, settingNames).map((near) => near.meant);

test.each([
  ['REQUSET_TTL', 'REQUEST_TTL'],
  ['REQUEST_TTLS', 'REQUEST_TTL'],
  ['REQUEST-TTL', 'REQUEST_TTL'],
  ['request_ttl', 'REQUEST_TTL'],
  ['TELEGRAM_ADMIN_ID', 'ADMIN_TELEGRAM_ID'],
  ['ADMIN_TELEGRAM_IDS', 'ADMIN_TELEGRAM_ID'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['LOG_LEVLE', 'LOG_LEVEL'],
  ['SOSEKNI_LOG_LEVEL', 'LOG_LEVEL'],
  ['SOSEKNI_BOT_TZ', 'TZ'],
  ['BACKUP_SHEDULE', 'BACKUP_SCHEDULE'],
])('%s is close to %s', (written, right) => {
  expect(meant(written)).toEqual([right]);
});

test('a correct name is not close to another', () => {
  expect(meant(...settingNames)).toEqual([]);
});

test('names that other programs read are not close to ours', () => {
  expect(
    meant(
      ...[
        'PATH',
        'HOME',
        'USER',
        'LOGNAME',
        'SHELL',
        'LANG',
        'LC_ALL',
        'TERM',
        'PWD',
        'OLDPWD',
        'SHLVL',
        'EDITOR',
        'TMPDIR',
      ],
      ...[
        'TS',
        'ZZ',
        'TZDIR',
        'HOSTNAME',
        'NODE_ENV',
        'NODE_OPTIONS',
        'DEBUG',
        'CI',
        'PORT',
        'HOST',
        'LISTEN_FDS',
        'NO_COLOR',
      ],
      ...['HTTP_PROXY', 'HTTPS_PROXY', 'HTTP_HOST', 'LOG_DIR', 'LOG_SIZE', 'LOG_TIME', 'LOG_PATH', 'LOG_COLOR'],
      ...[
        'TELEGRAM_CHAT_ID',
        'TELEGRAM_TOKEN',
        'BOT_TOKEN',
        'CHAT_ID',
        'API_TOKEN',
        'SMTP_HOST',
        'DATABASE_HOST',
        'DATABASE_NAME',
      ],
      ...[
        'POSTGRES_PASSWORD',
        'PGUSER',
        'AWS_REGION',
        'AWS_SECRET_ACCESS_KEY',
        'S3_URL',
        'REDIS_URL',
        'CREDENTIALS_DIRECTORY',
      ],
      ...[
        'INVOCATION_ID',
        'JOURNAL_STREAM',
        'STATE_DIRECTORY',
        'LOGS_DIRECTORY',
        'NOTIFY_SOCKET',
        'WATCHDOG_USEC',
        'TEST_DIR',
      ],
    ),
  ).toEqual([]);
});
