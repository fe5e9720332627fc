import { actionBody, unknownId } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { demo, related } from '../../testing/given';

const { api, given } = bookSecureMove();

const notIso = 'Timestamp must be formatted as a valid ISO-8601 date-time';
const to = (id: string) => ({ to_location: related('locations', id) });
const from = (id: string) => ({ from_location: related('locations', id) });

describe('the parameters of an action on a move', () => {
  it.each<[string, object, string, string]>([
    ['accept', actionBody('accepts', { timestamp: undefined }), 'timestamp', "Timestamp can't be blank"],
    ['accept', actionBody('accepts', { timestamp: '2026-12-01 10:51:28 +0000' }), 'timestamp', notIso],
    ['accept', actionBody('accepts', { timestamp: 'noon' }), 'timestamp', notIso],
    ['accept', actionBody('approval'), 'type', 'Type is not included in the list'],
    ['start', actionBody('uncancels'), 'type', 'Type is not included in the list'],
    ['approve', actionBody('approve'), 'date', "Date can't be blank"],
    ['approve', actionBody('approves', { date: '1st of May' }), 'date', 'Date is not a valid date.'],
    [
      'cancel',
      actionBody('cancels', { cancellation_reason: 'whim' }),
      'cancellation_reason',
      'Cancellation reason is not included in the list',
    ],
    ['cancel', actionBody('cancel'), 'cancellation_reason', 'Cancellation reason is not included in the list'],
    ['reject', actionBody('reject'), 'rejection_reason', 'Rejection reason is not included in the list'],
    ['lockouts', actionBody('lockouts'), 'from_location_id', 'From location is missing'],
    ['lockouts', actionBody('lockouts', {}, from(unknownId)), 'from_location_id', 'From location was not found'],
    ['redirects', actionBody('redirects'), 'to_location_id', 'To location is missing'],
    ['redirects', actionBody('redirects', {}, to('nowhere')), 'to_location_id', 'To location was not found'],
    ['accept', actionBody('redirects'), 'to_location_id', 'To location is missing'],
  ])('%s %j: %s', async (action, body, field, message) => {
    const id = await given.emptyMove();
    const before = await footprintOf(api, id);
    const reply = await api.as('serco').post(`/moves/${id}/${action}`, body);
    expect([reply.status, reply.body]).toEqual([
      422,
      { errors: [{ title: `Invalid ${field}`, detail: `Validation failed: ${message}` }] },
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
  });

  it('are all told at once', async () => {
    const id = await given.emptyMove();
    const reply = await api.post(`/moves/${id}/start`, { data: { attributes: {} } });
    expect(reply.body.errors).toEqual([
      {
        title: 'Invalid timestamp, type',
        detail: "Validation failed: Timestamp can't be blank, Type is not included in the list",
      },
    ]);
  });

  it.each([
    ['cancel', 'cancellation_reason', 'Cancellation reason is not included in the list'],
    ['reject', 'rejection_reason', 'Rejection reason is not included in the list'],
    ['approve', 'date', "Date can't be blank"],
  ])('follow the type that is sent: then %s leaves it to the rules of its event', async (action, field, detail) => {
    const id = await given.emptyMove();
    const before = await footprintOf(api, id);
    const reply = await api.post(`/moves/${id}/${action}`, actionBody('starts'));
    expect([reply.status, reply.body.errors[0]]).toMatchObject([
      422,
      { title: 'Unprocessable content', detail, source: { pointer: `/data/attributes/${field}` } },
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
  });

  it('follow the type that is sent: then a redirection looks for its location last', async () => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/redirects`, actionBody('starts'));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, "Couldn't find Location without an ID"]);
  });

  it.each([
    ['data', {}],
    ['data', { data: {} }],
    ['attributes', { data: { type: 'accepts', attributes: 'now' } }],
  ])('need %s: %j', async (member, body) => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/accept`, body);
    expect([reply.status, reply.body.errors]).toEqual([
      400,
      [{ title: 'Bad request', detail: `param is missing or the value is empty or invalid: ${member}` }],
    ]);
  });

  it('include no include', async () => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/accept?include=profile`, actionBody('accepts'));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([
      400,
      '["profile"] is not supported. Valid values are: []',
    ]);
  });

  it('include a key', async () => {
    const reply = await api.post(`/moves/${await given.emptyMove()}/accept`, actionBody('accepts'), {
      'Idempotency-Key': '',
    });
    expect([reply.status, reply.body.errors[0].title]).toEqual([422, 'Invalid idempotency_key']);
  });
});

describe('the move of an action', () => {
  it.each(['accept', 'approve', 'cancel', 'complete', 'lockouts', 'redirects', 'reject', 'start'])(
    'does not exist for %s by a supplier who may not see it, nor by nobody',
    async (action) => {
      const id = await given.emptyMove();
      const before = await footprintOf(api, id);
      const location = { ...to(demo.c), ...from(demo.b) };
      const reasons = { date: '2026-12-01', cancellation_reason: 'other', rejection_reason: 'more_info_required' };
      const body = actionBody(
        action === 'lockouts' || action === 'redirects' ? action : `${action}s`,
        reasons,
        location,
      );
      const reply = await api.as('geoamey').post(`/moves/${id}/${action}`, body);
      expect([reply.status, reply.body]).toEqual([
        404,
        { errors: [{ title: 'Resource not found', detail: `Couldn't find Move with 'id'=${id}` }] },
      ]);
      expect((await api.as('nobody').post(`/moves/${id}/${action}`, body)).status).toBe(401);
      expect(await footprintOf(api, id)).toEqual(before);
    },
  );

  it.each([unknownId, 'nonsense'])('%s is looked for after the parameters', async (id) => {
    const invalid = await api.post(`/moves/${id}/accept`, actionBody('accepts', { timestamp: 'noon' }));
    expect(invalid.status).toBe(422);
    const valid = await api.post(`/moves/${id}/accept`, actionBody('accepts'));
    expect([valid.status, valid.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${id}`]);
  });

  it.each([unknownId, 'nonsense'])('%s is looked for before the parameters of a redirection', async (id) => {
    const reply = await api.post(`/moves/${id}/redirects`, actionBody('redirects', { timestamp: 'noon' }));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${id}`]);
  });
});
