import { checkActivity, checkActivityUpdate } from './activity';
import type { ActivityRequest } from './activity';
import { checkCategoryQuery, checkDurationQuery } from './calculation';
import type { CategoryQuery, DurationQuery } from './calculation';
import { checkForwardPlan, checkForwardPlanUpdate } from './forward-plan';
import type { ForwardPlanRequest } from './forward-plan';
import { activity, forwardPlan, now, told } from './requests.fixture';

describe('the rules of a forward plan', () => {
  it.each<[string, Partial<ForwardPlanRequest>, string[]]>([
    ['begun yesterday', { start_date: '2021-08-16T00:00:00Z' }, ['start_date today_or_later']],
    ['of today', { start_date: '2021-08-17T00:00:00Z', end_date: '2021-08-17T00:00:00Z' }, []],
    ['ended before it begins', { end_date: '2022-01-31T00:00:00Z' }, ['end_date before_start']],
    ['without a real date, told once', { start_date: '0000-01-01T00:00:00Z' }, ['start_date not_a_date']],
    ['in the default workstream', { workstream_prefix: '000' }, ['workstream_prefix default_workstream']],
    ['in a street that is none', { usrn: 1 }, ['usrn usrn']],
    ['nowhere', { works_coordinates: 1 }, ['works_coordinates invalid_geometry']],
    [
      'with a designation without a real date',
      { forward_plan_asds: [{ special_desig_start_date: 'never' }] },
      ['forward_plan_asds[0].special_desig_start_date not_a_date'],
    ],
    ['of HS2, silent', { promoter_swa_code: '7374' }, ['hs2_work_type required', 'hs2_in_act_limits required']],
    [
      'of HS2, highway works in limits',
      { promoter_swa_code: '7374', hs2_work_type: 'hs2_highway_works', hs2_in_act_limits: true },
      ['hs2_highway_exemption required'],
    ],
    ['of HS2, planned in limits', { promoter_swa_code: '7374', hs2_work_type: 'planned', hs2_in_act_limits: true }, []],
    [
      'to be answered yesterday',
      { hs2_consultation_requested_response_date: '2021-08-16T00:00:00Z' },
      ['hs2_consultation_requested_response_date today_or_later'],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(checkForwardPlan({ ...forwardPlan, ...change }, { now }))).toEqual(expected);
  });

  it.each<[string, Partial<ForwardPlanRequest>, string[]]>([
    ['begun yesterday', { start_date: '2021-08-16T00:00:00Z' }, []],
    ['ended before it begins', { end_date: '2022-01-31T00:00:00Z' }, ['end_date before_start']],
  ])('that replaces another: %s', (_, change, expected) => {
    expect(told(checkForwardPlanUpdate({ ...forwardPlan, ...change }, { now }))).toEqual(expected);
  });
});

describe('the rules of an activity', () => {
  const oneDay = { start_date: '2021-08-01T00:00:00Z', end_date: '2021-08-01T00:00:00Z' };
  it.each<[string, ActivityRequest, string[]]>([
    ['of another type, not said which', { activity_activity_type: 'other' }, ['activity_type_details required']],
    ['of another type', { activity_activity_type: 'other', activity_type_details: 'Filming' }, []],
    ['ended before it begins', { end_date: '2021-07-31T00:00:00Z' }, ['end_date before_start']],
    ['of one day', { ...oneDay, start_time: null, end_time: null }, []],
    [
      'of one day, ended before it begins',
      { ...oneDay, start_time: '2021-08-01T09:00:00Z', end_time: '2021-08-01T09:00:00Z' },
      ['end_time before_start'],
    ],
    ['without a real date', { end_date: 'never' }, ['end_date not_a_date']],
  ])('%s', (_, change, expected) => {
    expect(told(checkActivity({ ...activity, ...change }, { now }))).toEqual(expected);
    expect(told(checkActivityUpdate({ ...activity, ...change }, { now }))).toEqual(expected);
  });

  it.each<[string, ActivityRequest, string[]]>([
    ['in a street that is none', { usrn: 1 }, ['usrn usrn']],
    ['nowhere', { activity_coordinates: {} }, ['activity_coordinates invalid_geometry']],
  ])('that is new: %s', (_, change, expected) => {
    expect(told(checkActivity({ ...activity, ...change }, { now }))).toEqual(expected);
  });
});

describe('the rules of a calculation', () => {
  const range = { proposed_start_date: '2021-09-06', proposed_end_date: '2021-09-05' };
  it.each<[CategoryQuery, string[]]>([
    [{ work_type: 'planned' }, ['proposed_start_date required', 'proposed_end_date required']],
    [{ work_type: 'planned', ...range }, ['proposed_end_date before_start']],
    [{ work_type: 'immediate' }, ['immediate_risk required']],
    [{ work_type: 'planned', ...range, proposed_end_date: 'never' }, ['proposed_end_date not_a_date']],
    [{ work_type: 'hs2_highway_works' }, []],
  ])('of a category: %j', (query, expected) => {
    expect(told(checkCategoryQuery(query, { now }))).toEqual(expected);
  });

  it.each<[DurationQuery, string[]]>([
    [{}, ['startDate required', 'endDate required']],
    [{ startDate: '2021-09-06', endDate: '2021-09-05' }, ['endDate before_start']],
    [{ startDate: '2021-09-06', endDate: '2021-09-06' }, []],
    [{ startDate: 'never', endDate: '2021-09-06' }, ['startDate not_a_date']],
  ])('of a duration: %j', (query, expected) => {
    expect(told(checkDurationQuery(query, { now }))).toEqual(expected);
  });
});
