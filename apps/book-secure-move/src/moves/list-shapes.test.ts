import { bookSecureMove } from '../testing/book-secure-move';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

const ids = { move: '', person: '', profile: '', allocation: '', reason: '', category: '' };
let reference: string;

beforeAll(async () => {
  const first = async (table: string, key: string) => (await lay.rows<{ id: string }>(table, { key }, 'key'))[0]!.id;
  ids.reason = await first('prison_transfer_reasons', 'medical');
  ids.category = await first('categories', 'C');
  ids.person = await lay.person({
    gender_id: await first('genders', 'female'),
    ethnicity_id: await first('ethnicities', 'w1'),
    prison_number: 'A0001ZZ',
  });
  ids.profile = await lay.profile({ person_id: ids.person, category_id: ids.category, csra: 'Standard' });
  ids.allocation = await lay.allocation();
  ids.move = await lay.move({
    profile_id: ids.profile,
    allocation_id: ids.allocation,
    prison_transfer_reason_id: ids.reason,
    time_due: '2026-06-01T10:00:00Z',
  });
  const [row] = await lay.rows<{ reference: string }>('moves', { id: ids.move });
  reference = row!.reference;
});

const list = (parameters = '') => api.get(`/moves?filter[reference]=${reference}&${parameters}`);
const link = (type: string, id: string) => ({ data: { id, type } });

describe('a move in a list', () => {
  it('is its attributes, its links and an empty meta, in the order of the wire', async () => {
    const { body, text } = await list();
    expect(body.data).toEqual([
      {
        id: ids.move,
        type: 'moves',
        attributes: {
          additional_information: null,
          cancellation_reason: null,
          cancellation_reason_comment: null,
          created_at: '2026-11-20T09:00:00+00:00',
          date: '2026-12-01',
          date_from: null,
          date_to: null,
          move_agreed: null,
          move_agreed_by: null,
          move_type: 'prison_transfer',
          reference,
          rejection_reason: null,
          status: 'requested',
          time_due: '2026-06-01T11:00:00+01:00',
          updated_at: '2026-11-20T09:00:00+00:00',
          is_lockout: false,
          recall_date: null,
          prisoner_location_description: null,
          section_forty_six: null,
        },
        relationships: {
          from_location: link('locations', places.a),
          to_location: link('locations', places.b),
          profile: link('profiles', ids.profile),
          prison_transfer_reason: link('prison_transfer_reasons', ids.reason),
          supplier: link('suppliers', suppliers.serco),
          allocation: link('allocations', ids.allocation),
        },
        meta: {},
      },
    ]);
    expect(Object.keys(body.data[0].relationships)).toEqual([
      'from_location', 'to_location', 'profile', 'prison_transfer_reason', 'supplier', 'allocation',
    ]); // prettier-ignore
    expect(text).not.toContain('"included"');
  });
});

describe('a list of moves with an include', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['from_location', [`locations ${places.a}`]],
    ['to_location,from_location', [`locations ${places.a}`, `locations ${places.b}`]],
    ['supplier', ['suppliers serco']],
    ['prison_transfer_reason', ['prison_transfer_reasons medical']],
    ['profile', ['profiles']],
    ['profile.category', ['categories C', 'profiles']],
    ['profile.person', ['people', 'profiles']],
    ['profile.person.gender', ['genders female', 'people', 'profiles']],
    ['profile.person.ethnicity,profile.person.gender', ['ethnicities w1', 'genders female', 'people', 'profiles']],
    ['profile.person_escort_record', ['profiles']],
    ['profile.person_escort_record.flags', ['profiles']],
    ['important_events', []],
    ['timeline_events', []],
    ['lodgings', []],
  ])('%s', async (include, expected) => {
    const { status, body } = await list(`include=${include}`);
    expect(status).toBe(200);
    const names = (body.included as { type: string; id: string; attributes: { key?: string } }[]).map(
      ({ type, id, attributes }) =>
        type === 'locations' ? `locations ${id}` : [type, attributes.key].filter(Boolean).join(' '),
    );
    expect(names.sort()).toEqual([...expected].sort());
  });

  it('shows locations without their suppliers', async () => {
    const { body } = await list('include=from_location');
    expect(body.included[0]).toMatchObject({
      attributes: { title: 'LOCATION A', nomis_agency_id: 'LOA' },
      relationships: {},
    });
  });

  it('shows people with gender and ethnicity only', async () => {
    const { body } = await list('include=profile.person');
    const person = body.included.find(({ type }: { type: string }) => type === 'people');
    expect(Object.keys(person.relationships)).toEqual(['ethnicity', 'gender']);
    const profile = body.included.find(({ type }: { type: string }) => type === 'profiles');
    expect(Object.keys(profile.relationships)).toEqual(['category', 'person']);
  });

  it('shows an escort record of the profile only when it is asked for', async () => {
    const { body } = await list('include=profile.person_escort_record');
    expect(body.included[0].relationships.person_escort_record).toEqual({ data: null });
  });

  it.each([
    ['nonsense', '["nonsense"]'],
    ['court_hearings', '["court_hearings"]'],
    ['profile.person.profiles,from_location.suppliers', '["profile.person.profiles", "from_location.suppliers"]'],
  ])('refuses %s', async (include, named) => {
    const valid =
      '["profile", "profile.category", "profile.person", "profile.person.ethnicity", "profile.person.gender", "profile.person_escort_record", "profile.person_escort_record.flags", "from_location", "to_location", "prison_transfer_reason", "supplier", "important_events", "timeline_events", "lodgings"]';
    const reply = await list(`include=${include}`);
    expect([reply.status, reply.body]).toEqual([
      400,
      { errors: [{ title: 'Bad request', detail: `${named} is not supported. Valid values are: ${valid}` }] },
    ]);
  });

  it('refuses it before it looks at filters', async () => {
    const reply = await api.get('/moves?include=nonsense&filter[date_from]=nonsense');
    expect(reply.status).toBe(400);
  });
});

describe('what happened to a move, in a list', () => {
  it('is brief, in the order in which it occurred, with the important first among the important', async () => {
    const person_id = await lay.person();
    const id = await lay.move({ profile_id: await lay.profile({ person_id }) });
    const [{ reference: own }] = (await lay.rows<{ reference: string }>('moves', { id })) as [{ reference: string }];
    const journey = await lay.journey(id);
    const lodging = await lay.lodging(id, { status: 'cancelled' });
    const at = (hour: string) => ({ occurred_at: `2026-12-01T${hour}:00Z` });
    const events = {
      lodgingStart: await lay.event(id, 'MoveLodgingStart', at('08:00')),
      accept: await lay.event(id, 'MoveAccept', at('07:00')),
      assault: await lay.event(id, 'PersonMoveAssault', at('09:00')),
      journeyStart: await lay.event(journey, 'JourneyStart', { ...at('07:30'), eventable_type: 'journeys' }),
      lodgingCancel: await lay.event(lodging, 'LodgingCancel', { ...at('06:00'), eventable_type: 'lodgings' }),
      ofPerson: await lay.event(person_id, 'PersonMoveUsedForce', { ...at('05:00'), eventable_type: 'people' }),
    };
    const { body } = await api.get(`/moves?filter[reference]=${own}&include=timeline_events,important_events,lodgings`);
    const { relationships } = body.data[0];
    const named = (related: { data: { id: string }[] }) =>
      related.data.map((each) => Object.entries(events).find(([, event]) => event === each.id)?.[0]);
    expect(named(relationships.timeline_events)).toEqual([
      'ofPerson', 'lodgingCancel', 'accept', 'journeyStart', 'lodgingStart', 'assault',
    ]); // prettier-ignore
    expect(named(relationships.important_events)).toEqual(['assault', 'lodgingStart']);
    expect(relationships.lodgings).toEqual({ data: [{ id: lodging, type: 'lodgings' }] });
    const shown = body.included.find((each: { id: string }) => each.id === events.assault);
    expect(shown).toEqual({
      id: events.assault,
      type: 'events',
      attributes: {
        occurred_at: '2026-12-01T09:00:00+00:00',
        event_type: 'PersonMoveAssault',
        classification: 'incident',
      },
    });
  });
});

describe('the meta of a move in a list', () => {
  let own: string;

  beforeAll(async () => {
    const id = await lay.move();
    own = (await lay.rows<{ reference: string }>('moves', { id }))[0]!.reference;
    const vehicle = (registration: string) => ({ vehicle: JSON.stringify({ id: 'V', registration }) });
    await lay.journey(id, { ...vehicle('OLD 1'), client_timestamp: '2026-12-01T08:00:00Z' });
    await lay.journey(id, { ...vehicle('NEW 1'), client_timestamp: '2026-12-01T09:00:00Z', to_location_id: places.c });
    await lay.journey(id, { ...vehicle('GONE'), client_timestamp: '2026-12-01T10:00:00Z', state: 'cancelled' });
    const expected = (expected_at: string, occurred_at: string) => ({ details: { expected_at }, occurred_at });
    await lay.event(id, 'MoveNotifyPremisesOfDropOffEta', expected('2026-12-01T15:00:00Z', '2026-12-01T09:00:00Z'));
    await lay.event(id, 'MoveNotifyPremisesOfDropOffEta', expected('2026-12-01T16:00', '2026-12-01T10:00:00Z'));
  });

  it.each<[string, object]>([
    ['vehicle_registration', { vehicle_registration: 'NEW 1' }],
    ['expected_time_of_arrival', { expected_time_of_arrival: '2026-12-01T16:00' }],
    ['expected_collection_time', { expected_collection_time: null }],
    [
      'expected_collection_time,vehicle_registration,nonsense',
      { vehicle_registration: 'NEW 1', expected_collection_time: null },
    ],
    ['nonsense', {}],
    ['', {}],
  ])('%s', async (meta, expected) => {
    const { body } = await api.get(`/moves?filter[reference]=${own}&meta=${meta}`);
    expect(body.data[0].meta).toEqual(expected);
  });
});
