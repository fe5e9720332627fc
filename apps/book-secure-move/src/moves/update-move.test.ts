import { bookSecureMove } from '../testing/book-secure-move';
import { related } from '../testing/given';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
/** Known to the local prison register, which has him at Brinsford. */
const known = '747f3914-620a-441a-847f-472c79def26c';
const unknown = '00000000-0000-4000-8000-000000000000';

const patch = (id: string, attributes: object = {}, relationships?: object) =>
  api.patch(`/moves/${id}`, { data: { type: 'moves', attributes, ...(relationships && { relationships }) } });

const told = async (id: string) =>
  (await lay.rows<{ event_type: string }>('outbox_event', { aggregate_id: id }, 'seq')).map((each) => each.event_type);

const formA = (field: string, message: string) => ({
  errors: [{ title: `Invalid ${field}`, detail: `Validation failed: ${message}` }],
});

const formB = (field: string, code: string, detail: string, more: object = {}) => ({
  errors: [{ title: 'Unprocessable content', detail, source: { pointer: `/data/attributes/${field}` }, code, ...more }],
});

describe('PATCH /moves/{move_id}', () => {
  it('changes what is sent, clears what is null and leaves the rest', async () => {
    const id = await lay.move({
      additional_information: 'old',
      move_agreed_by: 'old',
      time_due: '2026-12-01T10:00:00Z',
    });
    api.clock().set(new Date('2026-11-20T10:00:00Z'));
    const { status, body } = await patch(id, { additional_information: 'new', move_agreed_by: null });
    api.clock().reset();
    expect(status).toBe(200);
    expect(body.data.attributes).toMatchObject({
      additional_information: 'new',
      move_agreed_by: null,
      time_due: '2026-12-01T10:00:00+00:00',
      updated_at: expect.stringMatching(/^2026-11-20T10:00:0\d\+00:00$/),
      created_at: '2026-11-20T09:00:00+00:00',
    });
    expect((await api.get(`/moves/${id}`)).body).toEqual(body);
  });

  it.each<[string, unknown, unknown]>([
    ['date_from', '2026-12-01', '2026-12-01'],
    ['date_to', '2026-12-31', '2026-12-31'],
    ['time_due', '2026-12-01 10:30', '2026-12-01T10:30:00+00:00'],
    ['move_agreed', true, true],
    ['recall_date', '2026-11-01', '2026-11-01'],
    ['section_forty_six', true, true],
    ['move_type', 'approved_premises', 'approved_premises'],
  ])('sets and clears %s', async (name, sent, shown) => {
    const id = await lay.move();
    expect((await patch(id, { [name]: sent })).body.data.attributes[name]).toBe(shown);
    if (name === 'move_type') return;
    expect((await patch(id, { [name]: null })).body.data.attributes[name]).toBeNull();
  });

  it('does not change where a move starts and ends, who carries it out, or its allocation', async () => {
    const id = await lay.move();
    const { status, body } = await patch(
      id,
      { reference: 'MINE', is_lockout: true, rejection_reason: 'more_info_required' },
      {
        from_location: related('locations', places.bsi),
        to_location: related('locations', places.court),
        supplier: related('suppliers', suppliers.geoamey),
        allocation: related('allocations', unknown),
      },
    );
    expect(status).toBe(200);
    expect(body.data.attributes).toMatchObject({ is_lockout: false, rejection_reason: null });
    expect(body.data.relationships).toMatchObject({
      from_location: related('locations', places.a),
      to_location: related('locations', places.b),
      supplier: related('suppliers', suppliers.serco),
      allocation: { data: null },
    });
  });

  it('gives a move a profile, another one, none, or leaves it', async () => {
    const [one, other] = [await lay.profile(), await lay.profile()];
    const id = await lay.move();
    const profileAfter = async (relationships?: object) =>
      (await patch(id, {}, relationships)).body.data.relationships.profile;
    expect(await profileAfter({ profile: related('profiles', one) })).toEqual(related('profiles', one));
    expect(await profileAfter()).toEqual(related('profiles', one));
    expect(await profileAfter({ profile: related('profiles', other) })).toEqual(related('profiles', other));
    expect(await lay.rows('moves', { id })).toMatchObject([{ profile_id: other }]);
    expect(await profileAfter({ profile: { data: null } })).toEqual({ data: null });
    expect(await lay.rows('moves', { id })).toMatchObject([{ profile_id: null, person_id: null }]);
    const refused = await patch(id, {}, { profile: related('profiles', unknown) });
    expect([refused.status, refused.body.errors[0].detail]).toEqual([
      404,
      `Couldn't find Profile with 'id'=${unknown}`,
    ]);
  });

  it('tells where the person is who is now to be moved', async () => {
    const id = await lay.move();
    const held = await lay.profile({ person_id: await lay.person({ prison_number: 'A9004AA' }) });
    const place = ({ body }: { body: { data: { attributes: Record<string, unknown> } } }) =>
      body.data.attributes.prisoner_location_description;
    expect(place(await patch(id, {}, { profile: related('profiles', held) }))).toMatch(/\w/);
    expect(place(await patch(id))).toMatch(/\w/);
    expect(place(await patch(id, {}, { profile: { data: null } }))).toBeNull();
  });

  it('replaces the hearings, and takes a reason for the transfer or takes it away', async () => {
    const id = await lay.move();
    const kept = await lay.hearing({ move_id: id });
    const dropped = await lay.hearing({ move_id: id });
    const added = await lay.hearing({ start_time: '2026-12-02T10:00:00Z' });
    const [{ id: reason }] = (await lay.rows<{ id: string }>('prison_transfer_reasons', { key: 'yjb' }, 'key')) as [
      { id: string },
    ];
    const hearing = (hearingId: string) => ({ type: 'court_hearings', id: hearingId });
    const { body } = await patch(
      id,
      {},
      {
        court_hearings: { data: [hearing(kept), hearing(added), hearing(unknown)] },
        prison_transfer_reason: related('prison_transfer_reasons', reason),
      },
    );
    expect(body.data.relationships).toMatchObject({
      court_hearings: { data: [hearing(kept), hearing(added)] },
      prison_transfer_reason: related('prison_transfer_reasons', reason),
    });
    expect(await lay.rows('court_hearings', { id: dropped })).toMatchObject([{ move_id: null }]);
    const cleared = await patch(
      id,
      {},
      {
        court_hearings: { data: [] },
        prison_transfer_reason: related('prison_transfer_reasons', unknown),
      },
    );
    expect(cleared.body.data.relationships).toMatchObject({
      court_hearings: { data: [] },
      prison_transfer_reason: { data: null },
    });
  });

  it('does the same as PUT', async () => {
    const id = await lay.move({ additional_information: 'old' });
    const reply = await api.put(`/moves/${id}`, { data: { attributes: { move_agreed: true } } });
    expect([reply.status, reply.body.data.attributes]).toEqual([
      200,
      expect.objectContaining({ additional_information: 'old', move_agreed: true }),
    ]);
  });

  it('tells the subscribers even when nothing has changed', async () => {
    const id = await lay.move();
    await patch(id);
    await patch(id, { status: 'requested' });
    await patch(id, { status: 'booked' });
    expect(await told(id)).toEqual(['update_move', 'update_move', 'update_move_status']);
    expect(await lay.rows('generic_events', { eventable_id: id })).toEqual([]);
  });

  it('checks all rules of a move again, and stores nothing that breaks one', async () => {
    const id = await lay.move();
    const reply = await patch(id, { move_type: 'court_appearance', additional_information: 'lost' });
    expect([reply.status, reply.body]).toEqual([
      422,
      formB('to_location', 'invalid_location', 'To location must be a court location for court appearance move'),
    ]);
    expect((await api.get(`/moves/${id}`)).body.data.attributes.additional_information).toBeNull();
    expect(await told(id)).toEqual([]);
  });

  it('lets a move that was locked out lead anywhere', async () => {
    const id = await lay.move();
    await lay.event(id, 'MoveLockout');
    expect((await patch(id, { move_type: 'court_appearance' })).status).toBe(200);
  });

  it('refuses a profile whose person makes the same move already', async () => {
    const profile_id = await lay.profile();
    const first = await lay.move({ profile_id });
    const second = await lay.move();
    const reply = await patch(second, {}, { profile: related('profiles', profile_id) });
    const taken = formB('date', 'taken', 'Date has already been taken', { meta: { existing_id: first } });
    expect([reply.status, reply.body]).toEqual([422, taken]);
  });
});

describe('the status in a PATCH', () => {
  const steps: Record<string, readonly string[]> = {
    proposed: ['requested', 'cancelled'],
    requested: ['booked', 'cancelled'],
    booked: ['in_transit', 'cancelled'],
    in_transit: ['completed', 'cancelled'],
    completed: ['cancelled'],
    cancelled: [],
  };
  const every = Object.keys(steps);

  it.each(every.flatMap((from) => every.map((to): [string, string] => [from, to])))('%s to %s', async (from, to) => {
    const id = await lay.move({
      status: from,
      date_from: '2026-12-01',
      profile_id: await lay.profile(),
      ...(from === 'cancelled' && { cancellation_reason: 'other' }),
    });
    const reply = await patch(id, { status: to, ...(to === 'cancelled' && { cancellation_reason: 'made_in_error' }) });
    if (from === to) {
      expect([reply.status, reply.body.data.attributes]).toEqual([
        200,
        expect.objectContaining({ status: to, cancellation_reason: from === 'cancelled' ? 'other' : null }),
      ]);
    } else if (steps[from]!.includes(to)) {
      expect([reply.status, reply.body.data.attributes]).toEqual([
        200,
        expect.objectContaining({ status: to, cancellation_reason: to === 'cancelled' ? 'made_in_error' : null }),
      ]);
    } else {
      expect([reply.status, reply.body]).toEqual([
        422,
        formA('status', `Status can't change from '${from}' to '${to}'`),
      ]);
    }
  });

  it.each([
    [{ status: 'nonsense' }, 'status', 'Status is not included in the list'],
    [{ status: 'cancelled' }, 'cancellation_reason', "Cancellation reason can't be blank"],
    [
      { status: 'cancelled', cancellation_reason: 'x' },
      'cancellation_reason',
      'Cancellation reason is not included in the list',
    ],
  ])('is refused in %j', async (attributes, field, message) => {
    const id = await lay.move();
    const reply = await patch(id, attributes);
    expect([reply.status, reply.body]).toEqual([422, formA(field, message)]);
  });

  it('takes the reason and the comment of a cancellation along', async () => {
    const id = await lay.move();
    const reason = { cancellation_reason: 'other', cancellation_reason_comment: 'Snow' };
    expect((await patch(id, { status: 'cancelled', ...reason })).body.data.attributes).toMatchObject(reason);
    expect(
      (await patch(id, { status: 'cancelled', cancellation_reason: 'court_closure' })).body.data.attributes,
    ).toMatchObject(reason);
    const changed = await patch(id, { cancellation_reason: 'court_closure', cancellation_reason_comment: null });
    expect(changed.body.data.attributes).toMatchObject({
      cancellation_reason: 'court_closure',
      cancellation_reason_comment: null,
    });
    const cleared = await patch(id, { cancellation_reason: null });
    expect([cleared.status, cleared.body]).toEqual([
      422,
      formB('cancellation_reason', 'inclusion', 'Cancellation reason is not included in the list'),
    ]);
  });

  it('is needed for a reason', async () => {
    const id = await lay.move();
    const reply = await patch(id, { cancellation_reason: 'other' });
    expect([reply.status, reply.body]).toEqual([
      422,
      formB('cancellation_reason', 'present', 'Cancellation reason must be blank'),
    ]);
    expect((await patch(id, { cancellation_reason: '' })).status).toBe(200);
  });
});

describe('the date in a PATCH', () => {
  it('becomes an event, and takes the proposed journeys of the old day along', async () => {
    const id = await lay.move();
    const followed = await lay.journey(id);
    const otherDay = await lay.journey(id, { to_location_id: places.c, date: '2026-12-02' });
    const begun = await lay.journey(id, { from_location_id: places.c, state: 'in_progress' });
    const { body } = await patch(id, { date: '2026-12-10', date_changed_reason: 'fog' });
    expect(body.data.attributes.date).toBe('2026-12-10');
    expect(body.data.attributes).not.toHaveProperty('date_changed_reason');
    const events = await lay.rows('generic_events', { eventable_id: id });
    expect(events).toEqual([
      expect.objectContaining({
        event_type: 'MoveDateChanged',
        details: { date: '2026-12-10', date_changed_reason: 'fog' },
        notes: 'Automatically generated event',
      }),
    ]);
    const dates = await Promise.all(
      [followed, otherDay, begun].map((journey) => lay.rows('journeys', { id: journey })),
    );
    expect(dates.flat()).toMatchObject([{ date: '2026-12-10' }, { date: '2026-12-02' }, { date: '2026-12-01' }]);
    expect(await told(id)).toEqual(['update_move']);
  });

  it('that is the same as before changes nothing', async () => {
    const id = await lay.move();
    await patch(id, { date: '2026-12-01' });
    expect(await lay.rows('generic_events', { eventable_id: id })).toEqual([]);
  });

  it('cannot be taken away from a move that needs it', async () => {
    const id = await lay.move();
    const reply = await patch(id, { date: null });
    expect([reply.status, reply.body]).toEqual([422, formB('date', 'blank', "Date can't be blank")]);
  });

  it('belongs to the allocation, where there is one', async () => {
    const id = await lay.move({ allocation_id: await lay.allocation() });
    const reply = await patch(id, { date: '2026-12-10' });
    const detail = 'Date cannot be changed as move is part of an allocation';
    expect([reply.status, reply.body]).toEqual([422, formB('date', 'cant_change_allocation', detail)]);
    expect((await patch(id, { date: '2026-12-01' })).status).toBe(200);
  });
});

describe('a move of an allocation', () => {
  it('fills it by its profile, empties it again, and is no longer counted once it is cancelled', async () => {
    const allocation = await lay.allocation({ moves_count: 2 });
    const [one, other] = [await lay.move({ allocation_id: allocation }), await lay.move({ allocation_id: allocation })];
    const after = async (id: string, attributes: object, relationships?: object) => {
      expect((await patch(id, attributes, relationships)).status).toBe(200);
      const [row] = await lay.rows('allocations', { id: allocation });
      return [row!.status, row!.moves_count];
    };
    const profile = async () => ({ profile: related('profiles', await lay.profile()) });
    expect(await after(one, {}, await profile())).toEqual(['unfilled', 2]);
    expect(await after(other, {}, await profile())).toEqual(['filled', 2]);
    expect(await after(other, {}, { profile: { data: null } })).toEqual(['unfilled', 2]);
    expect(await after(other, { status: 'cancelled', cancellation_reason: 'other' })).toEqual(['filled', 1]);
    expect(await after(one, { status: 'cancelled', cancellation_reason: 'other' })).toEqual(['unfilled', 0]);
  });

  it('becomes a transfer in the prison register when that is asked for', async () => {
    const profile_id = await lay.profile({ person_id: known });
    const facts = { profile_id, from_location_id: places.bsi, to_location_id: places.iwi };
    const alone = await lay.move({ ...facts, date: '2026-12-02' });
    const allocated = await lay.move({ ...facts, allocation_id: await lay.allocation() });
    for (const id of [alone, allocated]) {
      const { status } = await api.patch(`/moves/${id}?create_in_nomis=true`, {
        data: { attributes: { move_agreed: true } },
      });
      expect(status).toBe(200);
    }
    const transferOf = async (id: string) =>
      (await lay.rows<{ nomis_event_id: number | null }>('moves', { id }))[0]!.nomis_event_id;
    // The register is asked after the reply.
    for (let tries = 0; tries < 500 && (await transferOf(allocated)) === null; tries += 1);
    expect(await transferOf(allocated)).toEqual(expect.any(Number));
    expect(await transferOf(alone)).toBeNull();
  });
});
