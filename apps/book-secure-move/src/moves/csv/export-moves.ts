import { Readable } from 'node:stream';
import type { Connection } from '@switchyard/db';
import type { Caller } from '../../caller';
import type { ReferencePicture } from '../../reference/reference-data';
import type { MoveFilters } from '../list-query';
import { columns } from './columns';
import { csvLine } from './csv-line';
import { exportedMoves } from './exported-moves';

/**
 * The matching moves as CSV below a line of headings, read from the database no faster than the client takes them. The
 * first page is read before this returns, so that a database that cannot answer is still told as such; a later failure
 * breaks the stream off.
 */
export async function exportMoves(
  db: Connection,
  caller: Caller,
  filters: MoveFilters,
  reference: ReferencePicture,
): Promise<Readable> {
  const pages = exportedMoves(db, caller, filters);
  const first = await pages.next();
  return Readable.from(linesOf());

  async function* linesOf(): AsyncGenerator<string> {
    yield csvLine(columns.map(({ heading }) => heading));
    for (let page = first; !page.done; page = await pages.next()) {
      yield page.value.map((move) => csvLine(columns.map(({ cell }) => cell(move, reference)))).join('');
    }
  }
}
