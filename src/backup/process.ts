import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Environment } from '../store/snapshot';

/** How a backup that a process of its own made has ended. */
export type BackupEnd =
  | { readonly end: 'made'; readonly said: string }
  /** Another one was being made. */
  | { readonly end: 'held' }
  | { readonly end: 'failed'; readonly said: string }
  /** The signal ended it. */
  | { readonly end: 'stopped' };

/** This program's own command `backup`. */
export interface BackupCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** This process's; the command gets what it needs of it. */
  readonly environment: Environment;
}

/** The exit code of the command `backup` where another process makes one: EX_TEMPFAIL. */
const heldCode = 75;

/**
 * Makes a backup by this program's own command, with these options. It runs beside the daemon and after it in line for the processor, so that nobody who writes to the bot waits for it.
 */
export function backUpInProcess(
  { program, args, environment }: BackupCommand,
  options: readonly string[],
  signal: AbortSignal,
) {
  return new Promise<BackupEnd>((resolve) => {
    if (signal.aborted) return resolve({ end: 'stopped' });
    const child = spawn(program, [...args, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: needed(environment),
    });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    giveWay(child.pid);
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (error) => resolve({ end: 'failed', said: error.message }));
    child.on('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      if (code === 0) resolve({ end: 'made', said: out.trim() });
      else if (signal.aborted) resolve({ end: 'stopped' });
      else if (code === heldCode) resolve({ end: 'held' });
      else resolve({ end: 'failed', said: errors.trim() || `it ended with ${code ?? killedBy}` });
    });
  });
}

/** No backup speaks to Telegram or to the service manager. The settings want a token all the same: they get one of nobody's. */
function needed(environment: Environment): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(
    ([name]) => !/^(NOTIFY_SOCKET|WATCHDOG_\w+|TELEGRAM_PROXY)$/.test(name),
  );
  return { ...Object.fromEntries(others), TELEGRAM_BOT_TOKEN: '0:no-backup-needs-a-token' };
}

function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or the system lets nobody do so: then it runs as others do.
  }
}
