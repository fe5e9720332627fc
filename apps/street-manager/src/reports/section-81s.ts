import { section81Severities, section81Statuses } from '@switchyard/domain/street-manager';
import { among } from './filters';
import type { Report } from './report';
import { joinWork, parties } from './row';

export const section81Report: Report = {
  type: 'section-81s',
  idOf: (row: { section_81_reference_number: string }) => row.section_81_reference_number,
  table: 'section_81',
  key: 'reference',
  filters: {
    section_81_status: among('r.status', section81Statuses),
    section_81_severity: among('r.severity', section81Severities),
  },
  ranges: [],
  order: { status_changed_date: 'status_changed_date' },
  usually: 'desc',
  searches: true,
  joins: joinWork,
  members: [
    ['issue_date', 'r.date_created', 'date'],
    ['work_reference_number', 'r.work_reference'],
    ['section_81_reference_number', 'r.reference'],
    ...parties,
    ['location_description', 'w.location_description'],
    ['street', 'w.street_name'],
    ['town', 'w.town'],
    ['area', 'w.area_name'],
    ['section_81_severity', 'r.severity', 'named'],
    ['made_safe_by_ha', 'r.made_safe_by_ha'],
    ['section_81_status', 'r.status', 'named'],
    ['status_changed_date', 'r.status_changed_date', 'date'],
  ],
};
