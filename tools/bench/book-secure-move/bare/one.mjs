import { pool } from '../../bare/database.mjs';
import { moveColumns, moveDocument } from './move-json.mjs';

const one = {
  name: 'one',
  text: `select ${moveColumns},
      (select string_agg('{"id":"' || h.id || '","type":"court_hearings"}', ',' order by h.start_time, h.id)
       from court_hearings h where h.move_id = m.id) as hearings
    from moves m where m.id = $1`,
};

/** One move as JSON, or undefined. */
export async function showMove(id) {
  const { rows } = await pool.query({ ...one, values: [id] });
  return rows[0] && moveDocument(rows[0], rows[0].hearings ?? '');
}
