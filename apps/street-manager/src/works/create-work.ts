import type { WorkApplication } from '@switchyard/domain/street-manager';
import { checkWorkApplication, readDay } from '@switchyard/domain/street-manager';
import type { Violation } from '@switchyard/domain';
import { recordHistory } from '../history/record';
import { submitNewPermit } from '../permits/submit-permit';
import { timingOf } from '../permits/application';
import type { Act, Deps } from '../shared/deps';
import { namedParties } from '../shared/parties';
import { streetOfRequest } from '../streets/street-of-request';
import { drawWorkReference, referenceForWork } from './references';
import { newWork } from './new-work';
import { workTable } from './row';
import { workstreamFor } from './workstream-of-permits';

/** The rules that the request alone decides; they are answered together with what the contract finds. */
export function rulesForWork(request: WorkApplication, now: Date, { calendar }: Pick<Deps, 'calendar'>): Violation[] {
  return checkWorkApplication(request, { now, earlyStart: earlyStartOf(request, now, calendar) });
}

/** Null where the dates are not there to be judged: the contract has said so then. */
function earlyStartOf(request: WorkApplication, now: Date, calendar: Deps['calendar']): boolean | null {
  const { proposed_start_date: start, proposed_end_date: end, work_type: type } = request;
  if (!type || !readDay(start) || !readDay(end)) return null;
  return timingOf(request, { calendar, at: now, earlier: [] }).isEarlyStart;
}

export interface CreatedWork {
  work_reference_number: string;
  permit_reference_number: string;
}

/** Creates a work with its first permit or advance authorisation. Immediate works have begun by then. */
export async function createWork(act: Act, request: WorkApplication): Promise<CreatedWork> {
  const { tx, caller, directory } = act;
  const { promoter, authority } = namedParties(request, caller, directory);
  const street = await streetOfRequest(tx, request);
  const workstream = workstreamFor(act, promoter.reference, request.workstream_prefix);
  const reference = await referenceForWork(act, request.work_reference_number, () =>
    drawWorkReference(act, promoter.prefix, workstream),
  );
  const work = newWork(act, { promoter, authority }, street, request.works_coordinates, {
    reference,
    status: 'planned',
    workstream,
    location_description: request.works_location_description!,
    description_of_work: request.description_of_work!,
  });
  workTable.insert(tx, work);
  const immediate = request.work_type === 'immediate';
  recordHistory(act, work, [
    { event: immediate ? 'in_progress_works_record_created' : 'planned_works_record_created', object: reference },
  ]);
  const permit = await submitNewPermit(act, work, request, {
    designations: street.designations,
    earlier: [],
    workStatus: immediate ? 'in_progress' : 'planned',
  });
  return { work_reference_number: reference, permit_reference_number: permit };
}
