import { fpnStatuses, offenceCodes } from '@switchyard/domain/street-manager';
import { among, from, until } from './filters';
import type { Report } from './report';
import { joinWork } from './row';

export const fpnReport: Report = {
  type: 'fixed-penalty-notices',
  idOf: (row: { fpn_reference_number: string }) => row.fpn_reference_number,
  table: 'fixed_penalty_notice',
  key: 'reference',
  filters: {
    status: among('r.status', fpnStatuses),
    offence_code: among('r.offence_code', offenceCodes),
    start_date: from('r.issue_date'),
    end_date: until('r.issue_date'),
    status_changed_date_from: from('r.status_changed_date'),
    status_changed_date_to: until('r.status_changed_date'),
  },
  ranges: [
    ['start_date', 'end_date'],
    ['status_changed_date_from', 'status_changed_date_to'],
  ],
  order: { issue_date_time: 'issue_date', status_changed_date: 'status_changed_date' },
  usually: 'desc',
  searches: true,
  joins: joinWork,
  members: [
    ['fpn_reference_number', 'r.reference'],
    ['work_reference_number', 'r.work_reference'],
    ['promoter', 'upper(promoter.name)'],
    ['highway_authority', 'upper(authority.name)'],
    ['offence_code', 'r.offence_code', 'named'],
    ['street_name', 'w.street_name'],
    ['issue_date', 'r.issue_date', 'date'],
    ['status', 'r.status', 'named'],
    ['status_changed_date', 'r.status_changed_date', 'date'],
  ],
  exported: [['town', 'w.town']],
};
