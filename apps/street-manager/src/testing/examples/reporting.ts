import type { Example } from './example';

const list = (query?: string, who: Example['who'] = 'northbeck'): Example => ({
  who,
  situation: 'nothing',
  ...(query !== undefined && { query }),
});

/** By `METHOD /path` of the Reporting API. */
export const reportingExamples: Readonly<Record<string, Example>> = {
  'GET /alterations': list('?status=submitted'),
  'GET /comments': list(),
  'GET /csv-exports': list(),
  'GET /fixed-penalty-notices': list('?status=disputed'),
  'GET /forward-plans': list(),
  'GET /geographical-areas': list(undefined, 'ellerdale'),
  'GET /inspections': list(),
  'GET /permits': list('?status=submitted'),
  'POST /permits/search': {
    who: 'northbeck',
    situation: 'submitted',
    body: { work_reference_numbers: ['{workReferenceNumber}'] },
  },
  'GET /reinstatements': list('?status=interim&latest_reinstatements_only=true'),
  'GET /sample-inspection-targets': list(undefined, 'ellerdale'),
  'GET /sample-inspections': list(undefined, 'ellerdale'),
  'GET /section-81s': list(),
  'GET /workstreams': list(),
  'GET /works/updates': list('?previous_minutes=5'),
};
