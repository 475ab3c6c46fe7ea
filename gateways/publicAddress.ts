import { lookup as lookupName } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where a request would reach a machine of ours, or nobody: private, loopback, link-local and reserved ranges. */
const notPublic = new BlockList();
for (const [address, prefix] of [
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
] as const) {
  notPublic.addSubnet(address, prefix, 'ipv4');
}
/** Of the sixth version only global unicast is public, without what stands for addresses of the fourth. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
for (const [address, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(address, prefix, 'ipv6');
}

/** Whether an IP address belongs to the public internet. */
export function isPublicIp(ip: string): boolean {
  const bare = ip.replace(/^\[|\]$/g, '');
  if (isIP(bare) === 4) return !notPublic.check(bare, 'ipv4');
  return isIP(bare) === 6 && publicV6.check(bare, 'ipv6') && !notPublic.check(bare, 'ipv6');
}

const localName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)\.?$/i;

/**
 * Why an address of another system may not be called; undefined where it may. It must be https, without a password in it,
 * and public; `trusted` is an origin that whoever runs the service named themselves, such as the stub's.
 */
export function addressRefused(address: string, trusted?: string): string | undefined {
  if (!URL.canParse(address)) return 'It is no address';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'It must hold no name or password';
  if (trusted !== undefined && URL.canParse(trusted) && url.origin === new URL(trusted).origin) return undefined;
  if (url.protocol !== 'https:') return 'It must begin with https://';
  const { hostname } = url;
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return isPublicIp(hostname) ? undefined : 'It must be a public address';
  if (localName.test(hostname) || !hostname.includes('.')) return 'It must be a public address';
  return undefined;
}

/** A name led to an address that is not public. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Looks a name up for a connection, and refuses what is not public: the address that was looked at is the one called. */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookupName(hostname, { ...options, all: true }, (error, found) => {
    if (error) {
      done(error, '', 0);
      return;
    }
    const [first] = found;
    if (!first || found.some(({ address }) => !isPublicIp(address))) {
      done(new AddressRefused('The name leads to an address that is not public'), '', 0);
    } else if (options.all) {
      done(null, found);
    } else {
      done(null, first.address, first.family);
    }
  });
};
