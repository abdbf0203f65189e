import { createWriteStream, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes, Failure } from '../../failure';

/**
 * Writes `chunks` to stdout, no faster than whoever reads them, until they or the reader end. A reader that has had
 * enough, as `head` has, is no failure.
 */
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
  /** Whether one that is there by that name goes. */
  readonly replace: boolean;
  /** Does what opens, names or removes it. */
  readonly written: <T>(work: () => T) => T;
}

/**
 * Writes `chunks` to a file that only its owner can read, under the name it is to have as soon as it is whole. Throws a
 * `Failure` where there is one by that name already, unless `replace`.
 */
export async function writeToFile(
  chunks: AsyncIterable<string>,
  { file, replace, written }: OutputFile,
  signal: AbortSignal,
): Promise<void> {
  if (!replace && written(() => existsSync(file))) {
    throw new Failure(exitCodes.usage, `${file} is there already. Choose another --output, or add --force.`);
  }
  const partial = `${file}.partial`;
  const removePartial = () => rmSync(partial, { force: true });
  try {
    const fd = written(() => {
      // A link that somebody has put there would lead elsewhere.
      removePartial();
      return openSync(partial, 'wx', 0o600);
    });
    await pipeline(Readable.from(chunks), createWriteStream(partial, { fd, flush: true }), { signal });
    written(() => renameSync(partial, file));
  } catch (error) {
    try {
      written(removePartial);
    } catch {
      // Where there is no right to, what went wrong first is what counts.
    }
    throw failed(file, error);
  }
}

/** What the place can't take is told; what the rows' source throws is passed on. */
function failed(place: string, error: unknown): unknown {
  const code = codeOf(error);
  if (!/^E[A-Z]+$/.test(code)) return error;
  const advice = code === 'ENOSPC' ? 'Make room there' : 'Look at its folder and rights';
  return new Failure(exitCodes.failed, `${place} can't be written (${code}). ${advice}, or choose another --output.`);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
