import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { Day } from '@switchyard/domain';
import { addDays, instantOf } from '@switchyard/domain';
import type { SampleCategory, SampleFacts } from '@switchyard/domain/street-manager';
import { sampledDays } from '@switchyard/domain/street-manager';
import { londonDay } from '../shared/london';
import type { WorkRow } from '../works/row';
import type { SampleTargetRow } from './row';

/** Works of authority $1 and promoter $2 that have no inspection to come and were never drawn for the category. */
const never = (category: SampleCategory): string => `
  not exists (select from sample_inspection s where s.work_reference = w.reference and s.category = '${category}')
  and not exists (select from scheduled_inspection i where i.work_reference = w.reference)`;

const ofSites = (category: SampleCategory, date: string, further = ''): string => `
  select w.reference from reinstatement r join work w on w.reference = r.work_reference
  where r.highway_authority = $1 and r.promoter = $2 and r.is_latest and r.type = 'excavation' ${further}
    and r.${date} >= $3 and r.${date} < coalesce($4, 'infinity'::timestamptz) and ${never(category)}
  group by w.reference order by max(r.${date}), w.reference limit $5`;

/** For each category the works whose sample would be over first: whose date lies from $3 up to, not including, $4. */
const candidates = {
  a: prepared<{ reference: string }>(
    'sample-candidates-a',
    `select w.reference from work w
     where w.highway_authority = $1 and w.promoter = $2 and w.status = 'in_progress'
       and w.end_date >= $3 and w.end_date < coalesce($4, 'infinity'::timestamptz) and ${never('a')}
     order by w.end_date, w.reference limit $5`,
  ),
  b: prepared<{ reference: string }>('sample-candidates-b', ofSites('b', 'reinstatement_date')),
  c: prepared<{ reference: string }>('sample-candidates-c', ofSites('c', 'end_date', `and r.status = 'permanent'`)),
} as const;

const facts = prepared<FactsRow>(
  'sample-facts',
  `select w.*,
     exists (select from scheduled_inspection i where i.work_reference = w.reference) as has_scheduled,
     (select coalesce(array_agg(s.category), '{}') from sample_inspection s where s.work_reference = w.reference) as sampled,
     (select coalesce(json_agg(json_build_object('type', r.type, 'status', r.status,
        'reinstated', r.reinstatement_date, 'ends', r.end_date)), '[]')
      from reinstatement r where r.work_reference = w.reference and r.is_latest) as sites
   from work w join unnest($1::text[]) with ordinality as chosen (reference, place) using (reference)
   order by chosen.place`,
);

interface FactsRow extends WorkRow {
  has_scheduled: boolean;
  sampled: SampleCategory[];
  sites: (Pick<SampleFacts['sites'][number], 'type' | 'status'> & { reinstated: string; ends: string })[];
}

/** A work, and what decides whether it can be drawn. */
export interface Candidate {
  work: WorkRow;
  facts: SampleFacts;
}

/** The references of at most so many works that can be drawn for a category today, those with the least time first. */
export async function candidatesFor(
  db: Connection,
  { highway_authority, promoter }: Pick<SampleTargetRow, 'highway_authority' | 'promoter'>,
  category: SampleCategory,
  today: Day,
  most: number,
): Promise<string[]> {
  const { first, last } = sampledDays(category, today);
  const range = [startOf(first), last && startOf(addDays(last, 1))];
  const rows = await db.rows(candidates[category], [highway_authority, promoter, ...range, most]);
  return rows.map(({ reference }) => reference);
}

/** These works as they stand now, in this order. */
export async function factsOfWorks(db: Connection, references: readonly string[]): Promise<Candidate[]> {
  const rows = await db.rows(facts, [references]);
  return rows.map(({ has_scheduled, sampled, sites, ...work }) => ({
    work,
    facts: {
      hasScheduledInspection: has_scheduled,
      sampledCategories: sampled,
      workStatus: work.status,
      workEnd: work.end_date && londonDay(work.end_date),
      sites: sites.map(({ type, status, reinstated, ends }) => ({
        type,
        status,
        reinstatedOn: londonDay(new Date(reinstated)),
        endDate: londonDay(new Date(ends)),
      })),
    },
  }));
}

const startOf = (day: Day): Date => instantOf(day, '00:00', 'Europe/London');
