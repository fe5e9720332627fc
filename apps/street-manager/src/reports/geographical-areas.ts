import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Caller } from '../caller';
import { jsonRow } from './row';

const areas = prepared<{ row: object }>(
  'areas-of',
  `select ${jsonRow(
    ['geographical_area_reference_number', 'a.reference::text'],
    ['area_name', 'a.name'],
    ['file_id', 'a.file_id'],
    ['number_of_usrns', 'cardinality(a.usrns)'],
    ['date_modified', 'a.date_modified', 'date'],
  )} as row
   from geographical_area a where a.organisation_reference = $1 order by a.reference`,
);

/** The geographical areas of the caller's authority: a bare list. */
export async function geographicalAreas(db: Connection, caller: Caller): Promise<object[]> {
  return (await db.rows(areas, [caller.organisation])).map(({ row }) => row);
}
