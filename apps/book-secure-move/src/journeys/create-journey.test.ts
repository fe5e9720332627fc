import { randomUUID } from 'node:crypto';
import { eventsOf } from '../events/repository';
import { serco } from '../seed/reference-data/suppliers';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey, journeyBody, moveBody, related } from '../testing/given';

const { api } = bookSecureMove();
const unknown = '00000000-1111-4222-8333-444444444444';

async function newMove(places: { from?: string; to?: string } = {}): Promise<string> {
  const reply = await api.post('/moves', moveBody(null, {}, places));
  return reply.body.data.id;
}

/** A journey from A to C, so that it differs from its move. */
function body(attributes: object = {}, relationships: object = {}) {
  return {
    data: {
      type: 'journeys',
      attributes: { billable: true, timestamp: '2026-11-30T18:00:00Z', ...attributes },
      relationships: {
        from_location: related('locations', demo.a),
        to_location: related('locations', demo.c),
        ...relationships,
      },
    },
  };
}

describe('POST /moves/{move_id}/journeys', () => {
  it('adds a journey', async () => {
    const move = await newMove();
    const vehicle = { id: 'V-77', registration: 'XY70 ABC', doors: 5 };
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, body({ vehicle, date: '2026-12-02' }));
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      data: {
        id: expect.any(String),
        type: 'journeys',
        attributes: {
          state: 'proposed',
          billable: true,
          vehicle,
          date: '2026-12-02',
          number: 1,
          timestamp: '2026-11-30T18:00:00+00:00',
        },
        relationships: {
          from_location: { data: { id: demo.a, type: 'locations' } },
          to_location: { data: { id: demo.c, type: 'locations' } },
        },
      },
    });
  });

  it('leaves an event in the name of the supplier and of whoever asked, and touches the move', async () => {
    const move = await newMove();
    const before = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    const { body: created } = await api
      .as('serco')
      .post(`/moves/${move}/journeys`, body(), { ...freshKey(), 'X-Current-User': 'D.DRIVER' });
    const [event, ...others] = await eventsOf(api.db().reader(), [created.data.id]);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      eventType: 'JourneyCreate',
      eventableType: 'journeys',
      notes: 'Automatically generated event',
      createdBy: 'D.DRIVER',
      supplierId: serco.id,
      details: {},
    });
    const after = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it.each([
    ['absent', {}],
    ['null', { date: null }],
  ])('takes the day of the move when the date is %s', async (_, attributes) => {
    const reply = await api.post(`/moves/${await newMove()}/journeys`, withSerco(body(attributes)));
    expect(reply.body.data.attributes).toMatchObject({ date: '2026-12-01', vehicle: null });
  });

  it.each([
    ['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+01:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00+00:00'],
    ['2026-10-25T01:30:00', '2026-10-25T01:30:00+01:00'],
    ['2026-10-25', '2026-10-25T00:00:00+01:00'],
    ['2027-03-28T00:59:59Z', '2027-03-28T00:59:59+00:00'],
    ['2027-03-28T01:00:00Z', '2027-03-28T02:00:00+01:00'],
    ['2026-07-20T10:09:10.999Z', '2026-07-20T11:09:10+01:00'],
  ])('shows the timestamp %s as %s', async (timestamp, shown) => {
    const reply = await api.as('serco').post(`/moves/${await newMove()}/journeys`, body({ timestamp }));
    expect(reply.body.data.attributes.timestamp).toBe(shown);
  });

  it('includes both places and their suppliers on request', async () => {
    const path = `/moves/${await newMove()}/journeys?include=from_location.suppliers,to_location`;
    const reply = await api.as('serco').post(path, body());
    expect(reply.status).toBe(201);
    const titles = reply.body.included.map(({ attributes: { title, name } }: Named) => title ?? name);
    expect(titles.sort()).toEqual(['LOCATION A', 'LOCATION C', 'Serco']);
  });

  it('allows a second journey between the same places once the first is cancelled or rejected', async () => {
    for (const state of ['cancelled', 'rejected']) {
      const move = await newMove();
      const first = await api.as('serco').post(`/moves/${move}/journeys`, body());
      await setState(first.body.data.id, state);
      expect((await api.as('serco').post(`/moves/${move}/journeys`, body())).status).toBe(201);
    }
  });

  interface Named {
    attributes: { title?: string; name?: string };
  }
});

describe('the supplier of a new journey', () => {
  it('is the client’s own, or the one that an authority names', async () => {
    const move = await newMove({ to: demo.iwi });
    await api.as('geoamey').post(`/moves/${move}/journeys`, body());
    const legTo = (id: string) => withSerco(body({}, { to_location: related('locations', id) }));
    expect((await api.post(`/moves/${move}/journeys`, legTo(demo.b))).status).toBe(201);
    const count = async (who: 'geoamey' | 'serco' | 'pmu') =>
      (await api.as(who).get(`/moves/${move}/journeys`)).body.data.length;
    expect(await Promise.all([count('geoamey'), count('serco'), count('pmu')])).toEqual([1, 1, 2]);
  });

  it('may name itself', async () => {
    const reply = await api.as('serco').post(`/moves/${await newMove()}/journeys`, withSerco(body()));
    expect(reply.status).toBe(201);
  });

  it('is its own also when the supplier named does not exist', async () => {
    const supplier = { supplier: related('suppliers', unknown) };
    const reply = await api.as('serco').post(`/moves/${await newMove()}/journeys`, body({}, supplier));
    expect(reply.status).toBe(201);
  });

  it('cannot be another', async () => {
    const move = await newMove({ to: demo.iwi });
    const before = await footprintOf(api, move);
    const reply = await api.as('geoamey').post(`/moves/${move}/journeys`, withSerco(body()));
    expect([reply.status, reply.body]).toEqual([
      422,
      {
        errors: [
          {
            title: 'Invalid supplier',
            detail: `Validation failed: Supplier reference is not valid for this account or not found id=${serco.id}`,
          },
        ],
      },
    ]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each([
    ['names none', {}],
    ['names an unknown one', { supplier: related('suppliers', unknown) }],
  ])('must exist when an authority %s', async (_, relationships) => {
    const reply = await api.post(`/moves/${await newMove()}/journeys`, body({}, relationships));
    expect([reply.status, reply.body]).toEqual([
      422,
      {
        errors: [
          {
            title: 'Unprocessable content',
            detail: 'Supplier must exist',
            source: { pointer: '/data/attributes/supplier' },
            code: 'blank',
          },
        ],
      },
    ]);
  });
});

describe('a refused journey', () => {
  const invalid = (title: string, detail: string) => ({ errors: [{ title, detail: `Validation failed: ${detail}` }] });
  const missing = (name: string) => ({
    errors: [{ title: 'Bad request', detail: `param is missing or the value is empty or invalid: ${name}` }],
  });
  const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';

  it.each<[string, object, number, object]>([
    ['has no data', {}, 400, missing('data')],
    ['has no relationships', { data: { attributes: body().data.attributes } }, 400, missing('relationships')],
    ['starts nowhere', body({}, { from_location: undefined }), 400, missing('from_location')],
    ['ends nowhere', body({}, { to_location: { data: null } }), 400, missing('to_location')],
    [
      'does not say whether it is billable',
      body({ billable: undefined }),
      422,
      invalid('Invalid billable', 'Billable is not included in the list'),
    ],
    ['has no timestamp', body({ timestamp: undefined }), 422, invalid('Invalid timestamp', notIso)],
    ['has a timestamp of another form', body({ timestamp: '1/12/2026' }), 422, invalid('Invalid timestamp', notIso)],
    [
      'has several faults',
      body({ billable: 'yes', timestamp: 1, date: 'soon' }),
      422,
      invalid(
        'Invalid billable, timestamp, date',
        `Billable is not included in the list, ${notIso}, Date must be formatted as a valid ISO-8601 date`,
      ),
    ],
    [
      'starts at an unknown place',
      body({}, { from_location: related('locations', unknown) }),
      422,
      invalid('Invalid location', `Location reference was not found id=${unknown}`),
    ],
    [
      'ends at a place with a malformed id',
      body({}, { to_location: related('locations', 'foo') }),
      422,
      invalid('Invalid location', 'Location reference was not found id=foo'),
    ],
    [
      'ends where it starts',
      body({}, { to_location: related('locations', demo.a) }),
      422,
      {
        errors: [
          {
            title: 'Unprocessable content',
            detail: 'To location id should be different to the from location',
            source: { pointer: '/data/attributes/to_location_id' },
            code: 'should be different to the from location',
          },
        ],
      },
    ],
  ])('%s', async (_, sent, status, expected) => {
    const move = await newMove();
    const before = await footprintOf(api, move);
    const key = freshKey();
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, sent, key);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
    expect((await api.as('serco').post(`/moves/${move}/journeys`, body(), key)).status).toBe(201);
  });

  it.each([unknown, 'foo'])('is of a move %s that does not exist', async (id) => {
    const reply = await api.as('serco').post(`/moves/${id}/journeys`, body());
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Move with 'id'=${id}` }] },
    ]);
  });

  it('is of a move that the supplier cannot see', async () => {
    const move = await newMove();
    const before = await footprintOf(api, move);
    expect((await api.as('geoamey').post(`/moves/${move}/journeys`, body())).status).toBe(404);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('asks for something that cannot be included', async () => {
    const reply = await api.as('serco').post(`/moves/${await newMove()}/journeys?include=supplier`, body());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["supplier"] is not supported. Valid values are: ["from_location", "from_location.suppliers", "to_location", "to_location.suppliers"]',
    ]);
  });

  it('has no key', async () => {
    const reply = await api.as('serco').post(`/moves/${await newMove()}/journeys`, body(), { 'Idempotency-Key': '' });
    expect([reply.status, reply.body.errors[0].title]).toEqual([422, 'Invalid idempotency_key']);
  });
});

describe('the same journey again', () => {
  const duplicate = {
    errors: [
      {
        title: 'Bad request',
        detail: 'You are trying to submit a duplicate journey for this move, please try again',
      },
    ],
  };

  it('is replayed rather than a duplicate when it comes with the same key', async () => {
    const move = await newMove();
    const key = freshKey();
    const first = await api.as('serco').post(`/moves/${move}/journeys`, body(), key);
    const before = await footprintOf(api, move);
    const again = await api.as('serco').post(`/moves/${move}/journeys`, body(), key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('is a conflict when the key was used for another one', async () => {
    const move = await newMove();
    const id = randomUUID();
    await api.as('serco').post(`/moves/${move}/journeys`, body(), { 'Idempotency-Key': id });
    const other = body({}, { to_location: related('locations', demo.b) });
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, other, { 'Idempotency-Key': id });
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      409,
      `Idempotency::ConflictError: Conflicting idempotency key: ${id}`,
    ]);
  });

  it('is refused with a key of its own, whoever drives it', async () => {
    const move = await newMove({ to: demo.iwi });
    await api.as('serco').post(`/moves/${move}/journeys`, body());
    const before = await footprintOf(api, move);
    for (const who of ['serco', 'geoamey'] as const) {
      const reply = await api.as(who).post(`/moves/${move}/journeys`, body({ date: '2026-12-05' }));
      expect([reply.status, reply.body]).toEqual([400, duplicate]);
    }
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('succeeds exactly once in a burst of parallel requests with keys of their own', async () => {
    const move = await newMove();
    const burst = Array.from({ length: 12 }, () => api.as('serco').post(`/moves/${move}/journeys`, body()));
    const replies = await Promise.all(burst);
    const [first, ...rest] = replies.sort((one, other) => one.status - other.status);
    expect(first!.status).toBe(201);
    expect(rest.map((each) => [each.status, each.body])).toEqual(rest.map(() => [400, duplicate]));
    expect((await footprintOf(api, move)).journeys).toHaveLength(1);
  });
});

it('is numbered by its timestamp among all journeys of the move, across the end of summer time', async () => {
  const move = await newMove();
  const add = async (timestamp: string, from: string, to: string) =>
    (await api.as('serco').post(`/moves/${move}/journeys`, journeyBody({ timestamp }, { from, to }))).body.data.attributes
      .number;
  expect(await add('2026-10-25T01:10:00+00:00', demo.a, demo.b)).toBe(1);
  expect(await add('2026-10-25T01:30:00+01:00', demo.b, demo.c)).toBe(1);
  expect(await add('2026-10-25T01:00:00+00:00', demo.c, demo.a)).toBe(2);
});

function withSerco(sent: ReturnType<typeof body>): object {
  const relationships = { ...sent.data.relationships, supplier: related('suppliers', serco.id) };
  return { data: { ...sent.data, relationships } };
}

async function setState(id: string, state: string): Promise<void> {
  await api.db().transaction(async (tx) => {
    await tx.rows({ name: 'test-journey-state', text: 'update journeys set state = $2 where id = $1' }, [id, state]);
  });
}
