import type { LocationRelationship } from './demo';
import { toLocation } from './demo';

/** The places and people of the page on allocations, with what it prints of them. */
export const BSI = '067c2855-fa41-493d-9c80-1311a4f7ba45';
export const IWI = '056eed18-772b-45b3-b64a-4d7d563641f7';
export const person1 = '747f3914-620a-441a-847f-472c79def26c';
export const person2 = 'fee70079-08c0-4d1c-a125-bfac8caf24c1';

/** The date that the page prints. */
export const printedDate = '2020-07-22';

export const printedLocations = [
  { id: BSI, key: 'bsi', title: 'BRINSFORD (HMP)', location_type: 'prison', nomis_agency_id: 'BSI' },
  { id: IWI, key: 'iwi', title: 'ISLE OF WIGHT (HMP)', location_type: 'prison', nomis_agency_id: 'IWI' },
];

/** What the page shows of both people. */
export const printedPerson = {
  first_names: 'DOMSANIGH',
  last_name: 'CASEDY',
  date_of_birth: '1995-11-17',
  prison_number: 'G8133UA',
  criminal_records_office: '351774/14D',
  police_national_computer: '14/120018R',
};

export const printedComplexCase = {
  key: 'hold_separately',
  title: 'Segregated prisoners',
  answer: true,
  allocation_complex_case_id: '8952537a-ecf7-4e25-93d1-2ad67651ad99',
};

/** The attributes of the allocation as printed, but for the date. */
export const printedAllocation = {
  moves_count: 2,
  estate: 'adult_male',
  estate_comment: 'Another estate description',
  prisoner_category: 'b',
  sentence_length: 'short',
  other_criteria: 'curly hair',
  requested_by: 'Iama Requestor',
  complete_in_full: true,
};

/** What the page shows of a requested move in the supplier's list, but for date, reference and times. */
export const printedMove = {
  additional_information: null,
  cancellation_reason: null,
  cancellation_reason_comment: null,
  date_from: null,
  date_to: null,
  move_agreed: null,
  move_agreed_by: null,
  move_type: 'prison_transfer',
  rejection_reason: null,
  status: 'requested',
  time_due: null,
};

/** The body that creates the allocation, in the order of the page. The date is `YYYY-MM-DD`. */
export function allocationOf(date: string): AllocationRequest {
  return {
    type: 'allocations',
    attributes: { ...printedAllocation, date, complex_cases: [printedComplexCase] },
    relationships: { from_location: toLocation(BSI), to_location: toLocation(IWI) },
  };
}

interface AllocationRequest {
  type: 'allocations';
  attributes: typeof printedAllocation & { date: string; complex_cases: (typeof printedComplexCase)[] };
  relationships: { from_location: LocationRelationship; to_location: LocationRelationship };
}
