import type { Geometry, WorkStatus } from '@switchyard/domain/street-manager';
import type { Act } from '../shared/deps';
import type { NamedParties } from '../shared/parties';
import type { StreetOfRecord } from '../streets/street-of-request';
import type { WorkRow } from './row';
import { noCounts } from './row';

/** What every record of works says of itself from the start. */
export interface WorkBeginnings extends Partial<WorkRow> {
  reference: string;
  status: WorkStatus;
  workstream: string;
  location_description: string;
}

/** The row of a new record of works: whose it is, where it lies, and nothing that has happened to it yet. */
export function newWork(
  { now }: Pick<Act, 'now'>,
  { promoter, authority }: NamedParties,
  { usrn, street_name, town, area_name, road_category }: StreetOfRecord,
  coordinates: unknown,
  beginnings: WorkBeginnings,
): WorkRow {
  return {
    ...noCounts,
    usrn,
    street_name,
    town,
    area_name,
    road_category,
    promoter: promoter.reference,
    highway_authority: authority.reference,
    coordinates: coordinates as Geometry,
    description_of_work: null,
    start_date: null,
    start_time: null,
    end_date: null,
    end_time: null,
    inspection_units: null,
    active_permit: null,
    created_at: now,
    ...beginnings,
  };
}
