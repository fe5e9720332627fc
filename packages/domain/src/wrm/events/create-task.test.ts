import { booking, codesOf, created, facts, newActivity } from './events.fixture';

const scheduled = (schedule: object): object => ({ activities: [newActivity('ACT-1', { schedule })] });
const assure = (workType: string, schedule: object, more: object = {}): object => ({
  taskType: 'Assure',
  workType,
  ...scheduled({ latestEnd: '2026-02-20T04:00:00Z', ...schedule }),
  ...more,
});
const at = (
  contacts: object[],
  locations: object[] = [{ locationId: '300112233', locationIdType: 'TLC' }],
): object => ({
  site: { address: { street: 'Kauri Lane', city: 'Auckland' }, locations, contacts },
});
const connectionPoint = [{ locationId: 'CP-0001', locationIdType: 'CONNECTIONPOINT' }];
const time = '2026-02-04T19:00:00Z';

describe('createTask', () => {
  test.each([
    ['a twin', {}, facts({ hasTwin: true }), ['01013']],
    ['a reference in use', {}, facts({ referenceInUse: true }), ['WRM-409-08']],
    ['an appointment without a schedule', scheduled({ appointmentTime: time }), facts(), ['01014']],
    ['an unknown campaign', scheduled({ latestEnd: time, campaignId: 'CMP-9' }), facts(), ['01015']],
    [
      'a campaign of another schedule',
      scheduled({ latestEnd: time, campaignId: 'CMP-2', scheduleId: 'SCH-AKL-N-1' }),
      facts({ campaigns: new Map([['CMP-2', { campaignId: 'CMP-2', workTypes: [] }]]) }),
      ['01015'],
    ],
    ['no work supplier', {}, facts({ supplierId: undefined }), ['01016']],
    ['an unknown work supplier', {}, facts({ supplierId: 'NOBODY' }), ['01016']],
    [
      "another supplier's schedule",
      scheduled({ latestEnd: time, scheduleId: 'SCH-AKL-N-1' }),
      facts({ supplierId: 'LINEWORKS' }),
      ['01016'],
    ],
    ['a type of task that does not fit', { taskType: 'Assure' }, facts(), ['01017']],
    [
      'an unknown type of activity',
      { activities: [newActivity('ACT-1', { activityType: 'Dig' })] },
      facts(),
      ['01017'],
    ],
    ['an unknown schedule', scheduled({ latestEnd: time, scheduleId: 'SCH-9' }), facts(), ['01018']],
    ['no window', scheduled({}), facts(), ['010120']],
    ['both ends of the window', scheduled({ earliestStart: time, latestEnd: time }), facts(), ['010120']],
    ['no TLC location for fibre', at([], connectionPoint), facts(), ['010120']],
    ['a contact with half a name', at([{ firstName: 'Aroha', role: 'SiteContact' }]), facts(), ['010120']],
    ['REMO without a division', assure('REMO', {}), facts(), ['WRM-422-07']],
    ['a division for REMI', assure('REMI', { workDivision: 'North' }), facts(), ['WRM-422-07']],
    ['an area site for fibre', scheduled({ latestEnd: time, areaSite: 'A1' }), facts(), ['WRM-422-07']],
    ['an unknown booking', scheduled({ latestEnd: time, appointmentBookingId: 'BKG-9' }), facts(), ['WRM-422-06']],
    [
      'one booking for two activities',
      {
        activities: ['ACT-1', 'ACT-2'].map((reference) =>
          newActivity(reference, { schedule: { latestEnd: time, appointmentBookingId: 'BKG-0000000042' } }),
        ),
      },
      facts(),
      ['WRM-422-06'],
    ],
    [
      'files of another party',
      {
        fileAttachments: [
          {
            fileName: 'a.pdf',
            owner: 'FIELDWORKS',
            mediaType: 'pdf',
            fileSize: 1,
            fileAttachmentUri: 'https://f.example/a',
          },
        ],
      },
      facts(),
      ['WRM-403-03'],
    ],
  ] as const)('refuses %s', (_, given, known, codes) => {
    expect(codesOf(() => created(given, known))).toEqual(codes);
  });

  test.each([
    ['an appointment instead of a window', scheduled({ appointmentTime: time, scheduleId: 'SCH-AKL-N-1' })],
    ['REMO with a division', assure('REMO', { workDivision: 'North' })],
    [
      'REMI with its attributes',
      assure('REMI', { areaSite: 'A1', classOfWork: 'C', equipmentType: 'E' }, at([], connectionPoint)),
    ],
  ] as const)('takes %s', (_, given) => {
    expect(codesOf(() => created(given))).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    const given = { taskType: 'Assure', ...scheduled({ campaignId: 'CMP-9', scheduleId: 'SCH-9' }) };
    expect(codesOf(() => created(given, facts({ hasTwin: true })))).toEqual([
      '01013',
      '01018',
      '01015',
      '010120',
      '01017',
    ]);
  });

  it("copies the schedule's reference and the type's permission into the activity", () => {
    const { task, links } = created(
      scheduled({ latestEnd: time, scheduleId: 'SCH-AKL-N-1', appointmentBookingId: 'BKG-0000000042' }),
      facts({ bookings: new Map([['BKG-0000000042', booking()]]) }),
    );
    expect(task.activities[0]).toMatchObject({
      id: 'WRM-0000000101-01',
      workSupplierAllowedToCancel: false,
      schedule: {
        externalScheduleReference: 'FW-NTH-01',
        chorusReschAllowed: true,
        latestEnd: '2026-02-04T19:00:00.000Z',
      },
    });
    expect(links).toHaveLength(1);
  });
});
