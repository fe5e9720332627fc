import { literal, sql } from '@switchyard/db';
import type { Sql } from '@switchyard/db';
import {
  alterationStatuses,
  alterationTypes,
  laneRentalAssessmentOutcomes,
  workCategories,
  workStatuses,
} from '@switchyard/domain/street-manager';
import type { Filter } from './filters';
import { among, from, until, when } from './filters';
import type { Report } from './report';
import { joinWork, location } from './row';

/** What the lane rental filters ask of the permit that is altered. Its parties are the alteration's: an index has them. */
const ofPermit = (condition: Sql): Sql =>
  sql`exists (select from permit p where p.reference = r.permit_reference and p.promoter = r.promoter
    and p.highway_authority = r.highway_authority and ${condition})`;

const whenPermit =
  (condition: string): Filter =>
  (reader, name) =>
    reader.flag(name) ? ofPermit(literal(condition)) : undefined;

const laneRentalOutcome: Filter = (reader, name) => {
  const found = among('p.lane_rental_outcome', laneRentalAssessmentOutcomes)(reader, name);
  return found && ofPermit(found);
};

export const alterationReport: Report = {
  type: 'permit-alterations',
  idOf: (row: { alteration_reference_number: string }) => row.alteration_reference_number,
  table: 'alteration',
  key: 'reference',
  filters: {
    alteration_status: among('r.status', alterationStatuses),
    alteration_type: among('r.type', alterationTypes),
    work_status: among('r.work_status', workStatuses),
    work_category: among('r.work_category', workCategories),
    lane_rental_assessment_outcome: laneRentalOutcome,
    start_date_created: from('r.date_created'),
    end_date_created: until('r.date_created'),
    status_update_date_from: from('r.status_changed_date'),
    status_update_date_to: until('r.status_changed_date'),
    is_traffic_sensitive: when('r.is_traffic_sensitive'),
    is_high_impact_traffic_management: when('r.is_high_impact'),
    is_duration_extension: when(`r.type = 'WORK_EXTENSION'`),
    is_early_start: when('r.is_early_start'),
    is_deemed: when(`r.status = 'deemed'`),
    lane_rental_charges_not_agreed: whenPermit('p.charges_not_agreed'),
    lane_rental_charges_potentially_apply: whenPermit('p.charges_potentially_apply'),
  },
  ranges: [
    ['start_date_created', 'end_date_created'],
    ['status_update_date_from', 'status_update_date_to'],
  ],
  order: {
    date_created: 'date_created',
    proposed_start_date: 'proposed_start_date',
    proposed_end_date: 'proposed_end_date',
    status_changed_date: 'status_changed_date',
  },
  usually: 'desc',
  searches: true,
  joins: `${joinWork} join permit p on p.reference = r.permit_reference`,
  members: [
    ['work_reference_number', 'r.work_reference'],
    ['permit_reference_number', 'r.permit_reference'],
    ['alteration_reference_number', 'r.reference'],
    ...location,
    ['highway_authority', 'upper(authority.name)'],
    ['promoter', 'upper(promoter.name)'],
    ['work_status', 'r.work_status', 'named'],
    ['proposed_start_date', 'r.proposed_start_date', 'date'],
    ['proposed_end_date', 'r.proposed_end_date', 'date'],
    ['proposed_start_time', 'r.proposed_start_time', 'date'],
    ['proposed_end_time', 'r.proposed_end_time', 'date'],
    ['work_category', 'r.work_category', 'named'],
    ['alteration_status', 'r.status', 'named'],
    ['alteration_type', 'r.type', 'named'],
    ['date_created', 'r.date_created', 'date'],
    ['deadline_date', 'r.deadline_date', 'date'],
    ['status_changed_date', 'r.status_changed_date', 'date'],
    ['lane_rental_assessment_outcome', 'p.lane_rental_outcome', 'named'],
    ['lane_rental_charges_not_agreed', 'p.charges_not_agreed'],
    ['lane_rental_charges_potentially_apply', 'p.charges_potentially_apply'],
  ],
};
