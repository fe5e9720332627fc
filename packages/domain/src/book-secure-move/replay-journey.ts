import { stateAfter } from '../kernel';
import type { GenericEvent } from './event';
import { journeyMachine } from './journey';
import type { Journey, JourneyEvent } from './journey';
import { withChanges } from './with-changes';

/** The events that move a journey's machine. */
const transitions: Readonly<Record<string, JourneyEvent>> = {
  JourneyStart: 'start',
  JourneyComplete: 'complete',
  JourneyCancel: 'cancel',
  JourneyUncancel: 'uncancel',
  JourneyUncomplete: 'uncomplete',
  JourneyReject: 'reject',
};

/** The details that each event writes to the vehicle, and under which key. */
const vehicleKeys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  JourneyStart: { vehicle_reg: 'registration', vehicle_depot: 'depot' },
  JourneyComplete: { vehicle_reg: 'registration' },
  JourneyChangeVehicle: { vehicle_reg: 'registration', vehicle_depot: 'depot' },
};

/** The journey after one event. The vehicle is written even where the state does not change. */
export function applyJourneyEvent(journey: Journey, event: GenericEvent): Journey {
  const transition = transitions[event.eventType];
  const state = transition ? stateAfter(journeyMachine, journey.state, transition) : journey.state;
  return withChanges(journey, { state, vehicle: vehicleAfter(journey.vehicle, event) });
}

function vehicleAfter(vehicle: Journey['vehicle'], { eventType, details }: GenericEvent): Journey['vehicle'] {
  const written = Object.entries(vehicleKeys[eventType] ?? {}).flatMap(([detail, key]) => {
    const value = details[detail];
    return typeof value === 'string' && value.trim() !== '' && vehicle?.[key] !== value ? [[key, value]] : [];
  });
  return written.length === 0 ? vehicle : { ...vehicle, ...Object.fromEntries(written) };
}
