import { bookSecureMove } from '../testing/book-secure-move';
import type { Who } from '../testing/book-secure-move';
import { found } from './found.fixture';
import type { Named } from './found.fixture';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const { bsi, iwi, a, b, lodging } = places;
const { serco, geoamey } = suppliers;

let moves: Named;

/** Serco serves A, B and the lodging; GEOAmey serves Brinsford and the Isle of Wight. */
beforeAll(async () => {
  moves = {
    serco: await lay.move(),
    geoamey: await lay.move({ from_location_id: bsi, to_location_id: iwi, supplier_id: geoamey }),
    carriedByOther: await lay.move({ supplier_id: geoamey }),
    fromOther: await lay.move({ from_location_id: bsi }),
    toOther: await lay.move({ to_location_id: iwi }),
    lodgedAtOther: await lay.move({ from_location_id: bsi, to_location_id: iwi, supplier_id: geoamey }),
  };
  await lay.lodging(moves.lodgedAtOther!, { location_id: lodging, status: 'cancelled' });
});

const seen: Record<Exclude<Who, 'nobody'>, readonly string[]> = {
  pmu: ['serco', 'geoamey', 'carriedByOther', 'fromOther', 'toOther', 'lodgedAtOther'],
  serco: ['serco', 'carriedByOther', 'fromOther', 'toOther', 'lodgedAtOther'],
  geoamey: ['geoamey', 'carriedByOther', 'fromOther', 'toOther', 'lodgedAtOther'],
};

describe.each(['pmu', 'serco', 'geoamey'] as const)('%s', (who) => {
  it('finds the moves that it may see, in lists and exports', async () => {
    expect((await found(api.as(who), moves)).sort()).toEqual([...seen[who]].sort());
    const everything = await api.as(who).get('/moves?per_page=2000');
    const ids = (everything.body.data as { id: string }[]).map(({ id }) => id);
    expect(everything.body.meta.pagination.total_objects).toBe(ids.length);
    const searched = await api
      .as(who)
      .post('/moves/filtered?per_page=2000', { data: { attributes: { filter: { status: 'requested' } } } });
    expect((searched.body.data as { id: string }[]).every(({ id }) => ids.includes(id))).toBe(true);
    const exported = await api.as(who).post('/moves/csv', {});
    expect(exported.text.match(/\r\n/g)).toHaveLength(ids.length + 1);
  });

  it('reads and changes those moves; the others do not exist to it', async () => {
    for (const [name, id] of Object.entries(moves)) {
      const sees = seen[who].includes(name);
      const detail = `Couldn't find Move with 'id'=${id}`;
      const change = { data: { attributes: { additional_information: who } } };
      for (const reply of [await api.as(who).get(`/moves/${id}`), await api.as(who).patch(`/moves/${id}`, change)]) {
        if (sees) expect([name, reply.status]).toEqual([name, 200]);
        else expect([reply.status, reply.body]).toEqual([404, { errors: [{ title: 'Resource not found', detail }] }]);
      }
      const [stored] = await lay.rows('moves', { id });
      expect(stored!.additional_information === who).toBe(sees);
    }
  });
});

describe('what a supplier may see', () => {
  it('changes with the places of its locations, whatever their dates', async () => {
    const id = await lay.move({ from_location_id: bsi, to_location_id: iwi, supplier_id: geoamey });
    const looks = async () => (await api.as('serco').get(`/moves/${id}`)).status;
    expect(await looks()).toBe(404);
    await lay.link(serco, iwi, { effective_from: '2000-01-01', effective_to: '2000-01-02' });
    expect(await looks()).toBe(200);
    await lay.unlink(serco, iwi);
    expect(await looks()).toBe(404);
  });

  it('grows with a lodging', async () => {
    const id = await lay.move({ from_location_id: bsi, to_location_id: iwi, supplier_id: geoamey });
    expect((await api.as('serco').get(`/moves/${id}`)).status).toBe(404);
    await lay.lodging(id);
    expect((await api.as('serco').get(`/moves/${id}`)).status).toBe(200);
  });

  it('is its own move, though neither end is its own', async () => {
    const { status, body } = await api.as('geoamey').post('/moves', {
      data: {
        attributes: { date: '2026-12-01', move_type: 'prison_transfer' },
        relationships: {
          from_location: { data: { type: 'locations', id: a } },
          to_location: { data: { type: 'locations', id: b } },
        },
      },
    });
    expect(status).toBe(201);
    expect((await api.as('geoamey').get(`/moves/${body.data.id}`)).status).toBe(200);
    expect((await api.as('serco').get(`/moves/${body.data.id}`)).status).toBe(200);
  });
});
