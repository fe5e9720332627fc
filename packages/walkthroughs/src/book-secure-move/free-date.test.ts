import { clientCredentials } from './login';
import { Play } from '../play';
import { stubService, type StubReply } from '../testing/stub-service';
import { freeDate } from './free-date';

const listOf = (total_objects: number): StubReply => ({
  status: 200,
  body: { meta: { pagination: { total_objects } } },
});
const query = (day: string) => `GET /api/moves?filter%5Bdate_from%5D=${day}&filter%5Bdate_to%5D=${day}&per_page=1`;

/** Plays on a service where these days have so many moves; chance always picks the same offset. */
async function chosen(days: Record<string, number>, offset: number): Promise<string> {
  const routes = Object.entries(days).map(([day, total]) => [query(day), listOf(total)]);
  const service = await stubService(Object.fromEntries(routes));
  try {
    const api = new Play({ url: service.url, login: clientCredentials });
    api.pick = () => offset;
    return await freeDate(api, '2020-07-22');
  } finally {
    await service.close();
  }
}

describe('freeDate', () => {
  it('takes the printed day when it is free', () => expect(chosen({ '2020-07-22': 0 }, 5)).resolves.toBe('2020-07-22'));

  it.each([
    [0, '2020-07-23'],
    [9, '2020-08-01'],
    [585, '2022-02-28'],
  ])('takes the day %i past the next one when the printed day is taken', (offset, day) =>
    expect(chosen({ '2020-07-22': 2, [day]: 0 }, offset)).resolves.toBe(day),
  );

  it('gives up when every day it tries is taken', () =>
    expect(chosen({ '2020-07-22': 2, '2020-07-23': 1 }, 0)).rejects.toThrow('a day without a move'));
});
