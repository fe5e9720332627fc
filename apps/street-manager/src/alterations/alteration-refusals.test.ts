import { body } from '../testing/given';
import type { GivenWork } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const FURTHER_END = { proposed_end_date: '2026-12-16T00:00:00.000Z' };
const HS2 = { promoter_swa_code: '7374', hs2_in_act_limits: true, permit_conditions: [], permit_asds: [] };

const propose = async (work: GivenWork, more: object, who: Who) =>
  api.as(who).post(`/works/${work.wrn}/permits/${work.prn}/alterations`, await given.alterationBody(work, more));

describe('an alteration that the state of its permit forbids', () => {
  const cancelled = async () => {
    const work = await given.work();
    body(
      await api.as('northbeck').put(`/works/${work.wrn}/permits/${work.prn}/status`, { permit_status: 'cancelled' }),
      204,
    );
    return work;
  };
  const withPending = async () => {
    const work = await given.grantedWork();
    await given.alteration(work);
    return work;
  };
  const assessed = async (assessment: object) => {
    const work = await given.work();
    await given.assess(work, assessment);
    return work;
  };
  const refusal = { assessment_status: 'refused', reasons_for_refusal: ['RC10'], additional_comments: 'no' };
  const revoked = async () => {
    const work = await given.grantedWork();
    await given.assess(work, { assessment_status: 'revoked', revoke_reason: 'a festival' });
    return work;
  };

  it.each<[string, () => Promise<GivenWork>, Who, object, string]>([
    [
      'of a PAA',
      () =>
        given.work({
          is_ttro_required: true,
          proposed_start_date: '2027-03-01T00:00:00Z',
          proposed_end_date: '2027-03-02T00:00:00Z',
        }),
      'northbeck',
      {},
      'A PAA can not be altered',
    ],
    [
      'of a refused permit',
      () => assessed(refusal),
      'northbeck',
      {},
      'A permit with a status of refused can not be altered',
    ],
    ['of a cancelled permit', cancelled, 'northbeck', {}, 'A permit with a status of cancelled can not be altered'],
    ['of a revoked permit', revoked, 'northbeck', {}, 'A permit with a status of revoked can not be altered'],
    ['beside a pending one', withPending, 'northbeck', {}, 'A permit can only have one pending permit alteration'],
    [
      'of the work type',
      () => given.grantedWork(),
      'northbeck',
      { work_type: 'immediate', immediate_risk: true, proposed_start_time: '2026-12-07T08:00:00Z' },
      'The work type of a permit can not be altered',
    ],
    [
      'of the start after the start',
      () => given.startedWork(),
      'northbeck',
      { proposed_start_date: '2026-12-08T00:00:00Z' },
      'The proposed start date can not be altered once works start has been logged',
    ],
    [
      'into major works',
      () => given.work(),
      'northbeck',
      { is_ttro_required: true },
      'A standard permit can not be altered to major works before works start has been logged',
    ],
    [
      'by the authority of a submitted permit',
      () => given.work(),
      'ellerdale',
      {},
      'A HA can only imposed changes on a granted permit',
    ],
    [
      'by the authority of more than conditions',
      () => given.grantedWork(),
      'ellerdale',
      { additional_info: 'x' },
      'A HA can only impose changes on the permit conditions',
    ],
    [
      'by the authority beside a pending one',
      withPending,
      'ellerdale',
      {},
      'A HA can not impose changes while a permit alteration is pending',
    ],
    [
      'by the authority of HS2 works',
      () => given.work(HS2, 'railway'),
      'ellerdale',
      {},
      'A HA can not impose changes on a HS2 permit',
    ],
  ])('%s is refused', async (_, make, who, change, message) => {
    const work = await make();
    const before = await given.permit(work);
    expect(await propose(work, change, who)).toMatchObject({ status: 412, body: { message, error: { status: 412 } } });
    expect(await given.permit(work)).toEqual(before);
  });

  it('may lift works that go on to major ones', async () => {
    const alteration = await given.alteration(await given.startedWork(), {
      proposed_end_date: '2026-12-31T00:00:00.000Z',
    });
    await given.answer(alteration, { alteration_status: 'granted', assessment_discount: 0 });
    expect(await given.permit(alteration)).toMatchObject({ work_category: 'major', permit_status: 'granted' });
  });
});

describe('a change that the authority imposes', () => {
  const conditions = { permit_conditions: [{ condition: 'NCT06a' }] };

  it.each<[string, object]>([
    ['in other words for the same instants', { proposed_start_date: '2026-12-07T01:00:00+01:00' }],
    ['with a list in another order', { location_types: ['footway', 'carriageway'] }],
    [
      'without what it leaves alone',
      { additional_info: undefined, works_coordinates: undefined, permit_asds: undefined },
    ],
    ['with the designation in few words', { permit_asds: [{ street_special_desig_code: 2 }] }],
  ])('repeats the permit %s', async (_, words) => {
    const work = await given.grantedWork({ additional_info: 'Noisy', permit_asds: [{ street_special_desig_code: 2 }] });
    await given.alteration(work, { ...conditions, ...words }, 'ellerdale');
    expect(await given.permit(work)).toMatchObject({
      additional_info: 'Noisy',
      permit_asds: [{ street_special_desig_code: 2, special_desig_start_time: 700 }],
      permit_conditions: [
        { condition: 'NCT01a' },
        { condition: 'NCT01b' },
        { condition: 'NCT06a' },
        { condition: 'NCT11a' },
      ],
    });
  });

  it.each<[string, object]>([
    ['another end', FURTHER_END],
    ['another place', { works_coordinates: { type: 'Point', coordinates: [431880, 436120] } }],
    ['files', { file_ids: [1] }],
    ['a designation', { permit_asds: [{ street_special_desig_code: 2 }] }],
  ])('has no %s', async (_, change) => {
    const work = await given.grantedWork();
    expect((await propose(work, { ...conditions, ...change }, 'ellerdale')).status).toBe(412);
  });
});
