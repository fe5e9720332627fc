import { bookSecureMove } from '../testing/book-secure-move';

const { api } = bookSecureMove();

it('adds a prisoner once, however many ask at the same time', async () => {
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => api.get('/people?filter[prison_number]=A9011AA,A9012AA')),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200));
  const last = await api.get('/people?filter[prison_number]=A9012AA,A9011AA');
  expect(last.body.data).toHaveLength(2);
});
