import type { WrmPaths } from '@switchyard/contracts';
import { wrm } from '@switchyard/contracts';
import type { IdempotencyPolicy, SandboxControls, Service } from '@switchyard/http';
import { createService } from '@switchyard/http';
import type { Authentication } from './access/authenticate';
import { authorise } from './access/operation-roles';
import { activityTypeRoutes } from './activity-types/routes';
import { allocationRuleRoutes } from './allocation-rules/routes';
import type { Caller } from './caller';
import { anonymous } from './caller';
import { clientRoutes } from './clients/routes';
import type { Config } from './config';
import { jsonApiErrors, renderErrors, renderUnexpected } from './errors';
import { notificationRoutes } from './notifications/routes';
import { versionRoute } from './operations/version-route';
import { partyRoutes } from './parties/routes';
import type { Deps } from './shared/deps';
import { checkMedia } from './shared/media';
import { taskRoutes } from './tasks/routes';
import { triggerRoutes } from './triggers/routes';
import { workChannelRoutes } from './work-channel/routes';

export interface AppDeps extends Deps {
  authentication: Authentication;
  sandbox?: SandboxControls;
}

/** The service: its table of contents. */
export function createApp(deps: AppDeps): Service {
  const { config, authentication } = deps;
  return createService<WrmPaths, Caller>({
    ...deps,
    name: 'wrm',
    contract: wrm,
    mediaType: 'application/json',
    idempotency: idempotencyPolicy(config),
    anonymous,
    checkResponses: config.checkResponses,
    ...(config.rateLimits && { rateLimits: config.rateLimits }),
    correlationHeader: 'X-Correlation-Id',
    tellsMethods: true,
    jsonApi: { errors: jsonApiErrors },
    authenticate: (facts) => authentication.authenticate(facts),
    authorise,
    inspect: checkMedia,
    renderError: renderErrors(config.statusProfile),
    renderUnexpected,
    routes: (api) => {
      activityTypeRoutes(api, deps);
      allocationRuleRoutes(api, deps);
      clientRoutes(api, deps);
      notificationRoutes(api, deps);
      partyRoutes(api, deps);
      taskRoutes(api);
      triggerRoutes(api, deps);
      versionRoute(api);
      workChannelRoutes(api);
    },
  });
}

const DAY = 24 * 3_600_000;

/** Keys are kept for a day; a key that is malformed is refused. */
const idempotencyPolicy = (config: Config): IdempotencyPolicy => ({
  isValid: (key) => /^[\x21-\x7e]{1,255}$/.test(key),
  replayMs: DAY,
  conflictMs: DAY,
  waitMs: config.idempotencyWaitMs,
  fingerprintsQuery: true,
});
