import type { Connection } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import { writeDocument } from '@switchyard/http';
import type { ReferencePicture } from '../../reference/reference-data';
import type { Include } from '../../shared/include';
import type { ListWishes } from '../list-document';
import type { ListedMove } from '../list-moves';
import { listedMovesByIds } from '../listed-by-ids';
import { relatedToMovesV1 } from './related';
import { presentMoveV1 } from './serializer';

/** The document of one stored move in version 1, as JSON text. `place` is where the person is, in words. */
export async function moveDocumentV1(
  db: Connection,
  { id }: Move,
  place: string | null,
  include: Include,
  reference: ReferencePicture,
): Promise<string> {
  const listed = (await listedMovesByIds(db, [id])).get(id)!;
  const related = await relatedToMovesV1(db, [listed], include);
  return writeDocument(presentMoveV1(listed, related, place, include, reference), { withIncluded: include.asked });
}

/** The document of a page of moves in version 1, as JSON text. Lists do not ask where people are. */
export async function movesDocumentV1(
  db: Connection,
  moves: readonly ListedMove[],
  { include, page }: ListWishes,
  reference: ReferencePicture,
): Promise<string> {
  const related = await relatedToMovesV1(db, moves, include);
  const resources = moves.map((listed) => presentMoveV1(listed, related, null, include, reference));
  return writeDocument(resources, { withIncluded: include.asked, ...page });
}
