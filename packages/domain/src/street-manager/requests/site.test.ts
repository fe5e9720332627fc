import type { ReinstatementContext, ReinstatementRequest } from './reinstatement';
import { checkReinstatement } from './reinstatement';
import { excavation, nonNotifiableSite, now, point, told } from './requests.fixture';
import { checkNonNotifiableSite, checkSite } from './site';
import type { NonNotifiableSiteRequest, SiteRequest } from './site';

const works = { now, earliestStart: new Date('2021-08-16T09:00:00Z'), actualStop: null };
const stopped = { ...works, actualStop: new Date('2021-08-16T17:00:00Z') };
const measures = ['depth', 'length', 'width', 'final_reinstatement'] as const;
const none = Object.fromEntries(measures.map((member) => [member, null]));

describe('the rules of a site', () => {
  it.each<[string, SiteRequest, string[], Omit<ReinstatementContext, 'type'>?]>([
    ['an excavation without measures', none, measures.map((member) => `${member} required`)],
    ['an excavation of no size', { depth: 0, length: 0, width: 0 }, []],
    ['holes without their number', { reinstatement_type: 'bar_holes' }, ['number_of_holes required']],
    ['holes without measures', { ...none, reinstatement_type: 'core_holes', number_of_holes: 0 }, []],
    ['three decimals', { depth: 0.125, width: 0.12 }, ['depth decimals']],
    ['tomorrow', { reinstatement_date: '2021-08-18T00:00:00Z' }, ['reinstatement_date past']],
    ['the day of the start', { reinstatement_date: '2021-08-16T00:00:00Z' }, []],
    ['the day before the start', { reinstatement_date: '2021-08-15T00:00:00Z' }, ['reinstatement_date before_start']],
    [
      'the day before, nothing started',
      { reinstatement_date: '2021-08-15T00:00:00Z' },
      [],
      { ...works, earliestStart: null },
    ],
    ['the day of the stop', { reinstatement_date: '2021-08-16T00:00:00Z' }, [], stopped],
    [
      'the day after the stop',
      { reinstatement_date: '2021-08-17T00:00:00Z' },
      ['reinstatement_date after_stop'],
      stopped,
    ],
    ['evidence without files', { reinstatement_evidence: true }, ['file_ids required']],
    ['evidence with an empty list', { reinstatement_evidence: true, file_ids: [] }, ['file_ids required']],
    ['evidence', { reinstatement_evidence: true, file_ids: [1] }, []],
    ['a place that is none', { reinstatement_coordinates: {} }, ['reinstatement_coordinates invalid_geometry']],
    [
      'a second place that is none',
      { secondary_reinstatement_coordinates: 1 },
      ['secondary_reinstatement_coordinates invalid_geometry'],
    ],
    ['a second place', { secondary_reinstatement_coordinates: point }, []],
  ])('%s', (_, change, expected, context = works) => {
    expect(told(checkSite({ ...excavation, ...change }, context))).toEqual(expected);
  });
});

describe('the rules of a later reinstatement', () => {
  it.each<[string, ReinstatementRequest, ReinstatementContext['type'], string[]]>([
    ['of an excavation', { depth: null }, 'excavation', ['depth required']],
    ['of holes', {}, 'pole_testing', ['number_of_holes required']],
  ])('%s', (_, change, type, expected) => {
    expect(told(checkReinstatement({ ...excavation, ...change }, { ...works, type }))).toEqual(expected);
  });
});

describe('the rules of works without notice', () => {
  it.each<[string, Partial<NonNotifiableSiteRequest>, string[]]>([
    ['an excavation', { reinstatement_type: 'excavation' }, ['reinstatement_type not_allowed']],
    ['no number of holes', { number_of_holes: null }, ['number_of_holes required']],
    ['the default workstream', { workstream_prefix: '000' }, []],
    ['long ago', { reinstatement_date: '2001-01-01T00:00:00Z' }, []],
    ['tomorrow', { reinstatement_date: '2021-08-18T00:00:00Z' }, ['reinstatement_date past']],
    ['a street that is none', { usrn: 3 }, ['usrn usrn']],
  ])('%s', (_, change, expected) => {
    expect(told(checkNonNotifiableSite({ ...nonNotifiableSite, ...change }, { now }))).toEqual(expected);
  });
});
