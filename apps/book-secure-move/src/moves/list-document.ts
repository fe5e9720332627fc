import type { Connection } from '@switchyard/db';
import { writeDocument } from '@switchyard/http';
import type { ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';
import type { PageFacts } from '../shared/paging';
import { listedExtras } from './list-extras';
import type { ListedMove } from './list-moves';
import { presentListedMove } from './list-serializer';

/** How a page of moves is to be shown. */
export interface ListWishes {
  include: Include;
  /** The `meta` parameter: names of facts to add to each move. */
  meta: string | undefined;
  page: PageFacts;
}

/** The document of a page of moves, as JSON text. */
export async function movesDocument(
  db: Connection,
  moves: readonly ListedMove[],
  { include, meta, page }: ListWishes,
  reference: ReferencePicture,
): Promise<string> {
  const ids = moves.map(({ move }) => move.id);
  const extras = await listedExtras(db, ids, include, meta, reference);
  const resources = moves.map((listed) => presentListedMove(listed, reference, include, extras));
  return writeDocument(resources, { withIncluded: include.asked, ...page });
}
