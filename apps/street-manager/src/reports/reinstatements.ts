import { reinstatementStatuses } from '@switchyard/domain/street-manager';
import { among, from, until, when } from './filters';
import type { Report } from './report';
import { joinWork, parties } from './row';

export const reinstatementReport: Report = {
  type: 'reinstatements',
  idOf: (row: { work_reference_number: string; site_number: number; registration_date: string }) =>
    `${row.work_reference_number}-${row.site_number}-${Date.parse(row.registration_date)}`,
  table: 'reinstatement',
  key: 'id',
  keyType: 'bigint',
  filters: {
    status: among('r.status', reinstatementStatuses),
    latest_reinstatements_only: when('r.is_latest'),
    registration_date_from: from('r.date_created'),
    registration_date_to: until('r.date_created'),
    end_date_from: from('r.end_date'),
    end_date_to: until('r.end_date'),
  },
  ranges: [
    ['registration_date_from', 'registration_date_to'],
    ['end_date_from', 'end_date_to'],
  ],
  order: { end_date: 'end_date' },
  usually: 'asc',
  searches: true,
  joins: joinWork,
  members: [
    ['site_number', 'r.site_number'],
    ['work_reference_number', 'r.work_reference'],
    ...parties,
    ['street_name', 'w.street_name'],
    ['town', 'w.town'],
    ['area_name', 'w.area_name'],
    ['location_description', 'r.location_description'],
    ['registration_date', 'r.date_created', 'date'],
    ['reinstatement_date', 'r.reinstatement_date', 'date'],
    ['reinstatement_type', 'r.type', 'named'],
    ['reinstatement_status', 'r.status', 'named'],
    ['end_date', 'r.end_date', 'date'],
  ],
};
