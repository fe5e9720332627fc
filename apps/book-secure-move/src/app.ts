import { bookSecureMove } from '@switchyard/contracts';
import type { BookSecureMovePaths } from '@switchyard/contracts';
import type { SandboxControls, Service } from '@switchyard/http';
import { createService } from '@switchyard/http';
import { allocationRoutes } from './allocations/routes';
import type { Caller } from './caller';
import { anonymous } from './caller';
import type { Config } from './config';
import { courtHearingRoutes } from './court-hearings/routes';
import { renderError, renderUnexpected } from './errors';
import { eventRoutes } from './events/routes';
import { idempotencyPolicy } from './idempotency';
import { journeyActionRoutes } from './journeys/actions/routes';
import { journeyRoutes } from './journeys/routes';
import { lodgingRoutes } from './lodgings/routes';
import { moveActionRoutes } from './moves/actions/routes';
import { moveRoutes } from './moves/routes';
import type { Authentication } from './oauth/authenticate';
import { oauthRoutes } from './oauth/routes';
import { pingRoute } from './operations/ping';
import { peopleRoutes } from './people/routes';
import type { AdjustmentRunner } from './pricing/adjustments/run-adjustments';
import { pricingApi } from './pricing/api';
import { profileRoutes } from './profiles/routes';
import { withLocations } from './reference/open-locations';
import { referenceRoutes } from './reference/routes';
import type { Deps } from './shared/deps';
import { checkMedia } from './shared/media';
import { timetableRoutes } from './timetable/routes';

export interface AppDeps extends Deps {
  config: Config;
  authentication: Authentication;
  adjustments: AdjustmentRunner;
  sandbox?: SandboxControls;
}

/** The service: its table of contents. */
export function createApp(deps: AppDeps): Service {
  const { config, authentication } = deps;
  return createService<BookSecureMovePaths, Caller>({
    ...deps,
    name: 'book-secure-move',
    contract: withLocations(bookSecureMove, config.openLocations),
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
    furtherApis: [pricingApi({ ...deps, pricing: config.pricing })],
    plainRoutes: (router) => [...oauthRoutes(router, deps), ...pingRoute(router, config)],
    routes: (api) => {
      allocationRoutes(api, deps);
      courtHearingRoutes(api, deps);
      eventRoutes(api, deps);
      journeyActionRoutes(api, deps);
      journeyRoutes(api, deps);
      lodgingRoutes(api, deps);
      moveActionRoutes(api, deps);
      moveRoutes(api, deps);
      peopleRoutes(api, deps);
      profileRoutes(api, deps);
      referenceRoutes(api, deps);
      timetableRoutes(api, deps);
    },
  });
}
