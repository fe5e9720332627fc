import { assure, capacity, fulfil, refusal, reserve, windowOf } from '../testing/bookings';
import { wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');
const JSON_API = { Accept: 'application/vnd.api+json' };

interface Offer {
  scheduleId: string;
  timeslots: { startDateTime: string; endDateTime: string; availableUnits: number }[];
}

const offers = async (query: string): Promise<Offer[]> =>
  (await requestor.get(`/schedules?limit=200&${query}`)).body.schedules as Offer[];
const ids = async (query: string): Promise<string[]> => (await offers(query)).map(({ scheduleId }) => scheduleId);

describe('GET /schedules', () => {
  it('shows the demo: a morning and an afternoon of two units on each working day', async () => {
    const { body } = await requestor.get('/schedules?workType=FibreConnect&areaType=Urban');
    const [demo] = body.schedules as Offer[];
    expect({ ...demo, timeslots: demo!.timeslots.slice(0, 3) }).toEqual({
      scheduleId: 'SCH-AKL-N-1',
      externalScheduleReference: 'FW-NTH-01',
      scheduleType: 'APPOINTMENT',
      workTypes: ['FibreConnect'],
      areaType: 'Urban',
      campaignId: 'CMP-1',
      workSupplier: { id: 'FIELDWORKS', name: 'Fieldworks Ltd' },
      timeslots: [
        ['2026-02-02T19:00:00.000Z', '2026-02-02T23:00:00.000Z'],
        ['2026-02-03T00:00:00.000Z', '2026-02-03T04:00:00.000Z'],
        ['2026-02-03T19:00:00.000Z', '2026-02-03T23:00:00.000Z'],
      ].map(([startDateTime, endDateTime]) => ({
        timeslotId: expect.stringMatching(/^TS-\d+$/),
        startDateTime,
        endDateTime,
        timeslotType: 'APPOINTMENT',
        dayOfWeek: 'Business days',
        availableUnits: 2,
      })),
    });
    const all = demo!.timeslots.map(({ startDateTime }) => startDateTime);
    expect([all.length, all.some((start) => start.startsWith('2026-02-05T19'))]).toEqual([2 * 42, false]);
  });

  it('finds schedules by work, area, place and campaign', async () => {
    const { scheduleId: anywhere } = await capacity(api, fulfil, 1);
    const { scheduleId: assurance } = await capacity(api, assure, 1);
    expect(await ids('workType=PRM')).toEqual(['SCH-WKO-R-1', assurance].sort());
    expect(await ids('areaType=Urban&locationId=300112233&locationIdType=TLC')).toEqual(
      ['SCH-AKL-N-1', anywhere].sort(),
    );
    expect(await ids('areaType=Urban&locationId=300112233&locationIdType=CONNECTIONPOINT')).toEqual([anywhere]);
    expect(await ids('areaType=Urban&locationId=1')).toEqual([anywhere]);
    expect(await ids('campaignId=CMP-1')).toEqual(['SCH-AKL-N-1', anywhere].sort());
    expect(await ids('campaignId=CMP-9')).toEqual([]);
  });

  it('holds what a schedule says of its division, site, class and equipment against the query', async () => {
    const named = { workDivision: 'North', areaSite: 'A1', classOfWork: 'C1', equipmentType: 'E1' };
    const made = await api.as('admin').post('/admin/schedules', {
      scheduleId: 'SCH-NAMED',
      workSupplierId: 'LINEWORKS',
      externalScheduleReference: 'X',
      workTypes: ['REMO'],
      areaType: 'Urban',
      scheduleType: 'BY',
      ...named,
    });
    expect(made).toMatchObject({ status: 201, body: { ...named, locations: [] } });
    for (const [name, value] of Object.entries(named)) {
      expect(await ids(`areaType=Urban&workType=REMO&${name}=${value}&siteVisitType=Repair`)).toEqual(['SCH-NAMED']);
      expect(await ids(`areaType=Urban&workType=REMO&${name}=other`)).toEqual([]);
    }
  });

  it('shows how many units are left, and full slots too', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 1, 2);
    await reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
    const own = (await offers('areaType=Urban')).find((each) => each.scheduleId === scheduleId)!;
    expect(own.timeslots.map(({ availableUnits }) => availableUnits)).toEqual([0, 2]);
  });

  it('keeps to a period, of 89 days at most', async () => {
    const { scheduleId } = await capacity(api, fulfil, 1, 1);
    const query = `from=${windowOf(9, 10).startDateTime}&to=${windowOf(10, 11).endDateTime}`;
    const own = (await offers(query)).find((each) => each.scheduleId === scheduleId)!;
    expect(own.timeslots.map(({ startDateTime }) => startDateTime)).toEqual([windowOf(10, 12).startDateTime]);
    expect(refusal(await requestor.get('/schedules?to=2026-05-02T12:00:00.001Z'))).toEqual([
      400,
      'WRM-400-03',
      [undefined, 'query', 'format', ['to']],
    ]);
    expect((await requestor.get('/schedules?to=2026-05-02T12:00:00Z')).status).toBe(200);
  });

  it('is paged, and a document with its relations where they are asked for', async () => {
    const { body } = await requestor.get('/schedules?limit=1&include=work_supplier,timeslots', JSON_API);
    const next = new URL((body.links as { next: string }).next, api.url());
    expect(body).toMatchObject({
      data: [{ type: 'schedules', id: 'SCH-AKL-N-1', relationships: { campaign: { data: { id: 'CMP-1' } } } }],
      included: expect.arrayContaining([
        expect.objectContaining({ type: 'parties', id: 'FIELDWORKS', attributes: { name: 'Fieldworks Ltd' } }),
        expect.objectContaining({ type: 'timeslots' }),
      ]),
    });
    const second = await requestor.get(`/schedules?limit=200&cursor=${next.searchParams.get('cursor')}`);
    expect([second.body.schedules[0].scheduleId > 'SCH-AKL-N-1', second.body.nextCursor]).toEqual([true, null]);
  });

  it('shows a work supplier its own', async () => {
    const { body } = await api.as('supplier-b').get('/schedules');
    const owners = (body.schedules as { workSupplier: { id: string } }[]).map(({ workSupplier }) => workSupplier.id);
    expect(new Set(owners)).toEqual(new Set(['LINEWORKS']));
  });

  it('names everything that is wrong with a query', async () => {
    expect(refusal(await requestor.get('/schedules?workType=X&areaType=Y&siteVisitType=Z&from=now&limit=a'))).toEqual([
      400,
      'WRM-400-03',
      [undefined, 'query', 'enum', ['workType']],
      [undefined, 'query', 'enum', ['areaType']],
      [undefined, 'query', 'enum', ['siteVisitType']],
      [undefined, 'query', 'format', ['from']],
      [undefined, 'query', 'format', ['limit']],
    ]);
  });
});
