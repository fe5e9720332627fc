import type { StatementCounter } from '@switchyard/db';
import { bookSecureMove } from '../testing/book-secure-move';
import { Lay, places } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

/** Thirty moves with all that can belong to one. */
beforeAll(async () => {
  for (let n = 0; n < 30; n += 1) {
    const original_move_id = await lay.move({ status: 'cancelled', cancellation_reason: 'rejected' });
    const id = await lay.move({ profile_id: await lay.profile(), date: '2099-01-01', original_move_id });
    await lay.journey(id, { date: '2099-01-02' });
    await lay.lodging(id);
    await lay.event(id, 'MoveAccept');
    await lay.hearing({ move_id: id });
  }
});

afterEach(() => jest.restoreAllMocks());

/** The moves above before all others. */
const first = 'filter[status]=requested&sort[by]=date&sort[direction]=desc';

/** How many statements a list took. Lists read through the database's lister only. */
async function statementsFor(path: string, headers?: Record<string, string>): Promise<number> {
  const counter: StatementCounter = { statements: 0 };
  const db = api.db();
  const lister = db.lister.bind(db);
  jest.spyOn(db, 'lister').mockImplementation(() => lister(counter));
  const { status, body } = await api.get(path, headers);
  jest.restoreAllMocks();
  expect(status).toBe(200);
  expect(body.data.length).toBeGreaterThan(0);
  return counter.statements;
}

describe('a list of moves', () => {
  it.each<[string, number]>([
    ['', 1],
    ['filter[status]=requested', 1],
    ['filter[move_type]=prison_transfer', 2],
    [`filter[from_location_id]=${places.a}&filter[date_from]=2026-12-01`, 2],
    ['sort[by]=name', 1],
    ['sort[by]=prison_transfer_reason&filter[has_relationship_to_allocation]=false', 1],
    ['filter[date_from]=2026-12-01', 2],
    ['include=profile.person.gender,profile.category,from_location,to_location,supplier,prison_transfer_reason', 1],
    ['include=timeline_events,important_events,lodgings&meta=vehicle_registration,expected_time_of_arrival', 4],
  ])('%s takes %i statements, however long it is', async (parameters, statements) => {
    const short = await statementsFor(`/moves?per_page=1&${parameters}`);
    const long = await statementsFor(`/moves?per_page=100&${parameters}`);
    expect([short, long]).toEqual([statements, statements]);
  });

  it.each([
    ['', 4],
    ['include=', 2],
    ['include=person,court_hearings', 3],
  ])('of version 1 with %p takes %i statements, however long it is', async (parameters, statements) => {
    const version = { Accept: '*/*; version=1' };
    const short = await statementsFor(`/moves?${first}&per_page=1&${parameters}`, version);
    const long = await statementsFor(`/moves?${first}&per_page=100&${parameters}`, version);
    expect([short, long]).toEqual([statements, statements]);
  });
});
