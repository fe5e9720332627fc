import { literal } from '@switchyard/db';
import type { Report } from './report';
import { joinWork } from './row';

/** The samples that are still to be inspected. */
export const sampleInspectionReport: Report = {
  type: 'sample-inspections',
  idOf: (row: { sample_inspection_reference_number: string }) => row.sample_inspection_reference_number,
  table: 'sample_inspection',
  key: 'reference',
  filters: {},
  ranges: [],
  order: { expiry_date: 'expiry_date' },
  usually: 'asc',
  searches: true,
  joins: joinWork,
  members: [
    ['sample_inspection_reference_number', 'r.reference'],
    ['work_reference_number', 'r.work_reference'],
    ['street', 'w.street_name'],
    ['town', 'w.town'],
    ['area', 'w.area_name'],
    ['location_description', 'w.location_description'],
    ['promoter_organisation', 'upper(promoter.name)'],
    ['inspection_category', 'r.category', 'named'],
    ['expiry_date', 'r.expiry_date', 'date'],
  ],
  visible: () => literal(`r.status = 'issued'`),
};
