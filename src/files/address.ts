import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * What is not public in IPv4: the IANA special-purpose registry (RFC 6890 and its updates), multicast, the reserved top, and the
 * one public-looking address that Azure gives its host platform.
 */
const specialIPv4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const) {
  specialIPv4.addSubnet(network, prefix, 'ipv4');
}

/** Only 2000::/3 is handed out as global unicast; mapped, NAT64, unique local, link-local and multicast all lie outside of it. */
const globalIPv6 = new BlockList();
globalIPv6.addSubnet('2000::', 3, 'ipv6');

/** Inside of 2000::/3: protocol assignments with Teredo and ORCHID, documentation (both ranges), 6to4. */
const specialIPv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  specialIPv6.addSubnet(network, prefix, 'ipv6');
}

/** True for an address of this very machine. `ip` is a plain address, without brackets or zone. */
export function isLoopbackAddress(ip: string): boolean {
  const family = isIP(ip);
  return family !== 0 && !ip.includes('%') && loopback.check(ip, family === 4 ? 'ipv4' : 'ipv6');
}

/** True for an address of the open internet. `ip` is a plain address, without brackets; one with a zone is never public. */
export function isPublicAddress(ip: string): boolean {
  switch (isIP(ip)) {
    case 4:
      return !specialIPv4.check(ip, 'ipv4');
    case 6:
      return !ip.includes('%') && globalIPv6.check(ip, 'ipv6') && !specialIPv6.check(ip, 'ipv6');
    default:
      return false;
  }
}

/** The address that a URL names literally, without brackets; undefined when its host is a name. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? undefined : host;
}

/** True when a URL names this very machine: `localhost` or a literal loopback address. */
export function isLoopbackUrl(url: URL): boolean {
  return url.hostname === 'localhost' || isLoopbackAddress(literalAddress(url) ?? '');
}
