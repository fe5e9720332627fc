export const moveStatuses = ['proposed', 'requested', 'booked', 'in_transit', 'completed', 'cancelled'] as const;
export type MoveStatus = (typeof moveStatuses)[number];

export const moveTypes = [
  'court_appearance',
  'court_other',
  'hospital',
  'police_transfer',
  'prison_recall',
  'prison_remand',
  'prison_transfer',
  'video_remand',
  'approved_premises',
  'extradition',
] as const;
export type MoveType = (typeof moveTypes)[number];

export const rejectionReasons = [
  'no_space_at_receiving_prison',
  'no_transport_available',
  'more_info_required',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Shared by moves, allocations and lodgings. The first eight are no longer offered to users but remain valid. */
export const cancellationReasons = [
  'made_in_error',
  'supplier_declined_to_move',
  'rejected',
  'database_correction',
  'incomplete_per',
  'lack_of_space_at_receiving_establishment',
  'sending_establishment_failed_to_fill_allocation',
  'other',
  'cancelled_by_pmu',
  'allocation_cancelled',
  'case_not_court_ready',
  'combined_with_another_request',
  'court_closure',
  'court_no_capacity',
  'court_not_dda_compliant',
  'incorrect_collection_location',
  'incorrect_final_location',
  'list_received_after_5_pm',
  'operational_issues_prison',
  'police_transported_prisoner',
  'prison_transported_prisoner',
  'prisoner_no_longer_required',
  'prisoner_refusal',
  'prisoner_to_be_released_on_bail',
  'prisoner_unfit_to_travel',
  'ptr_unachievable',
  'receiver_unable_to_accept_prisoner',
  'sender_unable_to_fulfil_draft',
  'sender_cancelled_request',
  'supplier_no_resource',
  'tornado_event',
  'unsuitable_vehicle',
  'video_link_to_be_used',
] as const;
export type CancellationReason = (typeof cancellationReasons)[number];

export const journeyStates = ['proposed', 'rejected', 'in_progress', 'completed', 'cancelled'] as const;
export type JourneyState = (typeof journeyStates)[number];

export const lodgingStatuses = ['proposed', 'started', 'completed', 'cancelled'] as const;
export type LodgingStatus = (typeof lodgingStatuses)[number];

export const allocationStatuses = ['unfilled', 'filled', 'cancelled'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

export const vehicleTypes = ['c4', 'pro_cab', 'mpv', '2_cell', '3_cell', '6_cell', '12_cell'] as const;
export type VehicleType = (typeof vehicleTypes)[number];

export const authorisers = ['PMU', 'CDM', 'Other'] as const;
export const faultClassifications = ['was_not_supplier', 'supplier', 'investigation'] as const;

export const redirectReasons = [
  'no_space',
  'serious_incident',
  'covid',
  'receiving_prison_request',
  'force_majeure',
  'other',
] as const;

export const lockoutReasons = [
  'unachievable_ptr_request',
  'no_space',
  'unachievable_redirection',
  'late_sitting_court',
  'unavailable_resource_vehicle_or_staff',
  'traffic_issues',
  'mechanical_or_other_vehicle_failure',
  'ineffective_route_planning',
  'other',
] as const;

export const lodgingReasons = [
  'overnight_lodging',
  'lockout',
  'operation_hmcts',
  'court_cells',
  'operation_tornado',
  'operation_safeguard',
  'other',
] as const;

/** Narrows a value of the wire to one of a list. */
export function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (values as readonly string[]).includes(value);
}
