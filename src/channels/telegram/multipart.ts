import { randomBytes } from 'node:crypto';
import type { PostBody } from './http-client';

/** A file among the parameters of a call, as the parameter `field`. */
export interface Upload {
  readonly field: string;
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * The parameters of a call with a file: only as multipart/form-data does the Bot API take one that it has not got yet
 * (https://core.telegram.org/bots/api#sending-files). Values that are no text are written as JSON.
 */
export function multipart(params: object, { field, fileName, type, bytes }: Upload): Exclude<PostBody, string> {
  const boundary = `sosekni-${randomBytes(16).toString('hex')}`;
  const parts = Object.entries(params).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  });
  const disposition = `content-disposition: form-data; name="${field}"; filename="${fileName}"`;
  const head = `${parts.join('')}--${boundary}\r\n${disposition}\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
