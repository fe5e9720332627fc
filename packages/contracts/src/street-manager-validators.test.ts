import { streetManagerParty, streetManagerReporting, streetManagerWork } from './index';
import { faults } from './testing/faults';

const { requests, responses } = streetManagerWork.validators;
const permit = 'PUT /works/{workReferenceNumber}/permits/{permitReferenceNumber}';

describe('the other bodies', () => {
  it.each([
    ['the promoter cancels', `${permit}/status`, { permit_status: 'cancelled' }],
    [
      'the authority decides by permit_status',
      `${permit}/status`,
      { permit_status: 'granted', assessment_discount: 0 },
    ],
    ['the authority decides by assessment_status', `${permit}/status`, { assessment_status: 'refused' }],
    ['the authority decides by status', `${permit}/status`, { status: 'revoked', revoke_reason: 'Unsafe' }],
    ['a state that a rule judges', `${permit}/assessment`, { assessment_status: 'granted_auto' }],
    ['nobody behind the call', 'PUT /works/{workReferenceNumber}/comments/{commentReferenceNumber}/read', {}],
    [
      'charges that end',
      'PUT /works/{workReferenceNumber}/section-74s/{section74ReferenceNumber}/highway-authority-status',
      { status: 'charges_ended', site_cleared_date: '2026-09-16T00:00:00Z' },
    ],
  ])('may say that %s', (_what, key, body) => {
    expect(faults(requests, key, body)).toEqual([]);
  });

  it.each([
    ['a sixth reason', `${permit}/assessment`, refusal(6), ['/reasons_for_refusal maxItems']],
    [
      'a discount above all',
      `${permit}/permit-discount`,
      { assessment_discount: 101 },
      ['/assessment_discount maximum'],
    ],
    ['half a discount', `${permit}/permit-discount`, { assessment_discount: 0.5 }, ['/assessment_discount type']],
    [
      'an acknowledgement taken back',
      `${permit}/hs2_acknowledgement`,
      { hs2_acknowledged: false },
      ['/hs2_acknowledged const'],
    ],
    [
      'no chargeable day',
      `${permit}/lane-rental-assessments`,
      { outcome: 'chargeable', chargeable_days: 0 },
      ['/chargeable_days minimum'],
    ],
    [
      'too many units',
      'PUT /works/{workReferenceNumber}/inspection-units',
      { inspection_units: 1000 },
      ['/inspection_units maximum'],
    ],
    [
      'a delegate of 51 characters',
      'PUT /works/{workReferenceNumber}/start',
      { actual_start_date: '2026-09-07T07:05:00Z', internal_user_name: 'x'.repeat(51) },
      ['/internal_user_name maxLength'],
    ],
    [
      'a comment of 1501 characters',
      'POST /works/{workReferenceNumber}/comments',
      { topic: 'GENERAL', detail: 'x'.repeat(1501) },
      ['/detail maxLength'],
    ],
    ['a file twice', 'POST /works/{workReferenceNumber}/files', { file_ids: [1, 1] }, ['/file_ids uniqueItems']],
    ['a login by number', 'POST /authenticate', { emailAddress: 7, password: 'x' }, ['/emailAddress type']],
  ])('may not have %s', (_what, key, body, expected) => {
    expect(faults(requests, key, body)).toEqual(expected);
  });

  it('of Reporting name at most 1000 works, each once', () => {
    const search = (work_reference_numbers: unknown): string[] =>
      faults(streetManagerReporting.validators.requests, 'POST /permits/search', { work_reference_numbers });
    const references = Array.from({ length: 1000 }, (_none, index) => `NB${index}`);
    expect(search(references)).toEqual([]);
    expect(search([...references, 'NB1000'])).toEqual(['/work_reference_numbers maxItems']);
    expect(search(['NB1', 'NB1'])).toEqual(['/work_reference_numbers uniqueItems']);
    expect(search(['N'.repeat(25)])).toEqual(['/work_reference_numbers/0 maxLength']);
  });

  it('of Party take a token under either name', () => {
    const refresh = (body: object): string[] => faults(streetManagerParty.validators.requests, 'POST /refresh', body);
    expect([refresh({ refresh_token: 'x' }), refresh({ refreshToken: 'x' })]).toEqual([[], []]);
    expect([refresh({}), refresh({ token: 'x' })]).toEqual([[' minProperties'], [' additionalProperties']]);
  });
});

describe('what is answered', () => {
  const category = {
    work_category: 'standard',
    work_category_string: 'standard',
    duration: { calendar_days: 8, working_days: 6 },
    validity_period_end_date: '2026-09-11T00:00:00.000Z',
    is_early_start: false,
  };
  const answered = (body: object): string[] => faults(responses, 'GET /permits/category 200', body);

  it('may be a category', () => {
    expect(answered(category)).toEqual([]);
    expect(answered({ ...category, work_category: 'upcoming_enum', work_category_string: 'tiny' })).toEqual([]);
  });

  it.each([
    ['with a member of its own', { ...category, id: 5 }, ' additionalProperties'],
    ['without the real name of its value', { ...category, work_category_string: undefined }, ' required'],
    [
      'with a fraction of a day',
      { ...category, duration: { calendar_days: 1.5, working_days: 1 } },
      '/duration/calendar_days type',
    ],
  ])('may not be one %s', (_what, body, fault) => {
    expect(answered(body)).toEqual([fault]);
  });

  it('may be a refusal with the faults of each field', () => {
    const refusal = {
      message: 'Validation failed',
      error: { status: 400, fields: { 'permit_conditions[1].comment': { message: 'is too long', value: 'x' } } },
    };
    expect(faults(responses, 'POST /works 400', refusal)).toEqual([]);
    expect(faults(responses, 'POST /works 400', { message: 'no' })).toEqual([' required']);
  });
});

function refusal(reasons: number): object {
  const codes = ['RC10', 'RC11', 'RC12', 'RC20', 'RC21', 'RC22'];
  return { assessment_status: 'refused', reasons_for_refusal: codes.slice(0, reasons), additional_comments: 'No' };
}
