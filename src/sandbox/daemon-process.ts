import { spawn, type ChildProcess, type Serializable } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { patience, withDeadline } from '../telegram-double/deadline';

export interface DaemonOptions {
  /** Its environment, besides PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Its working folder, separate so that it doesn't use the checkout's `.env` or data. */
  readonly cwd: string;
  /** The program to run; the built daemon by default. */
  readonly entry?: string;
  readonly args?: readonly string[];
  /** The limit on open files, sockets included; this process's own by default. */
  readonly openFiles?: number;
  /** CommonJS modules to load first, each by `--require`. */
  readonly preloads?: readonly string[];
  /** Resolves once the daemon is ready, as seen from outside. */
  readonly atWork?: Promise<unknown>;
  /** Opens a channel for `send`. Ctrl-C in this process then doesn't reach the daemon. */
  readonly channel?: boolean;
  /** Called for each line of its log. */
  readonly onLine?: (line: LogLine) => void;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** A line of the daemon's log. */
export type LogLine = Readonly<Record<string, unknown>>;

const builtDaemon = join(__dirname, '..', '..', 'dist', 'main.js');

/** The daemon in its own process. */
export class Daemon {
  /** Its log so far: the JSON lines on stdout. */
  readonly log: LogLine[] = [];
  /** Lines on stdout that aren't JSON. */
  readonly stray: string[] = [];
  readonly exited: Promise<Exit>;
  private readonly child: ChildProcess;
  private readonly atWork: Promise<unknown>;
  private readonly listeners = new Set<(line: LogLine) => void>();
  private errors = '';

  constructor(options: DaemonOptions) {
    const entry = options.entry ?? builtDaemon;
    if (!existsSync(entry)) throw new Error(`${entry} does not exist: build first (npm run build)`);
    const preloads = (options.preloads ?? []).flatMap((module) => ['--require', module]);
    const { channel = false, onLine } = options;
    if (onLine !== undefined) this.listeners.add(onLine);
    const command = [process.execPath, ...preloads, entry, ...(options.args ?? [])];
    const { openFiles } = options;
    const [program = '', ...args] =
      openFiles === undefined ? command : ['sh', '-c', `ulimit -n ${openFiles} && exec "$0" "$@"`, ...command];
    this.child = spawn(program, args, {
      cwd: options.cwd,
      env: { PATH: process.env['PATH'], ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])],
      detached: channel,
    });
    this.atWork = options.atWork ?? this.logged(() => true);
    // If nobody awaits it, a failure must not count as unhandled.
    this.atWork.catch(() => undefined);
    this.exited = new Promise((resolve) => {
      // `close`, not `exit`: by then all output has been read.
      this.child.on('close', (code, signal) => resolve({ code, signal, stderr: this.errors }));
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    if (this.child.stdout) createInterface(this.child.stdout).on('line', (line) => this.read(line));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Its stderr so far. */
  get stderr(): string {
    return this.errors;
  }

  /** Resolves once it is ready. If it ends before that, rejects with its output. */
  async ready(): Promise<this> {
    const ended = this.exited.then(({ code, signal }) => {
      throw new Error(`the daemon ended (${code ?? signal}) before it was ready:\n${this.lastWords()}`);
    });
    await withDeadline(
      Promise.race([this.atWork, ended]),
      patience,
      () => `the daemon is not ready:\n${this.lastWords()}`,
    );
    return this;
  }

  /** The first line of the log that `matches` accepts, past or future. */
  logged(matches: (line: LogLine) => boolean, within = patience): Promise<LogLine> {
    const there = this.log.find(matches);
    if (there !== undefined) return Promise.resolve(there);
    let listener = (_line: LogLine): void => undefined;
    const line = new Promise<LogLine>((resolve) => {
      listener = (written) => {
        if (matches(written)) resolve(written);
      };
      this.listeners.add(listener);
    });
    return withDeadline(line, within, () => `the daemon did not log the expected line:\n${this.lastWords()}`).finally(
      () => this.listeners.delete(listener),
    );
  }

  /** Sends a message on its channel. Dropped if the daemon has ended. */
  send(message: Serializable): void {
    // Without a callback, a channel that breaks meanwhile would be an uncaught error; `exited` reports it anyway.
    if (this.child.connected) this.child.send(message, () => undefined);
  }

  /** Stops it cleanly (SIGTERM). Resolves with how it ended. */
  async stop(): Promise<Exit> {
    this.child.kill('SIGTERM');
    return withDeadline(this.exited, patience, () => `the daemon did not stop:\n${this.lastWords()}`);
  }

  /** Kills it, as a power cut would (SIGKILL). */
  async kill(): Promise<Exit> {
    this.child.kill('SIGKILL');
    return this.exited;
  }

  /** Sends another signal, such as SIGSTOP. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  private read(text: string): void {
    const line = jsonLine(text);
    if (line === undefined) {
      this.stray.push(text);
      return;
    }
    this.log.push(line);
    for (const listener of this.listeners) listener(line);
  }

  private lastWords(): string {
    const lines = this.log.slice(-20).map((line) => JSON.stringify(line));
    return [...lines, ...this.stray.slice(-20), this.errors].join('\n');
  }
}

function jsonLine(text: string): LogLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
