import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hubSignature, verifyHubSignature } from './hub';
import { pecsSignature, verifyPecsSignature } from './pecs';
import { standardSecret, standardSignature, verifyStandard } from './standard';

const secret = 'wrm-demo-secret-0123456789abcdef';
const ping = '{"notificationType":"PingNotify"}';

describe('X-Hub-Signature', () => {
  it.each([
    [ping, '4a814fcc173ad774f61424b680aec67d3c8fe2c64e99b9474370061f5037e3ad'],
    ['', '5f22c8b4947aa86b15e83cfca5c3592fbeeca6e8eed7539ad90f02c04fd0fd9d'],
    [
      'challenge=q1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v&subscriberId=123',
      '929726c129eaca3fb62a723826a2009b6c8a2c17f22717559dc2c58856843064',
    ],
  ])('of %j is the published one', (body, hex) => {
    expect(hubSignature(secret, body)).toBe(`sha256=${hex}`);
    expect(verifyHubSignature([secret], body, `sha256=${hex}`)).toBe(true);
  });
});

describe('the Standard Webhooks headers', () => {
  const message = { id: '0b1f7f5e-6a43-4d1e-8f0a-3f1f0f9d2c11', sentAt: new Date(1_735_689_600_000), body: ping };
  const key = Buffer.from(secret);

  it('are the published ones', () => {
    expect(standardSignature([key], message)).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1735689600',
      'webhook-signature': 'v1,b6ZqhEs7uyCz1yy8pKtSEZoMeRF8BwIRQnOp6qpggdA=',
    });
  });

  it('are made with the bytes that a whsec_ secret stands for', () => {
    const bytes = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    expect(standardSecret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toEqual(bytes);
    expect(standardSecret(secret)).toEqual(key);
  });

  it.each([
    ['as sent', 0, {}, true],
    ['five minutes later', 300, {}, true],
    ['later than that', 301, {}, false],
    ['before it was sent', -301, {}, false],
    ['under another id', 0, { 'webhook-id': 'other' }, false],
    ['under another time', 0, { 'webhook-timestamp': '1735689601' }, false],
    ['with a time that is none', 0, { 'webhook-timestamp': 'NaN' }, false],
    ['beside a signature of another version', 0, { 'webhook-signature': 'v1a,x v1,x' }, false],
    ['without a signature', 0, { 'webhook-signature': undefined }, false],
  ])('%s: %d s after, %j', (_, seconds, changes, verified) => {
    const headers = { ...standardSignature([key, Buffer.from('old')], message), ...changes };
    const now = new Date(message.sentAt.getTime() + seconds * 1_000);
    expect(verifyStandard([key], ping, headers, now)).toBe(verified);
    expect(verifyStandard([Buffer.from('old')], ping, headers, now)).toBe(verified);
    expect(verifyStandard([Buffer.from('wrong')], ping, headers, now)).toBe(false);
  });
});

describe('any signature', () => {
  const schemes = [
    ['hub', hubSignature, verifyHubSignature],
    ['pecs', pecsSignature, verifyPecsSignature],
  ] as const;

  it.each(schemes)('%s is accepted for its own secret and bytes, for no others', (_, sign, verify) => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.uint8Array(), fc.uint8Array(), (one, body, other) => {
        const header = sign(one, body);
        expect(verify(['another', one], body, header)).toBe(true);
        expect(verify([`${one}x`], body, header)).toBe(false);
        expect(verify([one], other, header)).toBe(Buffer.compare(body, other) === 0);
        expect(verify([one], body, header.slice(0, -1))).toBe(false);
        expect(verify([one], body, undefined)).toBe(false);
      }),
    );
  });

  it('pecs is the padded base64 of the digest', () => {
    const hex = createHmac('sha256', 'key').update('body').digest('hex');
    expect(pecsSignature('key', 'body')).toBe(Buffer.from(hex, 'hex').toString('base64'));
  });
});
