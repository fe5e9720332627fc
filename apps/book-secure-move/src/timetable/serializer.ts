import { formatLondon, locationKey } from '@switchyard/domain/book-secure-move';
import type { Relationship, Resource } from '@switchyard/http';
import { identifier } from '@switchyard/http';
import { presentLocation } from '../locations/serializer';
import type { CourtCase } from '../nomis';
import type { ReferencePicture } from '../reference/reference-data';
import type { IncludeTree } from '../shared/include';
import type { TimetableEntry } from './entries';

export const presentCourtCase = (
  { id, caseType, caseStatus, beginDate, caseInfoNumber, agency }: CourtCase,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource => ({
  type: 'court_cases',
  id: String(id),
  attributes: {
    case_type: caseType,
    nomis_case_id: id,
    nomis_case_status: caseStatus,
    case_start_date: beginDate,
    case_number: caseInfoNumber,
  },
  relationships: { location: place(agency?.agencyId ?? null, reference, include) },
});

export const presentTimetableEntry = (
  { id, startTime, reason, nomisType, agencyId }: TimetableEntry,
  reference: ReferencePicture,
  include: IncludeTree,
): Resource => ({
  type: 'timetable_entries',
  id: String(id),
  attributes: { start_time: formatLondon(startTime), reason, nomis_type: nomisType },
  relationships: { location: place(agencyId, reference, include) },
});

/** The location of an agency, or null for a place that is none, such as a workshop. */
function place(agencyId: string | null, reference: ReferencePicture, include: IncludeTree): Relationship {
  const location = agencyId === null ? undefined : locationOf(agencyId, reference);
  if (!location) return null;
  return include.location
    ? presentLocation(location, reference, include.location)
    : identifier('locations', location.id);
}

function locationOf(agencyId: string, { locations }: ReferencePicture) {
  const keyed = locations.withKey(locationKey(agencyId));
  return keyed?.nomisAgencyId === agencyId
    ? keyed
    : locations.all.find(({ nomisAgencyId }) => nomisAgencyId === agencyId);
}
