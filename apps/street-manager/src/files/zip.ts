const END_OF_DIRECTORY = 0x06054b50;
const ENTRY_OF_DIRECTORY = 0x02014b50;
const LENGTH_OF_END = 22;
const LENGTH_OF_ENTRY = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * The names in the directory of a ZIP archive, which stands at its end; undefined for bytes that end in none. Nothing is
 * unpacked. An archive with other bytes before it counts: that is how one hides behind a picture.
 */
export function namesInZip(bytes: Buffer): string[] | undefined {
  const end = endOfDirectory(bytes);
  if (end === undefined) return undefined;
  const names: string[] = [];
  const size = bytes.readUInt32LE(end + 12);
  for (let at = end - size; at >= 0 && at + LENGTH_OF_ENTRY <= end;) {
    if (bytes.readUInt32LE(at) !== ENTRY_OF_DIRECTORY) break;
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    names.push(bytes.toString('utf8', at + LENGTH_OF_ENTRY, at + LENGTH_OF_ENTRY + name));
    at += LENGTH_OF_ENTRY + name + extra + comment;
  }
  return names;
}

/** Where the closing record of an archive begins: its comment has to reach exactly to the last byte. */
function endOfDirectory(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - LENGTH_OF_END - LONGEST_COMMENT);
  for (let at = bytes.length - LENGTH_OF_END; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    if (at + LENGTH_OF_END + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return undefined;
}
