import { hashSecret, hashSecretAside, unmatchableHash, verifySecret } from './secrets';

const secret = 'correct horse battery staple';
const stored = hashSecret(secret);

describe('hashSecret', () => {
  it('names the cost, and salts every hash afresh', () => {
    expect(stored).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(hashSecret(secret)).not.toBe(stored);
  });
});

describe('verifySecret', () => {
  it('knows the secret again', async () => {
    expect(await verifySecret(secret, stored)).toBe(true);
  });

  it('follows the cost that the hash names', async () => {
    const cheap = 'scrypt$2$1$1$c2FsdA$vZW6lfwg9pwRGtb0WTaka_Yc5crx8prKgYa3pqRHzxs';
    expect(await verifySecret('cheap', cheap)).toBe(true);
    expect(await verifySecret('cheap', cheap.replace('$2$', '$4$'))).toBe(false);
  });

  it.each([
    ['another secret', 'Correct horse battery staple', stored],
    ['no secret', '', stored],
    ['a hash with another salt', secret, stored.replace(/\$[\w-]{22}\$/, '$AAAAAAAAAAAAAAAAAAAAAA$')],
    ['a hash cut short', secret, stored.slice(0, -1)],
    ['the secret in clear', secret, secret],
    ['nothing stored', secret, ''],
  ])('refuses %s', async (_, given, hash) => {
    expect(await verifySecret(given, hash)).toBe(false);
  });
});

it('hashes aside what it can verify', async () => {
  expect(await verifySecret('one', await hashSecretAside('one'))).toBe(true);
  expect(await verifySecret('two', await hashSecretAside('one'))).toBe(false);
});

it('has a hash that nothing matches', async () => {
  for (const attempt of ['', 'A', unmatchableHash]) expect(await verifySecret(attempt, unmatchableHash)).toBe(false);
});
