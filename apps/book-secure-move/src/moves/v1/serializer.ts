import type { Relationship, Resource } from '@switchyard/http';
import { identifier, toOne } from '@switchyard/http';
import { presentCourtHearing } from '../../court-hearings/serializer';
import { presentProfileOfMove } from '../../people/serializer';
import { presentPersonV1 } from '../../people/v1-serializer';
import type { ReferencePicture } from '../../reference/reference-data';
import type { Include, IncludeTree } from '../../shared/include';
import { noInclude } from '../../shared/include';
import type { ListedMove } from '../list-moves';
import { placeOf, transferReasonOf } from '../serializer';
import { moveAttributesV1 } from './attributes';
import type { RelatedToMovesV1 } from './related';

/** A move as version 1 shows it, alone and in lists. */
export function presentMoveV1(
  { move, profile, person }: ListedMove,
  related: RelatedToMovesV1,
  prisonerLocation: string | null,
  { tree }: Pick<Include, 'tree'>,
  reference: ReferencePicture,
): Resource {
  const original = tree.original_move && related.findMove(move.originalMoveId);
  return {
    type: 'moves',
    id: move.id,
    attributes: moveAttributesV1(move, prisonerLocation),
    relationships: {
      person: shownPerson(tree.person) ?? toOne('people', person?.id ?? null),
      profile:
        tree.profile && profile
          ? presentProfileOfMove(profile, shownPerson(tree.profile.person), reference, tree.profile)
          : toOne('profiles', move.profileId),
      from_location: placeOf(move.fromLocationId, tree.from_location, reference),
      to_location: placeOf(move.toLocationId, tree.to_location, reference),
      prison_transfer_reason: transferReasonOf(move, tree.prison_transfer_reason, reference),
      documents: [],
      court_hearings: hearings(),
      allocation: toOne('allocations', move.allocationId),
      original_move: original
        ? presentMoveV1(original, related, null, noInclude, reference)
        : toOne('moves', move.originalMoveId),
    },
  };

  function shownPerson(include: IncludeTree | undefined): Resource | undefined {
    return include && person && presentPersonV1(person, related.latestProfileOf(person.id), reference, include);
  }

  function hearings(): Relationship {
    return related
      .hearingsOf(move.id)
      .map((hearing) =>
        tree.court_hearings ? presentCourtHearing(hearing) : identifier('court_hearings', hearing.id),
      );
  }
}
