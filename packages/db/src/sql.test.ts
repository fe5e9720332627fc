import fc from 'fast-check';
import type { Sql } from './sql';
import { all, join, literal, render, sql } from './sql';

interface Nested {
  built: Sql;
  values: unknown[];
}

const leaf: fc.Arbitrary<Nested> = fc.oneof(
  fc.anything().map((value): Nested => ({ built: sql`a = ${value}`, values: [value] })),
  fc.constant<Nested>({ built: sql`b is null`, values: [] }),
);

/** Pieces in pieces, down to a depth, with the values they should end up with in order. */
const nested = (depth: number): fc.Arbitrary<Nested> =>
  depth === 0
    ? leaf
    : fc.oneof(
        leaf,
        fc.tuple(nested(depth - 1), fc.string(), nested(depth - 1)).map(([one, value, other]) => ({
          built: sql`(${one.built} and c = ${value} and ${other.built})`,
          values: [...one.values, value, ...other.values],
        })),
        fc.array(nested(depth - 1), { maxLength: 4 }).map((several) => ({
          built: join(
            several.map(({ built }) => built),
            ' or ',
          ),
          values: several.flatMap(({ values }) => values),
        })),
      );

const piece = nested(4);

describe('a piece of SQL', () => {
  it('sends every value as a parameter, numbered in order, however pieces nest', () => {
    fc.assert(
      fc.property(piece, ({ built, values }) => {
        const { statement, values: sent } = render(built);
        expect(sent).toEqual(values);
        const numbers = [...statement.text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
        expect(numbers).toEqual(values.map((_, index) => index + 1));
      }),
    );
  });

  it('never lets a value reach the text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(render(sql`select ${value}`).statement.text).toBe('select $1');
      }),
    );
  });

  it('has one name for one text, whatever the values, and another for another', () => {
    const ask = (id: unknown) => render(sql`select ${id} as same_text`).statement;
    expect(ask(1)).toEqual(ask('other'));
    expect(ask(1).name).not.toBe('');
    expect(render(sql`select ${1} as other_text`).statement.name).not.toBe(ask(1).name);
  });

  it('leaves the rarer texts unnamed once many have names, so that connections do not fill up', () => {
    const texts = Array.from({ length: 700 }, (_, index) => render(literal(`select ${index}`)).statement.name);
    expect(texts.at(-1)).toBe('');
    const named = texts.filter((name) => name !== '');
    expect(named.length).toBeLessThanOrEqual(500);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe('join and all', () => {
  const text = (built: Sql): string => render(built).statement.text;

  it.each([
    ['nothing', join([], ', '), ''],
    ['one', join([sql`a`], ', '), 'a'],
    ['several', join([sql`a`, sql`b = ${1}`, sql`c`], ', '), 'a, b = $1, c'],
    ['no condition', all([]), 'true'],
    ['one condition', all([sql`a = ${1}`]), 'a = $1'],
    ['several conditions', all([sql`a = ${1}`, literal('b')]), 'a = $1 and b'],
  ])('%s', (_, built, expected) => {
    expect(text(built)).toBe(expected);
  });
});
