import { eventsOf } from '../events/repository';
import { serco } from '../seed/reference-data/suppliers';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey, journeyBody, related } from '../testing/given';
import { newJourney, unknownId } from './journeys.fixture';

const { api, given } = bookSecureMove();

describe('POST /moves/{move_id}/journeys', () => {
  it('adds a journey', async () => {
    const move = await given.emptyMove();
    const vehicle = { id: 'V-77', registration: 'XY70 ABC', doors: 5 };
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, newJourney({ vehicle, date: '2026-12-02' }));
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
    const move = await given.emptyMove();
    const before = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    const { body: created } = await api
      .as('serco')
      .post(`/moves/${move}/journeys`, newJourney(), { ...freshKey(), 'X-Current-User': 'D.DRIVER' });
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
    const reply = await api.post(`/moves/${await given.emptyMove()}/journeys`, withSerco(newJourney(attributes)));
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
    const reply = await api.as('serco').post(`/moves/${await given.emptyMove()}/journeys`, newJourney({ timestamp }));
    expect(reply.body.data.attributes.timestamp).toBe(shown);
  });

  it('includes both places and their suppliers on request', async () => {
    const path = `/moves/${await given.emptyMove()}/journeys?include=from_location.suppliers,to_location`;
    const reply = await api.as('serco').post(path, newJourney());
    expect(reply.status).toBe(201);
    const titles = reply.body.included.map(({ attributes: { title, name } }: Named) => title ?? name);
    expect(titles.sort()).toEqual(['LOCATION A', 'LOCATION C', 'Serco']);
  });

  it('allows a second journey between the same places once the first is cancelled or rejected', async () => {
    for (const state of ['cancelled', 'rejected']) {
      const move = await given.emptyMove();
      const first = await api.as('serco').post(`/moves/${move}/journeys`, newJourney());
      await setState(first.body.data.id, state);
      expect((await api.as('serco').post(`/moves/${move}/journeys`, newJourney())).status).toBe(201);
    }
  });

  interface Named {
    attributes: { title?: string; name?: string };
  }
});

describe('the supplier of a new journey', () => {
  it('is the client’s own, or the one that an authority names', async () => {
    const move = await given.emptyMove({ to: demo.iwi });
    await api.as('geoamey').post(`/moves/${move}/journeys`, newJourney());
    const legTo = (id: string) => withSerco(newJourney({}, { to_location: related('locations', id) }));
    expect((await api.post(`/moves/${move}/journeys`, legTo(demo.b))).status).toBe(201);
    const count = async (who: 'geoamey' | 'serco' | 'pmu') =>
      (await api.as(who).get(`/moves/${move}/journeys`)).body.data.length;
    expect(await Promise.all([count('geoamey'), count('serco'), count('pmu')])).toEqual([1, 1, 2]);
  });

  it('may name itself', async () => {
    const reply = await api.as('serco').post(`/moves/${await given.emptyMove()}/journeys`, withSerco(newJourney()));
    expect(reply.status).toBe(201);
  });

  it('is its own also when the supplier named does not exist', async () => {
    const supplier = { supplier: related('suppliers', unknownId) };
    const reply = await api.as('serco').post(`/moves/${await given.emptyMove()}/journeys`, newJourney({}, supplier));
    expect(reply.status).toBe(201);
  });

  it('cannot be another', async () => {
    const move = await given.emptyMove({ to: demo.iwi });
    const before = await footprintOf(api, move);
    const reply = await api.as('geoamey').post(`/moves/${move}/journeys`, withSerco(newJourney()));
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
    ['names an unknown one', { supplier: related('suppliers', unknownId) }],
  ])('must exist when an authority %s', async (_, relationships) => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/journeys`, newJourney({}, relationships));
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

it('is numbered by its timestamp among all journeys of the move, across the end of summer time', async () => {
  const move = await given.emptyMove();
  const add = async (timestamp: string, from: string, to: string) =>
    (await api.as('serco').post(`/moves/${move}/journeys`, journeyBody({ timestamp }, { from, to }))).body.data
      .attributes.number;
  expect(await add('2026-10-25T01:10:00+00:00', demo.a, demo.b)).toBe(1);
  expect(await add('2026-10-25T01:30:00+01:00', demo.b, demo.c)).toBe(1);
  expect(await add('2026-10-25T01:00:00+00:00', demo.c, demo.a)).toBe(2);
});

function withSerco(sent: ReturnType<typeof newJourney>): object {
  const relationships = { ...sent.data.relationships, supplier: related('suppliers', serco.id) };
  return { data: { ...sent.data, relationships } };
}

async function setState(id: string, state: string): Promise<void> {
  await api.db().transaction(async (tx) => {
    await tx.rows({ name: 'test-journey-state', text: 'update journeys set state = $2 where id = $1' }, [id, state]);
  });
}
