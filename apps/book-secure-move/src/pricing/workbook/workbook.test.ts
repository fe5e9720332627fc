import { once } from 'node:events';
import fc from 'fast-check';
import type { Cell, SheetPart } from './cells';
import { Archive } from './archive';
import { writeCsv } from './write-csv';
import { writeXlsx } from './write-xlsx';
import { bytesOf, readSheets } from './workbooks.fixture';
import { readXml } from './xml';

const textOf = async (parts: SheetPart[], only?: string): Promise<string> => {
  let text = '';
  for await (const piece of writeCsv(parts, only)) text += piece;
  return text;
};

describe('a workbook', () => {
  it('gives back the texts that were written, whatever they are', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('&<>"', "'", ' x ', '=1+1', ']]>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 8 }), async (rows) => {
        const sheets = await readSheets(await bytesOf([{ sheet: 'Any' }, ...rows]));
        for (const [place, row] of rows.entries()) {
          const plain = row.map((cell) => cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
          while (plain.at(-1) === '') plain.pop();
          expect(sheets.get('Any')!.get(place + 1) ?? []).toEqual(plain.map((cell) => cell.replace(/\r\n?/g, '\n')));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing but well-formed XML, and every part is named', async () => {
    const cells: Cell[] = [
      'text',
      7,
      null,
      { pence: 123_45 },
      { share: 0.25 },
      { day: '2026-10-05' },
      { time: '14:30' },
    ];
    const archive = await Archive.open(await bytesOf([{ sheet: 'One & only' }, [], cells, { sheet: 'Empty' }]));
    const parts: string[] = [];
    await readXml(archive.read('[Content_Types].xml'), {
      open: (name, { PartName }) => {
        if (name === 'Override') parts.push(PartName!.slice(1));
      },
    });
    expect(parts).toEqual(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
    for (const part of [...parts, '_rels/.rels', 'xl/_rels/workbook.xml.rels']) {
      expect(archive.has(part)).toBe(true);
      await readXml(archive.read(part), {});
    }
    const sheets = await readSheets(await bytesOf([{ sheet: 'One & only' }, [], cells]));
    expect(sheets.get('One & only')!.get(2)).toEqual([
      'text',
      '7',
      '',
      '123.45',
      '0.25',
      '46300',
      String((14 * 60 + 30) / 1_440),
    ]);
  });

  it('is written as fast as it is read, and not faster', async () => {
    let taken = 0;
    function* endless(): Generator<SheetPart> {
      yield { sheet: 'Endless' };
      for (;;) {
        taken += 1;
        yield [`row ${taken}`, Math.sin(taken), Math.cos(taken)];
      }
    }
    const stream = writeXlsx(endless());
    await once(stream, 'readable');
    // Whatever could go on without a reader has gone on by now.
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(60_000);
    stream.destroy();
  });

  it('breaks off when its rows do', async () => {
    function* failing(): Generator<SheetPart> {
      yield { sheet: 'Failing' };
      throw new Error('no more rows');
    }
    await expect(bytesOf(failing())).rejects.toThrow('no more rows');
  });
});

describe('CSV of sheets', () => {
  const parts: SheetPart[] = [
    { sheet: 'One' },
    ['a', null, { pence: 5 }, { share: 0.5 }, { day: '2026-10-05' }, { time: '09:05' }],
    { sheet: 'Other' },
    ['x, y', '=1+1', null, 'two\nlines'],
  ];

  it('puts the sheets below each other', async () => {
    expect(await textOf(parts)).toBe('a,,0.05,50.00%,05/10/2026,09:05\r\n\r\n"x, y",\'=1+1,,"two\nlines"\r\n');
  });

  it('or gives only one', async () => {
    expect(await textOf(parts, 'Other')).toBe('"x, y",\'=1+1,,"two\nlines"\r\n');
  });
});
