import { actionBody, attributesAt, expectStatus, noticesOf, perform } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { demo, related } from '../../testing/given';

const { api, given } = bookSecureMove();

const court = '78fa5fd3-ba4f-481d-a77f-6897db4c8977';
const closedCourt = '0b8f4fd6-0825-49bc-9e9e-b9f9f4b3fc91';

const redirect = (to: string, attributes: object = {}) =>
  actionBody('redirects', attributes, { to_location: related('locations', to) });
const lockout = (from: string) => actionBody('lockouts', {}, { from_location: related('locations', from) });

const destinationOf = async (id: string): Promise<string> =>
  (await api.get(`/moves/${id}`)).body.data.relationships.to_location.data.id;

describe('POST /moves/{move_id}/redirects', () => {
  it('leads the move elsewhere, and the move can be completed', async () => {
    const { id } = await given.move();
    await perform(api.as('serco'), `/moves/${id}`, 'accept', 'start');
    const sent = (await noticesOf(api, id)).length;
    const reply = await api.as('serco').post(`/moves/${id}/redirects`, redirect(demo.c.toUpperCase()));
    expect(reply.status).toBe(204);
    expect(await destinationOf(id)).toBe(demo.c);
    expect((await noticesOf(api, id)).slice(sent)).toEqual(['update_move']);

    await api.as('serco').post(`/moves/${id}/complete`, actionBody('completes', { timestamp: '2026-12-01T18:00:00Z' }));
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({
      status: 'completed',
      move_type: 'prison_transfer',
    });
  });

  it('changes the type as well, when it is given and suits the new destination', async () => {
    const { id } = await given.move();
    await expectStatus(api.post(`/moves/${id}/redirects`, redirect(court, { move_type: 'court_appearance' })), 204);
    expect(await destinationOf(id)).toBe(court);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ move_type: 'court_appearance' });
  });

  it('counts the last of several redirections by when they occurred, and says nothing new about the others', async () => {
    const { id } = await given.move();
    const at = (hour: number) => ({ timestamp: `2026-12-01T${hour}:00:00Z` });
    await api.post(`/moves/${id}/redirects`, redirect(demo.lodging, at(12)));
    await api.post(`/moves/${id}/redirects`, redirect(demo.c, at(11)));
    expect(await destinationOf(id)).toBe(demo.lodging);
    const sent = (await noticesOf(api, id)).length;
    await api.post(`/moves/${id}/start`, actionBody('starts', at(10)));
    expect((await noticesOf(api, id)).slice(sent)).toEqual([]);
  });

  it.each([
    [
      'to a closed location',
      redirect(closedCourt),
      'to_location',
      'inactive_location',
      'To location must be an active location',
    ],
    [
      'to where it starts',
      redirect(demo.a),
      'to_location_id',
      'should be different to the from location',
      'To location id should be different to the from location',
    ],
    [
      'with a type that the destination does not suit',
      redirect(demo.c, { move_type: 'court_appearance' }),
      'to_location',
      'invalid_location',
      'To location must be a court location for court appearance move',
    ],
    [
      'with a type that there is not',
      redirect(demo.c, { move_type: 'stroll' }),
      'move_type',
      'invalid_move_type',
      'Move type must be a valid move type (stroll)',
    ],
  ])('is refused %s, and keeps nothing', async (_, body, field, code, detail) => {
    const { id } = await given.move();
    const before = await footprintOf(api, id);
    const reply = await api.post(`/moves/${id}/redirects`, body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toContainEqual({
      title: 'Unprocessable content',
      detail,
      source: { pointer: `/data/attributes/${field}` },
      code,
    });
    expect(await footprintOf(api, id)).toEqual(before);
  });

  it('is refused into the way of another move of the same person on that day', async () => {
    const { id, personId } = await given.move();
    const profile = await given.profile(personId);
    const other = await given.moveOf(profile.id, {}, { to: demo.c });
    const before = await footprintOf(api, id);
    const reply = await api.post(`/moves/${id}/redirects`, redirect(demo.c));
    expect([reply.status, reply.body.errors[0]]).toMatchObject([
      422,
      { detail: 'Date has already been taken', code: 'taken', meta: { existing_id: other } },
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
  });
});

describe('POST /moves/{move_id}/lockouts', () => {
  it('marks the move', async () => {
    const { id } = await given.move();
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ is_lockout: false });
    const reply = await api.as('serco').post(`/moves/${id}/lockouts`, lockout(demo.b.toUpperCase()));
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ is_lockout: true, status: 'requested' });
  });

  it('lets the move lead back to where it started, and to places that its type would not allow', async () => {
    const { id } = await given.move({ move_type: 'court_appearance' }, { to: court });
    const refused = await api.post(`/moves/${id}/redirects`, redirect(demo.c));
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'invalid_location']);

    await expectStatus(api.post(`/moves/${id}/lockouts`, lockout(court)), 204);
    for (const place of [demo.c, demo.a]) {
      const timestamp = place === demo.a ? '2026-12-01T14:00:00Z' : '2026-12-01T13:00:00Z';
      await expectStatus(api.post(`/moves/${id}/redirects`, redirect(place, { timestamp })), 204);
      expect(await destinationOf(id)).toBe(place);
    }
    const closed = await api.post(`/moves/${id}/redirects`, redirect(closedCourt));
    expect([closed.status, closed.body.errors[0].code]).toEqual([422, 'inactive_location']);
  });
});
