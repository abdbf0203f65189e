#!/usr/bin/env node
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type * as Program from './cli/program';
import { systemClock } from './process/clock';
import type { DaemonPorts } from './daemon/daemon';
import { asFailure, exitCodes, type ExitCode } from './failure';
import type { Millis } from './lifecycle/ids';
import { reportBug } from './daemon/report-bug';
import type * as Daemon from './daemon/run';
import type { Privileges, ProcessContext } from './process/context';
import { rejection } from './process/rejection';

// The daemon starts without the command line's code, and commands without the daemon's.
const program = () => require('./cli/program') as typeof Program;
const loadDaemon = () => require('./daemon/run') as typeof Daemon;

/** What another entry point (a test's, the sandbox's) may replace. */
interface OwnPorts extends Partial<Pick<DaemonPorts, 'clock' | 'random' | 'step'>> {
  /** The folder of `.env`, where relative paths start; the project's own by default. */
  readonly home?: string;
  /** The command line; the process's own by default. */
  readonly args?: readonly string[];
}

/** Runs the program as the command line says, and ends the process. */
export async function main(ports: OwnPorts = {}): Promise<void> {
  const {
    clock = systemClock(),
    random = Math.random,
    step = () => {},
    home = path.dirname(__dirname),
    args = process.argv.slice(2),
  } = ports;
  const context = processContext(clock, home);
  const backupCommand = {
    program: process.execPath,
    args: [__filename, 'backup', '--by-daemon'],
    environment: context.env,
  };
  const daemon = () => loadDaemon().run(context, { random, step, backupCommand });
  // The daemon's output is a log, and a log that nobody reads must not keep the process alive. The output of a command is waited
  // for until the process is told to stop: its reader may be a person with a pager.
  process.exit(
    isRun(args)
      ? await ended(daemon(), context, Promise.resolve())
      : await ended(
          Promise.race([commandLine(args, context, daemon), rejection(context.crash)]),
          context,
          stopped(context),
        ),
  );
}

const stopped = ({ signal }: ProcessContext): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve());
  });

/** Whether the command line asks for the daemon, and nothing else. */
const isRun = ([command, ...others]: readonly string[]): boolean =>
  command === undefined || (command === 'run' && others.length === 0);

function commandLine(args: readonly string[], context: ProcessContext, daemon: () => Promise<void>): Promise<void> {
  return program().runCommandLine(args, context, daemon);
}

/** Each of these ends the process cleanly. SIGHUP is sent by a closing terminal; SIGQUIT would otherwise leave a core dump. */
const stopSignals = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP'] as const;
/** Ignored: SIGUSR1 would open Node's debugger to everybody on the machine, SIGUSR2 would kill the process. */
const ignoredSignals = ['SIGUSR1', 'SIGUSR2'] as const;

function processContext(clock: ProcessContext['clock'], home: string): ProcessContext {
  const stopping = new AbortController();
  const crashing = new AbortController();
  let asked = false;
  const stop = (signal: NodeJS.Signals) => {
    // A second signal means: end at once. SIGHUP doesn't count, since a closing terminal may send it twice, or before another.
    if (asked && signal !== 'SIGHUP') process.exit(exitCodes.failed);
    asked ||= signal !== 'SIGHUP';
    stopping.abort(signal);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  let ignored = (_signal: NodeJS.Signals): void => {};
  for (const signal of ignoredSignals) process.on(signal, () => ignored(signal));
  // Node would print the error as it is, with any secrets in it.
  process.on('uncaughtException', (error) => crashing.abort(error));
  // A reader that has gone (EPIPE) is no reason to crash; code that writes a lot to a stream gets the error as well.
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

/** Null if the process isn't root's, or if the system has no users (Windows). */
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

/** How long to wait for the readers of stdout and stderr once the process has to end. */
const readersPatience: Millis = 500;

/** Resolves with the exit code once all output is written, or shortly after `hurry` if nobody reads it. */
async function ended(command: Promise<void>, context: ProcessContext, hurry: Promise<void>): Promise<ExitCode> {
  const code = await codeOf(command, context);
  await Promise.race([
    Promise.all([written(process.stdout), written(process.stderr)]),
    hurry.then(() => wait(readersPatience)),
  ]);
  return code;
}

async function codeOf(command: Promise<void>, context: ProcessContext): Promise<ExitCode> {
  try {
    await command;
    return exitCodes.ok;
  } catch (error) {
    const failure = asFailure(error) ?? reportBug(error, context);
    if (failure.message !== '') process.stderr.write(`${failure.message}\n`);
    return failure.code;
  }
}

/** Also resolves if the reader of a pipe has gone. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || !stream.writable) return resolve();
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });

if (require.main === module) void main();
