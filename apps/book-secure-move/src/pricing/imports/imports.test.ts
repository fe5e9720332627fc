import { prepared } from '@switchyard/db';
import { bookSecureMove } from '../../testing/book-secure-move';
import { pricingAs } from '../pricing.fixture';
import { foreignWorkbook, workbookOf, zipOf } from '../workbook/workbooks.fixture';

const { api } = bookSecureMove();
const pmu = pricingAs(api);
const headings = 'Journey ID,Pick Up,Drop Off,Price';
const csv = (...lines: string[]) => ({ name: 'prices.csv', bytes: [headings, ...lines, ''].join('\r\n') });
const serco = { supplier: 'serco', effective_year: '2026' };

beforeAll(() => {
  api.clock().set(new Date('2026-11-20T10:00:00Z'));
});

const footprint = async (): Promise<string> => {
  const row = await api
    .db()
    .reader()
    .first<{ print: string }>(
      prepared(
        'footprint',
        `select (select md5(string_agg(p::text, '|' order by id)) from pricing_prices p)
           || (select count(*) from pricing_audit_events) as print`,
      ),
    );
  return row!.print;
};

const priceOf = async (from: string, to: string, year = 2026): Promise<number | undefined> => {
  const query = `filter[supplier]=serco&filter[effective_year]=${year}&filter[from]=${from}&filter[to]=${to}`;
  return (await pmu.get(`/prices?${query}`)).body.data[0]?.attributes.price_in_pence;
};

/** Names of courts, between which the demo has no prices. */
async function siteNames(count: number): Promise<string[]> {
  const { body } = await pmu.get('/locations');
  return (body.data as { attributes: { site_name: string; location_type: string } }[])
    .filter(({ attributes }) => attributes.location_type !== 'PR')
    .map(({ attributes }) => attributes.site_name)
    .slice(0, count);
}

describe('POST /pricing/imports', () => {
  it('stores the prices of a CSV file and remembers each', async () => {
    const [one, other] = await siteNames(2);
    const reply = await pmu.form(
      serco,
      csv(`1, ${one!.toLowerCase()} ,"${other}",43`, `2,${other},${one},43.005,more`, ',,,'),
    );
    expect(reply).toMatchObject({
      status: 201,
      body: { data: { type: 'price-imports', attributes: { inserted: 2, updated: 0, skipped: 0, errors: [] } } },
    });
    const sites = (await pmu.get('/locations')).body.data as { id: string; attributes: { site_name: string } }[];
    const agency = (name?: string) => sites.find(({ attributes }) => attributes.site_name === name)!.id;
    expect(await priceOf(agency(one), agency(other))).toBe(43_00);
    expect(await priceOf(agency(other), agency(one))).toBe(43_01);
  });

  it('stores the prices of the first sheet of a workbook, with shared texts and numbers', async () => {
    const names = await siteNames(4);
    const shared = names
      .map((name) => `<si><r><t>${name.slice(0, 3)}</t></r><r><t>${name.slice(3)}</t></r></si>`)
      .join('');
    const row = (n: number, from: number, to: number, price: string) =>
      `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}" t="s"><v>${from}</v></c><c r="C${n}" t="s"><v>${to}</v></c><c r="D${n}">${price}</c></row>`;
    const sheet = [
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Journey</t></is></c></row>',
      row(2, 2, 3, '<v>1.5E2</v>'),
      row(7, 3, 2, '<f>1+1</f><v>99.999</v>'),
    ].join('');
    const file = { name: 'prices.xlsx', bytes: await zipOf(foreignWorkbook(sheet, shared)) };
    const reply = await pmu.form(serco, file);
    expect(reply).toMatchObject({ status: 201, body: { data: { attributes: { inserted: 2 } } } });
    const again = await pmu.form({ ...serco, dry_run: 'true' }, file);
    expect(again.body.data.attributes.errors.map(({ row: at }: { row: number }) => at)).toEqual([2, 7]);
  });

  it('reads what our own workbooks are', async () => {
    const [one, , other] = await siteNames(3);
    const bytes = await workbookOf([
      ['Journey ID', 'Pick Up', 'Drop Off', 'Price'],
      [null, one!, other!, { pence: 12_34 }],
    ]);
    const reply = await pmu.form({ ...serco, dry_run: 'true' }, { name: 'prices.xlsx', bytes });
    expect(reply).toMatchObject({
      status: 200,
      body: { data: { attributes: { dry_run: true, inserted: 1, errors: [] } } },
    });
  });

  it('names every bad row by row and column, and stores nothing', async () => {
    const before = await footprint();
    const reply = await pmu.form(
      serco,
      csv(
        '1,LOCATION A,LOCATION B,1',
        '2,NOWHERE,,abc',
        '3,LOCATION A,LOCATION L,-1',
        '4,HMP GOOD,LOCATION A,2',
        '5,LOCATION B,LOCATION B2,1.00',
      ),
    );
    expect(reply.status).toBe(422);
    const told = reply.body.errors.map(({ meta, code }: { meta: { row: number; column: number }; code: string }) => [
      meta.row,
      meta.column,
      code,
    ]);
    expect(told).toEqual([
      [2, 2, 'duplicate'],
      [3, 2, 'unknown_location'],
      [3, 3, 'blank'],
      [3, 4, 'not_a_number'],
      [4, 4, 'not_positive'],
      [5, 2, 'unknown_location'],
      [6, 2, 'duplicate'],
    ]);
    expect(reply.body.errors[3]).toEqual({
      title: 'Unprocessable content',
      detail: 'Row 3: Price "abc" is not a number',
      code: 'not_a_number',
      source: { pointer: '/file/rows/3/Price' },
      meta: { row: 3, column: 4, heading: 'Price' },
    });
    expect(await footprint()).toBe(before);
  });

  it('case 33: leaves bad rows out when asked to, updates with WARN, and passes over an equal amount', async () => {
    const [, , , one, other] = await siteNames(5);
    const rows = [`1,LOCATION A,LOCATION B,20`, `2,${one},${other},30`];
    const partly = await pmu.form({ ...serco, bad_rows: 'leave_out' }, csv(...rows));
    expect(partly.body.data.attributes).toMatchObject({
      inserted: 1,
      updated: 0,
      errors: [{ row: 2, column: 2, heading: 'Pick Up', code: 'duplicate' }],
    });
    expect(await priceOf('LOA', 'LOB')).toBe(100_00);

    const warned = await pmu.form({ ...serco, action: 'WARN' }, csv(...rows));
    expect(warned.body.data.attributes).toMatchObject({ inserted: 0, updated: 1, skipped: 1, errors: [] });
    expect(await priceOf('LOA', 'LOB')).toBe(20_00);

    const before = await footprint();
    expect((await pmu.form({ ...serco, action: 'WARN' }, csv(...rows))).body.data.attributes.skipped).toBe(2);
    expect(await footprint()).toBe(before);
  });

  it('says on a dry run what it would do, and does nothing', async () => {
    const before = await footprint();
    const reply = await pmu.form(
      { ...serco, action: 'WARN', dry_run: 'true' },
      csv('1,LOCATION A,LOCATION C,7', '2,X,Y,Z'),
    );
    expect(reply.status).toBe(200);
    expect(reply.body.data.attributes).toMatchObject({
      dry_run: true,
      updated: 1,
      errors: [{ row: 3 }, { row: 3 }, { row: 3 }],
    });
    expect(await footprint()).toBe(before);
  });

  it('opens another year with FORCE only', async () => {
    const old = { supplier: 'serco', effective_year: '2019' };
    const file = csv('1,LOCATION A,LOCATION B,5');
    expect(await pmu.form(old, file)).toMatchObject({ status: 422, body: { errors: [{ code: 'closed' }] } });
    expect((await pmu.form({ ...old, action: 'FORCE' }, file)).status).toBe(201);
    expect(await priceOf('LOA', 'LOB', 2019)).toBe(5_00);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no supplier', { effective_year: '2026' }, '/supplier'],
    ['no year', { supplier: 'serco' }, '/effective_year'],
    ['an unknown action', { ...serco, action: 'MAYBE' }, '/action'],
    ['an unknown supplier', { ...serco, supplier: 'acme' }, '/data/attributes/supplier'],
  ])('refuses %s', async (_, fields, pointer) => {
    const reply = await pmu.form(fields, csv('1,LOCATION A,LOCATION B,5'));
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ source: { pointer } }] } });
  });

  it('is not for suppliers, nor for other bodies', async () => {
    expect((await pricingAs(api, 'serco').form(serco, csv('1,LOCATION A,LOCATION B,5'))).status).toBe(403);
    expect((await pmu.send('POST', '/imports', { data: {} })).status).toBe(415);
  });
});

describe('a file that is not what it says', () => {
  const before = { print: '' };
  beforeAll(async () => {
    before.print = await footprint();
  });
  afterAll(async () => expect(await footprint()).toBe(before.print));

  const refused = async (name: string, bytes: Buffer | string) => {
    const reply = await pmu.form({ ...serco, action: 'FORCE' }, { name, bytes });
    return [reply.status, reply.body.errors[0].code, reply.body.errors[0].source.pointer];
  };
  const bomb = '0'.repeat(30_000_000);

  it.each<[string, string, () => Promise<Buffer | string>, string]>([
    ['a workbook called CSV', 'prices.csv', () => workbookOf([['x']]), 'not_what_it_says'],
    ['CSV called a workbook', 'prices.xlsx', async () => csv('1,LOCATION A,LOCATION B,5').bytes, 'not_what_it_says'],
    ['an older workbook', 'prices.xls', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unsupported'],
    ['a picture', 'prices', async () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not_what_it_says'],
    [
      'another encoding',
      'prices.csv',
      async () => Buffer.from('Journey ID,Pick Up\r\n1,caf\u00e9', 'latin1'),
      'not_what_it_says',
    ],
    ['another kind of ZIP file', 'prices.xlsx', () => zipOf({ 'readme.txt': 'hello' }), 'not_what_it_says'],
    ['half a workbook', 'prices.xlsx', async () => (await workbookOf([['x']])).subarray(0, 200), 'not_what_it_says'],
    ['XML that ends early', 'prices.xlsx', () => zipOf(foreignWorkbook('<row>')), 'malformed'],
    ['nothing below the headings', 'prices.csv', async () => `${headings}\r\n`, 'blank'],
    ['an empty file', 'prices.csv', async () => '', 'blank'],
    ['no headings', 'prices.csv', async () => '1,LOCATION A,LOCATION B,5\r\n', 'headings'],
    ['quotes that never end', 'prices.csv', async () => `${headings}\r\n1,"LOCATION A,LOCATION B,5\r\n`, 'malformed'],
    [
      'entities that expand',
      'prices.xlsx',
      () =>
        zipOf({
          ...foreignWorkbook(''),
          'xl/worksheets/prices.xml':
            '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>',
        }),
      'malformed',
    ],
    [
      'a ZIP bomb',
      'prices.xlsx',
      () => zipOf({ ...foreignWorkbook(''), 'xl/worksheets/prices.xml': `<worksheet>${bomb}</worksheet>` }),
      'zip_bomb',
    ],
    [
      'a bomb of many files',
      'prices.xlsx',
      () => zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`x${n}`, '']))),
      'zip_bomb',
    ],
  ])('is refused: %s', async (_, name, bytes, code) => {
    expect(await refused(name, await bytes())).toEqual([422, code, '/file']);
  });

  it('is refused: a workbook that lies about its size', async () => {
    const bytes = await zipOf({ ...foreignWorkbook(''), 'xl/worksheets/prices.xml': `<worksheet>${bomb}</worksheet>` });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bomb.length + '<worksheet></worksheet>'.length);
    const small = Buffer.from([100, 0, 0, 0]);
    let at = bytes.indexOf(size);
    while (at >= 0) {
      small.copy(bytes, at);
      at = bytes.indexOf(size, at + 1);
    }
    expect(await refused('prices.xlsx', bytes)).toEqual([422, 'not_what_it_says', '/file']);
  });

  it('is refused: a body that is no form', async () => {
    const reply = await pmu.send('POST', '/imports', 'nonsense', { 'Content-Type': 'multipart/form-data' });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ code: 'malformed' }] } });
  });
});
