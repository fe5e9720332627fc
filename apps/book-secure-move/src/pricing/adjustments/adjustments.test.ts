import { prepared, sql } from '@switchyard/db';
import { call } from '@switchyard/testing';
import { bookSecureMove } from '../../testing/book-secure-move';
import { pricingAs, resource } from '../pricing.fixture';

const { api } = bookSecureMove();
const pmu = pricingAs(api);

beforeAll(() => {
  api.clock().set(new Date('2026-11-20T10:00:00Z'));
});

const wanted = (more: object = {}) =>
  resource('adjustments', {
    supplier: 'serco',
    effective_year: 2026,
    inflationary_rate: '5',
    details: 'Annual review',
    ...more,
  });

/** Does what is due, as the passing of time would. */
const settle = () =>
  call(`${api.url()}/sandbox/clock`, 'PUT', {
    headers: { 'Content-Type': 'application/json' },
    body: { advance: 'PT1S' },
  });

async function adjusted(more: object = {}) {
  const reply = await pmu.send('POST', '/adjustments', wanted(more));
  if (reply.status !== 202) return reply;
  await settle();
  return pmu.get(`/adjustments/${reply.body.data.id}`);
}

const priceOf = async (from: string, to: string, year = 2026, supplier = 'serco') => {
  const query = `filter[supplier]=${supplier}&filter[effective_year]=${year}&filter[from]=${from}&filter[to]=${to}`;
  return (await pmu.get(`/prices?${query}`)).body.data[0];
};
const amountOf = async (...way: Parameters<typeof priceOf>) => (await priceOf(...way))?.attributes.price_in_pence;

describe('POST /pricing/adjustments', () => {
  it("case 35: makes a year's prices of those of the year before, and then of themselves", async () => {
    const { id } = await priceOf('LOA', 'LOB', 2025);
    await pmu.send('PATCH', `/prices/${id}`, resource('prices', { price_in_pence: 100_00 }));
    await pmu.send(
      'POST',
      `/prices/${id}/price-exceptions`,
      resource('price-exceptions', { month: 10, price_in_pence: 1 }),
    );

    const first = await adjusted();
    expect(first.body.data.attributes).toMatchObject({
      status: 'completed',
      ended_at: expect.any(String),
      requested_by: 'PMU-DEMO',
    });
    expect(await amountOf('LOA', 'LOB')).toBe(105_00);
    expect(await amountOf('LOA', 'LOB', 2026, 'geoamey')).toBe(100_00);
    const price = await priceOf('LOA', 'LOB');
    expect(price.relationships.price_exceptions.data).toEqual([]);
    expect((await pmu.get(`/prices/${price.id}/history`)).body.data[0].attributes).toMatchObject({
      change: 'adjusted',
      username: 'PMU-DEMO',
      metadata: { old_price: '100.00', new_price: '105.00', multiplier: '1.05' },
    });

    expect((await adjusted()).body.data.attributes).toMatchObject({ status: 'completed', prices_changed: 0 });
    await adjusted({ volumetric_rate: '-2' });
    expect(await amountOf('LOA', 'LOB')).toBe(102_90);
    const bulk = await api
      .db()
      .reader()
      .rows(
        prepared(
          'bulk',
          "select metadata ->> 'multiplier' as m from pricing_audit_events where event_type = 'JOURNEY_PRICE_BULK_ADJUSTMENT' order by id",
        ),
      );
    expect(bulk).toEqual([{ m: '1.05' }, { m: '1.05' }, { m: '1.05' }, { m: '0.98' }]);
  });

  it('makes a year that has no prices yet', async () => {
    expect((await adjusted({ supplier: 'geoamey', effective_year: 2027 })).body.data.attributes.status).toBe(
      'completed',
    );
    expect(await amountOf('LOA', 'LOB', 2027, 'geoamey')).toBe(105_00);
  });

  it('case 36: while one runs nothing else changes prices; afterwards the lock is gone, also when it failed', async () => {
    const supplier = (await api
      .db()
      .reader()
      .first<{ id: string }>(sql`select id from suppliers where key = 'serco'`))!.id;
    const { id } = await priceOf('LOA', 'LOC');
    const change = () => pmu.send('PATCH', `/prices/${id}`, resource('prices', { price_in_pence: 7_00 }));
    const conflict = { status: 409, body: { errors: [{ code: 'adjustment_in_progress' }] } };

    // Left behind by a process that died: its prices cannot be stored, for one would be too large.
    await api.db().reader().rows(sql`
      insert into pricing_adjustments (id, supplier_id, effective_year, inflationary_rate, details, status, requested_by, created_at)
      values ('11111111-1111-4111-8111-111111111111', ${supplier}, 2026, '99', 'x', 'in_progress', 'SOMEBODY', now())`);
    await api.db().reader().rows(sql`
      update pricing_prices set price_in_pence = 2147483647
      where supplier_id = ${supplier} and effective_year = 2025 and from_agency_id = 'LOA' and to_agency_id = 'LOC'`);
    expect(await change()).toMatchObject(conflict);
    expect(await pmu.send('POST', '/adjustments', wanted())).toMatchObject(conflict);
    expect(
      await pmu.send(
        'POST',
        `/prices/${id}/price-exceptions`,
        resource('price-exceptions', { month: 1, price_in_pence: 1 }),
      ),
    ).toMatchObject(conflict);
    expect((await pmu.get('/adjustments')).body.meta.in_progress).toEqual({ geoamey: false, serco: true });
    expect((await pmu.get('/price-catalogues/serco.2026')).body.data.attributes.adjustment_in_progress).toBe(true);

    const before = await amountOf('LOA', 'LOB');
    await settle();
    expect((await pmu.get('/adjustments/11111111-1111-4111-8111-111111111111')).body.data.attributes.status).toBe(
      'failed',
    );
    expect(await amountOf('LOA', 'LOB')).toBe(before);
    expect((await change()).status).toBe(200);
  });

  it.each([
    ['no reason', { details: '' }, 'details', 'blank'],
    ['no rate', { inflationary_rate: '' }, 'inflationary_rate', 'invalid'],
    ['a rate of zero', { inflationary_rate: '0' }, 'inflationary_rate', 'greater_than'],
    ['a falling rate', { inflationary_rate: '-5' }, 'inflationary_rate', 'invalid'],
    ['words for a rate', { volumetric_rate: 'less' }, 'volumetric_rate', 'invalid'],
    ['a year long past', { effective_year: 2024 }, 'effective_year', 'too_old'],
    ['a year before which there are no prices', { effective_year: 2030 }, 'effective_year', 'prices_missing'],
    ['an unknown supplier', { supplier: 'acme' }, 'supplier', 'inclusion'],
  ])('refuses %s', async (_, more, field, code) => {
    const reply = await pmu.send('POST', '/adjustments', wanted(more));
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toContainEqual(
      expect.objectContaining({ code, source: { pointer: `/data/attributes/${field}` } }),
    );
  });

  it('is shown to its own supplier only', async () => {
    const { body } = await pmu.get('/adjustments?filter[supplier]=serco');
    const path = `/adjustments/${body.data[0].id}`;
    expect((await pricingAs(api, 'serco').get(path)).status).toBe(200);
    expect((await pricingAs(api, 'geoamey').get(path)).status).toBe(404);
    expect((await pricingAs(api, 'geoamey').get('/adjustments')).body.meta.in_progress).toEqual({ geoamey: false });
  });
});
