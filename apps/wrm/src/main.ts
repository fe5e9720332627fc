import { randomIds } from '@switchyard/domain';
import { createLogger, runUntilSignalled } from '@switchyard/http';
import { readConfig } from './config';
import { demoCredentials } from './seed';
import { startWrm } from './start';

void runUntilSignalled('wrm', async () => {
  const config = readConfig(process.env);
  const log = createLogger('wrm', config.logLevel, config.readableLog);
  const { service, stop } = await startWrm(config, log, randomIds);
  return {
    service,
    host: config.host,
    port: config.port,
    portVariable: 'WRM_PORT',
    log,
    stop,
    credentials: config.profile === 'sandbox' && config.seed === 'demo' ? [...demoCredentials] : [],
  };
});
