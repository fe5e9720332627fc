import type { ApiVersion, Caller } from '../caller';
import { withStatus } from './change-status';
import { creation } from './create-move';
import { moveDocument, moveDocumentWithHearings } from './document';
import { moveIncludes, movesIncludes } from './includes';
import { movesDocument } from './list-document';
import { findNamedProfile } from './named-profile';
import { movesV1 } from './v1';
import type { MoveVersion } from './version';

const movesV2: MoveVersion = {
  includes: moveIncludes,
  listIncludes: movesIncludes,
  creation,
  change: { writable: (data) => data, withStatus },
  findNewProfile: findNamedProfile,
  findChangedProfile: findNamedProfile,
  listsProfiles: ({ tree }) => tree.profile !== undefined,
  document: moveDocument,
  bareDocument: moveDocumentWithHearings,
  listDocument: movesDocument,
};

const versions: Record<ApiVersion, MoveVersion> = { 1: movesV1, 2: movesV2 };

/** Moves as the caller's version of the API has them. */
export const versionFor = ({ version }: Pick<Caller, 'version'>): MoveVersion => versions[version];
