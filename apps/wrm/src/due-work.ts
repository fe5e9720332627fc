import { expireReservations } from './appointments/expire-reservations';
import { stockDemo } from './seed';
import type { Deps } from './shared/deps';

/**
 * What falls due with time besides deliveries: reservations end, each once however many processes look for them, and the
 * demo's schedules get the slots of the days ahead.
 */
export async function doDueWork(deps: Pick<Deps, 'config' | 'db' | 'clock'>): Promise<void> {
  await expireReservations(deps);
  const { profile, seed } = deps.config;
  if (profile !== 'sandbox' || seed !== 'demo') return;
  await deps.db.transaction((tx) => Promise.resolve(stockDemo(tx, deps.clock.now())));
}
