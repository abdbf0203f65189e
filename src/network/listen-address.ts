import { isIPv6 } from 'node:net';

/** Where to listen. Port 0: a free one. */
export interface ListenAddress {
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Whether two listeners are in each other's way. Port 0 is any that is free. */
export function overlap(one: ListenAddress, other: ListenAddress): boolean {
  if (one.port !== other.port || one.port === 0) return false;
  const [a, b] = [one.host.toLowerCase(), other.host.toLowerCase()];
  if (a === b || [a, b].some(isEveryIpv6)) return true;
  const isLocal = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '::1';
  if ((a === 'localhost' && isLocal(b)) || (b === 'localhost' && isLocal(a))) return true;
  return (a === '0.0.0.0' && !isIPv6(b)) || (b === '0.0.0.0' && !isIPv6(a));
}

/** Linux takes IPv4 there as well. */
const isEveryIpv6 = (host: string): boolean => host === '::';
