import { isIPv6 } from 'node:net';

/** A proxy on the way to the Bot API. */
export interface Proxy {
  readonly scheme: 'http' | 'https' | 'socks5';
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly credentials: Credentials | null;
  /** The setting or environment variable that it came from. */
  readonly setting: string;
}

/** Secret. */
interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The proxy as logs, errors and `check` may name it: without user and password. */
export const proxyName = ({ setting, scheme, host, port }: Proxy): string =>
  `${setting} (${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port})`;

/** Every form in which the proxy's password is written or sent. */
export function secretsOfProxy({ credentials }: Proxy): readonly string[] {
  if (credentials === null || credentials.password === '') return [];
  return [credentials.password, basicCredentials(credentials)];
}

/** The credentials as an HTTP proxy expects them: https://www.rfc-editor.org/rfc/rfc7617#section-2. */
export const basicCredentials = ({ user, password }: Credentials): string =>
  Buffer.from(`${user}:${password}`).toString('base64');

type Address = Omit<Proxy, 'setting'>;

/** Where an address names no port, what to do: `TELEGRAM_PROXY` refuses it, and curl has defaults. */
type PortOf = (scheme: Proxy['scheme']) => number | undefined;

/**
 * Reads `SCHEME://[USER[:PASSWORD]@]HOST[:PORT]`, user and password percent-encoded. Undefined: it isn't one, or its user or
 * password is longer than SOCKS can say (255 bytes).
 */
export function parseProxy(text: string, portOf: PortOf): Address | undefined {
  const match = /^(https?|socks5):\/\/(?:([^/?#]*)@)?(?:\[([\da-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?\/?$/i.exec(text);
  const [, written = '', userinfo, address, name = '', digits] = match ?? [];
  const scheme = (['http', 'https', 'socks5'] as const).find((each) => each === written.toLowerCase());
  if (scheme === undefined || (address !== undefined && !isIPv6(address))) return undefined;
  const port = digits === undefined ? portOf(scheme) : Number(digits);
  if (port === undefined || port < 1 || port > 65_535) return undefined;
  const credentials = userinfo === undefined || userinfo === '' ? null : parseCredentials(userinfo);
  if (credentials === undefined || (scheme === 'socks5' && credentials !== null && !fitsSocks(credentials))) {
    return undefined;
  }
  return { scheme, host: address ?? name, port, credentials };
}

function parseCredentials(userinfo: string): Credentials | undefined {
  const [, user = '', password = ''] = /^([^:]*):?(.*)$/s.exec(userinfo) ?? [];
  try {
    const decoded = { user: decodeURIComponent(user), password: decodeURIComponent(password) };
    // https://www.rfc-editor.org/rfc/rfc7617#section-2: the first colon ends the user.
    return /\p{Cc}/u.test(decoded.user + decoded.password) || decoded.user.includes(':') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** https://www.rfc-editor.org/rfc/rfc1929#section-2 */
const fitsSocks = ({ user, password }: Credentials): boolean =>
  [user, password].every((text) => Buffer.byteLength(text) <= 255);
