import { assessPermit } from './assess-permit';
import type { AssessmentDecision } from './assess-permit';
import type { PermitFacts } from './permit-facts';
import { granted, immediate, modificationRequested, paa, refusalOf, started, submitted } from './permit.fixture';
import { alreadyAssessed, notGranted } from './refusals';

const decide = (facts: PermitFacts, decision: AssessmentDecision, isDurationChallenged = false) =>
  assessPermit(facts, { decision, isDurationChallenged });

const closed = (change: Partial<PermitFacts> = {}): PermitFacts =>
  submitted({ status: 'closed', statusBeforeStop: 'submitted', isStarted: true, workStatus: 'completed', ...change });

describe('a decision of the highway authority', () => {
  it.each<[string, PermitFacts, AssessmentDecision, object]>([
    ['grants', submitted(), 'granted', { status: 'granted', assessmentStatus: 'granted', events: ['permit_granted'] }],
    [
      'grants after the start',
      started({ status: 'submitted', assessmentStatus: null }),
      'granted',
      { status: 'granted', workStatus: 'in_progress' },
    ],
    [
      'grants what was modified',
      modificationRequested(),
      'granted',
      { status: 'granted', assessmentStatus: 'granted' },
    ],
    [
      'refuses',
      submitted(),
      'refused',
      { status: 'refused', assessmentStatus: 'refused', events: ['permit_refused'], workStatus: 'planned' },
    ],
    ['refuses what was to be modified', modificationRequested(), 'refused', { status: 'refused' }],
    [
      'requests a modification',
      submitted(),
      'permit_modification_request',
      {
        status: 'permit_modification_request',
        assessmentStatus: 'permit_modification_request',
        events: ['permit_modification_request'],
      },
    ],
    [
      'revokes',
      granted(),
      'revoked',
      {
        status: 'revoked',
        assessmentStatus: 'revoked',
        events: ['permit_revoked'],
        pendingAlteration: null,
        workStatus: 'planned',
      },
    ],
    [
      'revokes while works go on, with what awaits assessment',
      started({ pendingAlteration: 'WORK_EXTENSION' }),
      'revoked',
      { status: 'revoked', events: ['permit_revoked'], pendingAlteration: 'revoked', workStatus: 'in_progress' },
    ],
    [
      'grants what was stopped undecided',
      closed(),
      'granted',
      { status: 'closed', assessmentStatus: 'granted', events: ['permit_granted'] },
    ],
    [
      'refuses what was stopped undecided',
      closed({ assessmentStatus: 'permit_modification_request' }),
      'refused',
      { status: 'closed', assessmentStatus: 'refused' },
    ],
    ['grants a PAA', paa(), 'granted', { status: 'granted', assessmentStatus: 'granted', events: ['paa_granted'] }],
    ['refuses a PAA', paa(), 'refused', { status: 'refused', assessmentStatus: 'refused', events: ['paa_refused'] }],
    [
      'revokes a PAA',
      paa({ status: 'granted', assessmentStatus: 'granted' }),
      'revoked',
      { status: 'revoked', events: ['paa_revoked'] },
    ],
    [
      'grants a progressed PAA',
      paa({ status: 'progressed' }),
      'granted',
      { status: 'progressed', assessmentStatus: 'granted' },
    ],
    [
      'refuses a progressed PAA',
      paa({ status: 'progressed' }),
      'refused',
      { status: 'progressed', assessmentStatus: 'refused' },
    ],
  ])('%s', (_, facts, decision, expected) => {
    expect(decide(facts, decision)).toMatchObject(expected);
  });

  const consultation = granted({ hs2Treatment: 'consultation', isUnderHs2Powers: true });
  const modification =
    'A highway authority officer can only request a permit modification on permits with a status of submitted.';

  it.each<[string, PermitFacts, AssessmentDecision, string]>([
    ['a second grant', granted(), 'granted', alreadyAssessed],
    ['a refusal after the grant', granted(), 'refused', alreadyAssessed],
    [
      'a grant after the refusal',
      submitted({ status: 'refused', assessmentStatus: 'refused' }),
      'granted',
      alreadyAssessed,
    ],
    ['a grant of what is cancelled', submitted({ status: 'cancelled' }), 'granted', alreadyAssessed],
    [
      'a grant of what is revoked',
      granted({ status: 'revoked', assessmentStatus: 'revoked' }),
      'granted',
      alreadyAssessed,
    ],
    ['a grant of what was stopped decided', closed({ assessmentStatus: 'granted' }), 'granted', alreadyAssessed],
    [
      'a refusal of immediate works that were stopped',
      immediate({ status: 'closed', assessmentStatus: 'granted_auto' }),
      'refused',
      alreadyAssessed,
    ],
    [
      'a grant while an alteration awaits assessment',
      modificationRequested({ pendingAlteration: 'MODIFIED_PERMIT' }),
      'granted',
      'A highway authority officer can only grant/refuse permits whose alterations have been assessed',
    ],
    ['a modification of what is granted', granted(), 'permit_modification_request', modification],
    ['a modification of what is closed', closed(), 'permit_modification_request', modification],
    ['a second modification', modificationRequested(), 'permit_modification_request', modification],
    [
      'a second modification after the answer',
      submitted({ everModificationRequested: true }),
      'permit_modification_request',
      'A highway authority officer can only request a permit modification once on a permit',
    ],
    [
      'a modification of a PAA',
      paa(),
      'permit_modification_request',
      'A highway authority officer can not request a permit modification on a PAA',
    ],
    ['revoking what is not granted', submitted(), 'revoked', notGranted],
    ['revoking after the stop', closed({ assessmentStatus: 'granted' }), 'revoked', notGranted],
    ['revoking a progressed PAA', paa({ status: 'progressed', assessmentStatus: 'granted' }), 'revoked', notGranted],
    [
      'granting a progressed PAA twice',
      paa({ status: 'progressed', assessmentStatus: 'granted_auto' }),
      'granted',
      alreadyAssessed,
    ],
    ['granting a cancelled PAA', paa({ status: 'cancelled' }), 'granted', alreadyAssessed],
    ['revoking a HS2 consultation', consultation, 'revoked', 'A HS2 consultation can only be acknowledged'],
  ])('refuses %s', (_, facts, decision, reason) => {
    expect(refusalOf(() => decide(facts, decision))).toBe(reason);
  });
});

describe('a duration challenge', () => {
  it('comes with the grant of an immediate permit', () => {
    expect(decide(immediate(), 'granted', true)).toMatchObject({
      status: 'granted',
      assessmentStatus: 'granted',
      events: ['permit_granted_with_duration_challenge'],
    });
  });

  it.each<[string, PermitFacts, AssessmentDecision]>([
    ['a planned permit', submitted(), 'granted'],
    ['a PAA', paa(), 'granted'],
    ['a refusal', immediate(), 'refused'],
    ['a revocation', immediate({ status: 'granted' }), 'revoked'],
  ])('is refused with %s', (_, facts, decision) => {
    expect(refusalOf(() => decide(facts, decision, true))).toBe(
      'The duration can only be challenged when an immediate permit is granted',
    );
  });
});

describe('the decision on a major permit', () => {
  const major = (paaAssessment: 'granted' | 'refused' | null): PermitFacts =>
    submitted({ category: 'major', progressedPaa: { assessmentStatus: paaAssessment } });

  it.each([
    ['granted', null, 'granted_auto', ['permit_granted', 'paa_granted']],
    ['refused', null, 'refused_auto', ['permit_refused', 'paa_refused']],
    ['granted', 'granted', null, ['permit_granted']],
    ['refused', 'granted', null, ['permit_refused']],
    ['granted', 'refused', null, ['permit_granted']],
  ] as const)('%s reaches a PAA whose assessment is %s as %s', (decision, assessed, expected, events) => {
    expect(decide(major(assessed), decision)).toMatchObject({ progressedPaa: expected, events });
  });

  it('leaves the PAA alone when it is only a question', () => {
    expect(decide(major(null), 'permit_modification_request').progressedPaa).toBeNull();
  });
});
