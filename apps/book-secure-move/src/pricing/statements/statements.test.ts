import { sql } from '@switchyard/db';
import { parse } from 'csv-parse/sync';
import { bookSecureMove } from '../../testing/book-secure-move';
import { pricingAs, resource } from '../pricing.fixture';
import { play, scenarios } from '../scenario.fixture';
import { readSheets } from '../workbook/workbooks.fixture';

const { api, given } = bookSecureMove();
const pmu = pricingAs(api);
const serco = pricingAs(api, 'serco');
const october = '/statements/serco/2026-10';

interface Line {
  id: string;
  attributes: { category: string; amount_in_pence: number | null; known_in_pence: number; ended_at: string };
}

beforeAll(async () => {
  api.clock().set(new Date('2026-11-20T10:00:00Z'));
  for (const [place, [, steps]] of scenarios.entries()) {
    await play(api, given, steps, place % 2 === 0 ? 'calls' : 'events');
  }
}, 60_000);

const attributesOf = async (path: string) => (await pmu.get(path)).body.data.attributes;

/** All lines of a statement, page after page. */
async function linesOf(path: string, size = 4): Promise<Line[]> {
  const lines: Line[] = [];
  let next: string | null = `${path}${path.includes('?') ? '&' : '?'}per_page=${size}`;
  while (next) {
    const { status, body } = await pmu.get(next);
    expect(status).toBe(200);
    lines.push(...(body.data as Line[]));
    next = (body.links.next as string | null)?.split('/pricing')[1] ?? null;
  }
  return lines;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, each) => so + each, 0);

describe('GET /pricing/statements/{supplier}/{month}', () => {
  it('adds up what the scenarios must pay, category by category', async () => {
    const statement = await attributesOf(october);
    expect(statement).toMatchObject({
      supplier: 'serco',
      month: '2026-10',
      version: null,
      provisional: false,
      issued_by: null,
      multi_journey_basis: 'end_to_end',
      pending_price: false,
      moves: scenarios.length,
      moves_without_prices: 0,
      total_in_pence: sum(scenarios.map(([, , , amount]) => amount)),
    });
    for (const { category, moves, total_in_pence } of statement.categories) {
      const own = scenarios.filter(([, , name]) => name === category);
      expect([category, moves, total_in_pence]).toEqual([
        category,
        own.length,
        sum(own.map(([, , , amount]) => amount)),
      ]);
    }
  });

  it('case 29: categories, journeys and lines add up to the same amount', async () => {
    const statement = await attributesOf(october);
    const lines = await linesOf(`${october}/statement-lines`);
    expect(sum(lines.map(({ attributes }) => attributes.known_in_pence))).toBe(statement.total_in_pence);
    expect(sum(statement.categories.map((each: { total_in_pence: number }) => each.total_in_pence))).toBe(
      statement.total_in_pence,
    );
    expect(statement.journeys.total_in_pence).toBe(statement.total_in_pence);
  });

  it('case 30: counts every line once, and the shares make a whole', async () => {
    const { moves, categories } = await attributesOf(october);
    const lines = await linesOf(`${october}/statement-lines`);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(moves);
    expect(sum(categories.map((each: { moves: number }) => each.moves))).toBe(moves);
    expect(sum(categories.map((each: { share: number }) => each.share))).toBeCloseTo(1);
    const empty = await attributesOf('/statements/geoamey/2026-01');
    expect(empty.categories.map((each: { share: number }) => each.share)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('gives the same lines whatever the size of the pages', async () => {
    const [small, large] = await Promise.all([
      linesOf(`${october}/statement-lines`, 1),
      linesOf(`${october}/statement-lines`, 500),
    ]);
    expect(small).toEqual(large);
    expect(small.map(({ id }) => id)).toEqual([...small.map(({ id }) => id)].sort());
  });

  it('case 32: computed twice it is the same but for its time', async () => {
    const [{ generated_at: _one, ...first }, { generated_at: _other, ...second }] = await Promise.all([
      attributesOf(october),
      attributesOf(october),
    ]);
    expect(first).toEqual(second);
  });

  it('case 31: a completion that was never recorded waits to be reconciled', async () => {
    const id = await play(api, given, ['start move', 'create A→B $', 'start 1', 'complete 1'], 'calls');
    await api
      .db()
      .reader()
      .rows(sql`update moves set status = 'completed' where id = ${id}`);
    const before = await attributesOf(october);
    expect(before).toMatchObject({ moves: scenarios.length, moves_to_reconcile: 1 });
    expect((await attributesOf(`/move-prices/${id}`)).reasons).toEqual(['end_not_recorded']);
    expect(await linesOf(`${october}/statement-lines`)).toHaveLength(scenarios.length);

    await api.db().reader().rows(sql`
      insert into generic_events (id, eventable_type, eventable_id, event_type, classification, occurred_at, recorded_at, details, created_at)
      values (gen_random_uuid(), 'moves', ${id}, 'MoveComplete', 'default', '2026-10-05T18:00Z', '2026-10-05T18:00Z', '{}', now())`);
    expect(await attributesOf(october)).toMatchObject({
      moves: scenarios.length + 1,
      moves_to_reconcile: 0,
      total_in_pence: before.total_in_pence + 100_00,
    });
    await api
      .db()
      .reader()
      .rows(sql`delete from generic_events where eventable_id = ${id} and event_type = 'MoveComplete'`);
    await api
      .db()
      .reader()
      .rows(sql`update moves set status = 'in_transit' where id = ${id}`);
  });

  it('shows a month that is not over as provisional', async () => {
    expect(await attributesOf('/statements/serco/2026-11')).toMatchObject({ provisional: true });
  });

  it('is shown to its own supplier only', async () => {
    expect((await serco.get(october)).status).toBe(200);
    for (const path of [october, `${october}/statement-lines`, `${october}.xlsx`, `${october}.csv`]) {
      expect((await pricingAs(api, 'geoamey').get(path)).status).toBe(403);
    }
    expect((await pmu.get('/statements/acme/2026-10')).status).toBe(404);
  });

  it.each([
    ['/statements/serco/2026-13', 'month'],
    ['/statements/serco/october', 'month'],
    ['/statements/serco/9999-12', 'month'],
    [`${october}?version=latest`, 'version'],
    [`${october}/statement-lines?page[after]=x`, 'page[after]'],
    [`${october}/statement-lines?per_page=0`, 'per_page'],
    [`${october}.csv?sheet=Nothing`, 'sheet'],
    ['/statements?filter[month]=2026', 'filter[month]'],
  ])('refuses %s', async (path, parameter) => {
    expect(await pmu.get(path)).toMatchObject({ status: 400, body: { errors: [{ source: { parameter } }] } });
  });
});

describe('the files of a statement', () => {
  it('are a workbook in the published layout, whose totals are those of the API', async () => {
    const statement = await attributesOf(october);
    const { headers, bytes } = await pmu.download(`${october}.xlsx`);
    expect(headers.get('content-type')).toBe('application/vnd.ms-excel');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="Journey_Variable_Payment_Output_SERCO_2026-11-20_\d\d_\d\d\.xlsx"$/,
    );
    const sheets = await readSheets(bytes);
    expect([...sheets.keys()]).toEqual([
      'Summary',
      'Standard',
      'Redirections',
      'Long haul',
      'Lockouts',
      'Multi-type',
      'Cancelled',
      'Journeys',
      'JPC Price book',
      'Locations',
      'Reconciliation Moves',
    ]);
    const summary = sheets.get('Summary')!;
    expect(summary.get(4)).toEqual(['Supplier', '', 'Total moves for', '', 'Export date']);
    expect(summary.get(5)).toEqual(['SERCO', '', 'October 2026', '', '46346']);
    expect(summary.get(10)![0]).toBe('Standard');
    expect(summary.get(25)![0]).toBe('Cancelled');
    expect(summary.get(28)![0]).toBe('Totals');
    const pounds = (pence: number) => (pence / 100).toFixed(2);
    expect(summary.get(29)!.slice(1)).toEqual(['1', String(statement.moves), '0', pounds(statement.total_in_pence)]);

    const standard = sheets.get('Standard')!;
    expect(standard.get(9)).toEqual([
      'Move ID',
      'Pick up',
      'Location type',
      'Drop off',
      'Location type',
      'Pick up date',
      'Pick up time',
      'Drop off date',
      'Drop off time',
      'Vehicle reg',
      'NOMIS prison ID',
      'Price',
    ]);
    const standardRows = [...standard].filter(([row]) => row >= 10).map(([, cells]) => cells);
    const prices = standardRows.map((cells) => Number(cells[11]) * 100);
    const standardTotal = statement.categories.find(({ category }: { category: string }) => category === 'standard');
    expect([prices.length, sum(prices)]).toEqual([standardTotal.moves, standardTotal.total_in_pence]);
    expect(standardRows[0]!.slice(1, 6)).toEqual(['LOCATION A', 'Prison', 'LOCATION B', 'Prison', '46300']);

    const redirections = [...sheets.get('Redirections')!].filter(([row]) => row >= 10).map(([, cells]) => cells);
    const shown = redirections.map((cells) => [
      cells[0]!.replace(/^[A-Z]{3}\d{4}[A-Z]$/, 'a move'),
      cells[11],
      cells[12],
    ]);
    const moves = [shown.slice(0, 3), shown.slice(3)].sort(([a], [b]) => Number(b![1]) - Number(a![1]));
    expect(moves).toEqual([
      [
        ['a move', '230.00', ''],
        ['Journey 1', '130.00', 'YES'],
        ['Journey 2', '100.00', 'YES'],
      ],
      [
        ['a move', '145.00', ''],
        ['Journey 1', '45.00', 'YES'],
        ['Journey 2', '100.00', 'YES'],
      ],
    ]);
    const journeys = [...sheets.get('Journeys')!].filter(([row]) => row >= 10).map(([, cells]) => cells);
    expect(sum(journeys.map((cells) => Math.round(Number(cells[5]) * 100)))).toBe(statement.total_in_pence);
    const catalogue = (await pmu.get('/price-catalogues/serco.2026')).body.data.attributes;
    expect(sheets.get('JPC Price book')!.size - 5).toBe(catalogue.prices);
  });

  it('are CSV of the same rows, all sheets or one', async () => {
    const statement = await attributesOf(october);
    const { headers, bytes } = await pmu.download(`${october}.csv?sheet=Summary`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = parse(bytes, { relax_column_count: true }) as string[][];
    expect(rows[28]!.slice(1)).toEqual([
      '100.00%',
      String(statement.moves),
      '0',
      (statement.total_in_pence / 100).toFixed(2),
    ]);
    const all = (await pmu.download(`${october}.csv`)).bytes.toString('utf8');
    expect(all).toContain(bytes.toString('utf8').trimEnd());
    expect(all).toContain('NOMIS Agency ID,Name,Location type\r\n');
  });

  it('are those of the demo data too', async () => {
    const statement = await attributesOf('/statements/geoamey/2026-11');
    expect(statement.moves).toBeGreaterThan(0);
    const sheets = await readSheets((await pmu.download('/statements/geoamey/2026-11.xlsx')).bytes);
    expect(sheets.get('Summary')!.get(29)!.slice(2)).toEqual([
      String(statement.moves),
      String(statement.moves_without_prices),
      (statement.total_in_pence / 100).toFixed(2),
    ]);
  });

  it('leave a trace of who took them', async () => {
    await serco.download(`${october}.csv`);
    const traces = await api.db().reader().rows(sql`
      select username, metadata from pricing_audit_events where event_type = 'DOWNLOAD_SPREADSHEET' order by id desc limit 1`);
    expect(traces).toEqual([{ username: 'SERCO-DEMO', metadata: { month: '2026-10', supplier: 'serco' } }]);
  });
});

describe('POST /pricing/statements/{supplier}/{month}/issue', () => {
  it('refuses a month that is not over, and a supplier', async () => {
    const reply = await pmu.send('POST', '/statements/serco/2026-11/issue');
    expect(reply).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'month_not_over', source: { parameter: 'month' } }] },
    });
    expect((await serco.send('POST', `${october}/issue`)).status).toBe(403);
    expect((await pmu.get('/statements')).body.data).toEqual([]);
  });

  it('case 28: keeps a snapshot that nothing changes any more', async () => {
    const issued = await pmu.send('POST', `${october}/issue`, undefined, { 'X-Current-User': 'Jo' });
    expect(issued).toMatchObject({
      status: 201,
      body: { data: { id: 'serco.2026-10.1', attributes: { version: 1, issued_by: 'JO', provisional: false } } },
    });
    const { total_in_pence } = issued.body.data.attributes;
    const lines = await linesOf(`${october}/statement-lines?version=1`);
    const workbook = await readSheets((await pmu.download(`${october}.xlsx?version=1`)).bytes);

    const query = 'filter[supplier]=serco&filter[effective_year]=2026&filter[from]=LOA&filter[to]=LOB';
    const { id } = (await pmu.get(`/prices?${query}`)).body.data[0];
    await pmu.send('PATCH', `/prices/${id}`, resource('prices', { price_in_pence: 101_00 }));
    await pmu.send(
      'PUT',
      '/locations/LOA',
      resource('pricing-locations', { site_name: 'HMP RENAMED', location_type: 'PR' }),
    );

    expect((await attributesOf(october)).total_in_pence).toBeGreaterThan(total_in_pence);
    expect((await attributesOf(`${october}?version=1`)).total_in_pence).toBe(total_in_pence);
    expect(await linesOf(`${october}/statement-lines?version=1`)).toEqual(lines);
    expect(sum(lines.map(({ attributes }) => attributes.known_in_pence))).toBe(total_in_pence);
    const later = await readSheets((await pmu.download(`${october}.xlsx?version=1`)).bytes);
    expect(later).toEqual(workbook);
    expect([...later.get('Standard')!.values()].flat()).toContain('LOCATION A');
    expect((await pmu.download(`${october}.csv?version=1&sheet=Standard`)).bytes.toString()).toContain('LOCATION A');

    const again = await pmu.send('POST', `${october}/issue`);
    expect(again.body.data.attributes.version).toBe(2);
    expect((await pmu.get('/statements?filter[supplier]=serco')).body.data.map((each: Line) => each.id)).toEqual([
      'serco.2026-10.2',
      'serco.2026-10.1',
    ]);
    expect((await pmu.get(`${october}?version=3`)).status).toBe(404);
    expect((await pricingAs(api, 'geoamey').get('/statements')).body.data).toEqual([]);
  });

  it.each(['update pricing_statements set version = 9', 'delete from pricing_statement_lines'])(
    'the database itself refuses: %s',
    async (text) => {
      await expect(api.db().reader().rows({ name: '', text })).rejects.toThrow('an issued statement does not change');
    },
  );

  it('closes the prices of its year to adjustments', async () => {
    const body = resource('adjustments', {
      supplier: 'serco',
      effective_year: 2026,
      inflationary_rate: '5',
      details: 'too late',
    });
    expect(await pmu.send('POST', '/adjustments', body)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'statement_issued', source: { pointer: '/data/attributes/effective_year' } }] },
    });
    expect((await pmu.get('/adjustments')).body.data).toEqual([]);
  });

  it('gives parallel issues versions of their own', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => pmu.send('POST', '/statements/geoamey/2026-09/issue')));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(replies.map(({ body }) => body.data.attributes.version).sort()).toEqual([1, 2, 3]);
  });
});
