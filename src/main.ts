#!/usr/bin/env node
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type * as Program from './cli/program';
import { systemClock } from './process/clock';
import type { DaemonPorts } from './daemon/daemon';
import { asFailure, exitCodes, type ExitCode } from './failure';
import type { Millis } from './lifecycle/ids';
import { reportBug } from './daemon/report-bug';
import { run } from './daemon/run';
import type { Privileges, ProcessContext } from './process/context';

/** What an entry of its own, such as a test's or the sandbox's, may bring instead of the real thing. */
interface OwnPorts extends Partial<Pick<DaemonPorts, 'clock' | 'step'>> {
  /** The folder whose `.env` is read and where relative paths start; the project's own if not given. */
  readonly home?: string;
  /** The command line; the process's own if not given. */
  readonly args?: readonly string[];
}

/** Runs the program as its command line says, and ends the process. */
export async function main(ports: OwnPorts = {}): Promise<void> {
  const {
    clock = systemClock(),
    step = () => {},
    home = path.dirname(__dirname),
    args = process.argv.slice(2),
  } = ports;
  const around = surroundings(clock, home);
  const backupCommand = {
    program: process.execPath,
    args: [__filename, 'backup', '--by-daemon'],
    environment: around.env,
  };
  const daemon = () => run(around, { step, backupCommand });
  // The daemon's output is a log: whoever does not read it must not keep the process. What a command was asked for is
  // waited for until the process is told to stop: its reader may be a person with a pager.
  process.exit(
    isRun(args)
      ? await ended(daemon(), around, Promise.resolve())
      : await ended(
          Promise.race([commandLine(args, around, daemon), rejection(around.crash)]),
          around,
          stopped(around),
        ),
  );
}

/** Rejects with the signal's reason as soon as it is aborted. */
const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

const stopped = ({ signal }: ProcessContext): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve());
  });

/** The daemon starts without the command line's code. */
const isRun = ([command, ...others]: readonly string[]): boolean =>
  command === undefined || (command === 'run' && others.length === 0);

function commandLine(args: readonly string[], around: ProcessContext, daemon: () => Promise<void>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
  const { runCommandLine } = require('./cli/program') as typeof Program;
  return runCommandLine(args, around, daemon);
}

/** Each of them ends the process well. SIGHUP is what a closed terminal sends, and SIGQUIT would leave a core dump. */
const stopSignals = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP'] as const;
/** SIGUSR1 would open Node's debugger to everybody on the machine, SIGUSR2 would end the process. */
const ignoredSignals = ['SIGUSR1', 'SIGUSR2'] as const;

function surroundings(clock: ProcessContext['clock'], home: string): ProcessContext {
  const stopping = new AbortController();
  const crashing = new AbortController();
  let asked = false;
  const stop = (signal: NodeJS.Signals) => {
    // Who asks twice wants it at once. A closed terminal may say so twice, and before somebody asks.
    if (asked && signal !== 'SIGHUP') process.exit(exitCodes.failed);
    asked ||= signal !== 'SIGHUP';
    stopping.abort(signal);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  let ignored = (_signal: NodeJS.Signals): void => {};
  for (const signal of ignoredSignals) process.on(signal, () => ignored(signal));
  // Node would print it as it is, with the secrets that may be in it.
  process.on('uncaughtException', (error) => crashing.abort(error));
  // A reader that has gone (EPIPE) is no reason to crash; whoever writes much to it gets the error as well.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    env: process.env,
    home,
    isTty: process.stdout.isTTY,
    clock,
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    signal: stopping.signal,
    crash: crashing.signal,
    onIgnoredSignal: (listener) => {
      ignored = listener;
    },
    pid: process.pid,
    privileges: rootsPrivileges(),
    setTimeZone: (name) => {
      process.env['TZ'] = name;
    },
  };
}

/** Null where the process is not root's, or the system knows no users. */
function rootsPrivileges(): Privileges | null {
  const { getuid, getgid, getgroups, setuid, setgid, seteuid, setegid, setgroups } = process;
  if (getuid?.() !== 0 || !getgid || !getgroups || !setuid || !setgid || !seteuid || !setegid || !setgroups)
    return null;
  return {
    drop({ uid, gid }) {
      setgroups([gid]);
      setgid(gid);
      setuid(uid);
    },
    layDown({ uid, gid }) {
      const [ownGroup, ownGroups] = [getgid(), getgroups()];
      setgroups([gid]);
      setegid(gid);
      seteuid(uid);
      return () => {
        seteuid(0);
        setegid(ownGroup);
        setgroups(ownGroups);
      };
    },
  };
}

/** So long whoever reads stdout and stderr is waited for where the process has to end. */
const readersPatience: Millis = 500;

/** The exit code, when all that was written has gone out, or a moment after `hurry` if nobody reads it. */
async function ended(command: Promise<void>, around: ProcessContext, hurry: Promise<void>): Promise<ExitCode> {
  const code = await codeOf(command, around);
  await Promise.race([
    Promise.all([written(process.stdout), written(process.stderr)]),
    hurry.then(() => wait(readersPatience)),
  ]);
  return code;
}

async function codeOf(command: Promise<void>, around: ProcessContext): Promise<ExitCode> {
  try {
    await command;
    return exitCodes.ok;
  } catch (error) {
    const failure = asFailure(error) ?? reportBug(error, around);
    if (failure.message !== '') process.stderr.write(`${failure.message}\n`);
    return failure.code;
  }
}

/** Also resolves where a pipe's reader has gone: what it did not want is not waited for. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) return resolve();
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });

if (require.main === module) void main();
