import { serco } from '../seed/reference-data/suppliers';
import { bookSecureMove } from '../testing/book-secure-move';
import { demo, freshKey, related } from '../testing/given';
import { attributesAt, eventBody, expectStatus, noticesOf, toldEventsOf } from './events.fixture';

const { api, given } = bookSecureMove();

const move = (id: string) => ({ type: 'moves', id });
const journey = (id: string) => ({ type: 'journeys', id });
const at = (hour: number) => ({ occurred_at: `2026-12-01T${hour}:00:00Z` });
const incident = {
  details: { supplier_personnel_numbers: ['S1'], reported_at: '2026-12-01T11:00:00Z' },
  relationships: { location: related('locations', demo.c) },
};

describe('POST /events', () => {
  it('moves a move on, as its own paths do', async () => {
    const { id } = await given.move();
    for (const [type, hour] of [
      ['MoveStart', 11],
      ['MoveComplete', 12],
      ['MoveAccept', 10],
    ] as const) {
      await expectStatus(api.post('/events', eventBody(type, move(id), at(hour))), 201);
    }
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'completed' });
  });

  it('moves a journey on, as its own paths do, and marks its move', async () => {
    const id = await given.emptyMove();
    const leg = await given.journey(id);
    const before = String((await attributesAt(api, `/moves/${id}`))['updated_at']);
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    const details = { vehicle_reg: 'REG 1' };
    await expectStatus(api.as('serco').post('/events', eventBody('JourneyStart', journey(leg), { details })), 201);
    expect(await attributesAt(api, `/moves/${id}/journeys/${leg}`)).toMatchObject({
      state: 'in_progress',
      vehicle: { registration: 'REG 1' },
    });
    const after = String((await attributesAt(api, `/moves/${id}`))['updated_at']);
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it('takes any record from any client, in upper case too', async () => {
    const id = await given.emptyMove();
    const leg = await given.journey(id);
    const geoamey = api.as('geoamey');
    await expectStatus(geoamey.post('/events', eventBody('MoveAccept', move(id.toUpperCase()))), 201);
    await expectStatus(geoamey.post('/events', eventBody('JourneyStart', journey(leg.toUpperCase()))), 201);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'booked' });
    expect(await attributesAt(api, `/moves/${id}/journeys/${leg}`)).toMatchObject({ state: 'in_progress' });
  });

  it('names the client’s supplier, and the user that it speaks for', async () => {
    const { id } = await given.move();
    const own = await api.as('serco').post('/events', eventBody('MoveAccept', move(id)));
    expect(own.body.data).toMatchObject({
      attributes: { created_by: 'Serco' },
      relationships: { supplier: { data: { type: 'suppliers', id: serco.id } } },
    });
    const user = await api
      .as('serco')
      .post('/events', eventBody('MoveStart', move(id)), { 'X-Current-User': 'A USER' });
    expect(user.body.data.attributes.created_by).toBe('A USER');
  });

  it('reads times without an offset, or days alone, as London’s', async () => {
    const times = { occurred_at: '2026-07-01T10:00:00', recorded_at: '2026-07-02' };
    const reply = await api.post('/events', eventBody('MoveAccept', move(await given.emptyMove()), times));
    expect(reply.body.data.attributes).toMatchObject({
      occurred_at: '2026-07-01T10:00:00+01:00',
      recorded_at: '2026-07-02T00:00:00+01:00',
    });
  });

  it('keeps only what its type knows, and echoes times in details as they were sent', async () => {
    const id = await given.emptyMove();
    const told = {
      details: { expected_at: '2026-12-01T10:00:00Z', from_location_id: demo.a, mood: 'good' },
      relationships: { location: related('locations', demo.c) },
    };
    const reply = await api.post('/events', eventBody('MoveNotifyPremisesOfEta', move(id), told));
    expect(reply.body.data.attributes).toMatchObject({ event_type: 'MoveNotifyPremisesOfDropOffEta' });
    expect(reply.body.data.attributes.details).toEqual({ expected_at: '2026-12-01T10:00:00Z' });
    expect(Object.keys(reply.body.data.relationships)).toEqual(['eventable', 'supplier']);
  });

  it('finds the previous move by its reference', async () => {
    const [id, previous] = [await given.emptyMove(), await given.emptyMove()];
    const { reference } = await attributesAt(api, `/moves/${previous}`);
    const told = { details: { previous_move_reference: reference } };
    const reply = await api.post('/events', eventBody('MoveCrossSupplierPickUp', move(id), told));
    expect(reply.body.data).toMatchObject({
      attributes: { details: told.details },
      relationships: { previous_move: { data: { type: 'moves', id: previous } } },
    });
    const unknown = { details: { previous_move_reference: 'AAA1111A' } };
    expect((await api.post('/events', eventBody('MoveCrossSupplierPickUp', move(id), unknown))).status).toBe(404);
  });

  it('asks a supplier, and nobody else, whose fault an incident was', async () => {
    const id = await given.emptyMove();
    const faultOf = (fault_classification: unknown) => ({
      ...incident,
      details: { ...incident.details, fault_classification },
    });
    await expectStatus(api.post('/events', eventBody('PersonMoveAssault', move(id), faultOf('nobody'))), 201);

    const serco = api.as('serco');
    const missing = await serco.post('/events', eventBody('PersonMoveAssault', move(id), incident));
    expect(missing.status).toBe(422);
    expect(missing.body.errors.map(({ detail, code }: { detail: string; code: string }) => [detail, code])).toEqual([
      ["Fault classification can't be blank", 'blank'],
      ['Fault classification is not included in the list', 'inclusion'],
    ]);
    const wrong = await serco.post('/events', eventBody('PersonMoveAssault', move(id), faultOf('nobody')));
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'inclusion']);
    await expectStatus(serco.post('/events', eventBody('PersonMoveAssault', move(id), faultOf('supplier'))), 201);
    expect(await toldEventsOf(api, id)).toHaveLength(2);
  });

  it('is told to the move’s subscribers when an authority posts it, on the move or a journey', async () => {
    const { id } = await given.move();
    const leg = await given.journey(id);
    const sent = (await noticesOf(api, id)).length;
    await api.as('serco').post('/events', eventBody('MoveStart', move(id)));
    await api.as('serco').post('/events', eventBody('JourneyStart', journey(leg)));
    expect((await noticesOf(api, id)).slice(sent)).toEqual([]);
    await api.post('/events', eventBody('MoveProposed', move(id), { notes: 'Posted' }));
    await api.post('/events', eventBody('JourneyComplete', journey(leg)));
    await api.post('/events', eventBody('MoveAccept', move(id), at(10)));
    expect((await noticesOf(api, id)).slice(sent)).toEqual([
      'create_event',
      'create_event',
      'update_move_status',
      'create_event',
    ]);
  });

  it('is written once for a repeated key, though it needs none', async () => {
    const { id } = await given.move();
    const body = eventBody('MoveAccept', move(id));
    const key = freshKey();
    const [first, again] = [await api.post('/events', body, key), await api.post('/events', body, key)];
    expect([again.status, again.text, again.headers.get('Idempotent-Replayed')]).toEqual([201, first.text, 'true']);
    const keyless = await api.post('/events', body, { 'Idempotency-Key': '' });
    expect([keyless.status, keyless.body.data.id === first.body.data.id]).toEqual([201, false]);
    expect(await toldEventsOf(api, id)).toHaveLength(2);
  });

  it('lets one of fifty parallel starts start the move, and keeps them all', async () => {
    const { id } = await given.move({ status: 'booked' });
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => api.as('serco').post('/events', eventBody('MoveStart', move(id)))),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'in_transit' });
    expect((await noticesOf(api, id)).filter((notice) => notice === 'update_move_status')).toHaveLength(1);
  });
});

describe('the lodgings of a move', () => {
  it('start and end as its events say', async () => {
    const id = await given.emptyMove();
    const body = {
      data: {
        type: 'lodgings',
        attributes: { start_date: '2026-12-01', end_date: '2026-12-02' },
        relationships: { location: related('locations', demo.lodging) },
      },
    };
    await expectStatus(api.post(`/moves/${id}/lodgings`, body), 201);
    const status = async () => (await api.get(`/moves/${id}/lodgings`)).body.data[0].attributes.status;
    const here = { location: related('locations', demo.lodging) };
    const start = { details: { reason: 'overnight_lodging' }, relationships: here };

    const elsewhere = { ...start, relationships: { location: related('locations', demo.c) } };
    await expectStatus(api.post('/events', eventBody('MoveLodgingStart', move(id), elsewhere)), 201);
    expect(await status()).toBe('proposed');
    const late = { ...start, occurred_at: '2026-12-01T23:30:00Z' };
    await expectStatus(api.post('/events', eventBody('MoveLodgingStart', move(id), late)), 201);
    expect(await status()).toBe('started');
    const end = { occurred_at: '2026-12-02T08:00:00Z', relationships: here };
    await expectStatus(api.post('/events', eventBody('MoveLodgingEnd', move(id), end)), 201);
    expect(await status()).toBe('completed');
  });
});
