import { BlockList, isIP, isIPv4 } from 'node:net';
import { parseProxy, type Proxy } from './proxy';

/** What the environment says about the way to the Bot API. */
export type EnvironmentProxy =
  | { readonly kind: 'none' }
  | { readonly kind: 'proxy'; readonly proxy: Proxy }
  /** `NO_PROXY`, or however it is written, excepts the Bot API. */
  | { readonly kind: 'excepted'; readonly by: string }
  /** The variable holds no address of a proxy that this program can use. */
  | { readonly kind: 'unreadable'; readonly setting: string };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for `apiRoot` as curl finds it (https://curl.se/docs/manpage.html#ENVIRONMENT): `https_proxy`, else
 * `HTTPS_PROXY`, else `all_proxy`, else `ALL_PROXY`, unless `no_proxy`, else `NO_PROXY`, has the host. An empty one is not
 * there. None for an `http:` root, which is on the same machine or a network of one's own. Like curl it takes an address
 * without `SCHEME://` for an HTTP proxy; unlike curl it lets a proxy of `socks5://` resolve the name, too.
 */
export function environmentProxy(env: Env, apiRoot: string): EnvironmentProxy {
  const { protocol, hostname } = new URL(apiRoot);
  if (protocol !== 'https:') return { kind: 'none' };
  const set = (name: string): boolean => (env[name] ?? '') !== '';
  const setting = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find(set);
  if (setting === undefined) return { kind: 'none' };
  const exceptions = ['no_proxy', 'NO_PROXY'].find(set);
  if (exceptions !== undefined && isExcepted(hostname, env[exceptions] ?? '')) {
    return { kind: 'excepted', by: exceptions };
  }
  const text = (env[setting] ?? '').trim();
  const address = parseProxy(
    /^[a-z\d]+:\/\//i.test(text) ? text.replace(/^socks5h:/i, 'socks5:') : `http://${text}`,
    portOf,
  );
  return address === undefined ? { kind: 'unreadable', setting } : { kind: 'proxy', proxy: { ...address, setting } };
}

/** curl's defaults. */
const portOf = (scheme: Proxy['scheme']): number => (scheme === 'https' ? 443 : 1080);

/**
 * `*` alone is everything; a name is itself and what ends with it after a dot; an address is itself, and with `/BITS` its
 * network. As in curl, an entry with a port or with brackets is nothing's.
 */
function isExcepted(hostname: string, exceptions: string): boolean {
  if (exceptions === '*') return true;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const entries = exceptions.split(/[,\s]+/).filter((entry) => entry !== '');
  return entries.some((entry) => (isIP(host) === 0 ? isWithin(host, entry) : isInNetwork(host, entry)));
}

function isWithin(name: string, entry: string): boolean {
  const domain = entry.toLowerCase().replace(/^\.|\.$/g, '');
  return domain !== '' && (name === domain || name.endsWith(`.${domain}`));
}

function isInNetwork(address: string, entry: string): boolean {
  const [network = '', bits] = entry.split('/');
  const longest = isIPv4(network) ? 32 : 128;
  const length = bits === undefined ? longest : Number(bits);
  if (isIP(network) !== isIP(address) || !(length >= 0 && length <= longest)) return false;
  const family = longest === 32 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(network, length, family);
  return block.check(address, family);
}
