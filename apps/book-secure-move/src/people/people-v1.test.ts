import { bookSecureMove } from '../testing/book-secure-move';
import { related } from '../testing/given';

const { api, given } = bookSecureMove();

const v1 = { Accept: 'application/vnd.api+json; version=1' };
const MALE = 'ffac6763-26d6-4425-8005-6e5d052aed88';
const VIOLENT = 'af8cfc67-757c-4019-9d5e-618017de1617';
const person = (attributes: object, relationships: object = {}) => ({
  data: { type: 'people', attributes, relationships },
});
const identifiers = [
  { value: '20/0000123X', identifier_type: 'police_national_computer' },
  { value: 'Z0001ZZ', identifier_type: 'prison_number' },
];
const sam = { first_names: 'SAM', last_name: 'EXAMPLE' };
const profilesOf = async (id: string) =>
  (await api.get(`/people/${id}?include=profiles`)).body.included as { id: string; attributes: object }[];

describe('version 1 of POST /people', () => {
  it('creates a person along with a profile, and includes gender and ethnicity unasked', async () => {
    const reply = await api.post(
      '/people',
      person(
        { ...sam, identifiers, assessment_answers: [{ assessment_question_id: VIOLENT, comments: 'note' }] },
        { gender: related('genders', MALE) },
      ),
      v1,
    );
    expect(reply.status).toBe(201);
    const { id, ...data } = reply.body.data;
    expect(Object.keys(data.attributes)).toEqual([
      'first_names',
      'last_name',
      'date_of_birth',
      'assessment_answers',
      'identifiers',
      'gender_additional_information',
    ]);
    expect(data).toMatchObject({
      attributes: { ...sam, identifiers, assessment_answers: [{ key: 'violent', title: 'Violent', comments: 'note' }] },
      relationships: { ethnicity: { data: null }, gender: { data: { id: MALE, type: 'genders' } } },
    });
    expect(Object.keys(data.relationships)).toEqual(['ethnicity', 'gender']);
    expect(reply.body.included).toMatchObject([{ type: 'genders', id: MALE }]);
    expect(await profilesOf(id)).toMatchObject([{ attributes: { assessment_answers: [{ comments: 'note' }] } }]);
  });

  it.each([[{}], [{ assessment_question_id: VIOLENT, imported_from_nomis: true }]])(
    'refuses the answer %j',
    async (answer) => {
      const reply = await api.post('/people', person({ ...sam, assessment_answers: [answer] }), v1);
      expect(reply.status).toBe(422);
      expect(reply.body.errors).toEqual([
        {
          title: 'Unprocessable content',
          detail: 'Assessment answers one or more assessment answers is invalid',
          source: { pointer: '/data/attributes/assessment_answers' },
          code: 'One or more assessment answers is invalid',
        },
      ]);
    },
  );
});

describe('version 1 of PATCH /people/{person_id}', () => {
  it('changes the numbers that it names, and the latest profile', async () => {
    const { id } = (await api.post('/people', person({ ...sam, identifiers }), v1)).body.data;
    const [first] = await profilesOf(id);
    const reply = await api.patch(
      `/people/${id}`,
      person({
        identifiers: [{ value: null, identifier_type: 'prison_number' }],
        assessment_answers: [{ assessment_question_id: VIOLENT }],
      }),
      v1,
    );
    expect([reply.status, reply.body.data.attributes]).toMatchObject([
      200,
      { identifiers: [identifiers[0]], assessment_answers: [{ key: 'violent' }] },
    ]);
    expect(await profilesOf(id)).toMatchObject(
      [{ id: first?.id, attributes: reply.body.data.attributes }].map(
        ({ id: same, attributes: { assessment_answers } }) => ({ id: same, attributes: { assessment_answers } }),
      ),
    );
    const kept = await api.patch(`/people/${id}`, person({ last_name: 'OTHER' }), v1);
    expect(kept.body.data.attributes.assessment_answers).toHaveLength(1);
  });

  it('makes the profile that a person lacks', async () => {
    const id = await given.person();
    expect((await api.patch(`/people/${id}`, person({}), v1)).status).toBe(200);
    expect(await profilesOf(id)).toHaveLength(1);
  });
});

describe('version 1 of GET /people', () => {
  it('imports a prisoner with a profile, alerts and care needs, once', async () => {
    const list = () => api.get('/people?filter[prison_number]=A9032AA', v1);
    const reply = await list();
    expect(reply.body.data).toHaveLength(1);
    const [{ id, attributes }] = reply.body.data;
    expect(attributes.identifiers).toContainEqual({ value: 'A9032AA', identifier_type: 'prison_number' });
    const codes = attributes.assessment_answers.map((each: { nomis_alert_code: string }) => each.nomis_alert_code);
    expect(codes).toEqual(expect.arrayContaining(['MAS', 'ROM']));

    const [profile] = await profilesOf(id);
    expect(profile).toMatchObject({ attributes: { csra: 'High' } });
    expect((await list()).body).toEqual(reply.body);
    expect(await profilesOf(id)).toEqual([profile]);
  });

  it('adds what it imports to the answers that somebody wrote', async () => {
    const created = await api.post(
      '/people',
      person({
        ...sam,
        identifiers: [{ value: 'A9014AA', identifier_type: 'prison_number' }],
        assessment_answers: [{ assessment_question_id: VIOLENT, comments: 'written' }],
      }),
      v1,
    );
    const reply = await api.get('/people?filter[prison_number]=A9014AA', v1);
    expect(reply.body.data).toMatchObject([{ id: created.body.data.id, attributes: { first_names: 'YUSUF' } }]);
    const answers = reply.body.data[0].attributes.assessment_answers as {
      comments: string;
      nomis_alert_code: string;
    }[];
    expect(answers[0]).toMatchObject({ comments: 'written', nomis_alert_code: null });
    expect(answers.map(({ nomis_alert_code: code }) => code)).toContain('HA');
  });

  it('knows no other filter than the police number and the prison number, each for one', async () => {
    const pnc = await api.get('/people?filter[police_national_computer]=08/0345612d', v1);
    expect(pnc.body.data).toMatchObject([{ attributes: { last_name: 'LANGLEY' } }]);
    const two = await api.get('/people?filter[police_national_computer]=08/0345612D,21/0087654T', v1);
    expect(two.body.data).toEqual([]);
    const whole = (await api.get('/people', v1)).body.meta.pagination.total_objects;
    for (const filter of ['fuzzy_pnc', 'criminal_records_office']) {
      expect((await api.get(`/people?filter[${filter}]=x`, v1)).body.meta.pagination.total_objects).toBe(whole);
    }
  });

  it('includes only what is asked for, once something is', async () => {
    const list = async (query: string) =>
      (await api.get(`/people?filter[police_national_computer]=08/0345612D${query}`, v1)).body.included as unknown[];
    expect(await list('')).toHaveLength(1);
    expect(await list('&include=ethnicity')).toEqual([]);
  });
});

it('version 1 does not show one person', async () => {
  const id = await given.person();
  for (const headers of [v1, { Accept: '*/*' }]) {
    const reply = await api.get(`/people/${id}`, headers);
    expect([reply.status, reply.body]).toEqual([
      406,
      {
        errors: [
          {
            title: 'Not Supported In Old Version Error',
            detail: 'This endpoint is not supported in version v1 - please change the ACCEPT header to a newer version',
          },
        ],
      },
    ]);
  }
});
