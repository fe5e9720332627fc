import { NotFound } from '@switchyard/domain';
import type { GenericEvent, Journey } from '@switchyard/domain/book-secure-move';
import { holdJourney, lockJourney } from '../journeys/repository';
import { findProfileFacts } from '../moves/facts';
import type { HeldMove, Viewer } from '../moves/repository';
import { holdMove, markMove, markMoveOfJourney } from '../moves/repository';
import { findPerson } from '../people/repository';
import type { Act } from '../shared/deps';
import { uuidOf } from '../shared/uuid';
import { eventsOf } from './repository';

/** A move that something happened to, held until the request commits, with its log. */
export interface MoveSubject {
  type: 'moves';
  id: string;
  held: HeldMove;
  log: readonly GenericEvent[];
}

/** A journey that something happened to. Its move is held before it, and marked as changed. */
export interface JourneySubject {
  type: 'journeys';
  id: string;
  moveId: string;
  journey: Journey;
  log: readonly GenericEvent[];
}

/** Somebody or something that events do nothing to. No event suits a profile. */
export interface InertSubject {
  type: 'people' | 'profiles';
  id: string;
  log: readonly GenericEvent[];
}

export type Subject = MoveSubject | JourneySubject | InertSubject;

const everyone: Viewer = { supplierId: null };

/** A move that `viewer` may see. Lock and log travel together. Throws NotFound. */
export async function subjectMove({ tx }: Act, moveId: string, viewer: Viewer = everyone): Promise<MoveSubject> {
  const id = uuidOf('move', moveId);
  const [held, log] = await Promise.all([holdMove(tx, viewer, id), eventsOf(tx, [id])]);
  return { type: 'moves', id, held, log };
}

/** A journey of a move, both as the caller may see them. Throws NotFound, or NotAuthorised for another supplier's. */
export async function subjectJourney(
  { tx, caller, now }: Act,
  moveId: string,
  journeyId: string,
): Promise<JourneySubject> {
  const move = uuidOf('move', moveId);
  const id = uuidOf('journey', journeyId);
  const [, journey, log] = await Promise.all([
    markMove(tx, caller, move, now),
    lockJourney(tx, caller, move, id),
    eventsOf(tx, [id]),
  ]);
  return { type: 'journeys', id, moveId: move, journey, log };
}

/** What a posted event names, whoever's it is. `type` is one that such an event may name. Throws NotFound. */
export async function postedSubject(act: Act, type: string, id: string | null | undefined): Promise<Subject> {
  switch (type) {
    case 'moves':
      return subjectMove(act, uuidOf('move', id));
    case 'journeys':
      return anyJourney(act, uuidOf('journey', id));
    case 'people':
      return inert(type, uuidOf('person', id), await findPerson(act.tx, uuidOf('person', id)));
    case 'profiles':
      return inert(type, uuidOf('profile', id), await findProfileFacts(act.tx, uuidOf('profile', id)));
    default:
      // NOTE there are no escort records yet, so none can be found
      throw new NotFound('person_escort_record', id ?? undefined);
  }
}

async function anyJourney({ tx, now }: Act, id: string): Promise<JourneySubject> {
  const [moveId, journey, log] = await Promise.all([
    markMoveOfJourney(tx, id, now),
    holdJourney(tx, id),
    eventsOf(tx, [id]),
  ]);
  return { type: 'journeys', id, moveId, journey, log };
}

function inert(type: InertSubject['type'], id: string, found: unknown): InertSubject {
  if (!found) throw new NotFound(type === 'people' ? 'person' : 'profile', id);
  return { type, id, log: [] };
}
