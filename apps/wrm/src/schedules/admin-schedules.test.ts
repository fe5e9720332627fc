import { assure, capacity, fulfil, refusal, reserve, unitsOf, windowOf } from '../testing/bookings';
import { wrm } from '../testing/wrm';

const api = wrm();
const admin = api.as('admin');
const own = api.as('supplier-a');
const JSON_API = { Accept: 'application/vnd.api+json' };
const schedule = {
  scheduleId: 'SCH-NEW',
  workSupplierId: 'FIELDWORKS',
  externalScheduleReference: 'FW-NEW',
  workTypes: ['FibreConnect'],
  areaType: 'Urban',
  scheduleType: 'APPOINTMENT',
  campaignId: 'CMP-1',
  locations: [{ locationId: '1', locationIdType: 'TLC' }],
};

describe('/admin/schedules', () => {
  it('lets a work supplier keep its own schedules, and nobody else but the operator', async () => {
    const made = await own.post('/admin/schedules', schedule);
    expect([made.status, made.headers.get('location'), made.body]).toEqual([201, '/admin/schedules/SCH-NEW', schedule]);
    expect(refusal(await own.post('/admin/schedules', schedule))).toEqual([
      409,
      'WRM-409-40',
      ['WRM-409-40', 'schedule', 'duplicate', ['scheduleId']],
    ]);
    const changed = await own.patch('/admin/schedules/SCH-NEW', { campaignId: null, locations: [] });
    const { campaignId: _campaign, ...rest } = { ...schedule, locations: [] };
    expect([changed.status, changed.body]).toEqual([200, rest]);
    expect((await admin.get('/admin/schedules/SCH-NEW')).body).toEqual(rest);
    const other = api.as('supplier-b');
    for (const reply of [
      await other.get('/admin/schedules/SCH-NEW'),
      await other.patch('/admin/schedules/SCH-NEW', {}),
      await other.get('/admin/schedules/SCH-NEW/timeslots'),
      await other.put('/admin/schedules/SCH-NEW/timeslots', { timeslots: [{ ...windowOf(8, 9), totalUnits: 1 }] }),
      await admin.get('/admin/schedules/SCH-NONE'),
    ]) {
      expect([reply.status, reply.body.responseCode]).toEqual([404, 'WRM-404-06']);
    }
    for (const reply of [
      await other.post('/admin/schedules', { ...schedule, scheduleId: 'SCH-OTHER' }),
      await api.as('requestor').get('/admin/schedules'),
    ]) {
      expect([reply.status, reply.body.responseCode]).toEqual([403, 'WRM-403-01']);
    }
  });

  it('lists page by page, by supplier, and as documents', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await admin.get(`/admin/schedules?${query}`)).body.items.map(
        ({ scheduleId }: { scheduleId: string }) => scheduleId,
      );
    const { body: first } = await admin.get('/admin/schedules?limit=1');
    expect([first.items[0].scheduleId, await ids(`limit=1&cursor=${first.nextCursor}`)]).toEqual([
      'SCH-AKL-N-1',
      ['SCH-NEW'],
    ]);
    expect(await ids('workSupplierId=LINEWORKS')).toEqual(['SCH-WKO-R-1']);
    expect((await admin.get('/admin/schedules/SCH-AKL-N-1', JSON_API)).body).toMatchObject({
      data: {
        type: 'schedules',
        relationships: { work_supplier: { data: { id: 'FIELDWORKS' } }, campaign: { data: { id: 'CMP-1' } } },
      },
    });
    expect((await own.get('/admin/schedules', JSON_API)).body.data).toHaveLength(2);
  });

  test.each([
    ['a party that is no supplier', { workSupplierId: 'NETCO', campaignId: undefined }, ['workSupplierId']],
    ['an unknown campaign', { campaignId: 'CMP-9' }, ['campaignId']],
    ['the campaign of another', { workSupplierId: 'LINEWORKS' }, ['campaignId']],
  ])('refuses %s', async (_, more, attributes) => {
    expect(refusal(await admin.post('/admin/schedules', { ...schedule, scheduleId: 'SCH-BAD', ...more }))).toEqual([
      422,
      'WRM-422-40',
      ['WRM-422-40', 'schedule', 'reference', attributes],
    ]);
  });

  it('names everything that is wrong with a body', async () => {
    expect(refusal(await admin.post('/admin/schedules', { scheduleId: 'X', workTypes: [], areaType: 'Sea' }))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'schedule', 'missing', ['workSupplierId']],
      [undefined, 'schedule', 'missing', ['externalScheduleReference']],
      [undefined, 'schedule', 'missing', ['workTypes']],
      [undefined, 'schedule', 'enum', ['areaType']],
      [undefined, 'schedule', 'missing', ['scheduleType']],
    ]);
  });
});

describe('/admin/schedules/{scheduleId}/timeslots', () => {
  it('makes slots, and gives one that there is its units without losing its bookings', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 2, 1);
    await reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
    const put = (totalUnits: number) =>
      own.put(`/admin/schedules/${scheduleId}/timeslots`, {
        timeslots: [
          { ...windowOf(8, 10), totalUnits, dayOfWeek: 'Extended hours' },
          { ...windowOf(6, 7), totalUnits: 4 },
        ],
      });
    const { status, body } = await put(5);
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            timeslotId: expect.any(String),
            scheduleId,
            ...windowOf(6, 7),
            timeslotType: 'APPOINTMENT',
            dayOfWeek: 'Business days',
            totalUnits: 4,
            adjustmentUnits: 0,
            heldUnits: 0,
            availableUnits: 4,
          },
          { ...slots[0], dayOfWeek: 'Extended hours', totalUnits: 5, heldUnits: 1, availableUnits: 4 },
        ],
        nextCursor: null,
      },
    ]);
    await put(0);
    expect(await unitsOf(api, scheduleId)).toEqual([
      [4, 0, 0],
      [-1, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('is paged by start, and a document', async () => {
    const { scheduleId, slots } = await capacity(api, assure, 1, 2, 3);
    const path = `/admin/schedules/${scheduleId}/timeslots`;
    const { body: first } = await admin.get(`${path}?limit=2`);
    const { body: rest } = await admin.get(`${path}?limit=2&cursor=${first.nextCursor}`);
    expect([[...first.items, ...rest.items], rest.nextCursor]).toEqual([slots, null]);
    const { startDateTime } = slots[1]!;
    expect((await admin.get(`${path}?from=${startDateTime}&limit=1`)).body.items).toEqual([slots[1]]);
    expect((await admin.get(path, JSON_API)).body.data[2]).toMatchObject({
      type: 'timeslots',
      id: slots[2]!.timeslotId,
      attributes: { totalUnits: 3, availableUnits: 3 },
    });
  });

  test.each([
    ['no slots', { timeslots: [] }, 'timeslots', 'missing', ['timeslots']],
    ['negative units', { timeslots: [{ ...windowOf(8, 9), totalUnits: -1 }] }, 'timeslots[0]', 'range', ['totalUnits']],
    [
      'an end before the start',
      { timeslots: [{ ...windowOf(9, 8), totalUnits: 1 }] },
      'timeslots[0]',
      'range',
      ['endDateTime'],
    ],
  ])('refuses %s', async (_, body, object, reason, attributes) => {
    expect(refusal(await admin.put('/admin/schedules/SCH-AKL-N-1/timeslots', body))).toEqual([
      400,
      'WRM-400-01',
      [undefined, object, reason, attributes],
    ]);
  });
});
