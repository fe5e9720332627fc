/** Reads the rows that a month is priced by in plain SQL, whole tables joined, and forgets them; prints the seconds. */
import pg from 'pg';
import { month, supplier } from './fill-sql.mjs';

const ofMonth = `
  select m.id from moves m join suppliers s on s.id = m.supplier_id
  where s.key = '${supplier}' and m.status in ('completed', 'cancelled')
    and m.date >= '${month}-01' and m.date < date '${month}-01' + interval '1 month'`;

const statements = [
  `select m.id, m.reference, m.supplier_id, m.status, m.move_type, m.date, m.cancellation_reason, m.from_location_id,
     m.to_location_id, p.prison_number
   from moves m left join people p on p.id = m.person_id where m.id in (${ofMonth})`,
  `select id, move_id, from_location_id, to_location_id, state, billable, client_timestamp, created_at,
     vehicle ->> 'registration' as registration from journeys where move_id in (${ofMonth})`,
  `select eventable_id, event_type, occurred_at, notes from generic_events where eventable_id in (${ofMonth})`,
  `select e.eventable_id, e.event_type, e.occurred_at, e.notes, e.details ->> 'vehicle_reg' as vehicle_reg
   from generic_events e join journeys j on j.id = e.eventable_id where j.move_id in (${ofMonth})`,
];

const client = new pg.Client({
  connectionString: process.env.DATABASE_URL,
  options: '-c search_path=book_secure_move,public -c timezone=UTC',
});
await client.connect();
const began = performance.now();
let rows = 0;
for (const statement of statements) rows += (await client.query(statement)).rowCount;
const seconds = (performance.now() - began) / 1_000;
await client.end();
process.stdout.write(`${JSON.stringify({ seconds, rows })}\n`);
