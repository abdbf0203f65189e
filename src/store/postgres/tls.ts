import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { codeOf, StoreError } from '../errors';
import type { SslMode } from './address';

/** What an address says about TLS, and the rest of it. */
export interface TlsWish {
  /** The address without what it says about TLS. */
  readonly address: string;
  /** Undefined: it says nothing, and PGSSLMODE counts. */
  readonly ssl: boolean | ConnectionOptions | undefined;
  /** Where the server has no TLS, it does without. */
  readonly orWithout: boolean;
}

/**
 * Reads what `postgresAddress` has found right, and the files it names. `require` checks the certificate as `verify-full` does,
 * unlike libpq's: who asks for TLS and names no authority is not served by one that anybody can end. Throws `refused`.
 */
export function tlsOf(url: string): TlsWish {
  const address = new URL(url);
  const take = (name: string): string | null => {
    const value = address.searchParams.get(name);
    address.searchParams.delete(name);
    return value;
  };
  const mode = modeOf(take('sslmode'), take('ssl'), take('uselibpqcompat') === 'true');
  const [rootFile, certFile, keyFile] = [take('sslrootcert'), take('sslcert'), take('sslkey')];
  const files = {
    ...(rootFile !== null && rootFile !== 'system' && { ca: read('sslrootcert', rootFile) }),
    ...(certFile !== null && { cert: read('sslcert', certFile) }),
    ...(keyFile !== null && { key: read('sslkey', keyFile) }),
  };
  const asked = mode ?? (Object.keys(files).length > 0 ? 'verify-full' : null);
  const orWithout = asked === 'prefer' || asked === 'allow';
  if (asked === null) return { address: url, ssl: undefined, orWithout };
  return { address: address.href, ssl: sslFor(asked, files), orWithout };
}

function sslFor(mode: SslMode, files: ConnectionOptions): TlsWish['ssl'] {
  switch (mode) {
    case 'disable':
      return false;
    // They protect from nobody who can get between in any case, so they ask for no certificate.
    case 'allow':
    case 'prefer':
    case 'no-verify':
      return { ...files, rejectUnauthorized: false };
    // Without an authority of one's own, any that sells certificates would do, for any host.
    case 'verify-ca':
      return 'ca' in files ? { ...files, checkServerIdentity: () => undefined } : files;
    case 'require':
    case 'verify-full':
      return files;
  }
}

/** `ssl` is node-postgres's own, and so is `uselibpqcompat`, by which `require` asks for no certificate. */
function modeOf(mode: string | null, ssl: string | null, asLibpq: boolean): SslMode | null {
  // The boundary: `postgresAddress` has let no other through.
  if (mode !== null) return asLibpq && mode === 'require' ? 'no-verify' : (mode as SslMode);
  if (ssl === null) return null;
  if (ssl === 'no-verify') return 'no-verify';
  return ssl === '0' || ssl === 'false' ? 'disable' : 'verify-full';
}

function read(parameter: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreError(
      'refused',
      `${parameter}=${file} in DATABASE_URL can't be read (${codeOf(error)}). Correct the path, or let this user read the file.`,
    );
  }
}
