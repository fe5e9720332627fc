import { bookSecureMove } from '../testing/book-secure-move';
import { prisonRegister } from '../testing/upstream-settings';

const register = prisonRegister();
const { api } = bookSecureMove(register.env);

const person = '/people/747f3914-620a-441a-847f-472c79def26c';
const told = { userMessage: 'Not found.', developerMessage: 'No such booking.', moreInfo: 'See the manual.' };
const fault = (status: number, title: string | null, details: string | null) => ({
  errors: [{ code: 'NOMIS-ERROR', status, title, details }],
});

describe.each([['court_cases'], ['timetable?filter[date_from]=2026-11-23&filter[date_to]=2026-11-24']])(
  'GET /people/{person_id}/%s',
  (path) => {
    it.each([
      [404, told, 404, fault(404, 'Not found.', 'No such booking. See the manual.')],
      [500, told, 502, fault(500, 'Not found.', 'No such booking. See the manual.')],
      [400, {}, 502, fault(400, null, null)],
    ])("passes on the register's refusal %i %j", async (upstream, answer, status, body) => {
      register.answers(() => ({ status: upstream, body: answer }));
      const reply = await api.get(`${person}/${path}`);
      expect([reply.status, reply.body]).toEqual([status, body]);
    });

    it.each([
      ['hang up' as const, 503, 'Connection Error'],
      ['hang' as const, 504, 'Timeout Error'],
    ])('says when the register cannot be asked (%s)', async (answer, status, title) => {
      register.answers(() => answer);
      const reply = await api.get(`${person}/${path}`);
      expect([reply.status, reply.body.errors[0].title]).toEqual([status, title]);
    });
  },
);
