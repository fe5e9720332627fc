import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { SheetPart } from './cells';
import { isSheet } from './cells';
import { packageParts, styles } from './package-parts';
import { rowXml, sheetEnd, sheetStart } from './sheet-xml';

const BATCH = 64 * 1_024;
/** The oldest date that a ZIP file holds: two files with the same content are the same. */
const OPTIONS = { mtime: new Date(Date.UTC(1980, 0, 2)), compressionLevel: 3 };

/**
 * A workbook as it is written: rows are taken as fast as the reader of the stream takes their bytes, so that none has to
 * be kept. The parts begin with a sheet. A failure of the parts destroys the stream.
 */
export function writeXlsx(parts: AsyncIterable<SheetPart> | Iterable<SheetPart>): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  zip.on('error', (error: Error) => output.destroy(error));
  void writeSheets(zip, parts, output).catch((error: Error) => output.destroy(error));
  return output;
}

async function writeSheets(
  zip: ZipFile,
  parts: AsyncIterable<SheetPart> | Iterable<SheetPart>,
  output: PassThrough,
): Promise<void> {
  const names: string[] = [];
  let sheet: SheetFile | undefined;
  for await (const part of parts) {
    if (output.destroyed) throw new Error('nobody reads the workbook any more');
    if (isSheet(part)) {
      await sheet?.end();
      names.push(part.sheet);
      sheet = new SheetFile(output);
      zip.addReadStream(sheet.stream, `xl/worksheets/sheet${names.length}.xml`, OPTIONS);
    } else {
      await sheet?.write(part);
    }
  }
  await sheet?.end();
  zip.addBuffer(Buffer.from(styles), 'xl/styles.xml', OPTIONS);
  for (const [path, xml] of packageParts(names)) zip.addBuffer(Buffer.from(xml), path, OPTIONS);
  zip.end();
}

/** One sheet on its way into the file. */
class SheetFile {
  readonly stream = new PassThrough();
  private text = sheetStart;
  private rows = 0;

  constructor(output: PassThrough) {
    // Whoever waits for a reader that has gone away must be told.
    const destroy = (): unknown => this.stream.destroy();
    output.once('close', destroy);
    this.stream.once('close', () => output.off('close', destroy));
  }

  async write(row: Exclude<SheetPart, { sheet: string }>): Promise<void> {
    this.rows += 1;
    this.text += rowXml(this.rows, row);
    if (this.text.length < BATCH) return;
    const { text } = this;
    this.text = '';
    if (!this.stream.write(text) && !this.stream.destroyed) await drained(this.stream);
  }

  async end(): Promise<void> {
    const read = once(this.stream, 'close');
    this.stream.end(this.text + sheetEnd);
    if (!this.stream.destroyed) await read;
  }
}

/** Done once the stream takes more, or is gone. */
function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}
