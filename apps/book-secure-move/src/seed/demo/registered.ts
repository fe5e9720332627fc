import { loadDemoRegister } from '../../nomis/demo-register';
import type { Booking, Prisoner } from '../../nomis/records';

const register = loadDemoRegister();

/**
 * A prisoner as the demo's prison register has them, so that looking them up again changes nothing.
 * Throws for a number that the register does not hold.
 */
export function registeredPrisoner(prisonNumber: string): Prisoner {
  const found = register.byPrisonNumber.get(prisonNumber);
  if (!found) throw new Error(`the demo register has no prisoner ${prisonNumber}`);
  return found.prisoner;
}

/** The booking with this number, or undefined. */
export function registeredBooking(bookingId: number | null): Booking | undefined {
  return bookingId === null ? undefined : register.byBookingId.get(bookingId)?.booking;
}
