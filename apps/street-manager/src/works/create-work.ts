import type { Connection } from '@switchyard/db';
import type { WorkApplication } from '@switchyard/domain/street-manager';
import { checkWorkApplication, readDay } from '@switchyard/domain/street-manager';
import type { Violation } from '@switchyard/domain';
import type { Caller } from '../caller';
import { recordHistory } from '../history/record';
import { timingOf } from '../permits/application';
import { newPermit } from '../permits/new-permit';
import { permitTable } from '../permits/row';
import { followPermit } from '../permits/submit-permit';
import type { Act, Deps } from '../shared/deps';
import { namedParties } from '../shared/parties';
import type { NamedParties } from '../shared/parties';
import { streetOfRequest } from '../streets/street-of-request';
import type { StreetOfRecord } from '../streets/street-of-request';
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

/** What a new work is decided by, read before anything is written. */
export interface WorkGround {
  parties: NamedParties;
  workstream: string;
  street: StreetOfRecord;
  reference: string;
}

/**
 * The parties, the place and the reference of a new work, in one round trip. Throws InvalidRequest, AccessRestricted, or
 * Conflict.
 */
export async function groundForWork(
  { db, caller, body: request }: { db: Connection; caller: Caller; body: WorkApplication },
  { directory, ids }: Pick<Deps, 'directory' | 'ids'>,
): Promise<WorkGround> {
  const parties = namedParties(request, caller, directory);
  const workstream = workstreamFor({ caller, directory }, parties.promoter.reference, request.workstream_prefix);
  const [street, reference] = await Promise.all([
    streetOfRequest(db, request),
    referenceForWork({ tx: db, ids }, request.work_reference_number, () =>
      drawWorkReference({ ids }, parties.promoter.prefix, workstream),
    ),
  ]);
  return { parties, workstream, street, reference };
}

/** Creates a work with its first permit or advance authorisation. Immediate works have begun by then. */
export async function createWork(
  act: Act,
  request: WorkApplication,
  { parties, workstream, street, reference }: WorkGround,
): Promise<CreatedWork> {
  const { tx } = act;
  const immediate = request.work_type === 'immediate';
  const beginnings = newWork(act, parties, street, request.works_coordinates, {
    reference,
    status: 'planned',
    workstream,
    location_description: request.works_location_description!,
  });
  const {
    permit,
    work: changes,
    happenings,
  } = newPermit(act, beginnings, request, {
    designations: street.designations,
    earlier: [],
    workStatus: immediate ? 'in_progress' : 'planned',
  });
  const work = { ...beginnings, ...changes };
  // First, for what is said of it announces itself; all rows then travel in one statement.
  recordHistory(act, work, [
    { event: immediate ? 'in_progress_works_record_created' : 'planned_works_record_created', object: reference },
    ...happenings,
  ]);
  workTable.insert(tx, work);
  permitTable.insert(tx, permit);
  await followPermit(act, work, request, permit);
  return { work_reference_number: reference, permit_reference_number: permit.reference };
}
