import type { PermitStatus, WorkCategory, WorkType } from './enums';

/** What an application says that its category depends on. */
export interface CategoryRequest {
  workType: WorkType;
  /** Of immediate works: to end a danger, so an emergency. */
  immediateRisk: boolean;
  /** A traffic regulation order gives planned works the timing of major ones, however short they are. */
  isTtroRequired: boolean;
  /** Of the proposed range, both ends included. */
  workingDays: number;
}

/** A permit of the same work, in the order in which they were added: the last one is the active one. */
export interface EarlierPermit {
  category: WorkCategory;
  status: PermitStatus;
}

const MOST_DAYS_OF_MINOR_WORKS = 3;
const MOST_DAYS_OF_STANDARD_WORKS = 10;

/**
 * The category of a permit to be added after these permits of its work (none for a new work; a forward plan is none).
 * The published rules for work categories.
 */
export function workCategory(request: CategoryRequest, earlier: readonly EarlierPermit[] = []): WorkCategory {
  if (request.workType === 'hs2_highway_works') return 'hs2_highway';
  if (request.workType === 'immediate') return request.immediateRisk ? 'immediate_emergency' : 'immediate_urgent';
  if (awaitsItsMajorPermit(earlier.at(-1))) return 'major';
  if (hasMajorTiming(request)) return earlier.every(isDead) ? 'paa' : 'major';
  return request.workingDays <= MOST_DAYS_OF_MINOR_WORKS ? 'minor' : 'standard';
}

/**
 * The category of a permit (not a PAA, which cannot be altered) once an alteration is applied. It never becomes a PAA,
 * and a permit that a PAA progressed to stays major.
 */
export function alteredCategory(request: CategoryRequest, progressedFromPaa: boolean): WorkCategory {
  if (request.workType === 'planned' && (progressedFromPaa || hasMajorTiming(request))) return 'major';
  return workCategory(request);
}

/** Minor or standard works that grow into major ones: the published rules refuse it before the works begin. */
export function liftsToMajor(current: WorkCategory, altered: WorkCategory): boolean {
  return (current === 'minor' || current === 'standard') && altered === 'major';
}

/** An advance authorisation that the next permit of its work turns into a major permit. */
export function awaitsItsMajorPermit(permit: EarlierPermit | undefined): boolean {
  return permit?.category === 'paa' && (permit.status === 'submitted' || permit.status === 'granted');
}

export function isImmediate(category: WorkCategory): boolean {
  return category === 'immediate_emergency' || category === 'immediate_urgent';
}

function hasMajorTiming({ isTtroRequired, workingDays }: CategoryRequest): boolean {
  return isTtroRequired || workingDays > MOST_DAYS_OF_STANDARD_WORKS;
}

function isDead({ status }: EarlierPermit): boolean {
  return status === 'cancelled' || status === 'revoked' || status === 'refused';
}
