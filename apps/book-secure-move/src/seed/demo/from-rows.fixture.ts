import { undescribedMove } from '@switchyard/domain/book-secure-move';
import type { GenericEvent, Journey, Location, Move, SupplierLink } from '@switchyard/domain/book-secure-move';
import type { JourneyRow, MoveRow } from '../rows';
import { demoLocations } from './locations';
import { supplierLocations } from './locations/supplier-locations';
import type { NewEvent } from './stories/story';

/** The demo's rows as the records of the rules, for tests that hold the one against the other. */
export const links: readonly SupplierLink[] = supplierLocations.map((link) => ({
  supplierId: link.supplier_id,
  locationId: link.location_id,
  effectiveFrom: link.effective_from,
  effectiveTo: null,
}));

const locations = new Map(demoLocations.map(({ row }) => [row.id, row]));

export function toLocation(id: string): Location | null {
  const row = locations.get(id);
  if (!row) return null;
  return {
    ...row,
    locationType: row.location_type,
    nomisAgencyId: row.nomis_agency_id,
    canUploadDocuments: row.can_upload_documents,
    youngOffenderInstitution: row.young_offender_institution,
    extraditionCapable: row.extradition_capable,
    createdAt: new Date(row.created_at),
    disabledAt: row.disabled_at === null ? null : new Date(row.disabled_at),
  };
}

export function toMove(row: MoveRow): Move {
  return {
    ...undescribedMove,
    id: row.id,
    reference: row.reference,
    status: row.status,
    moveType: row.move_type,
    date: row.date,
    dateFrom: row.date_from,
    dateTo: row.date_to,
    recallDate: row.recall_date,
    cancellationReason: row.cancellation_reason as Move['cancellationReason'],
    cancellationReasonComment: row.cancellation_reason_comment,
    rejectionReason: row.rejection_reason as Move['rejectionReason'],
    fromLocationId: row.from_location_id,
    toLocationId: row.to_location_id,
    profileId: row.profile_id,
    supplierId: row.supplier_id,
    allocationId: row.allocation_id,
    originalMoveId: row.original_move_id,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

export function toJourney(row: JourneyRow): Journey {
  return {
    id: row.id,
    moveId: row.move_id,
    supplierId: row.supplier_id,
    fromLocationId: row.from_location_id,
    toLocationId: row.to_location_id,
    state: row.state,
    billable: row.billable,
    vehicle: row.vehicle,
    date: row.date,
    clientTimestamp: new Date(row.client_timestamp),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

export function toEvent(event: NewEvent, id: string): GenericEvent {
  return {
    id,
    eventType: event.event_type,
    eventableType: event.eventable_type,
    eventableId: event.eventable_id,
    occurredAt: new Date(event.occurred_at),
    recordedAt: new Date(event.recorded_at),
    notes: event.notes,
    createdBy: event.created_by,
    supplierId: event.supplier_id,
    details: event.details as Record<string, unknown>,
    relationships: event.relationships,
    createdAt: new Date(event.created_at),
  };
}
