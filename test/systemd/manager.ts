import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience, withDeadline } from '../../src/telegram-double/deadline';

/** What unix-dgram gives for receiving; it has no types of its own. */
interface ReceivingSocket {
  bind(path: string): void;
  close(): void;
}
type UnixDgram = { createSocket(type: 'unix_dgram', onMessage: (message: Buffer) => void): ReceivingSocket };

/** A service manager's end of NOTIFY_SOCKET. */
export class TestManager {
  /** Everything it was told, a NAME=value each. */
  readonly told: string[] = [];
  readonly socketPath: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'sosekni-notify-'));
  private readonly listeners = new Set<() => void>();
  private readonly socket: ReceivingSocket;

  constructor() {
    this.socketPath = join(this.folder, 'notify');
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no types to import
    this.socket = (require('unix-dgram') as UnixDgram).createSocket('unix_dgram', (message) => {
      this.told.push(...message.toString().split('\n'));
      for (const listener of this.listeners) listener();
    });
    this.socket.bind(this.socketPath);
  }

  /** The first that matches, after the first `after` it was told. */
  async hears(matches: RegExp, after = 0): Promise<string> {
    let listener = () => {};
    const heard = new Promise<string>((resolve) => {
      listener = () => {
        const found = this.told.slice(after).find((state) => matches.test(state));
        if (found !== undefined) resolve(found);
      };
      this.listeners.add(listener);
      listener();
    });
    return withDeadline(heard, patience, () => `never told ${matches}, only ${JSON.stringify(this.told)}`).finally(() =>
      this.listeners.delete(listener),
    );
  }

  close(): void {
    this.socket.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Null, with a line that names it, where the optional package could not be compiled; in CI that is an error. */
export function testManager(): TestManager | null {
  try {
    return new TestManager();
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    process.stderr.write(
      `unix-dgram can't be used here, what the service manager is told was not tested: ${String(error)}\n`,
    );
    return null;
  }
}
