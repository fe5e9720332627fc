import { alterationStatuses, alterationTypes } from '../enums';
import type { AlterationType } from '../enums';
import { awaitsAssessment } from './alteration-status';
import { decideAlteration, deemAlteration } from './decide-alteration';
import type { AlterationDecision } from './decide-alteration';
import { deriveAlteration } from './derive-alteration';
import type { AlterationProposal, DerivedAlteration } from './derive-alteration';
import type { PermitFacts } from './permit-facts';
import { granted, immediate, modificationRequested, paa, refusalOf, started, submitted } from './permit.fixture';
import { pmrAlterations } from './pmr-alterations';
import type { PmrAlterations } from './pmr-alterations';

const promoter = (...changed: string[]): AlterationProposal => ({
  by: 'promoter',
  changed: new Set(changed),
  category: 'standard',
});
const authority = (...changed: string[]): AlterationProposal => ({ ...promoter(...changed), by: 'highway_authority' });
const underHs2 = { isUnderHs2Powers: true, hs2Treatment: 'consent' } as const;

describe('what an alteration is', () => {
  it.each<[string, PermitFacts, AlterationProposal, PmrAlterations | 'any', Partial<DerivedAlteration>]>([
    [
      'of a submitted permit',
      submitted(),
      promoter('description_of_work'),
      'any',
      {
        type: 'PROMOTER_IMPOSED_CHANGE',
        status: 'submitted',
        isApplied: true,
        permitStatus: 'submitted',
        deadline: 'permit',
      },
    ],
    [
      'of a submitted permit whose works go on',
      immediate(),
      promoter('proposed_end_date'),
      'any',
      { type: 'PROMOTER_IMPOSED_CHANGE', isApplied: true },
    ],
    [
      'as the answer to a request',
      modificationRequested(),
      promoter('proposed_end_date'),
      'assessed',
      {
        type: 'MODIFIED_PERMIT',
        status: 'submitted',
        isApplied: false,
        permitStatus: 'permit_modification_request',
        deadline: 'own',
      },
    ],
    [
      'as the answer, applied at once',
      modificationRequested(),
      promoter('proposed_end_date'),
      'applied',
      {
        type: 'MODIFIED_PERMIT',
        status: 'submitted',
        isApplied: true,
        permitStatus: 'submitted',
        deadline: 'renewed_permit',
      },
    ],
    [
      'after that answer',
      submitted({ assessmentStatus: 'permit_modification_request', everModificationRequested: true }),
      promoter(),
      'applied',
      { type: 'PROMOTER_IMPOSED_CHANGE', isApplied: true },
    ],
    [
      'of a granted permit',
      granted(),
      promoter('proposed_end_date', 'proposed_start_date'),
      'any',
      {
        type: 'PROMOTER_CHANGE_REQUEST',
        status: 'submitted',
        isApplied: false,
        permitStatus: 'granted',
        deadline: 'own',
      },
    ],
    [
      'of works that go on',
      started(),
      promoter('permit_conditions'),
      'any',
      { type: 'PROMOTER_CHANGE_REQUEST', isApplied: false },
    ],
    [
      'of the end of works that go on',
      started(),
      promoter('proposed_end_date'),
      'any',
      { type: 'WORK_EXTENSION', status: 'submitted', isApplied: false, deadline: 'own' },
    ],
    [
      'of a revoked permit whose works go on',
      started({ status: 'revoked' }),
      promoter('proposed_end_date'),
      'any',
      { type: 'WORK_EXTENSION', permitStatus: 'revoked' },
    ],
    [
      'of a revoked permit, but not its end',
      started({ status: 'revoked' }),
      promoter('additional_info'),
      'any',
      { type: 'PROMOTER_CHANGE_REQUEST' },
    ],
    [
      'by the authority',
      granted(),
      authority('permit_conditions'),
      'any',
      { type: 'HA_IMPOSED_CHANGE', status: 'submitted', isApplied: true, permitStatus: 'granted', deadline: 'permit' },
    ],
    [
      'by the authority while works go on',
      started(),
      authority('permit_conditions'),
      'any',
      { type: 'HA_IMPOSED_CHANGE', isApplied: true },
    ],
    [
      'of HS2 works',
      granted(underHs2),
      promoter(),
      'any',
      {
        type: 'PROMOTER_CHANGE_REQUEST',
        status: 'auto_applied',
        isApplied: true,
        deadline: 'permit',
      },
    ],
    [
      'of the end of HS2 works',
      started(underHs2),
      promoter('proposed_end_date'),
      'any',
      { type: 'WORK_EXTENSION', status: 'auto_applied', isApplied: true },
    ],
    [
      'of HS2 works that await consent',
      submitted(underHs2),
      promoter(),
      'any',
      { type: 'PROMOTER_IMPOSED_CHANGE', status: 'auto_applied', isApplied: true },
    ],
    [
      'of HS2 works, as the answer to a request',
      modificationRequested(underHs2),
      promoter(),
      'assessed',
      {
        type: 'MODIFIED_PERMIT',
        status: 'auto_applied',
        isApplied: true,
        permitStatus: 'permit_modification_request',
        deadline: 'permit',
      },
    ],
  ])('%s', (_, facts, proposal, setting, expected) => {
    for (const each of setting === 'any' ? pmrAlterations : [setting]) {
      const events = [expected.status === 'auto_applied' ? 'alteration_applied_auto' : 'alteration_submitted'];
      expect(deriveAlteration(facts, proposal, each)).toMatchObject({ ...expected, events });
    }
  });

  const toMajor = { ...promoter('proposed_end_date'), category: 'major' } as const;

  it('lifts works that go on to major', () => {
    expect(deriveAlteration(started(), toMajor, 'assessed').type).toBe('WORK_EXTENSION');
  });

  it('may change a major permit that has not begun', () => {
    expect(deriveAlteration(granted({ category: 'major' }), toMajor, 'assessed').type).toBe('PROMOTER_CHANGE_REQUEST');
  });

  it.each<[string, PermitFacts, AlterationProposal, string]>([
    ['a PAA', paa(), promoter(), 'A PAA can not be altered'],
    ['a PAA, by the authority', paa({ status: 'granted' }), authority(), 'A PAA can not be altered'],
    [
      'a refused permit',
      submitted({ status: 'refused' }),
      promoter(),
      'A permit with a status of refused can not be altered',
    ],
    [
      'a refused immediate permit',
      immediate({ status: 'refused' }),
      promoter(),
      'A permit with a status of refused can not be altered',
    ],
    [
      'a closed permit',
      started({ status: 'closed' }),
      promoter(),
      'A permit with a status of closed can not be altered',
    ],
    [
      'a cancelled permit',
      submitted({ status: 'cancelled' }),
      promoter(),
      'A permit with a status of cancelled can not be altered',
    ],
    [
      'a revoked permit not begun',
      granted({ status: 'revoked' }),
      promoter(),
      'A permit with a status of revoked can not be altered',
    ],
    [
      'a second one',
      granted({ pendingAlteration: 'PROMOTER_CHANGE_REQUEST' }),
      promoter(),
      'A permit can only have one pending permit alteration',
    ],
    [
      'a second answer',
      modificationRequested({ pendingAlteration: 'MODIFIED_PERMIT' }),
      promoter(),
      'A permit can only have one pending permit alteration',
    ],
    ['the work type', granted(), promoter('work_type'), 'The work type of a permit can not be altered'],
    [
      'the start after the start',
      started(),
      promoter('proposed_start_date'),
      'The proposed start date can not be altered once works start has been logged',
    ],
    [
      'standard works into major ones',
      granted(),
      toMajor,
      'A standard permit can not be altered to major works before works start has been logged',
    ],
    [
      'submitted minor works into major ones',
      submitted({ category: 'minor' }),
      toMajor,
      'A minor permit can not be altered to major works before works start has been logged',
    ],
    [
      'a submitted permit, by the authority',
      submitted(),
      authority('permit_conditions'),
      'A HA can only imposed changes on a granted permit',
    ],
    [
      'a revoked permit, by the authority',
      started({ status: 'revoked' }),
      authority('permit_conditions'),
      'A HA can only imposed changes on a granted permit',
    ],
    [
      'HS2 works, by the authority',
      granted(underHs2),
      authority('permit_conditions'),
      'A HA can not impose changes on a HS2 permit',
    ],
    [
      'more than conditions, by the authority',
      granted(),
      authority('permit_conditions', 'proposed_end_date'),
      'A HA can only impose changes on the permit conditions',
    ],
    [
      'beside a pending one, by the authority',
      granted({ pendingAlteration: 'WORK_EXTENSION' }),
      authority('permit_conditions'),
      'A HA can not impose changes while a permit alteration is pending',
    ],
  ])('refuses %s', (_, facts, proposal, reason) => {
    for (const setting of pmrAlterations) {
      expect(refusalOf(() => deriveAlteration(facts, proposal, setting))).toBe(reason);
    }
  });
});

const everyAlteration = alterationTypes.flatMap((type) => alterationStatuses.map((status) => ({ type, status })));
const waiting: Record<PmrAlterations, AlterationType[]> = {
  assessed: ['PROMOTER_CHANGE_REQUEST', 'WORK_EXTENSION', 'MODIFIED_PERMIT'],
  applied: ['PROMOTER_CHANGE_REQUEST', 'WORK_EXTENSION'],
};

describe.each(pmrAlterations)('an assessment of an alteration, %s', (setting) => {
  it.each(everyAlteration)('waits for $type that is $status, or is refused', (alteration) => {
    const waits = alteration.status === 'submitted' && waiting[setting].includes(alteration.type);
    expect(awaitsAssessment(alteration, setting)).toBe(waits);
    expect(refusalOf(() => decideAlteration(alteration, 'granted', setting))).toBe(
      waits ? 'allowed' : 'A highway authority officer can only assess permit alterations that are awaiting assessment',
    );
    expect(refusalOf(() => deemAlteration(alteration, setting))).toBe(
      waits ? 'allowed' : 'Only permit alterations that are awaiting assessment can be deemed',
    );
  });

  it.each<[AlterationDecision, string, string[]]>([
    ['granted', 'all', ['alteration_granted']],
    ['granted_with_duration_challenge', 'reasonable_period', ['alteration_granted_with_duration_challenge']],
    ['refused', 'nothing', ['alteration_refused']],
  ])('%s applies %s of a work extension', (decision, applies, events) => {
    const extension = { type: 'WORK_EXTENSION', status: 'submitted' } as const;
    expect(decideAlteration(extension, decision, setting)).toEqual({ status: decision, applies, events });
  });

  it('challenges nothing but a work extension', () => {
    for (const type of waiting[setting].filter((one) => one !== 'WORK_EXTENSION')) {
      const challenge = () =>
        decideAlteration({ type, status: 'submitted' }, 'granted_with_duration_challenge', setting);
      expect(refusalOf(challenge)).toBe('Only a work extension can be granted with a duration challenge');
    }
  });

  it('is not needed once it deems', () => {
    for (const type of waiting[setting]) {
      const deemed = { status: 'deemed', applies: 'all', events: ['alteration_deemed'] };
      expect(deemAlteration({ type, status: 'submitted' }, setting)).toEqual(deemed);
    }
  });
});
