import { prepared } from '@switchyard/db';
import { bookSecureMove } from '../testing/book-secure-move';
import { prisonRegister } from '../testing/upstream-settings';
import { cancelBody, fill, madeAllocation } from './allocations.fixture';

const register = prisonRegister();
const { api, given } = bookSecureMove(register.env);

const transfer = prepared<{ number: number | null }>(
  'test-transfer',
  'select nomis_event_id as number from moves where id = $1',
);
const arrange = prepared(
  'test-arrange-transfer',
  `with person as (update people set latest_nomis_booking_id = 1200100 where id = $2)
   update moves set nomis_event_id = 4711 where id = $1`,
);

it('cancelling an allocation cancels the transfers that the prison register has', async () => {
  const { id, moveIds } = await madeAllocation(api);
  const [moveId] = moveIds as [string, string];
  const profile = await given.profile();
  await fill(api, moveId, profile.id);
  await api.db().transaction(async (tx) => void (await tx.rows(arrange, [moveId, profile.personId])));

  register.answers(() => ({ status: 200 }));
  expect((await api.post(`/allocations/${id}/cancel`, cancelBody())).status).toBe(204);
  while ((await api.db().reader().first(transfer, [moveId]))?.number !== null) await api.get('/ping');
  expect(register.requests().map(({ method, path }) => [method, path])).toEqual([
    ['PUT', '/bookings/1200100/prison-to-prison/4711/cancel'],
  ]);
  expect((await api.get(`/moves/${moveId}`)).body.data.attributes.status).toBe('cancelled');
});
