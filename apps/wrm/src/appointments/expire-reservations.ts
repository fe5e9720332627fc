import { dateTimeOf, isOverdue, systemPartyId } from '@switchyard/domain/wrm';
import type { Deps } from '../shared/deps';
import { endBookings } from './end-bookings';
import { lockAppointments, overdueAppointments } from './repository';

const BATCH = 200;

/**
 * Ends the reservations whose time is over, each once however many processes look for them, and gives their units back.
 * What another process is ending is waited for, so that nothing overdue is left when this is done. Histories carry the
 * instant at which a reservation ended, however late this runs.
 */
export async function expireReservations({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  for (;;) {
    const now = clock.now();
    const ids = await overdueAppointments(db.reader(), now, BATCH);
    await db.transaction(async (tx) => {
      const bookings = await lockAppointments(tx, ids);
      const due = bookings.filter((booking) => isOverdue(booking, dateTimeOf(now)));
      const at = ({ expiresAt }: { expiresAt?: string | undefined }): Date => new Date(expiresAt!);
      await endBookings(tx, due, { action: 'expire', partyId: systemPartyId, at });
    });
    if (ids.length < BATCH) return;
  }
}
