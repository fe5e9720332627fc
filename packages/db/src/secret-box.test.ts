import fc from 'fast-check';
import { SecretBox } from './secret-box';

const keys = { old: Buffer.alloc(32, 1), new: Buffer.alloc(32, 2) };
const before = new SecretBox({ current: 'old', keys });
const after = new SecretBox({ current: 'new', keys });

describe('a sealed secret', () => {
  it('opens for its owner, also after the key has changed, and shows nothing of itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string(), (secret, owner) => {
        const sealed = before.seal(secret, owner);
        expect(after.open(sealed, owner)).toBe(secret);
        expect(sealed).not.toContain(secret);
        expect(before.seal(secret, owner)).not.toBe(sealed);
        expect([before.isCurrent(sealed), after.isCurrent(sealed)]).toEqual([true, false]);
      }),
    );
  });

  it('opens for nobody else, under no other key, and not once it was changed', () => {
    const sealed = before.seal('a secret', 'owner');
    const flipped = sealed.slice(0, -2) + (sealed.at(-2) === 'A' ? 'B' : 'A') + sealed.at(-1);
    expect(() => before.open(sealed, 'other')).toThrow();
    expect(() => before.open(flipped, 'owner')).toThrow();
    expect(() => before.open(sealed.replace('.old.', '.new.'), 'owner')).toThrow();
    expect(() => before.open(sealed.replace('.old.', '.constructor.'), 'owner')).toThrow('no key');
    expect(() => before.open('', 'owner')).toThrow('no key');
  });

  it.each([
    [{ current: 'none', keys }, 'no key none'],
    [{ current: 'old', keys: { old: Buffer.alloc(16) } }, '32 bytes'],
    [{ current: 'a.b', keys: { 'a.b': Buffer.alloc(32) } }, 'key id'],
  ])('needs usable keys: %j', (config, message) => {
    expect(() => new SecretBox(config)).toThrow(message);
  });
});
