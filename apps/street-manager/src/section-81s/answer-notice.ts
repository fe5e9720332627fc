import { prepared } from '@switchyard/db';
import {
  changeSection81,
  checkSection81Reassignment,
  defaultWorkstream,
  reassignSection81,
  reassignmentNote,
  refuseRequest,
} from '@switchyard/domain/street-manager';
import type { HistoryEvent, Section81Answer, Section81StatusRequest } from '@switchyard/domain/street-manager';
import { recordEvents } from '../history/record';
import type { Act } from '../shared/deps';
import { mayWrite } from '../shared/parties';
import { lockWork } from '../works/repository';
import type { WorkRow } from '../works/row';
import { workTable } from '../works/row';
import { findSection81 } from './repository';
import type { Section81Row } from './row';
import { section81s } from './row';

export interface NamedSection81 {
  workReferenceNumber: string;
  section81ReferenceNumber: string;
}

/** What hangs on the work goes with it to the promoter that takes it over, so that its lists show it. */
const handOver = [
  prepared('reassign-inspections', 'update inspection set promoter = $2, workstream = $3 where work_reference = $1'),
  prepared(
    'reassign-schedule',
    'update scheduled_inspection set promoter = $2, workstream = $3 where work_reference = $1',
  ),
  prepared('reassign-fpns', 'update fixed_penalty_notice set promoter = $2, workstream = $3 where work_reference = $1'),
  prepared('reassign-comments', 'update comment set promoter = $2, workstream = $3 where work_reference = $1'),
];
const unlink = prepared(
  'part-from-permit',
  'update permit set section_81_reference = null where section_81_reference = $1',
);

/** A party answers the notice, or the authority ends it. Throws NotFound, AccessRestricted, PreconditionFailed. */
export async function answerNotice(act: Act, named: NamedSection81, request: Section81StatusRequest): Promise<void> {
  const { tx, now } = act;
  const { work, notice } = await taken(act, named);
  const outcome = changeSection81(notice.status, request.section_81_status as Section81Answer);
  section81s.change(tx, notice.reference, {
    status: outcome.status,
    status_changed_date: now,
    ...(request.work_type && { work_type: request.work_type }),
    ...(outcome.promoterAnswer === 'replaced' && {
      promoter_status: outcome.status,
      promoter_status_changed_date: now,
      promoter_response: request.status_reason ?? null,
    }),
  });
  record(act, work, notice, outcome.events, request.status_reason);
}

/** The authority hands the notice to another promoter, for whom it begins anew. */
export async function reassignNotice(act: Act, named: NamedSection81, organisation: string): Promise<void> {
  const { tx, now, directory } = act;
  const { work, notice } = await taken(act, named);
  const promoter = directory.find(organisation);
  const isPromoter = promoter !== undefined && promoter.type !== 'CONTRACTOR' && promoter.status === 'active';
  refuseRequest(checkSection81Reassignment({ new_organisation_reference: organisation }, { isPromoter }));
  const [from, to] = [work.promoter, promoter!.reference];
  const outcome = reassignSection81(notice.status, { from, to });
  workTable.change(tx, work.reference, { promoter: to, workstream: defaultWorkstream });
  section81s.change(tx, notice.reference, {
    status: outcome.status,
    status_changed_date: now,
    work_type: null,
    promoter_status: null,
    promoter_status_changed_date: null,
    promoter_response: null,
    promoter: to,
    workstream: defaultWorkstream,
  });
  // A permit puts right what its own promoter has to.
  tx.send(unlink, [notice.reference]);
  for (const statement of handOver) tx.send(statement, [work.reference, to, defaultWorkstream]);
  const note = reassignmentNote(directory.nameOf(from), directory.nameOf(to));
  record(act, { ...work, promoter: to, workstream: defaultWorkstream }, notice, outcome.events, note);
}

async function taken({ tx, caller }: Act, named: NamedSection81): Promise<{ work: WorkRow; notice: Section81Row }> {
  const work = await lockWork(tx, named.workReferenceNumber);
  const notice = await findSection81(tx, work.reference, named.section81ReferenceNumber);
  mayWrite(caller, work);
  return { work, notice };
}

const record = (
  act: Act,
  work: WorkRow,
  { reference }: Section81Row,
  events: readonly HistoryEvent[],
  details?: string | null,
): void => recordEvents(act, work, events, { object: reference, details });
