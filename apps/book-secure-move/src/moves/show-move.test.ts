import { bookSecureMove } from '../testing/book-secure-move';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const link = (type: string, id: string) => ({ data: { id, type } });
const links = (type: string, ...ids: string[]) => ({ data: ids.map((id) => ({ id, type })) });

interface Included {
  id: string;
  type: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, unknown>;
}

const included = (body: { included: Included[] }, id: string) => body.included.find((each) => each.id === id);

describe('GET /moves/{move_id}', () => {
  it('shows a move with its links, in the order of the wire', async () => {
    const profile = await lay.profile();
    const id = await lay.move({ profile_id: profile });
    const later = await lay.hearing({ move_id: id, start_time: '2026-12-01T14:00:00Z' });
    const earlier = await lay.hearing({ move_id: id });
    const { status, body, text } = await api.get(`/moves/${id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        id,
        type: 'moves',
        attributes: expect.objectContaining({ status: 'requested', date: '2026-12-01', is_lockout: false }),
        relationships: {
          from_location: link('locations', places.a),
          prison_transfer_reason: { data: null },
          profile: link('profiles', profile),
          supplier: link('suppliers', suppliers.serco),
          to_location: link('locations', places.b),
          court_hearings: links('court_hearings', earlier, later),
          allocation: { data: null },
          original_move: { data: null },
        },
      },
    });
    expect(Object.keys(body.data.relationships)).toEqual([
      'from_location', 'prison_transfer_reason', 'profile', 'supplier', 'to_location', 'court_hearings', 'allocation',
      'original_move',
    ]); // prettier-ignore
    expect(text.indexOf('"additional_information"')).toBeLessThan(text.indexOf('"section_forty_six"'));
  });

  it('tells where the person is, as the prison register has it', async () => {
    const held = await lay.move({
      profile_id: await lay.profile({ person_id: await lay.person({ prison_number: 'A9004AA' }) }),
    });
    const unheard = await lay.move({
      profile_id: await lay.profile({ person_id: await lay.person({ prison_number: 'Z0000ZZ' }) }),
    });
    const places = await Promise.all(
      [held, unheard].map(
        async (id) => (await api.get(`/moves/${id}`)).body.data.attributes.prisoner_location_description,
      ),
    );
    expect(places).toEqual([expect.stringMatching(/\w/), null]);
  });
});

describe('one move with an include', () => {
  let id: string;
  const own: Record<string, string> = {};

  beforeAll(async () => {
    const first = async (table: string, key: string) => (await lay.rows<{ id: string }>(table, { key }, 'key'))[0]!.id;
    own.person = await lay.person({ gender_id: await first('genders', 'male') });
    own.profile = await lay.profile({ person_id: own.person, category_id: await first('categories', 'B') });
    own.allocation = await lay.allocation();
    own.original = await lay.move({ status: 'cancelled', cancellation_reason: 'rejected', profile_id: own.profile });
    own.oldHearing = await lay.hearing({ move_id: own.original });
    id = await lay.move({
      profile_id: own.profile,
      allocation_id: own.allocation,
      original_move_id: own.original,
      prison_transfer_reason_id: await first('prison_transfer_reasons', 'parole'),
    });
    own.hearing = await lay.hearing({ move_id: id });
    own.journey = await lay.journey(id, { client_timestamp: '2026-12-01T10:00:00Z' });
    own.earlyJourney = await lay.journey(id, { to_location_id: places.c, client_timestamp: '2026-12-01T08:00:00Z' });
    own.lodging = await lay.lodging(id);
    own.cancelledLodging = await lay.lodging(id, { status: 'cancelled', start_date: '2026-11-30' });
    const at = (occurred_at: string) => ({ occurred_at });
    own.redirect = await lay.event(id, 'MoveRedirect', {
      ...at('2026-12-01T08:00:00Z'),
      relationships: JSON.stringify({ to_location: { type: 'locations', id: places.c } }),
    });
    own.start = await lay.event(own.journey, 'JourneyStart', {
      ...at('2026-12-01T09:00:00Z'),
      eventable_type: 'journeys',
    });
    own.lodgingCreate = await lay.event(own.lodging, 'LodgingCreate', {
      ...at('2026-12-01T07:00:00Z'),
      eventable_type: 'lodgings',
    });
    own.ofPerson = await lay.event(own.person, 'PersonMoveUsedForce', {
      ...at('2026-12-01T10:00:00Z'),
      eventable_type: 'people',
    });
    own.ofAnother = await lay.event(await lay.move(), 'MoveAccept');
  });

  it.each<[string, string[]]>([
    ['', []],
    ['from_location', ['locations']],
    ['from_location.suppliers', ['locations', 'suppliers']],
    ['to_location.suppliers', ['locations', 'suppliers']],
    ['supplier', ['suppliers']],
    ['prison_transfer_reason', ['prison_transfer_reasons']],
    ['profile.category', ['categories', 'profiles']],
    ['profile.documents', ['profiles']],
    ['profile.person.gender', ['genders', 'people', 'profiles']],
    ['profile.person.ethnicity', ['people', 'profiles']],
    ['profile.person_escort_record.responses.question.descendants.**', ['profiles']],
    ['profile.youth_risk_assessment.flags', ['profiles']],
    ['court_hearings', ['court_hearings']],
    ['allocation', ['allocations']],
    ['original_move', ['moves']],
    ['extradition_flight', []],
    ['journeys', ['journeys', 'journeys']],
    ['journeys.from_location', ['journeys', 'journeys', 'locations']],
    ['journeys.to_location', ['journeys', 'journeys', 'locations', 'locations']],
    ['lodgings', ['lodgings']],
    ['lodgings.location', ['locations', 'lodgings']],
    ['important_events', []],
    ['timeline_events', ['events', 'events', 'events', 'events']],
    ['timeline_events.to_location', ['events', 'events', 'events', 'events', 'locations']],
    ['timeline_events.eventable', ['events', 'events', 'events', 'events', 'journeys', 'lodgings', 'people']],
  ])('%s', async (include, types) => {
    const { status, body } = await api.get(`/moves/${id}?include=${include}`);
    expect(status).toBe(200);
    expect((body.included as Included[]).map(({ type }) => type).sort()).toEqual(types);
  });

  it('has the conditional relationships only for the names that it mentions, at any depth', async () => {
    const conditional = async (include: string) => {
      const { body } = await api.get(`/moves/${id}?include=${include}`);
      const names = ['journeys', 'lodgings', 'timeline_events', 'important_events', 'extradition_flight'];
      return Object.fromEntries(
        names.filter((name) => name in body.data.relationships).map((name) => [name, body.data.relationships[name]]),
      );
    };
    expect(await conditional('supplier')).toEqual({});
    expect(await conditional('lodgings.location,extradition_flight')).toEqual({
      lodgings: links('lodgings', own.lodging!),
      extradition_flight: { data: null },
    });
    expect(await conditional('journeys')).toEqual({ journeys: links('journeys', own.earlyJourney!, own.journey!) });
    expect(await conditional('timeline_events,important_events')).toEqual({
      timeline_events: links('events', own.lodgingCreate!, own.redirect!, own.start!, own.ofPerson!),
      important_events: { data: [] },
    });
  });

  it('shows events in full, each linked with what it happened to', async () => {
    const { body } = await api.get(`/moves/${id}?include=timeline_events.eventable`);
    expect(included(body, own.redirect!)).toEqual({
      id: own.redirect,
      type: 'events',
      attributes: {
        event_type: 'MoveRedirect',
        classification: 'default',
        occurred_at: '2026-12-01T08:00:00+00:00',
        recorded_at: '2026-11-20T10:00:00+00:00',
        notes: null,
        created_by: null,
        details: {},
      },
      relationships: {
        eventable: link('moves', id),
        supplier: { data: null },
        to_location: link('locations', places.c),
      },
    });
    expect(included(body, own.start!)!.relationships.eventable).toEqual(link('journeys', own.journey!));
    expect(included(body, own.journey!)!.attributes).toMatchObject({ number: 2, state: 'proposed' });
    expect(included(body, own.earlyJourney!)).toBeUndefined();
  });

  it('shows locations with their suppliers, and the profile with all its links', async () => {
    const { body } = await api.get(`/moves/${id}?include=from_location,profile.person`);
    expect(included(body, places.a)!.relationships).toEqual({ suppliers: links('suppliers', suppliers.serco) });
    expect(Object.keys(included(body, own.profile!)!.relationships)).toEqual([
      'person', 'category', 'documents', 'person_escort_record', 'youth_risk_assessment',
    ]); // prettier-ignore
    expect(included(body, own.person!)!.relationships).toMatchObject({ profiles: {}, category: {} });
  });

  it('shows the allocation in full, and the move that this one replaces with its own hearings', async () => {
    const { body } = await api.get(`/moves/${id}?include=allocation,original_move`);
    expect(included(body, own.allocation!)).toMatchObject({
      relationships: { moves: links('moves', id) },
      meta: { moves: { total: 1, filled: 1, unfilled: 0 } },
    });
    expect(included(body, own.original!)).toMatchObject({
      attributes: { status: 'cancelled', cancellation_reason: 'rejected' },
      relationships: {
        court_hearings: links('court_hearings', own.oldHearing!),
        profile: link('profiles', own.profile!),
      },
    });
    expect(body.data.relationships.court_hearings).toEqual(links('court_hearings', own.hearing!));
  });

  it.each([
    'nonsense',
    'person',
    'documents',
    'journeys.suppliers',
    'profile.person.profiles',
    'timeline_events.supplier',
  ])('refuses %s', async (include) => {
    const { status, body } = await api.get(`/moves/${id}?include=supplier,${include}`);
    expect(status).toBe(400);
    expect(body.errors[0].detail).toMatch(
      new RegExp(
        `^\\["${include.replaceAll('.', '\\.')}"\\] is not supported\\. Valid values are: \\["profile", .*"extradition_flight"\\]$`,
      ),
    );
  });

  it('refuses it before it looks for the move', async () => {
    expect((await api.get('/moves/foo?include=nonsense')).status).toBe(400);
  });
});
