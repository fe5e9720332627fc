import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Reply } from '@switchyard/http';
import type { Member } from '../reports/row';
import { jsonRow } from '../reports/row';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';
import type { CsvStyle } from './csv';
import { headingLine, rowLines } from './csv';
import { csvReply } from './download-export';
import { fileNameAt } from './file-name';

const HOUR_MS = 3_600_000;
const KEPT_MS = 14 * 24 * HOUR_MS;

const content = (name: string): string => `a.content->>'${name}'`;

/** What open data says of an activity, after what happened to it. */
const members: readonly Member[] = [
  ['event_type', 'h.event', 'named'],
  ['event_time', 'h.at', 'date'],
  ['activity_reference_number', 'a.reference'],
  ['usrn', 'a.usrn'],
  ['street_name', content('street_name')],
  ['area_name', content('area_name')],
  ['town', content('town')],
  ['road_category', content('road_category')],
  ['activity_coordinates', `a.content->'activity_coordinates'`],
  ['activity_name', content('activity_name')],
  ['activity_type', content('activity_activity_type'), 'named'],
  ['activity_type_details', content('activity_type_details')],
  ['start_date', 'a.start_date', 'date'],
  ['start_time', `(${content('start_time')})::timestamptz`, 'date'],
  ['end_date', 'a.end_date', 'date'],
  ['end_time', `(${content('end_time')})::timestamptz`, 'date'],
  ['activity_location_type', `a.content->'location_types'`],
  ['activity_location_description', content('activity_location_description')],
  ['traffic_management_type', content('traffic_management_type'), 'named'],
  ['collaborative_working', `(${content('collaborative_working')})::boolean`],
  ['cancelled', 'a.cancelled'],
  ['highway_authority', 'upper(o.name)'],
  ['highway_authority_swa_code', 'a.highway_authority'],
];

/** Of each activity the last thing that happened to it in the hour. */
const changed = prepared<{ row: Record<string, unknown> }>(
  'activities-changed',
  `select ${jsonRow(...members)} as row
   from (select distinct on (object_reference) object_reference, event, at, update_id from history
         where work_reference is null and event in ('activity_submitted', 'activity_edited', 'activity_cancelled')
           and at >= $1 and at < $2
         order by object_reference, update_id desc) as h
   join activity a on a.reference = h.object_reference
   join organisation o on o.reference = a.highway_authority
   order by h.update_id`,
);

/**
 * The activities of all authorities that were added, changed or cancelled in the hour before the one that the query
 * names: the published rules for open data. Throws InvalidRequest for what is no time of the last two weeks, NotFound for
 * an hour that is still to come.
 */
export async function activityData(
  db: Connection,
  query: QueryRequest,
  now: Date,
  style: CsvStyle,
): Promise<Reply<200>> {
  const hour = hourOf(query, now);
  const rows = await db.rows(changed, [new Date(hour.getTime() - HOUR_MS), hour]);
  const lines = rowLines(
    members,
    rows.map(({ row }) => row),
    style,
  );
  return csvReply(fileNameAt('Activity_data_export', hour), Buffer.from(headingLine(members, style) + lines));
}

/** The full hour; a second spelling of the parameter is that of the official client. */
function hourOf(query: QueryRequest, now: Date): Date {
  const reader = new QueryReader(query);
  const name = query.query.csvExportDate === undefined ? 'csv_export_date' : 'csvExportDate';
  const at = reader.instant(name) ?? now;
  if (now.getTime() - at.getTime() > KEPT_MS) {
    reader.refuse(name, 'too_old', 'must be within the last two weeks', reader.text(name));
  }
  reader.check();
  const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
  if (hour > now) throw new NotFound('activity data', hour.toISOString());
  return hour;
}
