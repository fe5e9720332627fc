import { forwardPlanStatuses } from '@switchyard/domain/street-manager';
import { among, from, until } from './filters';
import type { Report } from './report';
import { joinWork, location, parties } from './row';

export const forwardPlanReport: Report = {
  type: 'forward-plans',
  idOf: (row: { forward_plan_reference_number: string }) => row.forward_plan_reference_number,
  table: 'forward_plan',
  key: 'reference',
  filters: {
    forward_plan_status: among('r.status', forwardPlanStatuses),
    proposed_start_date: from('r.end_date'),
    proposed_end_date: until('r.start_date'),
    work_start_date_from: from('r.start_date'),
    work_start_date_to: until('r.start_date'),
    work_end_date_from: from('r.end_date'),
    work_end_date_to: until('r.end_date'),
  },
  ranges: [
    ['proposed_start_date', 'proposed_end_date'],
    ['work_start_date_from', 'work_start_date_to'],
    ['work_end_date_from', 'work_end_date_to'],
  ],
  order: { date_created: 'date_created', start_date: 'start_date', end_date: 'end_date' },
  usually: 'desc',
  searches: true,
  joins: joinWork,
  members: [
    ['work_reference_number', 'r.work_reference'],
    ['forward_plan_reference_number', 'r.reference'],
    ...parties,
    ...location,
    ['proposed_start_date', 'r.start_date', 'date'],
    ['proposed_end_date', 'r.end_date', 'date'],
    ['forward_plan_status', 'r.status', 'named'],
    ['date_created', 'r.date_created', 'date'],
  ],
};
