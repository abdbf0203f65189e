import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Environment } from '../store/snapshot';

/** How a backup in a child process has ended. */
export type BackupEnd =
  | { readonly end: 'made'; readonly said: string }
  /** Another process is making one. */
  | { readonly end: 'held' }
  | { readonly end: 'failed'; readonly said: string }
  /** Ended by the signal. */
  | { readonly end: 'stopped' };

/** This program's own `backup` command. */
export interface BackupCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** This process's environment; the command gets only what it needs. */
  readonly environment: Environment;
}

/** The line that `backup --by-daemon` prints if another process is making one: its exit code, 75, has other reasons too. */
export const heldLine = 'held by another process';

/**
 * Runs this program's `backup` command with these options. It runs beside the daemon with a lower priority, so that it doesn't
 * slow down answers.
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
      else if (out.trim() === heldLine) resolve({ end: 'held' });
      else resolve({ end: 'failed', said: errors.trim() || `the backup command ended with ${code ?? killedBy}` });
    });
  });
}

/**
 * Backups need neither Telegram nor webhooks nor the service manager. The settings require their secrets all the same (WEBHOOK_URL
 * may be in `.env`), so made-up ones are passed.
 */
function needed(environment: Environment): NodeJS.ProcessEnv {
  const others = Object.entries(environment).filter(
    ([name]) => !/^(NOTIFY_SOCKET|WATCHDOG_\w+|TELEGRAM_PROXY|WEBHOOK_URL)$/.test(name),
  );
  return {
    ...Object.fromEntries(others),
    TELEGRAM_BOT_TOKEN: '0:no-backup-needs-a-token',
    WEBHOOK_SECRET: `whsec_${'no+backup+needs/'.repeat(2)}`,
  };
}

function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // The process has already ended, or its priority may not be changed: then it runs like any other.
  }
}
