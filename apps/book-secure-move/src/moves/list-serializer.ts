import type { Resource } from '@switchyard/http';
import { identifier, toOne } from '@switchyard/http';
import { presentListedLocation, presentSupplier } from '../locations/serializer';
import { presentListedPerson, presentListedProfile } from '../people/serializer';
import type { ReferencePicture } from '../reference/reference-data';
import type { Include } from '../shared/include';
import { presentTransferReason } from '../reference/serializer';
import { moveAttributes } from './attributes';
import type { ListedMove } from './list-moves';
import type { ListedExtras } from './list-extras';

/** A move as lists show it. */
export function presentListedMove(
  { move, profile, person }: ListedMove,
  reference: ReferencePicture,
  include: Include,
  extras: ListedExtras,
): Resource {
  const { tree } = include;
  const place = (id: string | null, whole: boolean) => {
    const location = whole && reference.locations.find(id);
    return location ? presentListedLocation(location) : toOne('locations', id);
  };
  const supplier = tree.supplier && reference.suppliers.find(move.supplierId);
  const reason = tree.prison_transfer_reason && reference.prisonTransferReasons.find(move.prisonTransferReasonId);
  const shownPerson = tree.profile?.person && person && presentListedPerson(person, reference, tree.profile.person);
  return {
    type: 'moves',
    id: move.id,
    attributes: moveAttributes(move, null),
    relationships: {
      from_location: place(move.fromLocationId, tree.from_location !== undefined),
      to_location: place(move.toLocationId, tree.to_location !== undefined),
      profile:
        tree.profile && profile
          ? presentListedProfile(profile, shownPerson, reference, tree.profile)
          : toOne('profiles', move.profileId),
      prison_transfer_reason: reason
        ? presentTransferReason(reason)
        : toOne('prison_transfer_reasons', move.prisonTransferReasonId),
      supplier: supplier ? presentSupplier(supplier) : identifier('suppliers', move.supplierId),
      allocation: toOne('allocations', move.allocationId),
      ...extras.relationshipsOf(move.id),
    },
    meta: extras.metaOf(move.id),
  };
}
