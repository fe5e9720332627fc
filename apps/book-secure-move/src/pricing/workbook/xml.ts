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
 * Reads a document in pieces; after each piece the caller may take what was found, by the yields. Nothing of a document
 * type is read, so that no entity can be expanded. Throws UnreadableFile.
 */
export async function* parseXml(pieces: AsyncIterable<string>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let fault: Error | undefined;
  parser.on('error', (error) => (fault ??= error));
  parser.on('doctype', () => (fault ??= new Error('a document type is not allowed')));
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => reader.open?.(plain(name), attributes));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }: SaxesTagPlain) => reader.close?.(plain(name)));
  const check = (): void => {
    if (fault) throw new UnreadableFile('malformed', `The workbook cannot be read: ${fault.message.slice(0, 200)}`);
  };
  for await (const piece of pieces) {
    parser.write(piece);
    check();
    yield;
  }
  parser.close();
  check();
  yield;
}

/** Reads a whole document. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  for await (const _ of parseXml(pieces, reader));
}
