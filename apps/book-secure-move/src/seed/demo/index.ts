import { batch } from '@switchyard/db';
import type { Batch } from '@switchyard/db';
import type { EventRow } from '../rows';
import { demoCalendar } from './calendar';
import { clients } from './clients';
import { demoLocations } from './locations';
import { locationRegions } from './locations/location-regions';
import { supplierLocations } from './locations/supplier-locations';
import { people } from './people';
import { prices } from './pricing/prices';
import { sites } from './pricing/sites';
import { profiles } from './profiles';
import { demoStories } from './stories';
import type { NewEvent } from './stories/story';

/** The demo's rows, table by table in the order in which they refer to each other. The same for the same instant. */
export function demoData(now: Date): Batch[] {
  const stories = demoStories(demoCalendar(now));
  return [
    batch('oauth_applications', clients),
    batch(
      'locations',
      demoLocations.map(({ row }) => row),
    ),
    batch('supplier_locations', supplierLocations),
    batch('location_regions', locationRegions),
    batch('pricing_locations', sites),
    batch('pricing_prices', prices(now)),
    batch('people', people),
    batch('profiles', profiles),
    batch(
      'allocations',
      stories.flatMap(({ allocations = [] }) => allocations),
    ),
    batch(
      'moves',
      stories.flatMap(({ moves }) => moves),
    ),
    batch(
      'journeys',
      stories.flatMap(({ journeys = [] }) => journeys),
    ),
    batch(
      'lodgings',
      stories.flatMap(({ lodgings = [] }) => lodgings),
    ),
    batch(
      'court_hearings',
      stories.flatMap(({ hearings = [] }) => hearings),
    ),
    batch('generic_events', stories.flatMap(({ events }) => events).map(numbered)),
  ];
}

/** The id of a demo event is its place in the log. */
function numbered(event: NewEvent, place: number): EventRow {
  return { id: `e7e70000-0000-4000-8000-${String(place + 1).padStart(12, '0')}`, ...event };
}
