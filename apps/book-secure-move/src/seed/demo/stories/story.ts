import type { AllocationRow, CourtHearingRow, EventRow, JourneyRow, LodgingRow, MoveRow, ProfileRow } from '../../rows';
import type { DemoLocation } from '../locations';

/** An event before the log has numbered it. */
export type NewEvent = Omit<EventRow, 'id'>;

/** Some moves with all that belongs to them: the state of each is what its events lead to. */
export interface Story {
  allocations?: readonly AllocationRow[];
  moves: readonly MoveRow[];
  journeys?: readonly JourneyRow[];
  lodgings?: readonly LodgingRow[];
  hearings?: readonly CourtHearingRow[];
  events: readonly NewEvent[];
}

type Facts = Pick<MoveRow, 'id' | 'reference' | 'status' | 'move_type' | 'created_at' | 'updated_at'> &
  Partial<Omit<MoveRow, 'from_location_id' | 'to_location_id' | 'profile_id' | 'person_id' | 'supplier_id'>>;

/** A move by the supplier of its first location; what the facts leave out is null. */
export function moveOf(profile: ProfileRow | null, from: DemoLocation, to: DemoLocation | null, facts: Facts): MoveRow {
  return {
    date: null,
    date_from: null,
    date_to: null,
    time_due: null,
    additional_information: null,
    cancellation_reason: null,
    cancellation_reason_comment: null,
    rejection_reason: null,
    move_agreed: null,
    move_agreed_by: null,
    recall_date: null,
    prison_transfer_reason_id: null,
    allocation_id: null,
    original_move_id: null,
    from_location_id: from.row.id,
    to_location_id: to?.row.id ?? null,
    profile_id: profile?.id ?? null,
    person_id: profile?.person_id ?? null,
    supplier_id: from.supplier.id,
    ...facts,
  };
}

/** A journey of the move between two places, noted when it was planned. */
export function journeyOf(
  move: MoveRow,
  from: DemoLocation,
  to: DemoLocation,
  facts: Pick<JourneyRow, 'id' | 'state' | 'vehicle' | 'date'> & { planned: string; updated: string },
): JourneyRow {
  const { planned, updated, ...rest } = facts;
  return {
    ...rest,
    move_id: move.id,
    supplier_id: move.supplier_id,
    from_location_id: from.row.id,
    to_location_id: to.row.id,
    billable: true,
    client_timestamp: planned,
    created_at: planned,
    updated_at: updated,
  };
}
