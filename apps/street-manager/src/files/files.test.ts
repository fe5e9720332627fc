import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { prepared } from '@switchyard/db';
import { fileLimits } from '@switchyard/domain/street-manager';
import type { TestReply } from '@switchyard/testing';
import { body, formOf } from '../testing/given';
import { docx, jpeg, pdf, png } from '../testing/sample-files';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';
import { renderError } from '../errors';
import { StoreFull } from './store';

const { api, given } = streetManager();

const upload = (
  name: string,
  bytes: Uint8Array,
  who: Who = 'northbeck',
  fields: Record<string, string> = {},
  query = '',
) => api.as(who).post(`/files${query}`, formOf(name, bytes, fields));
const stored = (): Promise<string[]> => readdir(api.filesDir()).catch(() => []);
const countRows = async (): Promise<number> =>
  (await api
    .db()
    .reader()
    .first(prepared<{ files: number }>('test-count-files', 'select count(*) as files from file')))!.files;
const storedAs = async (id: number): Promise<string> =>
  (await api
    .db()
    .reader()
    .first(prepared<{ name: string }>('test-stored-as', 'select stored_as as name from file where id = $1'), [id]))!
    .name;
const fieldsOf = (reply: TestReply): Record<string, { message: string }> => reply.body.error.fields;

/** A form as its bytes, for what no well-behaved client writes. */
const raw = (parts: readonly string[], boundary = 'XX') => ({
  body: Buffer.from([...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`].join(''), 'latin1'),
  headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
});
const filePart = (disposition: string, content = pdf().toString('latin1')): string =>
  `Content-Disposition: form-data; name="file"; ${disposition}\r\nContent-Type: application/pdf\r\n\r\n${content}`;
const sendRaw = (parts: readonly string[]) => {
  const { body: bytes, headers } = raw(parts);
  return api.as('northbeck').post('/files', bytes, headers);
};

async function download(id: number, who: Who = 'northbeck'): Promise<Response> {
  return fetch(`${api.url()}/v3/work/files/${id}`, { headers: { token: await api.tokenOf(who) } });
}

describe('POST /files', () => {
  it.each([
    ['Plan für Straße.pdf', pdf(), 'application/pdf'],
    ['photo.JPG', jpeg('what a camera adds'), 'image/jpeg'],
    ['sketch.png', png(), 'image/png'],
    ['method statement.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('keeps %s, and gives it back', async (name, bytes, type) => {
    const reply = await upload(name, bytes);
    expect(reply).toMatchObject({ status: 201, body: { file_id: expect.any(Number), name } });
    const file = await download(reply.body.file_id);
    expect(file.status).toBe(200);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('content-type')).toBe(type);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await stored()).toContain(await storedAs(reply.body.file_id));
  });

  it('stores under a random name alone', async () => {
    await given.file('plan.pdf');
    for (const name of await stored()) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes a file of exactly ten megabytes', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(fileLimits.file - 2 * pdf().length, 32), pdf()]);
    expect(bytes.length).toBe(fileLimits.file);
    expect((await upload('plan.pdf', bytes)).status).toBe(201);
  });

  it.each<[string, string, Buffer, string]>([
    [
      'more than ten megabytes',
      'plan.pdf',
      Buffer.concat([pdf(), Buffer.alloc(fileLimits.file, 32), pdf()]),
      'must not be larger than 10 MB',
    ],
    ['an empty file', 'plan.pdf', Buffer.alloc(0), 'must hold what its name says'],
    ['a program', 'plan.exe', Buffer.from('MZ'), 'must be of one of these types'],
    ['a program by another name', 'plan.pdf', Buffer.from('MZ'), 'must hold what its name says'],
    ['a picture by the name of another type', 'plan.pdf', png(), 'must hold what its name says'],
    ['a picture that is a program too', 'photo.jpg', jpeg('%PDF-1.4'), 'must hold what its name says'],
    ['a list of streets', 'area.csv', Buffer.from('8412007'), 'must be of one of these types'],
    ['a long name', `${'x'.repeat(300)}.pdf`, pdf(), 'at most 255 characters'],
  ])('refuses %s and keeps nothing', async (_, name, bytes, message) => {
    const before = [await countRows(), (await stored()).length];
    const reply = await upload(name, bytes);
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply).file!.message).toContain(message);
    expect([await countRows(), (await stored()).length]).toEqual(before);
  });

  it.each([
    ['a path upwards', 'filename="../../etc/plan.pdf"'],
    ['a path upwards, encoded', "filename*=UTF-8''..%2F..%2Fplan.pdf"],
    ['a path of Windows', 'filename="..\\\\..\\\\plan.pdf"'],
    ['an absolute path', 'filename="/etc/plan.pdf"'],
    ['a NUL, encoded', "filename*=UTF-8''plan.exe%00.pdf"],
    ['letters from right to left', "filename*=UTF-8''plan%E2%80%AEfdp.pdf"],
    ['a line end, encoded', "filename*=UTF-8''plan%0D%0ASet-Cookie%3A%20a.pdf"],
  ])('refuses a name that holds %s', async (_, disposition) => {
    const reply = await sendRaw([filePart(disposition)]);
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply).file!.message).toBe('must have a name without a path and without control characters');
  });

  it.each([
    ['no file', ['Content-Disposition: form-data; name="swaCode"\r\n\r\n4312'], 'file'],
    ['two files', [filePart('filename="a.pdf"'), filePart('filename="b.pdf"')], 'file'],
    [
      'a part that is unknown',
      [filePart('filename="a.pdf"'), 'Content-Disposition: form-data; name="path"\r\n\r\n/etc'],
      'path',
    ],
  ])('names the part of a form with %s', async (_, parts, field) => {
    const reply = await sendRaw(parts);
    expect(reply.status).toBe(400);
    expect(fieldsOf(reply)).toHaveProperty(field);
  });

  it.each([
    [
      'ten thousand parts',
      raw(Array.from({ length: 10_000 }, (_, index) => `Content-Disposition: form-data; name="f${index}"\r\n\r\nx`)),
    ],
    ['a hundred files', raw(Array.from({ length: 100 }, () => filePart('filename="a.pdf"', 'x')))],
    ['a field of a megabyte', raw([`Content-Disposition: form-data; name="swaCode"\r\n\r\n${'4'.repeat(1_048_576)}`])],
    ['a NUL in a header', raw([filePart('filename="a\0.pdf"')])],
    ['an endless header', raw([filePart(`filename="${'a'.repeat(100_000)}.pdf"`)])],
    ['no end', { ...raw([]), body: Buffer.from(`--XX\r\n${filePart('filename="a.pdf"')}`) }],
    ['nothing', { ...raw([]), body: Buffer.alloc(0) }],
    ['no boundary', { ...raw([filePart('filename="a.pdf"')]), headers: { 'Content-Type': 'multipart/form-data' } }],
  ])('refuses a form with %s', async (_, { body: bytes, headers }) => {
    const before = (await stored()).length;
    expect(await api.as('northbeck').post('/files', bytes, headers)).toMatchObject({
      status: 400,
      body: { error: { status: 400 } },
    });
    expect((await stored()).length).toBe(before);
  });

  it('takes forms alone', async () => {
    expect((await api.as('northbeck').post('/files', { file: 'x' })).status).toBe(415);
  });

  it('is for whom a contractor says, in the form or in the query', async () => {
    const inForm = body<{ file_id: number }>(await upload('a.pdf', pdf(), 'contractor', { swaCode: '4312' }), 201);
    const inQuery = body<{ file_id: number }>(await upload('a.pdf', pdf(), 'contractor', {}, '?swaCode=4312'), 201);
    for (const { file_id } of [inForm, inQuery]) expect((await download(file_id, 'northbeck')).status).toBe(200);
    expect(fieldsOf(await upload('a.pdf', pdf(), 'contractor'))).toEqual({
      swaCode: { message: 'is required of contractors', value: null },
    });
    expect(fieldsOf(await upload('a.pdf', pdf(), 'contractor', { swaCode: '43125' }))).toHaveProperty('swaCode');
  });

  it.each<[Who, string | undefined, number, string]>([
    ['nobody', undefined, 401, 'Authentication failed'],
    ['export', undefined, 401, 'Access restricted'],
    ['contractor', '4313', 401, 'Access restricted'],
    ['contractor', '9107', 401, 'Access restricted'],
    ['contractor', 'NONE', 401, 'Access restricted'],
    ['southgate', '4312', 401, 'Access restricted'],
    ['ellerdale', '4312', 401, 'Access restricted'],
  ])('is refused to %s for %s', async (who, swaCode, status, message) => {
    const reply = await upload('a.pdf', pdf(), who, swaCode ? { swaCode } : {});
    expect(reply).toMatchObject({ status, body: { message } });
  });

  it.each<Who>(['northbeck', 'ellerdale', 'admin'])('lets %s upload, also by its own code', async (who) => {
    const own = who === 'northbeck' ? '4312' : '2845';
    expect((await upload('a.pdf', pdf(), who)).status).toBe(201);
    expect((await upload('a.pdf', pdf(), who, { swaCode: own })).status).toBe(201);
  });

  it('makes no second file of a repeated key, whatever boundary the form has', async () => {
    const attempt = (boundary: string, content = pdf('Lane').toString('latin1')) => {
      const { body: bytes, headers } = raw([filePart('filename="a.pdf"', content)], boundary);
      return api.as('northbeck').post('/files', bytes, { ...headers, 'Idempotency-Key': 'one-upload' });
    };
    const first = await attempt('first');
    const before = [await countRows(), (await stored()).length];
    const second = await attempt('second-attempt');
    expect(second.body).toEqual(body(first, 201));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect([await countRows(), (await stored()).length]).toEqual(before);
    expect((await attempt('third', pdf('another').toString('latin1'))).status).toBe(422);
  });
});

describe('GET /files/{fileId}', () => {
  it('is for the organisation of the file, until it belongs to a work', async () => {
    const id = await given.file();
    for (const who of ['ellerdale', 'marshfield', 'southgate', 'admin'] as const) {
      expect((await download(id, who)).status).toBe(401);
    }
    const { wrn } = await given.work();
    body(await api.as('northbeck').post(`/works/${wrn}/files`, { file_ids: [id] }), 201);
    const statuses = await Promise.all(
      (['ellerdale', 'contractor', 'marshfield', 'southgate'] as const).map(
        async (who) => (await download(id, who)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 401, 401]);
  });

  it('has nothing to give where the bytes are gone', async () => {
    const id = await given.file();
    await rm(join(api.filesDir(), await storedAs(id)));
    expect((await download(id)).status).toBe(204);
  });

  it.each([
    ['999999', 404],
    ['9'.repeat(15), 404],
    ['0', 400],
    ['one', 400],
    ['1.5', 400],
    ['9'.repeat(30), 400],
  ])('of %s is %i', async (id, status) => {
    expect((await api.as('northbeck').get(`/files/${id}`)).status).toBe(status);
    expect((await api.as('northbeck').delete(`/files/${id}`)).status).toBe(status);
  });
});

describe('DELETE /files/{fileId}', () => {
  it('removes the file and its bytes', async () => {
    const id = await given.file();
    const name = await storedAs(id);
    expect((await api.as('northbeck').delete(`/files/${id}`)).status).toBe(204);
    expect((await download(id)).status).toBe(404);
    while ((await stored()).includes(name)) await new Promise(setImmediate);
  });

  it('is for the organisation of the file', async () => {
    const id = await given.file();
    for (const who of ['southgate', 'ellerdale', 'admin'] as const) {
      expect((await api.as(who).delete(`/files/${id}`)).status).toBe(401);
    }
    expect((await download(id)).status).toBe(200);
  });

  it('leaves a file that a record has', async () => {
    const id = await given.file();
    await given.work({ file_ids: [id] });
    expect(await api.as('northbeck').delete(`/files/${id}`)).toMatchObject({
      status: 412,
      body: { message: 'A file that is associated with a record can not be deleted', error: { status: 412 } },
    });
    expect((await download(id)).status).toBe(200);
  });

  it('and a link to a record at once: one of the two', async () => {
    const { wrn } = await given.work();
    const id = await given.file();
    const replies = await Promise.all([
      api.as('northbeck').delete(`/files/${id}`),
      api.as('northbeck').post(`/works/${wrn}/files`, { file_ids: [id] }),
    ]);
    expect([
      [204, 400],
      [412, 201],
    ]).toContainEqual(replies.map(({ status }) => status));
  });
});

describe('POST /works/{workReferenceNumber}/files', () => {
  it('adds files to the work, an event each', async () => {
    const { wrn } = await given.work();
    const ids = [await given.file('a.pdf'), await given.file('b.pdf')];
    const reply = await api
      .as('northbeck')
      .post(`/works/${wrn}/files`, { file_ids: ids, internal_user_name: 'A Verlaine' });
    expect([reply.status, reply.text]).toEqual([201, '']);
    const work = body<{ files: object[]; history: object[] }>(await api.as('ellerdale').get(`/works/${wrn}`), 200);
    expect(work.files).toMatchObject([
      {
        file_id: ids[0],
        name: 'a.pdf',
        created_date: START,
        swa_code: '4312',
        organisation_name: 'NORTHBECK WATER',
        user_created_by: 'planner@northbeck.example',
      },
      { file_id: ids[1], name: 'b.pdf' },
    ]);
    expect(work.history.slice(0, 2)).toMatchObject([
      { event: 'file_uploaded', topic: 'Work', object_reference: String(ids[1]), internal_user_name: 'A Verlaine' },
      { event: 'file_uploaded', topic: 'Work', object_reference: String(ids[0]) },
    ]);
  });

  it('links what a contractor uploaded for the promoter, and what the authority uploaded', async () => {
    const { wrn } = await given.work();
    const contractors = await given.file('c.pdf', 'contractor', { swaCode: '4312' });
    const authoritys = await given.file('h.pdf', 'ellerdale');
    expect((await api.as('contractor').post(`/works/${wrn}/files`, { file_ids: [contractors] })).status).toBe(201);
    expect((await api.as('ellerdale').post(`/works/${wrn}/files`, { file_ids: [authoritys] })).status).toBe(201);
  });

  it('refuses files of another organisation as unknown, a file of another record, and changes nothing', async () => {
    const { wrn } = await given.work();
    const [own, foreign] = [await given.file(), await given.file('f.pdf', 'southgate')];
    const unknown = await api.as('northbeck').post(`/works/${wrn}/files`, { file_ids: [own, foreign, 999_999] });
    expect(unknown.status).toBe(400);
    expect(Object.keys(fieldsOf(unknown))).toEqual(['file_ids[1]', 'file_ids[2]']);
    await given.work({ file_ids: [own] });
    expect(await api.as('northbeck').post(`/works/${wrn}/files`, { file_ids: [own] })).toMatchObject({
      status: 412,
      body: { message: 'A file can only be associated with one section of Street Manager' },
    });
    expect(await given.events(wrn)).not.toContain('file_uploaded');
  });

  it.each([[{}], [{ file_ids: 'x' }], [{ file_ids: [1, 1] }], [{ file_ids: [null] }]])(
    'refuses %j',
    async (request) => {
      const { wrn } = await given.work();
      const reply = await api.as('northbeck').post(`/works/${wrn}/files`, request);
      expect(reply.status).toBe(400);
      expect(Object.keys(fieldsOf(reply))[0]).toMatch(/^file_ids/);
    },
  );

  it('asks for a work, and for somebody of it', async () => {
    const { wrn } = await given.work();
    const file_ids = [await given.file()];
    expect((await api.as('northbeck').post('/works/NB00100000000/files', { file_ids })).status).toBe(404);
    for (const who of ['southgate', 'marshfield', 'admin'] as const) {
      expect((await api.as(who).post(`/works/${wrn}/files`, { file_ids })).status).toBe(401);
    }
  });

  it('gives one file to one of two works that ask at once', async () => {
    const works = [await given.work(), await given.work()];
    const file_ids = [await given.file()];
    const replies = await Promise.all(
      works.map(({ wrn }) => api.as('northbeck').post(`/works/${wrn}/files`, { file_ids })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
  });
});

describe('a store without room', () => {
  it('is told in the shape of every error', () => {
    expect(renderError(new StoreFull('no room'))).toEqual({
      status: 507,
      body: { message: 'Insufficient storage', error: { status: 507 } },
    });
  });
});

describe('bytes without a file', () => {
  it('go a day after what left them, and those of files stay', async () => {
    const kept = await storedAs(await given.file());
    const lost = await given.file();
    const orphan = await storedAs(lost);
    await api
      .db()
      .transaction(async (tx) => tx.send(prepared('test-lose-file', 'delete from file where id = $1'), [lost]));
    await api.moveTo({ advance: 'PT23H' });
    expect(await stored()).toContain(orphan);
    await api.moveTo({ advance: 'PT2H' });
    expect(await stored()).not.toContain(orphan);
    expect(await stored()).toContain(kept);
  });
});

describe('POST /sandbox/reset', () => {
  it('removes what had been uploaded', async () => {
    const id = await given.file();
    expect((await api.as('nobody').post('/sandbox/reset', {})).status).toBe(204);
    expect(await stored()).toEqual([]);
    expect((await download(id)).status).toBe(404);
  });
});
