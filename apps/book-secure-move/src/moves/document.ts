import type { Connection } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import { writeDocument } from '@switchyard/http';
import type { Include } from '../shared/include';
import type { ReferencePicture } from '../reference/reference-data';
import type { CreatedMove } from './create-move';
import { relatedToMove, unrelated } from './related';
import { presentMove } from './serializer';

/** The document of one stored move, as JSON text. */
export async function moveDocument(
  db: Connection,
  move: Move,
  prisonerLocation: string | null,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  const related = await relatedToMove(db, move, include, reference);
  return writeDocument(presentMove(move, related, prisonerLocation, include, reference), {
    withIncluded: include.asked,
  });
}

/** The document of a move whose hearings are known: when there are none and nobody asks for more, nothing is read. */
export async function moveDocumentWithHearings(
  db: Connection,
  { move, hearingIds }: CreatedMove,
  prisonerLocation: string | null,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  if (include.asked || hearingIds.length > 0) {
    return moveDocument(db, move, prisonerLocation, include, reference);
  }
  return writeDocument(presentMove(move, unrelated, prisonerLocation, include, reference));
}
