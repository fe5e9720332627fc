import { randomIds } from '@switchyard/domain';
import { createLogger } from '@switchyard/http';
import { readConfig } from '../config';
import { Receiver } from '../testing/receiver';
import { wrm } from '../testing/wrm';
import { Webhooks } from './webhooks';

const api = wrm();

/** What another process of the service has, on the same database and clock. */
function another(): Webhooks {
  const config = readConfig({ DATABASE_URL: api.db().url, LOG_LEVEL: 'error' });
  const log = createLogger('test', config.logLevel, false);
  return new Webhooks({ config, log, db: api.db(), clock: api.clock(), ids: randomIds });
}

it('asks each webhook once, however many processes look for what is due', async () => {
  const receiver = await Receiver.open();
  const requestor = api.as('requestor');
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const subscription = { webhookUrl: `${receiver.url}/${n}`, secretKey: receiver.secret };
    ids.push((await requestor.post('/subscribers', subscription)).body.subscriberId);
  }
  const others = [another(), another()];
  await Promise.all([...others.map((each) => each.runDue()), api.as('nobody').put('/sandbox/clock', {})]);
  expect(receiver.challenges.map(({ subscriberId }) => subscriberId).sort()).toEqual([...ids].sort());
  await Promise.all(others.map((each) => each.stop()));
  await receiver.close();
});

it('lets an attempt that died with its process cost that attempt alone', async () => {
  const receiver = await Receiver.open();
  const requestor = api.as('requestor');
  receiver.echoes((response) => response.writeHead(500).end());
  const subscription = { webhookUrl: receiver.url, secretKey: receiver.secret };
  const { subscriberId } = (await requestor.post('/subscribers', subscription)).body;
  await api.as('nobody').put('/sandbox/clock', {});
  // As a process leaves it that dies while it waits for the third answer.
  const dead = `update subscriber set challenge_attempts = 3 where id = '${subscriberId}'`;
  await api.db().reader().rows({ name: 'died', text: dead });
  const asked = receiver.challenges.length;
  await api.as('nobody').put('/sandbox/clock', { advance: 'PT30S' });
  expect(receiver.challenges).toHaveLength(asked);
  expect((await requestor.get(`/subscribers/${subscriberId}`)).body).toMatchObject({
    status: 'VerificationFailed',
    verification: { lastError: 'The answer was lost with the process that waited for it.' },
  });
  await receiver.close();
});

it('counts no answer to a question that was withdrawn', async () => {
  const receiver = await Receiver.open();
  const requestor = api.as('requestor');
  let release = (): void => undefined;
  receiver.echoes((response, { challenge }) => {
    release = () => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ challenge }));
  });
  const subscription = { webhookUrl: receiver.url, secretKey: receiver.secret };
  const { subscriberId } = (await requestor.post('/subscribers', subscription)).body;
  await receiver.wasChallenged(1);
  const late = release;
  const other = `${receiver.url}/other`;
  await requestor.patch(`/subscribers/${subscriberId}`, { webhookUrl: other });
  await receiver.wasChallenged(2);
  late();
  const again = release;
  receiver.echoes((response) => response.writeHead(500).end());
  again();
  await api.as('nobody').put('/sandbox/clock', {});
  expect((await requestor.get(`/subscribers/${subscriberId}`)).body).toMatchObject({
    status: 'Verified',
    webhookUrl: other,
  });
  await receiver.close();
});
