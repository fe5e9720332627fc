/** Addresses that give away a machine's credentials, and their neighbourhood: never called, under any policy. */
export const metadataRanges = [
  '169.254.0.0/16',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '192.0.0.192/32',
  'fe80::/10',
  'fd00:ec2::254/128',
  'fd20:ce::254/128',
] as const;

/** The machine itself and its own network: open to the policy `dev` only. */
export const privateRanges = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
] as const;

/** Further addresses that are no single host on the public internet, by the registries of special-purpose addresses. */
export const specialRanges = [
  '0.0.0.0/8',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
] as const;

/** The only IPv6 addresses that are public; those that carry an IPv4 address are judged by it before. */
export const publicIpv6Range = '2000::/3';
