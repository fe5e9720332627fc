import type { Sql } from '@switchyard/db';
import { all, join, literal, sql } from '@switchyard/db';
import type { Caller } from '../caller';
import { isUuid } from '../shared/uuid';

/** The filters of a list of moves by name, as they were sent. */
export type MoveFilters = Readonly<Record<string, string | undefined>>;

const locationFilters = ['from_location_id', 'to_location_id', 'location_id'] as const;

const never = sql`false`;

/** Equality with any of a comma-separated list; an empty element matches null. */
function anyOf(column: string, sent: string, isValue: (value: string) => boolean = () => true): Sql {
  const values = sent.split(',');
  const named = values.filter((value) => value !== '' && isValue(value));
  const type = literal(isValue === isUuid ? '::uuid' : '::text');
  // Only of a single value does an index also give the order of the list.
  const [first] = named;
  const among =
    first === undefined
      ? []
      : named.length === 1
        ? [sql`${literal(column)} = ${first}${type}`]
        : [sql`${literal(column)} = any(${named}${type}[])`];
  const missing = values.includes('') ? [sql`${literal(column)} is null`] : [];
  const either = [...among, ...missing];
  return either.length === 0 ? never : sql`(${join(either, ' or ')})`;
}

const one = (column: string, id: string): Sql => (isUuid(id) ? sql`${literal(column)} = ${id}` : never);

/** The conditions on a move itself; dates and places come apart, in `branchesOf`. */
export function conditionsOf(filters: MoveFilters, { supplierId }: Caller): Sql[] {
  const conditions: Sql[] = [];
  const add = (name: string, make: (sent: string) => Sql): void => {
    const sent = filters[name];
    if (sent !== undefined) conditions.push(make(sent));
  };
  const addDay = (name: string, make: (day: string) => Sql): void => {
    if (filters[name]) add(name, make);
  };
  if (supplierId !== null) conditions.push(sql`m.visible_to @> array[${supplierId}::uuid]`);
  add('status', (sent) => anyOf('m.status', sent));
  add('move_type', (sent) => sql`m.move_type = ${sent}`);
  add('supplier_id', (sent) => anyOf('m.supplier_id', sent, isUuid));
  add('cancellation_reason', (sent) => anyOf('m.cancellation_reason', sent));
  add('rejection_reason', (sent) => anyOf('m.rejection_reason', sent));
  add('profile_id', (sent) => anyOf('m.profile_id', sent, isUuid));
  add('person_id', (sent) => one('m.person_id', sent));
  add('reference', (sent) => anyOf('m.reference', sent));
  addDay('created_at_from', (sent) => sql`m.created_at >= (${sent}::date)::timestamp at time zone 'Europe/London'`);
  addDay('created_at_to', (sent) => sql`m.created_at < (${sent}::date + 1)::timestamp at time zone 'Europe/London'`);
  add('location_type', (sent) => sql`m.to_location_id in (select id from locations where location_type = ${sent})`);
  const born = [
    ...(filters.date_of_birth_from ? [sql`date_of_birth >= ${filters.date_of_birth_from}::date`] : []),
    ...(filters.date_of_birth_to ? [sql`date_of_birth <= ${filters.date_of_birth_to}::date`] : []),
  ];
  if (born.length > 0) conditions.push(sql`m.person_id in (select id from people where ${all(born)})`);
  if (filters.has_relationship_to_allocation === 'true') conditions.push(sql`m.allocation_id is not null`);
  if (filters.has_relationship_to_allocation === 'false') conditions.push(sql`m.allocation_id is null`);
  // Escort records are not served yet, so no move has a completed one.
  if (filters.ready_for_transit === 'true') conditions.push(never);
  return conditions;
}

/** True when a list must look at the dates and places of journeys and lodgings too. */
export const wanders = (filters: MoveFilters): boolean =>
  locationFilters.some((name) => filters[name] !== undefined) || Boolean(filters.date_from || filters.date_to);

/**
 * The published union of the date and place filters. The first branch holds moves that stay on their own date and
 * places; the others those with journeys on other days, and those with lodgings. No move is in the first and another.
 */
export function branchesOf(filters: MoveFilters): { settled: Sql; wandering: Sql } {
  const within = (column: string): Sql[] => [
    ...(filters.date_from ? [sql`${literal(column)} >= ${filters.date_from}::date`] : []),
    ...(filters.date_to ? [sql`${literal(column)} <= ${filters.date_to}::date`] : []),
  ];
  const withinText = (column: string): Sql[] => [
    ...(filters.date_from ? [sql`${literal(column)} >= ${filters.date_from}`] : []),
    ...(filters.date_to ? [sql`${literal(column)} <= ${filters.date_to}`] : []),
  ];
  const places = (alias: string): Sql[] => {
    const { from_location_id: from, to_location_id: to, location_id: either } = filters;
    return [
      ...(from === undefined ? [] : [anyOf(`${alias}.from_location_id`, from, isUuid)]),
      ...(to === undefined ? [] : [anyOf(`${alias}.to_location_id`, to, isUuid)]),
      ...(either === undefined
        ? []
        : [
            sql`(${anyOf(`${alias}.from_location_id`, either, isUuid)} or ${anyOf(`${alias}.to_location_id`, either, isUuid)})`,
          ]),
    ];
  };
  const settled = all([sql`not m.has_multi_date_journeys and not m.has_lodgings`, ...within('m.date'), ...places('m')]);
  const byJourney = sql`m.has_multi_date_journeys and exists (
    select from journeys j where j.move_id = m.id and j.state not in ('rejected', 'cancelled')
      and ${all([...within('j.date'), ...places('j')])})`;
  const lodgingBranches = [
    lodgingBranch('from', filters.from_location_id, withinText),
    lodgingBranch('to', filters.to_location_id, withinText),
  ].filter((branch) => branch !== undefined);
  const wandering = join(
    [byJourney, ...lodgingBranches].map((branch) => sql`(${branch})`),
    ' or ',
  );
  return { settled, wandering: sql`(m.has_multi_date_journeys or m.has_lodgings) and (${wandering})` };
}

/** Moves that leave one end for, or reach it from, a lodging in the range of days. Cancelled lodgings count. */
function lodgingBranch(
  end: 'from' | 'to',
  ids: string | undefined,
  within: (column: string) => Sql[],
): Sql | undefined {
  if (ids === undefined) return undefined;
  const [first, turn] =
    end === 'from' ? (['min(l.start_date)', 'l.end_date'] as const) : (['max(l.end_date)', 'l.start_date'] as const);
  const atEnd = anyOf(`m.${end}_location_id`, ids, isUuid);
  const atLodging = anyOf('l.location_id', ids, isUuid);
  return sql`m.has_lodgings and (
    (${atEnd} and exists (select from lodgings l where l.move_id = m.id having ${all(within(first))}))
    or exists (select from lodgings l where l.move_id = m.id and ${atLodging} and ${all(within(turn))}
      and not exists (select from journeys j where j.move_id = m.id and j.date::text = ${literal(turn)})))`;
}
