import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's package of each program that a test needs and a machine may lack. */
const packages = {
  bearerbox: 'kannel',
  caddy: 'caddy',
  chromium: 'chromium',
  debootstrap: 'debootstrap',
  initdb: 'postgresql',
  logrotate: 'logrotate',
  nginx: 'nginx-light',
  openssl: 'openssl',
  pg_archivecleanup: 'postgresql',
  pg_basebackup: 'postgresql',
  pg_ctl: 'postgresql',
  pg_dump: 'postgresql',
  pg_restore: 'postgresql',
  pg_verifybackup: 'postgresql',
  postfix: 'postfix',
  postgrey: 'postgrey',
  prometheus: 'prometheus',
  promtool: 'prometheus',
  psql: 'postgresql',
  python3: 'python3',
  shellcheck: 'shellcheck',
  smsbox: 'kannel',
  'systemd-analyze': 'systemd',
  'systemd-nspawn': 'systemd-container',
} as const;
export type Program = keyof typeof packages;

/**
 * `test` where the programs are on this machine. Where one is not, the test is skipped, with a line that names it; in CI,
 * which has to install it, that is an error.
 */
export function testWith(...programs: readonly Program[]): jest.It {
  return allThere(programs) ? test : test.skip;
}

/** `describe`, as `testWith` is `test`. */
export function describeWith(...programs: readonly Program[]): jest.Describe {
  return allThere(programs) ? describe : describe.skip;
}

/** Where a program is: on the PATH, or where Debian keeps PostgreSQL's server, the newest first. */
export function pathTo(program: Program): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...serverFolders()];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** Runs a program to its end; gives its exit code, and all that it wrote. */
export function run(
  program: Program,
  args: readonly string[],
  input = '',
): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input });
  return { code: status, said: stdout + stderr };
}

function allThere(programs: readonly Program[]): boolean {
  const missing = programs.filter((program) => pathTo(program) === undefined);
  if (missing.length === 0) return true;
  const wanted = [...new Set(missing.map((program) => packages[program]))].join(' ');
  const said = `${missing.join(', ')} not on this machine: apt-get install ${wanted}`;
  if (process.env['CI'] === 'true') throw new Error(said);
  process.stderr.write(`${said}. The tests that need it are skipped.\n`);
  return false;
}

function serverFolders(): readonly string[] {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin'));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
