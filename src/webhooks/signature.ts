import { createHmac } from 'node:crypto';
import type { Instant } from '../lifecycle/ids';
import { keyOf } from './settings';

/**
 * The headers that let a receiver check who sent `body`, and when:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#webhook-headers-sending-metadata-to-consumers
 */
export function signedHeaders(secrets: readonly string[], id: string, at: Instant, body: string) {
  const timestamp = `${Math.floor(at / 1000)}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') } as const;
}
