import type { Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import type { PlacedLocation, ReferencePicture, Supplier } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';
import { wireTime } from '../shared/wire-time';

/** Attributes never change between two loads of the reference data: each location's are made once. */
const attributes = new WeakMap<PlacedLocation, Readonly<Record<string, unknown>>>();

/** A location with its suppliers; `include.suppliers` makes them whole. */
export function presentLocation(
  location: PlacedLocation,
  reference: ReferencePicture,
  include: IncludeTree = {},
): Resource {
  const suppliers = location.suppliers.map(({ supplierId }) => {
    const supplier = include.suppliers && reference.suppliers.find(supplierId);
    return supplier ? presentSupplier(supplier) : identifier('suppliers', supplierId);
  });
  return { ...presentBareLocation(location), relationships: { suppliers } };
}

const listed = new WeakMap<PlacedLocation, Resource>();

/** A location as lists show it: without its suppliers. */
export function presentListedLocation(location: PlacedLocation): Resource {
  let resource = listed.get(location);
  if (!resource) listed.set(location, (resource = { ...presentBareLocation(location), relationships: {} }));
  return resource;
}

/** A location with attributes only. */
export function presentBareLocation(location: PlacedLocation): Resource {
  let wire = attributes.get(location);
  if (!wire) attributes.set(location, (wire = Object.freeze(wireAttributes(location))));
  return { type: 'locations', id: location.id, attributes: wire };
}

const wireAttributes = (location: PlacedLocation): Record<string, unknown> => ({
  key: location.key,
  title: location.title,
  location_type: location.locationType,
  nomis_agency_id: location.nomisAgencyId,
  can_upload_documents: location.canUploadDocuments,
  young_offender_institution: location.youngOffenderInstitution,
  premise: location.premise,
  locality: location.locality,
  city: location.city,
  country: location.country,
  postcode: location.postcode,
  latitude: location.latitude,
  longitude: location.longitude,
  created_at: wireTime(location.createdAt),
  disabled_at: wireTime(location.disabledAt),
  extradition_capable: location.extraditionCapable,
});

export const presentSupplier = ({ id, name, key }: Supplier): Resource => ({
  type: 'suppliers',
  id,
  attributes: { name, key },
});
