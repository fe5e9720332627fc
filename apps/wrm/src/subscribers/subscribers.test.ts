import { wrm } from '../testing/wrm';
import type { TestReply } from '@switchyard/testing';
import { Receiver } from '../testing/receiver';

const api = wrm();
const secretKey = 'wrm-demo-secret-0123456789abcdef';
let receiver: Receiver;

beforeEach(async () => {
  receiver = await Receiver.open();
});
afterEach(async () => {
  for (const who of ['requestor', 'supplier-a'] as const) {
    for (const { subscriberId } of (await api.as(who).get('/subscribers')).body.items) {
      await api.as(who).delete(`/subscribers/${subscriberId}`);
    }
  }
  await receiver.close();
});

/** Moves the clock of the sandbox; all that is due is done when it answers. */
const move = (advance = 'PT0S'): Promise<TestReply> => api.as('nobody').put('/sandbox/clock', { advance });
const subscribe = (more: object = {}, who: 'requestor' | 'supplier-a' = 'requestor') =>
  api.as(who).post('/subscribers', { webhookUrl: receiver.url, secretKey, ...more });
const read = async (id: string) => (await api.as('requestor').get(`/subscribers/${id}`)).body;

async function givenVerified(more: object = {}): Promise<string> {
  const { subscriberId } = (await subscribe(more)).body;
  await move();
  return subscriberId as string;
}

const notEchoed = 'The webhook did not echo the challenge.';

describe('POST /subscribers', () => {
  it('answers at once and challenges the webhook afterwards, signed and without credentials', async () => {
    const made = await subscribe({ notificationTypes: ['CreateTaskNotify'], description: 'Our hook' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        partyId: 'NETCO',
        webhookUrl: receiver.url,
        status: 'PendingVerification',
        notificationTypes: ['CreateTaskNotify'],
        description: 'Our hook',
        secretVersion: 1,
        createdDateTime: expect.any(String),
        verification: { attempts: 0, lastAttemptDateTime: null, lastError: null },
      },
    });
    expect(made.headers.get('location')).toBe(`/subscribers/${made.body.subscriberId}`);
    expect(made.text).not.toContain(secretKey);
    await move();
    const [challenge] = receiver.challenges;
    expect(challenge).toMatchObject({ subscriberId: made.body.subscriberId, isSigned: true });
    expect(challenge!.challenge).toMatch(/^[\w-]{43}$/);
    expect(challenge!.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'wrm/1.0.0' });
    expect(challenge!.headers.authorization).toBeUndefined();
    expect(await read(made.body.subscriberId)).toMatchObject({
      status: 'Verified',
      verification: { attempts: 1, lastError: null, nextAttemptDateTime: null },
    });
  });

  it('keeps the query of the webhook and asks with another text at every attempt', async () => {
    receiver.echoes((response) => response.writeHead(404).end());
    await subscribe({ webhookUrl: `${receiver.url}?tenant=7&empty=` });
    await move();
    await move('PT30S');
    expect(receiver.challenges.map(({ isSigned }) => isSigned)).toEqual([true, true]);
    expect(new Set(receiver.challenges.map(({ challenge }) => challenge)).size).toBe(2);
  });

  test.each<[string, number, string, string, string]>([
    ['another text', 200, 'application/json', '{"challenge":"other"}', notEchoed],
    ['the bare text', 200, 'application/json', '"text"', notEchoed],
    ['null', 200, 'application/json', 'null', notEchoed],
    ['no JSON', 200, 'application/json', 'challenge', notEchoed],
    ['JSON that is called text', 200, 'text/plain', '{"challenge":"$"}', 'The webhook did not answer in JSON.'],
    ['the echo under 201', 201, 'application/json', '{"challenge":"$"}', 'The webhook answered 201 in place of 200.'],
    ['a redirect', 302, 'application/json', '{"challenge":"$"}', 'The webhook answered 302 in place of 200.'],
    ['more than 8 KiB', 200, 'application/json', `{"padding":"${' '.repeat(9_000)}","challenge":"$"}`, notEchoed],
  ])('does not verify a webhook that answers %s', async (_, status, type, body, fault) => {
    receiver.echoes((response, { challenge }) => {
      const headers = { 'Content-Type': type, Location: 'http://169.254.169.254/latest/meta-data' };
      response.writeHead(status, headers).end(body.replace('$', challenge));
    });
    const { subscriberId } = (await subscribe()).body;
    await move();
    expect(await read(subscriberId)).toMatchObject({
      status: 'PendingVerification',
      verification: { attempts: 1, lastError: fault },
    });
  });

  it('gives up after three attempts, at once, after 30 seconds and after 5 minutes, and begins anew on request', async () => {
    receiver.echoes((response) => response.writeHead(500).end());
    const { subscriberId } = (await subscribe()).body;
    await move();
    const [first] = receiver.challenges;
    expect(first).toBeDefined();
    await move('PT29S');
    expect(receiver.challenges).toHaveLength(1);
    await move('PT1S');
    expect(receiver.challenges).toHaveLength(2);
    await move('PT4M29S');
    expect(receiver.challenges).toHaveLength(2);
    await move('PT1S');
    expect(await read(subscriberId)).toMatchObject({
      status: 'VerificationFailed',
      verification: { attempts: 3, nextAttemptDateTime: null },
    });
    receiver.echoes();
    const again = await api.as('requestor').post(`/subscribers/${subscriberId}/verify`);
    expect(again).toMatchObject({
      status: 202,
      body: { status: 'PendingVerification', verification: { attempts: 0 } },
    });
    await move();
    expect((await read(subscriberId)).status).toBe('Verified');
    expect(await api.as('requestor').post(`/subscribers/${subscriberId}/verify`)).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-11' },
    });
  });

  it('does not wait for ever for an answer', async () => {
    receiver.echoes(() => undefined);
    const { subscriberId } = (await subscribe()).body;
    await move();
    expect((await read(subscriberId)).verification.lastError).toBe('The webhook could not be reached: TIMEOUT.');
  });

  it('starts challenges by hand ten times an hour and no more', async () => {
    receiver.echoes((response) => response.writeHead(500).end());
    const { subscriberId } = (await subscribe()).body;
    const verify = () => api.as('requestor').post(`/subscribers/${subscriberId}/verify`);
    for (let start = 0; start < 10; start += 1) expect((await verify()).status).toBe(202);
    const refused = await verify();
    expect([refused.status, refused.body.responseCode, refused.headers.get('retry-after')]).toEqual([
      429,
      '429-89',
      '3600',
    ]);
    await move('PT1H');
    expect((await verify()).status).toBe(202);
  });

  test.each([
    ['no URL', 'hooks', 'webhookUrl must be a URL of at most 2048 characters.'],
    ['another scheme', 'ftp://hooks.example/wrm', 'webhookUrl must be https.'],
    ['credentials', 'https://user:word@hooks.example/wrm', 'webhookUrl must not hold a user name or password.'],
    ['a fragment', 'https://hooks.example/wrm#top', 'webhookUrl must not hold a fragment.'],
    [
      'the port of another service',
      'https://hooks.example:22/',
      'The port of webhookUrl must be 443 or from 1024 to 65535.',
    ],
    [
      'the metadata of a machine',
      'http://169.254.169.254/latest',
      'The host of webhookUrl must have public addresses only.',
    ],
    ['the same in one number', 'http://2852039166/', 'The host of webhookUrl must have public addresses only.'],
    [
      'the same within IPv6',
      'http://[::ffff:169.254.169.254]/',
      'The host of webhookUrl must have public addresses only.',
    ],
  ])('refuses %s', async (_, webhookUrl, message) => {
    expect(await subscribe({ webhookUrl })).toMatchObject({
      status: 422,
      body: { responseCode: 'WRM-422-30', message, errors: [{ object: 'subscriber', attributes: ['webhookUrl'] }] },
    });
  });

  it('tells every fault of a body', async () => {
    const body = { webhookUrl: 7, secretKey: 'short', notificationTypes: ['Nothing'], colour: 'red' };
    const reply = await api.as('requestor').post('/subscribers', body);
    expect(reply).toMatchObject({ status: 400, body: { responseCode: 'WRM-400-01' } });
    expect(reply.body.errors.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      'additionalProperties',
      'enum',
      'type',
    ]);
    expect(reply.text).not.toContain('short');
  });

  it('knows a webhook again in another spelling, and the limit of ten, under parallel requests too', async () => {
    const { subscriberId } = (await subscribe({ webhookUrl: 'https://HOOKS.example:443/wrm' })).body;
    expect(await subscribe({ webhookUrl: 'https://hooks.example/wrm' })).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-30', errors: [{ facts: { existingSubscriberId: subscriberId } }] },
    });
    expect((await subscribe({ webhookUrl: 'https://hooks.example/wrm' }, 'supplier-a')).status).toBe(201);
    const more = Array.from({ length: 12 }, (__, n) => subscribe({ webhookUrl: `https://hooks.example/${n}` }));
    const codes = (await Promise.all(more)).map(({ body }) => body.responseCode ?? 'made');
    expect(codes.filter((code) => code === 'made')).toHaveLength(9);
    expect(codes.filter((code) => code === 'WRM-409-35')).toHaveLength(3);
  });

  it('makes one subscription of a request that comes twice under a key', async () => {
    const key = { 'Idempotency-Key': 'subscribe-once' };
    const post = (description: string) =>
      api.as('requestor').post('/subscribers', { webhookUrl: receiver.url, secretKey, description }, key);
    const [first, second] = [await post('one'), await post('one')];
    expect([second.status, second.text, second.headers.get('idempotent-replayed')]).toEqual([201, first.text, 'true']);
    expect(await post('two')).toMatchObject({ status: 409, body: { responseCode: 'WRM-409-01' } });
  });

  it('is for the parties, and shows each its own', async () => {
    const { subscriberId } = (await subscribe()).body;
    expect(await api.as('admin').post('/subscribers', { webhookUrl: receiver.url, secretKey })).toMatchObject({
      status: 403,
      body: { responseCode: 'WRM-403-01' },
    });
    const stranger = api.as('supplier-a');
    for (const reply of [
      await stranger.get(`/subscribers/${subscriberId}`),
      await stranger.patch(`/subscribers/${subscriberId}`, { description: 'mine' }),
      await stranger.delete(`/subscribers/${subscriberId}`),
      await stranger.post(`/subscribers/${subscriberId}/ping`),
      await stranger.get(`/subscribers/${subscriberId}/deliveries`),
      await stranger.put(`/subscribers/${subscriberId}/faults`, {}),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { responseCode: 'WRM-404-04' } });
    }
    expect((await stranger.get('/subscribers')).body.items).toEqual([]);
    expect((await api.as('admin').get('/subscribers')).body.items).toMatchObject([{ subscriberId, partyId: 'NETCO' }]);
  });
});

describe('GET /subscribers', () => {
  it('pages in the order of their making, filters, and speaks JSON:API', async () => {
    const made = [];
    for (const n of [1, 2, 3]) {
      made.push((await subscribe({ webhookUrl: `${receiver.url}/${n}` })).body.subscriberId);
      await move('PT1S');
    }
    const requestor = api.as('requestor');
    const first = (await requestor.get('/subscribers?limit=2&status=Verified')).body;
    const second = (await requestor.get(`/subscribers?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ subscriberId }: { subscriberId: string }) => subscriberId)).toEqual(
      made,
    );
    expect(second.nextCursor).toBeNull();
    expect((await requestor.get('/subscribers?status=Suspended')).body.items).toEqual([]);
    for (const query of ['status=Deleted', 'cursor=abc', 'limit=0']) {
      expect((await requestor.get(`/subscribers?${query}`)).body.responseCode).toBe('WRM-400-03');
    }
    const document = await requestor.get(`/subscribers/${made[0]}`, { Accept: 'application/vnd.api+json' });
    expect(document.body.data).toMatchObject({
      type: 'subscribers',
      id: made[0],
      attributes: { webhookUrl: `${receiver.url}/1`, status: 'Verified' },
      relationships: { party: { data: { type: 'parties', id: 'NETCO' } } },
    });
  });
});

describe('PATCH /subscribers/{subscriberId}', () => {
  it('sends to the old webhook until the new one has answered', async () => {
    const id = await givenVerified();
    const next = await Receiver.open();
    next.echoes((response) => response.writeHead(500).end());
    const changed = await api.as('requestor').patch(`/subscribers/${id}`, { webhookUrl: next.url, description: null });
    expect(changed).toMatchObject({
      status: 200,
      body: { webhookUrl: receiver.url, pendingWebhookUrl: next.url, status: 'Verified', description: null },
    });
    expect((await subscribe({ webhookUrl: next.url })).body.responseCode).toBe('WRM-409-30');
    await api.as('requestor').post(`/subscribers/${id}/ping`);
    await move();
    expect([receiver.received.length, next.received.length]).toEqual([1, 0]);
    next.echoes();
    await move('PT30S');
    const after = await read(id);
    expect(after).toMatchObject({ webhookUrl: next.url, status: 'Verified' });
    expect(after.pendingWebhookUrl).toBeUndefined();
    await api.as('requestor').post(`/subscribers/${id}/ping`);
    await move();
    expect([receiver.received.length, next.received.length]).toEqual([1, 1]);
    await next.close();
  });

  it('challenges anew what is not verified yet, and takes back what is', async () => {
    receiver.echoes((response) => response.writeHead(500).end());
    const { subscriberId } = (await subscribe()).body;
    await move();
    const other = `${receiver.url}/other`;
    const patch = (body: object) => api.as('requestor').patch(`/subscribers/${subscriberId}`, body);
    expect((await patch({ webhookUrl: other })).body).toMatchObject({
      webhookUrl: other,
      verification: { attempts: 0 },
    });
    receiver.echoes();
    await move();
    expect((await read(subscriberId)).status).toBe('Verified');
    await patch({ webhookUrl: 'https://hooks.example/never' });
    const back = (await patch({ webhookUrl: other })).body;
    expect(back).toMatchObject({ webhookUrl: other, verification: { nextAttemptDateTime: null } });
    expect(back.pendingWebhookUrl).toBeUndefined();
  });

  it('refuses what is wrong, and what a sibling has', async () => {
    const id = await givenVerified();
    const { subscriberId } = (await subscribe({ webhookUrl: `${receiver.url}/2` })).body;
    const patch = (body: object) => api.as('requestor').patch(`/subscribers/${subscriberId}`, body);
    expect(await patch({ webhookUrl: receiver.url })).toMatchObject({
      status: 409,
      body: { errors: [{ facts: { existingSubscriberId: id } }] },
    });
    expect((await patch({ webhookUrl: 'http://169.254.169.254/' })).body.responseCode).toBe('WRM-422-30');
    expect((await patch({ status: 'Verified' })).body.responseCode).toBe('WRM-400-01');
  });
});

describe('the secret', () => {
  const newSecret = 'wrm-demo-secret-abcdef0123456789';

  it('is rotated with both signing until the overlap ends', async () => {
    const id = await givenVerified();
    const rotation = { secretKey: newSecret, overlapSeconds: 60 };
    const rotated = await api.as('requestor').post(`/subscribers/${id}/rotate-secret`, rotation);
    const until = new Date(api.clock().now().getTime() + 60_000).toISOString();
    expect(rotated).toMatchObject({
      status: 200,
      body: { subscriberId: id, secretVersion: 2, previousSecretExpiresDateTime: until },
    });
    for (const again of [
      await api.as('requestor').post(`/subscribers/${id}/rotate-secret`, rotation),
      await api.as('requestor').patch(`/subscribers/${id}`, { secretKey: newSecret }),
    ]) {
      expect(again).toMatchObject({ status: 409, body: { responseCode: 'WRM-409-31' } });
    }
    const ping = async () => {
      await api.as('requestor').post(`/subscribers/${id}/ping`);
      await move();
      return receiver.received.at(-1)!;
    };
    receiver.secrets = [newSecret];
    expect((await ping()).isSigned).toBe(false);
    receiver.secrets = [newSecret, secretKey];
    const both = await ping();
    expect([both.isSigned, both.headers['x-hub-signature-previous']]).toEqual([
      true,
      expect.stringMatching(/^sha256=/),
    ]);
    await move('PT60S');
    receiver.secrets = [newSecret];
    const after = await ping();
    expect([after.isSigned, after.headers['x-hub-signature-previous']]).toEqual([true, undefined]);
    expect((await read(id)).previousSecretExpiresDateTime).toBeNull();
    const patched = await api.as('requestor').patch(`/subscribers/${id}`, { secretKey });
    expect(patched.body).toMatchObject({ secretVersion: 3, previousSecretExpiresDateTime: expect.any(String) });
  });

  test.each([
    [{ secretKey: 'x'.repeat(23) }, 'range'],
    [{ secretKey: 'é'.repeat(100) }, 'range'],
    [{ secretKey: newSecret, overlapSeconds: 604_801 }, 'range'],
    [{}, 'missing'],
  ])('is refused in %j', async (body, reason) => {
    const id = await givenVerified();
    const reply = await api.as('requestor').post(`/subscribers/${id}/rotate-secret`, body);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ reason }] } });
  });

  it('is stored sealed', async () => {
    await givenVerified();
    const rows = await api
      .db()
      .reader()
      .rows({ name: 'sealed', text: 'select to_jsonb(e)::text as row from webhook_endpoint e' });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secretKey);
  });
});

describe('a ping', () => {
  it('is signed, stands outside the lanes and always passes the filter', async () => {
    const id = await givenVerified({ notificationTypes: ['CloseTaskNotify'] });
    const { status, body } = await api.as('requestor').post(`/subscribers/${id}/ping`);
    await move();
    expect(status).toBe(202);
    expect(receiver.received).toMatchObject([
      {
        isSigned: true,
        body: { notificationType: 'PingNotify', subscriberId: id },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'wrm/1.0.0',
          'x-wrm-delivery-id': body.deliveryId,
          'x-wrm-attempt': '1',
          'x-wrm-redelivery': 'false',
        },
      },
    ]);
    expect(receiver.received[0]!.headers['x-wrm-sequence']).toBeUndefined();
  });

  it('is refused before the webhook is verified', async () => {
    receiver.echoes(() => undefined);
    const { subscriberId } = (await subscribe()).body;
    expect(await api.as('requestor').post(`/subscribers/${subscriberId}/ping`)).toMatchObject({
      status: 409,
      body: { responseCode: 'WRM-409-32' },
    });
  });
});

describe('a subscription', () => {
  it('is suspended by 410, keeps what is due, and goes on once it is resumed and verified', async () => {
    const id = await givenVerified();
    receiver.answers((response) => response.writeHead(410).end());
    await api.as('requestor').post(`/subscribers/${id}/ping`);
    await move();
    expect((await read(id)).status).toBe('Suspended');
    const requestor = api.as('requestor');
    expect((await requestor.get(`/subscribers/${id}/deliveries`)).body.items).toMatchObject([{ status: 'Held' }]);
    expect((await requestor.post(`/subscribers/${id}/verify`)).body.responseCode).toBe('WRM-409-11');
    receiver.answers((response) => response.writeHead(200).end());
    const resumed = await requestor.post(`/subscribers/${id}/resume`);
    expect(resumed).toMatchObject({ status: 202, body: { status: 'PendingVerification' } });
    await move();
    expect((await read(id)).status).toBe('Verified');
    expect((await requestor.get(`/subscribers/${id}/deliveries`)).body.items).toMatchObject([{ status: 'Delivered' }]);
    expect((await requestor.post(`/subscribers/${id}/resume`)).body.responseCode).toBe('WRM-409-11');
  });

  it('ends, once, with its log kept', async () => {
    const id = await givenVerified();
    receiver.answers((response) => response.writeHead(500).end());
    const { deliveryId } = (await api.as('requestor').post(`/subscribers/${id}/ping`)).body;
    await move();
    const requestor = api.as('requestor');
    expect((await requestor.delete(`/subscribers/${id}`)).status).toBe(204);
    expect((await requestor.delete(`/subscribers/${id}`)).body.responseCode).toBe('WRM-404-04');
    expect((await requestor.get(`/subscribers/${id}`)).status).toBe(404);
    expect((await requestor.get(`/deliveries/${deliveryId}`)).body).toMatchObject({
      status: 'Cancelled',
      attempts: [{ statusCode: 500 }],
    });
    expect((await requestor.post(`/deliveries/${deliveryId}/redeliver`)).status).toBe(404);
    expect((await subscribe()).status).toBe(201);
  });
});
