import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, testWith } from '../programs';

const checkout = join(__dirname, '..', '..');
const token = '123456789:a-token-that-is-never-used';

/** As npm writes them down. */
const locked = {
  '': { devDependencies: { builds: '1.0.0' } },
  'node_modules/runs': {},
  'node_modules/runs/node_modules/within': {},
  'node_modules/@scope/runs': {},
  'node_modules/builds': { dev: true },
  'node_modules/@scope/builds': { dev: true },
  'node_modules/for-another-system': { optional: true },
};
const packagesHere = Object.keys(locked).filter((name) => !['', 'node_modules/for-another-system'].includes(name));

let source: string;
let root: string;
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'sosekni-install-from-'));
  root = mkdtempSync(join(tmpdir(), 'sosekni-install-'));
  cpSync(join(checkout, 'systemd'), join(source, 'systemd'), { recursive: true });
  for (const folder of ['dist', 'drizzle']) mkdirSync(join(source, folder));
  writeFileSync(join(source, 'dist', 'main.js'), '// the first version\n', { mode: 0o600 });
  writeFileSync(join(source, 'package.json'), '{}');
  for (const folder of packagesHere) {
    mkdirSync(join(source, folder), { recursive: true });
    writeFileSync(join(source, folder, 'index.js'), '');
  }
  writeFileSync(join(source, 'package-lock.json'), JSON.stringify({ packages: locked }));
});
afterEach(() => {
  for (const folder of [source, root]) rmSync(folder, { recursive: true, force: true });
});

/** Runs the script with these lines for its questions. */
function install(args: readonly string[], answers: readonly string[] = [], path = process.env['PATH'] ?? '') {
  const { status, stdout, stderr } = spawnSync(
    '/bin/sh',
    [join(source, 'systemd/install.sh'), '--root', root, ...args],
    {
      input: answers.map((line) => `${line}\n`).join(''),
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    },
  );
  return { status, stdout, stderr };
}

const files = (): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const modeOf = (name: string) => (statSync(join(root, name)).mode & 0o777).toString(8);

// What PostgreSQL calls to archive its WAL is called there.
const installed: readonly string[] = [
  'etc/sosekni-bot/sosekni-bot.env',
  'etc/sosekni-bot/telegram_bot_token',
  'etc/systemd/system/sosekni-bot-backup.service',
  'etc/systemd/system/sosekni-bot-backup.timer',
  'etc/systemd/system/sosekni-bot.service',
  'opt/sosekni-bot/dist/main.js',
  ...['@scope/runs', 'runs', 'runs/node_modules/within'].map((name) => `opt/sosekni-bot/node_modules/${name}/index.js`),
  'opt/sosekni-bot/package-lock.json',
  'opt/sosekni-bot/package.json',
  ...readdirSync(join(checkout, 'systemd')).map((name) => `opt/sosekni-bot/systemd/${name}`),
  'usr/local/bin/sosekni-bot',
];

test('a dry run shows the steps and does nothing', () => {
  const { status, stdout, stderr } = install(['--dry-run']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const place of ['/opt/sosekni-bot', '/etc/sosekni-bot', '/etc/systemd/system', '/usr/local/bin/sosekni-bot'])
    expect(stdout).toContain(`${root}${place}`);
  expect(files()).toEqual([]);
});

test('nothing happens without consent', () => {
  expect(install([], ['n'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Nothing was done') as string,
  });
  expect(files()).toEqual([]);
});

test('the program, its units and its settings are installed, with secrets readable by root only', () => {
  const { status, stdout } = install([], ['y', '11, 12', token]);
  expect(status).toBe(0);
  expect(stdout).toContain('Nothing was started');
  expect(stdout).not.toContain(token);
  expect(files()).toEqual(installed);
  expect(read('etc/sosekni-bot/sosekni-bot.env')).toMatch(/^ADMIN_TELEGRAM_ID=11, 12$/m);
  expect(read('etc/sosekni-bot/telegram_bot_token')).toBe(`${token}\n`);
  const program = installed.filter((name) => name.startsWith('opt/'));
  expect(installed.filter((name) => !program.includes(name)).map(modeOf)).toEqual([
    ...['600', '600', '644', '644', '644', '755'],
  ]);
  for (const name of program) expect([name, modeOf(name)]).toEqual([name, name.endsWith('.sh') ? '755' : '644']);
  expect(modeOf('etc/sosekni-bot')).toBe('700');
});

test('a wrong answer is asked for again, and no answer installs nothing', () => {
  expect(install(['--yes'], ['@boris', '11', 'the token', token])).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/does not look right.*does not look right/s) as string,
  });
  rmSync(join(root, 'etc'), { recursive: true });
  rmSync(join(root, 'opt'), { recursive: true });
  expect(install(['--yes'], ['11'])).toMatchObject({ status: 64 });
  expect(existsSync(join(root, 'opt'))).toBe(false);
});

test('a second run installs the new version, asks nothing and keeps the settings', () => {
  install(['--yes'], ['11', token]);
  writeFileSync(join(root, 'etc/sosekni-bot/sosekni-bot.env'), 'ADMIN_TELEGRAM_ID=13\n', { mode: 0o644 });
  writeFileSync(join(root, 'opt/sosekni-bot/dist/gone.js'), '');
  writeFileSync(join(source, 'dist', 'main.js'), '// the second version\n');
  expect(install(['--yes'])).toMatchObject({ status: 0, stderr: '' });
  expect(files()).toEqual(installed);
  expect(read('opt/sosekni-bot/dist/main.js')).toBe('// the second version\n');
  expect(read('etc/sosekni-bot/sosekni-bot.env')).toBe('ADMIN_TELEGRAM_ID=13\n');
  expect(modeOf('etc/sosekni-bot/sosekni-bot.env')).toBe('600');
});

test('uninstalling keeps settings and data unless --purge is given, and can be repeated', () => {
  install(['--yes'], ['11', token]);
  mkdirSync(join(root, 'var/lib/sosekni-bot'), { recursive: true });
  writeFileSync(join(root, 'var/lib/sosekni-bot/sosekni.db'), '');
  const kept = [...installed.slice(0, 2), 'var/lib/sosekni-bot/sosekni.db'];
  for (let times = 0; times < 2; times += 1) {
    expect(install(['--uninstall', '--yes'])).toMatchObject({ status: 0, stderr: '' });
    expect(files()).toEqual(kept);
  }
  expect(install(['--uninstall', '--purge', '--dry-run'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('FOR GOOD') as string,
  });
  expect(files()).toEqual(kept);
  expect(install(['--uninstall', '--purge', '--yes'])).toMatchObject({ status: 0 });
  expect(files()).toEqual([]);
});

test('the logrotate rule is installed if there is a logrotate, kept if it was changed, and removed with the program', () => {
  const rule = 'etc/logrotate.d/sosekni-bot';
  expect(install(['--dry-run']).stdout).toContain(`no ${join(root, 'etc/logrotate.d')}`);
  mkdirSync(join(root, 'etc/logrotate.d'), { recursive: true });
  expect(install(['--dry-run']).stdout).toContain(join(root, rule));
  expect(files()).toEqual([]);
  expect(install(['--yes'], ['11', token])).toMatchObject({ status: 0 });
  expect(files()).toEqual([...installed, rule].sort());
  expect(read(rule)).toBe(readFileSync(join(checkout, 'systemd/sosekni-bot.logrotate'), 'utf8'));
  // logrotate takes no rule that others can write to.
  expect(modeOf(rule)).toBe('644');
  writeFileSync(join(root, rule), '# of my own\n');
  expect(install(['--yes'])).toMatchObject({ status: 0, stderr: '' });
  expect(read(rule)).toBe('# of my own\n');
  expect(install(['--uninstall', '--dry-run']).stdout).toContain(join(root, rule));
  expect(existsSync(join(root, rule))).toBe(true);
  expect(install(['--uninstall', '--yes'])).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(join(root, 'etc/logrotate.d'))).toEqual([]);
});

test('a folder that was not built, an unknown option and a missing root are refused', () => {
  expect(install(['--fast'])).toMatchObject({ status: 64, stderr: expect.stringMatching(/--fast[^]*Usage/) as string });
  expect(install(['--purge'])).toMatchObject({ status: 64 });
  expect(install(['--root', join(root, 'none')])).toMatchObject({ status: 64 });
  rmSync(join(source, 'dist'), { recursive: true });
  expect(install(['--yes'])).toMatchObject({ status: 1, stderr: expect.stringContaining('npm ci') as string });
  expect(files()).toEqual([]);
});

test('it copies the runtime packages, no development packages, and leaves the checkout alone', () => {
  expect(install(['--yes'], ['11', token]).status).toBe(0);
  expect(readdirSync(join(root, 'opt/sosekni-bot/node_modules')).sort()).toEqual(['@scope', 'runs']);
  for (const folder of packagesHere) expect([folder, existsSync(join(source, folder))]).toEqual([folder, true]);
});

test('a missing runtime package is named before anything is done', () => {
  rmSync(join(source, 'node_modules/@scope/runs'), { recursive: true });
  expect(install(['--yes'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/node_modules\/@scope\/runs is missing\. Run npm ci/) as string,
  });
  expect(files()).toEqual([]);
});

test('a missing or too old Node is reported before anything is done', () => {
  const programs = join(source, 'programs');
  mkdirSync(programs);
  for (const name of ['dirname', 'env', 'id', 'sh']) symlinkSync(whereIs(name), join(programs, name));
  expect(install(['--yes'], [], programs)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/needs Node \d+\.\d+\.\d+ or newer.*there is none/) as string,
  });
  // Says its version, and then judges it as the script has asked.
  const old = `#!/bin/sh\ncase $1 in --version) echo v20.1.0 ;; *) shift 1; exec ${process.execPath} -e "Object.defineProperty(process, 'versions', { value: { node: '20.1.0' } });$1" "$2" ;; esac\n`;
  writeFileSync(join(programs, 'node'), old, { mode: 0o755 });
  expect(install(['--yes'], [], programs)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/there is only v20\.1\.0/) as string,
  });
  expect(files()).toEqual([]);
});

function whereIs(program: string): string {
  return spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
}

test('the command for root runs no second daemon beside systemd’s', () => {
  for (const args of [[], ['run']]) {
    const { status, stderr } = spawnSync('sh', [join(source, 'systemd/sosekni-bot.sh'), ...args], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 64,
      stderr: expect.stringContaining('systemctl start sosekni-bot') as string,
    });
  }
});

testWith('shellcheck')('shellcheck has no complaint about the scripts', () => {
  const shipped = readdirSync(join(checkout, 'systemd')).filter((name) => name.endsWith('.sh'));
  const scripts = [...shipped.map((name) => join(checkout, 'systemd', name)), join(checkout, '.ci/run')];
  expect(run('shellcheck', scripts)).toEqual({ code: 0, said: '' });
});
