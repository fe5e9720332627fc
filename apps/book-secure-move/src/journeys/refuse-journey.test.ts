import { randomUUID } from 'node:crypto';
import { bookSecureMove } from '../testing/book-secure-move';
import { footprintOf } from '../testing/footprint';
import { demo, freshKey, related } from '../testing/given';
import { newJourney, unknownId } from './journeys.fixture';

const { api, given } = bookSecureMove();

describe('a refused journey', () => {
  const invalid = (title: string, detail: string) => ({ errors: [{ title, detail: `Validation failed: ${detail}` }] });
  const missing = (name: string) => ({
    errors: [{ title: 'Bad request', detail: `param is missing or the value is empty or invalid: ${name}` }],
  });
  const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';

  it.each<[string, object, number, object]>([
    ['has no data', {}, 400, missing('data')],
    ['has no relationships', { data: { attributes: newJourney().data.attributes } }, 400, missing('relationships')],
    ['starts nowhere', newJourney({}, { from_location: undefined }), 400, missing('from_location')],
    ['ends nowhere', newJourney({}, { to_location: { data: null } }), 400, missing('to_location')],
    [
      'does not say whether it is billable',
      newJourney({ billable: undefined }),
      422,
      invalid('Invalid billable', 'Billable is not included in the list'),
    ],
    ['has no timestamp', newJourney({ timestamp: undefined }), 422, invalid('Invalid timestamp', notIso)],
    [
      'has a timestamp of another form',
      newJourney({ timestamp: '1/12/2026' }),
      422,
      invalid('Invalid timestamp', notIso),
    ],
    [
      'has several faults',
      newJourney({ billable: 'yes', timestamp: 1, date: 'soon' }),
      422,
      invalid(
        'Invalid billable, timestamp, date',
        `Billable is not included in the list, ${notIso}, Date must be formatted as a valid ISO-8601 date`,
      ),
    ],
    [
      'starts at an unknown place',
      newJourney({}, { from_location: related('locations', unknownId) }),
      422,
      invalid('Invalid location', `Location reference was not found id=${unknownId}`),
    ],
    [
      'ends at a place with a malformed id',
      newJourney({}, { to_location: related('locations', 'foo') }),
      422,
      invalid('Invalid location', 'Location reference was not found id=foo'),
    ],
    [
      'ends where it starts',
      newJourney({}, { to_location: related('locations', demo.a) }),
      422,
      {
        errors: [
          {
            title: 'Unprocessable content',
            detail: 'To location id should be different to the from location',
            source: { pointer: '/data/attributes/to_location_id' },
            code: 'should be different to the from location',
          },
        ],
      },
    ],
  ])('%s', async (_, sent, status, expected) => {
    const move = await given.emptyMove();
    const before = await footprintOf(api, move);
    const key = freshKey();
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, sent, key);
    expect([reply.status, reply.body]).toEqual([status, expected]);
    expect(await footprintOf(api, move)).toEqual(before);
    expect((await api.as('serco').post(`/moves/${move}/journeys`, newJourney(), key)).status).toBe(201);
  });

  it.each([unknownId, 'foo'])('is of a move %s that does not exist', async (id) => {
    const reply = await api.as('serco').post(`/moves/${id}/journeys`, newJourney());
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [{ title: 'Resource not found', detail: `Couldn't find Move with 'id'=${id}` }] },
    ]);
  });

  it('is of a move that the supplier cannot see', async () => {
    const move = await given.emptyMove();
    const before = await footprintOf(api, move);
    expect((await api.as('geoamey').post(`/moves/${move}/journeys`, newJourney())).status).toBe(404);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('asks for something that cannot be included', async () => {
    const reply = await api
      .as('serco')
      .post(`/moves/${await given.emptyMove()}/journeys?include=supplier`, newJourney());
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["supplier"] is not supported. Valid values are: ["from_location", "from_location.suppliers", "to_location", "to_location.suppliers"]',
    ]);
  });

  it('has no key', async () => {
    const reply = await api
      .as('serco')
      .post(`/moves/${await given.emptyMove()}/journeys`, newJourney(), { 'Idempotency-Key': '' });
    expect([reply.status, reply.body.errors[0].title]).toEqual([422, 'Invalid idempotency_key']);
  });
});

describe('the same journey again', () => {
  const duplicate = {
    errors: [
      {
        title: 'Bad request',
        detail: 'You are trying to submit a duplicate journey for this move, please try again',
      },
    ],
  };

  it('is replayed rather than a duplicate when it comes with the same key', async () => {
    const move = await given.emptyMove();
    const key = freshKey();
    const first = await api.as('serco').post(`/moves/${move}/journeys`, newJourney(), key);
    const before = await footprintOf(api, move);
    const again = await api.as('serco').post(`/moves/${move}/journeys`, newJourney(), key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('is a conflict when the key was used for another one', async () => {
    const move = await given.emptyMove();
    const id = randomUUID();
    await api.as('serco').post(`/moves/${move}/journeys`, newJourney(), { 'Idempotency-Key': id });
    const other = newJourney({}, { to_location: related('locations', demo.b) });
    const reply = await api.as('serco').post(`/moves/${move}/journeys`, other, { 'Idempotency-Key': id });
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      409,
      `Idempotency::ConflictError: Conflicting idempotency key: ${id}`,
    ]);
  });

  it('is refused with a key of its own, whoever drives it', async () => {
    const move = await given.emptyMove({ to: demo.iwi });
    await api.as('serco').post(`/moves/${move}/journeys`, newJourney());
    const before = await footprintOf(api, move);
    for (const who of ['serco', 'geoamey'] as const) {
      const reply = await api.as(who).post(`/moves/${move}/journeys`, newJourney({ date: '2026-12-05' }));
      expect([reply.status, reply.body]).toEqual([400, duplicate]);
    }
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('succeeds exactly once in a burst of parallel requests with keys of their own', async () => {
    const move = await given.emptyMove();
    const burst = Array.from({ length: 12 }, () => api.as('serco').post(`/moves/${move}/journeys`, newJourney()));
    const replies = await Promise.all(burst);
    const [first, ...rest] = replies.sort((one, other) => one.status - other.status);
    expect(first!.status).toBe(201);
    expect(rest.map((each) => [each.status, each.body])).toEqual(rest.map(() => [400, duplicate]));
    expect((await footprintOf(api, move)).journeys).toHaveLength(1);
  });
});
