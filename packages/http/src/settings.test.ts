import { readCommonSettings, Settings } from './settings';

const read = (env: Record<string, string>) => {
  const settings = new Settings({ DATABASE_URL: 'postgres://localhost/db', ...env });
  const common = readCommonSettings(settings, 'THING_PORT', 4000);
  settings.check();
  return common;
};

describe('the settings', () => {
  it('of a sandbox need a database and nothing else', () => {
    expect(read({})).toMatchObject({
      profile: 'sandbox',
      seed: 'demo',
      host: '127.0.0.1',
      port: 4000,
      idempotencyProfile: 'faithful',
      idempotencyWaitMs: 2_000,
      checkResponses: false,
      logLevel: 'info',
    });
  });

  it('of production bring no data of their own', () => {
    expect(read({ PROFILE: 'production' })).toMatchObject({ profile: 'production', seed: 'none' });
  });

  it.each([
    ['THING_PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['SEED', 'none', { seed: 'none' }],
    ['IDEMPOTENCY_PROFILE', 'durable', { idempotencyProfile: 'durable' }],
    ['IDEMPOTENCY_WAIT_MS', '0', { idempotencyWaitMs: 0 }],
    ['CHECK_RESPONSES', 'on', { checkResponses: true }],
    ['LOG_FORMAT', 'text', { readableLog: true }],
    ['LOG_FORMAT', 'json', { readableLog: false }],
    ['REPLICA_DATABASE_URL', 'postgres://replica/db', { replicaUrl: 'postgres://replica/db' }],
    ['SEED', '', { seed: 'demo' }],
  ])('take %s=%s', (name, value, expected) => {
    expect(read({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['PROFILE', 'Production', 'PROFILE must be one of sandbox, production'],
    ['SEED', 'all', 'SEED must be one of demo, reference, none'],
    ['THING_PORT', '65536', 'THING_PORT must be a whole number from 0 to 65535'],
    ['THING_PORT', '80a', 'THING_PORT must be a whole number'],
    ['THING_PORT', '-1', 'THING_PORT must be a whole number'],
    ['IDEMPOTENCY_WAIT_MS', '1.5', 'IDEMPOTENCY_WAIT_MS must be a whole number'],
    ['CHECK_RESPONSES', 'yes', 'CHECK_RESPONSES must be one of on, off'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
    ['DATABASE_URL', '', 'DATABASE_URL must be set'],
  ])('refuse %s=%s', (name, value, fault) => {
    expect(() => read({ [name]: value })).toThrow(fault);
  });

  it('refuse demo data in production', () => {
    expect(() => read({ PROFILE: 'production', SEED: 'demo' })).toThrow('SEED must not be demo in production');
  });

  it('name every fault at once', () => {
    expect(() => read({ PROFILE: 'x', SEED: 'y', THING_PORT: 'z' })).toThrow(/PROFILE[\s\S]*SEED[\s\S]*THING_PORT/);
  });
});
