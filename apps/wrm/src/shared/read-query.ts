import type { Shape } from '@switchyard/domain/wrm';
import { read } from '@switchyard/domain/wrm';
import type { Config } from '../config';
import type { PageRequest } from './paging';
import { pageIn, refuseQuery } from './paging';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Reads the filters of a list by their form, with `limit` and `cursor`; other parameters are left alone. Throws
 * RequestRefused, 400, with everything that is wrong. `key` says whether the list is sorted by a text or by an instant.
 */
export function readListQuery<T>(
  shape: Shape<T>,
  query: Query,
  { extensions }: Config,
  key: 'text' | 'instant' = 'text',
): { filters: T; page: PageRequest } {
  const { value, faults } = readFilters(shape, query, extensions);
  const { page, faults: more } = pageIn(query, key);
  refuseQuery([...faults, ...more]);
  return { filters: value, page };
}

/** The same without a page. */
export function readQuery<T>(shape: Shape<T>, query: Query, { extensions }: Config): T {
  const { value, faults } = readFilters(shape, query, extensions);
  refuseQuery(faults);
  return value;
}

function readFilters<T>(shape: Shape<T>, query: Query, extensions: Config['extensions']): ReturnType<typeof read<T>> {
  const names = shape.form.kind === 'object' ? Object.keys(shape.form.members) : [];
  const given = Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
  return read(shape, given, 'query', extensions);
}
