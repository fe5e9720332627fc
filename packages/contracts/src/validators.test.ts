import { bookSecureMove, streetManager, wrm } from './index';

const location = { id: '5d3f6a10-7a55-4b8e-8f1c-9a2f30c4d001', type: 'locations' };
const none = { data: null };

const moveAttributes = {
  additional_information: null,
  cancellation_reason: null,
  cancellation_reason_comment: null,
  created_at: '2026-02-20T09:15:00+00:00',
  date: '2026-03-02',
  date_from: null,
  date_to: null,
  move_agreed: null,
  move_agreed_by: null,
  move_type: 'court_appearance',
  reference: 'KPT4917W',
  rejection_reason: null,
  status: 'requested',
  time_due: '2026-07-02T10:00:00+01:00',
  updated_at: '2026-02-20T09:15:00+00:00',
  is_lockout: false,
  recall_date: null,
  prisoner_location_description: null,
  section_forty_six: null,
};

const move = {
  id: 'c1d2e3f4-0000-4a00-8000-000000000001',
  type: 'moves',
  attributes: moveAttributes,
  relationships: {
    from_location: { data: location },
    prison_transfer_reason: none,
    profile: none,
    supplier: { data: { id: '9e0d1c2b-0000-4a00-8000-00000000000a', type: 'suppliers' } },
    to_location: none,
    court_hearings: { data: [] },
    allocation: none,
    original_move: none,
  },
};

const person = {
  id: '4e550000-0000-4a00-8000-000000000001',
  type: 'people',
  attributes: {
    first_names: 'SAM',
    last_name: 'EXAMPLE',
    date_of_birth: '1990-05-04',
    gender_additional_information: null,
    prison_number: 'A0001ZZ',
    criminal_records_office: null,
    police_national_computer: null,
  },
  relationships: { ethnicity: none, gender: none, profiles: {}, category: {} },
};

const without = (whole: object, name: string): object =>
  Object.fromEntries(Object.entries(whole).filter(([member]) => member !== name));

const request = (key: string, body: unknown): boolean => bookSecureMove.validators.requests[key]?.(body) as boolean;
const response = (key: string, body: unknown): boolean => bookSecureMove.validators.responses[key]?.(body) as boolean;

describe('request validators', () => {
  it.each([
    ['what rules judge', 'POST /moves', { data: { attributes: { status: 7, move_type: 'flight', date: 'soon' } } }],
    ['relationships that rules judge', 'POST /moves', { data: { relationships: { from_location: 'here' } } }],
    ['members that nobody knows', 'POST /moves', { data: { id: 'mine', attributes: { colour: 'red' } } }],
    ['null where it clears a value', 'PATCH /moves/{move_id}', { data: { attributes: { move_agreed_by: null } } }],
    ['an event of any name', 'POST /moves/{move_id}/start', { data: { type: 'halts' } }],
    ['a profile without attributes', 'POST /people/{person_id}/profiles', { data: { type: 'profiles' } }],
    ['an export without a filter', 'POST /moves/csv', {}],
    ['a token request that OAuth refuses', 'POST /oauth/token', { grant_type: 'password' }],
  ])('let pass %s', (_what, key, body) => {
    expect(request(key, body)).toBe(true);
  });

  it.each([
    ['a body without data', 'POST /moves', { attributes: {} }],
    ['empty data', 'POST /moves', { data: {} }],
    ['data that is a list', 'POST /people', { data: [{ type: 'people' }] }],
    ['text that is a number', 'POST /moves', { data: { attributes: { additional_information: 5 } } }],
    ['a journey without relationships', 'POST /moves/{move_id}/journeys', { data: { attributes: { billable: true } } }],
    ['an event without relationships', 'POST /events', { data: { attributes: {}, relationships: {} } }],
    [
      'a vehicle in words',
      'PATCH /moves/{move_id}/journeys/{journey_id}',
      { data: { attributes: { vehicle: 'van' } } },
    ],
    ['a search without a filter', 'POST /moves/filtered', { data: { attributes: {} } }],
  ])('refuse %s', (_what, key, body) => {
    expect(request(key, body)).toBe(false);
  });

  it('name every fault at once', () => {
    const validate = bookSecureMove.validators.requests['POST /moves'];
    validate?.({ data: { attributes: { additional_information: 5, move_agreed: 'yes' } } });
    expect(validate?.errors?.map((error) => error.instancePath)).toEqual([
      '/data/attributes/additional_information',
      '/data/attributes/move_agreed',
    ]);
  });

  it('exist for every operation with a JSON body', () => {
    const withBody = Object.entries(bookSecureMove.operations).filter(([, operation]) => operation.hasBody);
    expect(Object.keys(bookSecureMove.validators.requests).sort()).toEqual(withBody.map(([key]) => key).sort());
  });
});

describe('response validators', () => {
  it('accept a move in full', () => {
    expect(response('GET /moves/{move_id} 200', { data: move })).toBe(true);
  });

  it.each(Object.keys(moveAttributes))('miss %s of a move', (name) => {
    const body = { data: { ...move, attributes: without(moveAttributes, name) } };
    expect(response('GET /moves/{move_id} 200', body)).toBe(false);
  });

  it.each([
    ['a time in another form', { created_at: '2026-02-20 09:15' }],
    ['a day that is none', { date: '2026-02-30' }],
    ['a status that is none', { status: 'late' }],
    ['a missing move type', { move_type: null }],
    ['a reference in another form', { reference: 'ABC123' }],
  ])('refuse a move with %s', (_what, change) => {
    const body = { data: { ...move, attributes: { ...moveAttributes, ...change } } };
    expect(response('POST /moves 201', body)).toBe(false);
  });

  it('accept lazy relationships that are empty, and refuse them when absent', () => {
    expect(response('GET /people/{person_id} 200', { data: person })).toBe(true);
    const relationships = without(person.relationships, 'profiles');
    expect(response('GET /people/{person_id} 200', { data: { ...person, relationships } })).toBe(false);
  });

  it('want the pages of a list and let a single move do without', () => {
    expect(response('GET /moves 200', { data: [] })).toBe(false);
    const address = 'http://127.0.0.1:3002/api/moves?page=1&per_page=20';
    const links = { self: address, first: address, prev: null, next: null, last: address };
    const meta = { pagination: { per_page: 20, total_pages: 0, total_objects: 0 } };
    expect(response('GET /moves 200', { data: [], meta, links })).toBe(true);
  });

  it('take either document where one operation refuses in two forms', () => {
    const key = 'POST /moves/{move_id}/lodgings/{lodging_id}/cancel 400';
    expect(response(key, { error: 'Lodging already cancelled' })).toBe(true);
    expect(response(key, { errors: [{ title: 'Bad request', detail: 'data is missing' }] })).toBe(true);
    expect(response(key, { message: 'no' })).toBe(false);
  });
});

describe('all three services', () => {
  const services = Object.entries({ bookSecureMove, streetManager, wrm });

  it.each(services)('%s tells its health and readiness', (_name, { validators: { responses } }) => {
    expect(responses['GET /health 200']?.({ checks: { database: true }, healthy: true })).toBe(true);
    expect(responses['GET /health 502']?.({ checks: {}, healthy: false })).toBe(false);
    expect(responses['GET /ready 503']?.({ ready: false, reasons: ['draining'] })).toBe(true);
    expect(responses['GET /ready 503']?.({ ready: false })).toBe(false);
  });

  it.each(services)('%s loads each half of its validators when it is first read', (_name, { validators }) => {
    expect(Object.getOwnPropertyDescriptor(validators, 'requests')?.get).toBeInstanceOf(Function);
    expect(Object.getOwnPropertyDescriptor(validators, 'responses')?.get).toBeInstanceOf(Function);
  });

  it.each(services)('%s keeps its table of operations from change', (_name, { operations }) => {
    expect(Object.isFrozen(operations)).toBe(true);
  });
});
