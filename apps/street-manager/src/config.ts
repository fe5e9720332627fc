import type { CommonSettings, Environment } from '@switchyard/http';
import { Settings, readCommonSettings } from '@switchyard/http';

export type Config = CommonSettings;

/** The only reader of the environment. Throws with every wrong setting named. */
export function readConfig(env: Environment): Config {
  const settings = new Settings(env);
  const config = readCommonSettings(settings, 'STREET_MANAGER_PORT', 3001);
  settings.check();
  return config;
}
