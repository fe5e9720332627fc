import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { UnreadableFile } from '../refusals';

/** What is done with the pieces of a document as they come. Names are without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Tells a reader what stands in a document that comes in pieces. Nothing of a document type is read, so that no entity
 * can be expanded.
 */
export class XmlPieces {
  private readonly parser = new SaxesParser();
  private fault: Error | undefined;

  constructor(reader: XmlReader) {
    const { parser } = this;
    parser.on('error', (error) => (this.fault ??= error));
    parser.on('doctype', () => (this.fault ??= new Error('a document type is not allowed')));
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => reader.open?.(plain(name), attributes));
    parser.on('text', (text) => reader.text?.(text));
    parser.on('cdata', (text) => reader.text?.(text));
    parser.on('closetag', ({ name }: SaxesTagPlain) => reader.close?.(plain(name)));
  }

  /** Throws UnreadableFile for what is not XML. */
  write(piece: string): void {
    this.parser.write(piece);
    this.check();
  }

  /** Throws UnreadableFile for a document that ends early. */
  end(): void {
    this.parser.close();
    this.check();
  }

  private check(): void {
    if (!this.fault) return;
    throw new UnreadableFile('malformed', `The workbook cannot be read: ${this.fault.message.slice(0, 200)}`);
  }
}

/** Reads a whole document. Throws UnreadableFile. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const document = new XmlPieces(reader);
  for await (const piece of pieces) document.write(piece);
  document.end();
}
