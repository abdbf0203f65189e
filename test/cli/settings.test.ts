import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, entryWithOwnHome, type Ended } from './command';

const EX_CONFIG = 78;
const right = {
  TELEGRAM_BOT_TOKEN: `7000000001:${'t'.repeat(30)}`,
  ADMIN_TELEGRAM_ID: '11',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
};

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sosekni-settings-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const dotenv = (lines: string) => writeFileSync(join(home, '.env'), lines);
const start = (args: readonly string[], env: Readonly<Record<string, string>> = right): Promise<Ended> =>
  command(args, { entry: entryWithOwnHome, cwd: home, env });

test.each([[[]], [['check']]])(
  'everything that is wrong is listed at once, including languages, texts and the time zone: %j',
  async (args) => {
    writeFileSync(join(home, 'en.ftl'), 'welcom = Hello\nwelcome = Hello { $you }\n');
    const log = args.length === 0 ? 'LOG_FILE=none/bot.log\n' : '';
    dotenv(`TZ=Berlin\nDEFAULT_LANGUAGE=sw\nTEXTS_DIR=.\nREQUEST_TTL=1w\n.\n${log}`);
    writeFileSync(join(home, 'notes.txt'), '');
    const { code, stdout, stderr } = await start(args, { ADMIN_TELEGRAM_ID: '@alice' });
    expect({ code, stdout }).toEqual({ code: EX_CONFIG, stdout: '' });
    expect(stderr).toMatch(/^ {2}TELEGRAM_BOT_TOKEN is not set$/m);
    expect(stderr).toMatch(/^ {2}ADMIN_TELEGRAM_ID must be numeric/m);
    expect(stderr).toMatch(/^ {2}REQUEST_TTL must be/m);
    expect(stderr).toMatch(
      /^ {2}TZ must be a time zone.*\n {4}found: {4}"Berlin" in \.env\n {4}example: {2}TZ=Europe\/Berlin$/m,
    );
    expect(stderr).toMatch(
      /^ {2}DEFAULT_LANGUAGE must be a language that has texts: [a-z, -]*en, [a-z, -]*pt-BR, ru[a-z, -]*, or one.*\n {4}found: {4}"sw" in \.env\n {4}example: {2}DEFAULT_LANGUAGE=ru$/m,
    );
    expect(stderr).toMatch(
      /^ {2}TEXTS_DIR has 3 mistakes in it:\n.*en\.ftl:1: welcom: there is no such sentence\n.*en\.ftl:2: welcome: [^]*example: {2}TEXTS_DIR=/m,
    );
    expect(stderr.includes("LOG_FILE can't be written: ENOENT")).toBe(args.length === 0);
    expect(stderr).toMatch(
      args.length === 0
        ? /^Not started: 7 settings are/
        : /^6 settings are missing or wrong; nothing else was checked\.\n/,
    );
  },
);

test('a command that has a wrong setting says so, and not that the bot was not started', async () => {
  for (const args of [['migrate'], ['export'], ['backup'], ['restore']]) {
    const { code, stderr } = await start(args, { ...right, REQUEST_TTL: '1w' });
    expect({ args, code, first: stderr.split('\n')[0] }).toEqual({
      args,
      code: EX_CONFIG,
      first: 'A setting is missing or wrong.',
    });
  }
});

test('check lists the settings in force and where each comes from, and only says that secrets are set', async () => {
  dotenv('REQUEST_TTL=2d\nCOMMUNITY_NAME=Chess\nBACKUP_S3_SECRET_KEY=p\nTELEGRAM_PROXY=off\n');
  writeFileSync(join(home, 'database_url'), 'postgres://bot:hunter2@127.0.0.1:1/none\n');
  const { stdout, stderr } = await start(['check'], { ...right, COMMUNITY_NAME: 'Go', CREDENTIALS_DIRECTORY: home });
  const line = (name: string) => new RegExp(`^ {2}${name} +(.*?) {2,}(.*)$`, 'm').exec(stdout)?.slice(1);
  expect(line('REQUEST_TTL')).toEqual(['2d', '.env']);
  expect(line('APPEAL_AFTER')).toEqual(['7d', 'default']);
  expect(line('TELEGRAM_PROXY')).toEqual(['off', '.env']);
  expect(line('HTTP_LISTEN')).toEqual(['off', 'default']);
  expect(line('APPEAL_WINDOW')).toEqual(['unset', 'default']);
  expect(line('COMMUNITY_NAME')).toEqual(['Go', 'the environment']);
  expect(line('TELEGRAM_BOT_TOKEN')).toEqual(['set', 'the environment']);
  expect(line('DATABASE_URL')).toEqual(['set', 'the credential database_url']);
  expect(line('BACKUP_S3_SECRET_KEY')).toEqual(['set', '.env']);
  expect(stdout + stderr).not.toMatch(/hunter2|tttt/);
});

test('check warns of settings that are probably mistakes, and succeeds', async () => {
  dotenv('REQUSET_TTL=1h\nREQUEST_TTL=1h\n');
  const { stdout } = await start(['check']);
  expect(stdout).toMatch(/^ok {5}settings: /m);
  expect(stdout).toMatch(/^look {3}settings: REQUSET_TTL in \.env .*REQUEST_TTL/m);
  expect(stdout).toMatch(/^look {3}settings: REMIND_BEFORE \(1d\) .*nobody is reminded/m);
});
