/**
 * The values of sslmode: https://www.postgresql.org/docs/current/libpq-ssl.html, and `no-verify`, which accepts any certificate.
 */
export const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;
export type SslMode = (typeof sslModes)[number];

/**
 * A PostgreSQL address (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS) in a form that `URL`
 * can parse: if there is a user or a port but no host, as with a socket's folder in `host=`, they become parameters. Undefined if
 * it isn't a valid address, or has impossible parameters.
 */
export function postgresAddress(text: string): string | undefined {
  if (!/^postgres(ql)?:\/\//.test(text) || /%(?![\da-f]{2})/i.test(text)) return undefined;
  const address = URL.canParse(text) ? text : withoutHost(text);
  if (address === undefined) return undefined;
  const { searchParams } = new URL(address);
  const [mode, port] = [searchParams.get('sslmode'), searchParams.get('port')];
  if (mode !== null && !sslModes.some((each) => each === mode)) return undefined;
  if (port !== null && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) return undefined;
  return address;
}

/** `postgres://user:password@:port/database?…`, with everything before the slash moved. */
function withoutHost(text: string): string | undefined {
  const [, scheme, user, password, port, path = ''] =
    /^(\w+:\/\/)(?:([^:@/?#]*)(?::([^@/?#]*))?@)?(?::(\d*))?([/?].*)?$/.exec(text) ?? [];
  const bare = `${scheme}${path.startsWith('/') ? path : `/${path}`}`;
  if (scheme === undefined || !URL.canParse(bare)) return undefined;
  const url = new URL(bare);
  for (const [name, value] of Object.entries({ user, password, port })) {
    // As in libpq, parameters win.
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, decodeURIComponent(value));
  }
  return url.href;
}
