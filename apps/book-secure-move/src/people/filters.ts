import type { Sql } from '@switchyard/db';
import { containing, join, literal, sql } from '@switchyard/db';
import { pncSearch } from '@switchyard/domain/book-secure-move';
import type { ApiVersion } from '../caller';

/** The filters of a list of people by name, as they were sent. */
export type PersonFilters = Readonly<Record<string, string | undefined>>;

const filterable = ['police_national_computer', 'criminal_records_office', 'prison_number'] as const;
const filterableInVersion1: readonly string[] = ['police_national_computer', 'prison_number'];

/** The conditions on a person `p`; none when the whole list is asked for. */
export function conditionsOf(filters: PersonFilters, version: ApiVersion): Sql[] {
  if (version === 1) {
    return filterable.flatMap((name) => {
      const sent = filters[name]?.trim();
      return sent && filterableInVersion1.includes(name) ? [anyOf(name, [sent])] : [];
    });
  }
  const fuzzy = filters.fuzzy_pnc?.trim();
  if (fuzzy) return [likePnc(fuzzy)];
  return filterable.flatMap((name) => {
    const sent = filters[name];
    return sent === undefined ? [] : [anyOf(name, sent.split(','))];
  });
}

/** The prison numbers that a list is asked for, each once and in upper case: those to look up first. */
export function prisonNumbersIn(filters: PersonFilters, version: ApiVersion): string[] {
  const sent = filters.prison_number ?? '';
  if (version === 2 && filters.fuzzy_pnc?.trim()) return [];
  const numbers = (version === 1 ? [sent] : sent.split(',')).map((number) => number.trim().toUpperCase());
  return [...new Set(numbers.filter((number) => number !== ''))].sort();
}

/** Equality with any of these numbers, whatever their case; an empty one matches nobody's number. */
function anyOf(column: string, values: readonly string[]): Sql {
  const numbers = values.map((value) => value.trim().toUpperCase());
  const named = numbers.filter((number) => number !== '');
  const either = [
    ...(named.length > 0 ? [sql`upper(p.${literal(column)}) = any(${named})`] : []),
    ...(numbers.includes('') ? [sql`p.${literal(column)} is null`] : []),
  ];
  return sql`(${join(either, ' or ')})`;
}

function likePnc(text: string): Sql {
  const { canonical, substring } = pncSearch(text);
  return sql`(p.pnc_canonical = any(${canonical}) or upper(p.police_national_computer) like upper(${containing(substring)}))`;
}
