import { checkFPN, checkFPNStatus } from './fpn';
import type { FPNRequest, FPNStatusRequest } from './fpn';
import { checkHistoricFPN, checkHistoricInspection } from './historic';
import type { HistoricWork } from './historic';
import { fpn, historicFPN, historicInspection, now, section74, section81, told } from './requests.fixture';
import { checkSection74, checkSection74Status } from './section-74';
import type { Section74Request, Section74StatusRequest } from './section-74';
import { checkSection81, checkSection81Reassignment, checkSection81Status } from './section-81';
import type { Section81Request, Section81StatusRequest } from './section-81';

const permits = { now, permitReferences: ['NB001-01'] };

describe('the rules of a fixed penalty notice', () => {
  it.each<[string, FPNRequest, string[]]>([
    ['an offence still to come', { offence_date: '2021-08-17T11:00:00Z' }, ['offence_date past']],
    ['a permit of another work', { permit_reference_number: 'NB002-01' }, ['permit_reference_number unknown_permit']],
    ['a permit in small letters', { permit_reference_number: 'nb001-01' }, []],
    ['no permit', { permit_reference_number: null }, []],
    ['evidence without files', { fpn_evidence: true }, ['file_ids required']],
  ])('%s', (_, change, expected) => {
    expect(told(checkFPN({ ...fpn, ...change }, permits))).toEqual(expected);
  });

  it.each<[FPNStatusRequest, string[]]>([
    [{ fpn_status: 'issued' }, ['fpn_status not_allowed']],
    [{ fpn_status: 'accepted' }, []],
    [{ fpn_status: 'paid' }, []],
    [{ fpn_status: 'paid_discounted' }, []],
    [{ fpn_status: 'disputed' }, ['status_reason required']],
    [{ fpn_status: 'withdrawn' }, ['status_reason required']],
    [{ fpn_status: 'withdrawn', status_reason: 'Wrong works' }, []],
  ])('%j', (request, expected) => {
    expect(told(checkFPNStatus(request))).toEqual(expected);
  });
});

describe('the rules of historic works', () => {
  it.each<[string, HistoricWork, string[]]>([
    ['begun tomorrow', { work_start_date: '2021-08-18T00:00:00Z', work_end_date: null }, ['work_start_date past']],
    ['ended tomorrow', { work_end_date: '2021-08-18T00:00:00Z' }, ['work_end_date past']],
    ['ended before they began', { work_end_date: '2015-04-30T00:00:00Z' }, ['work_end_date before_start']],
    [
      'ended at the minute in which they began',
      { work_start_date: '2015-05-01T09:00:00Z', work_end_date: '2015-05-01T09:00:00Z' },
      ['work_end_date before_start'],
    ],
    ['in a street that is none', { usrn: 1 }, ['usrn usrn']],
  ])('%s', (_, change, expected) => {
    expect(told(checkHistoricFPN({ ...historicFPN, ...change }, { now }))).toEqual(expected);
    expect(told(checkHistoricInspection({ ...historicInspection, ...change }, { now }))).toEqual(expected);
  });

  it('ask the rules of what is found about them', () => {
    expect(told(checkHistoricFPN({ ...historicFPN, fpn_evidence: true }, { now }))).toEqual(['file_ids required']);
    expect(told(checkHistoricInspection({ ...historicInspection, inspection_category: null }, { now }))).toEqual([
      'inspection_category required',
    ]);
  });
});

describe('the rules of a section 81 notice', () => {
  it.each<[string, Section81Request, string[]]>([
    ['found tomorrow', { inspection_date: '2021-08-18T00:00:00Z' }, ['inspection_date today_or_past']],
    ['found later today', { inspection_date: '2021-08-17T20:00:00Z' }, []],
    ['of another type, not said which', { section_81_type: 'other' }, ['other_type_details required']],
    ['of another type', { section_81_type: 'other', other_type_details: 'Bollard' }, []],
    ['seen again yesterday', { reinspection_date: '2021-08-16T00:00:00Z' }, ['reinspection_date today_or_later']],
    [
      'seen again on two days',
      { reinspection_date: '2021-08-18T00:00:00Z', reinspection_date_time: '2021-08-19T09:00:00Z' },
      ['reinspection_date_time other_day'],
    ],
    ['evidence without files', { section_81_evidence: true }, ['file_ids required']],
    ['nowhere', { works_coordinates: 'here' }, ['works_coordinates invalid_geometry']],
  ])('%s', (_, change, expected) => {
    expect(told(checkSection81({ ...section81, ...change }, { now }))).toEqual(expected);
  });

  it.each<[Section81StatusRequest, string[]]>([
    [{ section_81_status: 'issued' }, ['section_81_status not_allowed']],
    [{ section_81_status: 'acknowledged' }, []],
    [{ section_81_status: 'accepted' }, ['work_type required']],
    [{ section_81_status: 'accepted', work_type: 'permit_works' }, []],
    [{ section_81_status: 'accepted_fixed' }, ['status_reason required']],
    [{ section_81_status: 'rejected' }, ['status_reason required']],
    [{ section_81_status: 'resolved_by_ha' }, ['status_reason required']],
    [{ section_81_status: 'cancelled' }, ['status_reason required']],
    [{ section_81_status: 'cancelled', status_reason: 'Twice' }, []],
  ])('%j', (request, expected) => {
    expect(told(checkSection81Status(request))).toEqual(expected);
  });

  it.each([
    ['5555', true, []],
    ['5555', false, ['new_organisation_reference not_a_promoter']],
    [undefined, false, []],
  ])('handed on to %s, a promoter: %s', (new_organisation_reference, isPromoter, expected) => {
    expect(told(checkSection81Reassignment({ new_organisation_reference }, { isPromoter }))).toEqual(expected);
  });
});

describe('the rules of a section 74 warning', () => {
  it.each<[string, Section74Request, string[]]>([
    ['a permit of another work', { permit_reference_number: 'NB002-01' }, ['permit_reference_number unknown_permit']],
    ['found tomorrow', { inspection_date: '2021-08-18T00:00:00Z' }, ['inspection_date today_or_past']],
    ['scheduling for no day', { reinspection_date: null }, ['reinspection_date required']],
    [
      'scheduling for no day, but at a time: told once',
      { reinspection_date: null, reinspection_date_time: '2021-08-19T09:00:00Z' },
      ['reinspection_date required'],
    ],
    ['scheduling nothing', { schedule_follow_up_inspection: false, reinspection_date: null }, []],
    ['scheduling for yesterday', { reinspection_date: '2021-08-16T00:00:00Z' }, ['reinspection_date today_or_later']],
    ['evidence without files', { section_74_evidence: true }, ['file_ids required']],
  ])('%s', (_, change, expected) => {
    expect(told(checkSection74({ ...section74, ...change }, permits))).toEqual(expected);
  });

  it.each<[Section74StatusRequest, string[]]>([
    [{ status: 'charges_ended' }, ['site_cleared_date required']],
    [{ status: 'charges_ended', site_cleared_date: '2021-08-17T20:00:00Z' }, []],
    [{ status: 'charges_ended', site_cleared_date: '2021-08-18T20:00:00Z' }, ['site_cleared_date today_or_past']],
    [{ status: 'warning_disputed' }, ['reason_for_dispute required']],
    [{ status: 'withdrawn' }, ['additional_details required']],
    [{ status: 'draft_invoice_issued' }, ['number_of_days_overrun required', 'draft_invoice_amount required']],
    [{ status: 'draft_invoice_issued', number_of_days_overrun: 2, draft_invoice_amount: 0 }, []],
    [{ status: 'resolved' }, ['number_of_days_overrun required', 'final_agreed_amount required']],
    [{ status: 'resolved', number_of_days_overrun: 2, final_agreed_amount: 10.005 }, ['final_agreed_amount amount']],
    [
      { status: 'resolved', number_of_days_overrun: 2, final_agreed_amount: 10, draft_invoice_amount: -1 },
      ['draft_invoice_amount amount'],
    ],
    [{ status: 'warning_issued' }, []],
  ])('%j', (request, expected) => {
    expect(told(checkSection74Status(request, { now }))).toEqual(expected);
  });
});
