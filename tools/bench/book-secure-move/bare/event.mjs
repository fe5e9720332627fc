import { randomUUID } from 'node:crypto';
import { afterReading } from '../../bare/database.mjs';
import { text, time } from './json.mjs';

const lockMove = {
  name: 'lock-move',
  text: 'select id, status, supplier_id from moves where id = $1 for no key update',
};
const acceptMove = {
  name: 'accept-move',
  text: `update moves set status = 'booked', updated_at = $2, version = version + 1 where id = $1`,
};
const insertEvent = {
  name: 'insert-accept',
  text: `insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
      notes, created_by, supplier_id, details, created_at)
    values ($1, 'moves', $2, $3, 'default', $4, $5, $6, null, null, $7, $8)`,
};
const insertOutgoing = {
  name: 'insert-told',
  text: `insert into outbox_event (id, aggregate_type, aggregate_id, event_type, payload, occurred_at)
    values ($1, 'move', $2, $3, $4, $5)`,
};

/** Accepts a requested move: changes it, records the event, tells its supplier; answers the event as JSON. */
export async function acceptByEvent({ data: { attributes, relationships } }) {
  const now = new Date().toISOString();
  const id = randomUUID();
  const moveId = relationships.eventable.data.id;
  const details = JSON.stringify(attributes.details ?? {});
  const { event_type: type, occurred_at: occurred, recorded_at: recorded, notes } = attributes;
  await afterReading({ ...lockMove, values: [moveId] }, ({ supplier_id: supplier }) => [
    { ...acceptMove, values: [moveId, now] },
    { ...insertEvent, values: [id, moveId, type, occurred, recorded, notes ?? null, details, now] },
    {
      ...insertOutgoing,
      values: [
        randomUUID(),
        moveId,
        'update_move_status',
        JSON.stringify({ topic: 'move', move_id: moveId, status: 'booked', supplier_id: supplier }),
        now,
      ],
    },
    {
      ...insertOutgoing,
      values: [
        randomUUID(),
        moveId,
        'create_event',
        JSON.stringify({ topic: 'event', move_id: moveId, event_id: id }),
        now,
      ],
    },
  ]);
  return (
    `{"data":{"id":"${id}","type":"events","attributes":{"event_type":"${type}","classification":"default"` +
    `,"occurred_at":${instant(occurred)},"recorded_at":${instant(recorded)},"notes":${text(notes ?? null)}` +
    `,"created_by":null,"details":${details}},"relationships":{` +
    `"eventable":{"data":{"id":"${moveId}","type":"moves"}},"supplier":{"data":null}}}}`
  );
}

const instant = (sent) => time(new Date(sent).toISOString().replace('T', ' '));
