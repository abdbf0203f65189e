import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Streamed } from './endpoint';

/**
 * Writes a long answer no faster than it is taken. An error breaks the connection off, so that whoever reads sees that it is not
 * whole. To HEAD only the headers are written, and nothing is read for it.
 */
export function streamOut({ headers, parts, ended }: Streamed, outgoing: ServerResponse, isHead: boolean): Response {
  outgoing.writeHead(200, { ...headers });
  if (isHead) {
    outgoing.end();
    ended(null);
  } else {
    pipeline(Readable.from(parts), outgoing).then(
      () => ended(null),
      (error: unknown) => ended(isGone(error) ? null : error),
    );
  }
  return RESPONSE_ALREADY_SENT;
}

/** Whether whoever was to read has gone. */
const isGone = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
