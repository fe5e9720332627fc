import { prepared } from '@switchyard/db';
import { actionBody, attributesAt, expectStatus, noticesOf } from '../../events/events.fixture';
import { eventsOf } from '../../events/repository';
import { findRebooked } from '../repository';
import { bookSecureMove } from '../../testing/book-secure-move';
import { footprintOf } from '../../testing/footprint';
import { demo } from '../../testing/given';

const { api, given } = bookSecureMove();

const proposal = { status: 'proposed', date: '2026-12-01', date_from: '2026-11-30', date_to: '2026-12-05' };
const approve = (date: string, more: object = {}) => actionBody('approves', { date, ...more });
const reject = (more: object = {}) =>
  actionBody('rejects', { rejection_reason: 'no_space_at_receiving_prison', ...more });

describe('POST /moves/{move_id}/approve', () => {
  it('requests the move for a day, and its proposed journeys of the old day follow', async () => {
    const { id } = await given.move(proposal);
    const [following, started, other] = [
      await given.journey(id),
      await given.journey(id, {}, { from: demo.b, to: demo.c }),
      await given.journey(id, { date: '2026-12-02' }, { from: demo.c, to: demo.a }),
    ];
    await expectStatus(api.as('serco').post(`/moves/${id}/journeys/${started}/start`, actionBody('starts')), 204);
    await expectStatus(api.post(`/moves/${id}/approve`, approve('2026-12-04')), 204);

    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'requested', date: '2026-12-04' });
    const dateOf = async (journey: string) => (await attributesAt(api, `/moves/${id}/journeys/${journey}`))['date'];
    expect([await dateOf(following), await dateOf(started), await dateOf(other)]).toEqual([
      '2026-12-04',
      '2026-12-01',
      '2026-12-02',
    ]);
    const types = (await eventsOf(api.db().reader(), [id])).map(({ eventType }) => eventType);
    expect(types).not.toContain('MoveDateChanged');
  });

  it('leaves the day of a move that is not proposed, and keeps the event', async () => {
    const { id } = await given.move();
    await expectStatus(api.post(`/moves/${id}/approve`, approve('2026-12-04')), 204);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({ status: 'requested', date: '2026-12-01' });
  });

  it('is refused while another move of the person takes that day', async () => {
    const { id, profileId } = await given.move(proposal);
    const other = await given.moveOf(profileId, { date: '2026-12-04' });
    const before = await footprintOf(api, id);
    const reply = await api.post(`/moves/${id}/approve`, approve('2026-12-04'));
    expect([reply.status, reply.body.errors[0]]).toMatchObject([
      422,
      { detail: 'Date has already been taken', meta: { existing_id: other } },
    ]);
    expect(await footprintOf(api, id)).toEqual(before);
  });
});

describe('POST /moves/{move_id}/reject', () => {
  it('cancels the move, says why and tells its subscribers and whoever proposed it', async () => {
    const { id } = await given.move(proposal);
    const sent = (await noticesOf(api, id)).length;
    await expectStatus(api.post(`/moves/${id}/reject`, reject({ cancellation_reason_comment: 'Full' })), 204);
    expect(await attributesAt(api, `/moves/${id}`)).toMatchObject({
      status: 'cancelled',
      cancellation_reason: 'rejected',
      cancellation_reason_comment: 'Full',
      rejection_reason: 'no_space_at_receiving_prison',
    });
    expect((await noticesOf(api, id)).slice(sent).sort()).toEqual(['reject_move', 'update_move_status']);
    expect(await findRebooked(api.db().reader(), id)).toBeUndefined();
  });

  it('proposes the move again for a week later, once', async () => {
    const { id, profileId } = await given.move({ ...proposal, additional_information: 'Early' });
    const original = await api.get(`/moves/${id}`);
    await expectStatus(api.post(`/moves/${id}/reject`, reject({ rebook: true })), 204);
    await expectStatus(api.post(`/moves/${id}/reject`, reject({ rebook: true })), 204);
    await expectStatus(api.post(`/moves/${id}/start`, actionBody('starts')), 204);

    const again = (await findRebooked(api.db().reader(), id))!;
    const { body } = await api.get(`/moves/${again.id}`);
    const { reference } = body.data.attributes;
    expect(reference).toMatch(/^[A-Z]{3}[1-9]{4}[A-Z]$/);
    expect(reference).not.toBe(original.body.data.attributes.reference);
    expect(body.data.attributes).toMatchObject({
      status: 'proposed',
      date: '2026-12-08',
      date_from: '2026-12-07',
      date_to: '2026-12-12',
      move_type: 'prison_transfer',
      additional_information: null,
      rejection_reason: null,
    });
    expect(body.data.relationships).toMatchObject({
      original_move: { data: { id } },
      profile: { data: { id: profileId } },
      supplier: original.body.data.relationships.supplier,
      from_location: { data: { id: demo.a } },
      to_location: { data: { id: demo.b } },
    });
    expect(await noticesOf(api, again.id)).toEqual(['create_move']);
  });

  it('proposes it from the new day on where no first day was known', async () => {
    const { id } = await given.move();
    await expectStatus(api.post(`/moves/${id}/reject`, reject({ rebook: 'true' })), 204);
    expect(await findRebooked(api.db().reader(), id)).toMatchObject({ date: '2026-12-08', dateFrom: '2026-12-08' });
  });

  it('keeps nothing when the move may not be proposed again', async () => {
    const id = await given.emptyMove();
    const before = await footprintOf(api, id);
    const reply = await api.post(`/moves/${id}/reject`, reject({ rebook: true }));
    expect([reply.status, reply.body.errors[0]]).toMatchObject([422, { detail: "Profile can't be blank" }]);
    expect(await footprintOf(api, id)).toEqual(before);
  });
});

const allocate = prepared(
  'test-allocate',
  `with a as (
     insert into allocations (id, from_location_id, to_location_id, date, moves_count, complete_in_full, status,
       complex_cases, created_at, updated_at)
     select id, from_location_id, to_location_id, date, 1, false, 'filled', '[]', created_at, updated_at
     from moves where id = $1 returning id)
   update moves set allocation_id = a.id from a where moves.id = a.id`,
);

describe('a move of an allocation', () => {
  it('no longer counts once it is cancelled', async () => {
    const { id } = await given.move();
    await api.db().transaction(async (tx) => tx.send(allocate, [id]));
    const allocation = prepared<{ moves_count: number; status: string }>(
      'test-allocation',
      'select moves_count, status from allocations where id = $1',
    );
    const state = () => api.db().reader().first(allocation, [id]);
    expect(await state()).toEqual({ moves_count: 1, status: 'filled' });
    await expectStatus(api.post(`/moves/${id}/cancel`, actionBody('cancel', { cancellation_reason: 'other' })), 204);
    expect(await state()).toEqual({ moves_count: 0, status: 'unfilled' });
  });
});
