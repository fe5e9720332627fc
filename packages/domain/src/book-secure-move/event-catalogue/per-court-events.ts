import {
  at,
  authorised,
  defineEvent,
  iso,
  requiredBool,
  requiredIso,
  requiredOneOf,
  requiredText,
  text,
} from './builders';
import type { EventDefinition } from './definition';

const on = (type: string, given: Parameters<typeof defineEvent>[2] = {}): EventDefinition =>
  defineEvent(type, ['person_escort_records'], { relationships: at(), ...given });

const signed = { details: requiredText('supplier_personnel_number') };

/** What happens at court to the person of an escort record. */
export const perCourtEvents: readonly EventDefinition[] = [
  on('PerCourtHearing', {
    details: [
      ...requiredBool('is_virtual', 'is_trial'),
      ...requiredIso('court_listing_at', 'started_at', 'ended_at'),
      ...iso('agreed_at'),
      ...requiredText('court_outcome'),
    ],
  }),
  on('PerCourtAllDocumentationProvidedToSupplier', {
    details: requiredOneOf('subtype', ['extradition_order', 'warrant', 'placement_confirmation']),
    relationships: at('court_location'),
  }),
  on('PerCourtAssignCellInCustody', { details: requiredText('court_cell_number') }),
  on('PerCourtExcessiveDelayNotDueToSupplier', {
    details: [
      ...requiredOneOf('subtype', [
        'making_prisoner_available_for_loading',
        'access_to_or_from_location_when_collecting_dropping_off_prisoner',
      ]),
      ...text('vehicle_reg'),
      ...requiredIso('ended_at'),
      ...authorised,
    ],
  }),
  on('PerCourtReturnToCustodyAreaFromDock', { details: text('court_cell_number') }),
  on('PerCourtReturnToCustodyAreaFromVisitorArea', { details: text('court_cell_number') }),
  on('PerCourtPreReleaseChecksCompleted', signed),
  on('PerCourtRelease', signed),
  on('PerCourtReleaseOnBail', signed),
  on('PerCourtTask', signed),
  on('PerCourtCellShareRiskAssessment'),
  on('PerCourtReadyInCustody'),
  on('PerCourtTakeFromCustodyToDock'),
  on('PerCourtTakeToSeeVisitors'),
];
