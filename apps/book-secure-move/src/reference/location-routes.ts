import { NotFound } from '@switchyard/domain';
import { londonDay } from '@switchyard/domain/book-secure-move';
import type { ReadRequest, Reply } from '@switchyard/http';
import { ok } from '@switchyard/http';
import type { Caller } from '../caller';
import { presentLocation } from '../locations/serializer';
import type { Api, Deps } from '../shared/deps';
import { filtersIn } from '../shared/filters';
import { checkIncludes, Includable } from '../shared/include';
import { documentOf } from '../shared/json-api';
import { describePage, pageOf } from '../shared/paging';
import { uuidOf } from '../shared/uuid';
import { filterLocations } from './location-filters';
import { locationsByTitle } from './location-order';
import { findOrigins } from './origins';
import type { PlacedLocation } from './reference-data';

const locationIncludes = new Includable('suppliers');

export function locationRoutes(api: Api, { reference }: Deps): void {
  api.get('/reference/locations', { before: checkIncludes(locationIncludes) }, (request) => {
    const filters = filtersIn(request.query);
    return answerPage(request, filterLocations(locationsByTitle(reference.current), filters, londonDay(request.now)));
  });

  api.get('/reference/locations/{location_id}', { before: checkIncludes(locationIncludes) }, ({ params, query }) => {
    const location = reference.current.locations.find(uuidOf('location', params.location_id));
    if (!location) throw new NotFound('location', params.location_id);
    const { asked, tree } = locationIncludes.read(query.include);
    return ok(documentOf(presentLocation(location, reference.current, tree), { withIncluded: asked }));
  });

  api.get('/suppliers/{supplier_id}/locations', { before: checkIncludes(locationIncludes) }, async (request) => {
    const supplier = reference.current.suppliers.find(uuidOf('supplier', request.params.supplier_id));
    if (!supplier) throw new NotFound('supplier', request.params.supplier_id);
    const origins = await findOrigins(request.db, supplier.id);
    // The reference data comes by key.
    return answerPage(
      request,
      reference.current.locations.all.filter(({ id }) => origins.has(id)),
    );
  });

  function answerPage(request: PageRequest, locations: readonly PlacedLocation[]): Reply<200> {
    const page = pageOf(request);
    const { asked, tree } = locationIncludes.read(request.query.include);
    const shown = locations.slice(page.offset, page.offset + page.size);
    return ok(
      documentOf(
        shown.map((location) => presentLocation(location, reference.current, tree)),
        { withIncluded: asked, ...describePage(request, page, locations.length) },
      ),
    );
  }
}

type PageRequest = Pick<ReadRequest<unknown, Caller>, 'query' | 'origin' | 'path'>;
