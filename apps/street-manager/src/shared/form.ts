import busboy from 'busboy';
import { Readable } from 'node:stream';
import { violation } from '@switchyard/domain';
import { refuseRequest } from '@switchyard/domain/street-manager';
import { Refusal } from '@switchyard/http';

/** A file as a form sent it. The name is the client's: for people to read, never a path. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

export interface SentForm<Field extends string> {
  file: SentFile;
  fields: Readonly<Partial<Record<Field, string>>>;
}

/** A form of ours has one file and three fields at most; whoever sends many parts wants something else. */
const LIMITS = { files: 2, fields: 20, parts: 22, fieldSize: 1_024, fieldNameSize: 100, headerPairs: 50 };

/**
 * The file of a form, which is in its part `file`, and those of its fields that these names stand for. Throws Refusal for
 * what is no form at all, InvalidRequest for a form without the file, with another one, or with a part that is unknown.
 */
export async function readForm<Field extends string>(
  body: Buffer,
  contentType: string | undefined,
  known: readonly Field[],
): Promise<SentForm<Field>> {
  const { files, fields } = await partsOf(body, contentType ?? '');
  const names = [...fields.map(([name]) => name), ...files.map(([name]) => name)];
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  const unknown = [
    ...fields.filter(([name]) => !known.includes(name as Field)),
    ...files.filter(([name]) => name !== 'file'),
  ];
  const file = files.find(([name]) => name === 'file')?.[1];
  refuseRequest([
    ...(file ? [] : [violation('file', 'required', 'is required', { value: null })]),
    ...repeated.map((name) => violation(name, 'repeated', 'must be sent once', { value: null })),
    ...unknown.map(([name]) => violation(name, 'unknown', 'is not a member of this request', { value: null })),
  ]);
  return { file: file!, fields: Object.fromEntries(fields) as SentForm<Field>['fields'] };
}

interface Parts {
  files: [name: string, file: SentFile][];
  fields: [name: string, value: string][];
}

async function partsOf(body: Buffer, contentType: string): Promise<Parts> {
  const parts: Parts = { files: [], fields: [] };
  const parser = parserOf(contentType);
  await new Promise<void>((resolve, reject) => {
    const tooMany = (): void => reject(malformed('the form has too many parts'));
    parser.on('partsLimit', tooMany).on('filesLimit', tooMany).on('fieldsLimit', tooMany);
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) reject(malformed('a field of the form is too long'));
      else parts.fields.push([name, value]);
    });
    parser.on('file', (name, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => reject(malformed('the form ends early')));
      stream.on('end', () => parts.files.push([name, { name: filename ?? '', bytes: Buffer.concat(chunks) }]));
    });
    parser.once('error', () => reject(malformed('the body is not a whole form')));
    parser.once('close', resolve);
    Readable.from([body]).pipe(parser);
  });
  return parts;
}

/** Names of files are read as UTF-8, and whole, so that a path in one can be refused rather than cut off. */
function parserOf(contentType: string): busboy.Busboy {
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw new Refusal('unsupported_media_type', 'the body must be multipart/form-data');
  }
  try {
    return busboy({
      headers: { 'content-type': contentType },
      limits: LIMITS,
      defParamCharset: 'utf8',
      preservePath: true,
    });
  } catch {
    throw malformed('the Content-Type names no boundary');
  }
}

const malformed = (detail: string): Refusal => new Refusal('malformed_body', detail);
