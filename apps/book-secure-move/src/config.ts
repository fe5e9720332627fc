import type { CommonSettings, Environment } from '@switchyard/http';
import { Settings, readCommonSettings } from '@switchyard/http';
import type { PricingSettings } from './pricing/deps';
import { readPricingSettings } from './pricing/settings';

export interface Config extends CommonSettings {
  /** Whether locations can be read without a token, as at the real service. */
  openLocations: boolean;
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
  pricing: PricingSettings;
  build: { date: string; commit: string; tag: string };
}

/** The only reader of the environment. Throws with every wrong setting named. */
export function readConfig(env: Environment): Config {
  const settings = new Settings(env);
  const config: Config = {
    ...readCommonSettings(settings, 'BOOK_SECURE_MOVE_PORT', 3002),
    openLocations: settings.flag('OPEN_LOCATIONS', true),
    nomis: {
      url: settings.text('NOMIS_URL'),
      tokenUrl: settings.text('NOMIS_TOKEN_URL'),
      clientId: settings.text('NOMIS_CLIENT_ID'),
      clientSecret: settings.text('NOMIS_CLIENT_SECRET'),
      prisonerSearchUrl: settings.text('NOMIS_PRISONER_SEARCH_URL'),
      alertsUrl: settings.text('NOMIS_ALERTS_URL'),
      usersUrl: settings.text('NOMIS_USERS_URL'),
      timeoutMs: settings.whole('NOMIS_TIMEOUT_MS', 10_000, 60_000),
    },
    pricing: readPricingSettings(settings),
    build: {
      date: settings.text('BUILD_DATE') ?? 'Not available',
      commit: settings.text('COMMIT_ID') ?? 'Not available',
      tag: settings.text('BUILD_TAG') ?? 'Not available',
    },
  };
  settings.check();
  return config;
}
