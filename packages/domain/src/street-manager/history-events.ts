import type {
  AlterationStatus,
  FPNStatus,
  HistoryEvent,
  InspectionOutcome,
  Section74HAStatus,
  Section81Status,
  WorkStatus,
} from './enums';

/** What can happen to a permit or, where it has an event of its own, to a PAA. */
export type PermitAction =
  | 'submitted'
  | 'granted'
  | 'granted_with_duration_challenge'
  | 'refused'
  | 'modification_request'
  | 'cancelled'
  | 'revoked'
  | 'deemed'
  | 'discount_updated';

const permitEvents: Readonly<Record<PermitAction, { permit: HistoryEvent; paa: HistoryEvent | null }>> = {
  submitted: { permit: 'permit_submitted', paa: 'paa_submitted' },
  granted: { permit: 'permit_granted', paa: 'paa_granted' },
  granted_with_duration_challenge: { permit: 'permit_granted_with_duration_challenge', paa: null },
  refused: { permit: 'permit_refused', paa: 'paa_refused' },
  modification_request: { permit: 'permit_modification_request', paa: null },
  cancelled: { permit: 'permit_cancelled', paa: 'paa_cancelled' },
  revoked: { permit: 'permit_revoked', paa: 'paa_revoked' },
  deemed: { permit: 'permit_deemed', paa: 'paa_deemed' },
  discount_updated: { permit: 'permit_discount_updated', paa: 'paa_discount_updated' },
};

/** The event of an action on a permit or a PAA. Throws RangeError for what cannot happen to a PAA. */
export function permitEvent(action: PermitAction, isPaa: boolean): HistoryEvent {
  const { permit, paa } = permitEvents[action];
  const event = isPaa ? paa : permit;
  if (event === null) throw new RangeError(`${action} does not happen to a PAA`);
  return event;
}

/** By the status that a work is created with; the others are reached later. */
export const workCreatedEvents = {
  planned: 'planned_works_record_created',
  in_progress: 'in_progress_works_record_created',
  historical: 'historic_works_record_created',
  non_notifiable: 'non_notifiable_works_record_created',
  section_81: 'section_81_works_record_created',
  unattributable: 'unattributable_works_record_created',
} as const satisfies Partial<Record<WorkStatus, HistoryEvent>>;

/** By the status that an alteration gets. Revocation has none: the permit's own event stands alone. */
export const alterationEvents: Readonly<Record<AlterationStatus, HistoryEvent | null>> = {
  submitted: 'alteration_submitted',
  auto_applied: 'alteration_applied_auto',
  granted: 'alteration_granted',
  granted_with_duration_challenge: 'alteration_granted_with_duration_challenge',
  refused: 'alteration_refused',
  deemed: 'alteration_deemed',
  cancelled: 'alteration_cancelled',
  revoked: null,
};

export const inspectionEvents: Readonly<Record<InspectionOutcome, HistoryEvent>> = {
  passed: 'inspection_passed',
  failed_low: 'inspection_failed',
  failed_high: 'inspection_failed',
  unable_to_complete_inspection: 'inspection_unable_to_carry_out',
  further_inspections_required: 'inspection_further_required',
  agreed_site_compliance: 'inspection_agreed_site_compliance',
  non_compliant_with_conditions: 'inspection_non_compliant_with_conditions',
  works_stopped: 'inspection_works_stopped',
  works_stopped_apparatus_remaining: 'inspection_works_stopped_apparatus_remaining',
  works_in_progress: 'inspection_works_in_progress',
  works_in_progress_no_carriageway_incursion: 'inspection_works_in_progress_no_carriageway_incursion',
};

/** By the status that a notice gets; a discount makes no difference. */
export const fpnEvents: Readonly<Record<FPNStatus, HistoryEvent>> = {
  issued: 'fpn_submitted',
  accepted: 'fpn_accepted',
  disputed: 'fpn_disputed',
  paid: 'fpn_paid',
  paid_discounted: 'fpn_paid',
  withdrawn: 'fpn_withdrawn',
};

/** By the status that a notice gets; one that is issued anew to another promoter is `section_81_reassigned` instead. */
export const section81Events: Readonly<Record<Section81Status, HistoryEvent>> = {
  issued: 'section_81_submitted',
  acknowledged: 'section_81_acknowledged',
  accepted: 'section_81_accepted',
  accepted_fixed: 'section_81_accepted_fixed',
  rejected: 'section_81_rejected',
  resolved_by_ha: 'section_81_resolved_by_ha',
  cancelled: 'section_81_cancelled',
};

export const section74Events: Readonly<Record<Section74HAStatus, HistoryEvent>> = {
  warning_issued: 'section_74_warning_issued',
  charges_ended: 'section_74_charges_ended',
  warning_disputed: 'section_74_warning_disputed',
  withdrawn: 'section_74_withdrawn',
  draft_invoice_issued: 'section_74_draft_invoice_issued',
  resolved: 'section_74_resolved',
};

export function commentEvent(isInternal: boolean): HistoryEvent {
  return isInternal ? 'internal_comment_submitted' : 'comment_submitted';
}
