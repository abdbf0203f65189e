#!/usr/bin/env node
import path from 'node:path';
import type * as Program from './cli/program';
import { systemClock } from './clock';
import type { DaemonPorts } from './daemon';
import { asFailure, exitCodes, type ExitCode } from './failure';
import { run } from './run';
import type { Surroundings } from './surroundings';

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
  const backupCommand = { program: process.execPath, args: [__filename, 'backup'], environment: around.env };
  const daemon = () => run(around, { step, backupCommand });
  process.exit(await ended(isRun(args) ? daemon() : commandLine(args, around, daemon)));
}

/** The daemon starts without the command line's code. */
const isRun = ([command, ...others]: readonly string[]): boolean =>
  command === undefined || (command === 'run' && others.length === 0);

function commandLine(args: readonly string[], around: Surroundings, daemon: () => Promise<void>): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
  const { runCommandLine } = require('./cli/program') as typeof Program;
  return runCommandLine(args, around, daemon);
}

function surroundings(clock: Surroundings['clock'], home: string): Surroundings {
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    // Who asks twice wants it at once.
    if (stopping.signal.aborted) process.exit(exitCodes.failed);
    stopping.abort(signal);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
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
    pid: process.pid,
    setTimeZone: (name) => {
      process.env['TZ'] = name;
    },
  };
}

/** The exit code, when all that was written has gone out. */
async function ended(command: Promise<void>): Promise<ExitCode> {
  try {
    await command;
    await written(process.stdout);
    return exitCodes.ok;
  } catch (error) {
    const failure = asFailure(error);
    if (failure === null) throw error;
    if (failure.message !== '') process.stderr.write(`${failure.message}\n`);
    await Promise.all([written(process.stdout), written(process.stderr)]);
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
