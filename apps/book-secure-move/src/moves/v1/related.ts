import type { Connection } from '@switchyard/db';
import type { CourtHearing, Profile } from '@switchyard/domain/book-secure-move';
import { hearingsOfMoves } from '../../court-hearings/repository';
import { latestProfiles } from '../../people/repository';
import type { Include } from '../../shared/include';
import type { ListedMove } from '../list-moves';
import { listedMovesByIds } from '../listed-by-ids';

/** What version 1 shows with moves, whatever their number. */
export interface RelatedToMovesV1 {
  hearingsOf(moveId: string): readonly CourtHearing[];
  /** The latest profile of a person: its answers are the person's. */
  latestProfileOf(personId: string): Profile | undefined;
  findMove(id: string | null): ListedMove | undefined;
}

/** Loads what belongs to these moves and to those that they were rebooked from: three statements for all together. */
export async function relatedToMovesV1(
  db: Connection,
  moves: readonly ListedMove[],
  { tree }: Include,
): Promise<RelatedToMovesV1> {
  const originalIds = moves.flatMap(({ move }) =>
    tree.original_move && move.originalMoveId !== null ? [move.originalMoveId] : [],
  );
  const originals = await listedMovesByIds(db, originalIds);
  const moveIds = [...moves.map(({ move }) => move.id), ...originals.keys()];
  const showsPeople = tree.person !== undefined || tree.profile?.person !== undefined;
  const personIds = showsPeople ? moves.flatMap(({ person }) => (person ? [person.id] : [])) : [];
  const [hearings, latest] = await Promise.all([hearingsOfMoves(db, moveIds), latestProfiles(db, personIds)]);
  const byMove = new Map(moveIds.map((id): [string, CourtHearing[]] => [id, []]));
  for (const hearing of hearings) if (hearing.moveId !== null) byMove.get(hearing.moveId)?.push(hearing);
  return {
    hearingsOf: (id) => byMove.get(id) ?? [],
    latestProfileOf: (id) => latest.get(id),
    findMove: (id) => (id === null ? undefined : originals.get(id)),
  };
}
