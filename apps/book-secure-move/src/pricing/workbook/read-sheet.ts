import type { SheetRow } from '@switchyard/domain/book-secure-move/pricing';
import type { XmlReader } from './xml';
import { XmlPieces } from './xml';

const MOST_CHARACTERS = 32_767;

/** The rows of a sheet as they are read, each with the text of its first columns; empty rows are left out. */
export async function* readSheetRows(
  pieces: AsyncIterable<string>,
  shared: readonly string[],
  columns: number,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(shared, columns);
  const document = new XmlPieces(reader);
  for await (const piece of pieces) {
    document.write(piece);
    yield* reader.taken();
  }
  document.end();
}

/** Puts cells together from the tags of a sheet. */
class SheetReader implements XmlReader {
  private rows: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private cells: string[] = [];
  private kind = '';
  private content = '';
  private reading = false;

  constructor(
    private readonly shared: readonly string[],
    private readonly columns: number,
  ) {}

  /** What was read since the last call. */
  taken(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, { r, t }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.row = Number(r ?? this.row + 1);
      this.column = -1;
      this.cells = [];
    } else if (name === 'c') {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.kind = t ?? 'n';
      this.content = '';
    } else if (name === 'v' || name === 't') {
      this.reading = true;
    }
  }

  text(piece: string): void {
    if (this.reading && this.content.length < MOST_CHARACTERS) this.content += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'c') this.keepCell();
    else if (name === 'row' && this.cells.length > 0) {
      this.rows.push({ row: this.row, cells: Array.from(this.cells, (cell) => cell ?? '') });
    }
  }

  private keepCell(): void {
    if (this.column < 0 || this.column >= this.columns) return;
    this.cells[this.column] = this.kind === 's' ? (this.shared[Number(this.content)] ?? '') : this.content;
  }
}

/** `A7` is 0, `B7` is 1, `AA7` is 26; what names no column is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
