import { regions } from '../../reference-data/regions';
import * as lettered from './lettered-prisons';
import type { DemoLocation } from './location';
import * as prisons from './prisons';

interface LocationRegionRow {
  region_id: string;
  location_id: string;
}

const northern = [
  prisons.brinsford,
  prisons.moorland,
  prisons.leeds,
  prisons.frankland,
  prisons.wetherby,
  prisons.newHall,
];
const southern = [prisons.isleOfWight, prisons.brixton, prisons.pentonville, ...Object.values(lettered)];

/** Each demo prison in one of two groups: the Midlands and the north (region 3), or the south (region 1). */
export const locationRegions: readonly LocationRegionRow[] = [...grouped('3', northern), ...grouped('1', southern)];

function grouped(key: string, locations: readonly DemoLocation[]): LocationRegionRow[] {
  return regions
    .filter((region) => region.key === key)
    .flatMap((region) => locations.map(({ row }) => ({ region_id: region.id, location_id: row.id })));
}
