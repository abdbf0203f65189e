import { createWriteStream, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes, Failure } from '../failure';

/** Writes `chunks` to stdout, no faster than they are read. A reader that closes early, as `head` does, is no failure. */
export async function writeToStdout(
  chunks: AsyncIterable<string>,
  stdout: NodeJS.WriteStream,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), stdout, { end: false, signal });
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return;
    throw failed('stdout', error);
  }
}

export interface OutputFile {
  readonly file: string;
  /** Whether to replace an existing file. */
  readonly replace: boolean;
  /** Runs the steps that open, rename or remove the file. */
  readonly written: <T>(work: () => T) => T;
}

/**
 * Writes `chunks` to a file that only its owner can read. It gets its name once it is complete. Throws a `Failure` if a file has
 * that name already, unless `replace` is set.
 */
export async function writeToFile(
  chunks: AsyncIterable<string>,
  { file, replace, written }: OutputFile,
  signal: AbortSignal,
): Promise<void> {
  if (!replace && written(() => existsSync(file))) {
    throw new Failure(exitCodes.usage, `${file} already exists. Choose another --output, or add --force.`);
  }
  const partial = `${file}.partial`;
  const removePartial = () => rmSync(partial, { force: true });
  try {
    const fd = written(() => {
      // Not opened as it is: it could be a link that somebody has planted there.
      removePartial();
      return openSync(partial, 'wx', 0o600);
    });
    await pipeline(Readable.from(chunks), createWriteStream(partial, { fd, flush: true }), { signal });
    written(() => renameSync(partial, file));
  } catch (error) {
    try {
      written(removePartial);
    } catch {
      // The first error is the one to report.
    }
    throw failed(file, error);
  }
}

/** Words errors of writing; errors of reading the rows are passed on unchanged. */
function failed(place: string, error: unknown): unknown {
  const code = codeOf(error);
  if (!/^E[A-Z]+$/.test(code)) return error;
  const advice = code === 'ENOSPC' ? 'Free some space there' : 'Check its folder and permissions';
  return new Failure(exitCodes.failed, `${place} can't be written (${code}). ${advice}, or choose another --output.`);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
