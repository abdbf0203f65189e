import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { codeOf, messageOf, StoreError } from '../errors';
import type { Environment } from '../snapshot';

/** The programs of PostgreSQL that are used; they are part of its client package. */
export type ProgramName = 'pg_dump' | 'pg_restore';

/** Where a program connects, and as which user. */
export interface ProgramConnection {
  /**
   * As PostgreSQL's programs read it from their environment: arguments, with the password, would be visible to everyone on the
   * machine.
   */
  readonly environment: Environment;
  readonly serverVersion: number;
}

/** The connection of `session`, opened by `url`, for programs; `database` names another one on the same server. */
export async function connectionOf(
  session: Client,
  url: string,
  environment: Environment,
  database: string,
): Promise<ProgramConnection> {
  const { rows } = await session.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const asked = new URL(url).searchParams;
  const rootFile = rootFileFor(asked, environment);
  const given: readonly (readonly [string, string | null | undefined])[] = [
    ['PGHOST', session.host],
    ['PGPORT', String(session.port)],
    ['PGUSER', session.user],
    ['PGPASSWORD', session.password],
    ['PGDATABASE', database],
    ['PGSSLMODE', libpqMode(asked.get('sslmode'), rootFile)],
    ['PGSSLROOTCERT', rootFile],
    ['PGSSLCERT', asked.get('sslcert')],
    ['PGSSLKEY', asked.get('sslkey')],
    ['PGAPPNAME', 'sosekni-bot'],
    ['PGCONNECT_TIMEOUT', '10'],
    // Their messages are read by people and by `messageOf`, so they must not be translated.
    ['LC_MESSAGES', 'C'],
  ];
  const set = given.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return {
    environment: { ...needed(environment), ...Object.fromEntries(set) },
    serverVersion: Math.floor(Number(rows[0]?.version) / 10_000),
  };
}

/** The mode as libpq names it. libpq has no `no-verify`, and requires a certificate only if it has an authority to check it. */
function libpqMode(mode: string | null, rootFile: string | null): string | null {
  if (mode === 'no-verify' || (mode?.startsWith('verify-') === true && rootFile === null)) return 'require';
  return rootFile !== null && (mode === null || mode === 'require') ? 'verify-full' : mode;
}

/** libpq before 16 can't use the system's authorities, as Node does: it has to be given their file. */
function rootFileFor(asked: URLSearchParams, environment: Environment): string | null {
  const named = asked.get('sslrootcert');
  if (named !== null && named !== 'system') return named;
  if (asked.get('sslmode')?.startsWith('verify-') !== true) return null;
  const files = [environment['NODE_EXTRA_CA_CERTS'], ...systemAuthorities];
  return files.find((file) => file !== undefined && existsSync(file)) ?? null;
}

/** Of Debian and Alpine, then of Fedora. */
const systemAuthorities = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/**
 * The part of the environment that PostgreSQL's programs need: where they are, their files and their server. They get neither the
 * token nor other secrets.
 */
const needed = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) =>
      /^(PG|KRB5|LC_|SSL_CERT_)|^(PATH|HOME|USER|LANG|TZ|TMPDIR|LD_LIBRARY_PATH)$/.test(name),
    ),
  );

/**
 * Throws a `StoreError` if the program is missing, or older than the server: an older pg_dump refuses a newer server, and an
 * older pg_restore can't read a newer pg_dump's file.
 */
export async function requireProgram(
  name: ProgramName,
  { environment, serverVersion }: ProgramConnection,
): Promise<void> {
  const said = await runProgram(name, ['--version'], environment, AbortSignal.timeout(10_000));
  const version = Number(/\s(\d+)/.exec(said)?.[1]);
  if (version >= serverVersion) return;
  throw new StoreError(
    'program_missing',
    `${name} has version ${version}, which is older than the server's ${serverVersion}. Install PostgreSQL ${serverVersion}'s client (Debian: postgresql-client-${serverVersion}) and put its folder first in PATH.`,
  );
}

/** Runs a program until it ends and returns its output. Throws a `StoreError` with its error output if it fails. */
export function runProgram(
  name: ProgramName,
  args: readonly string[],
  environment: Environment,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { env: { ...environment }, stdio: ['ignore', 'pipe', 'pipe'], signal });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (error) => {
      if (signal.aborted) reject(error);
      else if (codeOf(error) === 'ENOENT') reject(missing(name));
      else reject(new StoreError('program_missing', `${name} can't be run: ${messageOf(error)}.`, { cause: error }));
    });
    child.on('close', (code) => {
      if (code === 0) return resolve(out);
      const lines = errors.trim().split('\n').slice(0, 5).join('\n');
      reject(new StoreError('program_failed', `${name} failed: ${lines || `it ended with ${code}`}`));
    });
  });
}

const missing = (name: ProgramName): StoreError =>
  new StoreError(
    'program_missing',
    `${name} is missing. Backups of PostgreSQL need its client programs in PATH (Debian: apt-get install postgresql-client).`,
  );
