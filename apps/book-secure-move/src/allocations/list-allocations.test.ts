import { ReferenceData } from '../reference/reference-data';
import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';
import { cancelBody, fill, madeAllocation, unknownId } from './allocations.fixture';
import { listAllocations } from './list-allocations';

const { api, given } = bookSecureMove();

const brixton = 'd35bc561-7f33-4b0f-ae34-0de5964e0510';
const names = new Map<string, string>();
const made = async (
  name: string,
  attributes: Record<string, unknown>,
  places?: { from?: string; to?: string },
): Promise<string> => {
  const { id } = await madeAllocation(api, attributes, places);
  names.set(id, name);
  return id;
};

/** The listed allocations of this file, by the names that it gave them. */
const listed = async (query: string): Promise<(string | undefined)[]> => {
  const { body } = await api.get(`/allocations?per_page=100&${query}`);
  return namesIn(body);
};
const namesIn = (body: { data: { id: string }[] }): (string | undefined)[] =>
  body.data.map(({ id }) => names.get(id)).filter((name) => name !== undefined);

beforeAll(async () => {
  await made('one', { date: '2027-03-01', moves_count: 1 }, { from: demo.bsi, to: demo.c });
  await made('two', { date: '2027-03-02', moves_count: 3 }, { from: demo.a, to: demo.iwi });
  const three = await made('three', { date: '2027-03-03', moves_count: 2 }, { from: demo.a, to: brixton });
  const filled = await madeAllocation(api, { date: '2027-03-04', moves_count: 1 }, { from: demo.c, to: demo.b });
  names.set(filled.id, 'four');
  await api.post(`/allocations/${three}/cancel`, cancelBody());
  const person = await given.person({ last_name: "O'Hara_50%" });
  await fill(api, filled.moveIds[0]!, (await given.profile(person)).id);
});

describe('GET /allocations', () => {
  it('shows the latest date first, without moves but with their numbers', async () => {
    const reply = await api.get('/allocations?filter[date_from]=2027-03-01');
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body)).toEqual(['data', 'meta', 'links']);
    expect(namesIn(reply.body)).toEqual(['four', 'three', 'two', 'one']);
    const [four, three, two] = reply.body.data;
    expect(four.relationships).toEqual({
      from_location: { data: { id: demo.c, type: 'locations' } },
      to_location: { data: { id: demo.b, type: 'locations' } },
    });
    expect(four.meta).toEqual({ moves: { total: 1, filled: 1, unfilled: 0 } });
    expect(three.meta).toEqual({ moves: { total: 2, filled: 0, unfilled: 0 } });
    expect(two.meta).toEqual({ moves: { total: 3, filled: 0, unfilled: 3 } });
    const single = (await api.get(`/allocations/${four.id}`)).body.data;
    expect(four.attributes).toEqual(single.attributes);
  });

  it('pages with exact totals', async () => {
    const query = 'filter[date_from]=2027-03-01&per_page=3&page=2';
    const { body } = await api.get(`/allocations?${query}`);
    expect(namesIn(body)).toEqual(['one']);
    expect(body.meta).toEqual({ pagination: { per_page: 3, total_pages: 2, total_objects: 4 } });
    const base = `${api.url()}/api/allocations?filter%5Bdate_from%5D=2027-03-01&page=`;
    expect(body.links).toEqual({
      self: `${base}2&per_page=3`,
      first: `${base}1&per_page=3`,
      prev: `${base}1&per_page=3`,
      next: null,
      last: `${base}2&per_page=3`,
    });
  });

  it('includes the places, without their suppliers', async () => {
    const { body } = await api.get('/allocations?filter[date_from]=2027-03-04&include=from_location,to_location');
    expect(body.included.map(({ id }: { id: string }) => id).sort()).toEqual([demo.b, demo.c].sort());
    expect(body.included[0].relationships).toEqual({});
    expect(Object.keys(body)).toEqual(['data', 'included', 'meta', 'links']);
  });

  it.each([
    ['filter[date_from]=2027-03-02&filter[date_to]=2027-03-03', ['three', 'two']],
    [`filter[from_locations]=${demo.a}`, ['three', 'two']],
    [`filter[from_locations]=${demo.a}&filter[to_locations]=${brixton}`, ['three']],
    [`filter[to_locations]=${demo.iwi},${brixton},nowhere`, ['three', 'two']],
    [`filter[locations]=${demo.c.toUpperCase()}`, ['four', 'one']],
    [`filter[locations]=${unknownId}`, []],
    ['filter[locations]=', []],
    ['filter[status]=filled,cancelled', ['four', 'three']],
    ['filter[status]=unfilled', ['two', 'one']],
    ['filter[status]=', []],
    ['filter[colour]=red', ['four', 'three', 'two', 'one']],
    ['search[location]=LOCation a', ['three', 'two']],
    ['search[location]=brix', ['three']],
    ['search[location]=nowhere at all', []],
    ['search[location]=', ['four', 'three', 'two', 'one']],
    ['search[person]=hara_50%25', ['four']],
    ['search[person]=hara%2550_', []],
    ['search[person]=hara&filter[status]=unfilled', []],
  ])('%s finds %j', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
    const { body } = await api.get(`/allocations?per_page=1&${query}`);
    const everyone = await api.get(`/allocations?per_page=2000&${query}`);
    expect(body.meta.pagination.total_objects).toBe(everyone.body.data.length);
  });

  it.each([
    ['sort[by]=date', ['one', 'two', 'three', 'four']],
    ['sort[by]=date&sort[direction]=desc', ['four', 'three', 'two', 'one']],
    ['sort[by]=moves_count&sort[direction]=desc&filter[status]=unfilled', ['two', 'one']],
    ['sort[by]=from_location&filter[status]=unfilled,filled', ['one', 'two', 'four']],
    ['sort[by]=to_location&sort[direction]=desc', ['one', 'four', 'two', 'three']],
  ])('%s orders them as %j', async (query, expected) => {
    expect(await listed(`filter[date_from]=2027-03-01&${query}`)).toEqual(expected);
  });

  it('takes the same number of statements for any page', async () => {
    const reference = new ReferenceData(api.db().reader());
    await reference.load();
    for (const size of [1, 100]) {
      const counter = { statements: 0 };
      const page = { number: 1, size, offset: 0 };
      const nothing = { filters: {}, search: { location: undefined, person: undefined } };
      const sort = { by: undefined, direction: undefined };
      const { allocations } = await listAllocations(api.db().reader(counter), reference.current, {
        ...nothing,
        sort,
        page,
      });
      expect(allocations.length).toBeGreaterThan(size === 1 ? 0 : 4);
      expect(counter.statements).toBe(3);
    }
  });
});

describe('a list that cannot be read', () => {
  const day = ['is not a valid date.'];
  const list = ['is not included in the list'];
  const together = 'may not be used in combination with `from_locations` or `to_locations` filters.';

  it.each([
    ['filter[date_from]=soon', { date_from: day }],
    ['filter[date_from]=2027-02-30&filter[date_to]=1', { date_from: day, date_to: day }],
    [`filter[locations]=${demo.a}&filter[to_locations]=${demo.b}`, { locations: [together] }],
    ['sort[by]=colour', { sort_by: list }],
    ['sort[by]=date&sort[direction]=up', { sort_direction: list }],
    ['sort[direction]=asc', { sort_by: ["can't be blank"] }],
  ])('%s', async (query, error) => {
    const reply = await api.get(`/allocations?${query}`);
    expect([reply.status, reply.body]).toEqual([400, { error }]);
  });

  it('includes what only one allocation includes', async () => {
    for (const send of [
      api.get,
      (path: string) => api.post(path.replace('?', '/filtered?'), { data: { attributes: {} } }),
    ]) {
      const reply = await send('/allocations?include=moves');
      expect([reply.status, reply.body.errors[0].detail]).toEqual([
        400,
        '["moves"] is not supported. Valid values are: ["from_location", "to_location"]',
      ]);
    }
  });
});

describe('POST /allocations/filtered', () => {
  const filtered = (filter: Record<string, unknown>, query = '') =>
    api.post(`/allocations/filtered${query}`, { data: { type: 'allocations', attributes: { filter } } });

  it('filters by its body; search, sorting and paging come from the query', async () => {
    const filter = { date_from: '2027-03-01', from_locations: `${demo.a},${demo.c}`, status: ['cancelled'] };
    const { status, body } = await filtered(filter, '?sort[by]=date&search[location]=location&per_page=2');
    expect([status, namesIn(body)]).toEqual([200, ['two', 'three']]);
    expect(body.meta.pagination).toEqual({ per_page: 2, total_pages: 2, total_objects: 3 });
    expect(body.links.next).toContain('/api/allocations/filtered?page=2&per_page=2&search%5Blocation%5D=location');
  });

  it('refuses what the list refuses', async () => {
    const reply = await filtered({ date_to: 'soon' });
    expect([reply.status, reply.body]).toEqual([400, { error: { date_to: ['is not a valid date.'] } }]);
  });

  it.each([
    [{}, 'data'],
    [{ data: { type: 'allocations' } }, 'attributes'],
    [{ data: { type: 'allocations', attributes: {} } }, 'filter'],
  ])('misses a member: %j', async (body, name) => {
    const reply = await api.post('/allocations/filtered', body);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      `param is missing or the value is empty or invalid: ${name}`,
    ]);
  });
});

describe('GET /allocations/{allocation_id}', () => {
  it.each([unknownId, 'filtered'])('does not find %s', async (id) => {
    const reply = await api.get(`/allocations/${id}`);
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Allocation with 'id'=${id}` }] },
    ]);
  });

  it('is for every client, whoever makes the moves', async () => {
    const [id] = names.keys();
    expect((await api.as('serco').get(`/allocations/${id}`)).status).toBe(200);
    expect((await api.as('nobody').get(`/allocations/${id}`)).status).toBe(401);
    expect((await api.get(`/allocations/${id!.toUpperCase()}`)).body.data.id).toBe(id);
  });

  it('includes the moves when their people are asked for by the old name', async () => {
    const [id] = names.keys();
    const { body } = await api.get(`/allocations/${id}?include=moves.person.gender`);
    expect(body.included).toMatchObject([{ type: 'moves', relationships: { allocation: { data: { id } } } }]);
  });
});
