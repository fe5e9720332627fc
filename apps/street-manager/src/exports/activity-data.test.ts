import { activityBody } from '../testing/examples/bodies';
import { body } from '../testing/given';
import type { Who } from '../testing/street-manager';
import { streetManager } from '../testing/street-manager';

const { api } = streetManager();

const get = (at = '', who: Who = 'export') => api.as(who).get(`/v3/export/activity-data${at}`);

/** At ten o'clock a fair, and another that is called off at half past. */
let fair: string;
let cancelled: string;

beforeAll(async () => {
  const make = async (): Promise<string> =>
    body<{ activity_reference_number: string }>(await api.as('ellerdale').post('/activity', activityBody), 201)
      .activity_reference_number;
  [fair, cancelled] = [await make(), await make()];
  await api.moveTo({ now: '2026-11-20T10:30:00.000Z' });
  body(await api.as('ellerdale').put(`/activity/${cancelled}/cancel`, { cancellation_reason: 'Rain' }), 204);
  await api.moveTo({ now: '2026-11-20T11:05:00.000Z' });
});

it('has what happened in the last full hour, each activity once, for everybody', async () => {
  for (const who of ['export', 'northbeck', 'contractor', 'marshfield', 'admin'] as const) {
    const { status, text, headers } = await get('', who);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe('attachment; filename="Activity_data_export_2026-11-20_11-00.csv"');
    const [headings, ...rows] = text.trimEnd().split('\r\n');
    expect(headings).toMatch(/^Event type,Event type reference,Event time,Activity reference number,USRN,Street name,/);
    expect(rows).toEqual([
      expect.stringContaining(
        `Activity submitted,activity_submitted,2026-11-20T10:00:00.000Z,${fair},8412007,TANNERY LANE`,
      ),
      expect.stringContaining(`Activity cancelled,activity_cancelled,2026-11-20T10:30:00.000Z,${cancelled},`),
    ]);
  }
});

it.each([
  ['?csvExportDate=2026-11-20T11:59:59Z', '11-00', 2],
  ['?csv_export_date=2026-11-20T11:00:00Z', '11-00', 2],
  ['?csvExportDate=2026-11-20T10:59:59Z', '10-00', 0],
  ['?csvExportDate=2026-11-06T12:30:00Z', '12-00', 0],
])('%s gives the file of %s with %i lines', async (at, hour, count) => {
  const { text, headers } = await get(at);
  expect(headers.get('content-disposition')).toContain(`_${hour}.csv`);
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + count);
});

it.each([
  ['?csvExportDate=2026-11-06T11:00:00Z', 400],
  ['?csvExportDate=yesterday', 400],
  ['?csvExportDate=2026-11-20T12:00:00Z', 404],
])('%s is refused with %i', async (at, status) => {
  expect((await get(at)).status).toBe(status);
});

it('goes by the clocks of London', async () => {
  await api.moveTo({ now: '2027-04-15T12:05:00.000Z' });
  const { headers } = await get();
  expect(headers.get('content-disposition')).toContain('Activity_data_export_2027-04-15_13-00.csv');
});

it('needs a token', async () => {
  expect((await get('', 'nobody')).status).toBe(401);
});
