import { isSigned, signatureOf } from './signature';
import { Webhook } from './webhook';

const secret = 'wrm-demo-secret-0123456789abcdef';
const notification = { notificationType: 'AcceptTaskNotify', notificationId: 'n-1', task: { id: 'WRM-1' } };
const body = JSON.stringify(notification);

describe('signatureOf', () => {
  it.each([
    ['{"notificationType":"PingNotify"}', '4a814fcc173ad774f61424b680aec67d3c8fe2c64e99b9474370061f5037e3ad'],
    ['', '5f22c8b4947aa86b15e83cfca5c3592fbeeca6e8eed7539ad90f02c04fd0fd9d'],
  ])('of %j is the HMAC of its bytes', (bytes, hex) => {
    expect(signatureOf(secret, bytes)).toBe(`sha256=${hex}`);
    expect(isSigned(secret, `${bytes} `, `sha256=${hex}`)).toBe(false);
  });
});

describe('a webhook', () => {
  let webhook: Webhook;
  const deliver = (bytes: string, signature: string): Promise<Response> =>
    fetch(webhook.url, { method: 'POST', body: bytes, headers: { 'X-Hub-Signature': signature } });

  beforeEach(async () => {
    webhook = await Webhook.open(secret);
  });
  afterEach(() => webhook.close());

  it('echoes a signed challenge', async () => {
    const headers = { 'X-Hub-Signature': signatureOf(secret, '') };
    const reply = await fetch(`${webhook.url}?challenge=c-1&subscriberId=123`, { headers });
    await webhook.challenged();
    expect([reply.status, await reply.json()]).toEqual([200, { challenge: 'c-1' }]);
  });

  it('acknowledges a notification and gives it once, however often it comes', async () => {
    const waiting = webhook.next('WRM-1');
    for (let time = 0; time < 2; time += 1) {
      expect((await deliver(body, signatureOf(secret, body))).status).toBe(204);
    }
    expect(await waiting).toEqual(notification);
    expect(webhook.received).toEqual([notification]);
  });

  it('refuses and counts what is not signed, or differs by one byte', async () => {
    expect((await deliver(body, 'sha256=0')).status).toBe(401);
    expect((await deliver(`${body}\n`, signatureOf(secret, body))).status).toBe(401);
    expect([webhook.forged, webhook.received]).toEqual([2, []]);
  });
});
