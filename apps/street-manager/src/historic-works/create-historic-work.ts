import { Conflict } from '@switchyard/domain';
import type { HistoricWork } from '@switchyard/domain/street-manager';
import { defaultWorkstream, normaliseReference, workCreatedEvents } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act } from '../shared/deps';
import { instant } from '../shared/london';
import { namedParties } from '../shared/parties';
import { streetOfRequest } from '../streets/street-of-request';
import { newWork } from '../works/new-work';
import { isWorkReferenceTaken } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';

/**
 * Creates the record of works from before the service, in the promoter's default workstream and under the reference
 * that they had. Throws AccessRestricted for another authority's works, Conflict where the reference is taken.
 */
export async function createHistoricWork(act: Act, request: HistoricWork): Promise<WorkRow> {
  const { tx, caller, directory } = act;
  const parties = namedParties(request, caller, directory);
  const street = await streetOfRequest(tx, request);
  const reference = normaliseReference(request.historical_permit_reference!);
  if (await isWorkReferenceTaken(tx, reference)) throw new Conflict('the reference of the historic works is taken');
  const work = newWork(act, parties, street, request.works_coordinates, {
    reference,
    status: 'historical',
    workstream: defaultWorkstream,
    location_description: request.works_location_description!,
    description_of_work: request.description_of_work ?? null,
    start_date: instant(request.work_start_date),
    end_date: instant(request.work_end_date),
  });
  workTable.insert(tx, work);
  recordHistory(act, work, [{ event: workCreatedEvents.historical, object: reference }]);
  return work;
}
