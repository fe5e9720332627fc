import { eventsOf } from '../events/repository';
import { serco } from '../seed/reference-data/suppliers';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey } from '../testing/given';
import { unknownId } from './journeys.fixture';

const { api, given } = bookSecureMove();
const vehicle = { id: 'V-77', registration: 'XY70 ABC' };

const change = (attributes: object = {}) => ({
  data: { type: 'journeys', attributes: { timestamp: '2026-12-03T10:00:00Z', ...attributes } },
});

/** A journey of serco, as its path. */
async function journeyPath(attributes: Record<string, unknown> = {}, to: string = demo.b): Promise<string> {
  const move = await given.emptyMove({ to });
  return `/moves/${move}/journeys/${await given.journey(move, { vehicle, ...attributes }, { to })}`;
}

const moveIn = (path: string): string => path.split('/')[2]!;
const journeyIn = (path: string): string => path.split('/')[4]!;

describe('PATCH /moves/{move_id}/journeys/{journey_id}', () => {
  it.each<[string, object, object]>([
    ['the day', { date: '2027-03-28' }, { date: '2027-03-28' }],
    ['the day, also when a time follows it', { date: '2027-03-28T23:30:00Z' }, { date: '2027-03-28' }],
    ['nothing by a null day', { date: null }, {}],
    ['whether it is billable', { billable: false }, { billable: false }],
    ['the vehicle as a whole', { vehicle: { depot: 'Hull' } }, { vehicle: { depot: 'Hull' } }],
    ['the vehicle to none', { vehicle: null }, { vehicle: null }],
    ['nothing by its own timestamp', {}, {}],
    ['nothing else', { state: 'completed', number: 7 }, {}],
  ])('changes %s', async (_, sent, expected) => {
    const path = await journeyPath();
    const before = (await api.get(path)).body.data;
    const reply = await api.as('serco').patch(path, change(sent));
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ data: { ...before, attributes: { ...before.attributes, ...expected } } });
    expect((await api.get(path)).body).toEqual(reply.body);
  });

  it('does the same by PUT, and includes what is asked for', async () => {
    const path = await journeyPath();
    const reply = await api.as('serco').put(`${path}?include=to_location`, change({ billable: false }));
    expect([reply.status, reply.body.data.attributes.billable]).toEqual([200, false]);
    expect(reply.body.included).toMatchObject([{ id: demo.b, type: 'locations' }]);
  });

  it('leaves an event in the name of the journey’s supplier, whoever asks, and touches the move', async () => {
    const path = await journeyPath();
    const before = (await api.get(`/moves/${moveIn(path)}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    await api.patch(path, change());
    const events = await eventsOf(api.db().reader(), [journeyIn(path)]);
    expect(events.map(({ eventType }) => eventType)).toEqual(['JourneyCreate', 'JourneyUpdate']);
    expect(events[1]).toMatchObject({ notes: 'Automatically generated event', createdBy: null, supplierId: serco.id });
    const after = (await api.get(`/moves/${moveIn(path)}`)).body.data.attributes.updated_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('is replayed with the same key', async () => {
    const path = await journeyPath();
    const key = freshKey();
    const first = await api.as('serco').patch(path, change({ billable: false }), key);
    await api.as('serco').patch(path, change({ billable: true }));
    const before = await footprintOf(api, moveIn(path));
    const again = await api.as('serco').patch(path, change({ billable: false }), key);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await footprintOf(api, moveIn(path))).toEqual(before);
  });

  it('loses none of several parallel changes', async () => {
    const path = await journeyPath();
    const changes = [{ billable: false }, { date: '2026-12-24' }, { vehicle: { id: 'V-78' } }];
    await Promise.all(changes.map((each) => api.as('serco').patch(path, change(each))));
    expect((await api.get(path)).body.data.attributes).toMatchObject(Object.assign({}, ...changes));
  });
});

describe('a refused change of a journey', () => {
  const parameters = (title: string, detail: string) => ({
    errors: [{ title, detail: `Validation failed: ${detail}` }],
  });
  const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';

  it.each<[string, object, number, object]>([
    [
      'no data',
      {},
      400,
      { errors: [{ title: 'Bad request', detail: 'param is missing or the value is empty or invalid: data' }] },
    ],
    ['no attributes', { data: { type: 'journeys' } }, 422, parameters('Invalid timestamp', notIso)],
    ['no timestamp', change({ timestamp: undefined }), 422, parameters('Invalid timestamp', notIso)],
    [
      'a billable that is none',
      change({ billable: 'no' }),
      422,
      parameters('Invalid billable', 'Billable is not included in the list'),
    ],
    [
      'a date that is none',
      change({ date: '2026-02-30' }),
      422,
      parameters('Invalid date', 'Date must be formatted as a valid ISO-8601 date'),
    ],
    [
      'billable null',
      change({ billable: null }),
      422,
      {
        errors: [
          {
            title: 'Unprocessable content',
            detail: 'Billable is reserved',
            source: { pointer: '/data/attributes/billable' },
            code: 'exclusion',
          },
        ],
      },
    ],
  ])('has %s', async (_, sent, status, expected) => {
    const path = await journeyPath();
    const before = await footprintOf(api, moveIn(path));
    const reply = await api.as('serco').patch(path, sent);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, moveIn(path))).toEqual(before);
  });

  it('is of a journey that another supplier drives', async () => {
    const path = await journeyPath({}, demo.iwi);
    const before = await footprintOf(api, moveIn(path));
    const reply = await api.as('geoamey').patch(path, change({ billable: false }));
    expect([reply.status, reply.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'Not authorized' }] },
    ]);
    expect(await footprintOf(api, moveIn(path))).toEqual(before);
  });

  it('is of a move that the supplier cannot see', async () => {
    const reply = await api.as('geoamey').patch(await journeyPath(), change());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, expect.stringMatching(/^Couldn't find Move/)]);
  });

  it.each([unknownId, 'foo'])('is of the journey %s, which does not exist', async (id) => {
    const reply = await api.patch(`/moves/${await given.emptyMove()}/journeys/${id}`, change());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Journey with 'id'=${id}`]);
  });
});
