import { bookSecureMove } from '@switchyard/contracts';
import type { BookSecureMovePaths } from '@switchyard/contracts';
import type { SandboxControls, Service } from '@switchyard/http';
import { createService } from '@switchyard/http';
import type { Logger } from 'pino';
import type { Caller } from './caller';
import { anonymous } from './caller';
import type { Config } from './config';
import { renderError, renderUnexpected } from './errors';
import { idempotencyPolicy } from './idempotency';
import { journeyRoutes } from './journeys/routes';
import { lodgingRoutes } from './lodgings/routes';
import { moveRoutes } from './moves/routes';
import type { Authentication } from './oauth/authenticate';
import { oauthRoutes } from './oauth/routes';
import { pingRoute } from './operations/ping';
import type { Deps } from './shared/deps';
import { checkMedia } from './shared/media';

export interface AppDeps extends Deps {
  config: Config;
  log: Logger;
  authentication: Authentication;
  sandbox?: SandboxControls;
}

/** The service: its table of contents. */
export function createApp(deps: AppDeps): Service {
  const { config, authentication } = deps;
  return createService<BookSecureMovePaths, Caller>({
    ...deps,
    name: 'book-secure-move',
    contract: bookSecureMove,
    mediaType: 'application/vnd.api+json',
    idempotency: idempotencyPolicy(config),
    anonymous,
    checkResponses: config.checkResponses,
    ...(config.rateLimits && { rateLimits: config.rateLimits }),
    putIsPatch: true,
    // The version in the path is optional and selects nothing.
    rewritePath: (path) => path.replace(/^\/api\/v1(?=\/)/, '/api'),
    authenticate: (facts) => authentication.authenticate(facts),
    inspect: checkMedia,
    renderError,
    renderUnexpected,
    plainRoutes: (router) => [...oauthRoutes(router, deps), ...pingRoute(router, config)],
    routes: (api) => {
      journeyRoutes(api, deps);
      lodgingRoutes(api, deps);
      moveRoutes(api, deps);
    },
  });
}
