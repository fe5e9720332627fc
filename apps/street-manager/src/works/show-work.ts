import type { Connection } from '@switchyard/db';
import { sideOf, withStrings } from '@switchyard/domain/street-manager';
import type { Caller } from '../caller';
import { findPermit, surroundingsOf } from '../permits/repository';
import { permitResponse } from '../permits/response';
import type { Deps } from '../shared/deps';
import { mayRead, sideOrganisation } from '../shared/parties';
import { wireDate, withoutNulls } from '../shared/wire';
import { findWork } from './repository';
import { summaries } from './summaries';

/** A work with everything that hangs on it. Throws NotFound, or AccessRestricted. */
export async function showWork(
  db: Connection,
  caller: Caller,
  reference: string,
  { directory }: Pick<Deps, 'directory'>,
): Promise<object> {
  const work = await findWork(db, reference);
  mayRead(caller, work);
  const [around, active] = await Promise.all([
    db.first(summaries, [work.reference, sideOrganisation(caller, work), sideOf(caller.roles) === 'authority']),
    work.active_permit === null ? null : findPermit(db, work.reference, work.active_permit),
  ]);
  const activePermit = active && permitResponse(active, work, await surroundingsOf(db, active), directory);
  return withStrings(
    withoutNulls({
      work_reference_number: work.reference,
      workstream_prefix: work.workstream,
      promoter_swa_code: work.promoter,
      promoter_organisation: directory.nameOf(work.promoter),
      highway_authority_swa_code: work.highway_authority,
      highway_authority: directory.nameOf(work.highway_authority),
      street_name: work.street_name,
      town: work.town,
      area_name: work.area_name,
      road_category: work.road_category,
      works_coordinates: work.coordinates,
      usrn: work.usrn,
      inspection_units: work.inspection_units,
      work_status: work.status,
      works_location_description: work.location_description,
      work_start_date: wireDate(work.start_date),
      work_end_date: wireDate(work.end_date),
      work_start_time: wireDate(work.start_time),
      work_end_time: wireDate(work.end_time),
      description_of_work: work.description_of_work,
      active_permit: activePermit,
      ...around!,
      number_of_sites: work.site_count,
    }),
    ['work_status'],
  );
}
