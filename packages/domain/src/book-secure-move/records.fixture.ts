import type { Allocation } from './allocation';
import type { GenericEvent } from './event';
import type { Journey } from './journey';
import type { Location } from './location';
import type { Lodging } from './lodging';
import { undescribedMove } from './move';
import type { Move } from './move';
import type { AssessmentQuestion } from './profile';

/** Records for tests: plain ones, in which a test changes only what it is about. */
const created = new Date('2026-03-01T09:00:00Z');
const stamps = { createdAt: created, updatedAt: created };

export const aMove = (changes: Partial<Move> = {}): Move => ({
  ...undescribedMove,
  id: 'move-1',
  reference: 'KPT4917W',
  status: 'requested',
  moveType: 'court_appearance',
  date: '2026-03-10',
  dateFrom: null,
  dateTo: null,
  fromLocationId: 'prison-1',
  toLocationId: 'court-1',
  profileId: 'profile-1',
  supplierId: 'supplier-1',
  allocationId: null,
  originalMoveId: null,
  ...stamps,
  ...changes,
});

export const aLocation = (changes: Partial<Location> = {}): Location => ({
  id: 'location-1',
  key: 'zzi',
  title: 'Zedfield',
  locationType: 'prison',
  nomisAgencyId: 'ZZI',
  canUploadDocuments: false,
  youngOffenderInstitution: false,
  premise: null,
  locality: null,
  city: null,
  country: null,
  postcode: null,
  latitude: null,
  longitude: null,
  extraditionCapable: null,
  createdAt: created,
  disabledAt: null,
  ...changes,
});

export const aJourney = (changes: Partial<Journey> = {}): Journey => ({
  id: 'journey-1',
  moveId: 'move-1',
  supplierId: 'supplier-1',
  fromLocationId: 'prison-1',
  toLocationId: 'court-1',
  state: 'proposed',
  billable: true,
  vehicle: null,
  date: '2026-03-10',
  clientTimestamp: created,
  ...stamps,
  ...changes,
});

export const aLodging = (changes: Partial<Lodging> = {}): Lodging => ({
  id: 'lodging-1',
  moveId: 'move-1',
  locationId: 'prison-2',
  startDate: '2026-03-10',
  endDate: '2026-03-11',
  status: 'proposed',
  ...stamps,
  ...changes,
});

export const anAllocation = (changes: Partial<Allocation> = {}): Allocation => ({
  id: 'allocation-1',
  movesCount: 2,
  date: '2026-03-10',
  estate: null,
  estateComment: null,
  prisonerCategory: null,
  sentenceLength: null,
  sentenceLengthComment: null,
  complexCases: [],
  completeInFull: false,
  requestedBy: null,
  otherCriteria: null,
  status: 'unfilled',
  cancellationReason: null,
  cancellationReasonComment: null,
  fromLocationId: 'prison-1',
  toLocationId: 'prison-2',
  ...stamps,
  ...changes,
});

export const anEvent = (eventType: string, changes: Partial<GenericEvent> = {}): GenericEvent => ({
  id: `event-${eventType}`,
  eventType,
  eventableType: 'moves',
  eventableId: 'move-1',
  occurredAt: created,
  recordedAt: created,
  notes: null,
  createdBy: null,
  supplierId: null,
  details: {},
  relationships: {},
  createdAt: created,
  ...changes,
});

export const aQuestion = (changes: Partial<AssessmentQuestion> = {}): AssessmentQuestion => ({
  id: 'question-1',
  key: 'violent',
  category: 'risk',
  title: 'Violent',
  disabledAt: null,
  ...changes,
});
