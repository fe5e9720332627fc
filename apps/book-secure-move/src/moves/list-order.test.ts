import { bookSecureMove } from '../testing/book-secure-move';
import type { Named } from './found.fixture';
import { found } from './found.fixture';
import { Lay, places } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

let moves: Named;
let references: string;

beforeAll(async () => {
  const profileOf = async (first_names: string, last_name: string) =>
    lay.profile({ person_id: await lay.person({ first_names, last_name }) });
  const [medical, security] = await Promise.all(
    ['medical', 'security'].map(
      async (key) => (await lay.rows<{ id: string }>('prison_transfer_reasons', { key }, 'key'))[0]!.id,
    ),
  );
  moves = {
    first: await lay.move({
      date: '2026-12-03',
      created_at: '2026-11-01T00:00:00Z',
      profile_id: await profileOf('ANNA', 'ZED'),
      prison_transfer_reason_id: security,
    }),
    second: await lay.move({
      date: '2026-12-02',
      created_at: '2026-11-03T00:00:00Z',
      date_from: '2026-12-02',
      profile_id: await profileOf('BERT', 'ABLE'),
      from_location_id: places.iwi,
      prison_transfer_reason_id: medical,
    }),
    third: await lay.move({
      date: '2026-12-04',
      created_at: '2026-11-02T00:00:00Z',
      date_from: '2026-12-01',
      profile_id: await profileOf('ADAM', 'ABLE'),
      from_location_id: places.bsi,
      to_location_id: places.iwi,
    }),
    bare: await lay.move({
      status: 'proposed',
      date: null,
      created_at: '2026-11-04T00:00:00Z',
      move_type: 'prison_recall',
      to_location_id: null,
    }),
  };
  const rows = await Promise.all(Object.values(moves).map((id) => lay.rows<{ reference: string }>('moves', { id })));
  references = rows.map(([row]) => row!.reference).join(',');
});

describe('GET /moves in order', () => {
  it.each<[string, string[]]>([
    ['', ['bare', 'third', 'first', 'second']],
    ['sort[by]=date', ['second', 'first', 'third', 'bare']],
    ['sort[by]=date&sort[direction]=desc', ['bare', 'third', 'first', 'second']],
    ['sort[by]=date_from', ['third', 'second', '*', '*']],
    ['sort[by]=created_at', ['first', 'third', 'second', 'bare']],
    ['sort[by]=created_at&sort[direction]=desc', ['bare', 'second', 'third', 'first']],
    ['sort[by]=name', ['third', 'second', 'first']],
    ['sort[by]=name&sort[direction]=desc', ['first', 'second', 'third']],
    ['sort[by]=from_location', ['third', 'second', '*', '*']],
    ['sort[by]=from_location&sort[direction]=desc', ['*', '*', 'second', 'third']],
    ['sort[by]=to_location', ['third', '*', '*']],
    ['sort[by]=to_location&sort[direction]=asc', ['third', '*', '*']],
    ['sort[by]=prison_transfer_reason', ['second', 'first', '*', '*']],
    ['sort[by]=prison_transfer_reason&sort[direction]=desc', ['*', '*', 'first', 'second']],
  ])('%s', async (parameters, expected) => {
    const listed = await found(api, moves, parameters);
    expect(listed.map((name, place) => (expected[place] === '*' ? '*' : name))).toEqual(expected);
  });

  it.each([
    ['sort[direction]=asc', 'Invalid sort_by', "Validation failed: Sort by can't be blank"],
    ['sort[by]=nonsense', 'Invalid sort_by', 'Validation failed: Sort by is not included in the list'],
    ['sort[by]=toString', 'Invalid sort_by', 'Validation failed: Sort by is not included in the list'],
    [
      'sort[by]=date&sort[direction]=up',
      'Invalid sort_direction',
      'Validation failed: Sort direction is not included in the list',
    ],
    [
      'sort[by]=x&sort[direction]=y',
      'Invalid sort_by, sort_direction',
      'Validation failed: Sort by is not included in the list, Sort direction is not included in the list',
    ],
  ])('refuses %s', async (parameters, title, detail) => {
    const reply = await api.get(`/moves?${parameters}`);
    expect([reply.status, reply.body]).toEqual([422, { errors: [{ title, detail }] }]);
  });

  it('gives moves of one date an order of their own, the same on every page', async () => {
    const many: Named = Object.fromEntries(
      await Promise.all(Array.from({ length: 7 }, async (_, n) => [`m${n}`, await lay.move()])),
    );
    const inOne = await found(api, many);
    expect(inOne.map((name) => many[name])).toEqual([...Object.values(many)].sort());
  });
});

describe('a page of GET /moves', () => {
  const page = (parameters: string) => api.get(`/moves?filter[reference]=${references}${parameters}`);
  const link = (number: number, size: number, more = '') =>
    `${api.url()}/api/moves?filter%5Breference%5D=${encodeURIComponent(references)}${more}&page=${number}&per_page=${size}`;

  it('has twenty moves unless another number is asked for', async () => {
    const { body } = await page('');
    expect(body.meta).toEqual({ pagination: { per_page: 20, total_pages: 1, total_objects: 4 } });
    expect(body.links).toEqual({ self: link(1, 20), first: link(1, 20), prev: null, next: null, last: link(1, 20) });
  });

  it('links to its neighbours, with every parameter in alphabetical order', async () => {
    const { body } = await page('&per_page=1&page=2&sort[by]=date&include=supplier');
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination).toEqual({ per_page: 1, total_pages: 4, total_objects: 4 });
    const at = (number: number) =>
      `${api.url()}/api/moves?filter%5Breference%5D=${encodeURIComponent(references)}&include=supplier&page=${number}&per_page=1&sort%5Bby%5D=date`;
    expect(body.links).toEqual({ self: at(2), first: at(1), prev: at(1), next: at(3), last: at(4) });
    expect(Object.keys(body.links)).toEqual(['self', 'first', 'prev', 'next', 'last']);
    expect(Object.keys(body)).toEqual(['data', 'included', 'meta', 'links']);
  });

  it('can be fetched by its links', async () => {
    const seen: string[] = [];
    for (let next: string | null = (await page('&per_page=3')).body.links.first; next !== null;) {
      const { body } = await api.get(next);
      seen.push(...(body.data as { id: string }[]).map(({ id }) => id));
      next = body.links.next;
    }
    expect(seen.sort()).toEqual(Object.values(moves).sort());
  });

  it('may be named the older way, and links the newer', async () => {
    const { body } = await page('&page[number]=2&page[size]=3');
    expect(body.data).toHaveLength(1);
    expect(body.links).toMatchObject({ self: link(2, 3), prev: link(1, 3), next: null });
  });

  it.each([
    ['per_page=5000', 2000],
    ['per_page=2000', 2000],
    ['per_page=0', 20],
    ['per_page=-1', 20],
    ['per_page=many', 20],
    ['page=0', 20],
    ['page=-3', 20],
    ['page=x', 20],
  ])('with %s has %i moves', async (parameters, size) => {
    const { body } = await page(`&${parameters}`);
    expect(body.meta.pagination).toEqual({ per_page: size, total_pages: 1, total_objects: 4 });
    expect(body.links.self).toBe(link(1, size));
  });

  it('past the end is empty', async () => {
    const { status, body } = await page('&page=9&per_page=2');
    expect([status, body.data]).toEqual([200, []]);
    expect(body.meta.pagination).toEqual({ per_page: 2, total_pages: 2, total_objects: 4 });
    expect(body.links).toMatchObject({ first: link(1, 2), prev: null, next: null, last: link(2, 2) });
  });

  it('far into the list shows what lies there', async () => {
    const { body } = await api.get('/moves?per_page=1&page=1500');
    expect(body.data).toEqual([]);
    await Promise.all(Array.from({ length: 4 }, () => lay.move({ date: '1999-01-01' })));
    const total = (await api.get('/moves?per_page=1')).body.meta.pagination.total_objects;
    const last = (await api.get(`/moves?per_page=1&page=${total}`)).body;
    expect(last.data[0].attributes.date).toBe('1999-01-01');
  });

  it('of nothing is the first and the last', async () => {
    const { body } = await api.get('/moves?filter[reference]=nonsense');
    const only = `${api.url()}/api/moves?filter%5Breference%5D=nonsense&page=1&per_page=20`;
    expect(body).toEqual({
      data: [],
      meta: { pagination: { per_page: 20, total_pages: 0, total_objects: 0 } },
      links: { self: only, first: only, prev: null, next: null, last: only },
    });
  });

  it('keeps the token of the query out of its links', async () => {
    const { body } = await page('&access_token=secret');
    expect(JSON.stringify(body.links)).not.toContain('secret');
  });

  it('links to the host and port that the client has called', async () => {
    const here = new URL(api.url());
    const { body } = await api.get(`http://localhost:${here.port}/api/moves?per_page=1`);
    expect(body.links.self).toBe(`http://localhost:${here.port}/api/moves?page=1&per_page=1`);
  });
});
