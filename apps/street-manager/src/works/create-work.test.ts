import { body, immediateBody, workBody } from '../testing/given';
import { START, streetManager } from '../testing/street-manager';

const { api, given } = streetManager();
const post = (more: object = {}) => api.as('northbeck').post('/works', workBody(more));

describe('POST /works', () => {
  it('makes a work and its first permit, worked out as the published example', async () => {
    const work = await given.work();
    expect(work.wrn).toMatch(/^NB001\d{8}$/);
    expect(work.prn).toBe(`${work.wrn}-01`);
    const permit = await given.permit(work);
    expect(permit).toMatchObject({
      permit_status: 'submitted',
      permit_status_string: 'submitted',
      work_status: 'planned',
      work_category: 'standard',
      calendar_day_duration: 8,
      working_day_duration: 6,
      validity_period_end_date: '2026-12-11T00:00:00.000Z',
      deadline_date: '2026-11-26T16:30:00.000Z',
      is_early_start: false,
      sliding_end_date_candidate: true,
      promoter_organisation: 'NORTHBECK WATER',
      highway_authority: 'ELLERDALE COUNCIL',
      street_name: 'TANNERY LANE',
      road_category: 4,
      date_created: START,
    });
    expect(permit.permit_conditions).toEqual([
      { condition: 'NCT01a', condition_string: 'NCT01a' },
      { condition: 'NCT01b', condition_string: 'NCT01b' },
      { condition: 'NCT02a', condition_string: 'NCT02a', comment: '09:30 to 15:30 only' },
      { condition: 'NCT11a', condition_string: 'NCT11a' },
    ]);
    expect(permit.permit_not_selected_asds).toMatchObject([
      {
        street_special_desig_code: 2,
        street_special_desig_code_string: 'traffic_sensitive',
        special_desig_start_time: 700,
      },
    ]);
    expect(permit).not.toHaveProperty('assessment_status');
  });

  it('shows the work with its permit and what happened', async () => {
    const { wrn, prn } = await given.work();
    const work = body(await api.as('ellerdale').get(`/works/${wrn}`), 200);
    expect(work).toMatchObject({
      work_reference_number: wrn,
      work_status: 'planned',
      work_start_date: '2026-12-07T00:00:00.000Z',
      active_permit: { permit_reference_number: prn },
      permits: [{ permit_reference_number: prn, permit_status: 'submitted' }],
      sites: [],
      number_of_sites: 0,
    });
    expect(work.history).toMatchObject([
      { event: 'permit_submitted', topic: 'Application', object_reference: prn, username: 'planner@northbeck.example' },
      { event: 'planned_works_record_created', topic: 'Work', object_reference: wrn },
    ]);
  });

  it('logs the start of immediate works with them', async () => {
    const work = await given.immediateWork();
    expect(await given.permit(work)).toMatchObject({
      work_status: 'in_progress',
      work_category: 'immediate_urgent',
      actual_start_date: START,
    });
    expect(await given.events(work.wrn)).toEqual(['in_progress_works_record_created', 'permit_submitted']);
  });

  it('keeps the reference that was asked for, in capitals, once', async () => {
    expect((await post({ work_reference_number: 'nb-Job_7' })).body).toEqual({
      work_reference_number: 'NB-JOB_7',
      permit_reference_number: 'NB-JOB_7-01',
    });
    expect(await post({ work_reference_number: 'NB-job_7' })).toMatchObject({
      status: 409,
      body: { message: 'Conflict', error: { status: 409 } },
    });
  });

  it('gives the same key the same work', async () => {
    const headers = { 'Idempotency-Key': 'the-same-key' };
    const [first, second] = [
      await api.as('northbeck').post('/works', workBody(), headers),
      await api.as('northbeck').post('/works', workBody(), headers),
    ];
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('names every broken field, of the contract and of the rules, and makes nothing', async () => {
    const reply = await post({
      secondary_contact: 'x'.repeat(101),
      work_type: 'planned',
      is_ttro_required: null,
      collaborative_working: true,
      location_types: ['footway', 'moon'],
      proposed_end_date: '2026-12-01T00:00:00.000Z',
      nonsense: 1,
    });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        message: 'Validation failed',
        error: {
          status: 400,
          fields: {
            secondary_contact: { message: 'must not be longer than 100 characters', value: 'x'.repeat(101) },
            is_ttro_required: { message: 'is required when work_type is planned', value: null },
            'location_types[1]': { value: 'moon' },
            proposed_end_date: { message: 'must be on or after proposed_start_date' },
            collaboration_type: { message: 'is required when collaborative_working is true' },
            nonsense: { message: 'is not a member of this request', value: 1 },
          },
        },
      },
    });
  });

  it.each([
    ['nobody', 'Authentication failed'],
    ['ellerdale', 'Access restricted'],
    ['southgate', 'Access restricted'],
    ['export', 'Access restricted'],
  ] as const)('is refused to %s: %s', async (who, message) => {
    expect(await api.as(who).post('/works', workBody())).toMatchObject({
      status: 401,
      body: { message, error: { status: 401 } },
    });
  });

  it('lets a contractor act for the promoter that has contracted it', async () => {
    const { wrn } = await given.work({}, 'contractor');
    expect(wrn).toMatch(/^NB001/);
    expect((await api.as('contractor').post('/works', workBody({ workstream_prefix: '002' }))).status).toBe(401);
    expect((await api.as('contractor').post('/works', workBody({ promoter_swa_code: '4313' }))).status).toBe(401);
  });

  it('is judged an early start, and says what it asks for then', async () => {
    const early = { proposed_start_date: '2026-11-23T00:00:00.000Z' };
    expect((await post(early)).body.error.fields).toEqual({
      early_start_pre_approval: { message: expect.stringContaining('early start'), value: null },
    });
    const approved = {
      early_start_pre_approval: true,
      pre_approval_details: 'by phone',
      pre_approval_authoriser: 'J Okoro',
    };
    expect(await given.permit(await given.work({ ...early, ...approved }))).toMatchObject({ is_early_start: true });
  });

  it('says the same as a JSON:API document to whoever accepts that', async () => {
    const { wrn, prn } = await given.work();
    const accept = { Accept: 'application/vnd.api+json' };
    const reply = await api.as('northbeck').get(`/works/${wrn}?include=permits`, accept);
    expect(reply.headers.get('content-type')).toContain('application/vnd.api+json');
    expect(reply.body).toMatchObject({
      data: { type: 'works', id: wrn, relationships: { active_permit: { data: { type: 'permits', id: prn } } } },
      included: [{ type: 'permits', id: prn, attributes: { permit_status: 'submitted' } }],
    });
    expect((await api.as('northbeck').get('/works/NB00100000000', accept)).body).toEqual({
      errors: [{ status: '404', title: 'Not found' }],
    });
  });

  it('is followed by the client’s own id, or by one of ours', async () => {
    const own = await api.as('northbeck').get('/works/NB00100000000', { 'x-request-id': 'my-own-7' });
    expect(own.headers.get('x-request-id')).toBe('my-own-7');
    expect((await api.as('northbeck').get('/works/NB00100000000')).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('gives twenty clients at once a work each', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => api.as('northbeck').post('/works', immediateBody())),
    );
    expect(new Set(replies.map((reply) => reply.body.work_reference_number)).size).toBe(20);
  });
});

describe('assessment', () => {
  it('grants a permit, on either path', async () => {
    for (const [path, request] of [
      ['assessment', { assessment_status: 'granted', assessment_discount: 30 }],
      ['status', { permit_status: 'granted', assessment_discount: 30 }],
    ] as const) {
      const work = await given.work();
      const url = `/works/${work.wrn}/permits/${work.prn}/${path}`;
      expect((await api.as('ellerdale').put(url, { ...request, additional_comments: 'Agreed' })).status).toBe(204);
      expect(await given.permit(work)).toMatchObject({
        permit_status: 'granted',
        assessment_status: 'granted',
        assessment_discount: 30,
        assessment_comments: 'Agreed',
      });
      expect(await api.as('ellerdale').put(url, request)).toMatchObject({ status: 412 });
    }
  });

  it('by two officers at once happens once', async () => {
    const work = await given.work();
    const url = `/works/${work.wrn}/permits/${work.prn}/assessment`;
    const refuse = { assessment_status: 'refused', reasons_for_refusal: ['RC10'], additional_comments: 'no' };
    const replies = await Promise.all([
      api.as('ellerdale').put(url, { assessment_status: 'granted', assessment_discount: 0 }),
      api.as('ellerdale').put(url, refuse),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 412]);
  });

  it('is not for another authority, nor for the promoter', async () => {
    const work = await given.work();
    const url = `/works/${work.wrn}/permits/${work.prn}`;
    const grant = { assessment_status: 'granted', assessment_discount: 0 };
    expect((await api.as('marshfield').put(`${url}/assessment`, grant)).status).toBe(401);
    expect((await api.as('northbeck').put(`${url}/assessment`, grant)).status).toBe(401);
    expect((await api.as('northbeck').put(`${url}/status`, { permit_status: 'granted' })).status).toBe(400);
    expect((await api.as('northbeck').put(`${url}/status`, { permit_status: 'cancelled' })).status).toBe(204);
    expect(await given.permit(work)).toMatchObject({ permit_status: 'cancelled', work_status: 'cancelled' });
  });
});
