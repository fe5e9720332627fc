import { bookSecureMovePricing } from '@switchyard/contracts';
import type { BookSecureMovePricingPaths } from '@switchyard/contracts';
import type { MountedApi } from '@switchyard/http';
import { mounted } from '@switchyard/http';
import type { Caller } from '../caller';
import { anonymous } from '../caller';
import type { Config } from '../config';
import { idempotencyPolicy } from '../idempotency';
import type { Authentication } from '../oauth/authenticate';
import { checkPricingScope } from './access';
import { adjustmentRoutes } from './adjustments/routes';
import type { PricingDeps } from './deps';
import { renderPricingError } from './errors';
import { importRoutes } from './imports/routes';
import { checkPricingMedia } from './media';
import { movePriceRoutes } from './move-prices/routes';
import { priceCatalogueRoutes } from './price-catalogues/routes';
import { priceExceptionRoutes } from './price-exceptions/routes';
import { priceRoutes } from './prices/routes';
import { siteRoutes } from './sites/routes';
import { statementRoutes } from './statements/routes';

/** What suppliers are paid: a contract of its own beside the API of moves, with the same tokens. */
export function pricingApi(deps: PricingDeps & { config: Config; authentication: Authentication }): MountedApi {
  return mounted<BookSecureMovePricingPaths, Caller>({
    contract: bookSecureMovePricing,
    mediaType: 'application/vnd.api+json',
    idempotency: idempotencyPolicy(deps.config),
    anonymous,
    authenticate: (facts) => deps.authentication.identify(facts),
    authorise: checkPricingScope,
    inspect: checkPricingMedia,
    renderError: renderPricingError,
    routes: (api) => {
      adjustmentRoutes(api, deps);
      importRoutes(api, deps);
      movePriceRoutes(api, deps);
      priceCatalogueRoutes(api, deps);
      priceExceptionRoutes(api, deps);
      priceRoutes(api, deps);
      siteRoutes(api, deps);
      statementRoutes(api, deps);
    },
  });
}
