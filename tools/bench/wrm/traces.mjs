/** What one report leaves, by table: the row that changes and the row that is added, as JSON. */
const queries = {
  activity: 'select to_jsonb(t) as row from activity t where task_id = $1',
  notification: `select to_jsonb(t) as row from notification t
    where task_id = $1 and type = 'UpdateTaskActivityStatusEvent'`,
};

/** How two writes of the same are compared. */
export const traces = {
  queries,
  /** What a write was about, by its answer. */
  subjectOf: ({ task }) => task.id,
  /** Columns in which two writes of the same must differ. */
  ownColumns: ['sequence', 'fingerprint'],
  ownTimes: ['at'],
  ownTexts: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g,
};
