import { fpnBody, inspectionBody, permitBody, siteBody, workBody } from '../given';
import { START } from '../street-manager';
import * as bodies from './bodies';
import type { Example } from './example';
import { login } from './login';
import type { Situation } from './situations';

const promoter = (situation: Situation, body?: object): Example => ({
  who: 'northbeck',
  situation,
  ...(body && { body }),
});
const authority = (situation: Situation, body?: object): Example => ({
  ...promoter(situation, body),
  who: 'ellerdale',
});

const WORK = '/works/{workReferenceNumber}';
const PERMIT = `${WORK}/permits/{permitReferenceNumber}` as const;
const ALTERATION = `${PERMIT}/alterations/{permitAlterationReferenceNumber}` as const;
const SITE = `${WORK}/sites/{siteNumber}` as const;
const NOTICE = `${WORK}/fixed-penalty-notices/{fpnReferenceNumber}` as const;
const INSPECTION = `${WORK}/inspections/{inspectionReferenceNumber}` as const;
const SECTION_81 = `${WORK}/section-81s/{section81ReferenceNumber}` as const;
const SECTION_74 = `${WORK}/section-74s/{section74ReferenceNumber}` as const;
const PLAN = `${WORK}/forward-plans/{forwardPlanReferenceNumber}` as const;
const ACTIVITY = '/activity/{activityReferenceNumber}';
const TARGET = '/sample-inspection-targets/{sampleInspectionTargetReferenceNumber}';

const streets = { name: 'Low Wharf.csv', text: '8412007\r\n8412008\r\n' };
const reference81 = { section_81_reference_number: '{section81ReferenceNumber}' };

/** By `METHOD /path` of the Work API. */
export const workExamples: Readonly<Record<string, Example>> = {
  'POST /authenticate': { who: 'nobody', situation: 'unlocked', body: login },
  'POST /authenticate/initial': { who: 'nobody', situation: 'unlocked', body: login },

  'POST /works': promoter('nothing', workBody()),
  [`GET ${WORK}`]: promoter('dug'),
  [`GET ${WORK}/history`]: promoter('altered'),
  [`PUT ${WORK}/start`]: promoter('granted', { actual_start_date: START }),
  [`PUT ${WORK}/revert-start`]: promoter('started', { revert_reason: 'The crew went elsewhere' }),
  [`PUT ${WORK}/stop`]: promoter('started', { actual_stop_date: START }),
  [`PUT ${WORK}/revert-stop`]: promoter('stopped', { revert_reason: 'A valve was forgotten' }),
  [`PUT ${WORK}/excavation-carried-out`]: promoter('started', { excavation_carried_out: false }),
  [`PUT ${WORK}/inspection-units`]: promoter('dug', { inspection_units: 3 }),
  [`PUT ${WORK}/final-reinstatement`]: promoter('dug', { final_reinstatement: true }),
  [`POST ${WORK}/files`]: promoter('workAndFile', { file_ids: ['{#fileId}'] }),

  [`POST ${WORK}/permits`]: promoter('stopped', permitBody()),
  [`GET ${PERMIT}`]: promoter('altered'),
  [`PUT ${PERMIT}/status`]: promoter('submitted', { permit_status: 'cancelled', additional_comments: 'Put off' }),
  [`PUT ${PERMIT}/assessment`]: authority('submitted', {
    assessment_status: 'granted',
    assessment_discount: 30,
    additional_comments: 'Off-peak working agreed',
  }),
  [`PUT ${PERMIT}/permit-discount`]: authority('granted', { assessment_discount: 20 }),
  [`PUT ${PERMIT}/lane-rental-assessments`]: authority('granted', {
    outcome: 'chargeable',
    charges_agreed: true,
    charge_band: 'charge_band_1',
    chargeable_days: 3,
  }),
  [`PUT ${PERMIT}/hs2_acknowledgement`]: authority('consulted', { hs2_acknowledged: true }),
  [`POST ${PERMIT}/link-section-81`]: promoter('defectAndPermit', reference81),
  [`POST ${PERMIT}/unlink-section-81`]: promoter('linkedDefect', { ...reference81, unlink_reason: 'Another cabinet' }),

  [`POST ${PERMIT}/alterations`]: promoter('submitted', bodies.alterationBody),
  [`GET ${ALTERATION}`]: promoter('altered'),
  [`PUT ${ALTERATION}/status`]: authority('altered', { alteration_status: 'granted', assessment_discount: 0 }),

  'GET /permits/category': {
    ...promoter('nothing'),
    query:
      '?work_type=planned&is_ttro_required=false&proposed_start_date=2026-12-07T00:00:00.000Z&proposed_end_date=2026-12-14T00:00:00.000Z',
  },
  'GET /duration': { ...promoter('nothing'), query: '?startDate=2026-12-07T00:00:00Z&endDate=2026-12-14T00:00:00Z' },

  [`POST ${WORK}/sites`]: promoter('started', siteBody()),
  [`GET ${SITE}`]: promoter('dug'),
  [`POST ${SITE}/reinstatements`]: promoter('dug', bodies.reinstatementBody),
  'POST /non-notifiable-works/sites': promoter('nothing', bodies.nonNotifiableBody),

  [`POST ${WORK}/inspections`]: authority('started', inspectionBody()),
  [`GET ${INSPECTION}`]: authority('inspected'),
  [`PUT ${INSPECTION}/withdraw`]: authority('inspected', {
    reason_for_withdrawal: 'wrong_details',
    withdrawal_details: 'Another trench',
  }),
  [`POST ${WORK}/scheduled-inspections`]: authority('submitted', bodies.scheduledInspectionBody),
  [`DELETE ${WORK}/scheduled-inspections`]: authority('scheduled'),
  'POST /historic-works/inspections': authority('nothing', { ...bodies.historicBody, ...inspectionBody() }),

  [`POST ${WORK}/fixed-penalty-notices`]: authority('submitted', fpnBody()),
  [`GET ${NOTICE}`]: authority('fined'),
  [`PUT ${NOTICE}/status`]: promoter('fined', { fpn_status: 'disputed', status_reason: 'Not ours' }),
  'POST /historic-works/fixed-penalty-notices': authority('nothing', { ...bodies.historicBody, ...fpnBody() }),

  'POST /section-81-works/section-81s': authority('nothing', bodies.section81Body),
  [`GET ${SECTION_81}`]: promoter('defect'),
  [`PUT ${SECTION_81}/status`]: promoter('defect', { section_81_status: 'accepted', work_type: 'permit_works' }),
  [`PUT ${SECTION_81}/reassign-section-81`]: authority('defectCancelled', { new_organisation_reference: '4313' }),
  [`POST ${WORK}/section-74s`]: authority('started', bodies.section74Body),
  [`GET ${SECTION_74}`]: promoter('overrun'),
  [`PUT ${SECTION_74}/highway-authority-status`]: authority('overrun', {
    status: 'charges_ended',
    site_cleared_date: START,
  }),

  [`POST ${WORK}/comments`]: promoter('submitted', { detail: 'When do you close the lane?', topic: 'GENERAL' }),
  [`PUT ${WORK}/comments/{commentReferenceNumber}/read`]: promoter('commented', {}),

  'POST /forward-plans': promoter('nothing', bodies.planBody),
  [`GET ${PLAN}`]: promoter('plan'),
  [`PUT ${PLAN}`]: promoter('plan', bodies.changedPlanBody),
  [`PUT ${PLAN}/cancel`]: promoter('plan', { cancelled_reason: 'No budget' }),

  'POST /activity': authority('nothing', bodies.activityBody),
  [`GET ${ACTIVITY}`]: authority('activity'),
  [`PUT ${ACTIVITY}`]: authority('activity', bodies.changedActivityBody),
  [`PUT ${ACTIVITY}/cancel`]: authority('activity', { cancellation_reason: 'Rain' }),

  'POST /files': {
    ...promoter('nothing'),
    file: { name: 'plan.pdf', text: '%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n' },
  },
  'GET /files/{fileId}': promoter('file'),
  'DELETE /files/{fileId}': promoter('file'),

  'POST /geographical-areas': { ...authority('nothing'), file: streets },
  'PUT /geographical-areas/{geographicalAreaReferenceNumber}': { ...authority('area'), file: streets },

  'POST /sample-inspection-targets': authority('noTarget', bodies.targetBody),
  [`GET ${TARGET}`]: authority('target'),
  [`PUT ${TARGET}`]: authority('target', bodies.changedTargetBody),
  [`PUT ${TARGET}/close`]: authority('target', {}),
  'POST /sample-inspection': authority('nothing'),
};
