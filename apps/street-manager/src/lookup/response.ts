import type { StreetManagerLookupComponents } from '@switchyard/contracts';
import { codeName, dateTimeOf } from '@switchyard/domain/street-manager';
import type { NamedCode } from '@switchyard/domain/street-manager';
import { londonDay } from '../shared/london';
import { wireDate } from '../shared/wire';
import type { Designation, Street } from '../streets/gazetteer';
import type { StreetInShort } from './repository';

type Schemas = StreetManagerLookupComponents['schemas'];

/** Kind of designation that makes a street sensitive to traffic. */
const TRAFFIC_SENSITIVE = 2;
/** What stands for a number that this version of the contract does not have. */
const UPCOMING = 999;

/** A street as the lookup shows it; members without a value are null. */
export function streetResponse(street: Street): Schemas['StreetResponse'] {
  const { authority, authority_swa_code, designations, reinstatement_types } = street;
  return {
    usrn: street.usrn,
    street_descriptor: street.descriptor,
    area: street.area,
    town: street.town,
    authority,
    authority_swa_code,
    road_category: street.road_category,
    reinstatement_types: (reinstatement_types as ReinstatementType[]).map(reinstatementType),
    traffic_sensitive: designations.some(({ street_special_desig_code: code }) => code === TRAFFIC_SENSITIVE),
    primary_notice_authorities: [{ swa_code: authority_swa_code, name: authority, location_description: 'WHOLE ROAD' }],
    interest_authorities: [],
    additional_special_designations_response: designations.map(designationResponse),
    street_line: street.line as Schemas['StreetResponse']['street_line'],
    street_centre_point: street.centre as Schemas['StreetResponse']['street_centre_point'],
  };
}

/** A street as a search shows it. */
export const streetSummary = (street: StreetInShort): Schemas['StreetSummaryResponse'] => ({
  street_descriptor: street.descriptor,
  area: street.area,
  town: street.town,
  usrn: street.usrn,
  administrative_area: street.authority,
  street_centre_point: street.centre as Schemas['StreetSummaryResponse']['street_centre_point'],
});

interface ReinstatementType {
  reinstatement_type_code: number;
  reinstatement_type_location_text: string | null;
}

const reinstatementType = ({
  reinstatement_type_code: code,
  reinstatement_type_location_text,
}: ReinstatementType): Schemas['StreetReinstatementType'] => ({
  ...(named('reinstatement_type_code', code) as Pick<
    Schemas['StreetReinstatementType'],
    'reinstatement_type_code' | 'reinstatement_type_code_string'
  >),
  reinstatement_type_location_text,
});

function designationResponse(designation: Designation): Schemas['SpecialDesignation'] {
  const { special_desig_start_date: first, special_desig_end_date: last } = designation;
  return {
    ...designation,
    ...named('street_special_desig_code', designation.street_special_desig_code),
    ...named('special_desig_periodicity_code', designation.special_desig_periodicity_code),
    special_desig_start_date: midnight(first),
    special_desig_end_date: midnight(last),
    asd_coordinate_geometry: namedGeometry(designation.asd_coordinate_geometry as Geometry | null),
  } as Schemas['SpecialDesignation'];
}

/** A number with its name; one without a name is of a later version. */
function named(member: NamedCode, code: number | null): Record<string, number | string | null> {
  if (code === null) return { [member]: null, [`${member}_string`]: null };
  const name = codeName(member, code);
  return { [member]: name === null ? UPCOMING : code, [`${member}_string`]: name ?? 'upcoming_enum' };
}

/** The day as a date-time, its midnight in UTC, as permits show it. */
const midnight = (day: string | null): string | null => (day ? wireDate(dateTimeOf(londonDay(new Date(day)))) : null);

interface Geometry {
  type: string;
  coordinates: unknown[];
}

const shownTypes: readonly string[] = ['Point', 'LineString', 'Polygon', 'MultiLineString'];

function namedGeometry(geometry: Geometry | null): object | null {
  if (geometry === null || !Array.isArray(geometry.coordinates)) return null;
  const { type, coordinates } = geometry;
  return { type: shownTypes.includes(type) ? type : 'upcoming_enum', type_string: type, coordinates };
}
