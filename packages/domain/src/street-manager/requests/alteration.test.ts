import { checkAlteration, checkAlterationAssessment, checkAlterationRequest } from './alteration';
import type { AlterationAssessmentRequest, AlterationContext, AlterationRequest } from './alteration';
import { alteration, now, told } from './requests.fixture';

const context: AlterationContext = {
  now: new Date('2021-09-08T12:00:00Z'),
  earlyStart: null,
  promoterSwaCode: '4312',
  current: { proposedStartDate: new Date('2021-09-06'), proposedEndDate: new Date('2021-09-13') },
};

describe('the rules of an alteration', () => {
  it.each<[string, AlterationRequest, string[]]>([
    ['an extension of works in progress', { proposed_end_date: '2021-09-15T00:00:00.000Z' }, []],
    [
      'another start in the past',
      { proposed_start_date: '2021-09-07T00:00:00.000Z' },
      ['proposed_start_time required'],
    ],
    [
      'immediate works without a time',
      { work_type: 'immediate', immediate_risk: true },
      ['proposed_start_time required'],
    ],
    ['early start answers that are not asked for', { early_start_pre_approval: true }, []],
  ])('%s', (_, change, expected) => {
    expect(told(checkAlteration({ ...alteration, ...change }, context))).toEqual(expected);
  });
});

describe('the rules that an alteration can be held against alone', () => {
  it.each<[string, AlterationRequest, string[]]>([
    ['dates that the permit may have had', { proposed_start_date: '2021-01-04T00:00:00Z' }, []],
    ['a response date that the permit may have had', { hs2_consultation_requested_response_date: '2021-01-04' }, []],
    ['locations of a promoter that only the permit tells', { location_types: ['taxi_rank'] }, []],
    ['an end before the start', { proposed_end_date: '2021-09-01T00:00:00Z' }, ['proposed_end_date before_start']],
    [
      'immediate works without a time',
      { work_type: 'immediate', immediate_risk: true },
      ['proposed_start_time required'],
    ],
    ['no date', { proposed_start_date: '0000-01-01T00:00:00Z' }, ['proposed_start_date not_a_date']],
  ])('%s', (_, change, expected) => {
    expect(told(checkAlterationRequest({ ...alteration, ...change }, { now }))).toEqual(expected);
  });
});

describe('the rules of its assessment', () => {
  const ends = { now, permitEndDate: new Date('2021-09-13'), alterationEndDate: new Date('2021-09-15') };
  const challenge = { alteration_status: 'granted_with_duration_challenge', assessment_comments: 'One day' } as const;
  const until = (day: string): AlterationAssessmentRequest => ({
    ...challenge,
    reasonable_period_end_date: `${day}T00:00:00Z`,
  });

  it.each<[string, AlterationAssessmentRequest, string[]]>([
    ['granted without a discount', { alteration_status: 'granted' }, ['assessment_discount required']],
    ['granted with none', { alteration_status: 'granted', assessment_discount: 0 }, []],
    ['refused without comments', { alteration_status: 'refused' }, ['assessment_comments required']],
    ['refused', { alteration_status: 'refused', assessment_comments: 'No' }, []],
    [
      'challenged without comments and date',
      { alteration_status: 'granted_with_duration_challenge' },
      ['assessment_comments required', 'reasonable_period_end_date required'],
    ],
    ['challenged until the day before the end', until('2021-09-12'), ['reasonable_period_end_date before_permit_end']],
    ['challenged until the end', until('2021-09-13'), []],
    ['challenged until the day before the new end', until('2021-09-14'), []],
    ['challenged until the new end', until('2021-09-15'), ['reasonable_period_end_date not_before_extension_end']],
    ...(['submitted', 'deemed', 'cancelled', 'revoked', 'auto_applied'] as const).map(
      (status): [string, AlterationAssessmentRequest, string[]] => [
        status,
        { alteration_status: status },
        ['alteration_status not_allowed'],
      ],
    ),
  ])('%s', (_, request, expected) => {
    expect(told(checkAlterationAssessment(request, ends))).toEqual(expected);
  });

  it('leaves the date open while the permit is not known', () => {
    expect(checkAlterationAssessment(until('2021-09-15'), { now })).toEqual([]);
    const undated = { ...challenge, reasonable_period_end_date: null };
    expect(told(checkAlterationAssessment(undated, { now }))).toEqual(['reasonable_period_end_date required']);
  });

  it('shows the date that it refuses', () => {
    const [violation] = checkAlterationAssessment(until('2021-09-15'), ends);
    expect(violation?.meta).toEqual({ value: '2021-09-15T00:00:00Z' });
  });
});
