import { bookSecureMove } from '../testing/book-secure-move';
import { demo, moveBody } from '../testing/given';

const { api, given } = bookSecureMove();

const CASEDYS = ['747f3914-620a-441a-847f-472c79def26c', 'fee70079-08c0-4d1c-a125-bfac8caf24c1'];
const VIOLENT = 'af8cfc67-757c-4019-9d5e-618017de1617';
const nobody = '00000000-0000-4000-8000-000000000000';
const profile = (attributes?: object) => ({ data: { type: 'profiles', ...(attributes && { attributes }) } });
const noSuch = (name: string, id: string) => ({
  errors: [{ title: 'Resource not found', detail: `Couldn't find ${name} with 'id'=${id}` }],
});
const faultyAnswers = {
  errors: [
    {
      title: 'Unprocessable content',
      detail: 'Assessment answers one or more assessment answers is invalid',
      source: { pointer: '/data/attributes/assessment_answers' },
      code: 'One or more assessment answers is invalid',
    },
  ],
};
const profilesOf = async (personId: string) =>
  (await api.get(`/people/${personId}?include=profiles`)).body.included as { id: string; attributes: unknown }[];

describe('POST /people/{person_id}/profiles', () => {
  it.each(CASEDYS)('imports the published answers for %s', async (personId) => {
    const reply = await api.post(`/people/${personId}/profiles`, profile());
    expect(reply.status).toBe(201);
    const imported = { imported_from_nomis: true };
    const other = {
      assessment_question_id: '4e37ac1a-a461-45a8-bca9-f0e994d3105e',
      category: 'risk',
      key: 'other_risks',
    };
    const violent = { assessment_question_id: VIOLENT, category: 'risk', key: 'violent' };
    const health = {
      assessment_question_id: '8872ad2e-b1b6-44c1-a937-b7540e633355',
      category: 'health',
      key: 'health_issue',
    };
    const risk = (type: string, code: string, ofType: string, inWords: string) => ({
      nomis_alert_type: type,
      nomis_alert_code: code,
      nomis_alert_type_description: ofType,
      nomis_alert_description: inWords,
      ...imported,
    });
    const unimpaired = (day: string) => ({
      title: 'Health issue',
      comments: null,
      created_at: day,
      expires_at: null,
      ...health,
      ...risk('DISAB', 'ND', 'Unknown', 'No Disability'),
    });
    expect(JSON.stringify(reply.body.data.attributes)).toBe(
      JSON.stringify({
        requires_youth_risk_assessment: null,
        assessment_answers: [
          {
            title: 'Any other risks',
            comments: 'lAzCdJPxAuYiYJlAzCdJPxAuYiYJ',
            created_at: '2014-10-17',
            expires_at: '2015-11-04',
            ...other,
            ...risk('P', 'P0', 'MAPPP Case', 'MAPPA Nominal'),
          },
          {
            title: 'Violent',
            comments: null,
            created_at: '2015-02-22',
            expires_at: null,
            ...violent,
            ...risk('R', 'ROM', 'Risk', 'OASys Serious Harm-Medium'),
          },
          {
            title: 'Violent',
            comments: 'HRErJMfhUuLHisGPkEhGRpvHSvjfHHRErJMfhUuLHisGPkEhGRpvHSvjfH',
            created_at: '2017-02-03',
            expires_at: null,
            ...violent,
            ...risk('P', 'PC2', 'MAPPP Case', 'MAPPA Cat 2'),
          },
          unimpaired('2014-07-28'),
          unimpaired('2014-07-31'),
          unimpaired('2014-10-16'),
        ],
        csra: 'Standard',
      }),
    );
    expect(JSON.stringify(reply.body.data.relationships)).toBe(
      JSON.stringify({
        person: { data: { id: personId, type: 'people' } },
        documents: { data: [] },
        person_escort_record: { data: null },
        youth_risk_assessment: { data: null },
      }),
    );
  });

  it('keeps the answers that are sent instead, and nothing that the register decides', async () => {
    const sent = { assessment_question_id: VIOLENT, comments: 'note', title: 'x', category: 'health', key: 'y' };
    const reply = await api.post(
      `/people/${CASEDYS[0]}/profiles`,
      profile({ assessment_answers: [sent], requires_youth_risk_assessment: true, csra: 'High' }),
    );
    expect(reply.body.data.attributes).toMatchObject({
      requires_youth_risk_assessment: true,
      assessment_answers: [{ title: 'Violent', category: 'risk', key: 'violent', comments: 'note', expires_at: null }],
      csra: 'Standard',
    });
    expect(reply.body.data.attributes.assessment_answers[0].created_at).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('imports all the same when an empty list is sent', async () => {
    const reply = await api.post(`/people/${CASEDYS[0]}/profiles`, profile({ assessment_answers: [] }));
    expect(reply.body.data.attributes.assessment_answers).toHaveLength(6);
  });

  it('asks nothing about somebody who has no number and no booking', async () => {
    const personId = await given.person();
    const reply = await api.post(`/people/${personId}/profiles`, profile({}));
    expect(reply.body.data.attributes).toEqual({
      requires_youth_risk_assessment: null,
      assessment_answers: [],
      csra: null,
    });
  });

  it('takes the category of the booking: somebody in category A cannot be moved', async () => {
    const [prisoner] = (await api.get('/people?filter[prison_number]=A9001AA')).body.data;
    const { id } = (await api.post(`/people/${prisoner.id}/profiles`, profile())).body.data;
    const reply = await api.post('/moves', moveBody(id, {}, { from: demo.a, to: demo.b }));
    expect([reply.status, reply.body.errors[0].code]).toEqual([422, 'unsupported_prisoner_category']);
  });

  it('includes the person', async () => {
    const personId = await given.person();
    const reply = await api.post(`/people/${personId}/profiles?include=person,documents`, profile());
    expect(reply.body.included).toMatchObject([{ type: 'people', id: personId, attributes: { first_names: 'SAM' } }]);
    const refused = await api.post(`/people/${personId}/profiles?include=category`, profile());
    expect([refused.status, refused.body.errors[0].detail]).toEqual([
      400,
      '["category"] is not supported. Valid values are: ["documents", "person"]',
    ]);
  });

  it.each([
    [[{}]],
    [[{ assessment_question_id: null }]],
    [[{ assessment_question_id: VIOLENT, imported_from_nomis: true, nomis_alert_type: 'R' }]],
    ['text'],
  ])('refuses the answers %j and stores nothing', async (answers) => {
    const personId = await given.person();
    const reply = await api.post(`/people/${personId}/profiles`, profile({ assessment_answers: answers }));
    expect([reply.status, reply.body]).toEqual([422, faultyAnswers]);
    expect(await profilesOf(personId)).toEqual([]);
  });

  it('knows no other question', async () => {
    const personId = await given.person();
    const answers = [{ assessment_question_id: nobody }];
    const reply = await api.post(`/people/${personId}/profiles`, profile({ assessment_answers: answers }));
    expect([reply.status, reply.body]).toEqual([404, noSuch('AssessmentQuestion', nobody)]);
  });

  it.each([[nobody], ['nonsense']])('does not know the person %s', async (id) => {
    const reply = await api.post(`/people/${id}/profiles`, profile());
    expect([reply.status, reply.body]).toEqual([404, noSuch('Person', id)]);
  });

  it('needs data and a token, and is open to suppliers', async () => {
    const personId = await given.person();
    const reply = await api.post(`/people/${personId}/profiles`, {});
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      'param is missing or the value is empty or invalid: data',
    ]);
    expect((await api.as('nobody').post(`/people/${personId}/profiles`, profile())).status).toBe(401);
    expect((await api.as('geoamey').post(`/people/${personId}/profiles`, profile())).status).toBe(201);
  });
});

describe('PATCH /people/{person_id}/profiles/{profile_id}', () => {
  it('replaces all answers, and leaves what is not sent', async () => {
    const { id, personId } = await given.profile(CASEDYS[1]);
    const path = `/people/${personId}/profiles/${id}`;
    const flagged = await api.patch(path, profile({ requires_youth_risk_assessment: true }));
    expect([flagged.status, flagged.body.data.attributes]).toMatchObject([
      200,
      { requires_youth_risk_assessment: true, csra: 'Standard' },
    ]);
    expect(flagged.body.data.attributes.assessment_answers).toHaveLength(6);

    const answers = [{ assessment_question_id: VIOLENT, comments: 'mine', created_at: '2025-11-01' }];
    const replaced = await api.put(path, profile({ assessment_answers: answers }));
    expect(replaced.body.data.attributes).toMatchObject({
      requires_youth_risk_assessment: true,
      assessment_answers: [{ comments: 'mine', created_at: '2025-11-01', imported_from_nomis: null }],
    });
    const emptied = await api.patch(`${path}?include=person`, profile({ assessment_answers: [] }));
    expect(emptied.body.data.attributes.assessment_answers).toEqual([]);
    expect(emptied.body.included).toMatchObject([{ type: 'people', id: personId }]);
    expect((await profilesOf(personId)).find((each) => each.id === id)?.attributes).toEqual(
      emptied.body.data.attributes,
    );
  });

  it('tells the subscribers of each of its moves', async () => {
    const move = await given.move();
    const other = await api.post('/moves', moveBody(move.profileId, { date: '2026-12-02' }));
    await api.patch(`/people/${move.personId}/profiles/${move.profileId}`, profile());
    const notices = await api
      .db()
      .reader()
      .rows<{ aggregate_id: string }>(
        {
          name: 'test-updates',
          text: `select aggregate_id from outbox_event where event_type = 'update_move' and aggregate_id = any($1) order by 1`,
        },
        [[move.id, other.body.data.id]],
      );
    expect(notices.map((each) => each.aggregate_id)).toEqual([move.id, other.body.data.id].sort());
  });

  it('refuses faulty answers and changes nothing', async () => {
    const { id, personId } = await given.profile();
    const attributes = { requires_youth_risk_assessment: true, assessment_answers: [{}] };
    const reply = await api.patch(`/people/${personId}/profiles/${id}`, profile(attributes));
    expect([reply.status, reply.body]).toEqual([422, faultyAnswers]);
    expect(await profilesOf(personId)).toMatchObject([{ attributes: { requires_youth_risk_assessment: null } }]);
  });

  it("does not know somebody else's profile, nor nobody's", async () => {
    const { id, personId } = await given.profile();
    for (const [path, name, unknown] of [
      [`/people/${await given.person()}/profiles/${id}`, 'Profile', id],
      [`/people/${personId}/profiles/nonsense`, 'Profile', 'nonsense'],
      [`/people/${nobody}/profiles/${id}`, 'Person', nobody],
    ] as const) {
      const reply = await api.patch(path, profile());
      expect([reply.status, reply.body]).toEqual([404, noSuch(name, unknown)]);
    }
  });
});
