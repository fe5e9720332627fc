import type { Sql } from '@switchyard/db';
import { containing, literal, sql } from '@switchyard/db';
import type { Violation } from '@switchyard/domain';
import { violation, when } from '@switchyard/domain';
import { isDay } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';
import { isUuid } from '../shared/uuid';

/** The filters of a list of allocations by name, as they were sent. */
export type AllocationFilters = Readonly<Record<string, string | undefined>>;

/** `search[location]` and `search[person]`, as sent. */
export interface AllocationSearch {
  location: string | undefined;
  person: string | undefined;
}

const days = ['date_from', 'date_to'] as const;
const combination = 'may not be used in combination with `from_locations` or `to_locations` filters.';

/** What is wrong with the filters. */
export function checkAllocationFilters(filters: AllocationFilters): Violation[] {
  const oneEnd = filters.from_locations !== undefined || filters.to_locations !== undefined;
  return [
    ...days
      .filter((name) => filters[name] && !isDay(filters[name]))
      .map((name) => violation(name, 'invalid', 'is not a valid date.')),
    ...when(filters.locations !== undefined && oneEnd, violation('locations', 'invalid', combination)),
  ];
}

/** The conditions on an allocation `a`; every one of them can use an index. */
export function conditionsOf(
  filters: AllocationFilters,
  search: AllocationSearch,
  { locations }: ReferencePicture,
): Sql[] {
  const { date_from: first, date_to: last, from_locations: from, to_locations: to, locations: either } = filters;
  return [
    ...(first ? [sql`a.date >= ${first}::date`] : []),
    ...(last ? [sql`a.date <= ${last}::date`] : []),
    ...(from === undefined ? [] : [isOneOf('a.from_location_id', idsIn(from))]),
    ...(to === undefined ? [] : [isOneOf('a.to_location_id', idsIn(to))]),
    ...(either === undefined ? [] : [touches(idsIn(either))]),
    ...(filters.status === undefined ? [] : [sql`a.status = any(${filters.status.split(',')})`]),
    ...(search.location ? [touches(titled(search.location))] : []),
    ...(search.person ? [carries(search.person)] : []),
  ];

  /** Titles are in memory, so that the database only compares ids. */
  function titled(part: string): string[] {
    const wanted = part.toLowerCase();
    return locations.all.filter(({ title }) => title.toLowerCase().includes(wanted)).map(({ id }) => id);
  }
}

const idsIn = (list: string): string[] => list.split(',').filter(isUuid);
const isOneOf = (column: string, ids: readonly string[]): Sql => sql`${literal(column)} = any(${ids}::uuid[])`;
const touches = (ids: readonly string[]): Sql =>
  sql`(${isOneOf('a.from_location_id', ids)} or ${isOneOf('a.to_location_id', ids)})`;

/** A part of the last name of anybody in its moves, letters of either case alike. */
const carries = (name: string): Sql =>
  sql`exists (select from moves m join people pe on pe.id = m.person_id
              where m.allocation_id = a.id and lower(pe.last_name) like lower(${containing(name)}))`;
