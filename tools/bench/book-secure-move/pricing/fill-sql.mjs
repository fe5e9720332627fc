/**
 * A month of one supplier as SQL, all of it in March 2021: two in five moves have one journey, the others two, of which
 * one is redirected, one locked out, and one a chain. `$1` is the number of moves.
 */
import { reference } from '../fill-sql.mjs';

export const month = '2021-03';
export const supplier = 'serco';

/** Beyond the numbers of the other synthetic moves. */
const FIRST_REFERENCE = 20_000_000;
const id = (kind, number) => `md5('bench priced ${kind} ' || ${number})::uuid`;

/** Prisons that are sites of the contract, numbered from 0, and when each move starts. */
const ground = `
  with prisons as materialized (
    select array_agg(l.id order by l.key) as ids, count(*)::int as n
    from locations l join pricing_locations s on s.nomis_agency_id = l.nomis_agency_id
    where l.location_type = 'prison' and l.disabled_at is null),
  plans as materialized (
    select i, i % 5 as kind, i % n as a, (i + 1 + i / n % (n - 1)) % n as b,
      timestamptz '2021-03-01 06:00Z' + (i % 30) * interval '1 day' + (i % 600) * interval '1 minute' as at, ids, n
    from generate_series(0, $1::int - 1) i, prisons),
  placed as materialized (
    select *, ids[1 + a] as a_id, ids[1 + b] as b_id,
      -- a third place, other than both
      ids[1 + case when (b + 1) % n = a then (b + 2) % n else (b + 1) % n end] as c_id
    from plans)`;

export const moves = `${ground}
  insert into moves (id, reference, status, move_type, date, from_location_id, to_location_id, supplier_id, created_at, updated_at)
  select ${id('move', 'i')}, ${reference(`(i + ${FIRST_REFERENCE})`)}, 'completed', 'prison_transfer', at::date, a_id,
    case when kind in (2, 3) then c_id else b_id end, s.id, at - interval '2 days', at
  from placed, suppliers s where s.key = '${supplier}'`;

export const journeys = `${ground}
  insert into journeys (id, move_id, supplier_id, from_location_id, to_location_id, state, billable, vehicle, date,
    client_timestamp, created_at, updated_at)
  select ${id('journey', "i || '.' || leg")}, ${id('move', 'i')}, s.id,
    case when leg = 2 and kind = 2 then b_id when leg = 2 and kind = 4 then c_id else a_id end,
    case when leg = 1 and kind = 4 then c_id when leg = 1 then b_id when kind = 4 then b_id else c_id end,
    case when leg = 1 and kind = 3 then 'cancelled' else 'completed' end, true,
    '{"id": "7", "registration": "AB12CDE"}', at::date, at + leg * interval '1 hour', at, at
  from placed, suppliers s, generate_series(1, 2) leg
  where s.key = '${supplier}' and (leg = 1 or kind >= 2)`;

export const moveEvents = `${ground}
  insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
    notes, created_by, details, created_at)
  select gen_random_uuid(), 'moves', ${id('move', 'i')}, type, 'default', at + later, at + later, 'as it happened',
    'Serco', '{}', at + later
  from placed, (values ('MoveAccept', interval '-1 day', -1), ('MoveStart', interval '0', -1),
    ('MoveRedirect', interval '90 minutes', 3), ('MoveLockout', interval '90 minutes', 4),
    ('MoveComplete', interval '4 hours', -1)) e (type, later, needed)
  where needed in (-1, kind)`;

export const journeyEvents = `
  insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
    notes, created_by, details, created_at)
  select gen_random_uuid(), 'journeys', j.id, type, 'default', client_timestamp + later, client_timestamp + later, null,
    'Serco', '{"vehicle_reg": "AB12CDE"}', client_timestamp + later
  from generate_series(0, $1::int - 1) i join journeys j on j.move_id = ${id('move', 'i')},
    (values ('JourneyStart', interval '0', null), ('JourneyComplete', interval '50 minutes', 'completed'),
      ('JourneyCancel', interval '20 minutes', 'cancelled')) e (type, later, needed)
  where needed is null or needed = j.state`;

export const prices = `
  insert into pricing_prices (id, supplier_id, from_agency_id, to_agency_id, effective_year, price_in_pence, added_at)
  select gen_random_uuid(), s.id, f.nomis_agency_id, t.nomis_agency_id, 2020, 10000 + (random() * 10000)::int, now()
  from suppliers s, pricing_locations f join pricing_locations t on t.nomis_agency_id <> f.nomis_agency_id
  where s.key = '${supplier}' and f.location_type = 'PR' and t.location_type = 'PR' on conflict do nothing`;
