import type { Connection } from '@switchyard/db';
import type { CourtHearing, Journey, Lodging, Move } from '@switchyard/domain/book-secure-move';
import { presentAllocationOfMove } from '../allocations/of-move';
import { hearingsOfMoves } from '../court-hearings/repository';
import type { MoveTimeline } from '../events/timeline';
import { timelinesOf } from '../events/timeline';
import { journeysOfMove } from '../journeys/repository';
import { lodgingsOfMoves } from '../lodgings/repository';
import { findPersonOfProfile, findProfile } from '../people/repository';
import type { ShownPerson, ShownProfile } from '../people/row';
import type { ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';
import { movesByIds } from './repository';
import type { Resource } from '@switchyard/http';

/** What is shown with one move. Only what was asked for is loaded; the rest is empty. */
export interface RelatedToMove {
  hearings: CourtHearing[];
  profile: ShownProfile | undefined;
  person: ShownPerson | undefined;
  journeys: Journey[];
  lodgings: Lodging[];
  timeline: MoveTimeline | undefined;
  original: { move: Move; hearings: CourtHearing[] } | undefined;
  allocation: Resource | undefined;
}

/** A move of which nothing but its own row is shown. */
export const unrelated: RelatedToMove = {
  hearings: [],
  profile: undefined,
  person: undefined,
  journeys: [],
  lodgings: [],
  timeline: undefined,
  original: undefined,
  allocation: undefined,
};

/** Loads what an include of one move names: at most one statement each, side by side. */
export async function relatedToMove(
  db: Connection,
  move: Move,
  { tree, names }: Include,
  reference: ReferencePicture,
): Promise<RelatedToMove> {
  const wantsEventables = tree.timeline_events?.eventable !== undefined;
  const originalIds = tree.original_move && move.originalMoveId ? [move.originalMoveId] : [];
  const wantsTimeline = names.has('timeline_events') || names.has('important_events');
  const [hearings, profile, person, journeys, lodgings, timelines, originals, allocation] = await Promise.all([
    hearingsOfMoves(db, [move.id, ...originalIds]),
    tree.profile && move.profileId ? findProfile(db, move.profileId) : undefined,
    (tree.profile?.person || wantsEventables) && move.profileId ? findPersonOfProfile(db, move.profileId) : undefined,
    names.has('journeys') || wantsEventables ? journeysOfMove(db, move.id) : [],
    names.has('lodgings') || wantsEventables ? lodgingsOfMoves(db, [move.id]) : [],
    wantsTimeline ? timelinesOf(db, [move.id]) : undefined,
    movesByIds(db, originalIds),
    tree.allocation && move.allocationId ? presentAllocationOfMove(db, move.allocationId, reference) : undefined,
  ]);
  const [original] = originals;
  const hearingsOf = (id: string): CourtHearing[] => hearings.filter(({ moveId }) => moveId === id);
  return {
    hearings: hearingsOf(move.id),
    profile,
    person,
    journeys,
    lodgings,
    timeline: timelines?.get(move.id),
    original: original && { move: original, hearings: hearingsOf(original.id) },
    allocation,
  };
}
