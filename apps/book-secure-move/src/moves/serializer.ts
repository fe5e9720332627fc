import type { GenericEvent, Move } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier, toOne } from '@switchyard/http';
import { presentCourtHearing } from '../court-hearings/serializer';
import { presentBriefEvent, presentEvent } from '../events/serializer';
import { importantOf } from '../events/timeline';
import { presentJourney } from '../journeys/serializer';
import { presentLocation, presentSupplier } from '../locations/serializer';
import { presentLodging } from '../lodgings/serializer';
import { presentPerson, presentProfileOfMove } from '../people/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import { presentTransferReason } from '../reference/serializer';
import type { Include, IncludeTree } from '../shared/include';
import { noInclude } from '../shared/include';
import { moveAttributes } from './attributes';
import type { RelatedToMove } from './related';
import { unrelated } from './related';

/** One move, with everything that its include asks for. */
export function presentMove(
  move: Move,
  related: RelatedToMove,
  prisonerLocation: string | null,
  include: Include,
  reference: ReferencePicture,
): Resource {
  const { tree, names } = include;
  const supplier = tree.supplier && reference.suppliers.find(move.supplierId);
  return {
    type: 'moves',
    id: move.id,
    attributes: moveAttributes(move, prisonerLocation),
    relationships: {
      from_location: placeOf(move.fromLocationId, tree.from_location, reference),
      prison_transfer_reason: transferReasonOf(move, tree.prison_transfer_reason, reference),
      profile: profileOf(move, related, tree.profile, reference),
      supplier: supplier ? presentSupplier(supplier) : identifier('suppliers', move.supplierId),
      to_location: placeOf(move.toLocationId, tree.to_location, reference),
      court_hearings: related.hearings.map((hearing) =>
        tree.court_hearings ? presentCourtHearing(hearing) : identifier('court_hearings', hearing.id),
      ),
      ...(names.has('lodgings') && { lodgings: lodgingsOf(related, tree.lodgings, reference) }),
      ...(names.has('journeys') && { journeys: journeysOf(related, tree.journeys, reference) }),
      ...(names.has('timeline_events') && {
        timeline_events: eventsOf(move, related, tree.timeline_events, reference),
      }),
      ...(names.has('important_events') && {
        important_events: importantOf(related.timeline).map((event) =>
          tree.important_events ? presentBriefEvent(event) : identifier('events', event.id),
        ),
      }),
      allocation: related.allocation ?? toOne('allocations', move.allocationId),
      original_move: related.original
        ? presentMove(
            related.original.move,
            { ...unrelated, hearings: related.original.hearings },
            null,
            noInclude,
            reference,
          )
        : toOne('moves', move.originalMoveId),
      ...(names.has('extradition_flight') && { extradition_flight: null }),
    },
  };
}

/** An end of a move: linkage, or whole when it is included. */
export function placeOf(
  id: string | null,
  include: IncludeTree | undefined,
  reference: ReferencePicture,
): Relationship {
  const location = include && reference.locations.find(id);
  return location ? presentLocation(location, reference, include) : toOne('locations', id);
}

/** Why a person changes prison: linkage, or whole when it is included. */
export function transferReasonOf(
  { prisonTransferReasonId: id }: Move,
  include: IncludeTree | undefined,
  reference: ReferencePicture,
): Relationship {
  const reason = include && reference.prisonTransferReasons.find(id);
  return reason ? presentTransferReason(reason) : toOne('prison_transfer_reasons', id);
}

function profileOf(
  { profileId }: Move,
  { profile, person }: RelatedToMove,
  include: IncludeTree | undefined,
  reference: ReferencePicture,
): Relationship {
  if (!include || !profile) return toOne('profiles', profileId);
  const shown = include.person && person && presentPerson(person, reference, include.person);
  return presentProfileOfMove(profile, shown, reference, include);
}

const lodgingsOf = ({ lodgings }: RelatedToMove, include: IncludeTree | undefined, reference: ReferencePicture) =>
  lodgings
    .filter(({ status }) => status !== 'cancelled')
    .map((lodging) => (include ? presentLodging(lodging, reference, include) : identifier('lodgings', lodging.id)));

const journeysOf = ({ journeys }: RelatedToMove, include: IncludeTree | undefined, reference: ReferencePicture) =>
  journeys.map((journey, index) =>
    include ? presentJourney(journey, index + 1, reference, include) : identifier('journeys', journey.id),
  );

function eventsOf(
  move: Move,
  { timeline, journeys, lodgings, person }: RelatedToMove,
  include: IncludeTree | undefined,
  reference: ReferencePicture,
): Relationship {
  const events = timeline?.events ?? [];
  if (!include) return events.map(({ id }) => identifier('events', id));
  // The move itself is the document's own data: an event of it only links to it.
  const eventable = ({ eventableId }: GenericEvent): Resource | undefined => {
    if (!include.eventable || eventableId === move.id) return undefined;
    const journey = journeys.findIndex(({ id }) => id === eventableId);
    if (journey >= 0) return presentJourney(journeys[journey]!, journey + 1, reference);
    const lodging = lodgings.find(({ id }) => id === eventableId);
    if (lodging) return presentLodging(lodging, reference);
    return person?.id === eventableId ? presentPerson(person, reference) : undefined;
  };
  return events.map((event) => presentEvent(event, reference, include, eventable(event)));
}
