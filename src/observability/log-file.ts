import { closeSync, constants, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

const { O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY } = constants;

/** The state of the file: writing fails, or works again after this many lost lines. */
export type LogFileEvent =
  { readonly kind: 'failing'; readonly error: unknown } | { readonly kind: 'resumed'; readonly lost: number };

/**
 * A file that lines are added to, one write each. logrotate keeps it small: a file that somebody has moved away or removed is
 * begun anew with the next line, so nobody has to send a signal. What can't be written, because the disk is full or the folder
 * is gone, is dropped: `onEvent` is told once when that begins and once when it ends. Throws what the file system says where the
 * file can't be opened to begin with.
 *
 * Not winston's own transport, which holds up all others when its disk is full.
 */
export class LogFile extends Writable {
  /** Called after the write that met the problem. */
  onEvent: (event: LogFileEvent) => void = () => {};
  private descriptor: number;
  private lost = 0;

  constructor(private readonly file: string) {
    super({ decodeStrings: true });
    this.descriptor = openForAdding(file);
  }

  override _write(line: Buffer, _encoding: BufferEncoding, done: () => void): void {
    try {
      this.follow();
      this.add(line);
      if (this.lost > 0) this.tell({ kind: 'resumed', lost: this.lost });
      this.lost = 0;
    } catch (error) {
      this.lost += 1;
      if (this.lost === 1) this.tell({ kind: 'failing', error });
    }
    done();
  }

  override _final(done: () => void): void {
    closeSync(this.descriptor);
    done();
  }

  /** Writes all of it or nothing: half a line would spoil the next one. */
  private add(line: Buffer): void {
    const { size } = fstatSync(this.descriptor);
    let written = 0;
    try {
      while (written < line.length) written += writeSync(this.descriptor, line, written);
    } catch (error) {
      if (written > 0) ftruncateSync(this.descriptor, size);
      throw error;
    }
  }

  /** Makes sure that lines go to the file of this name, even if the open one was moved. */
  private follow(): void {
    const there = statSync(this.file, { throwIfNoEntry: false });
    const own = fstatSync(this.descriptor);
    if (there?.ino === own.ino && there.dev === own.dev) return;
    const before = this.descriptor;
    this.descriptor = openForAdding(this.file);
    closeSync(before);
  }

  /** Later, since the listener writes to the log, which is being written to now. */
  private tell(event: LogFileEvent): void {
    setImmediate(() => this.onEvent(event));
  }
}

/**
 * Readable only by its owner, since the log has people's Telegram IDs. If the file is a pipe that nobody reads, opening and
 * writing fail instead of blocking the process.
 */
const openForAdding = (file: string): number => openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600);
