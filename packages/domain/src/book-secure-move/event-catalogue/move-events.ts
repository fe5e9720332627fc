import { cancellationReasons, lockoutReasons, lodgingReasons, redirectReasons, rejectionReasons } from '../enums';
import {
  any,
  at,
  authorised,
  defineEvent,
  oneOf,
  requiredDate,
  requiredIso,
  requiredOneOf,
  requiredText,
  text,
  vehicleType,
} from './builders';
import type { EventDefinition } from './definition';

const on = (type: string, given: Parameters<typeof defineEvent>[2] = {}): EventDefinition =>
  defineEvent(type, ['moves'], given);

const estimate = { details: requiredIso('expected_at') };

export const moveEvents: readonly EventDefinition[] = [
  on('MoveAccept'),
  on('MoveStart'),
  on('MoveComplete'),
  on('MoveApprove', { details: [...requiredDate('date'), ...any('create_in_nomis')] }),
  on('MoveCancel', {
    details: [...requiredOneOf('cancellation_reason', cancellationReasons), ...text('cancellation_reason_comment')],
  }),
  on('MoveReject', {
    details: [
      ...requiredOneOf('rejection_reason', rejectionReasons),
      ...text('cancellation_reason_comment'),
      ...any('rebook'),
    ],
  }),
  on('MoveRedirect', {
    details: [...any('move_type'), ...oneOf('reason', redirectReasons)],
    relationships: at('to_location'),
    rules: ['redirect'],
  }),
  on('MoveLockout', {
    details: [...oneOf('reason', lockoutReasons), ...authorised],
    relationships: at('from_location'),
  }),
  on('MoveLodgingStart', { details: requiredOneOf('reason', lodgingReasons, true), relationships: at() }),
  on('MoveLodgingEnd', { relationships: at() }),
  on('MoveDateChanged', { details: [...requiredIso('date'), ...text('date_changed_reason')] }),
  on('MoveProposed'),
  on('MoveRequested'),
  on('MoveCollectionByEscort', { details: vehicleType }),
  on('MoveCrossSupplierDropOff'),
  on('MoveCrossSupplierPickUp', {
    details: text('previous_move_reference'),
    relationships: [{ name: 'previous_move', type: 'moves', required: true }],
  }),
  on('MoveNotifyPremisesOfArrivalIn30Mins'),
  on('MoveNotifyPremisesOfDropOffEta', estimate),
  on('MoveNotifyPremisesOfPickupEta', estimate),
  on('MoveNotifyPremisesOfExpectedCollectionTime', estimate),
  // NOTE stored as MoveNotifyPremisesOfDropOffEta; see canonicalEventType
  on('MoveNotifyPremisesOfEta', estimate),
  on('MoveOperationHmcts', { details: [...requiredText('court_cell_number'), ...authorised] }),
  on('MoveOperationSafeguard', { details: authorised }),
  on('MoveOperationTornado', { details: authorised }),
];
