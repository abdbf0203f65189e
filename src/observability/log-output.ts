import { Writable } from 'node:stream';

/** The state of the output: nobody reads it and lines are dropped, or it works again after this many lost lines. */
export type LogOutputEvent = { readonly kind: 'blocked' } | { readonly kind: 'resumed'; readonly lost: number };

/** The most bytes to keep in memory for a slow reader. */
export const longestQueue = 4 * 1024 * 1024;

/**
 * The way to a stream whose reader may be slow or hang, as that of a full pipe does: beyond `longestQueue`, lines are dropped
 * instead of filling the memory, and `onEvent` is told once when that begins and once when it ends.
 */
export class LogOutput extends Writable {
  /** Called after the line that met the problem. */
  onEvent: (event: LogOutputEvent) => void = () => {};
  private lost = 0;

  constructor(private readonly out: Writable) {
    super();
  }

  override _write(line: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (this.out.writableLength > longestQueue) {
      this.lost += 1;
      if (this.lost === 1) this.tell({ kind: 'blocked' });
    } else {
      this.out.write(line);
      if (this.lost > 0) this.tell({ kind: 'resumed', lost: this.lost });
      this.lost = 0;
    }
    done();
  }

  /** Later, since the listener writes to the log, which is being written to now. */
  private tell(event: LogOutputEvent): void {
    setImmediate(() => this.onEvent(event));
  }
}
