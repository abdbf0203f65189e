import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command';

const EX_USAGE = 64;
const EX_CONFIG = 78;
/** As many columns as a line of the help has at most. */
const widest = 125;

/** The commands that the program's help lists, but `help` itself. */
async function commands(): Promise<readonly string[]> {
  const { stdout } = await command(['--help']);
  const list = /\nCommands:\n([^]*?)\n\n/.exec(stdout)?.[1] ?? '';
  return [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name ?? '').filter((name) => name !== 'help');
}

test('the help names the commands, where settings come from and the exit codes', async () => {
  expect(await commands()).toEqual(expect.arrayContaining(['run', 'check', 'migrate', 'export', 'version']));
  const { code, stdout, stderr } = await command(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('.env.example');
  expect(stdout).toMatch(/78 .*setting/);
});

test('every command has help with examples, which needs no settings', async () => {
  const names = await commands();
  const helps = await Promise.all(names.map(async (name) => ({ name, ...(await command([name, '--help'])) })));
  for (const { name, code, stdout, stderr } of helps) {
    expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Examples:\\n.*node dist/main\\.js ${name}\\b`));
    expect({ name, tooLong: stdout.split('\n').filter((line) => line.length > widest) }).toEqual({ name, tooLong: [] });
  }
});

test.each([
  [['chekc'], "error: unknown command 'chekc' (Did you mean check?). See: node dist/main.js --help"],
  [['version', '--jsno'], "error: unknown option '--jsno'. See: node dist/main.js version --help"],
  [['run', 'fast'], /^error: too many arguments for 'run'.*\. See: node dist\/main\.js run --help$/],
  [
    ['export', '--status', 'approvd'],
    /^error: option '--status.*Statuses are .*withdrawn.*\. See: node dist\/main\.js export --help$/,
  ],
  [['forget', '@anna'], /It must be a number, as \/id says it, not a @name\. See: node dist\/main\.js forget --help$/],
  [
    ['verify', '--expect', 'a'.repeat(64), '--expect', '0'.repeat(64)],
    "error: option '--expect <digest>' was given twice. See: node dist/main.js verify --help",
  ],
  [['export', '-o', 'a.csv', '--output=b.csv'], /^error: option '-o, --output <file>' was given twice\./],
  [['export', '--output', ''], /^error: option '-o, --output <file>' argument '' is invalid\. It must name a file\./],
  [['export', '--force'], '--force is for --output; without that, nothing is replaced.'],
  [['export', 'history', '--person', '5'], '--person takes no table: leave out history.'],
  [['help', 'nope'], "error: unknown command 'nope'. See: node dist/main.js --help"],
  [['--nonsense'], "error: unknown option '--nonsense'. See: node dist/main.js --help"],
] as const)(
  'a wrong command line gets one line that says what is wrong and where to find help: %j',
  async (args, said) => {
    const { code, stdout, stderr } = await command(args);
    expect({ code, stdout }).toEqual({ code: EX_USAGE, stdout: '' });
    expect(stderr.split('\n')).toEqual([typeof said === 'string' ? said : expect.stringMatching(said), '']);
  },
);

test('a wrong command line of the sandbox ends as one of the bot does', async () => {
  const { code, stderr } = await command(['--bogus'], { entry: join(__dirname, '../../dist/sandbox/main.js') });
  expect({ code, stderr }).toEqual({ code: EX_USAGE, stderr: "error: unknown option '--bogus'\n" });
});

test('version prints the version of the bot, Node and the platform', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  const { code, stdout } = await command(['version']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `sosekni-bot ${version}\nNode ${process.version} on ${process.platform} ${process.arch}\n`,
  });
  expect(await command(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

test.each([[[]], [['run']]])('the daemon starts without loading the command line’s code: %j', async (args) => {
  const preloads = [join(__dirname, 'preloads', 'says-what-it-loaded.cjs')];
  const { code, stderr } = await command(args, { preloads });
  expect(code).toBe(EX_CONFIG);
  expect(stderr).toContain('TELEGRAM_BOT_TOKEN is not set');
  expect(stderr).toMatch(/loaded for the command line: 0\n$/);
});
