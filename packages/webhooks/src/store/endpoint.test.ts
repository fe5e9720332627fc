import { prepared } from '@switchyard/db';
import { testDatabase } from '@switchyard/testing';
import { SecretBox } from '@switchyard/db';
import { givenEndpoint, secret, secrets } from '../testing/engine';
import { scratch } from '../testing/scratch';
import { createEndpoint, getEndpoint, listEndpoints } from './endpoint';
import { changeUrl } from './endpoint-changes';
import { readSecret, resealSecrets, rotateSecret } from './endpoint-secrets';

const { database } = testDatabase(scratch);
const now = new Date('2026-11-20T10:00:00Z');
const inAnHour = new Date('2026-11-20T11:00:00Z');
const given = (options: object = {}) => givenEndpoint(database(), { url: 'https://hooks.example/', ...options }, now);
const sealedOf = prepared<{ texts: string[] }>(
  'sealed-of',
  `select array_remove(array[secret, previous_secret, basic_credentials], null) as texts
   from webhook_endpoint where id = $1`,
);

describe('an endpoint', () => {
  it('is read without its secrets, which are sealed where they lie', async () => {
    const id = await given({ basic: { user: 'user', password: 'password' }, heldReason: 'unverified' });
    expect(await getEndpoint(database().reader(), id)).toEqual({
      id,
      url: 'https://hooks.example/',
      style: 'wrm',
      profile: null,
      maxInFlight: 8,
      state: 'held',
      heldReason: 'unverified',
      failingSince: null,
      pausedUntil: null,
      previousSecretUntil: null,
    });
    expect(await readSecret(database().reader(), secrets, id)).toBe(secret);
    const { texts } = (await database().reader().first(sealedOf, [id]))!;
    expect(texts).toHaveLength(2);
    expect(texts.join()).not.toMatch(/wrm-demo|password/);
  });

  it('is listed with others, those that are unknown are not', async () => {
    const ids = [await given(), await given()].sort();
    const listed = await listEndpoints(database().reader(), [...ids, 'unknown']);
    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  it('has one id', async () => {
    const id = await given();
    const again = database().transaction(async (tx) => {
      createEndpoint(tx, secrets, { id, url: 'https://hooks.example/', style: 'wrm', secret }, now);
      await Promise.resolve();
    });
    await expect(again).rejects.toThrow('already taken');
  });

  it('changes its URL', async () => {
    const id = await given();
    await database().transaction((tx) => changeUrl(tx, id, 'https://new.example/'));
    expect((await getEndpoint(database().reader(), id)).url).toBe('https://new.example/');
  });

  it('that is unknown is not found', async () => {
    const unknown = { id: 'unknown', secret, previousUntil: inAnHour, now };
    await expect(getEndpoint(database().reader(), 'unknown')).rejects.toMatchObject({ code: 'not_found' });
    await expect(readSecret(database().reader(), secrets, 'unknown')).rejects.toMatchObject({ code: 'not_found' });
    for (const change of [
      database().transaction((tx) => changeUrl(tx, 'unknown', 'https://new.example/')),
      database().transaction((tx) => rotateSecret(tx, secrets, unknown)),
    ]) {
      await expect(change).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('rotating a secret', () => {
  const rotate = (id: string, fresh: string, previousUntil: Date, at = now) =>
    database().transaction((tx) => rotateSecret(tx, secrets, { id, secret: fresh, previousUntil, now: at }));

  it('is refused while an earlier rotation is open, and possible again afterwards', async () => {
    const id = await given();
    await rotate(id, 'second', inAnHour);
    expect((await getEndpoint(database().reader(), id)).previousSecretUntil).toEqual(inAnHour);
    await expect(rotate(id, 'third', inAnHour)).rejects.toMatchObject({ code: 'conflict', reason: 'rotation_open' });
    await rotate(id, 'third', new Date(inAnHour.getTime() + 1), inAnHour);
    expect(await readSecret(database().reader(), secrets, id)).toBe('third');
  });

  it('without an overlap forgets the old one at once', async () => {
    const id = await given();
    await rotate(id, 'second', now);
    expect((await database().reader().first(sealedOf, [id]))!.texts).toHaveLength(1);
  });
});

it('a new key seals everything again, once', async () => {
  const id = await given({ basic: { user: 'user', password: 'password' } });
  const keys = { one: Buffer.alloc(32, 1), two: Buffer.alloc(32, 2) };
  const renewed = new SecretBox({ current: 'two', keys });
  expect(await resealSecrets(database(), renewed)).toBeGreaterThan(0);
  expect(await resealSecrets(database(), renewed)).toBe(0);
  const withoutTheOld = new SecretBox({ current: 'two', keys: { two: keys.two } });
  expect(await readSecret(database().reader(), withoutTheOld, id)).toBe(secret);
});
