import { when } from '../kernel';
import type { Violation } from '../kernel';
import { parseIsoDateTime, readInstant } from './iso';
import { blank, isBlank, notIsoDate } from './standard-violations';

/** The flight that an extradition is for, one for a move. The time is kept and shown exactly as it was sent. */
export interface ExtraditionFlight {
  id: string;
  moveId: string;
  flightNumber: string;
  flightTime: string;
  createdAt: Date;
  updatedAt: Date;
}

/** The rules of a flight, from its attributes as sent. */
export function checkExtraditionFlight(attributes: { flight_number?: unknown; flight_time?: unknown }): Violation[] {
  const { flight_number: number, flight_time: time } = attributes;
  const readable = parseIsoDateTime(time) !== null || (isIsoShaped(time) && readInstant(time) !== null);
  return [
    ...when(isBlank(number), blank('flight_number')),
    ...when(isBlank(time), blank('flight_time')),
    ...when(!isBlank(time) && !readable, notIsoDate('flight_time')),
  ];
}

/** A flight's time may lack seconds, but a blank between date and time is refused as everywhere. */
const isIsoShaped = (time: unknown): boolean => typeof time === 'string' && !time.includes(' ');
