import type { SheetRow } from '@switchyard/domain/book-secure-move/pricing';
import { UnreadableFile } from '../refusals';
import { Archive } from './archive';
import { readXml } from './xml';
import { readSheetRows } from './read-sheet';

const MOST_SHARED_CHARACTERS = 64 * 1_024 * 1_024;

/** The rows of a workbook's first sheet, with the text of its first columns. Throws UnreadableFile. */
export async function* readWorkbookRows(bytes: Buffer, columns: number): AsyncGenerator<SheetRow> {
  const archive = await Archive.open(bytes);
  const sheet = await firstSheet(archive);
  const shared = await sharedTexts(archive);
  yield* readSheetRows(archive.read(sheet), shared, columns);
}

/** The entry of the sheet that the workbook names first. */
async function firstSheet(archive: Archive): Promise<string> {
  if (!archive.has('xl/workbook.xml') || !archive.has('xl/_rels/workbook.xml.rels')) throw noSheet();
  let relationship: string | undefined;
  await readXml(archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') relationship ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    },
  });
  let target: string | undefined;
  await readXml(archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === relationship) target = Target;
    },
  });
  const entry = target?.startsWith('/') ? target.slice(1) : `xl/${target ?? ''}`;
  if (target === undefined || !archive.has(entry)) throw noSheet();
  return entry;
}

const noSheet = (): UnreadableFile =>
  new UnreadableFile('not_what_it_says', 'The file is not a workbook: it has no sheet');

/** The texts that cells refer to by their place. */
async function sharedTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let characters = 0;
  let inText = false;
  let phonetic = false;
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  await readXml(archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 't') inText = true;
      if (name === 'rPh') phonetic = true;
    },
    text: (piece) => {
      if (inText && !phonetic) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > MOST_SHARED_CHARACTERS) throw new UnreadableFile('zip_bomb', 'The workbook has too much text');
      texts.push(text);
    },
  });
  return texts;
}
