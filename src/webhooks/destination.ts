import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback, isPublic } from './public-address';

/**
 * The addresses of a host that may be called. A name's DNS may be in foreign hands, and must not point the bot at what only this
 * machine can reach: a private address is allowed only if WEBHOOK_URL has that very address, or `localhost`. Rejects if none is left.
 */
export async function addressesOf(host: string): Promise<readonly LookupAddress[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const found = await lookup(host, { all: true });
  const allowed = found.filter(({ address }) => (host === 'localhost' ? isLoopback(address) : isPublic(address)));
  if (allowed.length === 0) throw new PrivateAddress(host, found);
  return allowed;
}

/** A name has only addresses that it may not have. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';

  constructor(host: string, found: readonly LookupAddress[]) {
    const addresses = found.map(({ address }) => address).join(', ');
    super(
      host === 'localhost'
        ? `localhost is ${addresses} here, which isn't this machine's own address`
        : `${host} has only a private address (${addresses}); to call it, put the address itself into WEBHOOK_URL`,
    );
  }
}
