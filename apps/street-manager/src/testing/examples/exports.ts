import type { Example } from './example';

const wanted = (body: object = {}): Example => ({ who: 'northbeck', situation: 'noExport', body });

/** By `METHOD /path` of the Data Export API. */
export const exportExamples: Readonly<Record<string, Example>> = {
  'POST /alterations/csv': wanted({ alteration_status: ['submitted'] }),
  'POST /comments/csv': wanted({ topic: ['GENERAL'] }),
  'POST /fees/csv': wanted({ start_date: '2026-11-01T00:00:00Z', end_date: '2026-11-30T00:00:00Z' }),
  'POST /fixed-penalty-notices/csv': wanted({ status: ['disputed'] }),
  'POST /forward-plans/csv': wanted({ forward_plan_status: ['raised'] }),
  'POST /inspections/csv': wanted({ inspection_type: ['live_site'] }),
  'POST /permits/csv': wanted({ status: ['submitted'] }),
  'POST /reinstatements/csv': wanted({ status: ['interim'] }),
  'POST /section-81s/csv': wanted({ status: ['issued'] }),
  'GET /csv/{csvId}': { who: 'northbeck', situation: 'export' },
  'GET /activity-data': { who: 'export', situation: 'nothing', query: '?csvExportDate=2026-11-20T09:30:00Z' },
};
