import { fpnStatuses, section74HAStatuses, section81Statuses } from '../enums';
import { changeActivity } from './activity';
import { changeFpn, fixedPenaltyNoticeMachine } from './fixed-penalty-notice';
import type { FpnAnswer } from './fixed-penalty-notice';
import { cancelForwardPlan, editForwardPlan } from './forward-plan';
import { acknowledgeHs2 } from './hs2-acknowledgement';
import { withdrawInspection } from './inspection';
import { granted, paa, refusalOf, submitted } from './permit.fixture';
import { assessLaneRental, changeDiscount } from './permit-money';
import { isPossible } from './precondition';
import { changeSampleTarget, reopenSample } from './sample-inspection';
import { scheduleAfterInspection, scheduleInspection } from './scheduled-inspection';
import { changeSection74, section74Machine } from './section-74';
import type { Section74Answer } from './section-74';
import { changeSection81, reassignSection81, section81Machine } from './section-81';
import type { Section81Answer } from './section-81';
import { linkSection81, unlinkSection81 } from './section-81-link';

describe('a fixed penalty notice', () => {
  it.each<[FpnAnswer, string]>([
    ['accepted', 'fpn_accepted'],
    ['disputed', 'fpn_disputed'],
    ['paid', 'fpn_paid'],
    ['paid_discounted', 'fpn_paid'],
    ['withdrawn', 'fpn_withdrawn'],
  ])('that is issued becomes %s', (answer, event) => {
    expect(changeFpn('issued', answer)).toEqual({ status: answer, events: [event] });
  });

  it.each(fpnStatuses)('that is %s says which change it forbids', (current) => {
    for (const answer of Object.keys(fixedPenaltyNoticeMachine.transitions) as FpnAnswer[]) {
      const refusal = `A fixed penalty notice with a status of ${current} can not be set to ${answer}`;
      const expected = isPossible(fixedPenaltyNoticeMachine, current, answer) ? 'allowed' : refusal;
      expect(refusalOf(() => changeFpn(current, answer))).toBe(expected);
    }
  });
});

describe('a section 81', () => {
  it.each<[Section81Answer, string, string]>([
    ['acknowledged', 'replaced', 'section_81_acknowledged'],
    ['accepted', 'replaced', 'section_81_accepted'],
    ['rejected', 'replaced', 'section_81_rejected'],
    ['resolved_by_ha', 'kept', 'section_81_resolved_by_ha'],
    ['cancelled', 'kept', 'section_81_cancelled'],
  ])('that is issued becomes %s; the promoter answer is %s', (answer, promoterAnswer, event) => {
    expect(changeSection81('issued', answer)).toEqual({ status: answer, promoterAnswer, events: [event] });
  });

  it('that is accepted can be fixed', () => {
    const expected = { status: 'accepted_fixed', promoterAnswer: 'replaced', events: ['section_81_accepted_fixed'] };
    expect(changeSection81('accepted', 'accepted_fixed')).toEqual(expected);
  });

  it.each(section81Statuses)('that is %s says which change it forbids', (current) => {
    const answers = Object.keys(section81Machine.transitions).filter((event) => event !== 'reassign');
    for (const answer of answers as Section81Answer[]) {
      const refusal = `A section 81 with a status of ${current} can not be set to ${answer}`;
      const expected = isPossible(section81Machine, current, answer) ? 'allowed' : refusal;
      expect(refusalOf(() => changeSection81(current, answer))).toBe(expected);
    }
  });

  it.each(['rejected', 'cancelled'] as const)('that is %s starts anew with another promoter', (current) => {
    const expected = { status: 'issued', promoterAnswer: 'cleared', events: ['section_81_reassigned'] };
    expect(reassignSection81(current, { from: '4312', to: '4400' })).toEqual(expected);
  });

  it('is not reassigned while it is dealt with, nor to the promoter that has it', () => {
    expect(refusalOf(() => reassignSection81('accepted', { from: '4312', to: '4400' }))).toBe(
      'A section 81 with a status of accepted can not be reassigned',
    );
    expect(refusalOf(() => reassignSection81('rejected', { from: '4312', to: '4312' }))).toBe(
      'A section 81 can only be reassigned to another organisation',
    );
  });
});

describe('linking a permit and a section 81', () => {
  const free = {
    permit: { promoterSwaCode: '4312', linkedSection81: null },
    section81: { referenceNumber: 'EDS8112345678-S81', promoterSwaCode: '4312', linkedPermit: null },
  };
  const linked = {
    permit: { ...free.permit, linkedSection81: 'EDS8112345678-S81' },
    section81: { ...free.section81, linkedPermit: 'NB00148120937-01' },
  };

  it('joins two that are free, and parts two that are joined', () => {
    expect(linkSection81(free)).toEqual(['section_81_linked_to_permit']);
    expect(unlinkSection81(linked)).toEqual(['section_81_unlinked_from_permit']);
  });

  it.each([
    ['a permit that has one', { ...free, permit: linked.permit }, 'The permit is already linked to a section 81'],
    [
      'a section 81 that has one',
      { ...free, section81: linked.section81 },
      'The section 81 is already linked to a permit',
    ],
    [
      'two promoters',
      { ...free, permit: { ...free.permit, promoterSwaCode: '4400' } },
      'A permit can only be linked to a section 81 of the same promoter',
    ],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => linkSection81(facts))).toBe(reason);
  });

  it('parts only what is joined', () => {
    const other = { ...linked, permit: { ...linked.permit, linkedSection81: 'EDS8100000000-S81' } };
    for (const facts of [free, other]) {
      expect(refusalOf(() => unlinkSection81(facts))).toBe('The permit is not linked to this section 81');
    }
  });
});

describe('a section 74', () => {
  it.each(section74HAStatuses)('that is %s says which change it forbids', (current) => {
    for (const answer of Object.keys(section74Machine.transitions) as Section74Answer[]) {
      const refusal = `A section 74 with a status of ${current} can not be set to ${answer}`;
      const expected = isPossible(section74Machine, current, answer) ? 'allowed' : refusal;
      expect(refusalOf(() => changeSection74(current, answer))).toBe(expected);
    }
  });

  it('names its event after the status', () => {
    const expected = { status: 'charges_ended', events: ['section_74_charges_ended'] };
    expect(changeSection74('warning_issued', 'charges_ended')).toEqual(expected);
  });
});

describe('a forward plan', () => {
  it('can be edited and cancelled while it is raised', () => {
    expect(editForwardPlan('raised')).toEqual({ status: 'raised', events: ['forward_plan_edited'] });
    const cancelled = { status: 'cancelled', workStatus: 'cancelled', events: ['forward_plan_cancelled'] };
    expect(cancelForwardPlan('raised', 'planned')).toEqual(cancelled);
  });

  it.each(['cancelled', 'progressed'] as const)('that is %s can not', (status) => {
    const refusal = `A forward plan with a status of ${status} can not be`;
    expect(refusalOf(() => editForwardPlan(status))).toBe(`${refusal} edited`);
    expect(refusalOf(() => cancelForwardPlan(status, 'planned'))).toBe(`${refusal} cancelled`);
  });
});

describe('an activity', () => {
  it('can be edited and cancelled until it is cancelled', () => {
    expect(changeActivity('active', 'edit')).toEqual({ state: 'active', events: ['activity_edited'] });
    expect(changeActivity('active', 'cancel')).toEqual({ state: 'cancelled', events: ['activity_cancelled'] });
    expect(refusalOf(() => changeActivity('cancelled', 'edit'))).toBe(
      'An activity that has been cancelled can not be edited',
    );
    expect(refusalOf(() => changeActivity('cancelled', 'cancel'))).toBe(
      'An activity that has been cancelled can not be cancelled',
    );
  });
});

describe('an inspection', () => {
  it('is withdrawn once', () => {
    expect(withdrawInspection('recorded')).toEqual({ status: 'withdrawn', events: ['inspection_withdrawn'] });
    expect(refusalOf(() => withdrawInspection('withdrawn'))).toBe(
      'An inspection that is withdrawn can not be withdrawn',
    );
    expect(refusalOf(() => withdrawInspection('scheduled'))).toBe(
      'An inspection that is scheduled can not be withdrawn',
    );
  });

  it('is scheduled one at a time', () => {
    const scheduled = { state: 'scheduled', events: ['scheduled_inspection_created'] };
    expect(scheduleInspection('free')).toEqual(scheduled);
    expect(refusalOf(() => scheduleInspection('scheduled'))).toBe('An inspection is already scheduled on the works');
  });

  it.each(['free', 'scheduled'] as const)('that is recorded clears what was %s, or puts the next there', (state) => {
    expect(scheduleAfterInspection(state, { reinspection: false })).toEqual({ state: 'free', events: [] });
    expect(scheduleAfterInspection(state, { reinspection: true })).toEqual({
      state: 'scheduled',
      events: ['scheduled_inspection_created'],
    });
  });
});

describe('money and HS2', () => {
  it.each([
    ['a granted permit', granted(), ['permit_discount_updated']],
    [
      'one granted by a stop',
      granted({ status: 'closed', assessmentStatus: 'granted_auto' }),
      ['permit_discount_updated'],
    ],
    ['one revoked since', granted({ status: 'revoked', assessmentStatus: 'revoked' }), ['permit_discount_updated']],
    ['a granted PAA', paa({ status: 'granted', assessmentStatus: 'granted' }), ['paa_discount_updated']],
  ])('the discount of %s can be changed', (_, facts, events) => {
    expect(changeDiscount(facts)).toEqual(events);
  });

  it.each([
    [submitted(), 'A discount can only be set on permits that have been granted'],
    [submitted({ assessmentStatus: 'refused' }), 'A discount can only be set on permits that have been granted'],
    [granted({ isUnderHs2Powers: true }), 'A discount can not be set on a HS2 permit'],
  ])('but not before, nor for HS2 (%#)', (facts, reason) => {
    expect(refusalOf(() => changeDiscount(facts))).toBe(reason);
  });

  const finding = { chargeBand: 'charge_band_1', chargeableDays: 4, chargesAgreed: true };
  const nothing = { chargeBand: null, chargeableDays: null, chargesAgreed: null };

  it.each([
    ['chargeable', finding],
    ['potentially_chargeable', nothing],
    ['charges_waived', nothing],
    ['exempt', nothing],
    ['charges_not_applicable', nothing],
  ] as const)('lane rental that is %s keeps %j', (outcome, kept) => {
    expect(assessLaneRental(submitted(), { outcome, ...finding })).toEqual({
      assessment: { outcome, ...kept },
      events: ['lane_rental_assessed'],
    });
  });

  it('knows no lane rental for HS2', () => {
    const assess = () => assessLaneRental({ isUnderHs2Powers: true }, { outcome: 'exempt', ...nothing });
    expect(refusalOf(assess)).toBe('Lane rental can not be assessed on a HS2 permit');
  });

  it('acknowledges a consultation once', () => {
    const consultation = { hs2Treatment: 'consultation', isAcknowledged: false } as const;
    expect(acknowledgeHs2(consultation)).toEqual(['permit_hs2_acknowledged']);
    expect(refusalOf(() => acknowledgeHs2({ ...consultation, isAcknowledged: true }))).toBe(
      'The HS2 consultation has already been acknowledged',
    );
    for (const hs2Treatment of ['consent', 'ordinary'] as const) {
      expect(refusalOf(() => acknowledgeHs2({ hs2Treatment, isAcknowledged: false }))).toBe(
        'Only a HS2 consultation can be acknowledged',
      );
    }
  });
});

describe('a sample inspection', () => {
  it('is due again when its inspection is withdrawn, or over when its target is', () => {
    expect(reopenSample({ targetIsActive: true })).toEqual({ status: 'issued', events: [] });
    expect(reopenSample({ targetIsActive: false })).toEqual({
      status: 'expired',
      events: ['sample_inspection_expired'],
    });
  });

  it.each([
    ['update', 'active', 'sample_inspection_target_updated', 'updated'],
    ['close', 'closed', 'sample_inspection_target_closed', 'closed'],
  ] as const)('has a target that takes a %s only while it is active', (event, state, written, verb) => {
    expect(changeSampleTarget('active', event)).toEqual({ state, events: [written] });
    expect(refusalOf(() => changeSampleTarget('closed', event))).toBe(
      `A sample inspection target that is closed can not be ${verb}`,
    );
  });
});
