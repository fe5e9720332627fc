import type {
  StreetManagerExportPaths,
  StreetManagerGeojsonPaths,
  StreetManagerLookupPaths,
  StreetManagerPartyPaths,
  StreetManagerPaths,
  StreetManagerReportingPaths,
  StreetManagerWorkPaths,
} from '@switchyard/contracts';
import {
  streetManager,
  streetManagerExport,
  streetManagerGeojson,
  streetManagerLookup,
  streetManagerParty,
  streetManagerReporting,
  streetManagerWork,
} from '@switchyard/contracts';
import { checkRole } from '@switchyard/domain/street-manager';
import type { ApiDefinition, IdempotencyPolicy, MountedApi, SandboxControls, Service } from '@switchyard/http';
import { createService, mounted } from '@switchyard/http';
import type { Authentication } from './access';
import { tokenRoutes } from './access/party-routes';
import { loginRoutes } from './access/routes';
import { calculatorRoutes } from './calculators/routes';
import { alterationRoutes } from './alterations/routes';
import { activityRoutes } from './activities/routes';
import type { Caller } from './caller';
import { anonymous } from './caller';
import { commentRoutes } from './comments/routes';
import type { Config } from './config';
import { forwardPlanRoutes } from './forward-plans/routes';
import { exportRoutes } from './exports/routes';
import { jsonApiErrors, renderError, renderUnexpected } from './errors';
import { mailboxRoute } from './mail/mailbox';
import { partyRoutes } from './organisations/routes';
import { canonicalPath } from './paths';
import { fileRoutes } from './files/routes';
import { fixedPenaltyNoticeRoutes } from './fixed-penalty-notices/routes';
import { geojsonRoutes } from './geojson/routes';
import { geographicalAreaRoutes } from './geographical-areas/routes';
import { historicWorkRoutes } from './historic-works/routes';
import { inspectionRoutes } from './inspections/routes';
import { lookupRoutes } from './lookup/routes';
import { permitRoutes } from './permits/routes';
import { reportRoutes } from './reports/routes';
import { sampleInspectionRoutes } from './sample-inspections/routes';
import { section74Routes } from './section-74s/routes';
import { section81Routes } from './section-81s/routes';
import type { Deps } from './shared/deps';
import { statusRoute } from './operations/status';
import { siteRoutes } from './sites/routes';
import { onSiteRoutes } from './works/on-site/routes';
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
    correlationHeader: 'X-Request-Id',
    rewritePath: canonicalPath,
    renderUnexpected,
    routes: () => undefined,
    plainRoutes: (router) => (deps.sandbox ? mailboxRoute(router, deps.db.reader()) : []),
    furtherApis: [
      exportApi(deps),
      geojsonApi(deps),
      lookupApi(deps),
      partyApi(deps),
      reportingApi(deps),
      workApi(deps),
    ],
  });
}

function exportApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerExportPaths, Caller>({
    ...manners(deps),
    contract: streetManagerExport,
    routes: (api) => {
      exportRoutes(api, deps);
      statusRoute(api);
    },
  });
}

function geojsonApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerGeojsonPaths, Caller>({
    ...manners(deps),
    contract: streetManagerGeojson,
    routes: (api) => {
      geojsonRoutes(api);
      statusRoute(api);
    },
  });
}

function lookupApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerLookupPaths, Caller>({
    ...manners(deps),
    contract: streetManagerLookup,
    routes: (api) => {
      lookupRoutes(api);
      statusRoute(api);
    },
  });
}

function partyApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerPartyPaths, Caller>({
    ...manners(deps),
    contract: streetManagerParty,
    routes: (api) => {
      partyRoutes(api, deps);
      statusRoute(api);
      tokenRoutes(api, deps);
    },
  });
}

function reportingApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerReportingPaths, Caller>({
    ...manners(deps),
    contract: streetManagerReporting,
    routes: (api) => {
      reportRoutes(api, deps);
      statusRoute(api);
    },
  });
}

function workApi(deps: AppDeps): MountedApi {
  return mounted<StreetManagerWorkPaths, Caller>({
    ...manners(deps),
    contract: streetManagerWork,
    routes: (api) => {
      activityRoutes(api, deps);
      commentRoutes(api, deps);
      alterationRoutes(api, deps);
      calculatorRoutes(api, deps);
      fileRoutes(api, deps);
      fixedPenaltyNoticeRoutes(api, deps);
      geographicalAreaRoutes(api, deps);
      historicWorkRoutes(api, deps);
      inspectionRoutes(api, deps);
      forwardPlanRoutes(api, deps);
      loginRoutes(api, deps);
      onSiteRoutes(api, deps);
      permitRoutes(api, deps);
      sampleInspectionRoutes(api, deps);
      siteRoutes(api, deps);
      section74Routes(api, deps);
      section81Routes(api, deps);
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
