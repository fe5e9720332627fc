import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Readable } from 'node:stream';
import { UnreadableFile } from '../refusals';

const MOST_ENTRIES = 2_000;
const MOST_INFLATED = 256 * 1_024 * 1_024;
/** Sheets shrink to a twentieth or so; what shrinks far more was made to burst whoever opens it. */
const MOST_RATIO = 200;
const WORTH_A_RATIO = 1_024 * 1_024;

/** The entries of a ZIP file, opened one at a time and inflated as they are read, never beyond what they announce. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory. Throws UnreadableFile for what is no ZIP file, and for one that would burst. */
  static async open(bytes: Buffer): Promise<Archive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
      if (zip.entryCount > MOST_ENTRIES) throw bomb(`more than ${MOST_ENTRIES} files`);
      let inflated = 0;
      for await (const entry of zip.eachEntry()) {
        inflated += entry.uncompressedSize;
        if (inflated > MOST_INFLATED) throw bomb(`more than ${MOST_INFLATED} bytes`);
        if (entry.uncompressedSize > WORTH_A_RATIO && entry.uncompressedSize > MOST_RATIO * entry.compressedSize) {
          throw bomb(`a file that grows more than ${MOST_RATIO} times`);
        }
        if (entry.isEncrypted()) throw new UnreadableFile('encrypted', 'The workbook is protected by a password');
        entries.set(entry.fileName, entry);
      }
      return new Archive(zip, entries);
    } catch (error) {
      throw unreadable(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of an entry in pieces; nothing for an entry that is not there. Throws UnreadableFile. */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw unreadable(error);
    }
  }
}

const bomb = (what: string): UnreadableFile =>
  new UnreadableFile('zip_bomb', `The workbook is refused: it would unpack to ${what}`);

const unreadable = (error: unknown): unknown =>
  error instanceof UnreadableFile
    ? error
    : new UnreadableFile('not_what_it_says', `The file is not a workbook: ${(error as Error).message}`);
