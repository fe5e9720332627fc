/** What one write leaves, by table: rows as JSON. */
const queries = {
  work: 'select to_jsonb(t) as row from work t where reference = $1',
  permit: 'select to_jsonb(t) as row from permit t where work_reference = $1',
  history: 'select to_jsonb(t) as row from history t where work_reference = $1',
};

/** How two writes of the same are compared. */
export const traces = {
  queries,
  /** What a write was about, by its answer. */
  subjectOf: ({ work_reference_number: reference }) => reference,
  /** Columns in which two writes of the same must differ. */
  ownColumns: ['update_id'],
  ownTimes: ['created_at', 'date_created', 'date_modified', 'status_changed_date', 'deadline_date', 'at'],
  ownTexts: /NB001\d{8,9}/g,
};
