import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { settingNames } from '../src/config/schema';
import { run, testWith } from './programs';

const folder = path.join(__dirname, '../systemd');
const unitFile = path.join(folder, 'sosekni-bot.service');
const backupUnit = path.join(folder, 'sosekni-bot-backup.service');

/** The values that the unit gives a key, in order. */
function unitValues(key: string, file = unitFile): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
}

describe('the systemd unit', () => {
  test('runs the built daemon, without npm or a shell in between', () => {
    expect(unitValues('ExecStart')).toEqual(['/usr/bin/env node dist/main.js']);
    expect(unitValues('WorkingDirectory')).toEqual(['/opt/sosekni-bot']);
  });

  test('restarts it for ever, except when a person has to correct the settings', () => {
    expect(unitValues('Restart')).toEqual(['always']);
    expect(unitValues('StartLimitIntervalSec')).toEqual(['0']);
    expect(unitValues('RestartPreventExitStatus')).toEqual(['78']);
  });

  test('gives it more time to stop than the 10 s it needs', () => {
    expect(Number(unitValues('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  test('passes the token as a credential and keeps the database in its state directory', () => {
    expect(unitValues('LoadCredential')).toEqual(['telegram_bot_token:/etc/sosekni-bot/telegram_bot_token']);
    expect(unitValues('StateDirectory')).toEqual(['sosekni-bot']);
    expect([unitValues('StateDirectoryMode'), unitValues('UMask')]).toEqual([['0700'], ['0077']]);
    expect(unitValues('Environment')).toContain('DATABASE_URL=file:%S/sosekni-bot/sosekni.db');
  });

  test('shows how to pass each of the other credentials in the README', () => {
    const named = [...readFileSync(path.join(folder, '../README.md'), 'utf8').matchAll(/credential `(\w+)`/g)];
    const known = unitValues('#LoadCredential');
    expect(known).toContain('telegram_proxy:/etc/sosekni-bot/telegram_proxy');
    for (const [, name = ''] of named.filter(([, each]) => each !== 'telegram_bot_token'))
      expect(known).toContain(`${name}:/etc/sosekni-bot/${name}`);
  });

  test('sets no option that makes Node crash', () => {
    expect(unitValues('MemoryDenyWriteExecute')).toEqual([]);
  });

  test('waits until the daemon reports that it is ready, and kills one that is silent for a minute', () => {
    expect([unitValues('Type'), unitValues('WatchdogSec')]).toEqual([['notify'], ['60']]);
  });
});

describe('the backup unit and timer', () => {
  const timer = readFileSync(path.join(folder, 'sosekni-bot-backup.timer'), 'utf8');

  test('run the command once a day, and make up for a missed day', () => {
    expect(unitValues('ExecStart', backupUnit)).toEqual(['/usr/bin/env node dist/main.js backup']);
    expect(unitValues('Type', backupUnit)).toEqual(['oneshot']);
    expect(timer).toMatch(/^OnCalendar=\*-\*-\* /m);
    expect(timer).toMatch(/^Persistent=yes$/m);
  });

  test('have the settings, the user, the folders and the hardening of the daemon', () => {
    const own = ['Type', 'ExecStart', 'Restart', 'RestartSec', 'RestartPreventExitStatus', 'WatchdogSec'];
    const others = [...own, 'WatchdogSignal', 'TimeoutStopSec', 'TimeoutStartSec', 'Nice', 'IOSchedulingClass'];
    const shared = (file: string) => {
      const service = readFileSync(file, 'utf8').split('[Service]')[1]?.split('[Install]')[0] ?? '';
      const lines = service.split('\n').filter((line) => /^[A-Z]\w*=/.test(line));
      return lines.filter((line) => !others.some((key) => line.startsWith(`${key}=`)));
    };
    expect(shared(backupUnit)).toEqual(shared(unitFile));
  });
});

test('the command for root uses the unit’s paths', () => {
  const wrapper = readFileSync(path.join(folder, 'sosekni-bot.sh'), 'utf8');
  const places = unitValues('Environment').filter((value) => value.includes('%S'));
  expect(places).not.toEqual([]);
  for (const place of places) expect(wrapper).toContain(`export ${place.replace('%S', '/var/lib')}\n`);
});

describe.each(['sosekni-bot', 'sosekni-bot-backup', 'sosekni-bot-litestream'])('%s.service', (name) => {
  let copies: string;
  let file: string;
  beforeAll(() => {
    copies = mkdtempSync(path.join(tmpdir(), 'sosekni-units-'));
    file = path.join(copies, `${name}.service`);
    // systemd looks for the program, and Litestream is not on every machine.
    const unit = readFileSync(path.join(folder, `${name}.service`), 'utf8');
    writeFileSync(file, unit.replaceAll('/usr/local/bin/litestream', '/bin/true'));
  });
  afterAll(() => rmSync(copies, { recursive: true }));

  testWith('systemd-analyze')('is one that systemd has no complaint about', () => {
    // An unknown key is a warning on stderr, with status 0.
    expect(run('systemd-analyze', ['verify', file])).toEqual({ code: 0, said: '' });
  });

  testWith('systemd-analyze')('is exposed by no more than 1.2 of 10', () => {
    const { code, said } = run('systemd-analyze', [
      ...['security', '--offline=true', '--threshold=12', '--no-pager'],
      file,
    ]);
    expect({ code, last: said.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/exposure level.* (0\.\d|1\.[012]) OK/) as string,
    });
  });
});

testWith('systemd-analyze')('the timer is one that systemd has no complaint about', () => {
  const timer = path.join(folder, 'sosekni-bot-backup.timer');
  expect(run('systemd-analyze', ['verify', timer])).toEqual({ code: 0, said: '' });
});

test('the example environment file has only existing settings, and no secret', () => {
  const example = readFileSync(path.join(folder, 'sosekni-bot.env.example'), 'utf8');
  const names = Object.keys(parseDotenv(example.replace(/^#(?=[A-Z\d_]+=)/gm, '')));
  expect(names).toContain('ADMIN_TELEGRAM_ID');
  expect(names).not.toContain('TELEGRAM_BOT_TOKEN');
  expect([...settingNames, 'TZ']).toEqual(expect.arrayContaining(names));
});
