import type { Violation } from '../../kernel';
import { checkDates, isAfterStart, readInstant } from './dates';
import { checkFPN } from './fpn';
import type { FPNRequest } from './fpn';
import { checkInspection } from './inspection';
import type { InspectionRequest } from './inspection';
import { broken } from './rules';
import type { RequestContext } from './rules';
import { checkWorkLocation } from './work-location';
import type { WorkLocation } from './work-location';

/** Works from before the service, recorded because something is found about them now. */
export interface HistoricWork extends WorkLocation {
  historical_permit_reference?: string | null;
  works_location_description?: string | null;
  description_of_work?: string | null;
  work_start_date?: string | null;
  work_end_date?: string | null;
}

export interface HistoricInspectionRequest extends HistoricWork, InspectionRequest {}
export interface HistoricFPNRequest extends HistoricWork, FPNRequest {}

/** The published rules for an inspection of historic works. */
export function checkHistoricInspection(request: HistoricInspectionRequest, context: RequestContext): Violation[] {
  return [...checkHistoricWork(request, context), ...checkInspection(request, { ...context, siteNumbers: null })];
}

/** The published rules for a fixed penalty notice about historic works. */
export function checkHistoricFPN(request: HistoricFPNRequest, context: RequestContext): Violation[] {
  return [...checkHistoricWork(request, context), ...checkFPN(request, { ...context, permitReferences: [] })];
}

function checkHistoricWork(request: HistoricWork, { now }: RequestContext): Violation[] {
  const { work_start_date: startDate, work_end_date: endDate } = request;
  const [start, end] = [readInstant(startDate), readInstant(endDate)];
  const disordered = start && end && !isAfterStart(start, end);
  return [
    ...checkWorkLocation(request),
    ...checkDates(request, { work_start_date: 'past', work_end_date: 'past' }, now),
    ...(disordered ? [broken('work_end_date', 'before_start', 'must be after work_start_date', endDate)] : []),
  ];
}
