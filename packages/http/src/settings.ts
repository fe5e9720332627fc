import { availableParallelism } from 'node:os';
import type { RateLimits } from './rate-limit';
import { limitsOf } from './rate-limit';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings from the environment and collects every fault, so that a wrong configuration is told at once. */
export class Settings {
  private readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | undefined {
    return this.env[name] || undefined;
  }

  oneOf<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const value = (this.env[name] || fallback) as T;
    this.require(values.includes(value), `${name} must be one of ${values.join(', ')}`);
    return value;
  }

  whole(name: string, fallback: number, most: number): number {
    const value = Number(this.env[name] || fallback);
    this.require(
      Number.isInteger(value) && value >= 0 && value <= most,
      `${name} must be a whole number from 0 to ${most}`,
    );
    return value;
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['on', 'off'], fallback ? 'on' : 'off') === 'on';
  }

  require(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }

  /** Throws one error that names everything that is wrong. */
  check(): void {
    if (this.faults.length === 0) return;
    throw new Error(`The configuration is wrong:\n${this.faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

export type Profile = 'sandbox' | 'production';
export type Seed = 'demo' | 'reference' | 'none';

/** What every service is told. */
export interface CommonSettings {
  profile: Profile;
  host: string;
  port: number;
  databaseUrl: string;
  replicaUrl: string | undefined;
  poolSize: number;
  seed: Seed;
  idempotencyProfile: 'faithful' | 'durable';
  idempotencyWaitMs: number;
  rateLimits: RateLimits | undefined;
  /** Hold every answer against the contract. */
  checkResponses: boolean;
  logLevel: string;
  readableLog: boolean;
}

export function readCommonSettings(settings: Settings, portVariable: string, defaultPort: number): CommonSettings {
  const profile = settings.oneOf('PROFILE', ['sandbox', 'production'], 'sandbox');
  const seed = settings.oneOf('SEED', ['demo', 'reference', 'none'], profile === 'sandbox' ? 'demo' : 'none');
  const databaseUrl = settings.text('DATABASE_URL') ?? '';
  settings.require(databaseUrl !== '', 'DATABASE_URL must be set');
  settings.require(profile === 'sandbox' || seed !== 'demo', 'SEED must not be demo in production');
  return {
    profile,
    seed,
    databaseUrl,
    host: settings.text('HOST') ?? '127.0.0.1',
    port: settings.whole(portVariable, defaultPort, 65_535),
    replicaUrl: settings.text('REPLICA_DATABASE_URL'),
    poolSize: settings.whole('DATABASE_POOL_SIZE', Math.max(4, 3 * availableParallelism()), 200),
    idempotencyProfile: settings.oneOf('IDEMPOTENCY_PROFILE', ['faithful', 'durable'], 'faithful'),
    idempotencyWaitMs: settings.whole('IDEMPOTENCY_WAIT_MS', 2_000, 60_000),
    rateLimits: limitsOf(
      settings.oneOf('RATE_LIMIT', ['off', 'on', 'strict', 'hmrc'], profile === 'sandbox' ? 'off' : 'on'),
    ),
    checkResponses: settings.flag('CHECK_RESPONSES', false),
    logLevel: settings.oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
    readableLog: settings.oneOf('LOG_FORMAT', ['json', 'text'], process.stdout.isTTY ? 'text' : 'json') === 'text',
  };
}
