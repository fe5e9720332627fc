import { randomUUID } from 'node:crypto';
import { bookSecureMove } from '../testing/book-secure-move';
import { related } from '../testing/given';

const { api, given } = bookSecureMove();

const MALE = 'ffac6763-26d6-4425-8005-6e5d052aed88';
const WHITE_BRITISH = 'a4f988ba-5ebc-4b24-9dfe-b7fa0c23c30e';
const CASEDY = '747f3914-620a-441a-847f-472c79def26c';
const nobody = '00000000-0000-4000-8000-000000000000';
const person = (attributes: object, relationships: object = {}) => ({
  data: { type: 'people', attributes, relationships },
});
const sam = { first_names: 'SAM', last_name: 'EXAMPLE' };
const invalid = (field: string, detail: string, code: string) => ({
  title: 'Unprocessable content',
  detail,
  source: { pointer: `/data/attributes/${field}` },
  code,
});
const noSuch = (name: string, id: string) => ({
  errors: [{ title: 'Resource not found', detail: `Couldn't find ${name} with 'id'=${id}` }],
});
const count = async () => (await api.get('/people')).body.meta.pagination.total_objects as number;
const ids = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);

describe('POST /people', () => {
  it('creates a person', async () => {
    const reply = await api.post(
      '/people',
      person(
        {
          ...sam,
          date_of_birth: '1990-05-04',
          gender_additional_information: 'none',
          prison_number: ' Z0001ZZ ',
          criminal_records_office: '  ',
          police_national_computer: '20/0000123X',
          created_at: 'ignored',
        },
        { gender: related('genders', MALE), ethnicity: related('ethnicities', WHITE_BRITISH) },
      ),
    );

    expect(reply.status).toBe(201);
    expect(reply.text).toBe(
      JSON.stringify({
        data: {
          id: reply.body.data.id,
          type: 'people',
          attributes: {
            ...sam,
            date_of_birth: '1990-05-04',
            gender_additional_information: 'none',
            prison_number: 'Z0001ZZ',
            criminal_records_office: null,
            police_national_computer: '20/0000123X',
          },
          relationships: {
            ethnicity: { data: { id: WHITE_BRITISH, type: 'ethnicities' } },
            gender: { data: { id: MALE, type: 'genders' } },
            profiles: {},
            category: {},
          },
        },
      }),
    );
    expect((await api.get(`/people/${reply.body.data.id}`)).body).toEqual(reply.body);
  });

  it('shows what is included, and makes no profile', async () => {
    const reply = await api.post(
      '/people?include=gender,ethnicity,profiles,category',
      person(sam, { gender: related('genders', MALE) }),
    );
    expect(reply.body.data.relationships).toMatchObject({
      ethnicity: { data: null },
      profiles: { data: [] },
      category: { data: null },
    });
    expect(reply.body.included.map(({ type, id }: { type: string; id: string }) => [type, id])).toEqual([
      ['genders', MALE],
    ]);
  });

  it.each([
    [
      {},
      [
        invalid('last_name', "Last name can't be blank", 'blank'),
        invalid('first_names', "First names can't be blank", 'blank'),
      ],
    ],
    [{ ...sam, last_name: '  ' }, [invalid('last_name', "Last name can't be blank", 'blank')]],
    [
      { ...sam, prison_number: 'A:1' },
      [invalid('prison_number', 'Prison number is not a valid prison number', 'is not a valid prison number')],
    ],
    [
      { ...sam, date_of_birth: '1899-12-31' },
      [invalid('birth_date', 'Birth date must be after 1900-01-01.', 'must be after 1900-01-01.')],
    ],
  ])('refuses %j and stores nothing', async (attributes, errors) => {
    const before = await count();
    const reply = await api.post('/people', person(attributes));
    expect([reply.status, reply.body]).toEqual([422, { errors }]);
    expect(await count()).toBe(before);
  });

  it('keeps nothing of a date that cannot be read', async () => {
    const reply = await api.post('/people', person({ ...sam, date_of_birth: 'yesterday' }));
    expect([reply.status, reply.body.data.attributes.date_of_birth]).toEqual([201, null]);
  });

  it.each([
    ['gender', 'Gender', nobody],
    ['ethnicity', 'Ethnicity', 'nonsense'],
  ])('knows no other %s', async (name, resource, id) => {
    const reply = await api.post('/people', person(sam, { [name]: related('x', id) }));
    expect([reply.status, reply.body]).toEqual([404, noSuch(resource, id)]);
  });

  it.each([[{}], [{ data: {} }], [{ data: null }], [[]]])('needs data: %j', async (body) => {
    const reply = await api.post('/people', body);
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0]).toEqual({
      title: 'Bad request',
      detail: 'param is missing or the value is empty or invalid: data',
    });
  });

  it('is open to suppliers, needs a token and no key', async () => {
    expect((await api.as('serco').post('/people', person(sam))).status).toBe(201);
    expect((await api.as('nobody').post('/people', person(sam))).status).toBe(401);
    expect((await api.post('/people', person(sam), { 'Idempotency-Key': '' })).status).toBe(201);
  });
});

describe('PATCH /people/{person_id}', () => {
  it('changes what is sent, clears what is null and leaves the rest', async () => {
    const id = await given.person({ prison_number: 'Z0002ZZ', gender_additional_information: 'x' });
    await api.patch(`/people/${id}`, person({}, { gender: related('genders', MALE) }));
    const reply = await api.patch(`/people/${id}`, person({ last_name: 'OTHER', gender_additional_information: null }));

    expect(reply.status).toBe(200);
    expect(reply.body.data).toMatchObject({
      attributes: { ...sam, last_name: 'OTHER', prison_number: 'Z0002ZZ', gender_additional_information: null },
      relationships: { gender: { data: { id: MALE } } },
    });
    const cleared = await api.put(`/people/${id}`, person({ prison_number: null }, { gender: { data: null } }));
    expect(cleared.body.data).toMatchObject({
      attributes: { prison_number: null },
      relationships: { gender: { data: null } },
    });
  });

  it('keeps the canonical form of the police number', async () => {
    const id = await given.person({ police_national_computer: '77/1A' });
    await api.patch(`/people/${id}`, person({ police_national_computer: '78-5b' }));
    expect(ids(await api.get('/people?filter[fuzzy_pnc]=78/0000005B'))).toContain(id);
    expect(ids(await api.get('/people?filter[fuzzy_pnc]=77/1A'))).not.toContain(id);
  });

  it('tells the subscribers of every move of the person', async () => {
    const move = await given.move();
    const notices = async () =>
      (
        await api.db().reader().rows<{ event_type: string }>(
          {
            name: 'test-notices',
            text: `select event_type from outbox_event where aggregate_id = $1 order by seq`,
          },
          [move.id],
        )
      ).map(({ event_type }) => event_type);
    expect(await notices()).toEqual(['create_move']);

    expect((await api.patch(`/people/${move.personId}`, person({}))).status).toBe(200);
    expect(await notices()).toEqual(['create_move', 'update_move']);
  });

  it('refuses a mistake and changes nothing', async () => {
    const id = await given.person();
    const reply = await api.patch(`/people/${id}`, person({ first_names: 'NEW', last_name: null }));
    expect([reply.status, reply.body]).toEqual([
      422,
      { errors: [invalid('last_name', "Last name can't be blank", 'blank')] },
    ]);
    expect((await api.get(`/people/${id}`)).body.data.attributes.first_names).toBe('SAM');
  });

  it.each([[nobody], ['nonsense']])('does not know %s', async (id) => {
    for (const path of [`/people/${id}`, `/people/${id}?include=category`]) {
      const reply = await api.patch(path, person({ first_names: 'NEW' }));
      expect([reply.status, reply.body]).toEqual([404, noSuch('Person', id)]);
    }
  });

  it('shows the category that the prison register gives now', async () => {
    const reply = await api.patch(`/people/${CASEDY}?include=category`, person({ first_names: 'DOMSANIGH' }));
    expect(reply.body.included).toMatchObject([{ type: 'categories', attributes: { key: 'C' } }]);
  });
});

describe('GET /people/{person_id}', () => {
  it('shows profiles and the category of the booking when they are included', async () => {
    const profile = await given.profile(CASEDY);
    const reply = await api.get(`/people/${CASEDY}?include=profiles,category`);
    expect(reply.status).toBe(200);
    expect(reply.body.data.relationships.profiles.data).toContainEqual({ id: profile.id, type: 'profiles' });
    const included = reply.body.included as { id: string; type: string; attributes: object }[];
    expect(included.find(({ id }) => id === reply.body.data.relationships.category.data.id)).toMatchObject({
      type: 'categories',
      attributes: { key: 'C', move_supported: true },
    });
    expect(included.find(({ id }) => id === profile.id)).toMatchObject({ attributes: { csra: 'Standard' } });
  });

  it('has no category for somebody without a booking', async () => {
    const reply = await api.get(`/people/${await given.person()}?include=category`);
    expect(reply.body.data.relationships.category).toEqual({ data: null });
    expect(reply.body.included).toEqual([]);
  });

  it.each([[nobody], ['nonsense']])('does not know %s', async (id) => {
    const reply = await api.get(`/people/${id}`);
    expect([reply.status, reply.body]).toEqual([404, noSuch('Person', id)]);
  });

  it('includes nothing else', async () => {
    const reply = await api.get(`/people/${CASEDY}?include=moves`);
    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [
        {
          title: 'Bad request',
          detail: '["moves"] is not supported. Valid values are: ["ethnicity", "gender", "profiles", "category"]',
        },
      ],
    ]);
  });
});

describe('GET /people', () => {
  it('counts everybody exactly', async () => {
    const before = await count();
    await given.person();
    await given.person();
    expect(await count()).toBe(before + 2);
    const [{ total } = { total: -1 }] = await api
      .db()
      .reader()
      .rows<{ total: number }>({ name: 'test-count-people', text: 'select count(*)::int as total from people' });
    expect(await count()).toBe(total);
  });

  it('shows each person once over the pages, and nothing past the end', async () => {
    const total = await count();
    const pages = Math.ceil(total / 7);
    const seen: string[] = [];
    for (let page = 1; page <= pages; page += 1) seen.push(...ids(await api.get(`/people?per_page=7&page=${page}`)));
    expect(new Set(seen).size).toBe(total);
    const past = await api.get(`/people?per_page=7&page=${pages + 1}`);
    expect(past.body).toMatchObject({ data: [], links: { prev: null, next: null } });
  });

  it('renders summaries, with what is included', async () => {
    const reply = await api.get(`/people?filter[criminal_records_office]=52311/08b&include=ethnicity,gender,profiles`);
    expect(reply.body.data).toHaveLength(1);
    expect(Object.keys(reply.body.data[0].relationships)).toEqual(['ethnicity', 'gender', 'profiles']);
    expect(reply.body.included.map(({ type }: { type: string }) => type).sort()).toEqual(['genders', 'profiles']);
    const bare = await api.get(`/people?filter[criminal_records_office]=52311/08B`);
    expect(bare.body.data[0].relationships.profiles).toEqual({});
    expect(bare.body).not.toHaveProperty('included');
  });

  it('filters by several numbers, whatever their case, and by all filters at once', async () => {
    const tag = randomUUID().slice(0, 8);
    const one = await given.person({ police_national_computer: `${tag}/1a`, criminal_records_office: `${tag}-x` });
    const two = await given.person({ police_national_computer: `${tag}/2B` });
    const list = async (query: string) => ids(await api.get(`/people?${query}`));

    expect(await list(`filter[police_national_computer]=${tag}/1A,${tag}/2b`)).toEqual([one, two]);
    expect(await list(`filter[police_national_computer]=${tag}/2B&filter[criminal_records_office]=${tag}-X`)).toEqual(
      [],
    );
    expect(await list(`filter[police_national_computer]=${tag}/1A,${tag}/2B&filter[criminal_records_office]=`)).toEqual(
      [two],
    );
    expect(await list(`filter[police_national_computer]=%25`)).toEqual([]);
    expect((await list(`filter[unknown]=1&per_page=2000`)).length).toBe(await count());
  });

  it('finds a police number in any spelling, or by a part of it, and minds no other filter then', async () => {
    const id = await given.person({ police_national_computer: '2019/0214999Q' });
    const list = async (pnc: string) =>
      ids(await api.get(`/people?filter[prison_number]=NONE&filter[fuzzy_pnc]=${encodeURIComponent(pnc)}`));
    for (const spelling of ['19/214999Q', '2019-214999q', '19 0214999 Q', '0214999', '14999q']) {
      expect([spelling, await list(spelling)]).toEqual([spelling, [id]]);
    }
    for (const other of ['18/214999Q', '14999_', '%']) expect(await list(other)).toEqual([]);
    expect((await api.get('/people?filter[fuzzy_pnc]=')).body.meta.pagination.total_objects).toBe(await count());
  });

  it('includes nothing else and needs a token', async () => {
    const reply = await api.get('/people?include=category');
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["category"] is not supported. Valid values are: ["ethnicity", "gender", "profiles"]',
    ]);
    expect((await api.as('nobody').get('/people')).status).toBe(401);
  });
});
