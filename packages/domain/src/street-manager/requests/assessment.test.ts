import { checkAssessment } from './assessment';
import type { AssessmentContext, AssessmentRequest } from './assessment';
import { checkLaneRental, laneRentalAssessment } from './lane-rental';
import { checkHS2Acknowledgement } from './permit-marks';
import { assessmentOf, checkCancellation, checkStatusAssessment } from './permit-status';
import type { PermitStatusRequest } from './permit-status';
import { assessmentContext, told } from './requests.fixture';

const granted = { assessment_status: 'granted', assessment_discount: 0 } as const;
const refused = { assessment_status: 'refused', additional_comments: 'No', reasons_for_refusal: ['RC10'] } as const;
const challenged = { ...granted, is_duration_challenged: true, additional_comments: 'Long' } as const;
const hs2: AssessmentContext = {
  ...assessmentContext,
  permit: { ...assessmentContext.permit!, category: 'hs2_highway' },
};
const unknown: AssessmentContext = { ...assessmentContext, permit: undefined };
const REASONS = 'reasons_for_refusal';

describe('the rules of an assessment', () => {
  it.each<[string, AssessmentRequest, string[], AssessmentContext?]>([
    ['granted without a discount', { assessment_status: 'granted' }, ['assessment_discount required']],
    ['granted without a discount for HS2', { assessment_status: 'granted' }, [], hs2],
    ['granted', granted, []],
    ['refused alone', { assessment_status: 'refused' }, ['additional_comments required', `${REASONS} required`]],
    ['refused', refused, []],
    ['refused for no reason', { ...refused, reasons_for_refusal: [] }, [`${REASONS} reasons`]],
    [
      'refused for the same reason twice',
      { ...refused, reasons_for_refusal: ['RC10', 'RC10'] },
      [`${REASONS} reasons`],
    ],
    ['refused for five', { ...refused, reasons_for_refusal: ['RC10', 'RC11', 'RC12', 'RC20', 'RC21'] }, []],
    [
      'refused for six',
      { ...refused, reasons_for_refusal: ['RC10', 'RC11', 'RC12', 'RC20', 'RC21', 'RC22'] },
      [`${REASONS} reasons`],
    ],
    [
      'a modification request alone',
      { assessment_status: 'permit_modification_request' },
      ['pending_change_details required'],
    ],
    ['revoked alone', { assessment_status: 'revoked' }, ['revoke_reason required']],
    ['decided by nobody', { assessment_status: 'granted_auto' }, ['assessment_status not_allowed']],
    ['refused by nobody', { assessment_status: 'refused_auto' }, ['assessment_status not_allowed']],
    [
      'challenged alone',
      { ...granted, is_duration_challenged: true },
      ['additional_comments required', 'reasonable_period_end_date required'],
    ],
    [
      'challenged a day from the start',
      { ...challenged, reasonable_period_end_date: '2021-08-17T00:00:00Z' },
      ['reasonable_period_end_date too_early'],
    ],
    [
      'challenged two working days from the start',
      { ...challenged, reasonable_period_end_date: '2021-08-18T00:00:00Z' },
      [],
    ],
    ['granted without a discount before the permit is known', { assessment_status: 'granted' }, [], unknown],
    [
      'challenged before the permit is known',
      { ...challenged, reasonable_period_end_date: '2021-08-17T00:00:00Z' },
      [],
      unknown,
    ],
    [
      'refused alone before the permit is known',
      { assessment_status: 'refused' },
      ['additional_comments required', `${REASONS} required`],
      unknown,
    ],
    ['a date without a challenge', { ...granted, reasonable_period_end_date: '2021-08-17T00:00:00Z' }, []],
  ])('%s', (_, request, expected, context = assessmentContext) => {
    expect(told(checkAssessment(request, context))).toEqual(expected);
  });
});

describe("the rules of a permit's status", () => {
  it.each<[string, PermitStatusRequest, string[]]>([
    ['cancelled', { permit_status: 'cancelled', additional_comments: 'Deferred', internal_user_name: 'A' }, []],
    ['granted', { permit_status: 'granted' }, ['permit_status not_allowed']],
    ['nothing', {}, ['permit_status required']],
    ['another member', { permit_status: 'cancelled', assessment_discount: 5 }, ['assessment_discount not_taken']],
    ['another member that is null', { permit_status: 'cancelled', assessment_discount: null }, []],
    ['another spelling', { status: 'cancelled' }, ['permit_status required', 'status not_taken']],
  ])('for a promoter: %s', (_, request, expected) => {
    expect(told(checkCancellation(request))).toEqual(expected);
  });

  it.each<[string, PermitStatusRequest, string[], string | null]>([
    ['by permit_status', { permit_status: 'granted', assessment_discount: 5 }, [], 'granted'],
    ['by assessment_status', { assessment_status: 'granted', assessment_discount: 5 }, [], 'granted'],
    ['by status', { status: 'granted', assessment_discount: 5 }, [], 'granted'],
    ['by two of them', { permit_status: 'revoked', assessment_status: 'revoked', revoke_reason: 'x' }, [], 'revoked'],
    [
      'by two that differ',
      { permit_status: 'revoked', assessment_status: 'granted', revoke_reason: 'x' },
      ['assessment_status contradiction'],
      'revoked',
    ],
    ['by none', { additional_comments: 'x' }, ['permit_status required'], null],
    ['what it cannot decide', { permit_status: 'progressed' }, ['permit_status not_allowed'], null],
    [
      'with what is asked for',
      { status: 'refused' },
      ['additional_comments required', `${REASONS} required`],
      'refused',
    ],
  ])('for an authority: %s', (_, request, expected, assessment) => {
    expect(told(checkStatusAssessment(request, assessmentContext))).toEqual(expected);
    expect(assessmentOf(request)).toBe(assessment);
  });
});

describe('lane rental', () => {
  it.each([
    [{ outcome: 'chargeable' } as const, ['charges_agreed required']],
    [{ outcome: 'chargeable', charges_agreed: false } as const, []],
    [{ outcome: 'exempt' } as const, []],
  ])('%j', (request, expected) => {
    expect(told(checkLaneRental(request))).toEqual(expected);
  });

  it.each([
    ['chargeable', true],
    ['potentially_chargeable', false],
    ['exempt', false],
  ] as const)('of outcome %s keeps band, days and agreement: %s', (outcome, kept) => {
    const request = { outcome, charge_band: 'charge_band_2', chargeable_days: 3, charges_agreed: true } as const;
    expect(laneRentalAssessment(request)).toEqual({
      outcome,
      additionalDetails: null,
      chargeBand: kept ? 'charge_band_2' : null,
      chargeableDays: kept ? 3 : null,
      chargesAgreed: kept ? true : null,
    });
  });
});

describe('an acknowledgement', () => {
  it.each([
    [true, []],
    [undefined, []],
    [false, ['hs2_acknowledged not_allowed']],
  ])('%s', (given, expected) => {
    expect(told(checkHS2Acknowledgement({ hs2_acknowledged: given }))).toEqual(expected);
  });
});
