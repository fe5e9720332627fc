import { readConfig } from '../config';
import { Receiver } from '../testing/receiver';
import { wrm } from '../testing/wrm';
import { egressOf } from './egress';
import { retryProfileOf } from './retry-profile';

const ownKey = Buffer.alloc(32, 7).toString('base64');
const configOf = (env: Record<string, string>) => readConfig({ DATABASE_URL: 'postgres://localhost/none', ...env });
const production = (env: Record<string, string> = {}) =>
  configOf({ PROFILE: 'production', WRM_SECRET_KEY: ownKey, ...env });

describe('a production service', () => {
  test.each([
    ['no key for its secrets', { WRM_SECRET_KEY: '' }, 'WRM_SECRET_KEY must be set'],
    [
      'the key of the sandbox',
      { WRM_SECRET_KEY: 'c2FuZGJveC1rZXktb2YtMzItYnl0ZXMtZm9yLXdybSE=' },
      'WRM_SECRET_KEY must not be the one of the sandbox',
    ],
    ['plain HTTP webhooks', { WRM_ALLOW_HTTP_WEBHOOKS: 'on' }, 'WRM_ALLOW_HTTP_WEBHOOKS must not be on'],
  ])('refuses %s', (_, env, message) => {
    expect(() => production(env)).toThrow(message);
  });

  test.each([
    ['http://hooks.example/wrm', 'scheme'],
    ['https://127.0.0.1/wrm', 'address'],
    ['https://93.184.215.14/wrm', 'literal address'],
    ['https://hooks.example/wrm', null],
  ])('judges %s: %s', (url, refusal) => {
    expect(egressOf(production()).refuseUrl(url)).toBe(refusal);
  });

  it('opens the ranges that it is told', () => {
    expect(egressOf(production({ WRM_WEBHOOK_ALLOW_CIDRS: '10.1.0.0/16' })).refuseUrl('https://10.1.2.3/')).toBeNull();
  });
});

describe('the retry profile', () => {
  test.each<[Record<string, string>, readonly number[], string]>([
    [{}, [0, 1_000, 2_000, 4_000, 8_000], 'give up'],
    [{ WRM_RETRY_PROFILE: 'chorus' }, [0, 30_000, 30_000, 30_000, 300_000], 'repeat'],
    [{ WRM_RETRY_SCHEDULE: '0,7,30' }, [0, 7_000, 30_000], 'give up'],
  ])('of %j waits %j and then: %s', (env, delays, afterLast) => {
    expect(retryProfileOf(configOf(env).webhooks)).toMatchObject({ delays, afterLast });
  });

  it('gives up after ten attempts under backoff', () => {
    const { delays, afterLast } = retryProfileOf(configOf({ WRM_RETRY_PROFILE: 'backoff' }).webhooks);
    expect([delays.length, delays.at(-1), afterLast]).toEqual([10, 86_400_000, 'give up']);
  });
});

describe('one lane for a whole subscription, on a schedule of its own', () => {
  const api = wrm({ WRM_LANE: 'subscriber', WRM_RETRY_SCHEDULE: '0,7' });

  it('holds every task up behind the first that fails', async () => {
    const receiver = await Receiver.open();
    const supplier = api.as('supplier-a');
    const move = (advance: string) => api.as('nobody').put('/sandbox/clock', { advance });
    const subscription = { webhookUrl: receiver.url, secretKey: receiver.secret };
    const { subscriberId } = (await supplier.post('/subscribers', subscription)).body;
    await move('PT0S');
    receiver.answers((response) => response.writeHead(500).end());
    await supplier.post('/trigger/CreateTask', {});
    await move('PT0S');
    receiver.answers((response) => response.writeHead(204).end());
    await supplier.post('/trigger/CreateTask', {});
    await move('PT6S');
    expect(receiver.received).toHaveLength(1);
    await move('PT1S');
    const tasks = receiver.received.map(({ body }) => body.task.id);
    expect(new Set(tasks).size).toBe(2);
    expect(tasks[1]).toBe(tasks[0]);
    expect(receiver.received.map(({ headers }) => headers['x-wrm-sequence'])).toEqual(['1', '1', '1']);
    await supplier.delete(`/subscribers/${subscriberId}`);
    await receiver.close();
  });
});
