import type { HistoryEvent } from '../enums';
import { precondition } from './precondition';

export interface Section81LinkFacts {
  permit: { promoterSwaCode: string; linkedSection81: string | null };
  section81: { referenceNumber: string; promoterSwaCode: string; linkedPermit: string | null };
}

/** What linking a permit with the section 81 that it puts right does: one with one, of one promoter. Throws PreconditionFailed. */
export function linkSection81({ permit, section81 }: Section81LinkFacts): HistoryEvent[] {
  precondition(
    permit.promoterSwaCode === section81.promoterSwaCode,
    'A permit can only be linked to a section 81 of the same promoter',
  );
  precondition(permit.linkedSection81 === null, 'The permit is already linked to a section 81');
  precondition(section81.linkedPermit === null, 'The section 81 is already linked to a permit');
  return ['section_81_linked_to_permit'];
}

/** What parting the two does. Throws PreconditionFailed unless they are linked with each other. */
export function unlinkSection81({ permit, section81 }: Section81LinkFacts): HistoryEvent[] {
  precondition(permit.linkedSection81 === section81.referenceNumber, 'The permit is not linked to this section 81');
  return ['section_81_unlinked_from_permit'];
}
