import type { Connection } from '@switchyard/db';
import { withStrings } from '@switchyard/domain/street-manager';
import { findPermit } from '../permits/repository';
import { wireDate, withoutNulls } from '../shared/wire';
import { findWork } from '../works/repository';
import type { NamedAlteration } from './assess-alteration';
import { findAlteration } from './repository';

/** An alteration with its permit before and after, which every user may see. Throws NotFound. */
export async function showAlteration(db: Connection, named: NamedAlteration): Promise<object> {
  const work = await findWork(db, named.workReferenceNumber);
  const permit = await findPermit(db, work.reference, named.permitReferenceNumber);
  const alteration = await findAlteration(db, permit.reference, named.permitAlterationReferenceNumber);
  return withStrings(
    withoutNulls({
      permit_alteration_reference_number: alteration.reference,
      date_created: wireDate(alteration.date_created),
      deadline_date: wireDate(alteration.deadline_date),
      alteration_status: alteration.status,
      alteration_type: alteration.type,
      permit_status: permit.status,
      assessment_discount: alteration.assessment_discount,
      assessment_comments: alteration.assessment_comments,
      permit_alteration_reason: alteration.reason,
      original: alteration.original,
      proposed: alteration.proposed,
    }),
    ['alteration_status', 'alteration_type', 'permit_status'],
  );
}
