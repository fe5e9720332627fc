import { from, until } from '../reports/filters';
import type { Report } from '../reports/report';
import { joinWork, parties } from '../reports/row';

/** What an alteration was decided, or applied, by. */
const decided = `'alteration_granted', 'alteration_granted_with_duration_challenge', 'alteration_deemed'`;

/** What authorities charge for, out of the history: the permit of each is `p`, its alteration, where it has one, `a`. */
const chargeable: readonly (readonly [type: string, tables: string, condition: string])[] = [
  [
    'Permit granted',
    'join permit p on p.reference = h.object_reference',
    `h.event in ('permit_granted', 'permit_granted_with_duration_challenge', 'permit_deemed') and p.work_category <> 'paa'`,
  ],
  [
    'PAA progressed to PA',
    'join permit p on p.reference = h.object_reference',
    `h.event = 'permit_submitted' and p.progressed_from is not null`,
  ],
  [
    'Change request granted',
    'join alteration a on a.reference = h.object_reference join permit p on p.reference = a.permit_reference',
    `h.event in (${decided}) and a.type in ('PROMOTER_CHANGE_REQUEST', 'WORK_EXTENSION')`,
  ],
  [
    'Work category changed',
    'join alteration a on a.reference = h.object_reference join permit p on p.reference = a.permit_reference',
    `(h.event in (${decided}, 'alteration_applied_auto') or (h.event = 'alteration_submitted' and a.type like '%IMPOSED_CHANGE'))
     and a.original->>'work_category' <> a.work_category`,
  ],
];

const charges = `(${chargeable
  .map(
    ([type, tables, condition]) => `
  select h.update_id || '-' || '${type}' as key, h.at, '${type}' as charged_for, h.work_reference, p.reference as permit,
    ${tables.includes(' a on ') ? 'a.reference' : 'null::text'} as change_request, h.promoter, h.highway_authority,
    h.workstream, p.usrn
  from history h ${tables}
  where h.work_reference is not null and p.content->>'activity_type' <> 'section_50' and ${condition}`,
  )
  .join(' union all ')})`;

/** What was charged for in a period, in the order of its time: the published rules for the fees export. */
export const feeReport: Report = {
  type: 'permits',
  idOf: (row: { permit_reference_number: string }) => row.permit_reference_number,
  table: charges,
  key: 'key',
  filters: { start_date: from('r.at'), end_date: until('r.at') },
  ranges: [['start_date', 'end_date']],
  order: { date: 'at' },
  usually: 'asc',
  searches: false,
  joins: `${joinWork} join permit p on p.reference = r.permit`,
  members: [
    ['date', 'r.at', 'date'],
    ['fee_type', 'r.charged_for'],
    ['work_reference_number', 'r.work_reference'],
    ['permit_reference_number', 'r.permit'],
    ['change_request_reference', 'r.change_request'],
    ...parties,
    ['street', 'w.street_name'],
    ['town', 'w.town'],
    ['area', 'w.area_name'],
    ['work_category', 'p.work_category', 'named'],
    ['activity_type', `p.content->>'activity_type'`, 'named'],
    ['is_ttro_required', `(p.content->>'is_ttro_required')::boolean`],
    ['traffic_management_type', 'p.traffic_management_type', 'named'],
    ['proposed_start_date', 'p.proposed_start_date', 'date'],
    ['proposed_end_date', 'p.proposed_end_date', 'date'],
    ['actual_start_date', 'p.actual_start_date', 'date'],
    ['actual_end_date', 'p.actual_stop_date', 'date'],
    ['assessment_discount', 'p.assessment_discount'],
  ],
};
