import type { Example } from './example';

const at = (query: string, situation: Example['situation'] = 'nothing'): Example => ({
  who: 'northbeck',
  situation,
  query,
});

/** The rectangle around a place of the map, ten metres wide. */
const around = (easting: number, northing: number): string =>
  `?minEasting=${easting - 5}&minNorthing=${northing - 5}&maxEasting=${easting + 5}&maxNorthing=${northing + 5}`;

/** By `METHOD /path` of the Street Lookup API. */
export const lookupExamples: Readonly<Record<string, Example>> = {
  'GET /nsg/streets': at('?easting=431720&northing=435500'),
  'GET /nsg/streets/{usrn}': at('', 'street'),
  'GET /nsg/search': at('?query=tannery%20lane'),
};

/** By `METHOD /path` of the GeoJSON API. */
export const geojsonExamples: Readonly<Record<string, Example>> = {
  'GET /works': at(`${around(431_870, 436_110)}&work_reference_number=NB00100000000`),
  'GET /activities': at(around(431_870, 436_110)),
  'GET /forward-plans': at(`${around(431_870, 436_110)}&forward_plan_reference_number=NB00100000000-FP-01`),
  'GET /hs2-act-limits': at(around(442_000, 428_500)),
};
