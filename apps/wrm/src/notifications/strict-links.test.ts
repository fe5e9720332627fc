import { work } from '../testing/work';
import { wrm } from '../testing/wrm';

const api = wrm({ WRM_STRICT_LINKS: 'on' });
const given = work(api);

it('refuses a link that names nothing of the task, where links are strict', async () => {
  const { id } = await given.task();
  const reply = await given.post('supplier-a', 'UpdateTaskAssetsEvent', { id, assets: [] });
  expect(reply).toMatchObject({
    status: 422,
    body: { responseCode: 'WRM-422-02', errors: [{ attributes: ['linkedNotificationId'] }] },
  });
});
