import { closeSync, constants, fstatSync, ftruncateSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

const { O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY } = constants;

/** A file has at most so many bytes, and so many are kept, the newest included. */
export interface LogFileLimits {
  readonly size: number;
  readonly files: number;
}

/** What became of writing to the file: it fails, or goes on after so many lines were lost. */
export type LogFileNews =
  { readonly kind: 'failing'; readonly error: unknown } | { readonly kind: 'going_on'; readonly lost: number };

export const logFileLimits: LogFileLimits = { size: 10 * 1024 * 1024, files: 10 };

/**
 * A file that lines are added to, one write each. A full one becomes FILE.1, that one FILE.2, and the last goes. One that
 * somebody has removed or moved away is begun anew. What can't be written, because the disk is full or the folder is gone, is
 * dropped: `news` is told once when that begins and once when it ends. Throws what the file system says where the file
 * can't be opened to begin with.
 *
 * Not winston's own transport, which holds up all others when its disk is full.
 */
export class LogFile extends Writable {
  /** Is told of trouble. Called after the write that met it. */
  news: (news: LogFileNews) => void = () => {};
  private descriptor: number;
  private size: number;
  private lost = 0;

  constructor(
    private readonly file: string,
    private readonly limits = logFileLimits,
  ) {
    super({ decodeStrings: true });
    this.descriptor = openForAdding(file);
    this.size = fstatSync(this.descriptor).size;
  }

  override _write(line: Buffer, _encoding: BufferEncoding, done: () => void): void {
    try {
      this.follow();
      if (this.size > 0 && this.size + line.length > this.limits.size) this.rotate();
      this.add(line);
      if (this.lost > 0) this.tell({ kind: 'going_on', lost: this.lost });
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

  /** All of it, or nothing: half a line would spoil the next one. */
  private add(line: Buffer): void {
    let written = 0;
    try {
      while (written < line.length) written += writeSync(this.descriptor, line, written);
      this.size += line.length;
    } catch (error) {
      if (written > 0) ftruncateSync(this.descriptor, this.size);
      throw error;
    }
  }

  /**
   * Somebody may have removed the file, moved it away or cut it short, and another process may write to it, too: the lines go
   * where they are looked for.
   */
  private follow(): void {
    const there = statSync(this.file, { throwIfNoEntry: false });
    const own = fstatSync(this.descriptor);
    if (there?.ino === own.ino && there.dev === own.dev) this.size = own.size;
    else this.reopen();
  }

  private rotate(): void {
    const name = (n: number): string => (n === 0 ? this.file : `${this.file}.${n}`);
    for (let n = this.limits.files - 2; n >= 0; n -= 1) {
      if (statSync(name(n), { throwIfNoEntry: false })) renameSync(name(n), name(n + 1));
    }
    this.reopen();
  }

  private reopen(): void {
    const before = this.descriptor;
    this.descriptor = openForAdding(this.file);
    this.size = fstatSync(this.descriptor).size;
    closeSync(before);
  }

  /** Later: whoever is told writes to the log, and that is being written to now. */
  private tell(news: LogFileNews): void {
    setImmediate(() => this.news(news));
  }
}

/**
 * What is logged is for its owner: it has people's Telegram IDs in it. Where the file is a pipe that nobody reads, opening it or
 * writing to it fails instead of holding up the whole process.
 */
const openForAdding = (file: string): number => openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0o600);
