import { ZipFile } from 'yazl';
import { writeXlsx } from './write-xlsx';
import type { Row, SheetPart } from './cells';
import { Archive } from './archive';
import { readXml } from './xml';
import { readSheetRows } from './read-sheet';

/** A workbook of one sheet, as our own writer makes it. */
export async function workbookOf(rows: readonly Row[]): Promise<Buffer> {
  return bytesOf([{ sheet: 'Sheet' }, ...rows]);
}

export async function bytesOf(parts: Iterable<SheetPart>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeXlsx(parts) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A ZIP file of these entries. */
export async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The entries of a workbook as spreadsheet programs write it: texts are shared, and the first sheet is not sheet1. */
export const foreignWorkbook = (sheetData: string, sharedTexts = ''): Record<string, string> => ({
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Prices" sheetId="7" r:id="rId3"/><sheet name="Other" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="x"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="/xl/worksheets/prices.xml"/></Relationships>`,
  'xl/worksheets/prices.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedTexts}</sst>`,
});

/** The sheets of a workbook by their names, each with the text of its cells by row number. */
export async function readSheets(bytes: Buffer): Promise<Map<string, Map<number, string[]>>> {
  const archive = await Archive.open(bytes);
  const names: string[] = [];
  await readXml(archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') names.push(attributes['name']!);
    },
  });
  const sheets = new Map<string, Map<number, string[]>>();
  for (const [place, name] of names.entries()) {
    const rows = new Map<number, string[]>();
    for await (const { row, cells } of readSheetRows(archive.read(`xl/worksheets/sheet${place + 1}.xml`), [], 20)) {
      rows.set(row, [...cells]);
    }
    sheets.set(name, rows);
  }
  return sheets;
}
