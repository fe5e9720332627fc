import { isDay, londonDay } from '@switchyard/domain/book-secure-move';
import type { Day, SupplierLink } from '@switchyard/domain/book-secure-move';
import type { PlacedLocation } from './reference-data';

/** The filters of the list of locations by name, as they were sent. */
export type LocationFilters = Readonly<Record<string, string | undefined>>;

type Test = (location: PlacedLocation, sent: string, today: Day) => boolean;

/** What each filter asks of a location; a name that is not here is ignored. */
const tests: Readonly<Record<string, Test>> = {
  location_type: ({ locationType }, sent) => anyOf(sent, [locationType]),
  nomis_agency_id: ({ nomisAgencyId }, sent) => anyOf(sent, nomisAgencyId === null ? [] : [nomisAgencyId]),
  location_id: ({ id }, sent) => anyOf(sent.toLowerCase(), [id]),
  region_id: ({ regionIds }, sent) => anyOf(sent.toLowerCase(), regionIds),
  supplier_id: ({ suppliers }, sent, today) =>
    anyOf(
      sent.toLowerCase(),
      suppliers.filter((link) => isEffective(link, today)).map(({ supplierId }) => supplierId),
    ),
  young_offender_institution: ({ youngOffenderInstitution }, sent) =>
    sent === 'true' ? youngOffenderInstitution : sent === 'false' ? !youngOffenderInstitution : true,
  // Whatever is sent, only the capable ones are meant.
  extradition_capable: ({ extraditionCapable }) => extraditionCapable === true,
  created_at: ({ createdAt }, sent) => isDay(sent) && londonDay(createdAt) === sent,
};

/** The locations that pass every filter, in their order. `today` is the day in London on which suppliers must serve. */
export function filterLocations(
  locations: readonly PlacedLocation[],
  filters: LocationFilters,
  today: Day,
): PlacedLocation[] {
  const asked = Object.entries(filters).flatMap(([name, sent]) =>
    sent !== undefined && Object.hasOwn(tests, name) ? [{ test: tests[name]!, sent }] : [],
  );
  return locations.filter((location) => asked.every(({ test, sent }) => test(location, sent, today)));
}

/** Whether any of a comma-separated list is among the values; an empty element stands for no value at all. */
const anyOf = (sent: string, values: readonly string[]): boolean =>
  sent.split(',').some((wanted) => (wanted === '' ? values.length === 0 : values.includes(wanted)));

const isEffective = ({ effectiveFrom, effectiveTo }: SupplierLink, today: Day): boolean =>
  (effectiveFrom === null || effectiveFrom <= today) && (effectiveTo === null || effectiveTo >= today);
