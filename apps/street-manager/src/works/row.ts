import type { Geometry, WorkStatus } from '@switchyard/domain/street-manager';
import { table } from '../shared/table';

export interface WorkRow {
  reference: string;
  status: WorkStatus;
  promoter: string;
  highway_authority: string;
  workstream: string;
  usrn: number;
  street_name: string;
  town: string | null;
  area_name: string | null;
  road_category: number;
  coordinates: Geometry;
  location_description: string;
  description_of_work: string | null;
  start_date: Date | null;
  start_time: Date | null;
  end_date: Date | null;
  end_time: Date | null;
  inspection_units: number | null;
  active_permit: string | null;
  created_at: Date;
  permit_count: number;
  inspection_count: number;
  fpn_count: number;
  site_count: number;
  comment_count: number;
  section_74_count: number;
  forward_plan_count: number;
}

const columns = [
  'reference',
  'status',
  'promoter',
  'highway_authority',
  'workstream',
  'usrn',
  'street_name',
  'town',
  'area_name',
  'road_category',
  'coordinates',
  'location_description',
  'description_of_work',
  'start_date',
  'start_time',
  'end_date',
  'end_time',
  'inspection_units',
  'active_permit',
  'created_at',
  'permit_count',
  'inspection_count',
  'fpn_count',
  'site_count',
  'comment_count',
  'section_74_count',
  'forward_plan_count',
] as const satisfies readonly (keyof WorkRow)[];

export const workTable = table<WorkRow>('work', 'reference', columns);

/** A work as it begins: nothing has been counted on it. */
export const noCounts = {
  permit_count: 0,
  inspection_count: 0,
  fpn_count: 0,
  site_count: 0,
  comment_count: 0,
  section_74_count: 0,
  forward_plan_count: 0,
} as const;
