import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '../lifecycle/ids';
import { StoreError } from '../store/errors';
import { giveToOwnerOfFolder, makeFolder } from '../store/owner';
import { hold } from '../store/sqlite/lock';
import { BackupError } from './errors';
import type { BackupStorage } from './storage';

/** The prefix of unfinished files. None of our other files begins with it. */
const unfinished = '.unfinished-';

interface WriteOptions {
  readonly through?: readonly NodeJS.ReadWriteStream[];
  readonly signal?: AbortSignal;
  readonly check?: (path: string) => Promise<void>;
}

interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** The folder of backups on this machine. Its files are readable only by their owner. */
export class Folder implements BackupStorage {
  constructor(readonly name: string) {}

  /** Creates the folder if it doesn't exist. An existing folder keeps its permissions: it may be somebody's disk. */
  create(): void {
    try {
      makeFolder(this.name, 0o700);
    } catch (error) {
      throw this.unusable(error);
    }
  }

  /**
   * Makes this process the only one that makes backups here, until the returned function is called. Removes what a killed process
   * has left. Throws `held`.
   */
  async hold(now: Instant): Promise<() => void> {
    try {
      const explain = (holder: string) =>
        `${this.name} is in use by ${holder}, which is making or restoring a backup. Wait until it's done.`;
      const lock = hold(this.pathOf('.backup'), now, explain);
      giveToOwnerOfFolder(this.pathOf('.backup.lock'));
      await this.removeUnfinished();
      return () => lock.release();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'held') throw new BackupError('held', error.message);
      throw this.unusable(error);
    }
  }

  private async removeUnfinished(): Promise<void> {
    for (const name of await this.names()) {
      if (name.startsWith(unfinished)) await rm(path.join(this.name, name), { force: true });
    }
  }

  async names(): Promise<readonly string[]> {
    return this.using(() => (existsSync(this.name) ? readdir(this.name) : []));
  }

  readText(name: string): Promise<string> {
    return this.using(() => readFile(this.pathOf(name), 'utf8'));
  }

  read(name: string): Promise<Readable> {
    return this.using(() => createReadStream(this.pathOf(name)));
  }

  remove(name: string): Promise<void> {
    return this.using(() => rm(this.pathOf(name), { force: true }));
  }

  /** The path of a backup's file. */
  pathOf(name: string): string {
    return path.join(this.name, name);
  }

  /** The path of a file while it is written. */
  unfinishedPathOf(name: string): string {
    return path.join(this.name, `${unfinished}${name}`);
  }

  /**
   * Writes a file completely or not at all: under a temporary name, flushed to the disk, and then renamed, unless `check`, which
   * gets the temporary path, throws. Returns its size and SHA-256.
   */
  async write(
    name: string,
    content: Readable,
    { through = [], signal, check = () => Promise.resolve() }: WriteOptions = {},
  ): Promise<Measured> {
    const temporary = this.unfinishedPathOf(name);
    try {
      await pipeline([content, ...through, createWriteStream(temporary, { mode: 0o600 })], { signal });
      await flush(temporary);
      const written = await measure(createReadStream(temporary));
      await check(temporary);
      await rename(temporary, this.pathOf(name));
      giveToOwnerOfFolder(this.pathOf(name));
      // Makes the new name survive a power cut.
      await flush(this.name);
      return written;
    } catch (error) {
      await rm(temporary, { force: true });
      throw signal?.aborted ? error : this.unusable(error);
    }
  }

  private async using<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.unusable(error);
    }
  }

  /** Adds advice to an error of the disk or of permissions; returns any other error unchanged. */
  unusable(error: unknown): unknown {
    if (!(error instanceof Error) || !('code' in error)) return error;
    if (!/^(E[A-Z]+|SQLITE_\w+)$/.test(String(error.code))) return error;
    return new BackupError(
      mayPass.test(String(error.code)) ? 'away' : 'place',
      `The backup folder ${this.name} can't be used (${error.message}). Check that BACKUP_DIR is a folder this user can write to, and that the disk is not full.`,
      { cause: error },
    );
  }
}

/** A full disk or quota, too many open files, a broken disk. */
const mayPass = /^(SQLITE_(FULL|IOERR|NOMEM)\w*|ENOSPC|EDQUOT|EMFILE|ENFILE|EIO|ENOMEM|EAGAIN|ETIMEDOUT)$/;

async function flush(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The size and SHA-256 of a stream. */
export async function measure(content: AsyncIterable<unknown>): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('expected a stream of bytes');
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
