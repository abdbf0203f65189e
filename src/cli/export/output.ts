import { closeSync, createWriteStream, existsSync, openSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
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

/**
 * Writes `chunks` to a file that only its owner can read, under the name it is to have as soon as it is whole. Throws a
 * `Failure` where there is one by that name already, unless `replace`.
 */
export async function writeToFile(
  chunks: AsyncIterable<string>,
  file: string,
  replace: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (!replace && existsSync(file)) {
    throw new Failure(exitCodes.usage, `${file} is there already. Choose another --output, or add --force.`);
  }
  const partial = `${file}.partial`;
  try {
    // A link that somebody has put there would lead elsewhere.
    await rm(partial, { force: true });
    closeSync(openSync(partial, 'wx', 0o600));
    await pipeline(Readable.from(chunks), createWriteStream(partial, { flush: true }), { signal });
    await rename(partial, file);
  } catch (error) {
    // Where there is nothing to remove, or no right to, what went wrong first is what counts.
    await rm(partial, { force: true }).catch(() => undefined);
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
