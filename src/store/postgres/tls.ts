import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { codeOf, StoreError } from '../errors';
import type { SslMode } from './address';

/** An address split into its TLS parameters and the rest. */
export interface TlsWish {
  /** The address without its TLS parameters. */
  readonly address: string;
  /** Undefined if the address has none, in which case PGSSLMODE counts. */
  readonly ssl: boolean | ConnectionOptions | undefined;
  /** If the server has no TLS, connect without. */
  readonly orWithout: boolean;
}

/**
 * Parses an address that `postgresAddress` has accepted, and reads the files it names. Unlike in libpq, `require` checks the
 * certificate as `verify-full` does: TLS without any check protects from nobody in between. Throws `refused`.
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
    // These modes don't protect from an attacker in between anyway, so they check no certificate.
    case 'allow':
    case 'prefer':
    case 'no-verify':
      return { ...files, rejectUnauthorized: false };
    // Without one's own authority, a certificate for any host by any public authority would do.
    case 'verify-ca':
      return 'ca' in files ? { ...files, checkServerIdentity: () => undefined } : files;
    case 'require':
    case 'verify-full':
      return files;
  }
}

/** `ssl` is node-postgres's own parameter, and so is `uselibpqcompat`, with which `require` checks no certificate. */
function modeOf(mode: string | null, ssl: string | null, asLibpq: boolean): SslMode | null {
  // A boundary: `postgresAddress` accepts no other value.
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
