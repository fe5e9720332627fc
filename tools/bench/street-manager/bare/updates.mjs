import { pool } from '../../bare/database.mjs';

/** The authority that the load speaks for. */
const AUTHORITY = '2845';

const updates = {
  name: 'updates',
  text: `
    select work_reference, at, update_id, event from history
    where work_reference is not null and highway_authority = $1 and (only_for is null or only_for = $1) and update_id > $2
    order by update_id limit 500`,
};

/** 500 updates after a number as JSON: of the synthetic history, every event's name is also the update's. */
export async function listUpdates(query) {
  const { rows } = await pool.query({ ...updates, values: [AUTHORITY, query.get('update_id')] });
  return `[${rows.map(updateOf).join(',')}]`;
}

function updateOf({ work_reference, at, update_id, event }) {
  const object = event === 'planned_works_record_created' ? 'work' : 'permit';
  return (
    `{"work_reference_number":"${work_reference}","update_date_time":"${at.slice(0, 10)}T${at.slice(11, 19)}.000Z"` +
    `,"update_id":${update_id},"event_type":"${event}","event_type_string":"${event}"` +
    `,"object_type":"${object}","object_type_string":"${object}"}`
  );
}
