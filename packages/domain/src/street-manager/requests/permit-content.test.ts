import { checkPermitContent } from './permit-content';
import type { PermitContent, PermitContext } from './permit-content';
import { now, permit, told } from './requests.fixture';

const promoter: PermitContext = {
  now,
  earlyStart: false,
  immediateNeedsStartTime: false,
  promoterSwaCode: '4312',
};
const hs2: PermitContext = { ...promoter, promoterSwaCode: '7374' };
const inLimits: PermitContext = { ...hs2, inActLimits: true };
const bare = { permit_conditions: [], permit_asds: [] };

describe('the rules of the content of a permit', () => {
  it.each<[string, PermitContent, PermitContext, string[]]>([
    ['planned, nothing said of a TTRO', { is_ttro_required: null }, promoter, ['is_ttro_required required']],
    ['immediate, nothing said of a risk', { work_type: 'immediate' }, promoter, ['immediate_risk required']],
    ['immediate with a risk', { work_type: 'immediate', immediate_risk: false, is_ttro_required: null }, promoter, []],
    [
      'collaboration without its kind',
      { collaborative_working: true },
      promoter,
      ['collaboration_type required', 'collaboration_details required'],
    ],
    [
      'collaboration with blank details',
      { collaborative_working: true, collaboration_type: 'other', collaboration_details: ' ' },
      promoter,
      ['collaboration_details required'],
    ],
    [
      'a condition twice',
      { permit_conditions: [{ condition: 'NCT02a' }, { condition: 'NCT11a' }, { condition: 'NCT02a', comment: 'x' }] },
      promoter,
      ['permit_conditions[2].condition not_unique'],
    ],
    [
      'a condition whose name was not one',
      { permit_conditions: [{}, { comment: 'x' }, undefined as never] },
      promoter,
      [],
    ],
    [
      'a designation without a real date',
      { permit_asds: [{}, { special_desig_end_date: '0000-01-01T00:00:00Z' }] },
      promoter,
      ['permit_asds[1].special_desig_end_date not_a_date'],
    ],
    [
      'a place off the grid',
      { works_coordinates: { type: 'Point', coordinates: [-1, 1] } },
      promoter,
      ['works_coordinates invalid_geometry'],
    ],
    ['HS2 highway works of another', { work_type: 'hs2_highway_works' }, promoter, ['work_type not_hs2']],
    [
      'locations that are for HS2',
      { location_types: ['verge', 'taxi_rank', 'parking_place'] },
      promoter,
      ['location_types[1] not_hs2', 'location_types[2] not_hs2'],
    ],
    ['the same of HS2', { location_types: ['verge', 'taxi_rank'] }, hs2, []],
    ['the same of nobody yet', { location_types: ['taxi_rank'] }, { ...promoter, promoterSwaCode: undefined }, []],
    [
      'HS2 highway works with conditions',
      { work_type: 'hs2_highway_works' },
      hs2,
      ['permit_conditions not_taken', 'permit_asds not_taken'],
    ],
    ['HS2 street works in limits with them', {}, inLimits, ['permit_conditions not_taken', 'permit_asds not_taken']],
    ['HS2 street works out of limits with them', {}, { ...hs2, inActLimits: false }, []],
    ['HS2 highway works without them', { work_type: 'hs2_highway_works', ...bare }, hs2, []],
    ['the limits of HS2 for another promoter', {}, { ...promoter, inActLimits: true }, []],
    [
      'a response date that is over',
      { hs2_consultation_requested_response_date: '2021-08-16T00:00:00Z' },
      hs2,
      ['hs2_consultation_requested_response_date today_or_later'],
    ],
    ['a response date of today', { hs2_consultation_requested_response_date: '2021-08-17T00:00:00Z' }, hs2, []],
    [
      'one that is over and stays',
      { hs2_consultation_requested_response_date: '2021-08-16T00:00:00Z' },
      { ...hs2, currentResponseDate: new Date('2021-08-16') },
      [],
    ],
  ])('%s', (_, change, context, expected) => {
    expect(told(checkPermitContent({ ...permit, ...change }, context))).toEqual(expected);
  });
});
