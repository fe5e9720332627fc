import {
  at,
  defineEvent,
  faultClassification,
  personnelNumbers,
  requiredIso,
  requiredList,
  requiredText,
  text,
} from './builders';
import type { EventDefinition } from './definition';

const on = (type: string, given: Parameters<typeof defineEvent>[2] = {}): EventDefinition =>
  defineEvent(type, ['moves', 'people'], { relationships: at(), ...given });

const incident = (type: string, vehicleReg: EventDefinition['details'] = text('vehicle_reg')): EventDefinition =>
  on(type, {
    classification: 'incident',
    details: [...personnelNumbers, ...vehicleReg, ...requiredIso('reported_at'), ...faultClassification],
    rules: ['one_list_of_personnel_numbers', 'fault_of_supplier'],
  });

const breakdown = (type: string): EventDefinition =>
  on(type, {
    details: [
      ...requiredList('supplier_personnel_numbers'),
      ...requiredText('vehicle_reg'),
      ...requiredIso('reported_at'),
      ...text('postcode', 'location_description'),
    ],
    rules: ['postcode_or_description'],
  });

export const incidentEvents: readonly EventDefinition[] = [
  incident('PersonMoveAssault'),
  incident('PersonMoveDeathInCustody'),
  incident('PersonMoveMajorIncidentOther'),
  incident('PersonMoveMinorIncidentOther'),
  incident('PersonMovePersonEscaped'),
  incident('PersonMovePersonEscapedKpi'),
  incident('PersonMoveReleasedError'),
  incident('PersonMoveSeriousInjury'),
  incident('PersonMoveUsedForce'),
  incident('PersonMoveRoadTrafficAccident', requiredText('vehicle_reg')),
  on('PersonMoveBookedIntoReceivingEstablishment', { details: requiredText('supplier_personnel_number') }),
  breakdown('PersonMoveVehicleBrokeDown'),
  breakdown('PersonMoveVehicleSystemsFailed'),
];
