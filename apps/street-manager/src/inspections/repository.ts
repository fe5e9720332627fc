import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { ScheduleState } from '@switchyard/domain/street-manager';
import { normaliseReference } from '@switchyard/domain/street-manager';
import type { InspectionRow } from './row';

export interface NamedSite {
  site_number: number;
  site_description: string;
}

const find = prepared<InspectionRow>(
  'inspection',
  'select * from inspection where work_reference = $1 and reference = $2',
);
const sites = prepared<{ number: number }>(
  'site-numbers',
  'select number from site where work_reference = $1 order by number',
);
const named = prepared<NamedSite>(
  'named-sites',
  `select site_number, location_description as site_description from reinstatement
   where work_reference = $1 and is_latest and site_number = any($2::integer[]) order by site_number`,
);
const scheduled = prepared<{ scheduled: boolean }>(
  'is-scheduled',
  'select exists (select from scheduled_inspection where work_reference = $1) as scheduled',
);

/** The recorded inspection of this work, in any case of its letters. Throws NotFound. */
export async function findInspection(db: Connection, work: string, reference: string): Promise<InspectionRow> {
  const row = await db.first(find, [work, normaliseReference(reference)]);
  if (!row) throw new NotFound('inspection', reference);
  return row;
}

/** The sites of a work by number. */
export async function siteNumbersOf(db: Connection, work: string): Promise<number[]> {
  return (await db.rows(sites, [work])).map(({ number }) => number);
}

/** These sites of a work, as their newest reinstatements describe them. */
export const sitesNamed = (db: Connection, work: string, numbers: readonly number[]): Promise<NamedSite[]> =>
  db.rows(named, [work, numbers]);

/** Whether an inspection of the work is to come. */
export async function scheduleOf(db: Connection, work: string): Promise<ScheduleState> {
  return (await db.first(scheduled, [work]))!.scheduled ? 'scheduled' : 'free';
}
