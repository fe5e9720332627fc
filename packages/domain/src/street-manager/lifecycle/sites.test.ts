import { answerExcavation, logInspectionUnits, registerFinalReinstatement } from './on-site-actions';
import { refusalOf } from './permit.fixture';
import { addReinstatement, nextSiteNumber, siteTransition } from './site';
import type { ReinstatementFacts, ReinstatementState } from './site';

const interim = (permitNumber: number | null): ReinstatementState => ({ status: 'interim', permitNumber });
const permanent = (permitNumber: number | null): ReinstatementState => ({ status: 'permanent', permitNumber });

describe('a further reinstatement of a site', () => {
  it.each<[string, ReinstatementState, ReinstatementState]>([
    ['corrects an interim one', interim(1), interim(1)],
    ['corrects a permanent one', permanent(1), permanent(1)],
    ['renews an interim one later', interim(1), interim(2)],
    ['makes it permanent later', interim(1), permanent(2)],
    ['opens it again later', permanent(1), interim(3)],
    ['makes one without a permit permanent under the first', interim(null), permanent(1)],
    ['corrects one without a permit', interim(null), interim(null)],
  ])('%s', (_, newest, next) => {
    expect(siteTransition(newest, next)).toBe(next.status);
  });

  it.each<[string, ReinstatementState, ReinstatementState]>([
    ['interim and permanent on one permit', interim(1), permanent(1)],
    ['permanent and interim on one permit', permanent(2), interim(2)],
    ['permanent without any permit', interim(null), permanent(null)],
    ['permanent under an earlier permit', interim(2), permanent(1)],
  ])('is refused: %s', (_, newest, next) => {
    expect(refusalOf(() => siteTransition(newest, next))).toBe(
      `A site that is ${newest.status} can only be made ${next.status} under a later permit`,
    );
  });
});

describe('recording a reinstatement', () => {
  const onGoing: ReinstatementFacts = {
    workStatus: 'in_progress',
    activePermit: { status: 'granted', isStarted: true, excavation: true },
    type: 'excavation',
  };
  const withPermit = (change: Partial<NonNullable<ReinstatementFacts['activePermit']>>): ReinstatementFacts => ({
    ...onGoing,
    activePermit: { status: 'granted', isStarted: true, excavation: true, ...change },
  });
  const withoutPermit: ReinstatementFacts = { workStatus: 'non_notifiable', activePermit: null, type: 'bar_holes' };

  it.each<[string, ReinstatementFacts]>([
    ['while works go on', onGoing],
    ['under a revoked permit while they do', withPermit({ status: 'revoked' })],
    ['after the stop', { ...withPermit({ status: 'closed' }), workStatus: 'completed' }],
    ['of holes without an excavation', { ...withPermit({ excavation: false }), type: 'core_holes' }],
    ['of holes without a permit', withoutPermit],
  ])('is possible %s', (_, facts) => {
    expect(addReinstatement(facts)).toEqual(['reinstatement_submitted']);
  });

  it.each<[string, ReinstatementFacts, string]>([
    [
      'before the start',
      { ...withPermit({ isStarted: false }), workStatus: 'planned' },
      'A reinstatement can only be added when the active permit is in progress or closed',
    ],
    [
      'under a cancelled permit',
      { ...withPermit({ status: 'cancelled' }), workStatus: 'cancelled' },
      'A reinstatement can only be added when the active permit is in progress or closed',
    ],
    [
      'of an excavation that was not asked for',
      withPermit({ excavation: false }),
      'An excavation can only be added when the active permit has excavation set to true',
    ],
    [
      'of an excavation without a permit',
      { ...withoutPermit, type: 'excavation' },
      'An excavation can not be added to non notifiable works without a permit',
    ],
    [
      'on a historical work',
      { ...withoutPermit, workStatus: 'historical' },
      'A reinstatement can not be added to works that are historical',
    ],
    [
      'on a section 81 work',
      { ...withoutPermit, workStatus: 'section_81' },
      'A reinstatement can not be added to works that are section_81',
    ],
    [
      'on a work that is only planned',
      { ...withoutPermit, workStatus: 'planned' },
      'A reinstatement can not be added to works that are planned',
    ],
  ])('is refused %s', (_, facts, reason) => {
    expect(refusalOf(() => addReinstatement(facts))).toBe(reason);
  });

  it.each([
    [0, 1],
    [7, 8],
    [998, 999],
  ])('of a new site after %i is number %i', (sites, number) => {
    expect(nextSiteNumber(sites)).toBe(number);
  });

  it('stops at the last number', () => {
    expect(refusalOf(() => nextSiteNumber(999))).toBe('Works can not have more than 999 sites');
  });
});

describe('what a promoter says on site', () => {
  const excavating = { excavation: true, isStarted: true, hasExcavationReinstatement: false };

  it.each([
    ['with a permit, begun', excavating, 'allowed'],
    ['without a permit', { ...excavating, excavation: null }, 'The works have no permit'],
    [
      'with a permit that digs nothing',
      { ...excavating, excavation: false },
      'Excavation carried out can not be set on a permit without excavation',
    ],
    [
      'before the start',
      { ...excavating, isStarted: false },
      'Excavation carried out can only be set once works start has been logged',
    ],
    [
      'with an excavation recorded',
      { ...excavating, hasExcavationReinstatement: true },
      'Excavation carried out can not be set once an excavation reinstatement has been added to the permit',
    ],
  ])('of an excavation %s', (_, facts, expected) => {
    expect(refusalOf(() => answerExcavation(facts))).toBe(expected);
  });

  it('counts inspection units where there is a site', () => {
    expect(logInspectionUnits({ numberOfSites: 1 })).toEqual(['inspection_units_logged']);
    expect(refusalOf(() => logInspectionUnits({ numberOfSites: 0 }))).toBe(
      'Inspection units can only be logged on works with at least one site',
    );
  });

  it('registers the final site where there is an excavation', () => {
    const excavated = { isStarted: true, hasExcavationSite: true };
    expect(registerFinalReinstatement(excavated)).toEqual(['final_reinstatement_updated']);
    expect(refusalOf(() => registerFinalReinstatement({ ...excavated, isStarted: false }))).toBe(
      'Final reinstatement can only be set once works start has been logged',
    );
    expect(refusalOf(() => registerFinalReinstatement({ ...excavated, hasExcavationSite: false }))).toBe(
      'Final reinstatement can only be set on works with at least one excavation site',
    );
  });
});
