import { wrm } from '../testing/wrm';

const api = wrm();
const ask = (query: string, headers = {}) => api.as('requestor').get(`/work-channel?${query}`, headers);

test.each([
  ['workType=FibreConnect', { channel: 'WRM', workSupplier: { id: 'FIELDWORKS', name: 'Fieldworks Ltd' } }],
  ['workType=PRM&areaType=Rural', { channel: 'WRM', workSupplier: { id: 'LINEWORKS', name: 'Lineworks Ltd' } }],
  ['workType=PRM&taskType=Fulfil', { channel: 'OTHER' }],
])('%s goes the way of the allocation rules', async (query, wanted) => {
  expect((await ask(query)).body).toEqual(wanted);
});

it('is another channel where no rule fits', async () => {
  await api.as('admin').put('/admin/allocation-rules', {
    rules: [{ workType: 'REMI', areaType: 'Rural', supplierId: 'LINEWORKS' }],
  });
  expect((await ask('workType=REMI&areaType=Rural')).body.channel).toBe('WRM');
  expect((await ask('workType=REMI&areaType=Urban')).body).toEqual({ channel: 'OTHER' });
});

it('names every wrong parameter', async () => {
  const { status, body } = await ask('taskType=x&areaType=x&locationIdType=x');
  expect([status, body.responseCode]).toEqual([400, 'WRM-400-03']);
  expect(body.errors.map(({ attributes }: { attributes: string[] }) => attributes[0])).toEqual([
    'taskType',
    'workType',
    'areaType',
    'locationIdType',
  ]);
});

it('is a document of JSON:API too', async () => {
  const { body } = await ask('workType=REMI&areaType=Rural', { Accept: 'application/vnd.api+json' });
  expect(body.data).toMatchObject({
    type: 'work-channels',
    relationships: { work_supplier: { data: { type: 'parties', id: 'LINEWORKS' } } },
  });
});
