import { checkInspection } from './inspection';
import type { InspectionRequest } from './inspection';
import { reinspectionKind } from './reinspection';
import { inspection, now, told } from './requests.fixture';
import { checkScheduledInspection } from './scheduled-inspection';
import type { ScheduledInspectionRequest } from './scheduled-inspection';

const passed: InspectionRequest = { inspection_outcome: 'passed', failure_reason_details: null };
const section81: InspectionRequest = { inspection_type: 'section_81', inspection_category: null };
const reasons = (...details: NonNullable<InspectionRequest['failure_reason_details']>): InspectionRequest => ({
  failure_reason_details: details,
});

describe('the rules of an inspection', () => {
  it.each<[string, InspectionRequest, string[], (readonly number[])?]>([
    ['no category', { inspection_category: null }, ['inspection_category required']],
    ['a category of another type', { inspection_category: 'b' }, ['inspection_category not_allowed']],
    [
      'a category for apparatus',
      { ...section81, inspection_category: 'a', made_safe_by_ha: true },
      ['inspection_category not_allowed'],
    ],
    [
      'an outcome of another category',
      { ...passed, inspection_outcome: 'works_stopped' },
      ['inspection_outcome not_allowed'],
    ],
    [
      'a wrong category and an outcome that suits no category',
      { ...passed, inspection_category: 'b', inspection_outcome: 'agreed_site_compliance' },
      ['inspection_category not_allowed', 'inspection_outcome not_allowed'],
    ],
    ['tomorrow', { inspection_start_date: '2021-08-18T09:00:00Z' }, ['inspection_start_date past']],
    ['failed for no reason', { failure_reason_details: null }, ['failure_reason_details required']],
    ['failed for an empty list of reasons', { failure_reason_details: [] }, ['failure_reason_details required']],
    ['passed for no reason', passed, []],
    [
      'failed for the reason of a reinstatement',
      reasons({ failure_reason: 'reinstatement_verge', details: 'x', site_numbers: [1] }),
      ['failure_reason_details[0].failure_reason not_allowed'],
    ],
    [
      'a follow-up for either reason',
      {
        inspection_type: 'non_compliance_follow_up',
        inspection_category: 'follow_up',
        ...reasons(
          { failure_reason: 'reinstatement_verge', site_numbers: [1] },
          { failure_reason: 'live_site_signage', site_numbers: [1] },
        ),
      },
      [],
    ],
    [
      'sites not named',
      reasons({ failure_reason: 'live_site_barriers', site_numbers: [1] }, { failure_reason: 'live_site_signage' }),
      ['failure_reason_details[1].site_numbers required'],
    ],
    ['sites not named, where there are none', reasons({ failure_reason: 'live_site_barriers' }), [], []],
    [
      'sites that are not of the work',
      reasons({ failure_reason: 'live_site_barriers', site_numbers: [1, 7] }),
      ['failure_reason_details[0].site_numbers[1] unknown_site'],
    ],
    [
      'not completed, nothing said',
      { ...passed, inspection_outcome: 'unable_to_complete_inspection' },
      ['inspection_outcome_details required'],
    ],
    [
      'against conditions, nothing said',
      { ...passed, inspection_category: 'conditions', inspection_outcome: 'non_compliant_with_conditions' },
      ['inspection_outcome_details required'],
    ],
    [
      'dangerous, nothing said of a call',
      { was_call_logged: null, defect_fixed_on_site: null },
      ['was_call_logged required', 'defect_fixed_on_site required'],
    ],
    ['not dangerous, nothing said of a call', { ...passed, was_call_logged: null, defect_fixed_on_site: null }, []],
    [
      'a call, nothing said of it',
      { call_logged_to: null, call_logged_reference: '', call_logged_summary: null },
      ['call_logged_to required', 'call_logged_reference required', 'call_logged_summary required'],
    ],
    ['no call', { was_call_logged: false, call_logged_to: null }, []],
    [
      'apparatus failed, nothing said of its safety',
      { ...section81, failure_reason_details: null },
      ['made_safe_by_ha required'],
    ],
    ['apparatus failed, made safe', { ...section81, failure_reason_details: null, made_safe_by_ha: false }, []],
    ['apparatus passed', { ...section81, ...passed }, []],
    ['evidence without files', { file_ids: null }, ['file_ids required']],
    ['no evidence', { inspection_evidence: false, file_ids: null }, []],
    [
      'a reinspection of yesterday',
      { reinspection_date: '2021-08-16T00:00:00Z', reinspection_date_time: null },
      ['reinspection_date today_or_later'],
    ],
    ['a reinspection today', { reinspection_date: '2021-08-17T00:00:00Z', reinspection_date_time: null }, []],
    [
      'a reinspection earlier today',
      { reinspection_date: '2021-08-17T00:00:00Z', reinspection_date_time: '2021-08-17T10:14:59Z' },
      ['reinspection_date_time to_come'],
    ],
    [
      'a reinspection time on another day',
      { reinspection_date_time: '2021-08-19T09:00:00Z' },
      ['reinspection_date_time other_day'],
    ],
    ['a reinspection time without a day', { reinspection_date: null }, ['reinspection_date required']],
    ['a reinspection of a wrong category', { reinspection_category: 'a' }, ['reinspection_category not_allowed']],
    ['a reinspection category without its type', { reinspection_type: null, reinspection_category: 'b' }, []],
  ])('%s', (_, change, expected, siteNumbers = [1]) => {
    expect(told(checkInspection({ ...inspection, ...change }, { now, siteNumbers }))).toEqual(expected);
  });
});

describe('what is scheduled after an inspection', () => {
  const before = { type: 'live_site', category: 'a' } as const;
  it.each([
    [
      { reinspection_type: 'reinstatement', reinspection_category: 'b' },
      { type: 'reinstatement', category: 'b' },
    ],
    [{ reinspection_type: 'reinstatement' }, before],
    [{ reinspection_category: 'b' }, before],
    [{}, before],
  ] as const)('%j is %j', (request, kind) => {
    expect(reinspectionKind(request, before)).toEqual(kind);
  });
});

describe('the rules of a scheduled inspection', () => {
  const sound: ScheduledInspectionRequest = {
    scheduled_inspection_type: 'live_site',
    scheduled_inspection_category: 'a',
    scheduled_inspection_date: '2021-08-17T00:00:00Z',
    scheduled_inspection_date_time: '2021-08-17T11:00:00Z',
  };
  it.each<[string, ScheduledInspectionRequest, string[]]>([
    ['later today', {}, []],
    [
      'earlier today',
      { scheduled_inspection_date_time: '2021-08-17T09:00:00Z' },
      ['scheduled_inspection_date_time to_come'],
    ],
    [
      'on another day',
      { scheduled_inspection_date_time: '2021-08-18T09:00:00Z' },
      ['scheduled_inspection_date_time other_day'],
    ],
    [
      'yesterday',
      { scheduled_inspection_date: '2021-08-16T00:00:00Z', scheduled_inspection_date_time: null },
      ['scheduled_inspection_date today_or_later'],
    ],
    ['of another category', { scheduled_inspection_category: 'b' }, ['scheduled_inspection_category not_allowed']],
    ['of any category', { scheduled_inspection_category: null }, []],
    [
      'of apparatus with a category',
      { scheduled_inspection_type: 'section_81' },
      ['scheduled_inspection_category not_allowed'],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(checkScheduledInspection({ ...sound, ...change }, { now }))).toEqual(expected);
  });
});
