import { refusal } from '../testing/bookings';
import { wrm } from '../testing/wrm';

const api = wrm();
const admin = api.as('admin');
const requestor = api.as('requestor');
const JSON_API = { Accept: 'application/vnd.api+json' };
const given = { campaignId: 'CMP-2', name: 'Copper out', workTypes: ['FibreConnect'], workSupplierId: 'LINEWORKS' };
const time = { from: '2026-03-01T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' };
const { workSupplierId: _supplier, ...told } = given;
const campaign = { ...told, ...time, workSupplier: { id: 'LINEWORKS', name: 'Lineworks Ltd' }, scheduleIds: [] };
const demo = {
  campaignId: 'CMP-1',
  name: 'Fibre to Auckland North',
  from: '2026-01-01T00:00:00.000Z',
  to: '2035-12-31T00:00:00.000Z',
  active: true,
  workTypes: ['FibreConnect'],
  workSupplier: { id: 'FIELDWORKS', name: 'Fieldworks Ltd' },
  scheduleIds: ['SCH-AKL-N-1'],
};

describe('campaigns', () => {
  it('are kept by the operator, and read by all', async () => {
    const made = await admin.post('/admin/campaigns', { ...given, ...time });
    expect([made.status, made.headers.get('location'), made.body]).toEqual([
      201,
      '/admin/campaigns/CMP-2',
      { ...campaign, active: true },
    ]);
    expect(refusal(await admin.post('/admin/campaigns', { ...given, ...time }))).toEqual([
      409,
      'WRM-409-40',
      ['WRM-409-40', 'campaign', 'duplicate', ['campaignId']],
    ]);
    const changed = await admin.patch('/admin/campaigns/CMP-2', { active: false });
    expect([changed.status, changed.body]).toEqual([200, { ...campaign, active: false }]);
    expect((await admin.get('/admin/campaigns/CMP-2')).body).toEqual({ ...campaign, active: false });
    for (const path of ['/campaigns', '/admin/campaigns']) {
      expect((await admin.get(path)).body).toEqual({
        campaigns: [demo, { ...campaign, active: false }],
        nextCursor: null,
      });
    }
    expect((await api.as('supplier-b').get('/campaigns')).body.campaigns).toHaveLength(1);
    expect((await api.as('supplier-b').get('/admin/campaigns')).body.responseCode).toBe('WRM-403-01');
    expect((await admin.get('/admin/campaigns/CMP-9')).body.responseCode).toBe('WRM-404-06');
  });

  test.each([
    ['active=true', ['CMP-1']],
    ['active=false', ['CMP-2']],
    ['areaType=Urban', ['CMP-1']],
    ['areaType=Rural', []],
    ['workType=FibreConnect', ['CMP-1', 'CMP-2']],
    ['workType=REMI', []],
  ])('are found by %s', async (query, ids) => {
    const { body } = await requestor.get(`/campaigns?${query}`);
    expect(body.campaigns.map(({ campaignId }: { campaignId: string }) => campaignId)).toEqual(ids);
  });

  it('are paged, and documents', async () => {
    const { body } = await requestor.get('/campaigns?limit=1&include=work_supplier', JSON_API);
    expect(body).toMatchObject({
      data: [{ type: 'campaigns', id: 'CMP-1', relationships: { schedules: { data: [{ id: 'SCH-AKL-N-1' }] } } }],
      included: [{ type: 'parties', id: 'FIELDWORKS' }],
      links: { next: expect.stringContaining('cursor=') },
    });
    const cursor = (await requestor.get('/campaigns?limit=1')).body.nextCursor as string;
    expect((await requestor.get(`/campaigns?cursor=${cursor}`)).body.campaigns).toMatchObject([
      { campaignId: 'CMP-2' },
    ]);
    expect((await admin.get('/admin/campaigns/CMP-1', JSON_API)).body.data.attributes.name).toBe(demo.name);
    expect(refusal(await requestor.get('/campaigns?active=maybe&limit=0'))).toEqual([
      400,
      'WRM-400-03',
      [undefined, 'query', 'enum', ['active']],
      [undefined, 'query', 'format', ['limit']],
    ]);
  });

  test.each([
    ['a party that is no supplier', { workSupplierId: 'NETCO' }, ['workSupplierId']],
    ['an end at the start', { to: time.from }, ['to']],
  ])('are not made of %s', async (_, more, attributes) => {
    expect(refusal(await admin.post('/admin/campaigns', { ...given, ...time, campaignId: 'CMP-3', ...more }))).toEqual([
      422,
      'WRM-422-40',
      ['WRM-422-40', 'campaign', 'reference', attributes],
    ]);
  });

  it('do not end before they begin by a change either', async () => {
    expect((await admin.patch('/admin/campaigns/CMP-2', { to: '2026-02-01T00:00:00Z' })).body.responseCode).toBe(
      'WRM-422-40',
    );
    expect((await admin.get('/admin/campaigns/CMP-2')).body.to).toBe(time.to);
  });
});
