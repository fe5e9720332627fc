import busboy from 'busboy';
import { Readable } from 'node:stream';
import { InvalidInput, UnreadableFile } from '../refusals';

/** A file as a form sent it. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

export interface SentForm {
  fields: ReadonlyMap<string, string>;
  file: SentFile;
}

const LIMITS = { files: 1, fields: 20, parts: 25, fieldSize: 1_000, fieldNameSize: 100, headerPairs: 50 };

/** The fields of a form and the file named `file`. Throws InvalidInput for what is no form, UnreadableFile for none. */
export async function readForm(body: Buffer, contentType: string): Promise<SentForm> {
  const fields = new Map<string, string>();
  let file: SentFile | undefined;
  const parser = parserOf(contentType);
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (field, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (field === 'file') file = { name: filename ?? '', bytes: Buffer.concat(chunks) };
    });
  });
  await new Promise<void>((resolve, reject) => {
    parser.once('close', resolve);
    parser.once('error', () => reject(malformed()));
    Readable.from([body]).pipe(parser);
  });
  if (!file || file.bytes.length === 0) throw new UnreadableFile('blank', 'The form has no file named file');
  return { fields, file };
}

function parserOf(contentType: string): busboy.Busboy {
  try {
    return busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
  } catch {
    throw malformed();
  }
}

const malformed = (): InvalidInput =>
  new InvalidInput(400, { pointer: '' }, 'malformed', 'The body is not a form of multipart/form-data');
