import { notifyMove } from '../notifications/notify';
import type { Act } from '../shared/deps';
import { movesOfPerson, movesOfProfile } from './repository';

/** Tells the subscribers of each of a person's moves that something about the person has changed. */
export async function notifyMovesOfPerson(act: Act, personId: string): Promise<void> {
  for (const move of await movesOfPerson(act.tx, personId)) notifyMove(act, 'update_move', move);
}

/** Tells the subscribers of each move with this profile that the profile has changed. */
export async function notifyMovesOfProfile(act: Act, profileId: string): Promise<void> {
  for (const move of await movesOfProfile(act.tx, profileId)) notifyMove(act, 'update_move', move);
}
