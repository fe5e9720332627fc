import type { Connection, Sql } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { Geometry } from '@switchyard/domain/street-manager';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';
import type { FeatureCollection, Layer } from './collection';
import { MOST_FEATURES, collectionOf } from './collection';
import { readBox } from './read-box';
import { TooManyFeatures } from './too-many-features';

/**
 * What of a layer touches the rectangle that a query names, in its period if it names one; with a reference, that record
 * alone. One statement, which stops at the first row too many. Throws InvalidRequest, or TooManyFeatures.
 */
export async function readLayer<Row extends { place: Geometry }>(
  db: Connection,
  layer: Layer<Row>,
  query: QueryRequest,
): Promise<FeatureCollection> {
  const reader = new QueryReader(query);
  const box = readBox(reader);
  const conditions = [
    sql`grid_box(${literal(layer.place)}) && ${box}`,
    ...inPeriod(layer, reader),
    ...ofReference(layer, reader),
    ...(layer.condition ? [layer.condition] : []),
    sql`grid_touches(${literal(layer.place)}, ${box})`,
  ];
  reader.check();
  const rows = await db.rows<Row>(sql`
    select * from (
      select ${layer.rows} where ${all(conditions)} limit ${literal(String(MOST_FEATURES + 1))}
    ) as found order by ${literal(layer.order)}`);
  if (rows.length > MOST_FEATURES) throw new TooManyFeatures(MOST_FEATURES);
  return collectionOf(layer, rows);
}

/** Whatever the period and the window have in common, be it an instant. */
function inPeriod({ period }: Pick<Layer<never>, 'period'>, reader: QueryReader): Sql[] {
  if (!period) return [];
  const [start, end] = period;
  const [from, to] = [reader.instant('start_date'), reader.instant('end_date')];
  reader.ordered('start_date', 'end_date');
  return [...(from ? [sql`${literal(end)} >= ${from}`] : []), ...(to ? [sql`${literal(start)} <= ${to}`] : [])];
}

function ofReference({ reference }: Pick<Layer<never>, 'reference'>, reader: QueryReader): Sql[] {
  if (!reference) return [];
  const [parameter, column] = reference;
  const wanted = reader.text(parameter);
  return wanted === undefined ? [] : [sql`${literal(column)} = ${normaliseReference(wanted)}`];
}
