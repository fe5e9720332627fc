/** What one write leaves, by table: rows as JSON, joined to their move. */
const queries = {
  moves: 'select to_jsonb(t) as row from moves t where id = $1',
  generic_events:
    'select to_jsonb(t) as row from generic_events t where eventable_id = $1 order by created_at, event_type',
  outbox_event: 'select to_jsonb(t) as row from outbox_event t where aggregate_id = $1 order by seq',
};

/** How two writes of the same are compared. */
export const traces = {
  queries,
  /** What a write was about, by its answer. */
  subjectOf: ({ data }) => (data.type === 'moves' ? data.id : data.relationships.eventable.data.id),
  /** Columns in which two writes of the same must differ. */
  ownColumns: ['id', 'reference', 'eventable_id', 'aggregate_id', 'profile_id', 'person_id', 'xid', 'seq'],
  ownTimes: ['created_at', 'updated_at', 'date', 'recorded_at', 'occurred_at', 'fanned_out_at'],
  ownTexts: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
};
