import fc from 'fast-check';
import type { Violation } from '../../kernel';
import { checkActivity } from './activity';
import { checkAlteration, checkAlterationAssessment } from './alteration';
import { checkAssessment } from './assessment';
import { checkCategoryQuery, checkDurationQuery } from './calculation';
import { checkForwardPlan, checkForwardPlanUpdate } from './forward-plan';
import { checkFPN, checkFPNStatus } from './fpn';
import { checkHistoricFPN, checkHistoricInspection } from './historic';
import { checkInspection } from './inspection';
import { checkStart, checkStop } from './on-site';
import { checkPermitApplication, checkWorkApplication } from './permit-application';
import { checkCancellation, checkStatusAssessment } from './permit-status';
import * as sound from './requests.fixture';
import { checkScheduledInspection } from './scheduled-inspection';
import { checkSection74, checkSection74Status } from './section-74';
import { checkSection81, checkSection81Status } from './section-81';
import { checkNonNotifiableSite, checkSite } from './site';

const { now, told } = sound;
const day = new Date('2021-08-16T00:00:00.000Z');
const current = { proposedStartDate: new Date('2021-09-06'), proposedEndDate: new Date('2021-09-13') };
const extension = { now, permitEndDate: day, alterationEndDate: now };
const assessed = { assessment_status: 'granted', is_duration_challenged: true } as const;
const challenge = {
  assessment_discount: 10,
  additional_comments: 'Long',
  reasonable_period_end_date: '2021-08-18T00:00:00Z',
};
const measured = { now, earliestStart: day, actualStop: null };
const earlyPermit = { ...sound.permit, early_start_pre_approval: false, early_start_reason: 'Leak' };
const permits = { now, permitReferences: ['NB001-01'] };

type Row = [string, object, (request: never) => Violation[]];
const row = <R extends object>(name: string, request: R, check: (request: R) => Violation[]): Row => [
  name,
  request,
  check as Row[2],
];

const everyRequest: Row[] = [
  row('a new work', sound.work, (request) => checkWorkApplication(request, { now, earlyStart: false })),
  row('a permit', earlyPermit, (request) =>
    checkPermitApplication(request, { now, earlyStart: true, promoterSwaCode: '4312' }),
  ),
  row('an alteration', sound.alteration, (request) =>
    checkAlteration(request, { now, earlyStart: null, promoterSwaCode: '4312', current }),
  ),
  row('its assessment', { alteration_status: 'granted', assessment_discount: 0 } as const, (request) =>
    checkAlterationAssessment(request, extension),
  ),
  row('an assessment', { ...assessed, ...challenge }, (request) => checkAssessment(request, sound.assessmentContext)),
  row('one by status', { permit_status: 'revoked', revoke_reason: 'x' } as const, (request) =>
    checkStatusAssessment(request, sound.assessmentContext),
  ),
  row('a cancellation', { permit_status: 'cancelled', additional_comments: 'x' } as const, checkCancellation),
  row('a start', { actual_start_date: '2021-08-17T08:00:00Z' }, (request) =>
    checkStart(request, { now, proposedStart: day }),
  ),
  row('a stop', { actual_stop_date: '2021-08-17T08:00:00Z' }, (request) =>
    checkStop(request, { now, actualStart: day }),
  ),
  row('a site', sound.excavation, (request) => checkSite(request, measured)),
  row('a site without notice', sound.nonNotifiableSite, (request) => checkNonNotifiableSite(request, { now })),
  row('an inspection', sound.inspection, (request) => checkInspection(request, { now, siteNumbers: [1] })),
  row('a historic inspection', sound.historicInspection, (request) => checkHistoricInspection(request, { now })),
  row('a historic FPN', sound.historicFPN, (request) => checkHistoricFPN(request, { now })),
  row('a scheduled inspection', { scheduled_inspection_date: '2021-08-17T00:00:00Z' }, (request) =>
    checkScheduledInspection(request, { now }),
  ),
  row('an FPN', sound.fpn, (request) => checkFPN(request, permits)),
  row("an FPN's status", { fpn_status: 'disputed', status_reason: 'x' } as const, checkFPNStatus),
  row('a section 81', sound.section81, (request) => checkSection81(request, { now })),
  row("a section 81's status", { section_81_status: 'rejected', status_reason: 'x' } as const, checkSection81Status),
  row('a section 74', sound.section74, (request) => checkSection74(request, permits)),
  row("a section 74's status", { status: 'withdrawn', additional_details: 'x' } as const, (request) =>
    checkSection74Status(request, { now }),
  ),
  row('a forward plan', sound.forwardPlan, (request) => checkForwardPlan(request, { now })),
  row('its replacement', sound.forwardPlan, (request) => checkForwardPlanUpdate(request, { now })),
  row('an activity', sound.activity, (request) => checkActivity(request, { now })),
  row('a category query', { work_type: 'immediate', immediate_risk: true } as const, (request) =>
    checkCategoryQuery(request, { now }),
  ),
  row('a duration query', { startDate: '2021-08-17', endDate: '2021-08-17' }, (request) =>
    checkDurationQuery(request, { now }),
  ),
];

describe.each(everyRequest)('%s', (_, request, check) => {
  it('keeps every rule as it is', () => {
    expect(told(check(request as never))).toEqual([]);
  });

  it('is only asked for more when members are missing', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(request)), fc.constantFrom(null, undefined), (missing, nothing) => {
        const rest = { ...request, ...Object.fromEntries(missing.map((member) => [member, nothing])) };
        for (const { code, field, meta } of check(rest as never)) {
          expect([code, missing.includes(field) || field.includes('[') || !(field in request)]).toEqual([
            'required',
            true,
          ]);
          expect(meta).toEqual({ value: null });
        }
      }),
    );
  });

  it('is judged, not broken, by dates of any kind', () => {
    const dates = Object.keys(request).filter((member) => /_date|_time$|Date$/.test(member));
    const date = fc.oneof(
      fc.date({ noInvalidDate: true }).map((instant) => instant.toISOString()),
      fc.constantFrom('0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2021-02-30T00:00:00Z', 'tomorrow', ''),
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(dates.map((member) => [member, date]))), (changed) => {
        for (const { field } of check({ ...request, ...changed } as never)) expect(field).not.toBe('');
      }),
    );
  });
});
