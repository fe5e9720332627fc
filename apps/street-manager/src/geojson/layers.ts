import { createHash } from 'node:crypto';
import { literal } from '@switchyard/db';
import { centreOf, withStrings } from '@switchyard/domain/street-manager';
import type {
  ActivityActivityType,
  ForwardPlanStatus,
  Geometry,
  PermitStatus,
  WorkCategory,
} from '@switchyard/domain/street-manager';
import { wireDate } from '../shared/wire';
import type { Feature, Layer } from './collection';

const pointAt = (place: Geometry) => ({ type: 'Point', coordinates: centreOf(place) });

interface WorkOnMap {
  place: Geometry;
  work_reference_number: string;
  permit_reference_number: string;
  promoter_organisation: string;
  promoter_swa_code: string;
  work_category: WorkCategory;
  start_date: Date;
  end_date: Date;
  traffic_management_type: string;
  permit_status: PermitStatus;
}

/** Works with a permit, each with its latest one. */
export const worksLayer: Layer<WorkOnMap> = {
  type: 'works',
  idOf: ({ properties }: Feature) => String(properties!.work_reference_number),
  rows: literal(`w.coordinates as place, w.reference as work_reference_number, p.reference as permit_reference_number,
    upper(o.name) as promoter_organisation, w.promoter as promoter_swa_code, p.work_category,
    p.effective_start as start_date, p.effective_end as end_date, p.traffic_management_type, p.status as permit_status
    from work w join permit p on p.work_reference = w.reference and p.is_active
    join organisation o on o.reference = w.promoter`),
  place: 'w.coordinates',
  period: ['p.effective_start', 'p.effective_end'],
  reference: ['work_reference_number', 'w.reference'],
  order: 'work_reference_number',
  properties: ({ place, start_date, end_date, ...row }) => ({
    ...withStrings(row, ['work_category', 'traffic_management_type', 'permit_status']),
    start_date: wireDate(start_date),
    end_date: wireDate(end_date),
    work_centre_point: pointAt(place),
  }),
};

interface ActivityOnMap {
  place: Geometry;
  activity_reference_number: string;
  activity_name: string;
  activity_type: ActivityActivityType;
  activity_location_description: string;
  street_name: string;
  area_name: string;
  cancelled: boolean;
  start_date: Date;
  end_date: Date;
}

/** Activities, cancelled ones among them. */
export const activitiesLayer: Layer<ActivityOnMap> = {
  type: 'activities',
  idOf: ({ properties }: Feature) => String(properties!.activity_reference_number),
  rows: literal(`a.content->'activity_coordinates' as place, a.reference as activity_reference_number,
    a.content->>'activity_name' as activity_name, a.content->>'activity_activity_type' as activity_type,
    a.content->>'activity_location_description' as activity_location_description,
    coalesce(a.content->>'street_name', '') as street_name, coalesce(a.content->>'area_name', '') as area_name,
    a.cancelled, a.start_date, a.end_date
    from activity a`),
  place: `a.content->'activity_coordinates'`,
  period: ['a.start_date', 'a.end_date'],
  order: 'activity_reference_number',
  properties: ({ place, start_date, end_date, ...row }) => ({
    ...withStrings(row, ['activity_type']),
    start_date: wireDate(start_date),
    end_date: wireDate(end_date),
    activity_centre_point: pointAt(place),
  }),
};

interface PlanOnMap {
  place: Geometry;
  forward_plan_reference_number: string;
  work_reference_number: string;
  forward_plan_status: ForwardPlanStatus;
  street: string;
  area: string;
  start_date: Date;
  end_date: Date;
  description_of_work: string;
  promoter_organisation: string;
  location_description: string;
}

/** Forward plans that are raised. */
export const forwardPlansLayer: Layer<PlanOnMap> = {
  type: 'forward-plans',
  idOf: ({ properties }: Feature) => String(properties!.forward_plan_reference_number),
  rows: literal(`w.coordinates as place, f.reference as forward_plan_reference_number,
    w.reference as work_reference_number, f.status as forward_plan_status, w.street_name as street,
    coalesce(w.area_name, '') as area, f.start_date, f.end_date,
    coalesce(f.content->>'description_of_work', '') as description_of_work, upper(o.name) as promoter_organisation,
    w.location_description
    from work w join forward_plan f on f.work_reference = w.reference and f.status = 'raised'
    join organisation o on o.reference = w.promoter`),
  place: 'w.coordinates',
  period: ['f.start_date', 'f.end_date'],
  reference: ['forward_plan_reference_number', 'f.reference'],
  order: 'forward_plan_reference_number',
  properties: ({ place, start_date, end_date, ...row }) => ({
    ...withStrings(row, ['forward_plan_status']),
    start_date: wireDate(start_date),
    end_date: wireDate(end_date),
    work_centre_point: pointAt(place),
  }),
};

/** Areas within the limits of the High Speed Rail Act. They have no name, so what identifies one is its shape. */
export const hs2ActLimitsLayer: Layer<{ place: Geometry }> = {
  type: 'hs2-act-limits',
  idOf: ({ geometry }: Feature) =>
    createHash('sha256').update(JSON.stringify(geometry.coordinates)).digest('hex').slice(0, 16),
  rows: literal('h.area as place, h.id from hs2_act_limit h'),
  place: 'h.area',
  order: 'id',
};
