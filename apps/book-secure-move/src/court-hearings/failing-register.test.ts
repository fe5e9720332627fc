import { prepared } from '@switchyard/db';
import type { UpstreamAnswer } from '../nomis/testing/upstream';
import { bookSecureMove } from '../testing/book-secure-move';
import { freshKey } from '../testing/given';
import { prisonRegister } from '../testing/upstream-settings';
import { casedyGoesToCourt, hearingBody } from './court-hearings.fixture';

const register = prisonRegister();
const { api } = bookSecureMove(register.env);

const booking = { bookingId: 1200100, offenderNo: 'G8133UA', agencyId: 'BSI', categoryCode: 'C', csra: 'High' };
const known: UpstreamAnswer = { status: 200, body: booking };

const hearings = prepared<{ nomis_hearing_id: number | null; saved_to_nomis: boolean }>(
  'test-hearings',
  'select nomis_hearing_id, saved_to_nomis from court_hearings where move_id = $1 order by start_time',
);
const hearingsOf = (moveId: string) => api.db().reader().rows(hearings, [moveId]);

/** The register knows the booking, and answers this about hearings. */
const answerHearings = (...answers: UpstreamAnswer[]): void =>
  register.answers(({ path }) => {
    if (path.includes('prison-to-court-hearings')) return answers.length > 1 ? answers.shift()! : answers[0]!;
    return path.includes('alerts')
      ? { status: 200, body: { content: [] } }
      : path.includes('care-needs')
        ? { status: 200, body: [] }
        : known;
  });

describe('a hearing while the prison register fails', () => {
  it('stays ours when the register refuses it', async () => {
    answerHearings({ status: 500 });
    const moveId = await casedyGoesToCourt(api);
    const reply = await api.post('/court_hearings', hearingBody({ nomis_case_id: 7 }, moveId));
    expect([reply.status, reply.body.data.attributes.saved_to_nomis]).toEqual([201, false]);
  });

  it.each<[UpstreamAnswer, number, string]>([
    ['hang up', 503, 'Connection Error'],
    ['hang', 504, 'Timeout Error'],
  ])('is stored although the client hears of it: %j', async (answer, status, title) => {
    answerHearings(answer);
    const moveId = await casedyGoesToCourt(api);
    const key = freshKey();
    const body = hearingBody({ nomis_case_id: 7 }, moveId);
    const reply = await api.post('/court_hearings', body, key);
    expect([reply.status, reply.body.errors[0].title]).toEqual([status, title]);
    expect(await hearingsOf(moveId)).toEqual([{ nomis_hearing_id: null, saved_to_nomis: false }]);

    const asked = register.requests().length;
    const again = await api.post('/court_hearings', body, key);
    expect([again.status, again.body.data.attributes.saved_to_nomis]).toEqual([201, false]);
    expect([register.requests().length, (await hearingsOf(moveId)).length]).toEqual([asked, 1]);
  });

  it('keeps what the register had taken over before it failed', async () => {
    answerHearings({ status: 201, body: { id: 4711 } }, 'hang up');
    const moveId = await casedyGoesToCourt(api);
    const first = hearingBody({ nomis_case_id: 7 }, moveId);
    await api.post('/court_hearings?do_not_save_to_nomis=true', first);
    const later = hearingBody(
      { nomis_case_id: 7, start_time: '2026-12-15T10:00:00Z', comments: 'Bring papers' },
      moveId,
    );
    expect((await api.post('/court_hearings', later)).status).toBe(503);
    expect(await hearingsOf(moveId)).toEqual([
      { nomis_hearing_id: 4711, saved_to_nomis: true },
      { nomis_hearing_id: null, saved_to_nomis: false },
    ]);
    expect(
      register
        .requests()
        .filter(({ path }) => path.includes('prison-to-court-hearings'))
        .at(-1),
    ).toMatchObject({
      path: '/bookings/1200100/court-cases/7/prison-to-court-hearings',
      body: {
        fromPrisonLocation: 'BSI',
        toCourtLocation: 'NBKCC',
        courtHearingDateTime: '2026-12-15T10:00:00',
        comments: 'Bring papers',
      },
    });
  });

  it('holds no transaction while it waits for the register', async () => {
    answerHearings('hang');
    const moveId = await casedyGoesToCourt(api);
    const before = register.requests().length;
    const slow = api.post('/court_hearings', hearingBody({ nomis_case_id: 7 }, moveId));
    while (register.requests().length === before) await api.get('/ping');
    const open = prepared<{ open: number }>(
      'test-open',
      `select count(*) as open from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(await api.db().reader().first(open)).toEqual({ open: 0 });
    expect((await slow).status).toBe(504);
  });
});
