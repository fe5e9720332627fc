import type { PermitFacts } from './permit-facts';
import { granted, immediate, modificationRequested, paa, refusalOf, started, submitted } from './permit.fixture';
import { pmrAlterations } from './pmr-alterations';
import { revertStart } from './revert-start';
import { revertStop } from './revert-stop';
import { startWork } from './start-work';
import { stopWork } from './stop-work';

describe('starting', () => {
  it.each([submitted(), granted()])('leaves the permit as it is (%#)', (facts) => {
    for (const setting of pmrAlterations) {
      const { status, assessmentStatus } = facts;
      const expected = { status, assessmentStatus, workStatus: 'in_progress', events: ['work_start_logged'] };
      expect(startWork(facts, setting)).toMatchObject(expected);
    }
  });

  it('waits for the final assessment, unless alterations are applied at once', () => {
    expect(refusalOf(() => startWork(modificationRequested(), 'assessed'))).toBe(
      'Works start can not be logged while a permit modification request awaits the final assessment of the permit',
    );
    expect(startWork(modificationRequested(), 'applied').workStatus).toBe('in_progress');
  });

  it.each<[string, PermitFacts, string]>([
    [
      'an earlier permit',
      granted({ isActive: false }),
      'Works start can only be logged on the active permit of a work',
    ],
    ['a PAA', paa({ status: 'granted' }), 'Works start can not be logged on a PAA'],
    ['works that go on', started(), 'Works start has already been logged'],
    ['immediate works', immediate(), 'Works start has already been logged'],
    [
      'a refused permit',
      submitted({ status: 'refused' }),
      'Works start can not be logged on a permit with a status of refused',
    ],
    [
      'a revoked permit',
      granted({ status: 'revoked' }),
      'Works start can not be logged on a permit with a status of revoked',
    ],
    [
      'a cancelled permit',
      submitted({ status: 'cancelled', workStatus: 'cancelled' }),
      'Works start can not be logged on a permit with a status of cancelled',
    ],
    [
      'completed works',
      granted({ workStatus: 'completed' }),
      'Works start can not be logged on works that are completed',
    ],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => startWork(facts, 'applied'))).toBe(reason);
  });
});

describe('reverting a start', () => {
  it.each([started(), started({ status: 'submitted', assessmentStatus: null })])(
    'plans the works anew (%#)',
    (facts) => {
      const { status, assessmentStatus } = facts;
      const expected = { status, assessmentStatus, workStatus: 'planned', events: ['work_start_reverted'] };
      expect(revertStart(facts)).toMatchObject(expected);
    },
  );

  it.each<[string, PermitFacts, string]>([
    [
      'an earlier permit',
      started({ isActive: false }),
      'Works start can only be reverted on the active permit of a work',
    ],
    ['immediate works', immediate(), 'Works start can not be reverted on an immediate permit'],
    ['works not begun', granted(), 'Works start can not be reverted on works that are planned'],
    [
      'works that ended',
      started({ status: 'closed', workStatus: 'completed' }),
      'Works start can not be reverted on works that are completed',
    ],
    [
      'a revoked permit',
      started({ status: 'revoked' }),
      'Works start can not be reverted once the permit has been revoked',
    ],
    [
      'a permit with a site',
      started({ hasReinstatement: true }),
      'Works start can not be reverted once a reinstatement has been added',
    ],
    [
      'a registered final site',
      started({ isFinalSiteRegistered: true }),
      'Works start can not be reverted once the final site has been registered',
    ],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => revertStart(facts))).toBe(reason);
  });
});

describe('stopping', () => {
  it.each<[string, PermitFacts]>([
    ['granted', started()],
    ['submitted', started({ status: 'submitted', assessmentStatus: null })],
    ['to be modified', started({ ...modificationRequested(), isStarted: true, workStatus: 'in_progress' })],
    ['refused', started({ status: 'refused', assessmentStatus: 'refused' })],
    ['revoked', started({ status: 'revoked', assessmentStatus: 'revoked' })],
  ])('closes a planned permit that is %s and leaves its assessment', (_, facts) => {
    const { assessmentStatus } = facts;
    const expected = { status: 'closed', assessmentStatus, workStatus: 'completed', events: ['work_stop_logged'] };
    expect(stopWork(facts)).toMatchObject(expected);
  });

  it.each([
    immediate(),
    immediate({
      ...modificationRequested(),
      category: 'immediate_emergency',
      isStarted: true,
      workStatus: 'in_progress',
    }),
  ])('grants immediate works that nobody decided (%#)', (facts) => {
    expect(stopWork(facts)).toMatchObject({
      status: 'closed',
      assessmentStatus: 'granted_auto',
      events: ['work_stop_logged', 'permit_granted'],
    });
  });

  it('leaves a decision on immediate works', () => {
    const refused = immediate({ status: 'refused', assessmentStatus: 'refused' });
    expect(stopWork(refused)).toMatchObject({ assessmentStatus: 'refused', events: ['work_stop_logged'] });
  });

  it('cancels the alteration that awaits assessment', () => {
    expect(stopWork(started({ pendingAlteration: 'WORK_EXTENSION' }))).toMatchObject({
      pendingAlteration: 'cancelled',
      events: ['work_stop_logged', 'alteration_cancelled'],
    });
  });

  it.each<[string, PermitFacts, string]>([
    ['an earlier permit', started({ isActive: false }), 'Works stop can only be logged on the active permit of a work'],
    ['works not begun', granted(), 'Works stop can not be logged on works that are planned'],
    [
      'works that ended',
      started({ status: 'closed', workStatus: 'completed' }),
      'Works stop can not be logged on works that are completed',
    ],
    [
      'a cancelled permit',
      started({ status: 'cancelled' }),
      'Works stop can not be logged on a permit with a status of cancelled',
    ],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => stopWork(facts))).toBe(reason);
  });
});

describe('reverting a stop', () => {
  const stopped = (change: Partial<PermitFacts>): PermitFacts =>
    started({ status: 'closed', statusBeforeStop: 'granted', workStatus: 'completed', ...change });

  it.each<[string, Partial<PermitFacts>, Partial<PermitFacts>]>([
    ['granted', {}, { status: 'granted', assessmentStatus: 'granted' }],
    [
      'refused',
      { statusBeforeStop: 'refused', assessmentStatus: 'refused' },
      { status: 'refused', assessmentStatus: 'refused' },
    ],
    [
      'revoked',
      { statusBeforeStop: 'revoked', assessmentStatus: 'revoked' },
      { status: 'revoked', assessmentStatus: 'revoked' },
    ],
    [
      'submitted',
      { statusBeforeStop: 'submitted', assessmentStatus: null },
      { status: 'submitted', assessmentStatus: null },
    ],
    [
      'submitted, granted since',
      { statusBeforeStop: 'submitted', assessmentStatus: 'granted' },
      { status: 'granted', assessmentStatus: 'granted' },
    ],
    [
      'submitted, refused since',
      { statusBeforeStop: 'submitted', assessmentStatus: 'refused' },
      { status: 'refused', assessmentStatus: 'refused' },
    ],
    [
      'immediate, granted by the stop',
      { category: 'immediate_urgent', statusBeforeStop: 'submitted', assessmentStatus: 'granted_auto' },
      { status: 'submitted', assessmentStatus: null },
    ],
    [
      'immediate, to be modified',
      {
        category: 'immediate_urgent',
        statusBeforeStop: 'permit_modification_request',
        assessmentStatus: 'granted_auto',
        everModificationRequested: true,
      },
      { status: 'permit_modification_request', assessmentStatus: 'permit_modification_request' },
    ],
    [
      'to be modified, refused since',
      { statusBeforeStop: 'permit_modification_request', assessmentStatus: 'refused' },
      { status: 'refused', assessmentStatus: 'refused' },
    ],
    [
      'a HS2 consultation',
      { assessmentStatus: 'granted_auto' },
      { status: 'granted', assessmentStatus: 'granted_auto' },
    ],
  ])('brings back a permit that was %s', (_, change, expected) => {
    const outcome = revertStop(stopped(change));
    expect(outcome).toMatchObject({ ...expected, workStatus: 'in_progress', events: ['work_stop_reverted'] });
  });

  it('undoes a stop', () => {
    for (const facts of [started(), immediate(), started({ status: 'refused', assessmentStatus: 'refused' })]) {
      const { status, assessmentStatus, workStatus } = stopWork(facts);
      const after = revertStop({ ...facts, statusBeforeStop: facts.status, status, assessmentStatus, workStatus });
      expect(after).toMatchObject({
        status: facts.status,
        assessmentStatus: facts.assessmentStatus,
        workStatus: facts.workStatus,
      });
    }
  });

  it.each<[string, PermitFacts, string]>([
    [
      'an earlier permit',
      stopped({ isActive: false }),
      'Works stop can not be reverted once a further permit has been added',
    ],
    ['works that go on', started(), 'Works stop can not be reverted on works that are in_progress'],
    [
      'a permit that was not stopped',
      stopped({ status: 'cancelled', statusBeforeStop: null }),
      'Works stop can not be reverted on a permit with a status of cancelled',
    ],
    [
      'a permit that is not closed',
      stopped({ status: 'refused' }),
      'Works stop can not be reverted on a permit with a status of refused',
    ],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => revertStop(facts))).toBe(reason);
  });
});
