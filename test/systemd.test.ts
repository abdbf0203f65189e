import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { settingNames } from '../src/config';

const folder = path.join(__dirname, '../systemd');
const unitFile = path.join(folder, 'sosekni-bot.service');

/** The values that the unit gives a key, in order. */
function unitValues(key: string): string[] {
  const lines = readFileSync(unitFile, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
}

describe('the systemd unit', () => {
  test('runs the built daemon, with no npm and no shell in between', () => {
    expect(unitValues('ExecStart')).toEqual(['/usr/bin/env node dist/main.js']);
    expect(unitValues('WorkingDirectory')).toEqual(['/opt/sosekni-bot']);
  });

  test('restarts it for ever, but not when a person has to correct the settings', () => {
    expect(unitValues('Restart')).toEqual(['always']);
    expect(unitValues('StartLimitIntervalSec')).toEqual(['0']);
    expect(unitValues('RestartPreventExitStatus')).toEqual(['78']);
  });

  test('leaves it more time to stop than the 10 s it needs', () => {
    expect(Number(unitValues('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  test('gives it the token as a credential and keeps its database in its state directory', () => {
    expect(unitValues('LoadCredential')).toEqual(['telegram_bot_token:/etc/sosekni-bot/telegram_bot_token']);
    expect(unitValues('StateDirectory')).toEqual(['sosekni-bot']);
    expect([unitValues('StateDirectoryMode'), unitValues('UMask')]).toEqual([['0700'], ['0077']]);
    expect(unitValues('Environment')).toContain('DATABASE_URL=file:%S/sosekni-bot/sosekni.db');
  });

  test('does not set what Node crashes under', () => {
    expect(unitValues('MemoryDenyWriteExecute')).toEqual([]);
  });

  test('is one that systemd has no complaint about', () => {
    const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', unitFile], { encoding: 'utf8' });
    if (error && 'code' in error && error.code === 'ENOENT') {
      if (process.env['CI'] === 'true') throw new Error('systemd-analyze is missing: the unit was not verified.');
      process.stderr.write('systemd-analyze is not on this machine: the unit was not verified.\n');
      return;
    }
    // An unknown key is a warning on stderr, with status 0.
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

test('the example of the environment file names only settings that exist, and no secret', () => {
  const example = readFileSync(path.join(folder, 'sosekni-bot.env.example'), 'utf8');
  const names = Object.keys(parseDotenv(example.replace(/^#(?=[A-Z_]+=)/gm, '')));
  expect(names).toContain('ADMIN_TELEGRAM_ID');
  expect(names).not.toContain('TELEGRAM_BOT_TOKEN');
  expect([...settingNames, 'TZ']).toEqual(expect.arrayContaining(names));
});
