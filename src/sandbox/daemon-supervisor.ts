import { join } from 'node:path';
import type { DoubleClock } from '../telegram-double/clock';
import { Daemon, type LogLine } from './daemon-process';
import type { DaemonState, DaemonView, LogLineView } from './protocol';

export interface SupervisorOptions {
  /** All settings of the daemon, at each start; it gets no others. */
  readonly settings: () => Readonly<Record<string, string>>;
  /** Its working folder. */
  readonly folder: string;
  readonly clock: DoubleClock;
  /** Called after each change of state and each line of the log. */
  readonly changed: () => void;
}

/** Always the built one, even if this file runs from source. */
const entry = join(__dirname, '..', '..', 'dist', 'sandbox', 'daemon-entry.js');
const linesKept = 100;

/** Starts the daemon, and stops or kills it, always on the same database. */
export class DaemonSupervisor {
  private running: Daemon | null = null;
  private state: DaemonState = 'stopped';
  private starts = 0;
  private lines: LogLineView[] = [];
  private lineCount = 0;
  /** Where the desk of the daemon that runs listens, as HOST:PORT; null: nowhere. */
  private desk: string | null = null;

  constructor(private readonly options: SupervisorOptions) {}

  get isRunning(): boolean {
    return this.running !== null;
  }

  get deskAddress(): string | null {
    return this.desk;
  }

  /** Its state and the last lines of its log. */
  view(): DaemonView {
    return { state: this.state, pid: this.running?.pid ?? null, starts: this.starts, log: this.lines };
  }

  /** Starts it on the sandbox's clock. Throws if it is running. */
  start(): void {
    if (this.running !== null) throw new Error('the daemon is already running');
    const { settings, folder, clock } = this.options;
    const daemon = new Daemon({
      entry,
      args: [String(clock.ahead)],
      env: settings(),
      cwd: folder,
      channel: true,
      onLine: (line) => this.read(line),
    });
    this.running = daemon;
    this.starts += 1;
    this.become('starting');
    void daemon.exited.then(({ code, signal, stderr }) => {
      this.running = null;
      this.desk = null;
      if (stderr !== '') this.keep('error', stderr.trim());
      // Before the daemon has loaded, it doesn't handle SIGTERM yet.
      const wasAsked = this.state === 'stopping' && (code === 0 || signal === 'SIGTERM');
      this.become(signal === 'SIGKILL' ? 'killed' : wasAsked ? 'stopped' : 'failed');
    });
  }

  /** Stops it cleanly (SIGTERM): it finishes what it is doing. */
  async stop(): Promise<void> {
    this.become('stopping');
    await this.running?.stop();
  }

  /** Kills it, as a power cut would (SIGKILL). */
  async kill(): Promise<void> {
    await this.running?.kill();
  }

  /** Tells it how far ahead the clock is now. */
  followClock(): void {
    this.running?.send(this.options.clock.ahead);
  }

  private read(line: LogLine): void {
    if (line['event.action'] === 'started' && this.state === 'starting') this.state = 'running';
    if (line['event.action'] === 'web_listening') this.desk = String(line['labels.address']);
    const labels = Object.entries(line)
      .filter(([name]) => !hidden.has(name))
      .map(([name, value]) => labelOf(name, value));
    this.keep(levelOf(line), [String(line['message']), ...labels].join(' '));
  }

  private keep(level: LogLineView['level'], text: string): void {
    this.lineCount += 1;
    const line = { number: this.lineCount, level, at: this.options.clock.now(), text };
    this.lines = [...this.lines, line].slice(-linesKept);
    this.options.changed();
  }

  private become(state: DaemonState): void {
    this.state = state;
    this.options.changed();
  }
}

const nanosecondsInMillisecond = 1_000_000;

/** A log field as people read it. */
function labelOf(name: string, value: unknown): string {
  if (name === 'event.duration') return `took=${Math.round(Number(value) / nanosecondsInMillisecond)}ms`;
  return `${name.replace(/^labels\./, '')}=${String(value)}`;
}

/** Fields that are the same in every line, or are shown in another way. */
const hidden = new Set([
  '@timestamp',
  'log.level',
  'message',
  'ecs.version',
  'service.name',
  'event.dataset',
  'event.action',
  'error.stack_trace',
]);

const levels = ['error', 'warn', 'info', 'debug'] as const;
const levelOf = (line: LogLine): LogLineView['level'] => levels.find((level) => level === line['log.level']) ?? 'info';
