import { forwardPlanReference, isHs2, selectAsds } from '@switchyard/domain/street-manager';
import type { ForwardPlanRequest } from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import { asdOfRequest, asdOfStreet } from '../permits/asds';
import type { Act } from '../shared/deps';
import { namedParties } from '../shared/parties';
import { searchText } from '../shared/search';
import { streetOfRequest } from '../streets/street-of-request';
import { newWork } from '../works/new-work';
import { drawWorkReference, referenceForWork } from '../works/references';
import { workTable } from '../works/row';
import { workstreamFor } from '../works/workstream-of-permits';
import { forwardPlanTable, replaceable, settled } from './row';

export interface RaisedPlan {
  work_reference_number: string;
  forward_plan_reference_number: string;
}

/** Announces works long before their permit: a record of works that has nothing but its plan. */
export async function raisePlan(act: Act, request: ForwardPlanRequest): Promise<RaisedPlan> {
  const { tx, caller, now, directory } = act;
  const parties = namedParties(request, caller, directory);
  const street = await streetOfRequest(tx, request);
  const workstream = workstreamFor(act, parties.promoter.reference, request.workstream_prefix);
  const wrn = await referenceForWork(act, request.work_reference_number, () =>
    drawWorkReference(act, parties.promoter.prefix, workstream),
  );
  const [start, end] = [new Date(request.start_date!), new Date(request.end_date!)];
  const work = newWork(act, parties, street, request.works_coordinates, {
    reference: wrn,
    status: 'planned',
    workstream,
    location_description: request.works_location_description!,
    description_of_work: request.description_of_work!,
    start_date: start,
    end_date: end,
    forward_plan_count: 1,
  });
  const reference = forwardPlanReference(wrn, 1);
  workTable.insert(tx, work);
  forwardPlanTable.insert(tx, {
    reference,
    work_reference: wrn,
    number: 1,
    status: 'raised',
    start_date: start,
    end_date: end,
    content: { ...replaceable(request), ...(isHs2(work.promoter) && settled(request)) },
    asds: selectAsds((request.forward_plan_asds ?? []).map(asdOfRequest), street.designations.map(asdOfStreet))
      .selected,
    cancelled_reason: null,
    date_created: now,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream,
    usrn: work.usrn,
    search: searchText([wrn, reference], work),
  });
  recordHistory(act, work, [
    { event: 'planned_works_record_created', object: wrn },
    { event: 'forward_plan_submitted', object: reference },
  ]);
  return { work_reference_number: wrn, forward_plan_reference_number: reference };
}
