import type { AlterationRequest, DerivedAlteration } from '@switchyard/domain/street-manager';
import { alterationDeadline, alterationReference } from '@switchyard/domain/street-manager';
import type { LinkedFile } from '../files/link-files';
import type { PermitSurroundings } from '../permits/response';
import { permitResponse } from '../permits/response';
import type { PermitRow } from '../permits/row';
import type { Act } from '../shared/deps';
import { searchText } from '../shared/search';
import type { WorkRow } from '../works/row';
import type { PermitChanges } from './altered-permit';
import { changesTo } from './altered-permit';
import { coordinatesOf } from './apply-alteration';
import type { Judgement } from './judge-alteration';
import type { AlterationRow } from './row';

/** What an alteration is made of. */
export interface Proposal extends Judgement {
  work: WorkRow;
  permit: PermitRow;
  around: PermitSurroundings;
  request: AlterationRequest;
  newFiles: readonly LinkedFile[];
}

/** The record of an alteration, and what the permit gets with it, now or when it is granted. */
export interface NewAlteration {
  row: AlterationRow;
  changes: PermitChanges & Partial<PermitRow>;
}

/** The reference of the next alteration of this permit. */
export const nextReference = ({ reference, alteration_count }: PermitRow): string =>
  alterationReference(reference, alteration_count + 1);

/** Makes the record of an alteration, with its permit as it is shown now and as it would be shown with the changes. */
export function newAlteration(act: Act, proposal: Proposal): NewAlteration {
  const { work, permit, derived, content, request } = proposal;
  const effect = effectOf(act, permit, derived);
  const changes = { ...changesTo(permit, content, proposal.timing), ...effect.permit };
  const reference = nextReference(permit);
  const row: AlterationRow = {
    ...unanswered,
    reference,
    permit_reference: permit.reference,
    work_reference: work.reference,
    number: permit.alteration_count + 1,
    type: derived.type,
    status: derived.status,
    is_pending: !derived.isApplied,
    reason: request.permit_alteration_reason!,
    ...snapshots(act, proposal, changes),
    content,
    work_category: changes.work_category,
    proposed_start_date: changes.proposed_start_date,
    proposed_start_time: changes.proposed_start_time,
    proposed_end_date: changes.proposed_end_date,
    proposed_end_time: changes.proposed_end_time,
    deadline_date: effect.deadline,
    date_created: act.now,
    status_changed_date: act.now,
    is_traffic_sensitive: changes.is_traffic_sensitive,
    is_high_impact: changes.is_high_impact,
    is_early_start: changes.is_early_start,
    work_status: work.status,
    promoter: work.promoter,
    highway_authority: work.highway_authority,
    workstream: work.workstream,
    usrn: work.usrn,
    search: searchText([work.reference, permit.reference, reference], work),
  };
  return { row, changes };
}

/** The deadline of the alteration, and what its permit gets beside the values. */
function effectOf(
  { calendar, config, now }: Act,
  permit: PermitRow,
  { deadline, isApplied, permitStatus }: DerivedAlteration,
): { deadline: Date; permit: Partial<PermitRow> } {
  const own = alterationDeadline(calendar, now, { offset: config.deadlineOffset });
  return {
    deadline: deadline === 'permit' ? permit.deadline_date : own,
    permit: {
      ...(isApplied && { date_modified: now }),
      ...(permitStatus !== permit.status && { status: permitStatus, status_changed_date: now }),
      ...(deadline === 'renewed_permit' && { deadline_date: own }),
    },
  };
}

function snapshots(
  { directory }: Act,
  { work, permit, around, newFiles }: Proposal,
  changes: PermitChanges & Partial<PermitRow>,
): Pick<AlterationRow, 'original' | 'proposed'> {
  const altered = { ...work, coordinates: coordinatesOf(changes.content, work) };
  const withFiles = { ...around, files: [...around.files, ...newFiles] };
  return {
    original: permitResponse(permit, work, around, directory) as AlterationRow['original'],
    proposed: permitResponse({ ...permit, ...changes }, altered, withFiles, directory) as AlterationRow['proposed'],
  };
}

/** An alteration that nobody has answered. */
const unanswered = { assessment_discount: null, assessment_comments: null, reasonable_period_end_date: null } as const;
