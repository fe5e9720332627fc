import { addDays } from '@switchyard/domain/book-secure-move';
import { bookSecureMove } from '../testing/book-secure-move';
import { moveBody, related } from '../testing/given';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const unknown = '00000000-0000-4000-8000-000000000000';

const withLinks = (profileId: string | null, relationships: object, attributes: Record<string, unknown> = {}) => {
  const body = moveBody(profileId, attributes) as { data: { relationships: object } };
  return { data: { ...body.data, relationships: { ...body.data.relationships, ...relationships } } };
};

const fault = (field: string, code: string, detail: string, more: object = {}) => ({
  title: 'Unprocessable content',
  detail,
  source: { pointer: `/data/attributes/${field}` },
  code,
  ...more,
});

describe('POST /moves', () => {
  it('makes a requested move with what was sent, and no more', async () => {
    api.clock().set(new Date('2026-07-01T10:00:00.900Z'));
    api.clock().freeze();
    const profile = await lay.profile();
    const [{ id: reason }] = (await lay.rows<{ id: string }>('prison_transfer_reasons', { key: 'yjb' }, 'key')) as [
      { id: string },
    ];
    const sent = {
      date: '2026-12-01',
      date_from: '2026-11-30',
      date_to: '2026-12-02',
      time_due: '2026-12-01T10:00:00Z',
      additional_information: 'Needs an early start',
      move_agreed: true,
      move_agreed_by: 'A Governor',
      recall_date: '2026-11-01',
      section_forty_six: false,
    };
    const hearing = await lay.hearing();
    const { status, body } = await api.post(
      '/moves',
      withLinks(
        profile,
        {
          prison_transfer_reason: related('prison_transfer_reasons', reason),
          court_hearings: {
            data: [{ type: 'court_hearings', id: hearing }, { type: 'court_hearings', id: unknown }, { id: 'x' }],
          },
        },
        { ...sent, reference: 'MINE', is_lockout: true, nonsense: 1, rejection_reason: 'more_info_required' },
      ),
    );
    api.clock().reset();
    expect(status).toBe(201);
    expect(body.data).toEqual({
      id: expect.any(String),
      type: 'moves',
      attributes: {
        ...sent,
        time_due: '2026-12-01T10:00:00+00:00',
        cancellation_reason: null,
        cancellation_reason_comment: null,
        created_at: '2026-07-01T11:00:00+01:00',
        move_type: 'prison_transfer',
        reference: expect.stringMatching(/^[ACEFHJKMNPRTUVWXY]{3}[1-9]{4}[ACEFHJKMNPRTUVWXY]$/),
        rejection_reason: null,
        status: 'requested',
        updated_at: '2026-07-01T11:00:00+01:00',
        is_lockout: false,
        prisoner_location_description: null,
      },
      relationships: {
        from_location: related('locations', places.a),
        prison_transfer_reason: related('prison_transfer_reasons', reason),
        profile: related('profiles', profile),
        supplier: related('suppliers', suppliers.serco),
        to_location: related('locations', places.b),
        court_hearings: { data: [{ type: 'court_hearings', id: hearing }] },
        allocation: { data: null },
        original_move: { data: null },
      },
    });
    expect((await api.get(`/moves/${body.data.id}`)).body).toEqual(body);
  });

  it('records that the move was requested, and tells its subscribers', async () => {
    const { body } = await api.post('/moves', moveBody(await lay.profile()), { 'X-Current-User': 'PLANNER' });
    const events = await lay.rows('generic_events', { eventable_id: body.data.id });
    expect(events).toEqual([
      expect.objectContaining({
        event_type: 'MoveRequested',
        notes: 'Automatically generated event',
        created_by: 'PLANNER',
      }),
    ]);
    const told = await lay.rows('outbox_event', { aggregate_id: body.data.id }, 'seq');
    expect(told).toEqual([expect.objectContaining({ event_type: 'create_move' })]);
  });

  it.each([
    ['proposed', { status: 'proposed', date: null, date_from: '2026-12-01' }, ['MoveProposed']],
    ['booked', { status: 'booked' }, []],
    ['in_transit', { status: 'in_transit' }, []],
    ['completed', { status: 'completed' }, []],
    ['cancelled', { status: 'cancelled', cancellation_reason: 'other' }, []],
  ])('makes a %s move', async (status, attributes, events) => {
    const { body } = await api.post('/moves', moveBody(await lay.profile(), attributes));
    expect(body.data.attributes.status).toBe(status);
    const stored = await lay.rows<{ event_type: string }>('generic_events', { eventable_id: body.data.id });
    expect(stored.map((event) => event.event_type)).toEqual(events);
  });

  it('reads dates leniently: what it cannot read is not there', async () => {
    const { body } = await api.post(
      '/moves',
      moveBody(null, { time_due: 'noon', date_to: '31.12.', recall_date: 'x' }),
    );
    expect(body.data.attributes).toMatchObject({ time_due: null, date_to: null, recall_date: null });
  });

  it('includes what was asked for', async () => {
    const { body } = await api.post('/moves?include=from_location', moveBody(null));
    expect(body.included).toMatchObject([{ type: 'locations', id: places.a }]);
    const inBody = await api.post('/moves', { ...moveBody(null), include: 'supplier' });
    expect(inBody.body.included).toMatchObject([{ type: 'suppliers' }]);
    expect((await api.post('/moves?include=nonsense', moveBody(null))).status).toBe(400);
  });
});

describe('the supplier of a new move', () => {
  const supplierOf = ({ body }: { body: { data: { relationships: { supplier: { data: { id: string } } } } } }) =>
    body.data.relationships.supplier.data.id;

  it.each(['geoamey', 'serco'] as const)(
    'is %s, when it makes the move itself, wherever that starts',
    async (supplier) => {
      expect(supplierOf(await api.as(supplier).post('/moves', moveBody(null)))).toBe(suppliers[supplier]);
    },
  );

  it('is otherwise who serves the place where it starts', async () => {
    expect(supplierOf(await api.post('/moves', moveBody(null, {}, { from: places.bsi })))).toBe(suppliers.geoamey);
    const elsewhere = withLinks(null, { supplier: related('suppliers', suppliers.geoamey) });
    expect(supplierOf(await api.post('/moves', elsewhere))).toBe(suppliers.serco);
  });

  it('must serve it on that day', async () => {
    const before = moveBody(null, { date: '2020-08-28', move_type: 'prison_remand' }, { from: places.court });
    const refused = await api.post('/moves', before);
    expect([refused.status, refused.body]).toEqual([
      422,
      { errors: [fault('supplier', 'blank', 'Supplier must exist')] },
    ]);
    const first = moveBody(null, { date: '2020-08-29', move_type: 'prison_remand' }, { from: places.court });
    expect((await api.post('/moves', first)).status).toBe(201);
  });

  it('of a move without a date is who serves it on the first possible day', async () => {
    const proposed = (date_from: string) =>
      api.post('/moves', {
        ...withLinks(
          profile,
          { from_location: related('locations', places.court) },
          { status: 'proposed', date: null, date_from, move_type: 'prison_remand' },
        ),
      });
    const profile = await lay.profile();
    expect((await proposed('2020-08-28')).body.errors).toEqual([fault('supplier', 'blank', 'Supplier must exist')]);
    expect((await proposed('2020-08-29')).status).toBe(201);
  });
});

describe('POST /moves refuses', () => {
  const count = async () => (await api.get('/moves?per_page=1')).body.meta.pagination.total_objects as number;

  it.each<[string, Record<string, unknown>, object[]]>([
    ['a requested move without a date', { date: null }, [fault('date', 'blank', "Date can't be blank")]],
    ['a date that cannot be read', { date: '2026-02-30' }, [fault('date', 'blank', "Date can't be blank")]],
    [
      'a proposed move without a first day or a profile',
      { status: 'proposed' },
      [fault('profile', 'blank', "Profile can't be blank"), fault('date_from', 'blank', "Date from can't be blank")],
    ],
    ['a completed move of nobody', { status: 'completed' }, [fault('profile', 'blank', "Profile can't be blank")]],
    ['a move in transit of nobody', { status: 'in_transit' }, [fault('profile', 'blank', "Profile can't be blank")]],
    [
      'a last day before the first',
      { date_from: '2026-12-02', date_to: '2026-12-01' },
      [fault('date_to', 'must be after date from', 'Date to must be after date from')],
    ],
    [
      'a reason for a cancellation that is none',
      { cancellation_reason: 'other' },
      [fault('cancellation_reason', 'present', 'Cancellation reason must be blank')],
    ],
  ])('%s', async (_, attributes, errors) => {
    const before = await count();
    const reply = await api.post('/moves', moveBody(null, attributes));
    expect([reply.status, reply.body]).toEqual([422, { errors }]);
    expect(await count()).toBe(before);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown status', { status: 'nonsense' }, 'status', 'Status is not included in the list'],
    [
      'a cancelled move without a reason',
      { status: 'cancelled' },
      'cancellation_reason',
      "Cancellation reason can't be blank",
    ],
    [
      'a cancelled move with an unknown reason',
      { status: 'cancelled', cancellation_reason: 'nonsense' },
      'cancellation_reason',
      'Cancellation reason is not included in the list',
    ],
  ])('%s, before it looks at anything else', async (_, attributes, field, message) => {
    const reply = await api.post('/moves', withLinks(unknown, {}, attributes));
    const error = { title: `Invalid ${field}`, detail: `Validation failed: ${message}` };
    expect([reply.status, reply.body]).toEqual([422, { errors: [error] }]);
  });

  it.each([
    ['from_location', 'locations', unknown, `Couldn't find Location with 'id'=${unknown}`],
    ['from_location', 'locations', 'foo', "Couldn't find Location with 'id'=foo"],
    ['to_location', 'locations', unknown, `Couldn't find Location with 'id'=${unknown}`],
    ['profile', 'profiles', unknown, `Couldn't find Profile with 'id'=${unknown}`],
    ['profile', 'profiles', 'foo', "Couldn't find Profile with 'id'=foo"],
  ])('a %s that does not exist: %s %s', async (name, type, id, detail) => {
    const reply = await api.post('/moves', withLinks(null, { [name]: related(type, id) }, { date: null }));
    expect([reply.status, reply.body]).toEqual([404, { errors: [{ title: 'Resource not found', detail }] }]);
  });

  it('passes over a transfer reason that does not exist', async () => {
    const sent = withLinks(null, { prison_transfer_reason: related('prison_transfer_reasons', unknown) });
    expect((await api.post('/moves', sent)).body.data.relationships.prison_transfer_reason).toEqual({ data: null });
  });

  it('a person of category A', async () => {
    const [{ id }] = (await lay.rows<{ id: string }>('categories', { key: 'A' }, 'key')) as [{ id: string }];
    const reply = await api.post('/moves', moveBody(await lay.profile({ category_id: id })));
    const detail = "Profile person is a category 'a' prisoner and cannot be moved using this service";
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [fault('profile', 'unsupported_prisoner_category', detail)],
    ]);
  });
});

describe('a second move of a person on one day between the same places', () => {
  const taken = (existing_id: string) =>
    fault('date', 'taken', 'Date has already been taken', { meta: { existing_id } });

  it('is refused, also by another profile, with the id of the first', async () => {
    const person_id = await lay.person();
    const first = await api.post('/moves', moveBody(await lay.profile({ person_id })));
    const second = await api.post('/moves', moveBody(await lay.profile({ person_id })));
    expect([second.status, second.body]).toEqual([422, { errors: [taken(first.body.data.id)] }]);
  });

  it.each([
    ['another day', { date: '2026-12-02' }, {}],
    ['other places', {}, { to: places.c }],
    ['a proposal', { status: 'proposed', date_from: '2026-12-01' }, {}],
    ['a cancellation', { status: 'cancelled', cancellation_reason: 'other' }, {}],
  ])('may be %s', async (_, attributes, ends) => {
    const profile = await lay.profile();
    expect((await api.post('/moves', moveBody(profile))).status).toBe(201);
    expect((await api.post('/moves', moveBody(profile, attributes, ends))).status).toBe(201);
  });

  it('may be for nobody', async () => {
    const replies = [await api.post('/moves', moveBody(null)), await api.post('/moves', moveBody(null))];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('is made once, however many ask for it at the same time', async () => {
    for (let day = 0; day < 5; day += 1) {
      const body = moveBody(await lay.profile(), { date: addDays('2027-01-01', day) });
      const replies = await Promise.all(Array.from({ length: 6 }, () => api.post('/moves', body)));
      const made = replies.filter(({ status }) => status === 201);
      expect(made).toHaveLength(1);
      for (const { status, body: refused } of replies.filter((reply) => !made.includes(reply))) {
        expect([status, refused]).toEqual([422, { errors: [taken(made[0]!.body.data.id)] }]);
      }
    }
  });
});
