import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { AlterationType, AssessmentStatus, PermitFacts } from '@switchyard/domain/street-manager';
import { hs2Treatment, isUnderHs2Powers } from '@switchyard/domain/street-manager';
import type { WorkRow } from '../works/row';
import type { PermitRow } from './row';

/** Whether a permit has been granted, even if it was revoked since. */
export const wasGranted = ({ assessment_status: status }: Pick<PermitRow, 'assessment_status'>): boolean =>
  status === 'granted' || status === 'granted_auto' || status === 'revoked';

interface Around {
  pending_type: AlterationType | null;
  pending_reference: string | null;
  paa_assessment: AssessmentStatus | null;
  has_reinstatement: boolean;
}

const around = prepared<Around>(
  'permit-facts',
  `select
     (select a.type from alteration a where a.permit_reference = $1 and a.is_pending) as pending_type,
     (select a.reference from alteration a where a.permit_reference = $1 and a.is_pending) as pending_reference,
     (select p.assessment_status from permit p where p.reference = $2) as paa_assessment,
     exists (select from reinstatement r where r.permit_reference = $1) as has_reinstatement`,
);

/** What the decisions about a permit depend on, and the pending alteration's reference, which they may end. */
export interface KnownPermit {
  facts: PermitFacts;
  pendingAlteration: string | null;
}

/** Reads what the decisions about this permit depend on. */
export async function factsOf(db: Connection, permit: PermitRow, work: WorkRow): Promise<KnownPermit> {
  const found = (await db.first(around, [permit.reference, permit.progressed_from]))!;
  const hs2 = { promoterSwaCode: work.promoter, workType: permit.work_type, inActLimits: permit.hs2_in_act_limits };
  return {
    pendingAlteration: found.pending_reference,
    facts: {
      status: permit.status,
      assessmentStatus: permit.assessment_status,
      statusBeforeStop: permit.status_before_stop,
      category: permit.work_category,
      everModificationRequested: permit.ever_modification_requested,
      isStarted: permit.actual_start_date !== null,
      isActive: permit.is_active,
      workStatus: work.status,
      pendingAlteration: found.pending_type,
      progressedPaa: permit.progressed_from === null ? null : { assessmentStatus: found.paa_assessment },
      hs2Treatment: hs2Treatment({ ...hs2, exemption: permit.content.hs2_highway_exemption ?? null }),
      isUnderHs2Powers: isUnderHs2Powers(hs2),
      hasReinstatement: found.has_reinstatement,
      isFinalSiteRegistered: permit.final_reinstatement,
    },
  };
}
