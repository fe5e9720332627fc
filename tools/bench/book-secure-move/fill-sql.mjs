/**
 * Synthetic moves as SQL. Everything follows from a number: move i belongs to person i / 5, and no person moves twice
 * on one day. `$1` is the first number, `$2` the last. Triggers are off meanwhile, so what they derive is written here.
 */

/** A stable id for the n-th thing of a kind. */
const id = (kind, number) => `md5('bench ${kind} ' || ${number})::uuid`;

/** 0 <= n < below, scattered, the same each time. */
const scatter = (number, below, salt) => `(((${number})::bigint * 2654435761 + ${salt}) % 1000003 % ${below})::int`;

const pickFrom = (list, number, salt) =>
  `(array[${list.map((each) => `'${each}'`).join(',')}])[1 + ${scatter(number, list.length, salt)}]`;

const firstNames = ['ADAM', 'BILAL', 'CARLOS', 'DEAN', 'EWAN', 'FARID', 'GARETH', 'HUGO', 'IVAN', 'JOSEPH', 'KOFI'];
const lastNames = [
  'ABBOTT',
  'BARROW',
  'CARDEW',
  'DRUMM',
  'EASTLEY',
  'FENWICK',
  'GARSIDE',
  'HOLT',
  'IBBOTSON',
  "O\\'HARE",
];

export const people = `
  insert into people (id, first_names, last_name, date_of_birth, gender_id, ethnicity_id, prison_number,
    police_national_computer, pnc_canonical, created_at, updated_at)
  select ${id('person', 'n')}, ${pickFrom(firstNames, 'n', 7)}, ${pickFrom(lastNames, 'n', 11).replaceAll("\\'", "''")},
    date '1960-01-01' + ${scatter('n', 16_000, 3)},
    genders.ids[1 + n % array_length(genders.ids, 1)], ethnicities.ids[1 + n % array_length(ethnicities.ids, 1)],
    'Z' || lpad((n % 10000)::text, 4, '0') || chr(65 + n / 10000 % 26) || chr(65 + n / 260000 % 26), null, null,
    now() - interval '400 days', now() - interval '400 days'
  from generate_series($1::int / 5, $2::int / 5) n,
    (select array_agg(id order by key) as ids from genders) genders,
    (select array_agg(id order by key) as ids from ethnicities) ethnicities
  on conflict do nothing`;

export const profiles = `
  insert into profiles (id, person_id, assessment_answers, category_id, created_at, updated_at)
  select ${id('profile', 'n')}, ${id('person', 'n')}, case when n % 4 = 0 then answers.sample else '[]' end,
    category.id, now() - interval '399 days', now() - interval '399 days'
  from generate_series($1::int / 5, $2::int / 5) n,
    (select assessment_answers as sample from profiles
     where jsonb_array_length(assessment_answers) > 0 order by id limit 1) answers,
    (select id from categories where move_supported order by key limit 1) category
  on conflict do nothing`;

/** Every leg between a prison and another prison or a court, with who serves it and who sees it. */
const legs = `
  select row_number() over (order by f.id, t.id) - 1 as leg, count(*) over () as legs, f.id as from_location_id,
    t.id as to_location_id, case t.location_type when 'court' then 'court_appearance' else 'prison_transfer' end as move_type,
    fs.supplier_id, array(select distinct s from unnest(array[fs.supplier_id, ts.supplier_id]) s order by 1) as visible_to
  from locations f join supplier_locations fs on fs.location_id = f.id
  join locations t on t.id <> f.id join supplier_locations ts on ts.location_id = t.id
  where f.location_type = 'prison' and t.location_type in ('prison', 'court')
    and f.disabled_at is null and t.disabled_at is null`;

/** More than half wait to be accepted: the work of events needs them. */
const status = `case when i % 20 < 11 then 'requested' when i % 20 < 14 then 'booked' when i % 20 = 14 then 'in_transit'
  when i % 20 < 19 then 'completed' else 'cancelled' end`;

/** Unique, in the published shape, and with the first letter again in third place, as neither server draws them. */
export const reference = (number) => {
  const letter = (place) => `substr('ACEFHJKMNPRTUVWXY', 1 + (${place})::int, 1)`;
  const k = `((${number}::bigint * 7368787 + 104729) % 30338064)`;
  const first = `${k} % 17`;
  return `${letter(first)} || ${letter(`(${first} + 1 + ${k} / 17 % 16) % 17`)} || ${letter(first)}
    || (1 + ${k} / 272 % 9) || (1 + ${k} / 2448 % 9) || (1 + ${k} / 22032 % 9) || (1 + ${k} / 198288 % 9)
    || ${letter(`${k} / 1784592 % 17`)}`;
};

export const moves = `
  with legs as materialized (${legs})
  insert into moves (id, reference, status, move_type, date, additional_information, cancellation_reason,
    from_location_id, to_location_id, profile_id, person_id, supplier_id, created_at, updated_at, visible_to,
    has_multi_date_journeys)
  select ${id('move', 'i')}, ${reference('i')}, ${status}, move_type,
    current_date - 330 + (i % 5) * 80 + ${scatter('i / 5', 80, 17)},
    case when i % 3 = 0 then 'Bring property in "two" bags' end,
    case when i % 20 = 19 then 'made_in_error' end,
    from_location_id, to_location_id, ${id('profile', 'i / 5')}, ${id('person', 'i / 5')}, supplier_id,
    now() - interval '390 days' + i * interval '30 seconds', now() - interval '380 days' + i * interval '30 seconds',
    visible_to, i % 100 = 12
  from generate_series($1::int, $2::int) i
  join legs on leg = ${scatter('i', 'legs', 29)}`;

/** A journey for each fifth move that is booked or further; one in a hundred moves leaves on another day. */
export const journeys = `
  insert into journeys (id, move_id, supplier_id, from_location_id, to_location_id, state, billable, vehicle, date,
    client_timestamp, created_at, updated_at)
  select ${id('journey', 'i')}, m.id, m.supplier_id, m.from_location_id, m.to_location_id, 'proposed', true,
    '{"id": "7", "registration": "AB12CDE"}', m.date + case when i % 100 = 12 then 1 else 0 end, m.created_at, m.created_at,
    m.created_at
  from generate_series($1::int, $2::int) i join moves m on m.id = ${id('move', 'i')}
  where i % 5 = 2 and i % 20 >= 11`;

export const events = `
  insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at,
    notes, created_by, supplier_id, details, created_at)
  select md5('bench event ' || i || e.event_type)::uuid, 'moves', ${id('move', 'i')}, e.event_type, 'default', at, at, null,
    'Serco', null, e.details, at
  from generate_series($1::int, $2::int) i,
    (values ('MoveAccept', '{}'::jsonb),
      ('MoveNotifyPremisesOfDropOffEta', '{"expected_at": "2026-06-01T12:00:00+01:00"}')) e (event_type, details),
    lateral (select now() - interval '385 days' + i * interval '30 seconds' as at) moment
  where i % 5 = 2 and i % 20 >= 11`;

/** What the triggers would have counted. */
export const tallies = `
  insert into tallies
  select 'moves', visible_to, supplier_id, status,
    settled_day(date, has_multi_date_journeys, has_lodgings), count(*)
  from generate_series($1::int, $2::int) i join moves m on m.id = ${id('move', 'i')} group by 1, 2, 3, 4, 5
  union all
  select 'people', '{}', null, null, null, $2::int / 5 - $1::int / 5 + case when $1::int % 5 = 0 then 1 else 0 end`;

/** Ids that the load draws from. */
export const someMoves = `select id from moves where id in (select ${id('move', 'i')} from generate_series(0, $1::int - 1) i)`;
export const someProfiles = `select id from profiles where id in (select ${id('profile', 'n')} from generate_series(0, $1::int - 1) n)`;
export const requestedMoves = `
  select m.id, m.supplier_id from generate_series(0, $1::int - 1) i join moves m on m.id = ${id('move', 'i')}
  where m.status = 'requested' limit $2`;
