import fc from 'fast-check';
import { Spool } from './spool';

describe('Spool', () => {
  it('gives back what it was given, by order, and as it came where the order is one', () => {
    const entry = fc.record({ order: fc.integer({ min: 0, max: 5 }), text: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const spool = new Spool();
        for (const { order, text } of entries) spool.add(order, text);
        const sorted = [...entries].sort((a, b) => a.order - b.order);
        expect([...spool.inOrder()]).toEqual(sorted.map(({ text }) => Buffer.from(text).toString('utf8')));
      }),
    );
  });

  it('holds more than a block, and what is larger than one', () => {
    const spool = new Spool();
    const texts = ['a', 'b'.repeat(700_000), 'c'.repeat(700_000), 'd'.repeat(3_000_000), 'e'];
    texts.forEach((text, place) => spool.add(place, text));
    expect([...spool.inOrder()]).toEqual(texts);
  });
});
