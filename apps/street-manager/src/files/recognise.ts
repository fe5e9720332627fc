import { fileTypes } from '@switchyard/domain/street-manager';
import { signatures } from './signatures';
import { namesInZip } from './zip';

/** How far into a file readers of other formats look for their beginning. */
const HEAD = 1_024;
const PDF_INSIDE = /%PDF-\d/;
const MARKUP_INSIDE = /<(!doctype|html|script|svg|iframe|\?php)[\s>]/i;

/**
 * The media type that these bytes are, whatever they are called; undefined for none that is accepted, and for a file that
 * is another one as well: what one program takes for a picture and the next for an archive or a page is neither.
 */
export function recognise(bytes: Buffer): string | undefined {
  const found = signatures.find(({ matches }) => matches(bytes))?.type;
  return found !== undefined && isOnly(found, bytes) ? found : undefined;
}

function isOnly(type: string, bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, HEAD);
  if (MARKUP_INSIDE.test(head)) return false;
  if (type !== fileTypes.pdf && PDF_INSIDE.test(head)) return false;
  return type === fileTypes.docx || namesInZip(bytes) === undefined;
}
