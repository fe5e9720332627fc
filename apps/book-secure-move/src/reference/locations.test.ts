import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';

const { api, given } = bookSecureMove();
const serco = '76d0bf53-a4ec-4932-86c8-00bb8c8ae4a9';
const geoamey = '77da95aa-8bdb-48b1-8bb4-c06585afcc7d';
const moorland = '6780161b-8941-43cd-8f8f-bed467bad89c';
const wetherby = '0f2be89c-1f80-48f0-abf9-94c89901623f';
const unknownId = '00000000-0000-4000-8000-000000000000';

interface Place {
  id: string;
  attributes: Record<string, unknown>;
  relationships: { suppliers: { data: { id: string }[] } };
}

const listed = async (query: string): Promise<Place[]> => {
  const reply = await api.as('nobody').get(`/reference/locations?per_page=2000&${query}`);
  expect(reply.status).toBe(200);
  return reply.body.data as Place[];
};
const everything = () => listed('');

describe('GET /reference/locations', () => {
  it('needs no token, and does not mind a bad one', async () => {
    const open = await api.as('nobody').get('/reference/locations');
    expect(open.status).toBe(200);
    const bad = await api.as('nobody').get('/reference/locations', { Authorization: 'Bearer nonsense' });
    expect(bad.text).toBe(open.text);
  });

  it('shows each with its suppliers, by title', async () => {
    const places = await everything();
    const titles = places.map(({ attributes }) => String(attributes.title));
    expect(titles).toEqual([...titles].sort((one, other) => one.localeCompare(other, 'en-GB')));
    expect(places.find(({ id }) => id === demo.bsi)).toEqual({
      id: demo.bsi,
      type: 'locations',
      attributes: {
        key: 'bsi',
        title: 'BRINSFORD (HMP)',
        location_type: 'prison',
        nomis_agency_id: 'BSI',
        can_upload_documents: false,
        young_offender_institution: false,
        premise: 'HMP Brinsford',
        locality: null,
        city: 'Wolverhampton',
        country: 'England',
        postcode: 'WV10 7PY',
        latitude: 52.6622,
        longitude: -2.1205,
        created_at: '2020-01-06T09:00:00+00:00',
        disabled_at: null,
        extradition_capable: null,
      },
      relationships: { suppliers: { data: [{ id: geoamey, type: 'suppliers' }] } },
    });
  });

  it('pages', async () => {
    const all = await everything();
    const { body } = await api.get('/reference/locations?per_page=5&page=2&include=suppliers');
    expect(body.data.map(({ id }: Place) => id)).toEqual(all.slice(5, 10).map(({ id }) => id));
    expect(body.meta.pagination).toEqual({
      per_page: 5,
      total_pages: Math.ceil(all.length / 5),
      total_objects: all.length,
    });
    expect(body.links.next).toBe(`${api.url()}/api/reference/locations?include=suppliers&page=3&per_page=5`);
    expect(new Set(body.included.map(({ type }: { type: string }) => type))).toEqual(new Set(['suppliers']));
    const past = (await api.get('/reference/locations?page=999')).body;
    expect([past.data, past.links.prev, past.links.next]).toEqual([[], null, null]);
  });

  it.each<[string, (place: Place) => boolean]>([
    ['location_type]=court', ({ attributes }) => attributes.location_type === 'court'],
    ['location_type]=court,police', ({ attributes }) => ['court', 'police'].includes(String(attributes.location_type))],
    ['nomis_agency_id]=BSI,IWI', ({ id }) => id === demo.bsi || id === demo.iwi],
    [`location_id]=${demo.a.toUpperCase()},x`, ({ id }) => id === demo.a],
    [`supplier_id]=${serco}`, ({ relationships }) => relationships.suppliers.data.some(({ id }) => id === serco)],
    ['young_offender_institution]=true', ({ id }) => id === wetherby],
    ['young_offender_institution]=false', ({ id }) => id !== wetherby],
    ['young_offender_institution]=maybe', () => true],
    ['extradition_capable]=false', ({ attributes }) => attributes.extradition_capable === true],
    ['created_at]=2020-01-06', () => true],
    ['created_at]=2020-01-07', () => false],
    ['created_at]=soon', () => false],
    ['nomis_agency_id]=', ({ attributes }) => attributes.nomis_agency_id === null],
    ['colour]=red', () => true],
    [`location_type]=prison&filter[supplier_id]=${unknownId}`, () => false],
  ])('filter[%s', async (query, passes) => {
    const expected = (await everything()).filter(passes);
    expect(await listed(`filter[${query}`)).toEqual(expected);
  });

  it('filters by region', async () => {
    const regions = (await api.get('/reference/regions')).body.data as {
      id: string;
      relationships: { locations: { data: { id: string }[] } };
    }[];
    const [one, other] = regions.filter(({ relationships }) => relationships.locations.data.length > 0);
    const expected = [one!, other!].flatMap(({ relationships }) => relationships.locations.data.map(({ id }) => id));
    const found = (await listed(`filter[region_id]=${one!.id},${other!.id}`)).map(({ id }) => id);
    expect(found.sort()).toEqual([...new Set(expected)].sort());
  });

  it('counts suppliers by the day in London', async () => {
    const served = async () => (await listed(`filter[supplier_id]=${geoamey}`)).some(({ id }) => id === moorland);
    const now = api.clock().now();
    api.clock().set(new Date('2020-08-28T22:59:59Z'));
    const before = await served();
    api.clock().set(new Date('2020-08-28T23:00:00Z'));
    const after = await served();
    api.clock().set(now);
    expect([before, after]).toEqual([false, true]);
  });

  it('includes nothing but suppliers', async () => {
    const reply = await api.get('/reference/locations?include=regions');
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["regions"] is not supported. Valid values are: ["suppliers"]',
    ]);
  });
});

describe('GET /reference/locations/{location_id}', () => {
  it('needs no token either', async () => {
    const reply = await api.as('nobody').get(`/reference/locations/${demo.a}?include=suppliers`);
    expect(reply.status).toBe(200);
    expect(reply.body.data.attributes.title).toBe('LOCATION A');
    expect(reply.body.included).toMatchObject([{ id: serco, type: 'suppliers', attributes: { key: 'serco' } }]);
  });

  it.each([unknownId, 'x'])('does not find %s', async (id) => {
    const reply = await api.get(`/reference/locations/${id}`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Location with 'id'=${id}`]);
  });
});

describe('GET /suppliers/{supplier_id}/locations', () => {
  const origins = async (supplier: string, query = ''): Promise<Place[]> => {
    const reply = await api.get(`/suppliers/${supplier}/locations?${query}`);
    expect(reply.status).toBe(200);
    return reply.body.data as Place[];
  };

  it('shows where moves of the supplier start, each once, by key', async () => {
    await given.move({}, { from: demo.a });
    await given.move({}, { from: demo.a });
    await given.move({}, { from: demo.bsi, to: demo.c });
    const keysOf = async (supplier: string) => (await origins(supplier)).map(({ attributes }) => attributes.key);
    const [ours, theirs] = [await keysOf(serco), await keysOf(geoamey)];
    for (const keys of [ours, theirs]) expect(keys).toEqual([...new Set(keys)].sort());
    expect([ours.includes('loa'), theirs.includes('loa')]).toEqual([true, false]);
    expect([ours.includes('bsi'), theirs.includes('bsi')]).toEqual([false, true]);
    const stored = await api.db().reader().rows<{ key: string }>(
      {
        name: 'test-origins',
        text: 'select distinct l.key from moves m join locations l on l.id = m.from_location_id where supplier_id = $1',
      },
      [serco],
    );
    expect(ours).toEqual(stored.map(({ key }) => key).sort());
  });

  it('pages and includes suppliers', async () => {
    const all = await origins(serco);
    const { body } = await api.get(`/suppliers/${serco}/locations?per_page=1&page=2&include=suppliers`);
    expect(body.data).toEqual(all.slice(1, 2));
    expect(body.meta.pagination.total_objects).toBe(all.length);
    expect(body.included).toHaveLength(1);
  });

  it.each([unknownId, 'serco'])('does not find %s', async (id) => {
    const reply = await api.get(`/suppliers/${id}/locations`);
    expect([reply.status, reply.body.errors[0].title]).toEqual([404, 'Resource not found']);
  });

  it('needs a token', async () => {
    expect((await api.as('nobody').get(`/suppliers/${serco}/locations`)).status).toBe(401);
  });
});
