import { actionBody, expectStatus } from '../../events/events.fixture';
import { bookSecureMove } from '../../testing/book-secure-move';
import { demo } from '../../testing/given';
import { findTransfer } from '../transfers';

const { api, given } = bookSecureMove();

/** Known to the local prison register, which has him at Brinsford. */
const prisoner = '747f3914-620a-441a-847f-472c79def26c';
const proposal = { status: 'proposed', date: '2026-12-01', date_from: '2026-12-01' };
const places = { from: demo.bsi, to: demo.iwi };
const approve = actionBody('approve', { date: '2026-12-02', create_in_nomis: true });

const eventIdOf = async (move: string) => (await findTransfer(api.db().reader(), move))!.eventId;

/** Follow-up work ends soon after the reply: asks the database until it has. */
async function settled(move: string, is: (eventId: number | null) => boolean): Promise<number | null> {
  for (let tries = 0; tries < 500; tries += 1) {
    const eventId = await eventIdOf(move);
    if (is(eventId)) return eventId;
  }
  throw new Error('the prison register was not asked');
}

describe('the transfer of a move in the prison register', () => {
  it('is made on approval, kept by later events, and taken back on cancellation', async () => {
    const profile = await given.profile(prisoner);
    const id = await given.moveOf(profile.id, proposal, places);
    await expectStatus(api.post(`/moves/${id}/approve`, approve), 204);
    const eventId = await settled(id, (found) => found !== null);

    await expectStatus(api.post(`/moves/${id}/accept`, actionBody('accepts')), 204);
    expect(await eventIdOf(id)).toBe(eventId);

    const cancel = actionBody('cancels', { cancellation_reason: 'other', timestamp: '2026-12-01T15:00:00Z' });
    await expectStatus(api.post(`/moves/${id}/cancel`, cancel), 204);
    expect(await settled(id, (found) => found === null)).toBeNull();
  });

  it('is not made without being asked for', async () => {
    const profile = await given.profile(prisoner);
    const id = await given.moveOf(profile.id, { ...proposal, date: '2026-12-20' }, places);
    const plain = actionBody('approve', { date: '2026-12-21', create_in_nomis: false });
    await expectStatus(api.post(`/moves/${id}/approve`, plain), 204);
    expect(await eventIdOf(id)).toBeNull();
  });

  it('does not stand in the way of the approval when the register refuses it', async () => {
    const profile = await given.profile(prisoner);
    const id = await given.moveOf(profile.id, proposal, { from: demo.iwi, to: demo.bsi });
    await expectStatus(api.post(`/moves/${id}/approve`, approve), 204);
    expect((await api.get(`/moves/${id}`)).body.data.attributes.status).toBe('requested');
    expect(await eventIdOf(id)).toBeNull();
  });
});
