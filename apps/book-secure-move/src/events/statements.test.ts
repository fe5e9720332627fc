import { Transaction } from '@switchyard/db';
import { bookSecureMove } from '../testing/book-secure-move';
import { actionBody, expectStatus, perform } from './events.fixture';

const { api, given } = bookSecureMove();

/** How many statements an action costs: those that wait for an answer, and those that travel without. */
async function costOf(path: string, type: string): Promise<{ waited: number; sent: number }> {
  const rows = jest.spyOn(Transaction.prototype, 'rows');
  const send = jest.spyOn(Transaction.prototype, 'send');
  await expectStatus(api.as('serco').post(path, actionBody(type)), 204);
  const cost = { waited: rows.mock.calls.length, sent: send.mock.calls.length };
  jest.restoreAllMocks();
  return cost;
}

// Waited for: the key's lock and what it remembers, then the record (a journey's move before it) and its log, each two
// or three in one round trip.
// Sent: begin, the event, the record, then the audit entry, the answer under its key and what others are told, these in
// one statement; where no record changes, the event travels with them.
describe('what an event costs', () => {
  it.each([
    ['that changes its move', ['accept'], 'start', { waited: 4, sent: 4 }],
    ['that changes nothing', [], 'start', { waited: 4, sent: 4 }],
    ['on a long log', ['accept', ...Array.from({ length: 20 }, () => 'accept')], 'start', { waited: 4, sent: 4 }],
  ])('on a move, one %s', async (_, before, action, cost) => {
    const { id } = await given.move();
    await perform(api, `/moves/${id}`, ...before);
    expect(await costOf(`/moves/${id}/${action}`, 'starts')).toEqual(cost);
  });

  it.each([
    ['that changes it', [], { waited: 5, sent: 4 }],
    ['that changes nothing', ['reject'], { waited: 5, sent: 2 }],
  ])('on a journey, one %s', async (_, before, cost) => {
    const move = await given.emptyMove();
    const path = `/moves/${move}/journeys/${await given.journey(move)}`;
    await perform(api, path, ...before);
    expect(await costOf(`${path}/start`, 'starts')).toEqual(cost);
  });
});
