import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';

const { api } = bookSecureMove();
const serco = '76d0bf53-a4ec-4932-86c8-00bb8c8ae4a9';
const wales = '090e412c-962d-4be0-8fdb-4617f598afe2';
const unknownId = '00000000-0000-4000-8000-000000000000';

interface Listed {
  id: string;
  type: string;
  attributes: Record<string, unknown>;
}

describe('the lists that are served whole', () => {
  it.each<[string, string, number, Record<string, unknown>]>([
    [
      'allocation_complex_cases',
      'allocation_complex_cases',
      4,
      { key: 'self_harm', title: 'Self harm / prisoners on ACCT' },
    ],
    [
      'assessment_questions',
      'assessment_questions',
      18,
      { key: 'violent', category: 'risk', title: 'Violent', disabled_at: null },
    ],
    ['categories', 'categories', 23, { key: 'A', title: 'Category A', move_supported: false }],
    ['ethnicities', 'ethnicities', 20, { key: 'w2', title: 'White: Irish', nomis_code: 'W2', disabled_at: null }],
    ['genders', 'genders', 5, { key: 'trans', title: 'Trans', nomis_code: null }],
    ['identifier_types', 'identifier_types', 3, { key: 'prison_number', title: 'Prisoner No' }],
    ['prison_transfer_reasons', 'prison_transfer_reasons', 17, { key: 'yjb', title: 'Youth Justice Board (YJB)' }],
    ['suppliers', 'suppliers', 2, { key: 'serco', name: 'Serco' }],
    ['regions', 'regions', 9, { key: '5A', name: 'Wales' }],
  ])('%s', async (path, type, count, one) => {
    const reply = await api.get(`/reference/${path}`);
    expect([reply.status, Object.keys(reply.body)]).toEqual([200, ['data']]);
    const data = reply.body.data as Listed[];
    expect(data).toHaveLength(count);
    expect(new Set(data.map((each) => each.type))).toEqual(new Set([type]));
    expect(data.find(({ attributes }) => attributes.key === one.key)?.attributes).toMatchObject(one);
    expect((await api.as('nobody').get(`/reference/${path}`)).status).toBe(401);
    expect((await api.as('serco').get(`/api/v1/reference/${path}`)).text).toBe(reply.text);
  });

  it('names an identifier type by its key, and lists categories by theirs', async () => {
    const types = (await api.get('/reference/identifier_types')).body.data as Listed[];
    expect(types.every(({ id, attributes }) => id === attributes.key)).toBe(true);
    const keys = ((await api.get('/reference/categories')).body.data as Listed[]).map(
      ({ attributes }) => attributes.key,
    );
    expect(keys.slice(0, 4)).toEqual(['A', 'B', 'BTH', 'BTRN']);
  });

  it.each([
    ['risk', 8],
    ['health', 7],
    ['court', 3],
    ['sport', 0],
  ])('assessment questions about %s', async (category, count) => {
    const { body } = await api.get(`/reference/assessment_questions?filter[category]=${category}`);
    expect(body.data).toHaveLength(count);
    expect(body.data.every(({ attributes }: Listed) => attributes.category === category)).toBe(true);
  });
});

describe('GET /reference/suppliers/{supplier_key}', () => {
  it('reads one by its key', async () => {
    const { body } = await api.get('/reference/suppliers/serco');
    expect(body).toEqual({ data: { id: serco, type: 'suppliers', attributes: { key: 'serco', name: 'Serco' } } });
  });

  it('does not find another', async () => {
    const reply = await api.get('/reference/suppliers/x');
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: "Couldn't find Supplier with x" }] },
    ]);
  });
});

describe('regions', () => {
  it('link their locations, and include them when asked', async () => {
    const plain = (await api.get('/reference/regions')).body.data as Listed[];
    const reply = await api.get('/reference/regions?include=locations');
    expect(reply.body.data).toEqual(plain);
    const linked = new Set(
      reply.body.data.flatMap((each: { relationships: { locations: { data: Listed[] } } }) =>
        each.relationships.locations.data.map(({ id }) => id),
      ),
    );
    expect(linked.size).toBeGreaterThan(5);
    expect(new Set(reply.body.included.map(({ id }: Listed) => id))).toEqual(linked);
    expect((await api.get('/reference/regions?include=')).body.included).toEqual([]);
  });

  it('are read one by one', async () => {
    const reply = await api.get(`/reference/regions/${wales.toUpperCase()}?include=locations`);
    expect(reply.body.data).toMatchObject({ id: wales, type: 'regions', attributes: { key: '5A', name: 'Wales' } });
    expect(reply.body).toHaveProperty('included');
  });

  it.each([unknownId, 'x'])('%s is not found', async (id) => {
    const reply = await api.get(`/reference/regions/${id}`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Region with 'id'=${id}`]);
  });

  it.each(['/reference/regions', `/reference/regions/${wales}`])('%s includes locations only', async (path) => {
    const reply = await api.get(`${path}?include=suppliers`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["suppliers"] is not supported. Valid values are: ["locations"]',
    ]);
  });
});

it('follows a change of the reference data', async () => {
  await api.get('/reference/suppliers');
  await api.db().transaction(async (tx) => {
    await tx.rows({ name: 'test-rename', text: "update suppliers set name = 'Serco Group' where key = 'serco'" });
    await tx.rows({ name: 'test-announce', text: "select pg_notify(current_schema(), 'reference')" });
  });
  for (;;) {
    const { body } = await api.get('/reference/suppliers');
    if (body.data.some(({ attributes }: Listed) => attributes.name === 'Serco Group')) break;
  }
  expect((await api.get(`/reference/locations/${demo.a}?include=suppliers`)).body.included[0].attributes.name).toBe(
    'Serco Group',
  );
});
