import type { StatementCounter } from '@switchyard/db';
import { serco } from '../seed/reference-data/suppliers';
import { bookSecureMove } from '../testing/book-secure-move';
import { demo, related } from '../testing/given';
import { newJourney, unknownId } from './journeys.fixture';

const { api, given } = bookSecureMove();
const timestamp = (hour: number): string => `2026-12-01T0${hour}:00:00Z`;

interface Listed {
  id: string;
  attributes: { number: number };
}

/** A move that both suppliers see, with a journey of geoamey between two of serco. */
async function sharedMove() {
  const move = await given.emptyMove({ to: demo.iwi });
  const first = await given.journey(move, { timestamp: timestamp(1) }, { to: demo.c });
  const leg = newJourney({ timestamp: timestamp(2) }, { from_location: related('locations', demo.c) });
  const to = { ...leg.data.relationships, to_location: related('locations', demo.bsi) };
  const reply = await api.as('geoamey').post(`/moves/${move}/journeys`, { data: { ...leg.data, relationships: to } });
  const last = await given.journey(move, { timestamp: timestamp(3) }, { from: demo.bsi, to: demo.iwi });
  return { move, first, middle: reply.body.data.id as string, last };
}

describe('GET /moves/{move_id}/journeys', () => {
  const shown = async (who: 'pmu' | 'serco' | 'geoamey', path: string) =>
    (await api.as(who).get(path)).body.data.map(({ id, attributes }: Listed) => [id, attributes.number]);

  it('lists all journeys by timestamp to an authority, and to a supplier its own with the same numbers', async () => {
    const { move, first, middle, last } = await sharedMove();
    const path = `/moves/${move}/journeys`;
    expect(await shown('pmu', path)).toEqual([
      [first, 1],
      [middle, 2],
      [last, 3],
    ]);
    expect(await shown('serco', path)).toEqual([
      [first, 1],
      [last, 3],
    ]);
    expect(await shown('geoamey', path)).toEqual([[middle, 2]]);
  });

  it('comes in pages', async () => {
    const { move, last } = await sharedMove();
    const reply = await api.as('serco').get(`/moves/${move}/journeys?per_page=1&page=2`);
    const link = (page: number) => `${api.url()}/api/moves/${move}/journeys?page=${page}&per_page=1`;
    expect(reply.body.data.map(({ id }: Listed) => id)).toEqual([last]);
    expect(reply.body.meta).toEqual({ pagination: { per_page: 1, total_pages: 2, total_objects: 2 } });
    expect(reply.body.links).toEqual({ self: link(2), first: link(1), prev: link(1), next: null, last: link(2) });
  });

  it('is empty for a move without any', async () => {
    const reply = await api.get(`/moves/${await given.emptyMove()}/journeys?include=`);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ data: [], included: [], meta: { pagination: { total_objects: 0 } } });
  });

  it('includes each place once, with attributes only', async () => {
    const { move } = await sharedMove();
    const { body } = await api.get(`/moves/${move}/journeys?include=from_location,to_location`);
    expect(body.included.map(({ id }: Listed) => id).sort()).toEqual([demo.iwi, demo.bsi, demo.a, demo.c].sort());
    for (const place of body.included) expect(Object.keys(place)).toEqual(['id', 'type', 'attributes']);
  });

  it('cannot include what lies behind a place', async () => {
    const reply = await api.get(`/moves/${await given.emptyMove()}/journeys?include=from_location.suppliers`);
    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [
        {
          title: 'Bad request',
          detail: '["from_location.suppliers"] is not supported. Valid values are: ["from_location", "to_location"]',
        },
      ],
    ]);
  });

  it('takes two statements however many journeys it shows', async () => {
    const { move } = await sharedMove();
    const counter: StatementCounter = { statements: 0 };
    const lister = api.db().lister(counter);
    const spy = jest.spyOn(api.db(), 'lister').mockReturnValue(lister);
    await api.get(`/moves/${move}/journeys?include=from_location,to_location`);
    spy.mockRestore();
    expect(counter.statements).toBe(2);
  });

  it.each([unknownId, 'foo'])('does not find the move %s', async (id) => {
    const reply = await api.get(`/moves/${id}/journeys`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${id}`]);
  });

  it('does not find a move that the supplier cannot see', async () => {
    const reply = await api.as('geoamey').get(`/moves/${await given.emptyMove()}/journeys`);
    expect(reply.status).toBe(404);
  });
});

describe('GET /moves/{move_id}/journeys/{journey_id}', () => {
  it('shows a journey with its places and their suppliers', async () => {
    const { move, last } = await sharedMove();
    const path = `/moves/${move}/journeys/${last.toUpperCase()}?include=from_location.suppliers`;
    const { status, body } = await api.as('serco').get(path);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ id: last, attributes: { number: 3, timestamp: '2026-12-01T03:00:00+00:00' } });
    const kinds = body.included.map(({ type }: { type: string }) => type);
    expect(kinds.sort()).toEqual(['locations', 'suppliers']);
  });

  it('is not for another supplier', async () => {
    const { move, middle } = await sharedMove();
    const reply = await api.as('serco').get(`/moves/${move}/journeys/${middle}`);
    expect([reply.status, reply.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'Not authorized' }] },
    ]);
  });

  it.each([unknownId, 'foo'])('does not find the journey %s', async (id) => {
    const reply = await api.get(`/moves/${await given.emptyMove()}/journeys/${id}`);
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Journey with 'id'=${id}` }] },
    ]);
  });

  it('does not find a journey of another move', async () => {
    const { first } = await sharedMove();
    expect((await api.get(`/moves/${await given.emptyMove()}/journeys/${first}`)).status).toBe(404);
  });

  it('needs a token', async () => {
    const { move, first } = await sharedMove();
    expect((await api.as('nobody').get(`/moves/${move}/journeys/${first}`)).status).toBe(401);
    expect((await api.as('nobody').get(`/moves/${move}/journeys`)).status).toBe(401);
  });
});

it('shows an authority the journey that a supplier is named for', async () => {
  const move = await given.emptyMove();
  const named = newJourney({}, { supplier: related('suppliers', serco.id) });
  const { body } = await api.post(`/moves/${move}/journeys`, named);
  const reply = await api.as('serco').get(`/moves/${move}/journeys/${body.data.id}`);
  expect([reply.status, reply.body]).toEqual([200, body]);
});
