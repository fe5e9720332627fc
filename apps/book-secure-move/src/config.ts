import { availableParallelism } from 'node:os';

export type Profile = 'sandbox' | 'production';
export type Seed = 'demo' | 'reference' | 'none';

export interface Config {
  profile: Profile;
  host: string;
  port: number;
  databaseUrl: string;
  replicaUrl: string | undefined;
  poolSize: number;
  seed: Seed;
  idempotencyProfile: 'faithful' | 'durable';
  idempotencyWaitMs: number;
  openLocations: boolean;
  checkResponses: boolean;
  logLevel: string;
  readableLog: boolean;
  nomis: {
    url: string | undefined;
    tokenUrl: string | undefined;
    clientId: string | undefined;
    clientSecret: string | undefined;
    prisonerSearchUrl: string | undefined;
    alertsUrl: string | undefined;
    usersUrl: string | undefined;
    timeoutMs: number;
  };
  build: { date: string; commit: string; tag: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The only reader of the environment. Throws with every wrong setting named. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = env[name] || fallback;
    if (!values.includes(value as T)) faults.push(`${name} must be one of ${values.join(', ')}`);
    return value as T;
  };
  const whole = (name: string, fallback: number, most: number): number => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 0 || value > most)
      faults.push(`${name} must be a whole number up to ${most}`);
    return value;
  };
  const profile = oneOf('PROFILE', ['sandbox', 'production'], 'sandbox');
  const config: Config = {
    profile,
    host: env.HOST || '127.0.0.1',
    port: whole('BOOK_SECURE_MOVE_PORT', 3002, 65_535),
    databaseUrl: env.DATABASE_URL ?? '',
    replicaUrl: env.REPLICA_DATABASE_URL || undefined,
    poolSize: whole('DATABASE_POOL_SIZE', Math.max(4, 3 * availableParallelism()), 200),
    seed: oneOf('SEED', ['demo', 'reference', 'none'], profile === 'sandbox' ? 'demo' : 'none'),
    idempotencyProfile: oneOf('IDEMPOTENCY_PROFILE', ['faithful', 'durable'], 'faithful'),
    idempotencyWaitMs: whole('IDEMPOTENCY_WAIT_MS', 2_000, 60_000),
    openLocations: oneOf('OPEN_LOCATIONS', ['on', 'off'], 'on') === 'on',
    checkResponses: oneOf('CHECK_RESPONSES', ['on', 'off'], 'off') === 'on',
    logLevel: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
    readableLog: oneOf('LOG_FORMAT', ['json', 'text'], process.stdout.isTTY ? 'text' : 'json') === 'text',
    nomis: {
      url: env.NOMIS_URL || undefined,
      tokenUrl: env.NOMIS_TOKEN_URL || undefined,
      clientId: env.NOMIS_CLIENT_ID || undefined,
      clientSecret: env.NOMIS_CLIENT_SECRET || undefined,
      prisonerSearchUrl: env.NOMIS_PRISONER_SEARCH_URL || undefined,
      alertsUrl: env.NOMIS_ALERTS_URL || undefined,
      usersUrl: env.NOMIS_USERS_URL || undefined,
      timeoutMs: whole('NOMIS_TIMEOUT_MS', 10_000, 60_000),
    },
    build: {
      date: env.BUILD_DATE || 'Not available',
      commit: env.COMMIT_ID || 'Not available',
      tag: env.BUILD_TAG || 'Not available',
    },
  };
  if (config.databaseUrl === '') faults.push('DATABASE_URL must be set');
  if (profile === 'production' && config.seed === 'demo') faults.push('SEED must not be demo in production');
  if (faults.length > 0)
    throw new Error(`The configuration is wrong:\n${faults.map((each) => `- ${each}`).join('\n')}`);
  return config;
}
