/** The shortest bytes that are a file of each type, as far as anybody looks. */

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export const pdf = (body = 'A plan'): Buffer => ascii(`%PDF-1.7\n1 0 obj\n(${body})\nendobj\ntrailer\n%%EOF\n`);

export const png = (): Buffer =>
  Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001' +
      '0d0a2db40000000049454e44ae426082',
    'hex',
  );

/** Cameras append what they like to the end of the picture. */
export const jpeg = (after = ''): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), ascii(after)]);

export function tiff(order: 'II' | 'MM' = 'II'): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.write(order, 'latin1');
  if (order === 'II') {
    bytes.writeUInt16LE(42, 2);
    bytes.writeUInt32LE(8, 4);
  } else {
    bytes.writeUInt16BE(42, 2);
    bytes.writeUInt32BE(8, 4);
  }
  return bytes;
}

export function bmp(): Buffer {
  const bytes = Buffer.alloc(58);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(58, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  return bytes;
}

/** A compound file of the older Office programs, with this stream in its directory. */
export function doc(stream = 'WordDocument'): Buffer {
  const bytes = Buffer.alloc(2_048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write(stream, 1_024, 'utf16le');
  return bytes;
}

export const docx = (): Buffer => zip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);

/** An archive of files with these names, each empty. */
export function zip(names: readonly string[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const name of names) {
    const at = Buffer.concat(local).length;
    local.push(header(30, 0x04034b50, name), ascii(name));
    const entry = header(46, 0x02014b50, name);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, ascii(name));
  }
  const files = Buffer.concat(local);
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(files.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([files, listed, end, ascii(comment)]);
}

/** The head of an entry, beside its file or in the directory: they differ in length and in where the name's length is. */
function header(length: number, signature: number, name: string): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(name.length, length === 30 ? 26 : 28);
  return bytes;
}
