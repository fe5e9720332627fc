import type { WrmPaths } from '@switchyard/contracts';
import { wrm } from '@switchyard/contracts';
import type { IdempotencyPolicy, SandboxControls, Service } from '@switchyard/http';
import { createService } from '@switchyard/http';
import type { Authentication } from './access/authenticate';
import { authorise } from './access/operation-roles';
import { activityTypeRoutes } from './activity-types/routes';
import { allocationRuleRoutes } from './allocation-rules/routes';
import { appointmentRoutes } from './appointments/routes';
import type { Caller } from './caller';
import { anonymous } from './caller';
import { campaignRoutes } from './campaigns/routes';
import { clientRoutes } from './clients/routes';
import type { Config } from './config';
import { deliveryRoutes } from './deliveries/routes';
import { deliveryFiguresOf } from './dispatch/figures';
import { jsonApiErrors, renderErrors, renderUnexpected } from './errors';
import { notificationRoutes } from './notifications/routes';
import { versionRoute } from './operations/version-route';
import { partyRoutes } from './parties/routes';
import { scheduleRoutes } from './schedules/admin-routes';
import { offerRoutes } from './schedules/offer-routes';
import type { Deps } from './shared/deps';
import { checkMedia } from './shared/media';
import { simulationRoutes } from './simulator/routes';
import { faultRoutes } from './subscribers/fault-routes';
import { subscriberRoutes } from './subscribers/routes';
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
    figures: () => deliveryFiguresOf(deps),
    authenticate: (facts) => authentication.authenticate(facts),
    authorise,
    inspect: checkMedia,
    renderError: renderErrors(config.statusProfile),
    renderUnexpected,
    routes: (api) => {
      activityTypeRoutes(api, deps);
      allocationRuleRoutes(api, deps);
      appointmentRoutes(api, deps);
      campaignRoutes(api, deps);
      clientRoutes(api, deps);
      deliveryRoutes(api, deps);
      faultRoutes(api, deps);
      notificationRoutes(api, deps);
      offerRoutes(api, deps);
      partyRoutes(api, deps);
      scheduleRoutes(api, deps);
      simulationRoutes(api, deps);
      subscriberRoutes(api, deps);
      taskRoutes(api, deps);
      triggerRoutes(api, deps);
      versionRoute(api);
      workChannelRoutes(api, deps);
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
