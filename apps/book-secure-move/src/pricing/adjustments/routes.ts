import { NotFound } from '@switchyard/domain';
import type { Reply, Resource } from '@switchyard/http';
import { identifier, ok } from '@switchyard/http';
import type { ReferencePicture } from '../../reference/reference-data';
import { actOf } from '../../shared/deps';
import { uuidOf } from '../../shared/uuid';
import { wireTime } from '../../shared/wire-time';
import { sees, supplierOfList } from '../access';
import type { PricingApi, PricingDeps } from '../deps';
import { documentOf } from '../documents';
import { catalogueId, supplierKeyOf } from '../prices/serializer';
import { createAdjustment } from './create-adjustment';
import type { Adjustment } from './repository';
import { findAdjustment, listAdjustments } from './repository';

const MOST = 100;

export function adjustmentRoutes(api: PricingApi, deps: PricingDeps): void {
  const { reference, adjustments: runner } = deps;

  api.get('/adjustments', async ({ db, caller, query }) => {
    const supplierId = supplierOfList(caller, reference.current, query['filter[supplier]']);
    const adjustments = await listAdjustments(db, supplierId, MOST);
    const shown = reference.current.suppliers.all.filter(({ id }) => supplierId === null || id === supplierId);
    const inProgress = shown.map(({ id, key }) => [
      key,
      adjustments.some((each) => each.supplierId === id && each.status === 'in_progress'),
    ]);
    const resources = adjustments.map((adjustment) => presentAdjustment(adjustment, reference.current));
    return ok(documentOf(resources, { meta: { in_progress: Object.fromEntries(inProgress) } }));
  });

  api.get('/adjustments/{adjustment_id}', async ({ db, caller, params }) => {
    const adjustment = await findAdjustment(db, uuidOf('adjustment', params.adjustment_id));
    if (!adjustment || !sees(caller, adjustment.supplierId)) throw new NotFound('adjustment', params.adjustment_id);
    return ok(documentOf(presentAdjustment(adjustment, reference.current)));
  });

  api.post('/adjustments', async (request): Promise<Reply<202>> => {
    const adjustment = await createAdjustment(actOf(request, deps), request.body.data.attributes);
    request.tx.afterCommit(() => void runner.runDue());
    const body = documentOf(presentAdjustment(adjustment, reference.current));
    return { status: 202, body, headers: { Location: `/pricing/adjustments/${adjustment.id}` } };
  });
}

function presentAdjustment(adjustment: Adjustment, reference: ReferencePicture): Resource {
  const supplier = supplierKeyOf(reference, adjustment.supplierId);
  return {
    type: 'adjustments',
    id: adjustment.id,
    attributes: {
      supplier,
      effective_year: adjustment.effectiveYear,
      inflationary_rate: adjustment.inflationaryRate,
      volumetric_rate: adjustment.volumetricRate,
      details: adjustment.details,
      status: adjustment.status,
      prices_changed: adjustment.pricesChanged,
      requested_by: adjustment.requestedBy,
      created_at: wireTime(adjustment.createdAt),
      ended_at: wireTime(adjustment.endedAt),
    },
    relationships: {
      price_catalogue: identifier('price-catalogues', catalogueId(supplier, adjustment.effectiveYear)),
    },
  };
}
