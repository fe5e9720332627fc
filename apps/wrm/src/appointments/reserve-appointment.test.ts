import { assure, capacity, fulfil, refusal, reserve, unitsOf, windowOf } from '../testing/bookings';
import { START, wrm } from '../testing/wrm';

const api = wrm();
const requestor = api.as('requestor');
const timed = (from: number, to: number): object => ({
  requestedStartDateTime: windowOf(from, to).startDateTime,
  requestedEndDateTime: windowOf(from, to).endDateTime,
});

describe('POST /appointments', () => {
  it('holds a unit of the slot for half an hour', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 2);
    const more = { campaignId: 'CMP-1', productId: 'P', externalReference: 'X' };
    const reply = await requestor.post('/appointments', { scheduleId, ...fulfil, ...more, ...timed(8, 10) });
    expect([reply.status, reply.headers.get('location')]).toEqual([201, `/appointments/${reply.body.bookingId}`]);
    expect(reply.body).toEqual({
      bookingId: expect.stringMatching(/^BKG-\d{10}$/),
      state: 'Reserved',
      scheduleId,
      externalScheduleReference: `EXT-${scheduleId}`,
      ...fulfil,
      ...more,
      timeslot: {
        timeslotId: slots[0]!.timeslotId,
        ...windowOf(8, 10),
        timeslotType: 'APPOINTMENT',
        dayOfWeek: 'Business days',
        availableUnits: 1,
      },
      overridden: false,
      releasedUnits: 0,
      expiresAt: '2026-02-02T01:30:00.000Z',
      createdDateTime: START,
      updatedDateTime: START,
      history: [
        {
          dateTime: START,
          action: 'reserve',
          partyId: 'NETCO',
          state: 'Reserved',
          timeslotId: slots[0]!.timeslotId,
        },
      ],
    });
    expect(await unitsOf(api, scheduleId)).toEqual([[1, 1, 0]]);
  });

  it('takes a slot by its id, and the campaign of the schedule where none is named', async () => {
    const { scheduleId, slots } = await capacity(api, fulfil, 1);
    const booking = await reserve(api, { scheduleId, ...fulfil, timeslotId: slots[0]!.timeslotId });
    expect(booking).toMatchObject({ campaignId: 'CMP-1', timeslot: { availableUnits: 0 } });
  });

  it('holds nothing for an assurance that names no slot', async () => {
    const { scheduleId } = await capacity(api, assure, 1);
    const booking = await reserve(api, { scheduleId, ...assure });
    expect(booking).not.toHaveProperty('timeslot');
    expect(await unitsOf(api, scheduleId)).toEqual([[1, 0, 0]]);
  });

  it('refuses a slot without a unit, whoever asks', async () => {
    const { scheduleId } = await capacity(api, fulfil, 1);
    await reserve(api, { scheduleId, ...fulfil, ...timed(8, 10) });
    for (const who of ['requestor', 'supplier-a'] as const) {
      expect(refusal(await api.as(who).post('/appointments', { scheduleId, ...fulfil, ...timed(8, 10) }))).toEqual([
        409,
        'WRM-409-20',
        ['WRM-409-20', 'appointment', 'state', ['availableUnits']],
      ]);
    }
    expect(await unitsOf(api, scheduleId)).toEqual([[0, 1, 0]]);
  });

  it('answers a repeated key with the first reply, and takes no second unit', async () => {
    const { scheduleId } = await capacity(api, fulfil, 5);
    const send = (body: object) =>
      requestor.post(
        '/appointments',
        { scheduleId, ...fulfil, ...body },
        { 'Idempotency-Key': `reserve ${scheduleId}`.replace(' ', '-') },
      );
    const first = await send(timed(8, 10));
    const again = await send(timed(8, 10));
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([201, first.body, 'true']);
    expect((await send({ ...timed(8, 10), productId: 'Q' })).body.responseCode).toBe('WRM-409-01');
    expect(await unitsOf(api, scheduleId)).toEqual([[4, 1, 0]]);
  });

  it('names everything that is wrong with a body', async () => {
    const body = { workType: 'FTTH', areaType: 'Urban', location: { locationId: '' }, colour: 'red' };
    expect(refusal(await requestor.post('/appointments', body))).toEqual([
      400,
      'WRM-400-01',
      [undefined, 'appointment', 'additionalProperties', ['colour']],
      [undefined, 'appointment', 'missing', ['scheduleId']],
      [undefined, 'appointment', 'enum', ['workType']],
      [undefined, 'location', 'missing', ['locationId']],
      [undefined, 'location', 'missing', ['locationIdType']],
    ]);
  });

  const window = ['requestedStartDateTime', 'requestedEndDateTime'];
  test.each([
    [
      'half a window',
      { requestedStartDateTime: START },
      [400, 'WRM-400-01', [undefined, 'appointment', 'missing', ['requestedEndDateTime']]],
    ],
    [
      'a slot and a window',
      { ...timed(8, 10), timeslotId: 'TS-1' },
      [400, 'WRM-400-01', [undefined, 'appointment', 'anyOf', ['timeslotId', ...window]]],
    ],
    [
      'an end before the start',
      { requestedStartDateTime: windowOf(8, 10).endDateTime, requestedEndDateTime: windowOf(8, 10).startDateTime },
      [400, 'WRM-400-01', [undefined, 'appointment', 'range', ['requestedEndDateTime']]],
    ],
    ['no slot at all', {}, [422, 'WRM-422-21', ['WRM-422-21', 'appointment', 'missing', ['timeslotId']]]],
    ['a window without a slot', timed(8, 12), [422, 'WRM-422-23', ['WRM-422-23', 'appointment', 'reference', window]]],
    [
      'an unknown slot',
      { timeslotId: 'TS-1' },
      [422, 'WRM-422-23', ['WRM-422-23', 'appointment', 'reference', ['timeslotId']]],
    ],
    [
      'an unknown schedule',
      { scheduleId: 'SCH-NO' },
      [
        422,
        '01018',
        ['01018', 'appointment', 'reference', ['scheduleId']],
        ['WRM-422-21', 'appointment', 'missing', ['timeslotId']],
      ],
    ],
    [
      'other work, another area and another campaign',
      { workType: 'REMI', areaType: 'Rural', campaignId: 'CMP-9', ...timed(8, 9) },
      [
        422,
        'WRM-422-22',
        ['WRM-422-22', 'appointment', 'reference', ['workType', 'areaType']],
        ['01015', 'appointment', 'reference', ['campaignId', 'scheduleId']],
        ['WRM-422-23', 'appointment', 'reference', window],
      ],
    ],
  ])('refuses %s', async (_, more, expected) => {
    const { scheduleId } = await capacity(api, fulfil, 1);
    expect(refusal(await requestor.post('/appointments', { scheduleId, ...fulfil, ...more }))).toEqual(expected);
    expect(await unitsOf(api, scheduleId)).toEqual([[1, 0, 0]]);
  });

  it('refuses a slot of another schedule, one that has begun, and a place that is not served', async () => {
    const { scheduleId } = await capacity(api, fulfil, 1);
    const { slots } = await capacity(api, fulfil, 1);
    const reserveThere = (more: object) => requestor.post('/appointments', { scheduleId, ...fulfil, ...more });
    expect((await reserveThere({ timeslotId: slots[0]!.timeslotId })).body.responseCode).toBe('WRM-422-23');
    const begun = { startDateTime: '2026-02-02T00:59:59.999Z', endDateTime: '2026-02-02T02:00:00.000Z', totalUnits: 1 };
    const put = await api.as('admin').put(`/admin/schedules/${scheduleId}/timeslots`, { timeslots: [begun] });
    expect(refusal(await reserveThere({ timeslotId: put.body.items[0].timeslotId }))).toEqual([
      422,
      'WRM-422-24',
      ['WRM-422-24', 'appointment', 'range', ['timeslotId']],
    ]);
    const elsewhere = { ...fulfil, location: { ...fulfil.location, locationId: '1' } };
    expect(
      refusal(await requestor.post('/appointments', { scheduleId: 'SCH-AKL-N-1', ...elsewhere, ...timed(8, 12) })),
    ).toEqual([422, 'WRM-422-22', ['WRM-422-22', 'appointment', 'reference', ['location']]]);
  });

  it('is closed while its campaign is not active, and outside its time', async () => {
    const admin = api.as('admin');
    const { scheduleId } = await capacity(api, fulfil, 1);
    const campaign = {
      campaignId: 'CMP-SHORT',
      name: 'Short',
      workTypes: ['FibreConnect'],
      workSupplierId: 'FIELDWORKS',
    };
    await admin.post('/admin/campaigns', { ...campaign, from: START, to: windowOf(8, 10).startDateTime });
    await admin.patch(`/admin/schedules/${scheduleId}`, { campaignId: 'CMP-SHORT' });
    const ask = async () => refusal(await requestor.post('/appointments', { scheduleId, ...fulfil, ...timed(8, 10) }));
    const window = ['requestedStartDateTime', 'requestedEndDateTime'];
    expect(await ask()).toEqual([422, '01015', ['01015', 'appointment', 'range', window]]);
    await admin.patch('/admin/campaigns/CMP-SHORT', { active: false, to: windowOf(8, 10).endDateTime });
    expect(await ask()).toEqual([422, '01015', ['01015', 'appointment', 'state', ['campaignId']]]);
    await admin.patch('/admin/campaigns/CMP-SHORT', { active: true });
    await reserve(api, { scheduleId, ...fulfil, ...timed(8, 10) });
  });

  it('knows a work supplier its own schedules alone, and is not for the operator', async () => {
    const { scheduleId } = await capacity(api, fulfil, 1);
    const body = { scheduleId, ...fulfil, ...timed(8, 10) };
    expect((await api.as('supplier-b').post('/appointments', body)).body.responseCode).toBe('01018');
    expect(await api.as('admin').post('/appointments', body)).toMatchObject({
      status: 403,
      body: { responseCode: 'WRM-403-01' },
    });
    await reserve(api, body, 'supplier-a');
  });
});
