import type { Sql } from '@switchyard/db';
import { sql } from '@switchyard/db';
import type { QueryReader } from '../shared/query-reader';

/** A rectangle of the British National Grid, as SQL; `reader` has refused whatever is wrong with it. */
export function readBox(reader: QueryReader): Sql {
  const [west, south] = [reader.number('minEasting'), reader.number('minNorthing')];
  const [east, north] = [reader.number('maxEasting'), reader.number('maxNorthing')];
  inOrder(reader, 'minEasting', west, 'maxEasting', east);
  inOrder(reader, 'minNorthing', south, 'maxNorthing', north);
  return sql`box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`;
}

function inOrder(
  reader: QueryReader,
  first: string,
  least: number | undefined,
  last: string,
  most: number | undefined,
): void {
  if (least !== undefined && most !== undefined && least > most) {
    reader.refuse(first, 'after_end', `must not be more than ${last}`, least);
  }
}
