import { isYoungOffenderInstitution, locationKey, takesDocuments } from '@switchyard/domain/book-secure-move';
import type { LocationType } from '@switchyard/domain/book-secure-move';
import type { LocationRow, SupplierRow } from '../../rows';

/** What sets one demo location apart; the rest follows from its type and agency. */
interface Place {
  id: string;
  agency: string;
  title: string;
  supplier: SupplierRow;
  premise: string;
  city: string;
  postcode?: string;
  /** WGS 84, in degrees. */
  latitude?: number;
  longitude?: number;
  extraditionCapable?: boolean;
  /** An instant in UTC from which the location is out of use. */
  disabledAt?: string;
  /** True for the places of the published walkthroughs, whose moves are dated before the contracts began. */
  alwaysServed?: boolean;
}

/** A location with the supplier that serves it. */
export interface DemoLocation {
  row: LocationRow;
  supplier: SupplierRow;
  /** The first day on which the supplier serves it; null is always. */
  servedFrom: string | null;
}

/** The first day of the suppliers' contracts. */
const CONTRACT_START = '2020-08-29';

export function location(type: LocationType, place: Place): DemoLocation {
  const { id, agency, title, supplier, premise, city } = place;
  const row: LocationRow = {
    id,
    key: locationKey(agency),
    title,
    location_type: type,
    nomis_agency_id: agency,
    can_upload_documents: takesDocuments(type),
    young_offender_institution: isYoungOffenderInstitution(agency),
    premise,
    locality: null,
    city,
    country: 'England',
    postcode: place.postcode ?? null,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
    extradition_capable: place.extraditionCapable ?? null,
    created_at: '2020-01-06T09:00:00Z',
    disabled_at: place.disabledAt ?? null,
  };
  return { row, supplier, servedFrom: place.alwaysServed ? null : CONTRACT_START };
}
