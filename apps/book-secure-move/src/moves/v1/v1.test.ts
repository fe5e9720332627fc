import { bookSecureMove } from '../../testing/book-secure-move';
import { moveBody, related } from '../../testing/given';
import { Lay, places, suppliers } from '../moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const version = { Accept: 'application/vnd.api+json' };
const unknown = '00000000-0000-4000-8000-000000000000';

const v1 = {
  get: (path: string) => api.get(path, version),
  post: (path: string, body: unknown) => api.post(path, body, version),
  patch: (path: string, body: unknown) => api.patch(path, body, version),
};

interface Included {
  id: string;
  type: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, unknown>;
}

const typesIn = ({ body }: { body: { included?: Included[] } }) => body.included?.map(({ type }) => type).sort();
const referenceOf = async (id: string) => (await lay.rows<{ reference: string }>('moves', { id }))[0]!.reference;

/** A request for a prison transfer from A to B, with these relationships in addition. */
const asking = (relationships: object, attributes: object = {}) => ({
  data: {
    type: 'moves',
    attributes: { date: '2026-12-01', ...attributes },
    relationships: {
      from_location: related('locations', places.a),
      to_location: related('locations', places.b),
      ...relationships,
    },
  },
});

describe('a move in version 1', () => {
  let id: string;
  const own: Record<string, string> = {};

  beforeAll(async () => {
    const first = async (table: string, key: string) => (await lay.rows<{ id: string }>(table, { key }, 'key'))[0]!.id;
    own.gender = await first('genders', 'male');
    own.ethnicity = await first('ethnicities', 'w1');
    own.person = await lay.person({
      prison_number: 'A0001ZZ',
      gender_id: own.gender,
      ethnicity_id: own.ethnicity,
    });
    own.profile = await lay.profile({ person_id: own.person });
    own.latest = await lay.profile({
      person_id: own.person,
      created_at: '2026-11-21T00:00:00Z',
      assessment_answers: [
        {
          title: 'Violent', key: 'violent', category: 'risk', comments: 'Latest', created_at: '2026-01-01',
          expires_at: null, assessment_question_id: places.a, nomis_alert_type: null, nomis_alert_code: null,
          nomis_alert_type_description: null, nomis_alert_description: null, imported_from_nomis: false,
        },
      ],
    }); // prettier-ignore
    own.original = await lay.move({ status: 'cancelled', cancellation_reason: 'rejected', profile_id: own.profile });
    own.reason = await first('prison_transfer_reasons', 'parole');
    id = await lay.move({
      profile_id: own.profile,
      original_move_id: own.original,
      prison_transfer_reason_id: own.reason,
      nomis_event_id: 17,
    });
    own.hearing = await lay.hearing({ move_id: id });
  });

  const resource = async () => ({
    id,
    type: 'moves',
    attributes: {
      reference: await referenceOf(id),
      status: 'requested',
      updated_at: '2026-11-20T09:00:00+00:00',
      created_at: '2026-11-20T09:00:00+00:00',
      time_due: null,
      date: '2026-12-01',
      move_type: 'prison_transfer',
      nomis_event_id: 17,
      additional_information: null,
      rejection_reason: null,
      cancellation_reason: null,
      cancellation_reason_comment: null,
      move_agreed: null,
      move_agreed_by: null,
      date_from: null,
      date_to: null,
      prisoner_location_description: null,
      section_forty_six: null,
    },
    relationships: {
      person: related('people', own.person!),
      profile: related('profiles', own.profile!),
      from_location: related('locations', places.a),
      to_location: related('locations', places.b),
      prison_transfer_reason: related('prison_transfer_reasons', own.reason!),
      documents: { data: [] },
      court_hearings: { data: [{ type: 'court_hearings', id: own.hearing }] },
      allocation: { data: null },
      original_move: related('moves', own.original!),
    },
  });

  it('has a person, and all that belongs to it, unasked', async () => {
    const reply = await v1.get(`/moves/${id}`);
    const expected = await resource();
    expect([reply.status, reply.body.data]).toEqual([200, expected]);
    expect(Object.keys(reply.body.data.attributes)).toEqual(Object.keys(expected.attributes));
    expect(Object.keys(reply.body.data.relationships)).toEqual(Object.keys(expected.relationships));
    expect(typesIn(reply)).toEqual([
      'court_hearings', 'ethnicities', 'genders', 'locations', 'locations', 'moves', 'people',
      'prison_transfer_reasons', 'profiles', 'suppliers',
    ]); // prettier-ignore
  });

  it('looks the same in a list, which shows hearings only by their ids and has no meta', async () => {
    const reply = await v1.get(`/moves?filter[reference]=${await referenceOf(id)}&meta=vehicle_registration`);
    expect([reply.status, reply.body.data]).toEqual([200, [await resource()]]);
    expect(typesIn(reply)).toEqual([
      'ethnicities', 'genders', 'locations', 'locations', 'moves', 'people', 'prison_transfer_reasons', 'profiles',
      'suppliers',
    ]); // prettier-ignore
    expect(reply.body.meta).toEqual({ pagination: { per_page: 20, total_pages: 1, total_objects: 1 } });
    const searched = await v1.post('/moves/filtered', {
      data: { attributes: { filter: { reference: await referenceOf(id) } } },
    });
    expect(searched.body.data).toEqual(reply.body.data);
  });

  it('shows the person with their numbers and the answers of their latest profile', async () => {
    const { body } = await v1.get(`/moves/${id}?include=person`);
    expect(body.included).toEqual([
      {
        id: own.person,
        type: 'people',
        attributes: {
          first_names: 'SAM',
          last_name: 'EXAMPLE',
          date_of_birth: null,
          assessment_answers: [expect.objectContaining({ comments: 'Latest' })],
          identifiers: [{ value: 'A0001ZZ', identifier_type: 'prison_number' }],
          gender_additional_information: null,
        },
        relationships: { ethnicity: related('ethnicities', own.ethnicity!), gender: related('genders', own.gender!) },
      },
    ]);
  });

  it.each<[string, string[]]>([
    ['', []],
    ['person.gender', ['genders', 'people']],
    ['profile', ['profiles']],
    ['profile.person.ethnicity', ['ethnicities', 'people', 'profiles']],
    ['from_location.suppliers', ['locations', 'suppliers']],
    ['documents,court_hearings', ['court_hearings']],
    ['original_move', ['moves']],
  ])('includes only what is asked for: %p', async (include, types) => {
    const [one, list] = [
      await v1.get(`/moves/${id}?include=${include}`),
      await v1.get(`/moves?filter[reference]=${await referenceOf(id)}&include=${include}`),
    ];
    expect([typesIn(one), typesIn(list)]).toEqual([types, types]);
  });

  it.each(['supplier', 'journeys', 'timeline_events', 'profile.category', 'allocation'])(
    'does not know the include %s',
    async (include) => {
      for (const path of [`/moves/${id}`, '/moves']) {
        const { status, body } = await v1.get(`${path}?include=${include}`);
        expect([status, body.errors[0].detail]).toEqual([
          400,
          expect.stringContaining(`["${include}"] is not supported. Valid values are: ["person", "person.ethnicity"`),
        ]);
      }
    },
  );

  it('without anybody has no person', async () => {
    const { body } = await v1.get(`/moves/${await lay.move()}?include=`);
    expect(body.data.relationships).toMatchObject({ person: { data: null }, profile: { data: null } });
  });
});

describe('POST /moves in version 1', () => {
  it('takes a person for the latest profile, infers the type, and records no event', async () => {
    const person_id = await lay.person();
    await lay.profile({ person_id });
    const latest = await lay.profile({ person_id, created_at: '2026-11-21T00:00:00Z' });
    const reply = await v1.post(
      '/moves',
      asking({ person: related('people', person_id), documents: { data: [{ type: 'documents', id: unknown }] } }),
    );
    expect(reply.status).toBe(201);
    expect(reply.body.data).toMatchObject({
      attributes: { move_type: 'prison_transfer', status: 'requested' },
      relationships: {
        person: related('people', person_id),
        profile: related('profiles', latest),
        documents: { data: [] },
      },
    });
    expect(typesIn(reply)).toContain('people');
    expect(await lay.rows('generic_events', { eventable_id: reply.body.data.id })).toEqual([]);
    expect(await lay.rows('outbox_event', { aggregate_id: reply.body.data.id }, 'seq')).toMatchObject([
      { event_type: 'create_move' },
    ]);
    expect(await lay.rows('moves', { id: reply.body.data.id })).toMatchObject([
      { supplier_id: suppliers.serco, person_id },
    ]);
  });

  it('takes a profile before a person, and a type before its own idea', async () => {
    const profile = await lay.profile();
    const relationships = { profile: related('profiles', profile), person: related('people', await lay.person()) };
    const { body } = await v1.post('/moves', asking(relationships, { move_type: 'approved_premises' }));
    expect(body.data).toMatchObject({
      attributes: { move_type: 'approved_premises' },
      relationships: { profile: related('profiles', profile) },
    });
  });

  it.each([
    ['court_appearance', places.a, places.court],
    ['police_transfer', places.police, places.otherPolice],
    ['prison_recall', places.police, null],
    ['prison_recall', places.police, unknown],
    ['prison_recall', places.police, 'foo'],
  ])('infers %s from %s to %s', async (moveType, from, to) => {
    const relationships = {
      profile: related('profiles', await lay.profile()),
      from_location: related('locations', from),
      to_location: to === null ? { data: null } : related('locations', to),
    };
    const { status, body } = await v1.post('/moves', asking(relationships));
    expect([status, body.data?.attributes.move_type]).toEqual([201, moveType]);
    if (moveType === 'prison_recall') expect(body.data.relationships.to_location).toEqual({ data: null });
  });

  it('makes a move without a profile for a person who has none', async () => {
    const { status, body } = await v1.post('/moves', asking({ person: related('people', await lay.person()) }));
    expect([status, body.data.relationships]).toEqual([
      201,
      expect.objectContaining({ person: { data: null }, profile: { data: null } }),
    ]);
  });

  it.each([
    ['nobody', {}, "Couldn't find Person without an ID"],
    ['an empty person', { person: { data: null } }, "Couldn't find Person without an ID"],
    ['an unknown person', { person: related('people', unknown) }, `Couldn't find Person with 'id'=${unknown}`],
    ['a malformed person', { person: related('people', 'foo') }, "Couldn't find Person with 'id'=foo"],
    ['an unknown profile', { profile: related('profiles', unknown) }, `Couldn't find Profile with 'id'=${unknown}`],
    [
      'an unknown start',
      { from_location: related('locations', unknown) },
      `Couldn't find Location with 'id'=${unknown}`,
    ],
  ])('refuses %s', async (_, relationships, detail) => {
    const reply = await v1.post('/moves', asking(relationships));
    expect([reply.status, reply.body]).toEqual([404, { errors: [{ title: 'Resource not found', detail }] }]);
  });

  it('refuses a bad status before a missing person', async () => {
    expect((await v1.post('/moves', moveBody(null, { status: 'nonsense' }))).status).toBe(422);
  });

  it('refuses an unknown type', async () => {
    const reply = await v1.post(
      '/moves',
      asking({ profile: related('profiles', await lay.profile()) }, { move_type: 'nonsense' }),
    );
    expect([reply.status, reply.body.errors[0].detail]).toEqual([422, 'Move type is not included in the list']);
  });
});

describe('PATCH /moves/{move_id} in version 1', () => {
  const patch = (id: string, attributes: object = {}, relationships?: object) =>
    v1.patch(`/moves/${id}`, { data: { attributes, ...(relationships && { relationships }) } });

  it('changes what version 1 lets be changed, and nothing else', async () => {
    const reason = (await lay.rows<{ id: string }>('prison_transfer_reasons', { key: 'yjb' }, 'key'))[0]!.id;
    const id = await lay.move({ recall_date: '2026-11-01', section_forty_six: true });
    const hearing = await lay.hearing({ move_id: id });
    const { status, body } = await patch(
      id,
      {
        additional_information: 'new',
        date_from: '2026-12-01',
        move_type: 'court_appearance',
        recall_date: null,
        section_forty_six: false,
      },
      {
        prison_transfer_reason: related('prison_transfer_reasons', reason),
        court_hearings: { data: [] },
        documents: { data: [] },
      },
    );
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      attributes: {
        additional_information: 'new',
        date_from: '2026-12-01',
        move_type: 'prison_transfer',
        section_forty_six: true,
      },
      relationships: {
        prison_transfer_reason: { data: null },
        court_hearings: { data: [{ type: 'court_hearings', id: hearing }] },
      },
    });
    expect(await lay.rows('moves', { id })).toMatchObject([{ recall_date: '2026-11-01' }]);
  });

  it('gives a move the person that is named, and nobody for one that does not exist', async () => {
    const person_id = await lay.person();
    const profile = await lay.profile({ person_id });
    const id = await lay.move();
    const profileAfter = async (relationships?: object) =>
      (await patch(id, {}, relationships)).body.data.relationships.profile;
    expect(await profileAfter({ person: related('people', person_id) })).toEqual(related('profiles', profile));
    expect(await profileAfter()).toEqual(related('profiles', profile));
    expect(await profileAfter({ person: related('people', unknown) })).toEqual({ data: null });
    expect(await profileAfter({ profile: related('profiles', profile) })).toEqual(related('profiles', profile));
    expect(await profileAfter({ profile: related('profiles', unknown) })).toEqual({ data: null });
    expect(await profileAfter({ profile: related('profiles', profile) })).toEqual(related('profiles', profile));
    expect(await profileAfter({ person: { data: null } })).toEqual({ data: null });
  });

  it.each([
    ['requested', 'booked', 'booked'],
    ['booked', 'in_transit', 'in_transit'],
    ['requested', 'completed', 'requested'],
    ['completed', 'requested', 'completed'],
    ['requested', 'nonsense', 'requested'],
    ['requested', null, 'requested'],
  ])('passes over a status out of reach: from %s to %s is %s', async (from, to, expected) => {
    const id = await lay.move({ status: from, profile_id: await lay.profile() });
    const reply = await patch(id, { status: to });
    expect([reply.status, reply.body.data.attributes.status]).toEqual([200, expected]);
  });

  it('cancels for a reason, and only for a known one', async () => {
    const id = await lay.move();
    for (const cancellation_reason of [undefined, 'nonsense']) {
      const refused = await patch(id, { status: 'cancelled', cancellation_reason });
      expect([refused.status, refused.body.errors[0].detail]).toEqual([
        422,
        'Cancellation reason is not included in the list',
      ]);
    }
    const { body } = await patch(id, {
      status: 'cancelled',
      cancellation_reason: 'other',
      cancellation_reason_comment: 'Snow',
    });
    expect(body.data.attributes).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'other',
      cancellation_reason_comment: 'Snow',
    });
  });

  it('records a change of the date like its successor', async () => {
    const id = await lay.move();
    const journey = await lay.journey(id);
    await patch(id, { date: '2026-12-05' });
    expect(await lay.rows('generic_events', { eventable_id: id })).toMatchObject([{ event_type: 'MoveDateChanged' }]);
    expect(await lay.rows('journeys', { id: journey })).toMatchObject([{ date: '2026-12-05' }]);
  });
});
