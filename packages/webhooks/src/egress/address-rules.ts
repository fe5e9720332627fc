import { BlockList, isIP, isIPv4 } from 'node:net';
import { embeddedIpv4 } from './embedded-ipv4';
import { metadataRanges, privateRanges, publicIpv6Range, specialRanges } from './ranges';

export type EgressMode = 'deny-private' | 'allowlist' | 'dev';

const metadata = setOf(metadataRanges);
const own = setOf(privateRanges);
const special = setOf(specialRanges);
const publicIpv6 = setOf([publicIpv6Range]);

/** Says of a single address whether it may be connected to. */
export class AddressRules {
  private readonly opened: BlockList;

  /** Throws RangeError for an entry of `allow` that is not a range such as `10.1.0.0/16`. */
  constructor(
    private readonly mode: EgressMode,
    allow: readonly string[],
  ) {
    this.opened = setOf(allow);
  }

  /** An address that carries another is judged by the one it carries. Text that is no address is refused. */
  allows(address: string): boolean {
    if (isIP(address) === 0 || address.includes('%')) return false;
    const judged = isIPv4(address) ? address : (embeddedIpv4(address) ?? address);
    if (contains(metadata, judged)) return false;
    if (contains(this.opened, judged)) return true;
    if (this.mode === 'allowlist') return false;
    if (contains(own, judged)) return this.mode === 'dev';
    return isPublic(judged);
  }

  /** True for an address that was opened by name, which alone may stand in a URL under strict policies. */
  opens(address: string): boolean {
    return isIP(address) !== 0 && contains(this.opened, address) && this.allows(address);
  }
}

function isPublic(address: string): boolean {
  if (contains(special, address)) return false;
  return isIPv4(address) || contains(publicIpv6, address);
}

const contains = (ranges: BlockList, address: string): boolean =>
  ranges.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

function setOf(ranges: readonly string[]): BlockList {
  const set = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(bits ?? '') || Number(bits) > (family === 'ipv4' ? 32 : 128)) {
      throw new RangeError(`"${range}" is not a range of addresses such as 10.1.0.0/16`);
    }
    set.addSubnet(address, Number(bits), family);
  }
  return set;
}
