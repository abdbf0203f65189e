import { spawn } from 'node:child_process';
import path from 'node:path';

// VACUUM blocks the process that runs it, for some seconds with a large file, and can't be interrupted. In a process of its own it
// blocks nobody but those who want to write, and killing that process undoes it.
const script = `
  const [sqlite, file] = process.argv.slice(1);
  const connection = new (require(sqlite))(file, { fileMustExist: true, timeout: 1000 });
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  connection.exec('VACUUM');
  connection.close();
`;

/**
 * Writes a SQLite file anew, in a process of its own; nobody may write to it meanwhile. Returns what went wrong; null: it is done.
 * Throws the reason of `signal`.
 */
export async function rewriteInProcess(file: string, signal: AbortSignal): Promise<string | null> {
  signal.throwIfAborted();
  const args = ['--eval', script, require.resolve('better-sqlite3'), file];
  // What SQLite writes first goes to the disk that needs the room in the end, too.
  const env = { SQLITE_TMPDIR: path.dirname(file) };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const failure = await new Promise<string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, killedBy) => resolve(code === 0 ? null : reasonIn(said, code ?? killedBy)));
  });
  signal.removeEventListener('abort', kill);
  signal.throwIfAborted();
  return failure;
}

/** The line of Node's report that has the error. */
const reasonIn = (said: string, ended: number | string | null): string =>
  said.split('\n').find((line) => line.startsWith('SqliteError: ')) ?? `the process ended with ${ended}`;
