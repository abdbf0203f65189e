import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** All it gets besides PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** CommonJS modules loaded before it, each by `--require`. */
  readonly preloads?: readonly string[];
  /** The program; the built one if not given. */
  readonly entry?: string;
  /** Where it is started; outside the checkout if not given. */
  readonly cwd?: string;
  /** Who runs it; only root may name somebody else. */
  readonly uid?: number;
}

/** The built program. */
export const program = join(__dirname, '..', '..', 'dist', 'main.js');

/** The built program, whose home is the folder it is started in. */
export const entryWithOwnHome = join(__dirname, '..', 'e2e', 'entries', 'own-home.cjs');

/** Runs the built program, or `entry`, with these arguments. */
export function command(
  args: readonly string[],
  { env = {}, preloads = [], entry = program, cwd = tmpdir(), uid }: CommandOptions = {},
): Promise<Ended> {
  if (!existsSync(entry)) throw new Error(`${entry} does not exist: build first (npm run build)`);
  const required = preloads.flatMap((module) => ['--require', module]);
  const child = spawn(process.execPath, [...required, entry, ...args], {
    cwd,
    ...(uid !== undefined && { uid, gid: uid }),
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // `close`, not `exit`: by then all it wrote has been read.
    child.on('close', (code) => resolve({ code, ...written }));
  });
}
