import { NomisBadGateway } from '../nomis';
import type { Deps } from '../shared/deps';
import type { RegisteredHearing, UnregisteredHearing } from './unregistered';
import { saveRegistered, unregisteredHearings } from './unregistered';

/**
 * Enters the hearings of a move in the prison register, those that are not there yet, and remembers their numbers. Not
 * to be called in a transaction: it asks another system, and stores the answers in one of its own. A hearing that the
 * register refuses stays as it is; a register that cannot be reached throws, after what it had taken over is stored.
 */
export async function registerHearings(deps: Deps, moveId: string): Promise<void> {
  const registered: RegisteredHearing[] = [];
  try {
    for (const hearing of await unregisteredHearings(deps.db.reader(), moveId)) {
      const nomisHearingId = await register(deps, hearing);
      if (nomisHearingId !== undefined) registered.push({ id: hearing.id, nomisHearingId });
    }
  } finally {
    if (registered.length > 0) {
      await deps.db.transaction(async (tx) => saveRegistered(tx, registered, deps.clock.now()));
    }
  }
}

async function register({ nomis, reference }: Deps, hearing: UnregisteredHearing): Promise<number | undefined> {
  const { bookingId, caseId, startsAt, comments } = hearing;
  const fromPrisonLocation = reference.current.locations.find(hearing.fromLocationId)?.nomisAgencyId;
  const toCourtLocation = reference.current.locations.find(hearing.toLocationId)?.nomisAgencyId;
  if (!fromPrisonLocation || !toCourtLocation) return undefined;
  try {
    const order = { bookingId, caseId, fromPrisonLocation, toCourtLocation, startsAt, comments };
    return (await nomis.createCourtHearing(order)).id;
  } catch (error) {
    if (error instanceof NomisBadGateway) return undefined;
    throw error;
  }
}
