import { createLocalNomis } from '../nomis/local-adapter';
import { createLocalRegisterState } from '../nomis';
import { systemClock } from '@switchyard/domain';
import type { UpstreamAnswer } from '../nomis/testing/upstream';
import * as shape from '../nomis/testing/wire-shapes';
import { bookSecureMove } from '../testing/book-secure-move';
import { prisonRegister } from '../testing/upstream-settings';

const register = prisonRegister();
const { api, given } = bookSecureMove(register.env);
const CASEDY = '747f3914-620a-441a-847f-472c79def26c';

const faults: [UpstreamAnswer, number, string][] = [
  [{ status: 500 }, 502, 'Nomis Bad Gateway Error'],
  ['hang up', 503, 'Connection Error'],
  ['hang', 504, 'Timeout Error'],
];
const total = async () => (await api.get('/people')).body.meta.pagination.total_objects as number;
const number = 'A9002AA';

describe('a list by prison number while the register fails', () => {
  it.each(faults.slice(1))('answers what happened (%j)', async (answer, status, title) => {
    register.answers(() => answer);
    const before = await total();
    for (const version of [1, 2]) {
      const reply = await api.get(`/people?filter[prison_number]=${number}`, {
        Accept: `application/vnd.api+json; version=${version}`,
      });
      expect([reply.status, reply.body.errors[0].title]).toEqual([status, title]);
      expect(reply.body.errors[0].detail).toMatch(/^Nomis\w+: getPrisoner: /);
    }
    expect(await total()).toBe(before);
  });

  it('takes a refusal for nobody', async () => {
    register.answers(() => ({ status: 500 }));
    const id = await given.person({ prison_number: 'Z1234ZZ' });
    const reply = await api.get('/people?filter[prison_number]=Z1234ZZ');
    expect([reply.status, reply.body.data.map((each: { id: string }) => each.id)]).toEqual([200, [id]]);
  });

  it('in version 1 stores nothing when only the alerts fail', async () => {
    const local = createLocalNomis(systemClock, createLocalRegisterState());
    register.answers(async ({ path }) => {
      const prisoner = await local.getPrisoner(number);
      return path.startsWith('/prisoner/') ? { status: 200, body: shape.prisoner(prisoner!) } : { status: 500 };
    });
    const before = await total();
    const reply = await api.get(`/people?filter[prison_number]=${number}`, { Accept: '*/*; version=1' });
    expect(reply.status).toBe(502);
    expect(await total()).toBe(before);
  });
});

describe('a category while the register fails', () => {
  it.each(faults)('answers what happened (%j), and changes nothing', async (answer, status, title) => {
    register.answers(() => answer);
    const read = await api.get(`/people/${CASEDY}?include=category`);
    expect([read.status, read.body.errors[0].title]).toEqual([status, title]);
    const changed = await api.patch(`/people/${CASEDY}?include=category`, {
      data: { attributes: { first_names: 'NEW' } },
    });
    expect(changed.status).toBe(status);
    const after = await api.get(`/people/${CASEDY}`);
    expect([after.status, after.body.data.attributes.first_names]).toEqual([200, 'DOMSANIGH']);
  });
});
