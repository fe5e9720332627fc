import { bookSecureMove } from '../testing/book-secure-move';
import { found } from './found.fixture';
import type { Named } from './found.fixture';
import { Lay, places, suppliers } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

const ids = { person: '', profile: '', allocation: '' };
let moves: Named;

beforeAll(async () => {
  ids.person = await lay.person({ date_of_birth: '1990-05-04' });
  ids.profile = await lay.profile({ person_id: ids.person });
  const older = await lay.profile({ person_id: await lay.person({ date_of_birth: '1970-01-01' }) });
  ids.allocation = await lay.allocation();
  moves = {
    plain: await lay.move(),
    taken: await lay.move({ profile_id: ids.profile, status: 'booked', supplier_id: suppliers.geoamey }),
    court: await lay.move({ profile_id: older, move_type: 'court_appearance', to_location_id: places.court }),
    recall: await lay.move({ move_type: 'prison_recall', from_location_id: places.police, to_location_id: null }),
    allocated: await lay.move({ allocation_id: ids.allocation }),
    cancelled: await lay.move({ status: 'cancelled', cancellation_reason: 'supplier_no_resource' }),
    rejected: await lay.move({
      status: 'cancelled',
      cancellation_reason: 'rejected',
      rejection_reason: 'no_transport_available',
    }),
    // The last minute of a day of summer time, and the first of the next.
    lateInJune: await lay.move({ created_at: '2026-06-30T22:59:00Z' }),
    earlyInJuly: await lay.move({ created_at: '2026-06-30T23:00:00Z' }),
  };
});

const everything = (): string[] => Object.keys(moves);
const allBut = (...names: string[]): string[] => everything().filter((name) => !names.includes(name));

describe('GET /moves with a filter', () => {
  it.each<[string, () => string[]]>([
    ['', everything],
    ['filter[status]=booked', () => ['taken']],
    ['filter[status]=booked,cancelled', () => ['taken', 'cancelled', 'rejected']],
    ['filter[status]=nonsense', () => []],
    ['filter[status]=', () => []],
    ['filter[move_type]=court_appearance', () => ['court']],
    ['filter[move_type]=', () => []],
    [`filter[supplier_id]=${suppliers.geoamey}`, () => ['taken']],
    [`filter[supplier_id]=${suppliers.geoamey.toUpperCase()}`, () => ['taken']],
    [`filter[supplier_id]=${suppliers.geoamey},${suppliers.serco}`, everything],
    ['filter[supplier_id]=nonsense', () => []],
    ['filter[supplier_id]=', () => []],
    ['filter[cancellation_reason]=rejected', () => ['rejected']],
    ['filter[cancellation_reason]=rejected,supplier_no_resource', () => ['cancelled', 'rejected']],
    ['filter[cancellation_reason]=', () => allBut('cancelled', 'rejected')],
    ['filter[cancellation_reason]=rejected,', () => allBut('cancelled')],
    ['filter[rejection_reason]=no_transport_available', () => ['rejected']],
    ['filter[rejection_reason]=', () => allBut('rejected')],
    ['filter[location_type]=court', () => ['court']],
    ['filter[location_type]=nonsense', () => []],
    ['filter[has_relationship_to_allocation]=true', () => ['allocated']],
    ['filter[has_relationship_to_allocation]=false', () => allBut('allocated')],
    ['filter[has_relationship_to_allocation]=perhaps', everything],
    ['filter[ready_for_transit]=true', () => []],
    ['filter[ready_for_transit]=false', everything],
    ['filter[ready_for_transit]=perhaps', everything],
    ['filter[recall_date]=2026-12-01', everything],
    ['filter[nonsense]=1', everything],
    ['filter[date_of_birth_from]=1990-05-04', () => ['taken']],
    ['filter[date_of_birth_to]=1990-05-03', () => ['court']],
    ['filter[date_of_birth_from]=1970-01-01&filter[date_of_birth_to]=1990-05-04', () => ['taken', 'court']],
    ['filter[date_of_birth_from]=', everything],
    ['filter[created_at_to]=2026-06-30', () => ['lateInJune']],
    ['filter[created_at_to]=2026-07-01', () => ['lateInJune', 'earlyInJuly']],
    ['filter[created_at_from]=2026-07-01', () => allBut('lateInJune')],
    ['filter[created_at_from]=2026-07-01&filter[created_at_to]=2026-07-01', () => ['earlyInJuly']],
    ['filter[created_at_from]=&filter[created_at_to]=', everything],
    ['filter[status]=cancelled&filter[rejection_reason]=', () => ['cancelled']],
  ])('%s', async (parameters, expected) => {
    expect((await found(api, moves, parameters)).sort()).toEqual(expected().sort());
  });

  it('by profile, by person or by neither', async () => {
    expect(await found(api, moves, `filter[profile_id]=${ids.profile}`)).toEqual(['taken']);
    expect(await found(api, moves, `filter[person_id]=${ids.person}`)).toEqual(['taken']);
    expect(await found(api, moves, `filter[person_id]=nonsense`)).toEqual([]);
    expect((await found(api, moves, 'filter[profile_id]=')).sort()).toEqual(allBut('taken', 'court').sort());
    expect((await found(api, moves, `filter[profile_id]=,${ids.profile}`)).sort()).toEqual(allBut('court').sort());
  });

  it.each<[string, string, string]>([
    ['filter[date_from]=nonsense', 'Invalid date_from', 'Validation failed: Date from is not a valid date.'],
    ['filter[date_to]=2026-02-30', 'Invalid date_to', 'Validation failed: Date to is not a valid date.'],
    [
      'filter[created_at_from]=1.1.',
      'Invalid created_at_from',
      'Validation failed: Created at from is not a valid date.',
    ],
    ['filter[created_at_to]=26-1-1', 'Invalid created_at_to', 'Validation failed: Created at to is not a valid date.'],
    [
      'filter[date_of_birth_from]=2026-12-01T00:00:00Z',
      'Invalid date_of_birth_from',
      'Validation failed: Date of birth from is not a valid date.',
    ],
    [
      'filter[date_of_birth_to]=x',
      'Invalid date_of_birth_to',
      'Validation failed: Date of birth to is not a valid date.',
    ],
    [
      'filter[move_type]=court_appearance,hospital',
      'Invalid move_type',
      'Validation failed: Move type is not included in the list',
    ],
    [
      'filter[cancellation_reason]=rejected,nonsense',
      'Invalid cancellation_reason',
      'Validation failed: Cancellation reason is not included in the list',
    ],
    [
      'filter[rejection_reason]=nonsense',
      'Invalid rejection_reason',
      'Validation failed: Rejection reason is not included in the list',
    ],
    [
      'filter[rejection_reason]=x&filter[date_from]=y&filter[date_to]=z',
      'Invalid date_from, date_to, rejection_reason',
      'Validation failed: Date from is not a valid date., Date to is not a valid date., Rejection reason is not included in the list',
    ],
  ])('refuses %s', async (parameters, title, detail) => {
    const reply = await api.get(`/moves?${parameters}`);
    expect([reply.status, reply.body]).toEqual([422, { errors: [{ title, detail }] }]);
  });
});

describe('POST /moves/filtered', () => {
  const search = (filter: unknown, parameters = '') =>
    api.post(`/moves/filtered?per_page=100${parameters}`, { data: { type: 'moves', attributes: { filter } } });

  it('answers like the list', async () => {
    const references = (await lay.rows<{ reference: string }>('moves', { allocation_id: ids.allocation }))
      .map(({ reference }) => reference)
      .join(',');
    const listed = await api.get(
      `/moves?filter[reference]=${references}&include=profile,supplier&meta=vehicle_registration`,
    );
    const searched = await search({ reference: references }, '&include=profile,supplier&meta=vehicle_registration');
    expect(searched.status).toBe(200);
    expect(searched.body.data).toEqual(listed.body.data);
    expect(searched.body.included).toEqual(listed.body.included);
    expect(searched.body.links.self).toBe(
      `${api.url()}/api/moves/filtered?include=profile%2Csupplier&meta=vehicle_registration&page=1&per_page=100`,
    );
  });

  it.each<[string, unknown, boolean]>([
    ['takes texts', { status: 'booked' }, true],
    ['drops lists', { status: ['booked'], has_relationship_to_allocation: 'true' }, false],
    ['does not take a flag for a text', { has_relationship_to_allocation: true, profile_id: '' }, false],
  ])('%s', async (_, filter, onlyBooked) => {
    const { body } = await search(filter);
    const statuses = new Set((body.data as { attributes: { status: string } }[]).map((each) => each.attributes.status));
    expect([...statuses].every((status) => status === 'booked')).toBe(onlyBooked);
  });

  it('reads the page and the include from the body too, but the query counts more', async () => {
    const data = { attributes: { filter: { status: 'requested' } } };
    const inBody = await api.post('/moves/filtered', { data, per_page: 2, page: 2, include: 'supplier' });
    expect(inBody.body.meta.pagination.per_page).toBe(2);
    expect(inBody.body.links.self).toContain('page=2&per_page=2');
    expect(inBody.body.included).toHaveLength(1);
    const inQuery = await api.post('/moves/filtered?per_page=1', { data, per_page: 2 });
    expect(inQuery.body.data).toHaveLength(1);
  });

  it.each([
    [{}, 'data'],
    [{ data: { attributes: {} } }, 'filter'],
    [{ data: { type: 'moves' } }, 'attributes'],
    [{ data: { attributes: { status: 'booked' } } }, 'filter'],
  ])('refuses %j', async (body, missing) => {
    const reply = await api.post('/moves/filtered', body);
    const detail = `param is missing or the value is empty or invalid: ${missing}`;
    expect([reply.status, reply.body]).toEqual([400, { errors: [{ title: 'Bad request', detail }] }]);
  });

  it('refuses what the list refuses', async () => {
    const reply = await search({ date_from: 'nonsense' });
    expect([reply.status, reply.body.errors[0].title]).toEqual([422, 'Invalid date_from']);
  });
});
