import { body, fpnBody, inspectionBody } from '../testing/given';
import { streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

let number = 0;
const historic = (more: object = {}): object => ({
  promoter_swa_code: '4312',
  highway_authority_swa_code: '2845',
  works_coordinates: { type: 'Point', coordinates: [431881.5, 436121] },
  usrn: 8412007,
  historical_permit_reference: `old-Job_${(number += 1)}`,
  works_location_description: 'Outside number 18',
  work_start_date: '2018-03-05T00:00:00.000Z',
  work_end_date: '2018-03-09T00:00:00.000Z',
  ...more,
});

const kinds = {
  inspections: { record: inspectionBody, reference: 'inspection_reference_number', mark: 'INSP' },
  'fixed-penalty-notices': { record: fpnBody, reference: 'fpn_reference_number', mark: 'FPN' },
} as const;

type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

const post = (kind: Kind, more: object = {}, who: 'ellerdale' | 'marshfield' | 'northbeck' = 'ellerdale') =>
  api.as(who).post(`/historic-works/${kind}`, { ...kinds[kind].record(), ...historic(more) });

describe.each(names)('POST /historic-works/%s', (kind) => {
  const { reference, mark } = kinds[kind];
  const event = kind === 'inspections' ? 'inspection_passed' : 'fpn_submitted';

  it('makes a record of the works under the reference that they had', async () => {
    const { work_reference_number: wrn, ...rest } = body<Record<string, string>>(await post(kind), 201);
    expect(wrn).toMatch(/^OLD-JOB_\d+$/);
    expect(rest).toEqual({ [reference]: `${wrn}-${mark}-01` });
    const work = body<Record<string, unknown>>(await api.as('northbeck').get(`/works/${wrn}`), 200);
    expect(work).toMatchObject({
      work_status: 'historical',
      workstream_prefix: '000',
      promoter_organisation: 'NORTHBECK WATER',
      highway_authority: 'ELLERDALE COUNCIL',
      street_name: 'TANNERY LANE',
      works_location_description: 'Outside number 18',
      work_start_date: '2018-03-05T00:00:00.000Z',
      work_end_date: '2018-03-09T00:00:00.000Z',
      permits: [],
    });
    expect(work).not.toHaveProperty('active_permit');
    expect(work.history).toMatchObject([
      { event, object_reference: rest[reference] },
      { event: 'historic_works_record_created', topic: 'Work', object_reference: wrn },
    ]);
    const shown = body(await api.as('northbeck').get(`/works/${wrn}/${kind}/${rest[reference]}`), 200);
    expect(shown).toMatchObject({ [reference]: rest[reference], work_reference_number: wrn });
    expect((await api.as('contractor').get(`/works/${wrn}`)).status).toBe(401);
  });

  it('takes a reference once, in any case and from however many at once', async () => {
    const same = { historical_permit_reference: `Twice-${mark}` };
    const replies = await Promise.all([post(kind, same), post(kind, { historical_permit_reference: `TWICE-${mark}` })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await post(kind, same)).toMatchObject({ status: 409, body: { message: 'Conflict' } });
    const other = await given.work();
    expect((await post(kind, { historical_permit_reference: other.wrn })).status).toBe(409);
    expect(await given.events(`TWICE-${mark}`)).toEqual(['historic_works_record_created', event]);
  });

  it.each<[string, object, string]>([
    ['a reference that is too long', { historical_permit_reference: 'x'.repeat(25) }, 'historical_permit_reference'],
    ['a reference with a space', { historical_permit_reference: 'two words' }, 'historical_permit_reference'],
    ['no reference', { historical_permit_reference: null }, 'historical_permit_reference'],
    ['no place in words', { works_location_description: null }, 'works_location_description'],
    ['works to come', { work_start_date: '2026-11-23T00:00:00.000Z', work_end_date: null }, 'work_start_date'],
    ['works that go on', { work_end_date: '2026-11-23T00:00:00.000Z' }, 'work_end_date'],
    ['works that end before they begin', { work_end_date: '2018-03-01T00:00:00.000Z' }, 'work_end_date'],
    ['a street that is not known', { usrn: 8412999 }, 'usrn'],
    ['a place that is none', { works_coordinates: { type: 'Point', coordinates: [-1, 5] } }, 'works_coordinates'],
    ['a promoter that is not known', { promoter_swa_code: '4999' }, 'promoter_swa_code'],
    ['evidence without a file', { inspection_evidence: true, fpn_evidence: true }, 'file_ids'],
  ])('refuses %s, and makes no work', async (_, more, field) => {
    const wrong = { historical_permit_reference: `NOT-${mark}`, ...more } as Record<string, unknown>;
    delete wrong[kind === 'inspections' ? 'fpn_evidence' : 'inspection_evidence'];
    const reply = await post(kind, wrong);
    const [broken] = Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields);
    expect(broken).toMatch(new RegExp(`^${field}`));
    expect((await api.as('ellerdale').get(`/works/NOT-${mark}`)).status).toBe(404);
  });

  it("is for an authority's own works alone", async () => {
    expect((await post(kind, {}, 'marshfield')).status).toBe(401);
    expect((await post(kind, {}, 'northbeck')).status).toBe(401);
  });

  it('is followed by more on the same works', async () => {
    const { work_reference_number: wrn } = body<Record<string, string>>(await post(kind), 201);
    expect(await given.inspection({ wrn: wrn! })).toBe(`${wrn}-INSP-0${kind === 'inspections' ? 2 : 1}`);
    expect(await given.fpn({ wrn: wrn! })).toBe(`${wrn}-FPN-0${kind === 'inspections' ? 1 : 2}`);
  });
});

describe('a historic inspection that failed', () => {
  it('names its sites in words', async () => {
    const reasons = [
      { failure_reason: 'reinstatement_verge', site_name: 'By the gate', details: 'Sunk' },
      { failure_reason: 'reinstatement_crowning', details: 'Too high' },
    ];
    const reply = await post('inspections', {
      inspection_type: 'reinstatement',
      inspection_category: 'c',
      inspection_outcome: 'failed_low',
      failure_reason_details: reasons,
    });
    const { work_reference_number: wrn, inspection_reference_number: reference } = body<Record<string, string>>(
      reply,
      201,
    );
    const shown = body(await api.as('ellerdale').get(`/works/${wrn}/inspections/${reference}`), 200);
    expect(shown.failure_reason_details).toEqual(
      reasons.map((reason) => ({ ...reason, failure_reason_string: reason.failure_reason })),
    );
  });

  it('numbers no sites', async () => {
    const reply = await post('inspections', {
      inspection_outcome: 'failed_low',
      failure_reason_details: [{ failure_reason: 'live_site_barriers', site_numbers: [1], details: 'x' }],
    });
    const fields = body<{ error: { fields: object } }>(reply, 400).error.fields;
    expect(Object.keys(fields)).toEqual(['failure_reason_details[0].site_numbers']);
  });

  it('schedules a reinspection', async () => {
    const reply = await post('inspections', { reinspection_date: '2026-11-24T00:00:00.000Z' });
    const { work_reference_number: wrn } = body<Record<string, string>>(reply, 201);
    expect(await given.events(wrn!)).toEqual([
      'historic_works_record_created',
      'inspection_passed',
      'scheduled_inspection_created',
    ]);
  });
});
