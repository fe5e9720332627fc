import type { WrmPaths } from '@switchyard/contracts';
import { wrm } from '@switchyard/contracts';
import type { Database } from '@switchyard/db';
import type { Clock, IdGenerator } from '@switchyard/domain';
import type { Principal, SandboxControls, Service } from '@switchyard/http';
import { Refusal, createService } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Config } from './config';
import { renderError, renderUnexpected } from './errors';

export interface AppDeps {
  config: Config;
  log: Logger;
  db: Database;
  clock: Clock;
  ids: IdGenerator;
  sandbox?: SandboxControls;
}

/** The service: its table of contents. It serves its own state only, until its API is built. */
export function createApp(deps: AppDeps): Service {
  return createService<WrmPaths, Principal>({
    ...deps,
    name: 'wrm',
    contract: wrm,
    mediaType: 'application/json',
    idempotency: {
      isValid: (key) => /^[\x21-\x7e]{1,255}$/.test(key),
      replayMs: 24 * 3_600_000,
      conflictMs: 24 * 3_600_000,
      waitMs: deps.config.idempotencyWaitMs,
      fingerprintsQuery: true,
    },
    anonymous: { id: 'anonymous' },
    checkResponses: deps.config.checkResponses,
    ...(deps.config.rateLimits && { rateLimits: deps.config.rateLimits }),
    authenticate: () => Promise.reject(new Refusal('unauthenticated', 'no credentials are known')),
    renderError,
    renderUnexpected,
    routes: () => undefined,
  });
}
