import type { Migration } from '@switchyard/db';

/** A list is of one side's records: each of these indexes begins with whose they are. */
const sides = [
  ['authority', 'highway_authority'],
  ['promoter', 'promoter'],
] as const;

/** What lists are sorted by, or narrowed by and then sorted as usual, beside the indexes that came with the tables. */
const orders: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['permit', 'deadline_date'],
  ['permit', 'effective_start'],
  ['permit', 'effective_end'],
  ['permit', 'status_changed_date'],
  ['permit', 'work_status', 'date_created'],
  ['permit', 'work_category', 'date_created'],
  ['alteration', 'status', 'date_created'],
  ['alteration', 'status_changed_date'],
  ['alteration', 'proposed_start_date'],
  ['alteration', 'proposed_end_date'],
  ['fixed_penalty_notice', 'status_changed_date'],
  ['forward_plan', 'start_date'],
  ['forward_plan', 'end_date'],
];

/**
 * What the records of a list are most often narrowed by, in the index of their usual order: it is read alone, without the
 * rows that do not match, which matters where few do.
 */
const usual = {
  permit: {
    key: 'date_created, reference',
    narrowing: [
      'status',
      'work_status',
      'work_category',
      'workstream',
      'effective_start',
      'effective_end',
      'is_active',
      'is_traffic_sensitive',
      'is_high_impact',
      'final_reinstatement',
      'excavation_carried_out',
    ],
  },
  alteration: {
    key: 'date_created, reference',
    narrowing: [
      'status',
      'type',
      'work_status',
      'work_category',
      'workstream',
      'permit_reference',
      'proposed_start_date',
      'proposed_end_date',
      'status_changed_date',
      'is_traffic_sensitive',
      'is_high_impact',
      'is_early_start',
    ],
  },
  reinstatement: { key: 'end_date, id', narrowing: ['status', 'is_latest', 'date_created', 'workstream'] },
} as const;

/** What few permits are, and lists ask for: one index holds them all. */
const marks = [
  'is_early_start',
  'is_deemed',
  'is_duration_challenged',
  'ever_modification_requested',
  'lane_rental_outcome is not null',
  'charges_not_agreed',
  'charges_potentially_apply',
  'hs2_is_consultation is not null',
  'hs2_is_consent',
];

/** The marks, and what such permits are sorted by, so that the index alone says which are on a page. */
const marked = [
  'workstream',
  'deadline_date',
  'effective_start',
  'effective_end',
  'status_changed_date',
  'is_early_start',
  'is_deemed',
  'is_duration_challenged',
  'ever_modification_requested',
  'lane_rental_outcome',
  'charges_not_agreed',
  'charges_potentially_apply',
  'hs2_is_consultation',
  'hs2_is_consent',
  'hs2_acknowledged_at',
].join(', ');

/** What `query` looks in. A short list of entries that wait to be sorted in: every search reads it. */
const searched = ['permit', 'alteration', 'inspection', 'reinstatement'] as const;

/** Every filter and every order of a list of the Reporting API finds its rows by an index. */
export const listIndexes: Migration = {
  name: '0005-list-indexes',
  up: (schema) =>
    schema.raw(`
      create extension if not exists pg_trgm with schema public;
      ${sides
        .flatMap(([name, side]) => [
          ...Object.entries(usual).map(
            ([table, { key, narrowing }]) =>
              `create index ${table}_of_${name} on ${table} (${side}, ${key}) include (${narrowing.join(', ')});`,
          ),
          ...orders.map(
            ([table, ...columns]) =>
              `create index ${table}_of_${name}_by_${columns[0]} on ${table} (${[side, ...columns].join(', ')}, reference)${
                // When it was made says little of the order, so that it may be the far end that is asked for.
                table === 'permit' && columns.length === 1 ? ' include (date_created, workstream)' : ''
              };`,
          ),
          // The queue: what awaits an answer, by its deadline.
          `create index permit_of_${name}_awaiting on permit (${side}, deadline_date, reference) where status = 'submitted';`,
          `create index permit_of_${name}_marked on permit (${side}, date_created, reference) include (${marked})
             where ${marks.join(' or ')};`,
        ])
        .join('\n      ')}
      ${searched
        .map(
          (table) =>
            `create index ${table}_search on ${table} using gin (search gin_trgm_ops) with (gin_pending_list_limit = 256);`,
        )
        .join('\n      ')}
    `),
};
