import type { MoveVersion } from '../version';
import { changeV1 } from './change-rules';
import { moveDocumentV1, movesDocumentV1 } from './documents';
import { moveIncludesV1, movesIncludesV1 } from './includes';
import { findChangedProfileV1, findNewProfileV1 } from './named-profile';

/** Moves as version 1 has them: each with its person, and with all that belongs to it unless the client says less. */
export const movesV1: MoveVersion = {
  includes: moveIncludesV1,
  listIncludes: movesIncludesV1,
  creation: { infersMoveType: true, forgivesDestination: true, recordsBeginning: false },
  change: changeV1,
  findNewProfile: findNewProfileV1,
  findChangedProfile: findChangedProfileV1,
  listsProfiles: () => true,
  document: moveDocumentV1,
  bareDocument: (db, { move }, place, include, reference) => moveDocumentV1(db, move, place, include, reference),
  listDocument: movesDocumentV1,
};
