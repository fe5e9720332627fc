import { bookSecureMove } from '../../testing/book-secure-move';
import { demo } from '../../testing/given';
import { pricingAs, resource } from '../pricing.fixture';
import { play, scenarios, tellings } from '../scenario.fixture';

const { api, given } = bookSecureMove();
const pmu = pricingAs(api);

beforeAll(() => {
  api.clock().set(new Date('2026-11-20T10:00:00Z'));
});

const priceOf = async (id: string) => (await pmu.get(`/move-prices/${id}`)).body.data;

describe.each(tellings)('the published scenarios, told by %s', (telling) => {
  it.each(scenarios)('%s', async (_, steps, category, amount) => {
    const { attributes } = await priceOf(await play(api, given, steps, telling));
    expect([attributes.category, attributes.amount_in_pence]).toEqual([category, amount]);
    expect(attributes).toMatchObject({ month: '2026-10', on_statement: true, reasons: [], pending_price: false });
  });
});

describe('GET /pricing/move-prices/{move_id}', () => {
  it('explains itself: which journeys counted, by which prices of which year, and which rule made the category', async () => {
    const [, steps] = scenarios.find(([name]) => name === 'V3')!;
    const id = await play(api, given, steps, 'calls');
    const { attributes, relationships } = await priceOf(id);
    expect(attributes).toMatchObject({
      supplier: 'serco',
      category: 'standard',
      label: 'Standard',
      rule: 'completed by one billable journey between the ends of the move, not redirected after its start',
      basis: 'journeys',
      multi_journey_basis: 'end_to_end',
      picked_up_at: expect.stringMatching(/^2026-10-05T09:\d\d:00\+01:00$/),
      notes: 'MoveRedirect: as it happened',
      journeys: [
        {
          from: { agency: 'LOA', site: 'LOCATION A', site_type: 'Prison' },
          to: { agency: 'LOC', site: 'LOCATION C', site_type: 'Prison' },
          state: 'completed',
          billable: true,
          effective_year: 2026,
          unit_price_in_pence: 130_00,
          exception: false,
          missing: null,
          amount_in_pence: 130_00,
        },
      ],
      paid_instead: null,
      passed_over: [{ state: 'rejected' }],
    });
    expect(attributes.events.map(({ event_type }: { event_type: string }) => event_type)).toEqual([
      'MoveAccept',
      'MoveRedirect',
      'MoveStart',
      'JourneyStart',
      'JourneyComplete',
      'MoveComplete',
    ]);
    expect(relationships.statement.data).toEqual({ type: 'statements', id: 'serco.2026-10' });
  });

  it('shows what is paid in place of the journeys of a chain', async () => {
    const [, steps] = scenarios.find(([name]) => name === 'V2')!;
    const { attributes } = await priceOf(await play(api, given, steps, 'events'));
    expect(attributes).toMatchObject({
      basis: 'end_to_end',
      journeys: [{ amount_in_pence: 0 }, { amount_in_pence: 0 }],
      paid_instead: { from: { agency: 'LOA' }, to: { agency: 'LOC' }, unit_price_in_pence: 130_00 },
    });
  });

  it('uses the exception of the month', async () => {
    const query = 'filter[supplier]=serco&filter[effective_year]=2026&filter[from]=LOC&filter[to]=LOB';
    const { id: price } = (await pmu.get(`/prices?${query}`)).body.data[0];
    const exception = resource('price-exceptions', { month: 10, price_in_pence: 1_00 });
    await pmu.send('POST', `/prices/${price}/price-exceptions`, exception);
    const [, steps] = scenarios.find(([name]) => name === 'V11')!;
    const { attributes } = await priceOf(await play(api, given, steps, 'events'));
    expect(attributes.amount_in_pence).toBe(131_00);
    expect(attributes.journeys[1]).toMatchObject({ exception: true, price_id: price, unit_price_in_pence: 1_00 });
    await pmu.send('DELETE', `/prices/${price}/price-exceptions/10`);
  });

  it('case 12: a journey that is under way again takes no part until it is completed again', async () => {
    const id = await play(
      api,
      given,
      ['start move', 'create A→B $', 'start 1', 'complete 1', 'uncomplete 1', 'complete move'],
      'calls',
    );
    expect((await priceOf(id)).attributes).toMatchObject({
      category: 'multi',
      amount_in_pence: null,
      pending_price: true,
      journeys: [],
      passed_over: [{ state: 'in_progress' }],
    });
  });

  it('says why a move is not paid', async () => {
    const { id } = await given.move();
    expect((await priceOf(id)).attributes).toMatchObject({
      category: 'unpriced',
      label: 'Not paid',
      amount_in_pence: null,
      pending_price: false,
      on_statement: false,
      reasons: ['not_ended'],
      basis: 'none',
    });
  });

  it('case 1: warns of a completed move that was never started', async () => {
    const { id } = await given.move({ date: '2026-10-05', status: 'requested' });
    const journey = await given.journey(id, { date: '2026-10-05', timestamp: '2026-10-05T09:00:00Z' });
    const serco = api.as('serco');
    const tell = (path: string, type: string) =>
      serco.post(`/moves/${id}${path}`, { data: { type, attributes: { timestamp: '2026-10-05T10:00:00Z' } } });
    await tell(`/journeys/${journey}/start`, 'starts');
    await tell(`/journeys/${journey}/complete`, 'completes');
    await tell('/complete', 'completes');
    await api
      .db()
      .reader()
      .rows({ name: 'patched', text: `update moves set status = 'completed' where id = '${id}'` });
    expect((await priceOf(id)).attributes).toMatchObject({ category: 'standard', warnings: ['start_not_recorded'] });
  });

  it('case 27 and missing sites: names what is missing', async () => {
    const profile = await given.profile();
    const places = { from: demo.a, to: demo.bsi };
    const id = await given.moveOf(profile.id, { date: '2026-10-06' }, places);
    await api
      .as('serco')
      .post(`/moves/${id}/accept`, { data: { type: 'accepts', attributes: { timestamp: '2026-10-06T08:00:00Z' } } });
    await api.db().reader().rows({
      name: 'unprice',
      text: `delete from pricing_prices where from_agency_id = 'LOA' and to_agency_id = 'BSI'`,
    });
    const journey = await given.journey(id, { date: '2026-10-06', timestamp: '2026-10-06T09:00:00Z' }, places);
    for (const path of ['/start', `/journeys/${journey}/start`, `/journeys/${journey}/complete`, '/complete']) {
      const type = path.endsWith('start') ? 'starts' : 'completes';
      await api
        .as('serco')
        .post(`/moves/${id}${path}`, { data: { type, attributes: { timestamp: '2026-10-06T09:30:00Z' } } });
    }
    expect((await priceOf(id)).attributes).toMatchObject({
      category: 'standard',
      pending_price: true,
      amount_in_pence: null,
      journeys: [{ missing: 'price_missing', unit_price_in_pence: null, amount_in_pence: null }],
    });
  });

  it('is for the supplier of the move only', async () => {
    const { id } = await given.move();
    expect((await pricingAs(api, 'serco').get(`/move-prices/${id}`)).status).toBe(200);
    expect((await pricingAs(api, 'geoamey').get(`/move-prices/${id}`)).status).toBe(404);
    expect((await pmu.get('/move-prices/nonsense')).status).toBe(404);
  });
});
