import { checkPermitApplication, checkWorkApplication } from './permit-application';
import type { PermitApplication, WorkApplication } from './permit-application';
import { now, permit, told, work } from './requests.fixture';

const hs2Works: Partial<WorkApplication> = { promoter_swa_code: '7374', permit_conditions: [], permit_asds: [] };
const highway = { work_type: 'hs2_highway_works', is_ttro_required: null } as const;

describe('the rules of a new work', () => {
  it.each<[string, Partial<WorkApplication>, string[]]>([
    ['the default workstream', { workstream_prefix: '000' }, ['workstream_prefix default_workstream']],
    ['no workstream', { workstream_prefix: null }, []],
    ['a USRN that is none', { usrn: 100_000 }, ['usrn usrn']],
    ['a place that is none', { works_coordinates: 'here' }, ['works_coordinates invalid_geometry']],
    [
      'further USRNs that are none',
      { hs2_additional_usrns: [8412007, 1, undefined as never, 2.5] },
      ['hs2_additional_usrns[1] usrn', 'hs2_additional_usrns[3] usrn'],
    ],
    ['HS2 silent about its limits', hs2Works, ['hs2_in_act_limits required']],
    ['HS2 out of its limits', { ...hs2Works, hs2_in_act_limits: false }, []],
    ['HS2 street works in its limits', { ...hs2Works, hs2_in_act_limits: true }, []],
    [
      'HS2 highway works in limits',
      { ...hs2Works, ...highway, hs2_in_act_limits: true },
      ['hs2_highway_exemption required'],
    ],
    [
      'HS2 highway works with an exemption',
      { ...hs2Works, ...highway, hs2_in_act_limits: true, hs2_highway_exemption: 'none_applicable' },
      [],
    ],
    ['HS2 highway works out of limits', { ...hs2Works, ...highway, hs2_in_act_limits: false }, []],
    ['another promoter that mentions limits', { hs2_in_act_limits: true }, []],
    ['immediate works without a time', { work_type: 'immediate', immediate_risk: true }, []],
  ])('%s', (_, change, expected) => {
    expect(told(checkWorkApplication({ ...work, ...change }, { now, earlyStart: false }))).toEqual(expected);
  });
});

describe('the rules of a further permit', () => {
  it.each<[string, Partial<PermitApplication>, string, string[]]>([
    ['the default workstream', { workstream_prefix: '000' }, '4312', ['workstream_prefix default_workstream']],
    [
      'immediate works without a time',
      { work_type: 'immediate', immediate_risk: true },
      '4312',
      ['proposed_start_time required'],
    ],
    ['HS2 silent about its limits', { permit_conditions: [], permit_asds: [] }, '7374', ['hs2_in_act_limits required']],
  ])('%s', (_, change, promoterSwaCode, expected) => {
    const context = { now, earlyStart: false, promoterSwaCode };
    expect(told(checkPermitApplication({ ...permit, ...change }, context))).toEqual(expected);
  });
});
