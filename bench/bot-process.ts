import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a bot has used since its start. */
export interface Usage {
  readonly cpuSeconds: number;
  /** Bytes of resident memory, at the highest. */
  readonly peakMemory: number;
}

export type Settings = Readonly<Record<string, string>>;

/** A bot as a process of its own, with nothing but PATH and its settings in its environment. */
export class BotProcess {
  private readonly child: ChildProcess;

  constructor(program: string, env: Settings) {
    this.child = spawn(process.execPath, ['--require', join(__dirname, 'meter.js'), program], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Rejects when the bot ends by itself. */
  async crash(): Promise<never> {
    await once(this.child, 'exit');
    throw new Error(`${this.child.spawnargs.join(' ')} has ended`);
  }

  async usage(): Promise<Usage> {
    const answer = once(this.child, 'message');
    this.child.send('usage');
    const [usage] = (await answer) as [Usage];
    return usage;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
