import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import type { MoveRow } from './row';

type Stored = Omit<MoveRow, 'person_id'>;

const inserted = `id, reference, status, move_type, date, date_from, date_to, time_due, additional_information,
  cancellation_reason, cancellation_reason_comment, rejection_reason, move_agreed, move_agreed_by, is_lockout,
  recall_date, section_forty_six, date_changed_reason, reason_comment, from_location_id, to_location_id, supplier_id,
  prison_transfer_reason_id, allocation_id, original_move_id, nomis_event_id, created_at, updated_at`;

const insert = prepared(
  'moves-insert',
  `insert into moves (${inserted}) select ${inserted} from jsonb_populate_recordset(null::moves, $1::jsonb)`,
);

/** Stores any number of new moves, none of which has a profile yet, in one statement. */
export function insertMovesWithoutProfile(tx: Transaction, moves: readonly Move[]): void {
  if (moves.length > 0) tx.send(insert, [JSON.stringify(moves.map(toRow))]);
}

const update = prepared(
  'moves-update',
  `update moves m
   set status = s.status, date = s.date, date_changed_reason = s.date_changed_reason,
     cancellation_reason = s.cancellation_reason, cancellation_reason_comment = s.cancellation_reason_comment,
     rejection_reason = s.rejection_reason, nomis_event_id = s.nomis_event_id, updated_at = s.updated_at,
     version = m.version + 1
   from jsonb_populate_recordset(null::moves, $1::jsonb) s
   where m.id = s.id`,
);

/** Stores what an allocation changes of its moves, their status with its reasons and their date, in one statement. */
export function saveMoves(tx: Transaction, moves: readonly Move[]): void {
  if (moves.length > 0) tx.send(update, [JSON.stringify(moves.map(toRow))]);
}

const toRow = (move: Move): Stored => ({
  id: move.id,
  reference: move.reference,
  status: move.status,
  move_type: move.moveType,
  date: move.date,
  date_from: move.dateFrom,
  date_to: move.dateTo,
  time_due: move.timeDue,
  additional_information: move.additionalInformation,
  cancellation_reason: move.cancellationReason,
  cancellation_reason_comment: move.cancellationReasonComment,
  rejection_reason: move.rejectionReason,
  move_agreed: move.moveAgreed,
  move_agreed_by: move.moveAgreedBy,
  is_lockout: move.isLockout,
  recall_date: move.recallDate,
  section_forty_six: move.sectionFortySix,
  date_changed_reason: move.dateChangedReason,
  reason_comment: move.reasonComment,
  from_location_id: move.fromLocationId,
  to_location_id: move.toLocationId,
  profile_id: move.profileId,
  supplier_id: move.supplierId,
  prison_transfer_reason_id: move.prisonTransferReasonId,
  allocation_id: move.allocationId,
  original_move_id: move.originalMoveId,
  nomis_event_id: move.nomisEventId,
  created_at: move.createdAt,
  updated_at: move.updatedAt,
});
