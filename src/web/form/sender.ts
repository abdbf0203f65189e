import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Where a request comes from. What a proxy says of it counts only where the proxy is on this machine, and of what it says only the last
 * address: whoever asks can write the ones before.
 */
export function addressOf({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? '';
  if (!isLoopback(peer)) return peer;
  const given = headers['x-forwarded-for'];
  const last = (Array.isArray(given) ? given.join() : (given ?? '')).split(',').at(-1)?.trim() ?? '';
  const address = last.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return isIP(address) === 0 ? peer : address;
}

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\./i.test(address) || address === '::1';
