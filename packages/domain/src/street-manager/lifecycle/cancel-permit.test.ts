import { cancelPermit } from './cancel-permit';
import type { PermitFacts } from './permit-facts';
import { granted, immediate, modificationRequested, paa, refusalOf, started, submitted } from './permit.fixture';

describe('cancelling', () => {
  it.each<[string, PermitFacts]>([
    ['a submitted permit', submitted()],
    ['a granted one', granted()],
    ['one to be modified', modificationRequested()],
    ['a refused one', submitted({ status: 'refused' })],
    ['a revoked one', granted({ status: 'revoked' })],
    ['an immediate one', immediate()],
    ['a granted immediate one', immediate({ status: 'granted' })],
    ['a refused immediate one', immediate({ status: 'refused' })],
  ])('ends %s and its work', (_, facts) => {
    expect(cancelPermit(facts)).toMatchObject({
      status: 'cancelled',
      assessmentStatus: facts.assessmentStatus,
      workStatus: 'cancelled',
      pendingAlteration: null,
      events: ['permit_cancelled'],
    });
  });

  it.each(['submitted', 'granted', 'refused'] as const)('ends a PAA that is %s', (status) => {
    const expected = { status: 'cancelled', workStatus: 'cancelled', events: ['paa_cancelled'] };
    expect(cancelPermit(paa({ status }))).toMatchObject(expected);
  });

  it('takes the alteration that awaits assessment along', () => {
    expect(cancelPermit(granted({ pendingAlteration: 'PROMOTER_CHANGE_REQUEST' }))).toMatchObject({
      pendingAlteration: 'cancelled',
      events: ['permit_cancelled', 'alteration_cancelled'],
    });
  });

  it.each<[string, PermitFacts, string]>([
    ['an earlier permit', granted({ isActive: false }), 'Only the active permit of a work can be cancelled'],
    ['works that go on', started(), 'A planned permit can not be cancelled once works start has been logged'],
    [
      'a revoked permit whose works go on',
      started({ status: 'revoked' }),
      'A planned permit can not be cancelled once works start has been logged',
    ],
    [
      'a revoked immediate permit',
      immediate({ status: 'revoked' }),
      'An immediate permit can not be cancelled once it has been revoked',
    ],
    [
      'an immediate permit with a site',
      immediate({ hasReinstatement: true }),
      'An immediate permit can not be cancelled once a reinstatement has been added',
    ],
    [
      'a closed permit',
      immediate({ status: 'closed', workStatus: 'completed' }),
      'A permit with a status of closed can not be cancelled',
    ],
    [
      'a cancelled permit',
      submitted({ status: 'cancelled' }),
      'A permit with a status of cancelled can not be cancelled',
    ],
    ['a progressed PAA', paa({ status: 'progressed' }), 'A PAA with a status of progressed can not be cancelled'],
    ['a revoked PAA', paa({ status: 'revoked' }), 'A PAA with a status of revoked can not be cancelled'],
  ])('refuses %s', (_, facts, reason) => {
    expect(refusalOf(() => cancelPermit(facts))).toBe(reason);
  });
});
