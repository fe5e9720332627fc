import type { UpstreamAnswer } from '../nomis/testing/upstream';
import { bookSecureMove } from '../testing/book-secure-move';
import { prisonRegister } from '../testing/upstream-settings';

const register = prisonRegister();
const { api, given } = bookSecureMove(register.env);

const CASEDY = '747f3914-620a-441a-847f-472c79def26c';
const body = { data: { type: 'profiles' } };
const booking = { bookingId: 1200100, offenderNo: 'G8133UA', agencyId: 'BSI', categoryCode: 'B', csra: 'High' };
const faults: [UpstreamAnswer, number, string, string][] = [
  [{ status: 500 }, 502, 'Nomis Bad Gateway Error', 'NomisBadGateway'],
  [{ status: 404 }, 502, 'Nomis Bad Gateway Error', 'NomisBadGateway'],
  ['hang up', 503, 'Connection Error', 'NomisConnectionFailed'],
  ['hang', 504, 'Timeout Error', 'NomisTimeout'],
];
const count = async () => {
  const [row] = await api
    .db()
    .reader()
    .rows<{ total: number }>({ name: 'test-profiles', text: 'select count(*)::int as total from profiles' });
  return row?.total;
};

describe('a new profile', () => {
  it.each(faults)('is not stored while the register fails (%j)', async (answer, status, title, name) => {
    register.answers(() => answer);
    const before = await count();
    const reply = await api.post(`/people/${CASEDY}/profiles`, body);
    expect([reply.status, reply.body.errors[0].title]).toEqual([status, title]);
    expect(reply.body.errors[0].detail).toMatch(new RegExp(`^${name}: \\w+: `));
    expect(await count()).toBe(before);
  });

  it.each(faults)('is not stored either when only the alerts fail (%j)', async (answer, status) => {
    register.answers(({ path }) => (path.startsWith('/bookings/1200100') ? { status: 200, body: booking } : answer));
    const before = await count();
    // An unknown prisoner simply has no alerts; the care needs fail then.
    expect((await api.post(`/people/${CASEDY}/profiles`, body)).status).toBe(status);
    expect(await count()).toBe(before);
  });

  it('comes through once the register answers again, under the same key', async () => {
    const key = { 'Idempotency-Key': '0a6c4fb2-0b52-4a1f-9d6c-3f0c8a9d1e11' };
    register.answers(() => ({ status: 500 }));
    expect((await api.post(`/people/${CASEDY}/profiles`, body, key)).status).toBe(502);
    const answers = [{ assessment_question_id: 'af8cfc67-757c-4019-9d5e-618017de1617' }];
    register.answers(() => ({ status: 200, body: booking }));
    const reply = await api.post(
      `/people/${CASEDY}/profiles`,
      { data: { attributes: { assessment_answers: answers } } },
      key,
    );
    expect([reply.status, reply.body.data.attributes.csra]).toEqual([201, 'High']);
    register.answers(() => ({ status: 500 }));
    const replay = await api.post(
      `/people/${CASEDY}/profiles`,
      { data: { attributes: { assessment_answers: answers } } },
      key,
    );
    expect([replay.status, replay.text]).toEqual([201, reply.text]);
  });

  it('needs no register for somebody whom it cannot know', async () => {
    register.answers(() => ({ status: 500 }));
    expect((await api.post(`/people/${await given.person()}/profiles`, body)).status).toBe(201);
  });
});

describe('a changed profile', () => {
  it('is read anew from the booking, and unchanged while that fails', async () => {
    register.answers(({ path }) => ({
      status: 200,
      body: path.startsWith('/bookings/1200100') ? booking : path.includes('alerts') ? { content: [] } : [],
    }));
    const created = await api.post(`/people/${CASEDY}/profiles`, body);
    expect(created.body.data.attributes).toMatchObject({ csra: 'High', assessment_answers: [] });
    const path = `/people/${CASEDY}/profiles/${created.body.data.id}`;

    register.answers(() => ({ status: 200, body: { ...booking, csra: 'Standard', categoryCode: null } }));
    expect((await api.patch(path, body)).body.data.attributes.csra).toBe('Standard');

    register.answers(() => ({ status: 500 }));
    const failed = await api.patch(path, { data: { attributes: { requires_youth_risk_assessment: true } } });
    expect(failed.status).toBe(502);
    const after = (await api.get(`/people/${CASEDY}?include=profiles`)).body.included;
    expect(after.find((each: { id: string }) => each.id === created.body.data.id).attributes).toMatchObject({
      csra: 'Standard',
      requires_youth_risk_assessment: null,
    });
  });
});

it('a slow register holds no connection that others need', async () => {
  register.answers(() => 'hang');
  const before = register.requests().length;
  const slow = Array.from({ length: 12 }, () => api.post(`/people/${CASEDY}/profiles`, body));
  while (register.requests().length < before + slow.length) await api.get('/ping');
  const idle = await api
    .db()
    .reader()
    .rows<{ open: number }>({
      name: 'test-idle',
      text: `select count(*)::int as open from pg_stat_activity
             where datname = current_database() and state = 'idle in transaction'`,
    });
  expect(idle).toEqual([{ open: 0 }]);
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array(12).fill(504));
});
