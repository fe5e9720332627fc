import { readdir } from 'node:fs/promises';
import { prepared } from '@switchyard/db';
import type { TestReply } from '@switchyard/testing';
import { body, formOf } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { START, streetManager } from '../testing/street-manager';

const { api } = streetManager();

interface Area {
  name: string;
  usrns: number[];
  file_id: number;
  date_modified: Date;
}

const csv = (...usrns: readonly (number | string)[]): Buffer =>
  Buffer.from(usrns.map((usrn) => `${usrn}\r\n`).join(''));
const post = (
  name: string,
  bytes: Uint8Array,
  who: Who = 'ellerdale',
  fields: Record<string, string> = {},
  query = '',
) => api.as(who).post(`/geographical-areas${query}`, formOf(name, bytes, fields));
const put = (
  reference: string,
  name: string,
  bytes: Uint8Array,
  who: Who = 'ellerdale',
  fields: Record<string, string> = {},
) => api.as(who).put(`/geographical-areas/${reference}`, formOf(name, bytes, fields));
const create = async (name = 'Low Wharf.csv', bytes = csv(8412007, 8412008), who: Who = 'ellerdale') =>
  body<{ file_id: number; geographical_area_reference_number: string }>(await post(name, bytes, who), 201);
const fieldsOf = (reply: TestReply): Record<string, { message: string; value: unknown }> => {
  expect(reply.status).toBe(400);
  return reply.body.error.fields;
};

const areaOf = prepared<Area>(
  'test-area',
  'select name, usrns, file_id, date_modified from geographical_area where reference = $1',
);
const lastEvent = prepared<object>(
  'test-last-event',
  'select event, topic, work_reference, username, internal_user_identifier, internal_user_name from history order by update_id desc limit 1',
);
const fill = prepared(
  'test-fill-areas',
  `insert into geographical_area (organisation_reference, name, file_id, usrns, date_modified)
   select $1, 'Area ' || n, 0, '{8412007}', now() from generate_series(1, $2::integer) n`,
);
const show = async (reference: string): Promise<Area> => (await api.db().reader().first(areaOf, [reference]))!;

describe('POST /geographical-areas', () => {
  it('makes an area out of a list of streets, named as its file', async () => {
    const created = await create();
    expect(created).toEqual({
      file_id: expect.any(Number),
      geographical_area_reference_number: expect.stringMatching(/^\d+$/),
    });
    expect(await show(created.geographical_area_reference_number)).toEqual({
      name: 'Low Wharf',
      usrns: [8412007, 8412008],
      file_id: created.file_id,
      date_modified: new Date(START),
    });
    const file = await api.as('ellerdale').get(`/files/${created.file_id}`);
    expect([file.status, file.text]).toEqual([200, '8412007\r\n8412008\r\n']);
    expect(file.headers.get('content-type')).toBe('text/csv');
  });

  it.each([
    ['the form', { internalUserIdentifier: 'gis-4', internalUserName: 'J Okoro' }, ''],
    ['the query', {}, '?internalUserIdentifier=gis-4&internalUserName=J%20Okoro'],
  ])('is recorded with who asked for it, in %s', async (_, fields, query) => {
    body(await post('High Bank.csv', csv(8412001), 'admin', fields as Record<string, string>, query), 201);
    expect(await api.db().reader().first(lastEvent)).toEqual({
      event: 'geographical_area_created',
      topic: null,
      work_reference: null,
      username: 'admin@ellerdale.example',
      internal_user_identifier: 'gis-4',
      internal_user_name: 'J Okoro',
    });
  });

  it('takes ten thousand streets, which come back whole', async () => {
    const list = csv(...Array.from({ length: 10_000 }, (_, n) => 8_400_000 + n));
    const { file_id } = await create('Everything.csv', list);
    expect((await api.as('ellerdale').get(`/files/${file_id}`)).text).toBe(list.toString());
  });

  it.each<[string, string, Buffer, Record<string, string>]>([
    ['no list', 'area.txt', csv(8412007), { file: 'must be a CSV file with a name' }],
    ['an empty list', 'area.csv', csv(), { file: 'must name at least one USRN' }],
    ['a heading', 'area.csv', csv('usrn', 8412007), { 'file[0]': 'must be a valid USRN' }],
    ['two columns', 'area.csv', csv('8412007,LANE'), { 'file[0]': 'must be a valid USRN' }],
    ['a street that comes twice', 'area.csv', csv(8412007, 8412008, 8412007), { 'file[2]': 'must not come twice' }],
    [
      'more than ten thousand',
      'area.csv',
      csv(...Array.from({ length: 10_001 }, (_, n) => 8_400_000 + n)),
      { file: 'must name at most 10000 USRNs' },
    ],
    ['bytes that are no text', 'area.csv', Buffer.from([0x38, 0xff, 0xfe]), { file: 'must be text in UTF-8' }],
    [
      'a path for a name',
      '..\\area.csv',
      csv(8412007),
      { file: 'must have a name without a path and without control characters' },
    ],
  ])('refuses %s and keeps nothing', async (_, name, bytes, expected) => {
    const before = await readdir(api.filesDir());
    const fields = fieldsOf(await post(name, bytes));
    expect(Object.fromEntries(Object.entries(fields).map(([field, { message }]) => [field, message]))).toEqual(
      expected,
    );
    expect(await readdir(api.filesDir())).toEqual(before);
  });

  it('names every field that is too long', async () => {
    const fields = { internalUserIdentifier: 'x'.repeat(101), internalUserName: 'x'.repeat(51) };
    expect(Object.keys(fieldsOf(await post('area.csv', csv('x'), 'ellerdale', fields)))).toEqual([
      'file[0]',
      'internalUserIdentifier',
      'internalUserName',
    ]);
  });

  it('is for authorities and their administrators', async () => {
    for (const who of ['northbeck', 'contractor', 'export'] as const)
      expect((await post('a.csv', csv(8412007), who)).status).toBe(401);
    expect((await post('a.csv', csv(8412007), 'nobody')).body.message).toBe('Authentication failed');
  });

  it('ends with the hundredth area, of two at once too', async () => {
    await api.db().transaction(async (tx) => tx.send(fill, ['2846', 99]));
    const replies = await Promise.all([1, 2].map(() => post('Last.csv', csv(8413001), 'marshfield')));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(replies.find(({ status }) => status === 412)!.body.message).toBe(
      'An organisation can have at most 100 geographical areas',
    );
    expect((await post('Other.csv', csv(8412001))).status).toBe(201);
  });

  it('makes one area of a repeated key', async () => {
    const headers = { 'Idempotency-Key': 'one-area' };
    const send = () => api.as('ellerdale').post('/geographical-areas', formOf('Once.csv', csv(8412001)), headers);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(body(first, 201));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('PUT /geographical-areas/{geographicalAreaReferenceNumber}', () => {
  it('puts another list in the place of the old, with its file', async () => {
    const { file_id, geographical_area_reference_number: reference } = await create();
    const before = await readdir(api.filesDir());
    const fields = { geographicalAreaReferenceNumber: reference, internalUserName: 'J Okoro' };
    expect((await put(reference, 'Mill End.csv', csv(8412020), 'admin', fields)).status).toBe(204);
    const area = await show(reference);
    expect(area).toMatchObject({ name: 'Mill End', usrns: [8412020] });
    expect(area.file_id).not.toBe(file_id);
    expect(await api.db().reader().first(lastEvent)).toMatchObject({
      event: 'geographical_area_updated',
      internal_user_name: 'J Okoro',
    });
    expect((await api.as('ellerdale').get(`/files/${file_id}`)).status).toBe(404);
    expect((await api.as('ellerdale').get(`/files/${area.file_id}`)).text).toBe('8412020\r\n');
    while ((await readdir(api.filesDir())).length > before.length) await new Promise(setImmediate);
  });

  it('keeps what it has when the new list is wrong', async () => {
    const { geographical_area_reference_number: reference } = await create();
    fieldsOf(await put(reference, 'area.csv', csv('x')));
    expect(await show(reference)).toMatchObject({ name: 'Low Wharf', usrns: [8412007, 8412008] });
  });

  it('asks for an area, of the own authority', async () => {
    const { geographical_area_reference_number: reference } = await create();
    expect((await put('999999', 'a.csv', csv(8412001))).status).toBe(404);
    expect(fieldsOf(await put('one', 'a.csv', csv(8412001)))).toHaveProperty('geographicalAreaReferenceNumber');
    for (const who of ['marshfield', 'northbeck'] as const)
      expect((await put(reference, 'a.csv', csv(8412001), who)).status).toBe(401);
    expect(await show(reference)).toMatchObject({ name: 'Low Wharf' });
  });

  it('leaves one list and one file of two that come at once', async () => {
    const { geographical_area_reference_number: reference } = await create();
    const before = (await readdir(api.filesDir())).length;
    const replies = await Promise.all([put(reference, 'A.csv', csv(8412001)), put(reference, 'B.csv', csv(8412002))]);
    expect(replies.map(({ status }) => status)).toEqual([204, 204]);
    const area = await show(reference);
    expect([
      ['A', 8412001],
      ['B', 8412002],
    ]).toContainEqual([area.name, area.usrns[0]]);
    expect((await api.as('ellerdale').get(`/files/${area.file_id}`)).text).toBe(`${area.usrns[0]}\r\n`);
    while ((await readdir(api.filesDir())).length > before) await new Promise(setImmediate);
  });

  it('has a file that cannot be deleted', async () => {
    const { file_id } = await create();
    expect((await api.as('ellerdale').delete(`/files/${file_id}`)).status).toBe(412);
  });
});
