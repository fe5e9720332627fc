import type { Connection } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import type { ReferencePicture } from '../reference/reference-data';
import type { Includable, Include } from '../shared/include';
import type { CreatedMove, CreationRules, MoveData } from './create-move';
import type { ListWishes } from './list-document';
import type { ListedMove } from './list-moves';
import type { NamedProfile } from './named-profile';
import type { ChangeRules } from './update-move';

/** How one version of the API reads and shows moves. The documents are JSON text. */
export interface MoveVersion {
  /** What may be included with one move, and with a list. */
  includes: Includable;
  listIncludes: Includable;
  creation: CreationRules;
  change: ChangeRules;
  findNewProfile(db: Connection, data: MoveData): Promise<NamedProfile>;
  findChangedProfile(db: Connection, data: MoveData): Promise<NamedProfile>;
  /** Whether a list needs the profiles and people of its moves. */
  listsProfiles(include: Include): boolean;
  document: WriteMove<Move>;
  /** The document of a move whose hearings are known, because it was just made or read with them. */
  bareDocument: WriteMove<CreatedMove>;
  listDocument(
    db: Connection,
    moves: readonly ListedMove[],
    wishes: ListWishes,
    reference: ReferencePicture,
  ): Promise<string>;
}

/** `prisonerLocation` is where the person is, in words. */
type WriteMove<Subject> = (
  db: Connection,
  move: Subject,
  prisonerLocation: string | null,
  include: Include,
  reference: ReferencePicture,
) => Promise<string>;
