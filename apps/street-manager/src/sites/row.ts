import type { LocationType, ReinstatementStatus, ReinstatementType } from '@switchyard/domain/street-manager';
import type { Geometry } from '@switchyard/domain/street-manager';

/** A reinstatement of a site. Measures are in metres; `permit_number` is the place of its permit among the work's. */
export interface ReinstatementRow {
  id: number;
  work_reference: string;
  site_number: number;
  permit_reference: string | null;
  permit_number: number | null;
  type: ReinstatementType;
  status: ReinstatementStatus;
  is_latest: boolean;
  reinstatement_date: Date;
  end_date: Date;
  depth: number | null;
  width: number | null;
  length: number | null;
  number_of_holes: number | null;
  coordinates: Geometry;
  secondary_coordinates: Geometry | null;
  location_description: string;
  location_types: LocationType[];
  evidence: boolean;
  date_created: Date;
  date_modified: Date;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  search: string;
}

/** All but the number that the database gives. */
export const reinstatementColumns = [
  'work_reference',
  'site_number',
  'permit_reference',
  'permit_number',
  'type',
  'status',
  'is_latest',
  'reinstatement_date',
  'end_date',
  'depth',
  'width',
  'length',
  'number_of_holes',
  'coordinates',
  'secondary_coordinates',
  'location_description',
  'location_types',
  'evidence',
  'date_created',
  'date_modified',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'search',
] as const satisfies readonly (keyof ReinstatementRow)[];
