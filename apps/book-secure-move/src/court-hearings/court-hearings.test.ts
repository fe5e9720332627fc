import { bookSecureMove } from '../testing/book-secure-move';
import { demo, freshKey } from '../testing/given';
import { casedyGoesToCourt, caseOf, hearingBody, hearingsOnDays } from './court-hearings.fixture';

const { api } = bookSecureMove();
const unknownId = '00000000-0000-4000-8000-000000000000';

describe('POST /court_hearings', () => {
  it('keeps a hearing of no move', async () => {
    const reply = await api.post(
      '/court_hearings',
      hearingBody({
        nomis_case_id: '111222',
        case_start_date: '2026-01-05',
        nomis_hearing_id: 5,
        saved_to_nomis: true,
      }),
    );
    expect([reply.status, reply.body]).toEqual([
      201,
      {
        data: {
          id: expect.any(String),
          type: 'court_hearings',
          attributes: {
            start_time: '2026-12-14T10:00:00+00:00',
            case_start_date: '2026-01-05',
            nomis_case_id: 111222,
            case_number: 'T20260001',
            nomis_hearing_id: null,
            case_type: 'Adult',
            comments: null,
            saved_to_nomis: false,
          },
          relationships: { move: { data: null } },
        },
      },
    ]);
  });

  it.each([
    ['a day that is none', { case_start_date: '2026-02-30' }],
    ['a number that is none', { nomis_case_id: 'many' }],
    ['a number that is too great', { nomis_case_id: 2 ** 31 }],
  ])('takes %s for missing', async (_, sent) => {
    const reply = await api.post('/court_hearings', hearingBody(sent));
    expect([reply.status, reply.body.data.attributes]).toMatchObject([
      201,
      { case_start_date: null, nomis_case_id: null },
    ]);
  });

  it('of a move is entered in the prison register, together with those that were not yet', async () => {
    const moveId = await casedyGoesToCourt(api);
    const caseId = await caseOf(api);
    const kept = await api.post(
      '/court_hearings?do_not_save_to_nomis=true',
      hearingBody({ nomis_case_id: caseId }, moveId),
    );
    expect(kept.body.data.attributes).toMatchObject({ saved_to_nomis: false, nomis_hearing_id: null });
    const before = await hearingsOnDays(api);

    const sent = hearingBody({ nomis_case_id: caseId, start_time: '2026-12-15T09:30:00Z' }, moveId);
    const reply = await api.post('/court_hearings', sent);
    expect(reply.status).toBe(201);
    expect(reply.body.data.attributes).toMatchObject({ saved_to_nomis: true, nomis_hearing_id: expect.any(Number) });
    expect(reply.body.data.relationships).toEqual({ move: { data: { id: moveId, type: 'moves' } } });

    expect(before).toEqual(['2026-12-14T10:00:00+00:00']);
    expect(await hearingsOnDays(api)).toEqual([
      '2026-12-14T10:00:00+00:00',
      '2026-12-14T10:00:00+00:00',
      '2026-12-15T09:30:00+00:00',
    ]);

    const { included } = (await api.get(`/moves/${moveId}?include=court_hearings`)).body;
    const numbers = included.map(({ attributes }: { attributes: Record<string, unknown> }) => [
      attributes.saved_to_nomis,
      typeof attributes.nomis_hearing_id,
    ]);
    expect(numbers).toEqual([
      [true, 'number'],
      [true, 'number'],
    ]);
  });

  it.each([
    ['a case that the register does not know', { nomis_case_id: 1 }],
    ['no case', { nomis_case_id: null }],
  ])('stays ours for %s', async (_, attributes) => {
    const moveId = await casedyGoesToCourt(api);
    const reply = await api.post('/court_hearings', hearingBody(attributes, moveId));
    expect([reply.status, reply.body.data.attributes.saved_to_nomis]).toEqual([201, false]);
  });

  it('stays ours for a move without a person', async () => {
    const move = await api.post('/moves', {
      data: {
        attributes: { date: '2026-12-14', move_type: 'prison_transfer' },
        relationships: {
          from_location: { data: { type: 'locations', id: demo.bsi } },
          to_location: { data: { type: 'locations', id: demo.iwi } },
        },
      },
    });
    const reply = await api.post('/court_hearings', hearingBody({ nomis_case_id: 1 }, move.body.data.id));
    expect([reply.status, reply.body.data.attributes.saved_to_nomis]).toEqual([201, false]);
  });

  it('is kept once under one key', async () => {
    const key = freshKey();
    const first = await api.post('/court_hearings', hearingBody(), key);
    const again = await api.post('/court_hearings', hearingBody(), key);
    expect([again.status, again.text]).toEqual([201, first.text]);
  });
});

describe('a refused hearing', () => {
  it.each([
    [{ start_time: undefined }, "Start time can't be blank", 'blank', 'start_time'],
    [{ start_time: 'noon' }, "Start time can't be blank", 'blank', 'start_time'],
    [{ comments: 'x'.repeat(241) }, 'Comments is too long (maximum is 240 characters)', 'too_long', 'comments'],
  ])('%j', async (attributes, detail, code, field) => {
    const reply = await api.post('/court_hearings', hearingBody(attributes));
    const source = { pointer: `/data/attributes/${field}` };
    expect([reply.status, reply.body.errors]).toEqual([
      422,
      [{ title: 'Unprocessable content', detail, source, code }],
    ]);
  });

  it.each([unknownId, 'mine'])('is of the move %s, which is not found', async (moveId) => {
    const reply = await api.post('/court_hearings', hearingBody({}, moveId));
    expect([reply.status, reply.body.errors[0].detail]).toEqual([404, `Couldn't find Move with 'id'=${moveId}`]);
  });

  it('misses its data', async () => {
    expect((await api.post('/court_hearings', {})).status).toBe(400);
  });
});
