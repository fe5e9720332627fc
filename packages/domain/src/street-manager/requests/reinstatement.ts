import type { Violation } from '../../kernel';
import type { LocationType, ReinstatementStatus, ReinstatementType } from '../enums';
import { checkPlace } from './place';
import { checkDates, londonDay, readDay } from './dates';
import { checkEvidence } from './evidence';
import type { WithFiles } from './evidence';
import { broken, hasDecimals, requireMembers } from './rules';
import type { DelegatedUser, RequestContext } from './rules';

/** One reinstatement of a site, the first or a later one. */
export interface ReinstatementRequest extends DelegatedUser, WithFiles {
  reinstatement_status?: ReinstatementStatus | null;
  reinstatement_date?: string | null;
  /** Metres. */
  depth?: number | null;
  length?: number | null;
  width?: number | null;
  number_of_holes?: number | null;
  final_reinstatement?: boolean | null;
  reinstatement_coordinates?: unknown;
  secondary_reinstatement_coordinates?: unknown;
  location_description?: string | null;
  location_types?: readonly LocationType[] | null;
  reinstatement_evidence?: boolean | null;
  inspection_units?: number | null;
}

export interface ReinstatementContext extends RequestContext {
  /** The site's type; null while the request does not tell. */
  type: ReinstatementType | null;
  /** The earliest actual start of any permit of the work; null where none was logged. */
  earliestStart: Date | null;
  /** The actual stop of the works; null where none was logged. */
  actualStop: Date | null;
}

const measurements = ['depth', 'length', 'width'] as const;
const DECIMALS = 2;

/** The published rules for a reinstatement. Zero measures are allowed: they stand for sites that another one took in. */
export function checkReinstatement(request: ReinstatementRequest, context: ReinstatementContext): Violation[] {
  return [
    ...checkReinstatementDate(request.reinstatement_date, context),
    ...checkMeasures(request, context.type),
    ...checkPlace('reinstatement_coordinates', request.reinstatement_coordinates),
    ...checkPlace('secondary_reinstatement_coordinates', request.secondary_reinstatement_coordinates),
    ...checkEvidence(request, 'reinstatement_evidence'),
  ];
}

function checkReinstatementDate(value: string | null | undefined, context: ReinstatementContext): Violation[] {
  const { now, earliestStart, actualStop } = context;
  const day = readDay(value);
  const field = 'reinstatement_date';
  const early = day && earliestStart && day < londonDay(earliestStart);
  const late = day && actualStop && day > londonDay(actualStop);
  return [
    ...checkDates({ reinstatement_date: value }, { reinstatement_date: 'past' }, now),
    ...(early ? [broken(field, 'before_start', 'must not be before the actual start of the works', value)] : []),
    ...(late ? [broken(field, 'after_stop', 'must not be after the actual stop of the works', value)] : []),
  ];
}

function checkMeasures(request: ReinstatementRequest, type: ReinstatementType | null): Violation[] {
  return [
    ...requiredMeasures(request, type),
    ...measurements.flatMap((member) => {
      const value = request[member];
      if (typeof value !== 'number' || hasDecimals(value, DECIMALS)) return [];
      return [broken(member, 'decimals', `must have at most ${DECIMALS} decimal places`, value)];
    }),
  ];
}

function requiredMeasures(request: ReinstatementRequest, type: ReinstatementType | null): Violation[] {
  if (type === null) return [];
  return type === 'excavation'
    ? requireMembers(request, [...measurements, 'final_reinstatement'], 'reinstatement_type is excavation')
    : requireMembers(request, ['number_of_holes'], `reinstatement_type is ${type}`);
}
