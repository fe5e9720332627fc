import { prepared, query } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { section81Body } from '../testing/examples/bodies';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { createLogger } from '@switchyard/http';
import { readConfig } from '../config';
import { Directory } from '../organisations/directory';
import { streetManager } from '../testing/street-manager';
import { ExportWriter } from './export-writer';

const { api, given } = streetManager();

const ask = (what: string, request?: object, who: Who = 'northbeck'): Promise<TestReply> =>
  api.as(who).post(`/v3/export/${what}/csv`, request);
const idOf = (reply: TestReply): number => body<{ csv_id: number }>(reply, 200).csv_id;
const download = (id: number | string, who: Who = 'northbeck'): Promise<TestReply> =>
  api.as(who).get(`/v3/export/csv/${id}`);
const written = (): Promise<void> => api.moveTo({ advance: 'PT1S' });

interface Listed {
  csv_export_id: number;
  csv_export_status: string;
  filename: string;
}

const listed = async (who: Who = 'northbeck', more = ''): Promise<Listed[]> =>
  body<{ rows: Listed[] }>(await api.as(who).get(`/v3/reporting/csv-exports${more}`), 200).rows;
const statusOf = async (id: number, who?: Who, more?: string): Promise<string | undefined> =>
  (await listed(who, more)).find(({ csv_export_id }) => csv_export_id === id)?.csv_export_status;

/** The file that somebody gets, as its headings and its rows. */
async function exported(what: string, request?: object, who: Who = 'northbeck'): Promise<Record<string, string>[]> {
  const id = idOf(await ask(what, request, who));
  await written();
  const { status, text } = await download(id, who);
  expect(status).toBe(200);
  expect(text.endsWith('\r\n')).toBe(true);
  const [headings, ...rows] = text.slice(0, -2).split('\r\n').map(cells);
  return rows.map((row) => Object.fromEntries(headings!.map((heading, index) => [heading, row[index]!])));
}

/** Of a line without line breaks in its cells. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );

const set = (text: string): Promise<void> => api.db().transaction(async (tx) => tx.send(query.raw(text)));
beforeEach(() => set('truncate csv_export cascade'));

describe('an export', () => {
  it('waits in the queue, is ready once it has been written, and is then downloaded', async () => {
    const { wrn, prn } = await given.work({ description_of_work: 'A "long", comma-ridden\r\ntrench' });
    const id = idOf(await ask('permits', { query: wrn }));
    expect(await statusOf(id)).toBe('queued');
    expect((await download(id)).status).toBe(404);
    await written();
    expect(await listed()).toMatchObject([
      { csv_export_id: id, csv_export_status: 'ready', filename: 'PA_2026-11-20_10-00.csv' },
    ]);
    const reply = await download(id);
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="PA_2026-11-20_10-00.csv"',
    ]);
    expect(reply.text).toContain(`${wrn},${prn},4312,NORTHBECK WATER,ELLERDALE COUNCIL,"LINESTRING(431870.4 436112.9,`);
    expect(reply.text).toContain(
      ',Standard,standard,"A ""long"", comma-ridden\r\ntrench",Give and take,give_and_take,',
    );
  });

  it('of permits has the members of the list, with labels, and what only exports have', async () => {
    const { wrn } = await given.grantedWork();
    expect(await exported('permits', { query: wrn, csv_export_prefix: 'WR' })).toEqual([
      expect.objectContaining({
        'Work reference number': wrn,
        'Location description': 'Outside numbers 12 to 30',
        Street: 'TANNERY LANE',
        Town: 'ELLERDALE',
        Status: 'Granted',
        'Status reference': 'granted',
        'Work status': 'Works planned',
        'Work status reference': 'planned',
        'Proposed start date': '2026-12-07T00:00:00.000Z',
        'Actual start date': '',
        USRN: '8412007',
        'Is deemed': 'No',
        'Is active permit': 'Yes',
        'Permit conditions': expect.stringContaining('NCT02a'),
        'Revoke reason': '',
        'Reasonable period end date': expect.stringMatching(/^2026-12-/),
      }),
    ]);
    expect((await listed())[0]!.filename).toMatch(/^WR_/);
  });

  it.each([
    'alterations',
    'comments',
    'fixed-penalty-notices',
    'forward-plans',
    'inspections',
    'permits',
    'reinstatements',
    'section-81s',
  ])('of %s needs no body, has a heading for the town and a line for each row of the list', async (what) => {
    const work = await given.startedWork();
    const { wrn } = work;
    await given.site(work);
    await given.inspection(work);
    await given.fpn(work);
    await api.as('ellerdale').post(`/works/${wrn}/comments`, { detail: 'Mind the gap', topic: 'GENERAL' });
    const id = idOf(await ask(what, undefined, 'ellerdale'));
    await written();
    const { text } = await download(id, 'ellerdale');
    const [headings, ...lines] = text.trimEnd().split('\r\n');
    expect(headings!.split(',')).toEqual(expect.arrayContaining(['Town', 'Work reference number']));
    const list = body<{ rows: { work_reference_number: string }[] }>(
      await api.as('ellerdale').get(`/v3/reporting/${what}`),
      200,
    );
    const ofThisWork = list.rows.filter(({ work_reference_number }) => work_reference_number === wrn);
    expect(lines.filter((line) => line.includes(wrn))).toHaveLength(ofThisWork.length);
  });

  it('spans as many parts as it needs', async () => {
    const { wrn } = await given.work();
    await set(
      `insert into comment (reference, work_reference, number, topic, detail, author_email, author_organisation, side,
         is_internal, date_created, promoter, highway_authority, workstream, usrn)
       select reference || '-' || n, reference, 1000 + n, 'GENERAL', '=1+' || n, 'a@b.example', '2845', '2845', false,
         created_at, promoter, highway_authority, workstream, usrn
       from work, generate_series(1, 1201) as n where reference = '${wrn}'`,
    );
    const rows = await exported('comments', { topic: ['GENERAL'], date_created_from: '2026-11-20T00:00:00Z' });
    expect(rows.filter((row) => row['Work reference number'] === wrn)).toHaveLength(1_201);
    // As it was written: whoever wants to be kept from formulas says so in the settings.
    expect(rows.map(({ Detail }) => Detail)).toContain('=1+7');
  });

  it('has what its caller may see, and of that what was asked for', async () => {
    const own = await given.work();
    const elsewhere = await given.work({ workstream_prefix: '002' });
    const has = async (request: object, who: Who): Promise<string[]> =>
      (await exported('permits', request, who)).map((row) => row['Work reference number']!);
    expect(await has({}, 'southgate')).toEqual([]);
    expect(await has({}, 'marshfield')).toEqual([]);
    expect(await has({}, 'northbeck')).toEqual(expect.arrayContaining([own.wrn, elsewhere.wrn]));
    const seen = await has({ swa_code: '4312' }, 'contractor');
    expect([seen.includes(own.wrn), seen.includes(elsewhere.wrn)]).toEqual([true, false]);
    expect(await has({ status: ['submitted', 'granted'], query: own.wrn }, 'ellerdale')).toEqual([own.wrn]);
    expect(await has({ status: ['refused'], query: own.wrn }, 'ellerdale')).toEqual([]);
  });

  it('of section 81 records is narrowed by their own names', async () => {
    body(await api.as('ellerdale').post('/section-81-works/section-81s', section81Body), 201);
    expect(await exported('section-81s', { status: ['issued'] }, 'ellerdale')).toHaveLength(1);
    expect(await exported('section-81s', { status: ['cancelled'] }, 'ellerdale')).toEqual([]);
  });

  it('is shown to a contractor by the promoter it was asked for', async () => {
    const id = idOf(await ask('permits', { swa_code: '4312' }, 'contractor'));
    expect(await statusOf(id, 'contractor', '?swa_code=4312')).toBe('queued');
  });
});

describe('a request for an export', () => {
  it('is refused while another of the same user is in the queue, also of two at once', async () => {
    const both = await Promise.all([ask('permits'), ask('comments')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await ask('alterations')).toMatchObject({
      status: 412,
      body: { message: 'Another export is in the queue', error: { status: 412 } },
    });
    expect((await ask('permits', {}, 'ellerdale')).status).toBe(200);
    await written();
    expect((await ask('permits')).status).toBe(200);
    expect(await listed()).toHaveLength(2);
  });

  it('that is repeated under its key makes one export', async () => {
    const key = { 'Idempotency-Key': '5f0d5e0a-6f3e-4f3b-9d7e-1c5d4d6a7b8c' };
    const once = () => api.as('northbeck').post('/v3/export/permits/csv', {}, key);
    expect(idOf(await once())).toBe(idOf(await once()));
    expect(await listed()).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    ['permits', { status: ['nonsense'] }, 'status[0]'],
    ['permits', { is_deemed: 'perhaps' }, 'is_deemed'],
    ['permits', { offset: 25 }, 'offset'],
    ['permits', { start_date: '2026-12-02T00:00:00Z', end_date: '2026-12-01T00:00:00Z' }, 'start_date'],
    ['permits', { csv_export_prefix: 'XX' }, 'csv_export_prefix'],
    ['permits', { geographical_area_reference_number: ['77'] }, 'geographical_area_reference_number'],
    ['section-81s', { section_81_status: ['issued'] }, 'section_81_status'],
    ['fees', {}, 'start_date'],
    ['fees', { start_date: '2026-10-01T00:00:00Z', end_date: '2026-11-01T00:00:00Z' }, 'end_date'],
    ['fees', { start_date: '2026-10-02T00:00:00Z', end_date: '2026-10-01T00:00:00Z' }, 'start_date'],
  ])('for %s with %j is refused, naming %s', async (what, request, field) => {
    const reply = await ask(what, request, 'ellerdale');
    expect(reply.status).toBe(400);
    expect(reply.body.error.fields).toHaveProperty([field]);
    expect(await listed('ellerdale')).toEqual([]);
  });

  it('asks a contractor whom it acts for, and takes only who has contracted it', async () => {
    expect((await ask('permits', {}, 'contractor')).body.error.fields).toHaveProperty('swa_code');
    expect((await ask('permits', { swa_code: '4313' }, 'contractor')).status).toBe(401);
    for (const who of ['admin', 'export', 'nobody'] as const) expect((await ask('permits', {}, who)).status).toBe(401);
  });
});

describe('GET /csv/{csvId}', () => {
  it('is for the user who asked', async () => {
    const id = idOf(await ask('permits'));
    await written();
    expect((await download(id, 'southgate')).status).toBe(401);
    expect((await download(id, 'ellerdale')).status).toBe(401);
  });

  it.each([
    ['999999', 404],
    ['99999999999', 404],
    ['0', 400],
    ['one', 400],
  ])('of %s is refused', async (id, status) => {
    expect((await download(id)).status).toBe(status);
  });
});

describe('the fees export', () => {
  const period = { start_date: '2026-11-01T00:00:00Z', end_date: '2026-11-30T00:00:00Z' };
  const feesOf = async (wrn: string, request: object = period): Promise<(string | undefined)[][]> =>
    (await exported('fees', request, 'ellerdale'))
      .filter((row) => row['Work reference number'] === wrn)
      .map((row) => [row['Fee type'], row['Permit reference number'], row['Change request reference']]);

  it('has granted permits and change requests, in the order of their time, and nothing that is free', async () => {
    const submitted = await given.work();
    const work = await given.grantedWork();
    const alteration = await given.alteration(work, { proposed_end_date: '2026-12-15T00:00:00.000Z' });
    await given.answer(alteration, { alteration_status: 'granted', assessment_discount: 0 });
    expect(await feesOf(submitted.wrn)).toEqual([]);
    expect(await feesOf(work.wrn)).toEqual([
      ['Permit granted', work.prn, ''],
      ['Change request granted', work.prn, alteration.crn],
    ]);
    const before = { start_date: '2026-10-01T00:00:00Z', end_date: '2026-10-31T00:00:00Z' };
    expect(await feesOf(work.wrn, before)).toEqual([]);
    const free = await given.grantedWork({ activity_type: 'section_50' });
    expect(await feesOf(free.wrn)).toEqual([]);
  });

  it('has a change of category beside the change request that brought it', async () => {
    const work = await given.grantedWork();
    const shorter = { proposed_end_date: '2026-12-08T00:00:00.000Z' };
    const alteration = await given.alteration(work, shorter);
    await given.answer(alteration, { alteration_status: 'granted', assessment_discount: 0 });
    expect(await feesOf(work.wrn)).toEqual([
      ['Permit granted', work.prn, ''],
      ['Change request granted', work.prn, alteration.crn],
      ['Work category changed', work.prn, alteration.crn],
    ]);
  });

  it('has an advance authorisation once a permit comes out of it, and not its grant', async () => {
    const major = {
      is_ttro_required: true,
      proposed_start_date: '2027-03-01T00:00:00.000Z',
      proposed_end_date: '2027-03-05T00:00:00.000Z',
    };
    const work = await given.grantedWork(major);
    expect(await feesOf(work.wrn)).toEqual([]);
    const permit = await given.furtherPermit(work, major);
    expect(await feesOf(work.wrn)).toEqual([['PAA progressed to PA', permit.prn, '']]);
  });

  it('has the town, the category now and whether an order is needed', async () => {
    const { wrn } = await given.grantedWork();
    const rows = await exported('fees', period, 'northbeck');
    expect(rows.find((row) => row['Work reference number'] === wrn)).toMatchObject({
      Date: expect.stringMatching(/^2026-11-20T/),
      Town: 'ELLERDALE',
      Area: 'LOW WHARF',
      'Work category': 'Standard',
      'Is TTRO required?': 'No',
      'Traffic management type': 'Give and take',
    });
  });
});

describe('writing', () => {
  const status = prepared<{ status: string; tries: number }>(
    'status-of-export',
    'select status, tries from csv_export where id = $1',
  );
  const stored = async (id: number) => (await api.db().reader().first(status, [id]))!;

  it('begins anew with what a process left half-way', async () => {
    const id = idOf(await ask('permits'));
    await set(`update csv_export set status = 'in_progress', tries = 1 where id = ${id}`);
    await written();
    expect(await stored(id)).toEqual({ status: 'ready', tries: 2 });
    expect((await download(id)).status).toBe(200);
  });

  it('leaves alone what another process writes at this moment', async () => {
    const id = idOf(await ask('permits'));
    await api.db().transaction(async (tx) => {
      await tx.rows(query.raw('select pg_advisory_xact_lock(4303, ?)', [id]));
      await written();
      expect((await stored(id)).status).toBe('queued');
    });
    await written();
    expect((await stored(id)).status).toBe('ready');
  });

  /** As in a process of its own. */
  async function anotherWriter(): Promise<ExportWriter> {
    const db = api.db();
    const directory = new Directory(db.reader());
    await directory.load();
    return new ExportWriter({
      db,
      directory,
      config: readConfig({ DATABASE_URL: db.url }),
      log: createLogger('test', 'silent', false),
    });
  }

  it('happens once, however many processes do it', async () => {
    idOf(await ask('permits'));
    await set(
      `insert into csv_export (filename, status, username, date_created, kind, request, caller)
       select filename, 'queued', username || n, date_created, kind, request, caller
       from csv_export, generate_series(1, 11) as n`,
    );
    const writers = await Promise.all([anotherWriter(), anotherWriter(), anotherWriter()]);
    await Promise.all(writers.map((writer) => writer.write()));
    const all = prepared<{ status: string; tries: number }>('all-exports', 'select status, tries from csv_export');
    expect(await api.db().reader().rows(all)).toEqual(Array(12).fill({ status: 'ready', tries: 1 }));
  });

  it('leaves nothing of what was killed, and the next process writes it whole', async () => {
    const id = idOf(await ask('permits'));
    const writer = await anotherWriter();
    const killed = query.raw(
      `select pg_terminate_backend(pid) as done from pg_stat_activity
       where wait_event_type = 'Lock' and query like '%export_rows%' and pid <> pg_backend_pid()`,
    );
    await api.db().transaction(async (tx) => {
      await tx.rows(query.raw('lock table permit in access exclusive mode'));
      const writing = writer.write();
      // Outside the transaction, in which the list of processes would stay as it was.
      for (let dead = 0; dead === 0; dead = (await api.db().reader().rows(killed)).length);
      await writing;
    });
    expect(await stored(id)).toEqual({ status: 'in_progress', tries: 1 });
    const parts = prepared<{ count: number }>('parts', 'select count(*) as count from csv_export_part');
    expect((await api.db().reader().first(parts))!.count).toBe(0);
    await (await anotherWriter()).write();
    expect(await stored(id)).toEqual({ status: 'ready', tries: 2 });
  });

  it('gives up what fails again and again, without holding up what comes after', async () => {
    const id = idOf(await ask('permits'));
    await set(`update csv_export set request = '{"geographical_area_reference_number": ["77"]}',
      caller = jsonb_set(caller, '{roles}', '["HighwayAuthority"]') where id = ${id}`);
    const next = idOf(await ask('permits', {}, 'ellerdale'));
    await written();
    expect([await stored(id), await stored(next)]).toMatchObject([{ status: 'in_progress' }, { status: 'ready' }]);
    for (let time = 0; time < 3; time += 1) await written();
    expect((await stored(id)).status).toBe('failed');
    expect((await download(id)).status).toBe(404);
  });
});
