import { siteTypes } from '@switchyard/domain/book-secure-move/pricing';
import type { Resource } from '@switchyard/http';
import { ok } from '@switchyard/http';
import { actOf } from '../../shared/deps';
import { wireTime } from '../../shared/wire-time';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { mapSite } from './map-site';
import type { Site } from './repository';
import { readSites } from './repository';

export function siteRoutes(api: PricingApi, deps: PricingDeps): void {
  api.get('/locations', async ({ db }) => ok(documentOf((await readSites(db)).all.map(presentSite))));

  api.put('/locations/{nomis_agency_id}', async (request) =>
    ok(
      documentOf(
        presentSite(await mapSite(actOf(request, deps), request.params.nomis_agency_id, request.body.data.attributes)),
      ),
    ),
  );
}

const presentSite = ({ agencyId, name, type, addedAt, updatedAt }: Site): Resource => ({
  type: 'pricing-locations',
  id: agencyId,
  attributes: {
    site_name: name,
    location_type: type,
    location_type_label: siteTypes[type],
    added_at: wireTime(addedAt),
    updated_at: wireTime(updatedAt),
  },
});
