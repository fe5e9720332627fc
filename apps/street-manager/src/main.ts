import { randomIds } from '@switchyard/domain';
import { createLogger, runUntilSignalled } from '@switchyard/http';
import { readConfig } from './config';
import { startStreetManager } from './start';

void runUntilSignalled('street-manager', async () => {
  const config = readConfig(process.env);
  const log = createLogger('street-manager', config.logLevel, config.readableLog);
  const { service, stop } = await startStreetManager(config, log, randomIds);
  return {
    service,
    host: config.host,
    port: config.port,
    portVariable: 'STREET_MANAGER_PORT',
    log,
    stop,
    credentials: [],
  };
});
