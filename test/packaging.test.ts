import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asks, cardOf, newcomer } from './e2e/scenes';
import { addressOf, listening } from './e2e/watcher';
import { startWorld } from './e2e/world';

const root = path.join(__dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

const [, build = '', final = ''] = read('Dockerfile').split(/^(?=FROM )/m);
/** What a stage takes from the checkout. */
const fromCheckout = (stage: string): string[] =>
  matches(stage, /^COPY (?!--)(.+) \S+$/gm).flatMap((sources) => sources.split(' '));
/** What is in the folder of the program. */
const inImage = [...matches(final, /^COPY --from=build \/app\/(\S+)/gm), ...fromCheckout(final)];
const environment: Readonly<Record<string, string>> = Object.fromEntries(
  matches(final, /^(?:ENV| ) *([A-Z_]+=\S+)/gm).map((each) => [
    each.slice(0, each.indexOf('=')),
    each.slice(each.indexOf('=') + 1),
  ]),
);

describe('the Docker image', () => {
  test('is built from existing files, and .dockerignore lets exactly these through', () => {
    const sources = [build, final].flatMap(fromCheckout);
    for (const source of sources) expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
    const rules = read('.dockerignore').split('\n');
    const wanted = ['*', ...sources.map((source) => `!${source}`)];
    expect(rules.filter((line) => line !== '' && !line.startsWith('#')).sort()).toEqual(wanted.sort());
  });

  test('keeps the data on a volume of a user other than root', () => {
    expect(final).toMatch(/^USER node$/m);
    expect(final).toMatch(/^RUN install -d -o node .*\/data$/m);
    expect(final).toMatch(/^VOLUME \/data$/m);
    expect([environment['DATABASE_URL'], environment['BACKUP_DIR']]).toEqual([
      'file:/data/sosekni.db',
      '/data/backups',
    ]);
  });

  test('has everything the bot needs to run, to answer the health check and to stop', async () => {
    const image = mkdtempSync(path.join(tmpdir(), 'sosekni-image-'));
    try {
      const parts = inImage.flatMap((part) => (part === 'node_modules' ? productionPackages() : [part]));
      for (const part of parts) copy(part, image);
      writeFileSync(path.join(image, 'telegram_bot_token'), `${token}\n`);
      await worksIn(image);
    } finally {
      rmSync(image, { recursive: true });
    }
  });
});

const token = '7000000001:a-token-that-only-the-secret-holds';

/** Runs the program in this folder with the environment of the image, as far as it is not about places in it. */
async function worksIn(image: string): Promise<void> {
  const entry = path.join(image, 'dist', 'main.js');
  expect([entry, existsSync(entry)]).toEqual([entry, true]);
  const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
  const world = await startWorld({
    engine: 'sqlite',
    admins: [boris],
    double: { token },
    env: {
      ...listening,
      NODE_ENV: environment['NODE_ENV'] ?? '',
      CREDENTIALS_DIRECTORY: image,
      TELEGRAM_BOT_TOKEN: '',
    },
    daemon: { entry },
  });
  try {
    const [admin] = world.admins;
    const request = await asks(newcomer(world));
    admin?.press(await cardOf(admin, request), 'Approve');
    await world.settled();
    const { host } = new URL(await addressOf(world.daemon));
    expect(healthCheck(host)).toBe(0);
    await world.daemon.stop();
    expect(healthCheck(host)).toBe(1);
  } finally {
    await world.close();
  }
}

/** The exit code of the image's health check, asked of another address than that in the image. */
function healthCheck(host: string): number | null {
  // The boundary to JSON: the exec form of the Dockerfile is that.
  const [program = '', ...args] = JSON.parse(/^HEALTHCHECK [^[]*(\[.*\])$/m.exec(final)?.[1] ?? '[]') as string[];
  const own = environment['HTTP_LISTEN']?.replace('0.0.0.0', '127.0.0.1') ?? '';
  const asked = args.map((arg) => arg.replace(own, host));
  expect(asked).not.toEqual(args);
  return spawnSync(program, asked).status;
}

function copy(part: string, to: string): void {
  // The packages inside of packages have lines of their own in the lockfile.
  const nested = path.join(root, part, 'node_modules');
  cpSync(path.join(root, part), path.join(to, part), { recursive: true, filter: (source) => source !== nested });
}

/** The folders that npm prune --omit=dev leaves here. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: true }> };
  const wanted = Object.entries(packages).filter(([folder, { dev }]) => folder !== '' && dev !== true);
  // What is optional may not be here.
  return wanted.map(([folder]) => folder).filter((folder) => existsSync(path.join(root, folder)));
}

describe('compose.yaml', () => {
  const [bot = '', postgres = ''] = read('compose.yaml').split(/^ {2}(?=postgres:$)/m);

  test('gives the bot secrets under the names it looks for', () => {
    const known = matches(read('systemd/sosekni-bot.service'), /^#?LoadCredential=(\w+):/gm);
    const given = /^ {4}secrets: \[(.*)\]$/m.exec(bot)?.[1]?.split(', ') ?? [];
    expect(given).toContain('telegram_bot_token');
    expect(known).toEqual(expect.arrayContaining(given));
  });

  test('has a PostgreSQL no newer than the pg_dump of the image', () => {
    expect([build, final].map((stage) => /^FROM node:\d+-(\w+)/.exec(stage)?.[1])).toEqual(['bookworm', 'bookworm']);
    expect(postgres).toMatch(/^ {4}image: postgres:15-bookworm$/m);
  });
});

test('files that could not be tested when they were written say so in their first line', () => {
  for (const name of ['Dockerfile', 'compose.yaml', '.github/workflows/ci.yml'])
    expect([name, read(name).split('\n', 1)[0]]).toEqual([
      name,
      expect.stringMatching(/^# Not (built|run) where it was written/) as string,
    ]);
});

test('the changelog has the program’s version, or an unreleased section', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version}\\] - \\d{4}-|will be ${version}\\.$`, 'm'));
});
