import fc from 'fast-check';
import type { Schema } from '.';
import { absent, damaged, planted, pointersOf, resolverOf, sampleOf } from '.';

const resolve = resolverOf({
  components: {
    schemas: {
      Alias: { $ref: '#/components/schemas/Person' },
      Person: {
        properties: {
          name: { type: 'string' },
          age: { type: ['integer', 'null'] },
          kin: { items: { $ref: '#/components/schemas/Alias' } },
        },
      },
    },
  },
});
const scalar = (type: string | undefined, _format: string | undefined, name: string): string => `${type} of ${name}`;

describe('sampleOf', () => {
  it.each<[Schema, unknown]>([
    [{ const: 3 }, 3],
    [{ enum: ['a', 'b'] }, 'a'],
    [{ allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] }, { a: 1, b: 2 }],
    [{ oneOf: [{ type: 'string' }, { const: 1 }] }, 'string of '],
    [{ properties: { ages: { items: { type: 'integer' } } } }, { ages: ['integer of ages'] }],
  ])('of %j is %j', (schema, sample) => expect(sampleOf(schema, { resolve, scalar })).toEqual(sample));

  it('ends where a schema contains itself', () => {
    const sample = sampleOf({ $ref: '#/components/schemas/Alias' }, { resolve, scalar });
    expect(sample).toMatchObject({ name: 'string of name', age: 'integer of age', kin: [{ name: 'string of name' }] });
  });
});

describe('planted', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

  it('changes the value at the pointer and leaves the body as it was', () => {
    fc.assert(
      fc.property(json, fc.nat(), (body, choice) => {
        const before = JSON.stringify(body);
        const pointers = pointersOf(body);
        const pointer = pointers[choice % pointers.length]!;
        const changed = planted(body, pointer, 'planted');
        expect(pointer.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], changed)).toBe(
          'planted',
        );
        expect(JSON.stringify(body)).toBe(before);
      }),
    );
  });

  it('takes a member away', () => expect(planted({ a: { b: 1, c: 2 } }, ['a', 'b'], absent)).toEqual({ a: { c: 2 } }));
});

describe('damaged', () => {
  it('gives other bytes most of the time, and at most four more', () => {
    const all = fc.sample(damaged('{"a":1}'), { seed: 1, numRuns: 200 });
    expect(all.filter((bytes) => bytes.toString() !== '{"a":1}').length).toBeGreaterThan(150);
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(11);
  });
});
