import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, related } from '../testing/given';
import { eventBody, unknownId } from './events.fixture';

const { api, given } = bookSecureMove();

const notIso = 'must be formatted as a valid ISO-8601 date-time';
const parameters = {
  event_type: 'MoveStart',
  occurred_at: '2026-12-01T12:00:00Z',
  recorded_at: '2026-12-01T12:05:00Z',
};

const bodyWith = (attributes: object | undefined, relationships: unknown) => ({
  data: { type: 'events', attributes, relationships },
});

describe('what every posted event must say', () => {
  it.each<[string, object, string, string]>([
    [
      'no type',
      { event_type: undefined },
      'event_type',
      "Event type can't be blank, Event type '' is not a valid event_type",
    ],
    [
      'an unknown type',
      { event_type: 'MoveAround' },
      'event_type',
      "Event type 'MoveAround' is not a valid event_type",
    ],
    [
      'a type of the service itself',
      { event_type: 'LodgingCreate' },
      'event_type',
      "Event type 'LodgingCreate' is not a valid event_type",
    ],
    ['no time', { occurred_at: undefined }, 'occurred_at', `Occurred at can't be blank, Occurred at ${notIso}`],
    ['a time with a blank', { recorded_at: '2020-12-03 10:51:28 +0000' }, 'recorded_at', `Recorded at ${notIso}`],
  ])('is not %s', async (_, changes, field, messages) => {
    const id = await given.emptyMove();
    const before = await footprintOf(api, id);
    const attributes = { ...parameters, ...changes };
    const reply = await api.post('/events', bodyWith(attributes, { eventable: related('moves', id) }));
    expect([reply.status, reply.body]).toEqual([
      422,
      { errors: [{ title: `Invalid ${field}`, detail: `Validation failed: ${messages}` }] },
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
  });

  it.each([
    ['allocations', "Eventable type 'allocations' is not a valid eventable type"],
    ['lodgings', "Eventable type 'lodgings' is not a valid eventable type"],
  ])('is not on one of the %s', async (type, message) => {
    const reply = await api.post('/events', bodyWith(parameters, { eventable: related(type, demo.a) }));
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [{ title: 'Invalid eventable_type', detail: `Validation failed: ${message}` }],
    ]);
  });

  it('is all of it, told at once', async () => {
    const reply = await api.post('/events', bodyWith(undefined, { location: related('locations', demo.a) }));
    expect(reply.body.errors[0].title).toBe('Invalid occurred_at, recorded_at, event_type, eventable_type');
  });

  it.each([
    ['data', {}],
    ['relationships', bodyWith(parameters, undefined)],
    ['relationships', bodyWith(parameters, {})],
  ])('comes with %s: %j', async (member, body) => {
    const reply = await api.post('/events', body);
    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [{ title: 'Bad request', detail: `param is missing or the value is empty or invalid: ${member}` }],
    ]);
  });
});

describe('the record of a posted event', () => {
  it.each([
    ['moves', 'MoveStart', 'Move'],
    ['journeys', 'JourneyStart', 'Journey'],
    ['people', 'PersonMoveAssault', 'Person'],
    ['person_escort_records', 'PerGeneric', 'PersonEscortRecord'],
  ])('is one of the %s, before the event is looked at', async (type, eventType, name) => {
    for (const id of [unknownId, 'nonsense']) {
      const reply = await api.post('/events', eventBody(eventType, { type, id }));
      expect([reply.status, reply.body.errors]).toEqual([
        404,
        [{ title: 'Resource not found', detail: `Couldn't find ${name} with 'id'=${id}` }],
      ]);
    }
    const nameless = await api.post(
      '/events',
      bodyWith(
        { ...parameters, event_type: eventType },
        {
          eventable: { data: { type } },
        },
      ),
    );
    expect([nameless.status, nameless.body.errors[0].detail]).toEqual([404, `Couldn't find ${name} without an ID`]);
  });
});

describe('an event that a move could not bear', () => {
  it('is not kept, and does not spoil later ones', async () => {
    const id = await given.emptyMove();
    const subject = { type: 'moves', id };
    await api.post('/events', eventBody('MoveAccept', subject));
    const before = await footprintOf(api, id);
    const later = { occurred_at: '2026-12-01T13:00:00Z' };
    const start = await api.post('/events', eventBody('MoveStart', subject, later));
    expect([start.status, start.body.errors]).toEqual([
      422,
      [
        {
          title: 'Unprocessable content',
          detail: "Profile can't be blank",
          source: { pointer: '/data/attributes/profile' },
          code: 'blank',
        },
      ],
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
    expect((await api.post('/events', eventBody('MoveOperationTornado', subject, later))).status).toBe(201);
  });
});

describe('GET /events/{id}', () => {
  it.each([unknownId, 'nonsense'])('does not find %s', async (id) => {
    const reply = await api.get(`/events/${id}`);
    expect([reply.status, reply.body.errors]).toEqual([
      404,
      [{ title: 'Resource not found', detail: `Couldn't find GenericEvent with 'id'=${id}` }],
    ]);
  });

  it('shows an event to any client, found in upper case too, but to nobody without a token', async () => {
    const { body } = await api.post('/events', eventBody('MoveStart', { type: 'moves', id: await given.emptyMove() }));
    const { id } = body.data;
    expect((await api.as('geoamey').get(`/events/${id.toUpperCase()}`)).body).toEqual(body);
    expect((await api.as('nobody').get(`/events/${id}`)).status).toBe(401);
  });

  it('includes nothing', async () => {
    const reply = await api.get(`/events/${unknownId}?include=eventable`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["eventable"] is not supported. Valid values are: []',
    ]);
  });
});
