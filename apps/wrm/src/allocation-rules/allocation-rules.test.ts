import { wrm } from '../testing/wrm';

const api = wrm();
const admin = api.as('admin');

describe('/admin/allocation-rules', () => {
  it('keeps the rules in the order in which they were sent', async () => {
    const rules = [
      { workType: 'REMO', workDivision: 'North', supplierId: 'FIELDWORKS' },
      { workType: 'REMO', supplierId: 'LINEWORKS' },
    ];
    expect(await admin.put('/admin/allocation-rules', { rules })).toMatchObject({ status: 200, body: { rules } });
    expect((await admin.get('/admin/allocation-rules')).body).toEqual({ rules });
  });

  it('refuses who does no such work, and names each rule', async () => {
    const before = (await admin.get('/admin/allocation-rules')).body;
    const rules = ['NETCO', 'LINEWORKS', 'NOBODY'].map((supplierId) => ({ workType: 'PRM', supplierId }));
    const reply = await admin.put('/admin/allocation-rules', { rules });
    expect([reply.status, reply.body.errors.map(({ object }: { object: string }) => object)]).toEqual([
      422,
      ['rules[0]', 'rules[2]'],
    ]);
    expect((await admin.get('/admin/allocation-rules')).body).toEqual(before);
  });
});

describe('/admin/activity-types', () => {
  it('makes a type and changes it', async () => {
    const put = (allowed: boolean) =>
      admin.put('/admin/activity-types/Survey', { workSupplierAllowedToCancel: allowed });
    expect((await put(true)).body).toEqual({ name: 'Survey', workSupplierAllowedToCancel: true });
    await put(false);
    expect((await admin.get('/admin/activity-types')).body.activityTypes).toContainEqual({
      name: 'Survey',
      workSupplierAllowedToCancel: false,
    });
  });
});
