/** The prefixes under which an IPv6 address carries an IPv4 address, and the bit at which it begins. */
const carriers = [
  // Mapped, and translated after RFC 6145.
  { prefix: '0000:0000:0000:0000:0000:ffff', group: 6 },
  { prefix: '0000:0000:0000:0000:ffff:0000', group: 6 },
  // NAT64.
  { prefix: '0064:ff9b:0000:0000:0000:0000', group: 6 },
  // 6to4.
  { prefix: '2002', group: 1 },
] as const;

/** The IPv4 address inside an IPv6 address that is only a way to write, map or translate one; null for any other. */
export function embeddedIpv4(address: string): string | null {
  const groups = groupsOf(address);
  const written = groups.join(':');
  const carrier = carriers.find(({ prefix }) => written.startsWith(prefix));
  if (!carrier) return null;
  return [groups[carrier.group]!, groups[carrier.group + 1]!]
    .flatMap((group) => [group.slice(0, 2), group.slice(2)])
    .map((byte) => parseInt(byte, 16))
    .join('.');
}

/** The eight groups of a valid IPv6 address, four digits each. */
function groupsOf(address: string): string[] {
  // The URL parser knows every spelling, a dotted tail among them, and writes them all alike.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0'));
}
