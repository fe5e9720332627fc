import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Journey } from '@switchyard/domain/book-secure-move';
import { NotAuthorised, journeyNumbers } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import { uuidOf } from '../shared/uuid';
import { journeysOfMove } from './repository';

/** A journey with its place among all journeys of its move, whoever's they are, from 1. */
export interface NumberedJourney {
  journey: Journey;
  number: number;
}

/** The caller's journeys of a move in their order: a supplier's own, an authority's all. One statement. */
export async function listJourneys(db: Connection, { supplierId }: Caller, moveId: string): Promise<NumberedJourney[]> {
  const numbered = number(await journeysOfMove(db, moveId));
  return supplierId === null ? numbered : numbered.filter(({ journey }) => journey.supplierId === supplierId);
}

/** One journey of a move. Throws NotFound, or NotAuthorised for a supplier that did not drive it. */
export async function getJourney(
  db: Connection,
  { supplierId }: Caller,
  moveId: string,
  id: string,
): Promise<NumberedJourney> {
  const wanted = uuidOf('journey', id);
  const found = number(await journeysOfMove(db, moveId)).find(({ journey }) => journey.id === wanted);
  if (!found) throw new NotFound('journey', id);
  if (supplierId !== null && found.journey.supplierId !== supplierId) throw new NotAuthorised();
  return found;
}

function number(journeys: readonly Journey[]): NumberedJourney[] {
  const numbers = journeyNumbers(journeys);
  return journeys.map((journey) => ({ journey, number: numbers.get(journey.id)! }));
}
