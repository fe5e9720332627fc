import { body, inspectionBody } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();

const failed = (more: object = {}): object => ({
  inspection_outcome: 'failed_high',
  failure_reason_details: [{ failure_reason: 'live_site_barriers', details: 'Gap at the excavation' }],
  was_call_logged: true,
  call_logged_to: 'Northbeck control room',
  call_logged_reference: 'C-55120',
  call_logged_summary: 'Crew asked to close the gap',
  defect_fixed_on_site: 'yes_by_onsite_members',
  ...more,
});

const show = async (wrn: string, reference: string) =>
  body(await api.as('northbeck').get(`/works/${wrn}/inspections/${reference}`), 200);

describe('POST /works/{workReferenceNumber}/inspections', () => {
  const post = async (wrn: string, more: object = {}) =>
    api.as('ellerdale').post(`/works/${wrn}/inspections`, inspectionBody(more));

  it('records an inspection, which both parties can read in full', async () => {
    const { wrn } = await given.work();
    const file = await given.file('gap.pdf', 'ellerdale');
    const more = {
      inspector_name: 'J Okoro',
      additional_comments: 'Rain',
      inspection_evidence: true,
      file_ids: [file],
    };
    const reply = await post(wrn, failed({ ...more, made_safe_by_ha: true, internal_user_name: 'Desk 4' }));
    expect(body(reply, 201)).toEqual({ inspection_reference_number: `${wrn}-INSP-01` });
    expect(await show(wrn.toLowerCase(), `${wrn}-insp-01`)).toEqual({
      inspection_reference_number: `${wrn}-INSP-01`,
      work_reference_number: wrn,
      inspection_type: 'live_site',
      inspection_type_string: 'live_site',
      inspection_category: 'a',
      inspection_category_string: 'a',
      inspection_outcome: 'failed_high',
      inspection_outcome_string: 'failed_high',
      inspection_status: 'recorded',
      inspection_status_string: 'recorded',
      inspection_start_date: '2026-11-20T09:00:00.000Z',
      failure_reason_details: [
        {
          failure_reason: 'live_site_barriers',
          failure_reason_string: 'live_site_barriers',
          details: 'Gap at the excavation',
        },
      ],
      was_call_logged: true,
      call_logged_to: 'Northbeck control room',
      call_logged_reference: 'C-55120',
      call_logged_summary: 'Crew asked to close the gap',
      defect_fixed_on_site: 'yes_by_onsite_members',
      defect_fixed_on_site_string: 'yes_by_onsite_members',
      additional_comments: 'Rain',
      made_safe_by_ha: true,
      username: 'j.okoro@ellerdale.example',
      inspector_name: 'J Okoro',
      files: [{ file_id: file, name: 'gap.pdf' }],
      promoter_organisation: 'NORTHBECK WATER',
      highway_authority: 'ELLERDALE COUNCIL',
      date_created: START,
      date_modified: START,
    });
    const work = body<Record<string, object[]>>(await api.as('ellerdale').get(`/works/${wrn}`), 200);
    expect(work.inspections).toMatchObject([
      {
        inspection_reference_number: `${wrn}-INSP-01`,
        inspection_date: '2026-11-20T09:00:00.000Z',
        inspection_response_type: 'inspection',
        inspection_status: 'recorded',
        inspection_outcome: 'failed_high',
      },
    ]);
    expect(work.history![0]).toMatchObject({
      event: 'inspection_failed',
      topic: 'Inspection',
      object_reference: `${wrn}-INSP-01`,
      username: 'officer@ellerdale.example',
      internal_user_name: 'Desk 4',
    });
  });

  it('names the sites that failed, as they are described now', async () => {
    const work = await given.startedWork();
    const site = await given.site(work);
    const reason = { failure_reason: 'reinstatement_ironwork_apparatus', details: 'Cover sits low' };
    const request = {
      inspection_type: 'reinstatement',
      inspection_category: 'b',
      inspection_outcome: 'failed_low',
      failure_reason_details: [{ ...reason, site_numbers: [site, site] }],
    };
    const reference = await given.inspection(work, request);
    expect((await show(work.wrn, reference)).failure_reason_details).toMatchObject([
      { ...reason, sites: [{ site_number: site, site_description: expect.any(String) }] },
    ]);
    for (const [sites, field] of [
      [undefined, 'failure_reason_details[0].site_numbers'],
      [[], 'failure_reason_details[0].site_numbers'],
      [[site, 7], 'failure_reason_details[0].site_numbers[1]'],
    ] as const) {
      const refused = await post(work.wrn, {
        ...request,
        failure_reason_details: [{ ...reason, site_numbers: sites }],
      });
      expect(Object.keys(refused.body.error.fields)).toEqual([field]);
    }
  });

  it('is recorded of apparatus under section 81, which has no category', async () => {
    const notice = await api.as('ellerdale').post('/section-81-works/section-81s', {
      promoter_swa_code: '4312',
      highway_authority_swa_code: '2845',
      works_coordinates: { type: 'Point', coordinates: [431881.5, 436121] },
      usrn: 8412007,
      location_description: 'Outside number 18',
      location_types: ['footway'],
      inspection_date: '2026-11-20T00:00:00.000Z',
      section_81_type: 'cabinet',
      section_81_severity: 'high',
      made_safe_by_ha: true,
      additional_details: 'The door hangs open',
      section_81_evidence: false,
    });
    const { work_reference_number: wrn } = body<Record<string, string>>(notice, 201);
    const reference = await given.inspection(
      { wrn: wrn! },
      {
        inspection_type: 'section_81',
        inspection_category: null,
        inspection_outcome: 'failed_high',
        made_safe_by_ha: false,
      },
    );
    expect(reference).toBe(`${wrn}-INSP-01`);
    const shown = await show(wrn!, reference);
    expect(shown).toMatchObject({ inspection_type: 'section_81', made_safe_by_ha: false });
    expect(shown).not.toHaveProperty('inspection_category');
    expect(shown).not.toHaveProperty('inspection_category_string');
    expect((await given.events(wrn!)).at(-1)).toBe('inspection_failed');
  });

  it('counts the inspections of a work, whatever its status', async () => {
    const work = await given.work();
    await api.as('northbeck').put(`/works/${work.wrn}/permits/${work.prn}/status`, { permit_status: 'cancelled' });
    expect(await given.inspection(work)).toBe(`${work.wrn}-INSP-01`);
    expect(await given.inspection(work)).toBe(`${work.wrn}-INSP-02`);
  });

  it('gives two officers at once two numbers', async () => {
    const { wrn } = await given.work();
    const replies = await Promise.all([post(wrn), post(wrn)]);
    expect(replies.map((reply) => reply.body.inspection_reference_number).sort()).toEqual([
      `${wrn}-INSP-01`,
      `${wrn}-INSP-02`,
    ]);
  });

  it('says the same to the same key, and records once', async () => {
    const { wrn } = await given.work();
    const headers = { 'Idempotency-Key': 'inspected-once' };
    for (const replayed of [null, 'true']) {
      const reply = await api.as('ellerdale').post(`/works/${wrn}/inspections`, inspectionBody(), headers);
      expect(body(reply, 201)).toEqual({ inspection_reference_number: `${wrn}-INSP-01` });
      expect(reply.headers.get('idempotent-replayed')).toBe(replayed);
    }
    expect((await given.events(wrn)).filter((event) => event === 'inspection_passed')).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['an inspection to come', { inspection_start_date: '2026-11-20T10:01:00.000Z' }, 'inspection_start_date'],
    ['a category that is missing', { inspection_category: null }, 'inspection_category'],
    ['a failure without a reason', failed({ failure_reason_details: [] }), 'failure_reason_details'],
    [
      'a reason of another type',
      failed({ failure_reason_details: [{ failure_reason: 'reinstatement_verge', details: 'x' }] }),
      'failure_reason_details[0].failure_reason',
    ],
    [
      'a reason without details',
      failed({ failure_reason_details: [{ failure_reason: 'live_site_barriers' }] }),
      'failure_reason_details[0].details',
    ],
    ['a high risk without the call', failed({ was_call_logged: null }), 'was_call_logged'],
    ['a high risk without the defect', failed({ defect_fixed_on_site: null }), 'defect_fixed_on_site'],
    ['a call to nobody', failed({ call_logged_to: ' ' }), 'call_logged_to'],
    ['a call without its reference', failed({ call_logged_reference: null }), 'call_logged_reference'],
    ['a call without its summary', failed({ call_logged_summary: null }), 'call_logged_summary'],
    [
      'no word on what hindered it',
      { inspection_outcome: 'unable_to_complete_inspection' },
      'inspection_outcome_details',
    ],
    [
      'no word on a condition broken',
      { inspection_category: 'conditions', inspection_outcome: 'non_compliant_with_conditions' },
      'inspection_outcome_details',
    ],
    [
      'apparatus left as it was found',
      { inspection_type: 'section_81', inspection_category: null, inspection_outcome: 'failed_low' },
      'made_safe_by_ha',
    ],
    ['evidence without a file', { inspection_evidence: true }, 'file_ids'],
    ['a file that nobody uploaded', { file_ids: [999_999] }, 'file_ids[0]'],
    ['a reinspection in the past', { reinspection_date: '2026-11-19T00:00:00.000Z' }, 'reinspection_date'],
    [
      'a reinspection on two days',
      { reinspection_date: '2026-11-23T00:00:00.000Z', reinspection_date_time: '2026-11-24T09:00:00.000Z' },
      'reinspection_date_time',
    ],
    [
      'a reinspection of no kind',
      {
        reinspection_date: '2026-11-23T00:00:00.000Z',
        reinspection_type: 'reinstatement',
        reinspection_category: 'a',
      },
      'reinspection_category',
    ],
    ['a user whose name is too long', { username: 'x'.repeat(51) }, 'username'],
    ['a member that is not known', { score: 3 }, 'score'],
  ])('refuses %s, and records nothing', async (_, more, field) => {
    const { wrn } = await given.work();
    const reply = await post(wrn, more);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
    expect(await given.events(wrn)).toEqual(['planned_works_record_created', 'permit_submitted']);
    expect(await given.inspection({ wrn })).toBe(`${wrn}-INSP-01`);
  });

  it('takes a file only once, and otherwise records nothing', async () => {
    const { wrn } = await given.work();
    const file = await given.file('gap.pdf', 'ellerdale');
    await given.inspection({ wrn }, { inspection_evidence: true, file_ids: [file] });
    expect(await post(wrn, { inspection_evidence: true, file_ids: [file] })).toMatchObject({
      status: 412,
      body: { message: 'A file can only be associated with one section of Street Manager' },
    });
    expect((await api.as('ellerdale').get(`/works/${wrn}/inspections/${wrn}-INSP-02`)).status).toBe(404);
  });

  it.each([
    ['nobody', 'Authentication failed'],
    ['northbeck', 'Access restricted'],
    ['marshfield', 'Access restricted'],
    ['admin', 'Access restricted'],
  ] as const)('is refused to %s: %s', async (who, message) => {
    const { wrn } = await given.work();
    expect(await api.as(who).post(`/works/${wrn}/inspections`, inspectionBody())).toMatchObject({
      status: 401,
      body: { message, error: { status: 401 } },
    });
  });

  it('knows no work that there is not', async () => {
    expect((await post('NB00100000000')).status).toBe(404);
  });
});

describe('GET /works/{workReferenceNumber}/inspections/{inspectionReferenceNumber}', () => {
  it('is a JSON:API document to whoever accepts that', async () => {
    const { wrn } = await given.work();
    const file = await given.file('gap.pdf', 'ellerdale');
    const reference = await given.inspection({ wrn }, { inspection_evidence: true, file_ids: [file] });
    const path = `/works/${wrn}/inspections/${reference}`;
    const reply = await api.as('northbeck').get(`${path}?include=files`, { Accept: 'application/vnd.api+json' });
    expect(reply.body).toMatchObject({
      data: {
        type: 'inspections',
        id: reference,
        attributes: { inspection_outcome: 'passed', work_reference_number: wrn },
        relationships: {
          work: { data: { type: 'works', id: wrn } },
          files: { data: [{ type: 'files', id: String(file) }] },
        },
      },
      included: [{ type: 'files', id: String(file), attributes: { name: 'gap.pdf' } }],
    });
    expect(reply.body.data.attributes).not.toHaveProperty('files');
  });

  it('is for the parties of the work alone', async () => {
    const { wrn } = await given.work();
    const path = `/works/${wrn}/inspections/${await given.inspection({ wrn })}`;
    expect((await api.as('contractor').get(path)).status).toBe(200);
    for (const who of ['southgate', 'marshfield', 'nobody'] as const) {
      expect((await api.as(who).get(path)).status).toBe(401);
    }
    const other = await given.work();
    expect((await api.as('northbeck').get(`/works/${other.wrn}/inspections/${wrn}-INSP-01`)).status).toBe(404);
  });
});

describe('PUT …/withdraw', () => {
  const reason = { reason_for_withdrawal: 'wrong_details', withdrawal_details: 'Another street' };

  it('takes an inspection back, once', async () => {
    const { wrn } = await given.work();
    const path = `/works/${wrn}/inspections/${await given.inspection({ wrn })}`;
    await api.moveTo({ now: '2026-11-20T11:00:00.000Z' });
    const replies = await Promise.all([0, 1].map(() => api.as('ellerdale').put(`${path}/withdraw`, reason)));
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect(replies.find(({ status }) => status === 412)!.body.message).toBe(
      'An inspection that is withdrawn can not be withdrawn',
    );
    expect(body(await api.as('northbeck').get(path), 200)).toMatchObject({
      inspection_status: 'withdrawn',
      inspection_reason_for_withdrawal: 'wrong_details',
      inspection_reason_for_withdrawal_string: 'wrong_details',
      withdrawal_details: 'Another street',
      date_created: START,
      date_modified: '2026-11-20T11:00:00.000Z',
    });
    const { history } = body<{ history: object[] }>(await api.as('northbeck').get(`/works/${wrn}`), 200);
    expect(history[0]).toMatchObject({
      event: 'inspection_withdrawn',
      topic: 'Inspection',
      object_reference: `${wrn}-INSP-01`,
      details: 'Inspection withdrawn: Another street',
    });
    expect(history).toHaveLength(4);
  });

  it.each([
    ['a reason that is not known', { ...reason, reason_for_withdrawal: 'regret' }, 'reason_for_withdrawal'],
    ['no details', { reason_for_withdrawal: 'other' }, 'withdrawal_details'],
  ])('refuses %s', async (_, request, field) => {
    const { wrn } = await given.work();
    const path = `/works/${wrn}/inspections/${await given.inspection({ wrn })}`;
    const reply = await api.as('ellerdale').put(`${path}/withdraw`, request);
    expect(Object.keys(body<{ error: { fields: object } }>(reply, 400).error.fields)).toEqual([field]);
    expect(body(await api.as('northbeck').get(path), 200).inspection_status).toBe('recorded');
  });

  it('is for the authority of the work alone', async () => {
    const { wrn } = await given.work();
    const path = `/works/${wrn}/inspections/${await given.inspection({ wrn })}`;
    for (const who of ['northbeck', 'marshfield'] as const) {
      expect((await api.as(who).put(`${path}/withdraw`, reason)).status).toBe(401);
    }
    expect((await api.as('ellerdale').put(`/works/${wrn}/inspections/${wrn}-INSP-09/withdraw`, reason)).status).toBe(
      404,
    );
  });
});
