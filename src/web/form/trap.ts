import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Half of it is chance, the other half says to us what it is. */
const half = 16;

/** What the browser of a program gets in the place of a form's token: nobody can tell the two apart, and nothing is kept of it. */
export function trapToken(secret: Buffer): string {
  const nonce = randomBytes(half);
  return Buffer.concat([nonce, mark(nonce, secret)]).toString('base64url');
}

/** Whether a token is of a form that a program has filled in. */
export function isTrap(token: string, secret: Buffer): boolean {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 2 * half && timingSafeEqual(bytes.subarray(half), mark(bytes.subarray(0, half), secret));
}

const mark = (nonce: Buffer, secret: Buffer): Buffer =>
  createHmac('sha256', secret).update(nonce).digest().subarray(0, half);
