import { ok } from '@switchyard/http';
import type { GeojsonApi } from '../shared/deps';
import { collectionDocument } from './collection';
import { activitiesLayer, forwardPlansLayer, hs2ActLimitsLayer, worksLayer } from './layers';
import { readLayer } from './read-layer';

/** What lies in a rectangle of the map, of every organisation. */
export function geojsonRoutes(api: GeojsonApi): void {
  api.get('/works', { document: collectionDocument(worksLayer) }, async (request) =>
    ok(await readLayer(request.db, worksLayer, request)),
  );

  api.get('/activities', { document: collectionDocument(activitiesLayer) }, async (request) =>
    ok(await readLayer(request.db, activitiesLayer, request)),
  );

  api.get('/forward-plans', { document: collectionDocument(forwardPlansLayer) }, async (request) =>
    ok(await readLayer(request.db, forwardPlansLayer, request)),
  );

  api.get('/hs2-act-limits', { document: collectionDocument(hs2ActLimitsLayer) }, async (request) =>
    ok(await readLayer(request.db, hs2ActLimitsLayer, request)),
  );
}
