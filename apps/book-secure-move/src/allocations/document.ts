import type { Connection } from '@switchyard/db';
import type { JsonApiDocument, Resource } from '@switchyard/http';
import { hearingsOfMoves } from '../court-hearings/repository';
import { movesOfAllocation } from '../moves/moves-of-allocation';
import { unrelated } from '../moves/related';
import { presentMove } from '../moves/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';
import { nothing } from '../shared/include';
import { documentOf } from '../shared/json-api';
import type { AllocationWithMoves } from './repository';
import { presentAllocation } from './serializer';

/** The document of one allocation: at most two statements more, and only when its moves are asked for. */
export async function allocationDocument(
  db: Connection,
  { allocation, moves }: AllocationWithMoves,
  include: Include,
  reference: ReferencePicture,
): Promise<JsonApiDocument> {
  const shown = include.tree.moves ? await shownMoves(db, allocation.id, include, reference) : undefined;
  const resource = presentAllocation(allocation, moves, reference, include.tree, shown);
  return documentOf(resource, { withIncluded: include.asked });
}

/** Where each prisoner is at the moment is not looked up: that would be a question to the prison register per move. */
async function shownMoves(
  db: Connection,
  allocationId: string,
  { asked, tree, names }: Include,
  reference: ReferencePicture,
): Promise<ReadonlyMap<string, Resource>> {
  const listed = await movesOfAllocation(db, allocationId);
  const hearings = await hearingsOfMoves(
    db,
    listed.map(({ move }) => move.id),
  );
  const include = { asked, tree: tree.moves ?? nothing, names };
  return new Map(
    listed.map(({ move, profile, person }): [string, Resource] => {
      const related = {
        ...unrelated,
        profile,
        person,
        hearings: hearings.filter(({ moveId }) => moveId === move.id),
      };
      return [move.id, presentMove(move, related, null, include, reference)];
    }),
  );
}
