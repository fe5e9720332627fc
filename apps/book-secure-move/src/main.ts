import { randomIds } from '@switchyard/domain';
import { createLogger, runUntilSignalled } from '@switchyard/http';
import { readConfig } from './config';
import { startBookSecureMove } from './start';

void runUntilSignalled('book-secure-move', async () => {
  const config = readConfig(process.env);
  const log = createLogger('book-secure-move', config.logLevel, config.readableLog);
  const { service, stop } = await startBookSecureMove(config, log, randomIds);
  return {
    service,
    host: config.host,
    port: config.port,
    portVariable: 'BOOK_SECURE_MOVE_PORT',
    log,
    stop,
    credentials:
      config.profile === 'sandbox' && config.seed === 'demo'
        ? [
            { label: 'authority', user: 'pmu-demo', secret: 'pmu-demo-secret' },
            { label: 'supplier geoamey', user: 'geoamey-demo', secret: 'geoamey-demo-secret' },
            { label: 'supplier serco', user: 'serco-demo', secret: 'serco-demo-secret' },
          ]
        : [],
  };
});
