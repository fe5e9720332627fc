import fc from 'fast-check';
import type { Cell } from './csv-line';
import { csvLine } from './csv-line';
import { readCsv } from './read-csv.fixture';

describe('a line of CSV', () => {
  it.each<[string, Cell[], string]>([
    ['plain cells', ['a', 'b c', '1'], 'a,b c,1\r\n'],
    ['flags', [true, false], 'true,false\r\n'],
    ['nothing', [null, '', null], ',,\r\n'],
    ['a comma', ['Smith, John'], '"Smith, John"\r\n'],
    ['quotes', ['the "old" one'], '"the ""old"" one"\r\n'],
    ['line breaks', ['one\n\ntwo', 'three\r\nfour'], '"one\n\ntwo","three\r\nfour"\r\n'],
    ['what a spreadsheet would take for a formula, as it was stored', ['=1+1'], '=1+1\r\n'],
  ])('writes %s', (_, cells, expected) => {
    expect(csvLine(cells)).toBe(expected);
  });

  it('can be read back, whatever was written', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ',', '\r\n', '\n', '""', ' '));
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(rows.map(csvLine).join(''))).toEqual(rows);
      }),
    );
  });
});
