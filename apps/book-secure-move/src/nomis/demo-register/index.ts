import type { Register } from '../register';
import { toRegisteredBookings } from './bookings';
import { courtNames } from './court-cases';
import { userEmails } from './background';
import { prisonNames } from './prisons';
import { toRegisteredPrisons } from './prison-rolls';
import { toRegisteredPrisoners } from './registered-prisoners';

/** Builds the demo register: fifty-one invented prisoners in the demo prisons. Every call gives fresh objects. */
export function loadDemoRegister(): Register {
  return {
    byPrisonNumber: new Map(
      toRegisteredPrisoners().map((registered) => [registered.prisoner.prisonerNumber, registered]),
    ),
    byBookingId: new Map(toRegisteredBookings().map((registered) => [registered.booking.bookingId, registered])),
    prisons: toRegisteredPrisons(),
    agencyNames: new Map([...Object.entries(prisonNames), ...Object.entries(courtNames)]),
    userEmails: new Map(Object.entries(userEmails)),
  };
}
