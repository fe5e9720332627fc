import { actionBody, unknownId } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { demo, journeyBody, related } from '../../testing/given';

const { api, given } = bookSecureMove();

const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';
const actions = ['cancel', 'complete', 'lockouts', 'lodgings', 'reject', 'start', 'uncancel', 'uncomplete'];
const place = { from_location: related('locations', demo.b), to_location: related('locations', demo.b) };
const bodyOf = (action: string) => actionBody(action.endsWith('s') ? action : `${action}s`, {}, place);

describe('the parameters of an action on a journey', () => {
  it.each<[string, object, string, string]>([
    ['start', actionBody('starts', { timestamp: undefined }), 'timestamp', notIso],
    ['start', actionBody('starts', { timestamp: '2026-12-01 10:51:28 +0000' }), 'timestamp', notIso],
    ['start', actionBody('start'), 'type', 'Type is not included in the list'],
    ['start', actionBody(''), 'type', "Type can't be blank, Type is not included in the list"],
    ['lockouts', actionBody('lockouts'), 'from_location_id', 'From location is missing'],
    ['lodgings', actionBody('lodgings'), 'to_location_id', 'To location is missing'],
    [
      'lodgings',
      actionBody('lodgings', {}, { from_location: related('locations', unknownId) }),
      'to_location_id',
      'To location was not found',
    ],
  ])('%s %j: %s', async (action, body, field, messages) => {
    const move = await given.emptyMove();
    const path = `/moves/${move}/journeys/${await given.journey(move)}/${action}`;
    const before = await footprintOf(api, move);
    const reply = await api.as('serco').post(path, body);
    expect([reply.status, reply.body]).toEqual([
      422,
      { errors: [{ title: `Invalid ${field}`, detail: `Validation failed: ${messages}` }] },
    ]);
    expect(await footprintOf(api, move)).toEqual(before);
  });
});

describe.each(actions)('the journey of %s', (action) => {
  it('is not authorised for another supplier, though it may see the move', async () => {
    const move = await given.emptyMove({ from: demo.bsi, to: demo.b });
    const ends = { from: demo.bsi, to: demo.b };
    const reply = await api.as('geoamey').post(`/moves/${move}/journeys`, journeyBody({}, ends));
    const before = await footprintOf(api, move);
    const path = `/moves/${move}/journeys/${reply.body.data.id}/${action}`;
    const refused = await api.as('serco').post(path, bodyOf(action));
    expect([refused.status, refused.body]).toEqual([
      401,
      { errors: [{ title: 'Not authorized', detail: 'Not authorized' }] },
    ]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('does not exist below a move that the supplier may not see', async () => {
    const move = await given.emptyMove();
    const path = `/moves/${move}/journeys/${await given.journey(move)}/${action}`;
    const before = await footprintOf(api, move);
    const reply = await api.as('geoamey').post(path, bodyOf(action));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${move}`]);
    expect(await footprintOf(api, move)).toEqual(before);
  });

  it('does not exist below another move', async () => {
    const [move, other] = [await given.emptyMove(), await given.emptyMove()];
    const journey = await given.journey(other);
    const before = await footprintOf(api, move);
    for (const id of [journey, unknownId, 'nonsense']) {
      const reply = await api.as('serco').post(`/moves/${move}/journeys/${id}/${action}`, bodyOf(action));
      expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Journey with 'id'=${id}`]);
    }
    expect(await footprintOf(api, move)).toEqual(before);
  });
});
