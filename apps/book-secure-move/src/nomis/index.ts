import type { Clock } from '@switchyard/domain';
import { createHttpNomis } from './http-adapter';
import type { NomisHttpConfig } from './http-config';
import { createLocalNomis } from './local-adapter';
import { createLocalRegisterState, type LocalRegisterState } from './local-register-state';
import type { Nomis } from './port';

export * from './errors';
export * from './port';
export * from './records';
export { fromLondonTime, toLondonTime } from './london-time';
export { createLocalRegisterState, type LocalRegisterState } from './local-register-state';
export type { NomisHttpConfig } from './http-config';

/** An empty or missing `url` (NOMIS_URL) means the local demo register. */
export type NomisConfig = Partial<NomisHttpConfig>;

/**
 * The prison register that the configuration names. Give the local register a `state` of your own to reset it later;
 * the real one takes no notice of it. Throws at once, naming the settings, when a real one is only half configured.
 */
export function createNomis(
  config: NomisConfig,
  clock: Clock,
  state: LocalRegisterState = createLocalRegisterState(),
): Nomis {
  return config.url ? createHttpNomis(complete(config), clock) : createLocalNomis(clock, state);
}

const addresses = ['url', 'tokenUrl', 'prisonerSearchUrl', 'alertsUrl', 'usersUrl'] as const;

function complete(config: NomisConfig): NomisHttpConfig {
  const { url = '', tokenUrl = '', clientId = '', clientSecret = '' } = config;
  const required = { url, tokenUrl, clientId, clientSecret };
  const missing = Object.entries(required).flatMap(([name, value]) => (value === '' ? name : []));
  if (missing.length > 0) throw new Error(`The prison register at ${url} also needs: ${missing.join(', ')}`);
  const bad = addresses.filter((name) => config[name] && !isHttp(config[name]));
  if (bad.length > 0) throw new Error(`Not an http or https address: ${bad.join(', ')}`);
  return { ...config, ...required };
}

function isHttp(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
