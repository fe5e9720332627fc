import { cancelForwardPlan, editForwardPlan, selectAsds } from '@switchyard/domain/street-manager';
import type { ForwardPlanUpdateRequest, Geometry, HistoryEvent } from '@switchyard/domain/street-manager';
import { recordEvents } from '../history/record';
import { asdOfRequest, asdOfStreet } from '../permits/asds';
import { changeWork } from '../permits/apply-outcome';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { findStreet } from '../streets/gazetteer';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { findPlan } from './repository';
import type { ForwardPlanRow } from './row';
import { forwardPlanTable, replaceable } from './row';

export interface NamedPlan {
  workReferenceNumber: string;
  forwardPlanReferenceNumber: string;
}

/** Replaces a plan; no earlier version is kept. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function editPlan(act: Act, named: NamedPlan, request: ForwardPlanUpdateRequest): Promise<void> {
  const { tx } = act;
  const { work, plan } = await taken(act, named);
  const { events } = editForwardPlan(plan.status);
  const street = await findStreet(tx, work.usrn);
  const [start, end] = [new Date(request.start_date!), new Date(request.end_date!)];
  forwardPlanTable.change(tx, plan.reference, {
    start_date: start,
    end_date: end,
    content: { ...plan.content, ...cleared, ...replaceable(request) },
    asds: selectAsds((request.forward_plan_asds ?? []).map(asdOfRequest), (street?.designations ?? []).map(asdOfStreet))
      .selected,
  });
  changeWork(act, work, {
    coordinates: request.works_coordinates as Geometry,
    location_description: request.works_location_description!,
    description_of_work: request.description_of_work!,
    start_date: start,
    end_date: end,
  });
  record(act, work, plan, events);
}

/** Calls a plan off, and its work with it. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function cancelPlan(act: Act, named: NamedPlan, reason: string): Promise<void> {
  const { work, plan } = await taken(act, named);
  const { status, workStatus, events } = cancelForwardPlan(plan.status, work.status);
  forwardPlanTable.change(act.tx, plan.reference, { status, cancelled_reason: reason });
  changeWork(act, work, { status: workStatus });
  record(act, work, plan, events, reason);
}

async function taken({ tx, caller }: Act, named: NamedPlan): Promise<{ work: WorkRow; plan: ForwardPlanRow }> {
  const work = await lockWork(tx, named.workReferenceNumber);
  const plan = await findPlan(tx, work.reference, named.forwardPlanReferenceNumber);
  mayWrite(caller, work);
  return { work, plan };
}

const record = (
  act: Act,
  work: WorkRow,
  { reference }: ForwardPlanRow,
  events: readonly HistoryEvent[],
  details?: string,
): void => recordEvents(act, work, events, { object: reference, details });

/** A replacement that leaves a member out takes it away. */
const cleared = { project_reference_number: null, traffic_management_type: null, additional_info: null };
