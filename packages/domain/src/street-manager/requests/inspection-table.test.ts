import { failureReasons, inspectionCategories, inspectionOutcomes, inspectionTypes } from '../enums';
import type { InspectionCategory, InspectionOutcome, InspectionType } from '../enums';
import { categoriesOf, failureReasonsOf, outcomesOf } from './inspection-table';
import { checkInspection } from './inspection';
import { inspection, now } from './requests.fixture';

type Findings = 'plain' | 'occupancy' | 'conditions' | 'visit';

const kinds: Record<Findings, InspectionOutcome[]> = {
  plain: ['passed', 'failed_high', 'failed_low', 'unable_to_complete_inspection'],
  occupancy: [
    'works_stopped_apparatus_remaining',
    'works_in_progress_no_carriageway_incursion',
    'works_in_progress',
    'works_stopped',
    'unable_to_complete_inspection',
  ],
  conditions: ['passed', 'non_compliant_with_conditions', 'unable_to_complete_inspection'],
  visit: ['further_inspections_required', 'agreed_site_compliance', 'unable_to_complete_inspection'],
};

const published: Record<Exclude<InspectionType, 'section_81'>, Partial<Record<InspectionCategory, Findings>>> = {
  live_site: {
    a: 'plain',
    third_party: 'plain',
    routine: 'plain',
    site_occupancy: 'occupancy',
    conditions: 'conditions',
  },
  reinstatement: { b: 'plain', c: 'plain', third_party: 'plain', routine: 'plain' },
  non_compliance_follow_up: { follow_up: 'plain', follow_up_completion: 'plain', joint_site_visit: 'visit' },
};

const everyCell = Object.entries(published).flatMap(([type, row]) =>
  inspectionCategories.map((category): [InspectionType, InspectionCategory, Findings | undefined] => [
    type as InspectionType,
    category,
    row[category],
  ]),
);

describe('the table of inspections', () => {
  it.each(everyCell)('%s of category %s finds %s', (type, category, findings) => {
    expect(categoriesOf(type).includes(category)).toBe(findings !== undefined);
    if (findings) expect([...outcomesOf(type, category)].sort()).toEqual([...kinds[findings]].sort());
  });

  it('knows no category of section 81, and four outcomes', () => {
    expect(categoriesOf('section_81')).toEqual([]);
    expect(outcomesOf('section_81', null)).toEqual(kinds.plain);
  });

  it('has a row for every type and a place for every outcome', () => {
    const outcomes = new Set(inspectionTypes.flatMap((type) => outcomesOf(type, null)));
    expect([...outcomes].sort()).toEqual([...inspectionOutcomes].sort());
  });

  it.each(everyCell)('decides what a request for %s of category %s may find', (type, category, findings) => {
    for (const outcome of inspectionOutcomes) {
      const request = {
        ...inspection,
        inspection_type: type,
        inspection_category: category,
        inspection_outcome: outcome,
      };
      const fields = checkInspection(request, { now, siteNumbers: [1] }).map(({ field }) => field);
      expect(fields.includes('inspection_category')).toBe(findings === undefined);
      if (findings) expect(fields.includes('inspection_outcome')).toBe(!kinds[findings].includes(outcome));
    }
  });
});

describe('the reasons for failing', () => {
  it.each([
    ['live_site', 13],
    ['reinstatement', 22],
    ['non_compliance_follow_up', 35],
    ['section_81', 35],
  ] as const)('of %s are %i', (type, count) => {
    expect(failureReasonsOf(type)).toHaveLength(count);
  });

  it('are of a live site or of a reinstatement', () => {
    expect([...failureReasonsOf('live_site'), ...failureReasonsOf('reinstatement')].sort()).toEqual(
      [...failureReasons].sort(),
    );
  });
});
