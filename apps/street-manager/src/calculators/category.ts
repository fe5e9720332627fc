import type { Connection } from '@switchyard/db';
import { NotFound, violation } from '@switchyard/domain';
import type { CategoryQuery, EarlierPermit } from '@switchyard/domain/street-manager';
import {
  calculateTiming,
  checkCategoryQuery,
  dateTimeOf,
  readDay,
  refuseRequest,
  withStrings,
  workTypes,
} from '@switchyard/domain/street-manager';
import { earlierPermits } from '../permits/repository';
import type { Deps } from '../shared/deps';
import { londonDay } from '../shared/london';
import type { QueryRequest } from '../shared/query-reader';
import { QueryReader } from '../shared/query-reader';
import { findWork } from '../works/repository';
import { durationAnswer } from './duration';

/**
 * The category that works would have if they were applied for now: new ones, or a further permit on the works that are
 * named. Works whose dates do not matter, and that name none, take a day: today. Throws InvalidRequest.
 */
export async function calculateCategory(
  db: Connection,
  request: QueryRequest,
  { now, calendar }: Pick<Deps, 'calendar'> & { now: Date },
): Promise<object> {
  const asked = readCategoryQuery(request, now);
  const earlier = await earlierPermitsOf(db, asked.work_reference_number);
  const start = readDay(asked.proposed_start_date) ?? londonDay(now);
  const { category, duration, validityPeriodEnd, isEarlyStart } = calculateTiming(calendar, {
    workType: asked.work_type!,
    immediateRisk: asked.immediate_risk ?? false,
    isTtroRequired: asked.is_ttro_required ?? false,
    proposedStart: start,
    proposedEnd: readDay(asked.proposed_end_date) ?? start,
    at: now,
    earlier,
  });
  return withStrings(
    {
      work_category: category,
      duration: durationAnswer(duration),
      validity_period_end_date: dateTimeOf(validityPeriodEnd).toISOString(),
      is_early_start: isEarlyStart,
    },
    ['work_category'],
  );
}

function readCategoryQuery(request: QueryRequest, now: Date): CategoryQuery {
  const reader = new QueryReader(request);
  const asked: CategoryQuery = {
    work_type: reader.oneOf('work_type', workTypes),
    proposed_start_date: reader.dateTime('proposed_start_date'),
    proposed_end_date: reader.dateTime('proposed_end_date'),
    is_ttro_required: reader.flag('is_ttro_required'),
    immediate_risk: reader.flag('immediate_risk'),
    work_reference_number: reader.text('work_reference_number'),
  };
  const missing = reader.text('work_type') ? [] : [violation('work_type', 'required', 'is required', { value: null })];
  reader.refuseAll([...missing, ...checkCategoryQuery(asked, { now })]);
  reader.check();
  return asked;
}

async function earlierPermitsOf(db: Connection, reference: string | null | undefined): Promise<EarlierPermit[]> {
  if (!reference) return [];
  try {
    const work = await findWork(db, reference);
    return await earlierPermits(db, work.reference);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    refuseRequest([violation('work_reference_number', 'unknown_work', 'must be that of a work', { value: reference })]);
    return [];
  }
}
