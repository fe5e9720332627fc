import type { Geometry, HistoricWork } from '@switchyard/domain/street-manager';
import { defaultWorkstream, workCreatedEvents } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { namedParties } from '../shared/parties';
import { streetOfRequest } from '../streets/street-of-request';
import { drawWorkReference, referenceForWork } from '../works/references';
import type { WorkRow } from '../works/row';
import { noCounts, workTable } from '../works/row';

/**
 * Creates the record of works from before the service, in the promoter's default workstream and under the reference
 * that they had. Throws AccessRestricted for another authority's works, Conflict where the reference is taken.
 */
export async function createHistoricWork(act: Act, request: HistoricWork): Promise<WorkRow> {
  const { tx, caller, now, directory } = act;
  const { promoter, authority } = namedParties(request, caller, directory);
  const { designations: _, ...place } = await streetOfRequest(tx, request);
  const reference = await referenceForWork(act, request.historical_permit_reference, () =>
    drawWorkReference(act, promoter.prefix, defaultWorkstream),
  );
  const work: WorkRow = {
    ...noCounts,
    ...place,
    reference,
    status: 'historical',
    promoter: promoter.reference,
    highway_authority: authority.reference,
    workstream: defaultWorkstream,
    coordinates: request.works_coordinates as Geometry,
    location_description: request.works_location_description!,
    description_of_work: request.description_of_work ?? null,
    start_date: instant(request.work_start_date),
    start_time: null,
    end_date: instant(request.work_end_date),
    end_time: null,
    inspection_units: null,
    active_permit: null,
    created_at: now,
  };
  workTable.insert(tx, work);
  recordHistory(act, work, [{ event: workCreatedEvents.historical, object: reference }]);
  return work;
}
