import fc from 'fast-check';
import { checkPermitTiming } from './permit-timing';
import type { PermitTiming, TimingContext } from './permit-timing';
import { now, told } from './requests.fixture';

const fresh: TimingContext = { now, earlyStart: false, immediateNeedsStartTime: false };
const later: TimingContext = { ...fresh, immediateNeedsStartTime: true };
const early: TimingContext = { ...fresh, earlyStart: true };
const kept: TimingContext = {
  ...later,
  earlyStart: null,
  current: { proposedStartDate: new Date('2021-08-10'), proposedEndDate: new Date('2021-08-12') },
};

const dates = (start: string, end: string): PermitTiming => ({
  work_type: 'planned',
  proposed_start_date: `${start}T00:00:00Z`,
  proposed_end_date: `${end}T00:00:00Z`,
});
const coming = dates('2021-09-06', '2021-09-13');
const gone = dates('2021-08-10', '2021-08-12');
const immediate = { ...dates('2021-08-17', '2021-08-20'), work_type: 'immediate' } as const;

describe('the rules of proposed dates', () => {
  it.each<[string, PermitTiming, TimingContext, string[]]>([
    ['both in the past', gone, fresh, ['proposed_start_time required', 'proposed_end_time required']],
    ['a start of today', dates('2021-08-17', '2021-08-18'), fresh, []],
    ['a start of yesterday', dates('2021-08-16', '2021-08-18'), fresh, ['proposed_start_time required']],
    ['both in the past, as the permit has them', gone, kept, []],
    [
      'a start in the past, another than the permit has',
      dates('2021-08-09', '2021-08-12'),
      kept,
      ['proposed_start_time required'],
    ],
    ['immediate works at first', immediate, fresh, []],
    [
      'immediate works that started before today, at first',
      { ...immediate, ...dates('2021-08-16', '2021-08-20'), work_type: 'immediate' },
      fresh,
      [],
    ],
    ['immediate works later on', immediate, later, ['proposed_start_time required']],
    ['an end before the start', dates('2021-09-06', '2021-09-05'), fresh, ['proposed_end_date before_start']],
    ['one day', dates('2021-09-06', '2021-09-06'), fresh, []],
    ['five years', dates('2021-09-06', '2026-09-06'), fresh, []],
    ['a day more', dates('2021-09-06', '2026-09-07'), fresh, ['proposed_end_date range_too_long']],
    ['a day more, not planned', { ...dates('2021-09-06', '2026-09-07'), work_type: 'hs2_highway_works' }, fresh, []],
    [
      'an end by midnight in London, the day after in UTC',
      { ...coming, proposed_start_date: '2021-09-05T23:00:00Z', proposed_end_date: '2021-09-06T22:59:00Z' },
      fresh,
      [],
    ],
    [
      'times in the wrong order',
      {
        ...dates('2021-09-06', '2021-09-06'),
        proposed_start_time: '2021-09-06T09:00:00Z',
        proposed_end_time: '2021-09-06T08:00:00Z',
      },
      fresh,
      ['proposed_end_time before_start'],
    ],
    [
      'the same time',
      {
        ...dates('2021-09-06', '2021-09-06'),
        proposed_start_time: '2021-09-06T09:00:00Z',
        proposed_end_time: '2021-09-06T09:00:00Z',
      },
      fresh,
      ['proposed_end_time before_start'],
    ],
    [
      'times in that order on other days',
      { ...coming, proposed_start_time: '2021-09-06T09:00:00Z', proposed_end_time: '2021-09-13T08:00:00Z' },
      fresh,
      [],
    ],
    [
      'days in the wrong order, told once',
      { ...dates('2021-09-06', '2021-09-05'), proposed_end_time: '2021-09-05T08:00:00Z' },
      fresh,
      ['proposed_end_date before_start'],
    ],
    [
      'a date that is none',
      { ...coming, proposed_end_date: '0000-01-01T00:00:00Z' },
      fresh,
      ['proposed_end_date not_a_date'],
    ],
  ])('%s', (_, request, context, expected) => {
    expect(told(checkPermitTiming(request, context))).toEqual(expected);
  });
});

describe('the rules of early starts', () => {
  const asked = ['pre_approval_details required', 'pre_approval_authoriser required'];
  it.each<[string, PermitTiming, TimingContext, string[]]>([
    ['no answer', {}, early, ['early_start_pre_approval required']],
    ['approved, nobody named', { early_start_pre_approval: true }, early, asked],
    [
      'approved by somebody',
      { early_start_pre_approval: true, pre_approval_details: 'By phone', pre_approval_authoriser: 'J Okoro' },
      early,
      [],
    ],
    ['not approved, no reason', { early_start_pre_approval: false }, early, ['early_start_reason required']],
    ['not approved, with a reason', { early_start_pre_approval: false, early_start_reason: 'Leak' }, early, []],
    ['in time, no answer', {}, fresh, []],
    ['in time, approved all the same', { early_start_pre_approval: true }, fresh, asked],
    ['not judged', { early_start_pre_approval: true }, { ...fresh, earlyStart: null }, []],
  ])('%s', (_, answers, context, expected) => {
    expect(told(checkPermitTiming({ ...coming, ...answers }, context))).toEqual(expected);
  });
});

describe('a range of days', () => {
  it('is refused exactly when its end is before its start or five years are over', () => {
    const day = fc.date({ min: new Date('2021-08-18'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (start, end) => {
        const [first, last] = [start, end].map((instant) => instant.toISOString().slice(0, 10)) as [string, string];
        const limit = `${Number(first.slice(0, 4)) + 5}${first.slice(4)}`;
        const codes = checkPermitTiming(dates(first, last), fresh).map(({ code }) => code);
        expect(codes).toEqual(last < first ? ['before_start'] : last > limit ? ['range_too_long'] : []);
      }),
    );
  });
});
