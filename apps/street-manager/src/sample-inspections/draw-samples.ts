import type { Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { SampleCategory } from '@switchyard/domain/street-manager';
import {
  dateTimeOf,
  numberToDraw,
  sampleCategories,
  sampleExpiresAt,
  sampleExpiry,
  sampleInspectionReference,
} from '@switchyard/domain/street-manager';
import { recordHistory } from '../history/record';
import type { Act, Deps } from '../shared/deps';
import { systemAct } from '../shared/deps';
import type { DuePiece } from '../shared/due';
import { londonDay } from '../shared/london';
import { searchText } from '../shared/search';
import type { Candidate } from './candidates';
import { candidatesFor, factsOfWorks } from './candidates';
import { findTarget, lockTarget, takeWorks } from './repository';
import type { SampleTargetRow } from './row';
import { sampleInspections } from './row';

interface Draw {
  id: number;
  target_reference: string;
  category: SampleCategory;
  at: Date;
}

const due = prepared<Draw>(
  'due-sample-draws',
  `select id, target_reference, category, requested_at as at from sample_draw
   where requested_at <= $1 order by requested_at, id limit $2`,
);
const take = prepared<{ id: number }>('take-sample-draw', 'delete from sample_draw where id = $1 returning id');
const issued = prepared<{ issued: number }>(
  'issued-samples',
  `select count(*) as issued from sample_inspection where target_reference = $1 and category = $2 and status = 'issued'`,
);

/** The draws that were asked for: one for each category of each target. */
export async function dueDraws(deps: Deps, now: Date, most: number): Promise<readonly DuePiece[]> {
  const found = await deps.db.reader().rows(due, [now, most]);
  return found.map((each) => ({ at: each.at, settle: () => deps.db.transaction((tx) => draw(deps, tx, each, now)) }));
}

/**
 * Draws works for one category of a target, up to its cap, as things stand when it runs. Whoever takes the draw first
 * makes it. The works are taken before the target, as whoever records an inspection takes them.
 */
async function draw(deps: Deps, tx: Transaction, { id, target_reference, category }: Draw, now: Date): Promise<void> {
  if (!(await tx.first(take, [id]))) return;
  const found = await findTarget(tx, target_reference);
  const today = londonDay(now);
  const references = await candidatesFor(tx, found, category, today, await vacancies(tx, found, category));
  if (references.length === 0) return;
  takeWorks(tx, references);
  const target = await lockTarget(tx, target_reference);
  const free = await vacancies(tx, target, category);
  const drawable = (await factsOfWorks(tx, references)).filter(({ facts }) => sampleExpiry(category, facts, today));
  const act = systemAct(deps, tx, now);
  for (const candidate of drawable.slice(0, free)) issue(act, target, category, candidate);
}

/** How many samples of the category are lacking; none once the target is closed. */
async function vacancies(tx: Transaction, target: SampleTargetRow, category: SampleCategory): Promise<number> {
  if (!target.is_active) return 0;
  const counted = (await tx.first(issued, [target.reference, category]))!;
  return numberToDraw(target.cap[sampleCategories.indexOf(category)]!, counted.issued);
}

function issue(act: Act, target: SampleTargetRow, category: SampleCategory, { work, facts }: Candidate): void {
  const { tx, now } = act;
  const expiry = sampleExpiry(category, facts, londonDay(now))!;
  const reference = sampleInspectionReference(work.reference, category);
  sampleInspections.insert(tx, {
    reference,
    work_reference: work.reference,
    category,
    status: 'issued',
    target_reference: target.reference,
    inspection_reference: null,
    expiry_date: dateTimeOf(expiry),
    expires_at: sampleExpiresAt(expiry, now),
    highway_authority: work.highway_authority,
    promoter: work.promoter,
    usrn: work.usrn,
    search: searchText([work.reference], work),
  });
  recordHistory(act, work, [{ event: 'sample_inspection_created', object: reference }]);
}
