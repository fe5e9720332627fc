import type { Move } from '@switchyard/domain/book-secure-move';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import { wireTime } from '../shared/wire-time';

/** A move's attributes in the order of the wire. */
export const moveAttributes = (move: Move, prisonerLocationDescription: string | null): Record<string, unknown> => ({
  additional_information: move.additionalInformation,
  cancellation_reason: move.cancellationReason,
  cancellation_reason_comment: move.cancellationReasonComment,
  created_at: formatLondon(move.createdAt),
  date: move.date,
  date_from: move.dateFrom,
  date_to: move.dateTo,
  move_agreed: move.moveAgreed,
  move_agreed_by: move.moveAgreedBy,
  move_type: move.moveType,
  reference: move.reference,
  rejection_reason: move.rejectionReason,
  status: move.status,
  time_due: wireTime(move.timeDue),
  updated_at: formatLondon(move.updatedAt),
  is_lockout: move.isLockout,
  recall_date: move.recallDate,
  prisoner_location_description: prisonerLocationDescription,
  section_forty_six: move.sectionFortySix,
});
