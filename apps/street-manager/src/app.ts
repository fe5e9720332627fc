import type { StreetManagerPaths, StreetManagerWorkPaths } from '@switchyard/contracts';
import { streetManager, streetManagerWork } from '@switchyard/contracts';
import { checkRole } from '@switchyard/domain/street-manager';
import type { ApiDefinition, IdempotencyPolicy, MountedApi, SandboxControls, Service } from '@switchyard/http';
import { createService, mounted } from '@switchyard/http';
import type { Authentication } from './access';
import { loginRoutes } from './access/routes';
import type { Caller } from './caller';
import { anonymous } from './caller';
import type { Config } from './config';
import { jsonApiErrors, renderError, renderUnexpected } from './errors';
import { canonicalPath } from './paths';
import { permitRoutes } from './permits/routes';
import type { Deps } from './shared/deps';
import { statusRoute } from './operations/status';
import { workRoutes } from './works/routes';

export interface AppDeps extends Deps {
  authentication: Authentication;
  sandbox?: SandboxControls;
}

/** The service: its table of contents. */
export function createApp(deps: AppDeps): Service {
  const { config } = deps;
  return createService<StreetManagerPaths, Caller>({
    ...deps,
    ...manners(deps),
    name: 'street-manager',
    contract: streetManager,
    checkResponses: config.checkResponses,
    ...(config.rateLimits && { rateLimits: config.rateLimits }),
    rewritePath: canonicalPath,
    renderUnexpected,
    routes: () => undefined,
    furtherApis: [workApi(deps)],
  });
}

function workApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerWorkPaths, Caller>({
    ...manners(deps),
    contract: streetManagerWork,
    routes: (api) => {
      loginRoutes(api, deps);
      permitRoutes(api, deps);
      statusRoute(api);
      workRoutes(api, deps);
    },
  });
}

/** What all APIs of the service have in common. */
function manners({ authentication, config }: AppDeps): Omit<ApiDefinition<never, Caller>, 'contract' | 'routes'> {
  return {
    mediaType: 'application/json',
    idempotency: idempotencyPolicy(config),
    anonymous,
    authenticate: (facts) => authentication.authenticate(facts),
    authorise: (caller, operation) => checkRole(caller.roles, operation, config.openToAllRoles),
    nullIsAbsent: true,
    jsonApi: { errors: jsonApiErrors },
    renderError,
  };
}

const idempotencyPolicy = (config: Config): IdempotencyPolicy => ({
  isValid: (key) => /^[\x21-\x7e]{1,255}$/.test(key),
  replayMs: 24 * 3_600_000,
  conflictMs: 24 * 3_600_000,
  waitMs: config.idempotencyWaitMs,
  fingerprintsQuery: true,
});
