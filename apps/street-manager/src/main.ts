import { randomIds } from '@switchyard/domain';
import { createLogger, runUntilSignalled } from '@switchyard/http';
import { readConfig } from './config';
import { demoPassword } from './seed/demo/users';
import { startStreetManager } from './start';

const demoCredentials = [
  { label: 'promoter', user: 'planner@northbeck.example', secret: demoPassword },
  { label: 'authority', user: 'officer@ellerdale.example', secret: demoPassword },
  { label: 'contractor', user: 'contractor@copperline.example', secret: demoPassword },
];

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
    credentials: config.profile === 'sandbox' && config.seed === 'demo' ? demoCredentials : [],
  };
});
