import { bookSecureMove } from '../../testing/book-secure-move';
import { pricingAs, resource } from '../pricing.fixture';

const { api } = bookSecureMove();
const pmu = pricingAs(api);
const serco = pricingAs(api, 'serco');
const geoamey = pricingAs(api, 'geoamey');

/** The contractual years that are open in the tests, whose demo begins in November 2026. */
const [thisYear, lastYear] = [2026, 2025];

beforeAll(() => {
  api.clock().set(new Date('2026-11-20T10:00:00Z'));
});

const newPrice = (more: object = {}) =>
  resource('prices', {
    supplier: 'serco',
    effective_year: thisYear,
    from_agency: 'loa',
    to_agency: ' NBPS',
    price_in_pence: 12_345,
    ...more,
  });

/** A way of the demo's sites that has no price yet. */
async function freeWay(): Promise<{ from_agency: string; to_agency: string }> {
  const { body } = await pmu.get('/locations');
  const others = (body.data as { id: string; attributes: { location_type: string } }[]).filter(
    ({ attributes }) => attributes.location_type !== 'PR',
  );
  const site = others[(used += 1)]!.id;
  return { from_agency: 'LOA', to_agency: site };
}
let used = -1;

const priceOf = async (from: string, to: string, year = thisYear, supplier = 'serco') => {
  const query = `filter[supplier]=${supplier}&filter[effective_year]=${year}&filter[from]=${from}&filter[to]=${to}`;
  return (await pmu.get(`/prices?${query}`)).body.data[0];
};

describe('GET /pricing/prices', () => {
  it('shows a page of the demo catalogue: every ordered pair of prisons, both suppliers, two years', async () => {
    const { body } = await pmu.get('/prices?per_page=2');
    expect(body.meta.pagination.total_objects % 4).toBe(0);
    expect(body.data).toHaveLength(2);
    const catalogues = (await pmu.get('/price-catalogues')).body.data;
    expect(catalogues.map(({ id }: { id: string }) => id)).toEqual([
      `geoamey.${lastYear}`,
      `geoamey.${thisYear}`,
      `serco.${lastYear}`,
      `serco.${thisYear}`,
    ]);
    expect(catalogues[3].attributes).toEqual({
      supplier: 'serco',
      effective_year: thisYear,
      starts_on: '2026-09-01',
      ends_on: '2027-08-31',
      prices: body.meta.pagination.total_objects / 4,
      exceptions: 0,
      open_for_changes: true,
      adjustment_in_progress: false,
    });
  });

  it('shows a supplier its own prices and no others', async () => {
    const { body } = await serco.get('/prices?per_page=2000');
    expect(new Set(body.data.map((price: { attributes: { supplier: string } }) => price.attributes.supplier))).toEqual(
      new Set(['serco']),
    );
    expect((await serco.get('/prices?filter[supplier]=geoamey')).status).toBe(403);
    expect((await geoamey.get(`/prices/${body.data[0].id}`)).status).toBe(404);
    expect((await geoamey.get('/price-catalogues/serco.2026')).status).toBe(404);
  });

  it.each([
    ['no token', 401, (path: string) => fetch(`${api.url()}/pricing${path}`)],
    ['a token without the scope', 403, (path: string) => pricingAs(api, 'serco', 'read').get(path)],
  ])('refuses %s', async (_, status, get) => {
    expect((await get('/prices')).status).toBe(status);
  });

  it('refuses what cannot be a year', async () => {
    const reply = await pmu.get('/prices?filter[effective_year]=next');
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ source: { parameter: 'filter[effective_year]' } }] },
    });
  });
});

describe('POST /pricing/prices', () => {
  it('adds a price, in whole pence, and remembers who did', async () => {
    const way = await freeWay();
    const reply = await pmu.send('POST', '/prices', newPrice({ ...way, from_agency: ' loa ' }), {
      'X-Current-User': ' jo ',
    });
    expect(reply).toMatchObject({
      status: 201,
      body: { data: { type: 'prices', attributes: { ...way, price_in_pence: 12_345, from_site: 'LOCATION A' } } },
    });
    const history = await pmu.get(`/prices/${reply.body.data.id}/history`);
    expect(history.body.data).toMatchObject([
      { attributes: { change: 'added', username: 'JO', metadata: { new_price: '123.45', effective_year: thisYear } } },
    ]);
  });

  it('refuses a way that has a price', async () => {
    const reply = await pmu.send('POST', '/prices', newPrice({ to_agency: 'LOB' }));
    expect(reply).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'taken', source: { pointer: '/data/attributes/from_agency' } }] },
    });
  });

  it.each([
    ['less than nothing', { price_in_pence: -1 }, 'price_in_pence', 'negative'],
    ['a part of a penny', { price_in_pence: 10.5 }, 'price_in_pence', 'not_an_integer'],
    ['words', { price_in_pence: 'ten' }, 'price_in_pence', 'not_an_integer'],
    ['a number as text', { price_in_pence: '10' }, 'price_in_pence', 'not_an_integer'],
    ['a list', { price_in_pence: [] }, 'price_in_pence', 'not_an_integer'],
    ['more than may be typed', { price_in_pence: 1_000_000 }, 'price_in_pence', 'too_large'],
    ['an unknown pick-up', { from_agency: 'NOWHERE' }, 'from_agency', 'unknown_location'],
    ['an unknown drop-off', { to_agency: '' }, 'to_agency', 'unknown_location'],
    ['an unknown supplier', { supplier: 'acme' }, 'supplier', 'inclusion'],
    ['a year to come', { effective_year: 2027 }, 'effective_year', 'closed'],
    ['a year long past', { effective_year: 2024 }, 'effective_year', 'closed'],
  ])('refuses %s', async (_, more, field, code) => {
    const way = { from_agency: 'LOA', to_agency: 'LOB' };
    const reply = await pmu.send('POST', '/prices', newPrice({ ...way, ...more }));
    expect(reply).toMatchObject({
      status: 422,
      body: { errors: [{ code, source: { pointer: `/data/attributes/${field}` } }] },
    });
  });

  it('is not for suppliers', async () => {
    expect((await serco.send('POST', '/prices', newPrice())).status).toBe(403);
  });
});

describe('PATCH /pricing/prices/{price_id}', () => {
  it('changes the amount, and keeps silent about the same amount', async () => {
    const { id } = await priceOf('LOA', 'LOB');
    const change = (price_in_pence: unknown) =>
      pmu.send('PATCH', `/prices/${id}`, resource('prices', { price_in_pence }));
    expect((await change(111_00)).body.data.attributes.price_in_pence).toBe(111_00);
    expect((await change(111_00)).status).toBe(200);
    expect((await change(0)).body.data.attributes.price_in_pence).toBe(0);
    const history = (await pmu.get(`/prices/${id}/history`)).body.data;
    expect(
      history.map(({ attributes }: { attributes: { change: string; metadata: object } }) => attributes.metadata),
    ).toMatchObject([
      { new_price: '0.00', old_price: '111.00' },
      { new_price: '111.00', old_price: '100.00' },
    ]);
    expect(await change(-5)).toMatchObject({ status: 422 });
    expect(await change(null)).toMatchObject({ status: 422 });
  });

  it('does not know what is not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const change = resource('prices', { price_in_pence: 1 });
    expect((await pmu.send('PATCH', `/prices/${unknown}`, change)).status).toBe(404);
    expect((await pmu.send('PATCH', '/prices/nonsense', change)).status).toBe(404);
  });
});

describe('exceptions of a price', () => {
  const exception = (month: unknown, price_in_pence: unknown) =>
    resource('price-exceptions', { month, price_in_pence });

  it('are added, refused a second time, and removed', async () => {
    const { id } = await priceOf('LOB', 'LOC');
    const path = `/prices/${id}/price-exceptions`;
    expect(await pmu.send('POST', path, exception(3, 0))).toMatchObject({
      status: 201,
      body: { data: { attributes: { month: 3, calendar_month: '2027-03', price_in_pence: 0 } } },
    });
    expect((await pmu.send('POST', path, exception(9, 1_00))).body.data.attributes.calendar_month).toBe('2026-09');
    expect(await pmu.send('POST', path, exception(3, 2_00))).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'taken', source: { pointer: '/data/attributes/month' } }] },
    });
    expect(
      (await pmu.get(path)).body.data.map((each: { attributes: { month: number } }) => each.attributes.month),
    ).toEqual([9, 3]);
    expect((await pmu.get(`/prices/${id}`)).body.data.relationships.price_exceptions.data).toHaveLength(2);

    expect((await pmu.send('DELETE', `${path}/3`)).status).toBe(204);
    expect((await pmu.send('DELETE', `${path}/3`)).status).toBe(404);
    const changes = (await pmu.get(`/prices/${id}/history`)).body.data;
    expect(changes.map((each: { attributes: { change: string } }) => each.attributes.change)).toEqual([
      'exception_removed',
      'exception_added',
      'exception_added',
    ]);
  });

  it.each([
    ['the price itself', 4, 45_00, 'price_in_pence', 'same_as_price'],
    ['no month', 13, 1, 'month', 'invalid'],
    ['part of a month', 1.5, 1, 'month', 'invalid'],
    ['less than nothing', 4, -1, 'price_in_pence', 'negative'],
    ['part of a penny', 4, 0.5, 'price_in_pence', 'not_an_integer'],
  ])('refuse %s', async (_, month, amount, field, code) => {
    const { id } = await priceOf('LOB', 'LOC');
    const reply = await pmu.send('POST', `/prices/${id}/price-exceptions`, exception(month, amount));
    expect(reply).toMatchObject({
      status: 422,
      body: { errors: [{ code, source: { pointer: `/data/attributes/${field}` } }] },
    });
  });
});

describe('sites', () => {
  const site = (site_name: string, location_type: unknown = 'PR') =>
    resource('pricing-locations', { site_name, location_type });

  it('are mapped, and mapped again', async () => {
    const map = (body: object) => pmu.send('PUT', '/locations/new1', body);
    expect(await map(site(' hmp new '))).toMatchObject({
      status: 200,
      body: {
        data: { id: 'NEW1', attributes: { site_name: 'HMP NEW', location_type: 'PR', location_type_label: 'Prison' } },
      },
    });
    expect((await map(site('HMP NEWER', 'Hospital'))).body.data.attributes).toMatchObject({ location_type: 'HP' });
  });

  it.each([
    ['a name that another has', site('LOCATION A'), 'site_name', 'taken'],
    ['no name', site('  '), 'site_name', 'blank'],
    ['a name that is too long', site('X'.repeat(256)), 'site_name', 'too_long'],
    ['an unknown kind', site('HMP OTHER', 'ZZ'), 'location_type', 'inclusion'],
    ['no kind', site('HMP OTHER', null), 'location_type', 'inclusion'],
  ])('refuse %s', async (_, body, field, code) => {
    expect(await pmu.send('PUT', '/locations/NEW2', body)).toMatchObject({
      status: 422,
      body: { errors: [{ code, source: { pointer: `/data/attributes/${field}` } }] },
    });
  });
});
