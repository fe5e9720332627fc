import { at, defineEvent, requiredText, text, vehicleType } from './builders';
import type { EventDefinition } from './definition';

const on = (type: string, given: Parameters<typeof defineEvent>[2] = {}): EventDefinition =>
  defineEvent(type, ['journeys'], given);

const gate = { details: text('vehicle_reg'), relationships: at() };
const handover = { details: text('supplier_personnel_number') };

export const journeyEvents: readonly EventDefinition[] = [
  on('JourneyStart', { details: text('vehicle_reg', 'vehicle_depot') }),
  on('JourneyComplete', { details: text('vehicle_reg') }),
  on('JourneyCancel'),
  on('JourneyUncancel'),
  on('JourneyUncomplete'),
  on('JourneyReject'),
  on('JourneyChangeVehicle', {
    details: [...requiredText('vehicle_reg', 'previous_vehicle_reg'), ...text('vehicle_depot')],
  }),
  on('JourneyCreate'),
  on('JourneyUpdate'),
  on('JourneyAdmitThroughOuterGate', {
    details: [...requiredText('vehicle_reg'), ...text('supplier_personnel_number')],
    relationships: at(),
  }),
  on('JourneyAdmitToReception', gate),
  on('JourneyArriveAtOuterGate', gate),
  on('JourneyExitThroughOuterGate', gate),
  on('JourneyReadyToExit', gate),
  on('JourneyHandoverToDestination', handover),
  on('JourneyHandoverToSupplier', handover),
  on('JourneyLockout', { relationships: at('from_location') }),
  on('JourneyLodging', { relationships: at('to_location') }),
  on('JourneyPersonBoardsVehicle', { details: [...vehicleType, ...requiredText('vehicle_reg')] }),
  on('JourneyPersonLeaveVehicle', { details: text('vehicle_reg') }),
];
