import type { StatementCounter } from '@switchyard/db';
import { eventsOf } from '../events/repository';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey } from '../testing/given';
import { addLodging, at, lodgingBody, noticesOf, putLodging, staysOf, unknownId } from './lodgings.fixture';

const { api, given } = bookSecureMove();

describe('POST /moves/{move_id}/lodgings', () => {
  it('adds a lodging', async () => {
    const move = await given.emptyMove();
    const reply = await api.post(`/moves/${move}/lodgings`, lodgingBody());
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      data: {
        id: expect.any(String),
        type: 'lodgings',
        attributes: { start_date: '2026-12-01', end_date: '2026-12-02', status: 'proposed' },
        relationships: {
          move: { data: { id: move, type: 'moves' } },
          location: { data: { id: demo.lodging, type: 'locations' } },
        },
      },
    });
  });

  it('leaves an event and a notice, and touches the move', async () => {
    const move = await given.emptyMove();
    const before = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    const { body } = await api.post(`/moves/${move}/lodgings`, lodgingBody(), {
      ...freshKey(),
      'X-Current-User': 'P.PLANNER',
    });
    expect(await eventsOf(api.db().reader(), [body.data.id])).toMatchObject([
      {
        eventType: 'LodgingCreate',
        eventableType: 'lodgings',
        notes: 'Automatically generated event',
        createdBy: 'P.PLANNER',
        supplierId: null,
        details: { start_date: '2026-12-01', end_date: '2026-12-02' },
        relationships: { location: { type: 'locations', id: demo.lodging } },
      },
    ]);
    expect(await noticesOf(api, move)).toEqual([['create_lodging', body.data.id]]);
    const after = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('includes the location and shows the move to the supplier of that location', async () => {
    const move = await given.emptyMove();
    expect((await api.as('geoamey').get(`/moves/${move}/lodgings`)).status).toBe(404);
    const reply = await api.post(`/moves/${move}/lodgings?include=location`, lodgingBody({}, at(demo.bsi)));
    expect(reply.body.included).toMatchObject([{ id: demo.bsi, type: 'locations' }]);
    const seen = await api.as('geoamey').get(`/moves/${move}/lodgings`);
    expect([seen.status, seen.body.data]).toEqual([200, [reply.body.data]]);
  });

  it('is replayed with the same key', async () => {
    const move = await given.emptyMove();
    const key = freshKey();
    const first = await api.post(`/moves/${move}/lodgings`, lodgingBody(), key);
    const before = await footprintOf(api, move);
    const again = await api.post(`/moves/${move}/lodgings`, lodgingBody(), key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('succeeds exactly once in a burst of parallel requests with keys of their own', async () => {
    const move = await given.emptyMove();
    const burst = Array.from({ length: 8 }, () => api.post(`/moves/${move}/lodgings`, lodgingBody()));
    const statuses = (await Promise.all(burst)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(7).fill(422)]);
    expect(await staysOf(api, move)).toHaveLength(1);
  });
});

describe('a refused lodging', () => {
  const parameters = (title: string, detail: string) => ({
    errors: [{ title, detail: `Validation failed: ${detail}` }],
  });
  const missing = (name: string) => ({
    errors: [{ title: 'Bad request', detail: `param is missing or the value is empty or invalid: ${name}` }],
  });
  const broken = (field: string, detail: string, code: string) => ({
    errors: [{ title: 'Unprocessable content', detail, source: { pointer: `/data/attributes/${field}` }, code }],
  });
  const notIso = 'must be formatted as a valid ISO-8601 date';

  it.each<[string, object, number, object]>([
    ['has no data', {}, 400, missing('data')],
    ['has no relationships', { data: { attributes: {} } }, 400, missing('relationships')],
    ['is nowhere', lodgingBody({}, { data: null }), 400, missing('location')],
    [
      'has no days',
      lodgingBody({ start_date: undefined, end_date: undefined }),
      422,
      parameters('Invalid start_date, end_date', `Start date ${notIso}, End date ${notIso}`),
    ],
    [
      'ends on a day that does not exist',
      lodgingBody({ end_date: '2027-02-29' }),
      422,
      parameters('Invalid end_date', `End date ${notIso}`),
    ],
    [
      'is at an unknown location',
      lodgingBody({}, at(unknownId)),
      422,
      parameters('Invalid location', `Location reference was not found id=${unknownId}`),
    ],
    [
      'ends on its first day',
      lodgingBody({ end_date: '2026-12-01' }),
      422,
      broken('end_date', 'End date must be after start date', 'must be after start_date'),
    ],
    [
      'has the days of another',
      lodgingBody({ start_date: '2026-12-24', end_date: '2026-12-26' }, at(demo.c)),
      422,
      broken('start_date', 'Start date has already been taken', 'taken'),
    ],
  ])('%s', async (_, sent, status, expected) => {
    const move = await given.emptyMove();
    await addLodging(api, move, '2026-12-24', '2026-12-26');
    const before = await footprintOf(api, move);
    const reply = await api.post(`/moves/${move}/lodgings`, sent);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('may have the days of a cancelled one', async () => {
    const move = await given.emptyMove();
    await putLodging(api, await addLodging(api, move, '2026-12-24', '2026-12-26'), 'cancelled');
    await addLodging(api, move, '2026-12-24', '2026-12-26');
    expect(await staysOf(api, move)).toEqual([['2026-12-24', '2026-12-26']]);
  });

  it.each([unknownId, 'foo'])('is of a move %s that does not exist', async (id) => {
    const reply = await api.post(`/moves/${id}/lodgings`, lodgingBody());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${id}`]);
  });

  it('is not for suppliers', async () => {
    const move = await given.emptyMove();
    const before = await footprintOf(api, move);
    const reply = await api.as('serco').post(`/moves/${move}/lodgings`, lodgingBody());
    expect([reply.status, reply.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'You are not authorized to access this page.' }] },
    ]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('asks for something that cannot be included', async () => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/lodgings?include=move`, lodgingBody());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["move"] is not supported. Valid values are: ["location"]',
    ]);
  });
});

describe('GET /moves/{move_id}/lodgings', () => {
  async function threeStays(): Promise<string> {
    const move = await given.emptyMove();
    await addLodging(api, move, '2026-12-05', '2026-12-06');
    await addLodging(api, move, '2026-12-01', '2026-12-02');
    await putLodging(api, await addLodging(api, move, '2026-12-02', '2026-12-03'), 'cancelled');
    await putLodging(api, await addLodging(api, move, '2026-12-03', '2026-12-04'), 'started');
    return move;
  }

  it('lists those that are not cancelled by first day, to suppliers too', async () => {
    const move = await threeStays();
    const { body } = await api.as('serco').get(`/moves/${move}/lodgings`);
    expect(body.data.map(({ attributes }: { attributes: object }) => Object.values(attributes))).toEqual([
      ['2026-12-01', '2026-12-02', 'proposed'],
      ['2026-12-03', '2026-12-04', 'started'],
      ['2026-12-05', '2026-12-06', 'proposed'],
    ]);
  });

  it('comes in pages', async () => {
    const move = await threeStays();
    const { body } = await api.get(`/moves/${move}/lodgings?page=2&per_page=2&include=location`);
    const link = (page: number) => `${api.url()}/api/moves/${move}/lodgings?include=location&page=${page}&per_page=2`;
    expect(body.data).toMatchObject([{ attributes: { start_date: '2026-12-05' } }]);
    expect(body.included).toMatchObject([{ id: demo.lodging }]);
    expect(body.meta).toEqual({ pagination: { per_page: 2, total_pages: 2, total_objects: 3 } });
    expect(body.links).toEqual({ self: link(2), first: link(1), prev: link(1), next: null, last: link(2) });
  });

  it('takes two statements however many lodgings it shows', async () => {
    const move = await threeStays();
    const counter: StatementCounter = { statements: 0 };
    const lister = api.db().lister(counter);
    const spy = jest.spyOn(api.db(), 'lister').mockReturnValue(lister);
    await api.get(`/moves/${move}/lodgings?include=location`);
    spy.mockRestore();
    expect(counter.statements).toBe(2);
  });

  it.each([unknownId, 'foo'])('does not find the move %s', async (id) => {
    expect((await api.get(`/moves/${id}/lodgings`)).status).toBe(404);
  });
});

describe('GET /moves/{move_id}/lodgings/{lodging_id}', () => {
  it('shows a lodging, cancelled or not, to whoever sees the move', async () => {
    const move = await given.emptyMove();
    const id = await addLodging(api, move, '2026-12-01', '2026-12-02');
    await putLodging(api, id, 'cancelled');
    for (const who of ['pmu', 'serco'] as const) {
      const { status, body } = await api.as(who).get(`/moves/${move}/lodgings/${id.toUpperCase()}?include=location`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        data: { id, attributes: { status: 'cancelled' } },
        included: [{ id: demo.lodging }],
      });
    }
    expect((await api.as('geoamey').get(`/moves/${move}/lodgings/${id}`)).status).toBe(404);
  });

  it.each([unknownId, 'foo'])('does not find the lodging %s', async (id) => {
    const reply = await api.get(`/moves/${await given.emptyMove()}/lodgings/${id}`);
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Lodging with 'id'=${id}` }] },
    ]);
  });
});
