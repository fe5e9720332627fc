import { randomUUID } from 'node:crypto';
import { pool, together } from '../../bare/database.mjs';
import { moveDocument } from './move-json.mjs';
import { reference } from './reference.mjs';

const insertMove = {
  name: 'insert-move',
  text: `insert into moves (id, reference, status, move_type, date, additional_information, from_location_id, to_location_id,
      profile_id, person_id, supplier_id, created_at, updated_at)
    values ($1, $2, 'requested', $3, $4, $5, $6, $7, $8, (select person_id from profiles where id = $8), $9, $10, $10)`,
};
const insertEvent = {
  name: 'insert-event',
  text: `insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
      notes, details, created_at)
    values ($1, 'moves', $2, 'MoveRequested', 'default', $3, $3, 'Automatically generated event', '{}', $3)`,
};
const insertOutgoing = {
  name: 'insert-outgoing',
  text: `insert into outbox_event (id, aggregate_type, aggregate_id, event_type, payload, occurred_at)
    values ($1, 'move', $2, 'create_move', $3, $4)`,
};

const letters = 'ACEFHJKMNPRTUVWXY';
let drawn = 0;

/** References of the bare server begin with a letter twice, as no other does: it need not ask whether one is taken. */
export async function resumeReferences() {
  const { rows } = await pool.query(
    'select count(*) as n from moves where substr(reference, 1, 1) = substr(reference, 2, 1)',
  );
  drawn = Number(rows[0].n);
}

function nextReference() {
  let left = drawn++;
  const take = (from) => {
    const character = from[left % from.length];
    left = Math.floor(left / from.length);
    return character;
  };
  const first = take(letters);
  const digits = () => take('123456789');
  return `${first}${first}${take(letters)}${digits()}${digits()}${digits()}${digits()}${take(letters)}`;
}

/** Stores a move, its event and what its supplier is to be told; answers the move as JSON. */
export async function createMove({ data: { attributes, relationships } }) {
  const now = new Date().toISOString();
  const stamp = `${now.slice(0, 10)} ${now.slice(11, 23)}+00`;
  const id = randomUUID();
  const from = relationships.from_location.data.id;
  const move = {
    id,
    reference: nextReference(),
    status: 'requested',
    move_type: attributes.move_type,
    date: attributes.date,
    additional_information: attributes.additional_information ?? null,
    from_location_id: from,
    to_location_id: relationships.to_location.data.id,
    profile_id: relationships.profile?.data.id ?? null,
    supplier_id: reference.suppliers.get(from),
    created_at: stamp,
    updated_at: stamp,
    ...unset,
  };
  const told = JSON.stringify({ topic: 'move', move_id: id, status: 'requested', supplier_id: move.supplier_id });
  await together([
    { ...insertMove, values: valuesOf(move, now) },
    { ...insertEvent, values: [randomUUID(), id, now] },
    { ...insertOutgoing, values: [randomUUID(), id, told, now] },
  ]);
  return moveDocument(move, '');
}

const valuesOf = (move, now) => [
  move.id,
  move.reference,
  move.move_type,
  move.date,
  move.additional_information,
  move.from_location_id,
  move.to_location_id,
  move.profile_id,
  move.supplier_id,
  now,
];

const unset = {
  cancellation_reason: null,
  cancellation_reason_comment: null,
  date_from: null,
  date_to: null,
  move_agreed: null,
  move_agreed_by: null,
  rejection_reason: null,
  time_due: null,
  is_lockout: 'f',
  recall_date: null,
  section_forty_six: null,
  prison_transfer_reason_id: null,
  allocation_id: null,
  original_move_id: null,
};
