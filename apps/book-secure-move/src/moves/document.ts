import type { Connection } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import { writeDocument } from '@switchyard/http';
import type { Include } from '../shared/include';
import type { ReferencePicture } from '../reference/reference-data';
import { relatedToMove } from './related';
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
