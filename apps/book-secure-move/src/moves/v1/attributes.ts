import type { Move } from '@switchyard/domain/book-secure-move';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import { wireTime } from '../../shared/wire-time';

/** A move's attributes as version 1 has them, in the order of its wire. */
export const moveAttributesV1 = (move: Move, prisonerLocationDescription: string | null): Record<string, unknown> => ({
  reference: move.reference,
  status: move.status,
  updated_at: formatLondon(move.updatedAt),
  created_at: formatLondon(move.createdAt),
  time_due: wireTime(move.timeDue),
  date: move.date,
  move_type: move.moveType,
  nomis_event_id: move.nomisEventId,
  additional_information: move.additionalInformation,
  rejection_reason: move.rejectionReason,
  cancellation_reason: move.cancellationReason,
  cancellation_reason_comment: move.cancellationReasonComment,
  move_agreed: move.moveAgreed,
  move_agreed_by: move.moveAgreedBy,
  date_from: move.dateFrom,
  date_to: move.dateTo,
  prisoner_location_description: prisonerLocationDescription,
  section_forty_six: move.sectionFortySix,
});
