import { bookSecureMove } from '../testing/book-secure-move';
import type { Named } from './found.fixture';
import { found } from './found.fixture';
import { Lay, places } from './moves.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);
const { a, b, c, bsi, iwi, lodging } = places;

let moves: Named;

/** All of them start at A, end at B and are dated 1 December, unless their name says more. */
beforeAll(async () => {
  moves = {
    settled: await lay.move(),
    later: await lay.move({ date: '2026-12-05' }),
    dateless: await lay.move({ status: 'proposed', date: null, date_from: '2026-12-01' }),
    endless: await lay.move({ move_type: 'prison_recall', from_location_id: places.police, to_location_id: null }),
    elsewhere: await lay.move({ from_location_id: bsi, to_location_id: iwi }),
    sameDayJourney: await lay.move(),
    twoDays: await lay.move(),
    rerouted: await lay.move(),
    straysInVain: await lay.move(),
    lodged: await lay.move(),
    lodgedAndOn: await lay.move(),
    lodgedTwice: await lay.move(),
  };
  await lay.journey(moves.sameDayJourney!);
  // From A to C on the first, from C to B on the third.
  await lay.journey(moves.twoDays!, { to_location_id: c });
  await lay.journey(moves.twoDays!, { from_location_id: c, date: '2026-12-03' });
  // The same day, but its journey ends at C.
  await lay.journey(moves.rerouted!, { to_location_id: c, state: 'completed' });
  await lay.journey(moves.straysInVain!, { date: '2026-12-09', state: 'rejected' });
  await lay.journey(moves.straysInVain!, { date: '2026-12-08', state: 'cancelled' });
  // One night, the first to the second; a cancelled one counts.
  await lay.lodging(moves.lodged!, { status: 'cancelled' });
  // The same night, and a journey away from it on its last day.
  await lay.lodging(moves.lodgedAndOn!);
  await lay.journey(moves.lodgedAndOn!, { from_location_id: lodging, date: '2026-12-02' });
  // From the first to the second at the lodging, from the second to the sixth at C.
  await lay.lodging(moves.lodgedTwice!);
  await lay.lodging(moves.lodgedTwice!, { location_id: c, start_date: '2026-12-02', end_date: '2026-12-06' });
});

const on = (day: string): string => `filter[date_from]=${day}&filter[date_to]=${day}`;

describe('GET /moves by date and place', () => {
  it.each<[string, string, string[]]>([
    ['a day: settled moves of it, and moves with a journey on it', on('2026-12-01'), [
      'settled', 'endless', 'elsewhere', 'sameDayJourney', 'twoDays', 'rerouted', 'straysInVain',
    ]],
    ['a day on which only journeys go', on('2026-12-03'), ['twoDays']],
    ['the last day of a lodging, by the journey of that day', on('2026-12-02'), ['lodgedAndOn']],
    ['a day without anything', on('2026-12-07'), []],
    ['days from one on', 'filter[date_from]=2026-12-04', ['later']],
    ['days up to one', 'filter[date_to]=2026-11-30', []],
    ['days, of which one is left empty', 'filter[date_from]=2026-12-04&filter[date_to]=', ['later']],
    ['no days at all', 'filter[date_from]=&filter[date_to]=', [
      'settled', 'later', 'dateless', 'endless', 'elsewhere', 'sameDayJourney', 'twoDays', 'rerouted', 'straysInVain',
      'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['a start: settled moves, journeys, and lodgings of moves from there', `filter[from_location_id]=${a}`, [
      'settled', 'later', 'dateless', 'sameDayJourney', 'twoDays', 'rerouted', 'straysInVain', 'lodged', 'lodgedAndOn',
      'lodgedTwice',
    ]],
    ['a start where only journeys start and lodgings end', `filter[from_location_id]=${c}`, ['twoDays', 'lodgedTwice']],
    ['a start that is a lodging, unless a journey leaves it on its last day', `filter[from_location_id]=${lodging}`, [
      'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['several starts', `filter[from_location_id]=${bsi},${places.police}`, ['elsewhere', 'endless']],
    ['a destination', `filter[to_location_id]=${iwi}`, ['elsewhere']],
    ['a destination that is a lodging', `filter[to_location_id]=${lodging}`, ['lodged', 'lodgedAndOn', 'lodgedTwice']],
    ['a destination of journeys and lodgings', `filter[to_location_id]=${c}`, ['twoDays', 'rerouted', 'lodgedTwice']],
    ['no destination', 'filter[to_location_id]=', ['endless']],
    ['no destination or another', `filter[to_location_id]=,${iwi}`, ['endless', 'elsewhere']],
    ['either end, where lodgings do not count', `filter[location_id]=${lodging}`, ['lodgedAndOn']],
    ['either end, of a journey', `filter[location_id]=${c}`, ['twoDays', 'rerouted']],
    ['either end of several', `filter[location_id]=${bsi},${c}`, ['elsewhere', 'twoDays', 'rerouted']],
    ['both ends', `filter[from_location_id]=${a}&filter[to_location_id]=${c}`, [
      // A lodging follows its own end's filter only.
      'twoDays', 'rerouted', 'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['a start on the first day of its lodgings', `filter[from_location_id]=${a}&${on('2026-12-01')}`, [
      'settled', 'sameDayJourney', 'twoDays', 'rerouted', 'straysInVain', 'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['a start on a later day of its lodgings', `filter[from_location_id]=${a}&${on('2026-12-02')}`, []],
    ['a destination on the last day of its lodgings', `filter[to_location_id]=${b}&${on('2026-12-06')}`, ['lodgedTwice']],
    ['a destination on an earlier day of its lodgings', `filter[to_location_id]=${b}&${on('2026-12-02')}`, [
      'lodged', 'lodgedAndOn',
    ]],
    ['a lodging on the day on which it ends', `filter[from_location_id]=${lodging}&${on('2026-12-02')}`, [
      // By its journey; the lodging itself would not count.
      'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['a lodging on the day on which it starts', `filter[to_location_id]=${lodging}&${on('2026-12-01')}`, [
      'lodged', 'lodgedAndOn', 'lodgedTwice',
    ]],
    ['a place that is not one', 'filter[from_location_id]=nonsense', []],
  ])('%s', async (_, parameters, expected) => {
    expect((await found(api, moves, parameters)).sort()).toEqual([...expected].sort());
  }); // prettier-ignore

  it('leaves a lodging to the journey of the day on which it ends', async () => {
    const own: Named = { move: await lay.move({ from_location_id: bsi, to_location_id: iwi }) };
    const question = `filter[from_location_id]=${lodging}&${on('2026-12-02')}`;
    await lay.lodging(own.move!);
    expect(await found(api, own, question)).toEqual(['move']);
    // Away from another place on that day: the lodging steps back, and the journey does not match.
    await lay.journey(own.move!, { from_location_id: c, date: '2026-12-02', state: 'cancelled' });
    expect(await found(api, own, question)).toEqual([]);
  });

  it('asks all other filters of every branch', async () => {
    await expect(found(api, moves, `filter[to_location_id]=${c}&filter[status]=booked`)).resolves.toEqual([]);
    const wandering = `filter[to_location_id]=${c}&filter[status]=requested&filter[profile_id]=`;
    expect((await found(api, moves, wandering)).sort()).toEqual(['lodgedTwice', 'rerouted', 'twoDays']);
  });

  it('pages through settled and wandering moves as one list', async () => {
    const references = (
      await Promise.all(Object.values(moves).map((id) => lay.rows<{ reference: string }>('moves', { id })))
    )
      .map(([row]) => row!.reference)
      .join(',');
    const question = `/moves?filter[reference]=${references}&filter[from_location_id]=${a}&per_page=3&sort[by]=date`;
    const seen: string[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const { body } = await api.get(`${question}&page=${page}`);
      expect(body.meta.pagination).toEqual({ per_page: 3, total_pages: 4, total_objects: 10 });
      seen.push(...(body.data as { id: string }[]).map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(10);
    expect(seen.at(-1)).toBe(moves.dateless);
  });
});
