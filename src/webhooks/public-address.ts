import { BlockList, isIPv6 } from 'node:net';

type Subnet = readonly [network: string, prefix: number];

/** https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. */
const notPublicIPv4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** All of the public addresses are in 2000::/3. https://www.iana.org/assignments/iana-ipv6-special-registry has what isn't, in there. */
const globalIPv6: Subnet = ['2000::', 3];
const notPublicIPv6: readonly Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 leads to the IPv4 address in it.
  ['2002::', 16],
  ['3fff::', 20],
];
/** An IPv4 address stands at the end of each. */
const mapped: Subnet = ['::ffff:0:0', 96];
const translated: Subnet = ['64:ff9b::', 96];

function blockList(type: 'ipv4' | 'ipv6', subnets: readonly Subnet[]): (address: string) => boolean {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, type);
  return (address) => list.check(address, type);
}

const isSpecialIPv4 = blockList('ipv4', notPublicIPv4);
const isLoopbackIPv4 = blockList('ipv4', [['127.0.0.0', 8]]);
const isGlobalIPv6 = blockList('ipv6', [globalIPv6]);
const isSpecialIPv6 = blockList('ipv6', notPublicIPv6);
const isLoopbackIPv6 = blockList('ipv6', [['::1', 128]]);
const isMapped = blockList('ipv6', [mapped]);
const isTranslated = blockList('ipv6', [translated]);

/** Whether it is an address on the Internet: not one of this machine, of a local network or for a special use. */
export function isPublic(address: string): boolean {
  if (!isIPv6(address)) return !isSpecialIPv4(address);
  // A zone (fe80::1%eth0) is of the local network.
  if (address.includes('%')) return false;
  if (isMapped(address) || isTranslated(address)) return isPublic(lastIPv4(address));
  return isGlobalIPv6(address) && !isSpecialIPv6(address);
}

/** Whether it is an address of this machine that no other can reach. */
export function isLoopback(address: string): boolean {
  if (!isIPv6(address)) return isLoopbackIPv4(address);
  if (address.includes('%')) return false;
  return isMapped(address) ? isLoopbackIPv4(lastIPv4(address)) : isLoopbackIPv6(address);
}

/** The last 32 bits, however they are written. */
function lastIPv4(address: string): string {
  // A URL's host has them as two groups, and leaves out what is 0.
  const { hostname } = new URL(`http://[${address}]/`);
  const [high = '', low = ''] = hostname.slice(1, -1).split(':').slice(-2);
  const bits = [high, low].map((group) => parseInt(group || '0', 16));
  return bits.flatMap((group) => [group >> 8, group & 0xff]).join('.');
}
