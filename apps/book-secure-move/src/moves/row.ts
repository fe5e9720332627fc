import type { Move } from '@switchyard/domain/book-secure-move';

/** A row of `moves`; it never leaves this folder. */
export interface MoveRow {
  id: string;
  reference: string;
  status: Move['status'];
  move_type: Move['moveType'];
  date: string | null;
  date_from: string | null;
  date_to: string | null;
  time_due: Date | null;
  additional_information: string | null;
  cancellation_reason: Move['cancellationReason'];
  cancellation_reason_comment: string | null;
  rejection_reason: Move['rejectionReason'];
  move_agreed: boolean | null;
  move_agreed_by: string | null;
  is_lockout: boolean;
  recall_date: string | null;
  section_forty_six: boolean | null;
  date_changed_reason: string | null;
  reason_comment: string | null;
  from_location_id: string;
  to_location_id: string | null;
  profile_id: string | null;
  person_id: string | null;
  supplier_id: string;
  prison_transfer_reason_id: string | null;
  allocation_id: string | null;
  original_move_id: string | null;
  nomis_event_id: number | null;
  created_at: Date;
  updated_at: Date;
}

/** The columns of a `MoveRow`: all but those that the database keeps for itself. */
export const moveColumns = `id, reference, status, move_type, date, date_from, date_to, time_due, additional_information,
  cancellation_reason, cancellation_reason_comment, rejection_reason, move_agreed, move_agreed_by, is_lockout,
  recall_date, section_forty_six, date_changed_reason, reason_comment, from_location_id, to_location_id, profile_id,
  person_id, supplier_id, prison_transfer_reason_id, allocation_id, original_move_id, nomis_event_id, created_at,
  updated_at`;

export const toMove = (row: MoveRow): Move => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  moveType: row.move_type,
  date: row.date,
  dateFrom: row.date_from,
  dateTo: row.date_to,
  timeDue: row.time_due,
  additionalInformation: row.additional_information,
  cancellationReason: row.cancellation_reason,
  cancellationReasonComment: row.cancellation_reason_comment,
  rejectionReason: row.rejection_reason,
  moveAgreed: row.move_agreed,
  moveAgreedBy: row.move_agreed_by,
  isLockout: row.is_lockout,
  recallDate: row.recall_date,
  sectionFortySix: row.section_forty_six,
  dateChangedReason: row.date_changed_reason,
  reasonComment: row.reason_comment,
  fromLocationId: row.from_location_id,
  toLocationId: row.to_location_id,
  profileId: row.profile_id,
  supplierId: row.supplier_id,
  prisonTransferReasonId: row.prison_transfer_reason_id,
  allocationId: row.allocation_id,
  originalMoveId: row.original_move_id,
  nomisEventId: row.nomis_event_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
