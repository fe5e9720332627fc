import { NotFound } from '@switchyard/domain';
import { ok, okText } from '@switchyard/http';
import { presentSupplier } from '../locations/serializer';
import type { Api, Deps } from '../shared/deps';
import { checkIncludes, Includable } from '../shared/include';
import { documentOf } from '../shared/json-api';
import { uuidOf } from '../shared/uuid';
import { cachedText } from './cached-text';
import { questionsIn, wholeLists } from './lists';
import { locationRoutes } from './location-routes';
import { presentRegion } from './serializer';

const regionIncludes = new Includable('locations');

/** Reference data, answered from memory. */
export function referenceRoutes(api: Api, deps: Deps): void {
  const { reference } = deps;

  for (const path of Object.keys(wholeLists) as (keyof typeof wholeLists)[]) {
    api.get(path, () => {
      const picture = reference.current;
      return okText(cachedText(picture, path, () => documentOf(wholeLists[path](picture))));
    });
  }

  api.get('/reference/assessment_questions', ({ query }) =>
    ok(documentOf(questionsIn(reference.current, query['filter[category]']))),
  );

  api.get('/reference/regions', { before: checkIncludes(regionIncludes) }, ({ query }) => {
    const picture = reference.current;
    const { asked, tree } = regionIncludes.read(query.include);
    const name = `regions ${asked} ${tree.locations !== undefined}`;
    return okText(
      cachedText(picture, name, () =>
        documentOf(
          picture.regions.all.map((region) => presentRegion(region, picture, tree)),
          { withIncluded: asked },
        ),
      ),
    );
  });

  api.get('/reference/regions/{region_id}', { before: checkIncludes(regionIncludes) }, ({ params, query }) => {
    const region = reference.current.regions.find(uuidOf('region', params.region_id));
    if (!region) throw new NotFound('region', params.region_id);
    const { asked, tree } = regionIncludes.read(query.include);
    return ok(documentOf(presentRegion(region, reference.current, tree), { withIncluded: asked }));
  });

  api.get('/reference/suppliers/{supplier_key}', ({ params }) => {
    const supplier = reference.current.suppliers.withKey(params.supplier_key);
    if (!supplier) throw new NotFound('supplier', params.supplier_key);
    return ok(documentOf(presentSupplier(supplier)));
  });

  locationRoutes(api, deps);
}
