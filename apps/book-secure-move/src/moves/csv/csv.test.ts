import type { Connection, StatementCounter } from '@switchyard/db';
import { DatabaseUnavailable } from '@switchyard/db';
import type { Who } from '../../testing/book-secure-move';
import { bookSecureMove } from '../../testing/book-secure-move';
import { Lay, places, suppliers } from '../moves.fixture';
import { readCsv } from './read-csv.fixture';

const { api } = bookSecureMove();
const lay = new Lay(api);

/** The rows of an export, each as heading and cell. Two headings are never the same. */
async function exported(body: object, parameters = '', who: Who = 'pmu'): Promise<Record<string, string>[]> {
  const reply = await api.as(who).post(`/moves/csv${parameters}`, body);
  if (reply.status !== 200) throw new Error(`expected rows, got ${reply.status} ${reply.text}`);
  const [headings, ...rows] = readCsv(reply.text);
  return rows.map((cells) => Object.fromEntries(headings!.map((heading, place) => [heading, cells[place]!])));
}

const referenceOf = async (id: string) => (await lay.rows<{ reference: string }>('moves', { id }))[0]!.reference;
const rowOf = async (id: string) => (await exported({ filter: { reference: await referenceOf(id) } }))[0]!;

const flags = [
  'Violent', 'Escape', 'Must be held separately', 'Self harm', 'Concealed items', 'Any other risks', 'Health issue',
  'Medication', 'Wheelchair user', 'Pregnant', 'Any other requirements', 'Sign or other language interpreter',
  'Not to be released', 'Requires special vehicle',
]; // prettier-ignore

describe('POST /moves/csv', () => {
  it('answers with a line of headings and a line per move', async () => {
    const first = async (table: string, key: string) => (await lay.rows<{ id: string }>(table, { key }, 'key'))[0]!.id;
    const answer = (key: string, nomis_alert_description: string | null, comments: string | null) => ({
      key, comments, nomis_alert_description, title: key, category: 'risk', assessment_question_id: places.a,
      created_at: '2026-01-01', expires_at: null, nomis_alert_type: null, nomis_alert_code: null,
      nomis_alert_type_description: null, imported_from_nomis: false,
    }); // prettier-ignore
    const profile_id = await lay.profile({
      person_id: await lay.person({
        first_names: 'SAM "THE MAN"',
        last_name: 'EXAMPLE, JR',
        date_of_birth: '1990-05-04',
        gender_id: await first('genders', 'male'),
        ethnicity_id: await first('ethnicities', 'w2'),
        prison_number: 'A0001ZZ',
        police_national_computer: '20/0000123X',
      }),
      assessment_answers: [
        answer('violent', 'OASys Serious Harm-Medium', 'Invented note'),
        answer('violent', 'Violence', null),
        answer('violent', null, 'By hand'),
        answer('medication', null, null),
      ],
    });
    const id = await lay.move({
      profile_id,
      status: 'cancelled',
      cancellation_reason: 'other',
      cancellation_reason_comment: 'Snow\nand ice',
      prison_transfer_reason_id: await first('prison_transfer_reasons', 'parole'),
      additional_information: 'Early, please',
      section_forty_six: true,
      updated_at: '2026-07-01T10:00:00Z',
    });
    await lay.event(id, 'MoveCancel', { occurred_at: '2026-11-30T00:00:00Z', created_by: 'EARLIER' });
    await lay.event(id, 'MoveCancel', { occurred_at: '2026-12-01T00:50:00Z', created_by: 'PLANNER' });
    await lay.journey(id, { billable: true, state: 'cancelled' });
    await lay.journey(id, { billable: false });

    const reply = await api.post('/moves/csv', { filter: { reference: await referenceOf(id) } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/csv');
    expect(reply.headers.get('content-disposition')).toBe('inline');
    const [headings] = readCsv(reply.text);
    expect(headings).toEqual([
      'Status', 'Reference', 'Move type', 'Created at', 'Last updated', 'From location name', 'From location code',
      'To location name', 'To location code', 'IPT Reason', 'Additional information', 'Date of travel', 'PACE S46',
      'PNC number', 'Prison number', 'Last name', 'First name(s)', 'Date of birth', 'Gender', 'Ethnicity',
      'Ethnicity code', ...flags.flatMap((flag) => [flag, `${flag} details`]), 'Cancelled at', 'Cancelled by',
      'Cancellation reason', 'cancellation reason comment', 'Journey billable', 'Difference', 'Supplier',
    ]); // prettier-ignore
    expect(await rowOf(id)).toEqual({
      ...Object.fromEntries(flags.flatMap((flag) => [[flag, 'false'], [`${flag} details`, '']])),
      Status: 'cancelled',
      Reference: await referenceOf(id),
      'Move type': 'prison_transfer',
      'Created at': '2026-11-20T09:00:00+00:00',
      'Last updated': '2026-07-01T11:00:00+01:00',
      'From location name': 'LOCATION A',
      'From location code': 'LOA',
      'To location name': 'LOCATION B',
      'To location code': 'LOB',
      'IPT Reason': 'Parole',
      'Additional information': 'Early, please',
      'Date of travel': '2026-12-01',
      'PACE S46': 'true',
      'PNC number': '20/0000123X',
      'Prison number': 'A0001ZZ',
      'Last name': 'EXAMPLE, JR',
      'First name(s)': 'SAM "THE MAN"',
      'Date of birth': '1990-05-04',
      Gender: 'Male',
      Ethnicity: 'White: Irish',
      'Ethnicity code': 'w2',
      Violent: 'true',
      'Violent details': 'OASys Serious Harm-Medium: Invented note\n\nViolence\n\nBy hand',
      Medication: 'true',
      'Cancelled at': '2026-12-01T00:50:00+00:00',
      'Cancelled by': 'PLANNER',
      'Cancellation reason': 'other',
      'cancellation reason comment': 'Snow\nand ice',
      'Journey billable': 'true',
      Difference: 'Before cutoff (0d 05h 10m)',
      Supplier: 'Serco',
    }); // prettier-ignore
  });

  it('leaves cells empty for what is not known', async () => {
    const row = await rowOf(
      await lay.move({ status: 'proposed', date: null, move_type: 'prison_recall', to_location_id: null }),
    );
    const filled = Object.entries(row)
      .filter(([, cell]) => cell !== '' && cell !== 'false')
      .map(([heading]) => heading);
    expect(filled).toEqual([
      'Status', 'Reference', 'Move type', 'Created at', 'Last updated', 'From location name', 'From location code',
      'Supplier',
    ]); // prettier-ignore
  });

  it('tells of a rejection like a cancellation, without a difference where there is no day', async () => {
    const rejected = { status: 'cancelled', cancellation_reason: 'rejected', rejection_reason: 'more_info_required' };
    const dated = await lay.move(rejected);
    const dateless = await lay.move({ ...rejected, date: null });
    for (const id of [dated, dateless]) {
      await lay.event(id, 'MoveReject', { occurred_at: '2026-12-02T06:00:00Z', created_by: null });
    }
    expect(await rowOf(dated)).toMatchObject({ 'Cancelled by': '', Difference: 'After cutoff (1d 00h 00m)' });
    expect(await rowOf(dateless)).toMatchObject({ 'Cancelled at': '2026-12-02T06:00:00+00:00', Difference: '' });
  });

  it('goes through the moves in the order of their ids, whatever sort asks', async () => {
    const person_id = await lay.person();
    await lay.moves(9, { person_id, status: 'proposed' });
    const rows = await exported({ filter: { person_id }, sort: { by: 'nonsense' } }, '?sort[by]=date');
    const stored = await lay.rows<{ reference: string }>('moves', { person_id }, 'id');
    expect(rows.map((row) => row.Reference)).toEqual(stored.map(({ reference }) => reference));
    expect(rows.length).toBeGreaterThan(5);
  });

  it('takes filters from the query too, which count more', async () => {
    const [one, other] = await Promise.all([referenceOf(await lay.move()), referenceOf(await lay.move())]);
    const rows = await exported({ filter: { reference: one, status: 'requested' } }, `?filter[reference]=${other}`);
    expect(rows.map((row) => row.Reference)).toEqual([other]);
  });

  it.each<[string, object]>([
    ['an unreadable day', { date_from: 'nonsense' }],
    ['an unreadable day of birth', { date_of_birth_to: '1990' }],
    ['an unknown type', { move_type: 'nonsense' }],
    ['an unknown reason', { cancellation_reason: 'nonsense' }],
  ])('does not check filters: %s matches nothing', async (_, filter) => {
    expect(await exported({ filter })).toEqual([]);
  });

  it('passes over what is not text', async () => {
    const everything = (await exported({})).length;
    expect(await exported({ filter: { status: ['cancelled'], move_type: 7, date_from: '' } })).toHaveLength(everything);
  });

  it('shows a supplier its own moves', async () => {
    const theirs = await lay.move({
      from_location_id: places.bsi,
      to_location_id: places.iwi,
      supplier_id: suppliers.geoamey,
    });
    const filter = { reference: await referenceOf(theirs) };
    expect(await exported({ filter }, '', 'serco')).toEqual([]);
    expect(await exported({ filter }, '', 'geoamey')).toHaveLength(1);
  });

  it('asks for a token', async () => {
    expect((await api.as('nobody').post('/moves/csv', {})).status).toBe(401);
  });

  it('does not need a version, nor a key', async () => {
    const reply = await api.post(
      '/moves/csv',
      { filter: { status: 'nonsense' } },
      { Accept: 'text/csv', 'Idempotency-Key': '' },
    );
    expect([reply.status, readCsv(reply.text)]).toEqual([200, [expect.arrayContaining(['Status'])]]);
  });
});

describe('a long export', () => {
  const ask = { filter: { date_from: '2031-01-01' }, async: 'allow' };

  beforeAll(() => lay.moves(1_300, { date: '2031-01-01' }));
  afterEach(() => jest.restoreAllMocks());

  /** The database cannot answer from the given statement of a request on. */
  function failFrom(statement: number): void {
    const db = api.db();
    const counter: StatementCounter = { statements: 0 };
    const real = db.lister(counter);
    const rows: Connection['rows'] = (...asked) =>
      counter.statements + 1 >= statement ? Promise.reject(new DatabaseUnavailable('57P01')) : real.rows(...asked);
    jest.spyOn(db, 'lister').mockReturnValue({ rows, first: real.first.bind(real) });
  }

  it('streams more moves than it reads at once, each of them once, also to who would take it by mail', async () => {
    const total = (await api.get('/moves?per_page=1&filter[date_from]=2031-01-01')).body.meta.pagination.total_objects;
    const rows = await exported(ask);
    expect(total).toBeGreaterThan(1_000);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map((row) => row.Reference)).size).toBe(total);
  });

  it('is refused while the database cannot answer', async () => {
    failFrom(1);
    const reply = await api.post('/moves/csv', ask);
    expect([reply.status, reply.body.errors[0].title]).toEqual([503, 'Service Unavailable']);
  });

  it('breaks off, rather than to end as if it were whole, when the database fails on the way', async () => {
    failFrom(5);
    await expect(api.post('/moves/csv', ask)).rejects.toThrow();
  });
});
