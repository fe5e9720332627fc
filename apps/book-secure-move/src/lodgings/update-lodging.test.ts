import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey } from '../testing/given';
import {
  addLodging,
  at,
  laterEventsOf,
  lodgingChange,
  noticesOf,
  putLodging,
  staysOf,
  unknownId,
} from './lodgings.fixture';

const { api, given } = bookSecureMove();

/** A move with stays of these days, and their ids in the same order. */
async function stays(...days: [string, string][]): Promise<{ move: string; ids: string[] }> {
  const move = await given.emptyMove();
  const ids: string[] = [];
  for (const [start, end] of days) ids.push(await addLodging(api, move, start, end));
  return { move, ids };
}

const told = async (id: string) =>
  (await laterEventsOf(api, id)).map(({ eventType, details, relationships }) => ({
    eventType,
    details,
    relationships,
  }));

describe('PATCH /moves/{move_id}/lodgings/{lodging_id}', () => {
  it('changes the end and shifts the later ones, each with its event and notice', async () => {
    const { move, ids } = await stays(
      ['2026-12-01', '2026-12-02'],
      ['2026-12-02', '2026-12-03'],
      ['2026-12-03', '2026-12-05'],
    );
    const [first, second, third] = ids as [string, string, string];
    const reply = await api.patch(`/moves/${move}/lodgings/${first}`, lodgingChange({ end_date: '2026-12-03' }));
    expect([reply.status, reply.body.data.attributes]).toEqual([
      200,
      { start_date: '2026-12-01', end_date: '2026-12-03', status: 'proposed' },
    ]);
    expect(await staysOf(api, move)).toEqual([
      ['2026-12-01', '2026-12-03'],
      ['2026-12-03', '2026-12-04'],
      ['2026-12-04', '2026-12-06'],
    ]);
    const update = (details: object) => [{ eventType: 'LodgingUpdate', details, relationships: {} }];
    expect(await told(first)).toEqual(update({ old_end_date: '2026-12-02', end_date: '2026-12-03' }));
    expect(await told(third)).toEqual(
      update({
        old_start_date: '2026-12-03',
        start_date: '2026-12-04',
        old_end_date: '2026-12-05',
        end_date: '2026-12-06',
      }),
    );
    expect((await noticesOf(api, move)).slice(3)).toEqual([
      ['update_lodging', first],
      ['update_lodging', second],
      ['update_lodging', third],
    ]);
  });

  it.each<[string, [string, string][], string, [string, string][]]>([
    [
      'earlier, each into the days of the one before',
      [
        ['2026-12-01', '2026-12-04'],
        ['2026-12-05', '2026-12-06'],
        ['2026-12-06', '2026-12-07'],
      ],
      '2026-12-03',
      [
        ['2026-12-01', '2026-12-03'],
        ['2026-12-04', '2026-12-05'],
        ['2026-12-05', '2026-12-06'],
      ],
    ],
    [
      'into the days that the first gives up',
      [
        ['2026-12-01', '2026-12-05'],
        ['2026-12-02', '2026-12-06'],
      ],
      '2026-12-04',
      [
        ['2026-12-01', '2026-12-04'],
        ['2026-12-01', '2026-12-05'],
      ],
    ],
    [
      'across the end of summer time',
      [
        ['2026-10-24', '2026-10-25'],
        ['2026-10-25', '2026-10-26'],
      ],
      '2026-10-26',
      [
        ['2026-10-24', '2026-10-26'],
        ['2026-10-26', '2026-10-27'],
      ],
    ],
    [
      'across the beginning of summer time',
      [
        ['2027-03-26', '2027-03-27'],
        ['2027-03-27', '2027-03-28'],
      ],
      '2027-03-29',
      [
        ['2027-03-26', '2027-03-29'],
        ['2027-03-29', '2027-03-30'],
      ],
    ],
  ])('shifts the later ones %s', async (_, days, end_date, expected) => {
    const { move, ids } = await stays(...days);
    expect((await api.patch(`/moves/${move}/lodgings/${ids[0]}`, lodgingChange({ end_date }))).status).toBe(200);
    const sorted = (list: [string, string][]) => list.map((each) => each.join(' ')).sort();
    expect(sorted(await staysOf(api, move))).toEqual(sorted(expected));
  });

  it('leaves earlier and cancelled ones alone', async () => {
    const { move, ids } = await stays(
      ['2026-12-03', '2026-12-04'],
      ['2026-12-01', '2026-12-02'],
      ['2026-12-05', '2026-12-06'],
    );
    await putLodging(api, ids[2]!, 'cancelled');
    await api.patch(`/moves/${move}/lodgings/${ids[0]}`, lodgingChange({ end_date: '2026-12-09' }));
    expect(await staysOf(api, move)).toEqual([
      ['2026-12-01', '2026-12-02'],
      ['2026-12-03', '2026-12-09'],
    ]);
    expect([await told(ids[1]!), await told(ids[2]!)]).toEqual([[], []]);
    const cancelled = await api.get(`/moves/${move}/lodgings/${ids[2]}`);
    expect(cancelled.body.data.attributes.start_date).toBe('2026-12-05');
  });

  it('changes the location only', async () => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02'], ['2026-12-02', '2026-12-03']);
    const reply = await api.put(
      `/moves/${move}/lodgings/${ids[0]}?include=location`,
      lodgingChange({}, { location: at(demo.c) }),
    );
    expect(reply.body.included).toMatchObject([{ id: demo.c }]);
    expect(await told(ids[0]!)).toEqual([
      {
        eventType: 'LodgingUpdate',
        details: {},
        relationships: {
          old_location: { type: 'locations', id: demo.lodging },
          location: { type: 'locations', id: demo.c },
        },
      },
    ]);
    expect(await told(ids[1]!)).toEqual([]);
  });

  it.each(['started', 'completed', 'cancelled'])('changes one that is %s', async (status) => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02']);
    await putLodging(api, ids[0]!, status);
    const reply = await api.patch(`/moves/${move}/lodgings/${ids[0]}`, lodgingChange({ end_date: '2026-12-03' }));
    expect([reply.status, reply.body.data.attributes]).toMatchObject([200, { end_date: '2026-12-03', status }]);
  });

  it('touches the move', async () => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02']);
    const before = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    api.clock().set(new Date(api.clock().now().getTime() + 60_000));
    await api.patch(`/moves/${move}/lodgings/${ids[0]}`, lodgingChange({ end_date: '2026-12-03' }));
    const after = (await api.get(`/moves/${move}`)).body.data.attributes.updated_at;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });

  it.each<[string, object]>([
    ['the same values', lodgingChange({ end_date: '2026-12-02' }, { location: at(demo.lodging.toUpperCase()) })],
    ['another start', lodgingChange({ start_date: '2026-11-01' })],
    ['nulls', lodgingChange({ start_date: null, end_date: null }, { location: { data: null } })],
    ['nothing', { data: { type: 'lodgings' } }],
  ])('does nothing at all for %s', async (_, sent) => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02'], ['2026-12-03', '2026-12-04']);
    const before = await footprintOf(api, move);
    const reply = await api.patch(`/moves/${move}/lodgings/${ids[0]}`, sent);
    expect([reply.status, reply.body]).toEqual([200, (await api.get(`/moves/${move}/lodgings/${ids[0]}`)).body]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('shifts once for one key', async () => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02'], ['2026-12-03', '2026-12-04']);
    const key = freshKey();
    const send = () => api.patch(`/moves/${move}/lodgings/${ids[0]}`, lodgingChange({ end_date: '2026-12-05' }), key);
    const [first, again] = [await send(), await send()];
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await staysOf(api, move))[1]).toEqual(['2026-12-06', '2026-12-07']);
  });

  it('adds up the shifts of parallel changes', async () => {
    const { move, ids } = await stays(
      ['2026-12-01', '2026-12-02'],
      ['2026-12-01', '2026-12-03'],
      ['2026-12-05', '2026-12-06'],
    );
    const longer = (id: string, end_date: string) =>
      api.patch(`/moves/${move}/lodgings/${id}`, lodgingChange({ end_date }));
    await Promise.all([longer(ids[0]!, '2026-12-04'), longer(ids[1]!, '2026-12-06')]);
    expect((await staysOf(api, move)).at(-1)).toEqual(['2026-12-10', '2026-12-11']);
  });
});

describe('a refused change of a lodging', () => {
  const parameters = (title: string, detail: string) => ({
    errors: [{ title, detail: `Validation failed: ${detail}` }],
  });
  const broken = (field: string, detail: string, code: string) => ({
    errors: [{ title: 'Unprocessable content', detail, source: { pointer: `/data/attributes/${field}` }, code }],
  });

  it.each<[string, object, number, object]>([
    [
      'has no data',
      {},
      400,
      { errors: [{ title: 'Bad request', detail: 'param is missing or the value is empty or invalid: data' }] },
    ],
    [
      'has a date of another form',
      lodgingChange({ end_date: '2/12/2026' }),
      422,
      parameters('Invalid end_date', 'End date must be formatted as a valid ISO-8601 date'),
    ],
    [
      'goes to an unknown location',
      lodgingChange({}, { location: at('foo') }),
      422,
      parameters('Invalid location', 'Location reference was not found id=foo'),
    ],
    [
      'ends before it starts',
      lodgingChange({ end_date: '2026-11-30' }),
      422,
      broken('end_date', 'End date must be after start date', 'must be after start_date'),
    ],
    [
      'takes the days of another',
      lodgingChange({ end_date: '2026-12-08' }),
      422,
      broken('start_date', 'Start date has already been taken', 'taken'),
    ],
    [
      'shifts a later one into the days of another',
      lodgingChange({ end_date: '2026-12-02' }),
      422,
      broken('start_date', 'Start date has already been taken', 'taken'),
    ],
    [
      'shifts a later one out of the calendar',
      lodgingChange({ end_date: '9999-12-31' }),
      422,
      broken(
        'end_date',
        'End date must be formatted as a valid iso-8601 date',
        'must be formatted as a valid ISO-8601 date',
      ),
    ],
  ])('%s', async (_, sent, status, expected) => {
    const { move, ids } = await stays(
      ['2026-12-01', '2026-12-05'],
      ['2026-12-01', '2026-12-08'],
      ['2026-12-04', '2026-12-11'],
      ['2027-12-31', '2028-02-01'],
    );
    const before = await footprintOf(api, move);
    const reply = await api.patch(`/moves/${move}/lodgings/${ids[0]}`, sent);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('comes from a supplier', async () => {
    const { move, ids } = await stays(['2026-12-01', '2026-12-02']);
    const before = await footprintOf(api, move);
    const path = `/moves/${move}/lodgings/${ids[0]}`;
    const reply = await api.as('serco').patch(path, lodgingChange({ end_date: '2026-12-03' }));
    expect([reply.status, reply.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'Not authorized' }] },
    ]);
    expect((await api.as('geoamey').patch(path, lodgingChange({}))).status).toBe(404);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it.each([unknownId, 'foo'])('is of the lodging %s, which does not exist', async (id) => {
    const reply = await api.patch(`/moves/${await given.emptyMove()}/lodgings/${id}`, lodgingChange({}));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Lodging with 'id'=${id}`]);
  });

  it('is of a lodging of another move', async () => {
    const { ids } = await stays(['2026-12-01', '2026-12-02']);
    const path = `/moves/${await given.emptyMove()}/lodgings/${ids[0]}`;
    expect((await api.patch(path, lodgingChange({ end_date: '2026-12-03' }))).status).toBe(404);
  });
});
