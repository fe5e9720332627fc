import { fileTypes } from '@switchyard/domain/street-manager';
import { namesInZip } from './zip';

/** How a type of file is known by its bytes: whether they are one from the first to the last, as far as that shows. */
export interface Signature {
  type: string;
  matches(bytes: Buffer): boolean;
}

const beginsWith = (bytes: Buffer, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Readers look for the end of a PDF in its last bytes; what follows it is at most padding. */
const TAIL_OF_PDF = 1_024;

const END_OF_PNG = Buffer.from('0000000049454e44ae426082', 'hex');
const HEADERS_OF_BMP: readonly number[] = [12, 40, 52, 56, 64, 108, 124];
const SECTOR_OF_COMPOUND_FILE = 512;

/** The main stream of a Word document among the streams of a compound file, in the encoding of its directory. */
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');

const isCompoundFile = (bytes: Buffer): boolean =>
  beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) && bytes.length >= 3 * SECTOR_OF_COMPOUND_FILE;

/** The first directory of a TIFF lies behind its header and within the file. */
function isTiff(bytes: Buffer): boolean {
  if (bytes.length < 14) return false;
  const small = beginsWith(bytes, 0x49, 0x49, 0x2a, 0x00);
  if (!small && !beginsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)) return false;
  const directory = small ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  return directory >= 8 && directory + 2 <= bytes.length;
}

function isBmp(bytes: Buffer): boolean {
  if (bytes.length < 26 || !beginsWith(bytes, 0x42, 0x4d)) return false;
  const pixels = bytes.readUInt32LE(10);
  return HEADERS_OF_BMP.includes(bytes.readUInt32LE(14)) && pixels >= 26 && pixels <= bytes.length;
}

function isPng(bytes: Buffer): boolean {
  const header =
    beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.toString('latin1', 12, 16) === 'IHDR';
  return header && bytes.subarray(-END_OF_PNG.length).equals(END_OF_PNG);
}

function isDocx(bytes: Buffer): boolean {
  const names = beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? namesInZip(bytes) : undefined;
  return (
    names !== undefined &&
    names.includes('[Content_Types].xml') &&
    names.some((name) => /^word\/document\d*\.xml$/.test(name))
  );
}

/** Every type that can be uploaded. Cameras write after the end of a JPEG, so its end says nothing. */
export const signatures: readonly Signature[] = [
  {
    type: fileTypes.pdf,
    matches: (bytes) =>
      /^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8)) && bytes.subarray(-TAIL_OF_PDF).includes('%%EOF'),
  },
  { type: fileTypes.png, matches: isPng },
  {
    type: fileTypes.jpg,
    matches: (bytes) => beginsWith(bytes, 0xff, 0xd8, 0xff) && bytes.includes(Buffer.from([0xff, 0xd9]), 3),
  },
  { type: fileTypes.tif, matches: isTiff },
  { type: fileTypes.bmp, matches: isBmp },
  { type: fileTypes.docx, matches: isDocx },
  { type: fileTypes.doc, matches: (bytes) => isCompoundFile(bytes) && bytes.includes(WORD_STREAM) },
];
