import fc from 'fast-check';
import type { EgressMode } from './egress';
import { Egress, EgressBlocked } from './egress';

const egress = (mode: EgressMode, options: Partial<ConstructorParameters<typeof Egress>[0]> = {}) =>
  new Egress({ mode, ...options });

/** Hosts that lead to the machine, its network or its credentials, in the spellings that have fooled others. */
const forbiddenHosts = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  '0x0',
  '10.0.0.1',
  '10.255.255.255',
  '012.1.2.3',
  '167772161',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.0.1',
  '192.168.1',
  '0xc0a80001',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.170.2',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '192.88.99.1',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::1]',
  '[2002:c0a8:101::1]',
  '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fd12:3456:789a::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[5f00::1]',
];
const publicHosts = ['8.8.8.8', '1.1.1.1', '[2606:4700:4700::1111]', '[64:ff9b::8.8.8.8]', '[::ffff:8.8.8.8]'];
const asUrl = (host: string): string => `https://${host}/hook`;

describe('deny-private', () => {
  it.each(forbiddenHosts)('refuses https://%s', (host) => {
    expect(egress('deny-private').refuseUrl(asUrl(host))).not.toBeNull();
    // Every one of them, by its address and not because it is one.
    expect(egress('deny-private', { allow: ['8.0.0.0/8'] }).refuseUrl(asUrl(host))).toBe('address');
  });

  it.each(publicHosts)('refuses https://%s for being no name, and would connect to it by one', async (host) => {
    const policy = egress('deny-private', { resolve: async () => [host.replace(/[[\]]/g, '')] });
    expect(policy.refuseUrl(asUrl(host))).toBe('literal address');
    expect(await policy.refuseTarget('https://hooks.example/')).toBeNull();
  });

  it.each([
    ['https://hooks.fieldworks.example/wrm?tenant=1', null],
    ['https://hooks.fieldworks.example:8443/wrm', null],
    ['https://hooks.fieldworks.example:443/wrm', null],
    ['https://bücher.example/wrm', null],
    ['http://hooks.fieldworks.example/wrm', 'scheme'],
    ['ftp://hooks.fieldworks.example/wrm', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://user@hooks.fieldworks.example/', 'credentials'],
    ['https://:password@hooks.fieldworks.example/', 'credentials'],
    ['https://hooks.fieldworks.example@127.0.0.1/', 'credentials'],
    ['https://hooks.fieldworks.example/#top', 'fragment'],
    ['https://hooks.fieldworks.example/#', 'fragment'],
    ['https://hooks.fieldworks.example:80/', 'port'],
    ['https://hooks.fieldworks.example:22/', 'port'],
    ['https://hooks.fieldworks.example:0/', 'port'],
    ['https://hooks.fieldworks.example:65536/', 'url'],
    ['https://', 'url'],
    ['/hook', 'url'],
    ['', 'url'],
    [`https://hooks.fieldworks.example/${'x'.repeat(2_048)}`, 'url'],
  ])('%s: %s', (url, refusal) => {
    expect(egress('deny-private').refuseUrl(url)).toBe(refusal);
  });

  it('refuses a name when any of its addresses is forbidden', async () => {
    const policy = egress('deny-private', { resolve: async () => ['8.8.8.8', '10.0.0.1'] });
    expect(await policy.refuseTarget('https://hooks.example/')).toBe('address');
    await expect(policy.addressesOf('hooks.example')).rejects.toBeInstanceOf(EgressBlocked);
  });

  it('does not refuse at registration what does not resolve at the moment, nor connects to it', async () => {
    const policy = egress('deny-private', { resolve: () => Promise.reject(new Error('no such name')) });
    expect(await policy.refuseTarget('https://hooks.example/')).toBeNull();
    await expect(policy.addressesOf('hooks.example')).rejects.toThrow('no such name');
  });

  it('calls no address that is not public, whichever it is', () => {
    const policy = egress('deny-private', { allow: ['8.0.0.0/8'] });
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [first, second] = address.split('.').map(Number) as [number, number];
        const own = first === 10 || first === 127 || first === 0 || first >= 224 || (first === 192 && second === 168);
        if (own) expect(policy.refuseUrl(asUrl(address))).toBe('address');
        expect(policy.refuseUrl(asUrl(`[::ffff:${address}]`)) === 'address').toBe(
          policy.refuseUrl(asUrl(address)) === 'address',
        );
      }),
    );
  });
});

describe('allowlist', () => {
  const policy = egress('allowlist', { allow: ['10.20.0.0/16', 'fd00:1::/32'] });

  it.each([
    ['https://10.20.3.4/', null],
    ['https://[fd00:1::7]/', null],
    ['https://10.21.0.1/', 'address'],
    ['https://8.8.8.8/', 'address'],
    ['http://10.20.3.4/', 'scheme'],
  ])('%s: %s', (url, refusal) => {
    expect(policy.refuseUrl(url)).toBe(refusal);
  });

  it.each(['10.0.0.1', 'ten/8', '10.0.0.0/33', '::/129', '10.0.0.0/'])('takes no entry %j', (entry) => {
    expect(() => egress('allowlist', { allow: [entry] })).toThrow(RangeError);
  });
});

describe('dev', () => {
  it.each([
    ['http://127.0.0.1:3000/', null],
    ['http://[::1]:3000/', null],
    ['http://localhost:3000/', null],
    ['http://192.168.1.5/', null],
    ['http://169.254.169.254/latest', 'address'],
    ['http://[::ffff:169.254.169.254]/latest', 'address'],
    ['http://[fd00:ec2::254]/latest', 'address'],
    ['http://168.63.129.16/', 'address'],
    ['http://0.0.0.0:3000/', 'address'],
  ])('%s: %s', (url, refusal) => {
    expect(egress('dev').refuseUrl(url)).toBe(refusal);
  });

  it('never opens metadata addresses, not even when they are listed', () => {
    expect(egress('dev', { allow: ['0.0.0.0/0'] }).refuseUrl('http://169.254.169.254/')).toBe('address');
  });
});
