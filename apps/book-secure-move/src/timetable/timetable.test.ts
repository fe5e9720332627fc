import { bookSecureMove } from '../testing/book-secure-move';

const { api, given } = bookSecureMove();

const CASEDY = '747f3914-620a-441a-847f-472c79def26c';
const nobody = '00000000-0000-4000-8000-000000000000';
const v1 = { Accept: '*/*; version=1' };
const days = 'filter[date_from]=2026-11-23&filter[date_to]=2026-11-24';
const agencies = (reply: { body: { included: { attributes: { nomis_agency_id: string } }[] } }) =>
  reply.body.included.map(({ attributes }) => attributes.nomis_agency_id).sort();

describe('GET /people/{person_id}/court_cases', () => {
  it('shows the cases that the register has', async () => {
    const reply = await api.get(`/people/${CASEDY}/court_cases`);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body)).toEqual(['data']);
    expect(reply.body.data).toHaveLength(2);
    expect(JSON.stringify(reply.body.data[0])).toBe(
      JSON.stringify({
        id: '1495001',
        type: 'court_cases',
        attributes: {
          case_type: 'Adult',
          nomis_case_id: 1495001,
          nomis_case_status: 'ACTIVE',
          case_start_date: '2026-09-14',
          case_number: 'T20267314',
        },
        relationships: {
          location: { data: { id: reply.body.data[0].relationships.location.data.id, type: 'locations' } },
        },
      }),
    );
  });

  it.each([
    ['true', ['ACTIVE']],
    ['false', ['ACTIVE', 'CLOSED']],
  ])('filters by active %s', async (active, statuses) => {
    const reply = await api.get(`/people/${CASEDY}/court_cases?filter[active]=${active}`);
    expect(
      reply.body.data.map((each: { attributes: { nomis_case_status: string } }) => each.attributes.nomis_case_status),
    ).toEqual(statuses);
  });

  it('includes the courts when asked, and in version 1 unasked', async () => {
    const courts = ['ELDMC', 'NBKCC'];
    expect(agencies(await api.get(`/people/${CASEDY}/court_cases?include=location`))).toEqual(courts);
    expect(agencies(await api.get(`/people/${CASEDY}/court_cases`, v1))).toEqual(courts);
    expect((await api.get(`/people/${CASEDY}/court_cases?include=`, v1)).body.included).toEqual([]);
  });
});

describe('GET /people/{person_id}/timetable', () => {
  it('merges hearings and activities by their time', async () => {
    const reply = await api.get(`/people/${CASEDY}/timetable?${days}`);
    expect(reply.status).toBe(200);
    const shown = reply.body.data.map(({ type, attributes }: { type: string; attributes: Record<string, string> }) => [
      type,
      ...Object.values(attributes),
    ]);
    const activity = (at: string) => ['timetable_entries', at, 'Prison Activities', 'Prison Activities'];
    expect(shown).toEqual([
      activity('2026-11-23T08:30:00+00:00'),
      ['timetable_entries', '2026-11-23T10:00:00+00:00', 'Court appearance', 'Court'],
      activity('2026-11-23T13:45:00+00:00'),
      activity('2026-11-24T08:30:00+00:00'),
      activity('2026-11-24T13:45:00+00:00'),
    ]);
    const [workshop, court] = reply.body.data;
    expect(workshop.relationships).toEqual({ location: { data: null } });
    expect(court.relationships.location.data).toMatchObject({ type: 'locations' });
    expect(court.id).toMatch(/^\d+$/);
  });

  it('includes the court when asked, and in version 1 unasked', async () => {
    expect(agencies(await api.get(`/people/${CASEDY}/timetable?include=location&${days}`))).toEqual(['NBKCC']);
    expect(agencies(await api.get(`/people/${CASEDY}/timetable?${days}`, v1))).toEqual(['NBKCC']);
    expect((await api.get(`/people/${CASEDY}/timetable?${days}`)).body).not.toHaveProperty('included');
  });

  it.each([
    ['', ['date_from', 'date_to']],
    ['filter[date_from]=2026-11-23', ['date_to']],
    ['filter[date_from]=2026-02-30&filter[date_to]=2026-11-24', ['date_from']],
    ['filter[date_from]=monday&filter[date_to]=', ['date_from', 'date_to']],
  ])('refuses "%s"', async (query, fields) => {
    const reply = await api.get(`/people/${CASEDY}/timetable?${query}`);
    expect([reply.status, reply.body]).toEqual([
      400,
      { errors: fields.map((field) => ({ title: field, detail: 'is not a valid iso8601 date.' })) },
    ]);
  });
});

describe.each([['court_cases?'], [`timetable?${days}&`]])('GET /people/{person_id}/%s', (path) => {
  it('needs a booking', async () => {
    const reply = await api.get(`/people/${await given.person({ prison_number: 'Z1' })}/${path}`);
    expect([reply.status, reply.body]).toEqual([
      422,
      {
        errors: [
          {
            title: 'Invalid latest_nomis_booking_id',
            detail: "Validation failed: Latest nomis booking can't be blank",
          },
        ],
      },
    ]);
  });

  it.each([[nobody], ['nonsense']])('does not know %s', async (id) => {
    const reply = await api.get(`/people/${id}/${path}`);
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Person with 'id'=${id}` }] },
    ]);
  });

  it('includes nothing else, needs a token and is open to suppliers', async () => {
    const reply = await api.get(`/people/${CASEDY}/${path}include=person`);
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["person"] is not supported. Valid values are: ["location"]',
    ]);
    expect((await api.as('nobody').get(`/people/${CASEDY}/${path}`)).status).toBe(401);
    expect((await api.as('serco').get(`/people/${CASEDY}/${path}`)).status).toBe(200);
  });
});
