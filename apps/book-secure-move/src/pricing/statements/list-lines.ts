import type { Connection } from '@switchyard/db';
import type { ReferencePicture } from '../../reference/reference-data';
import { pageOfMonth } from '../recorded/months';
import { Places } from '../recorded/places';
import { readMoves } from '../recorded/read-moves';
import { readSites } from '../sites/repository';
import type { StatementHead } from './compute-statement';
import type { WireLine } from './line';
import { wireLine } from './line';
import { priceMoves } from './price-month';

interface ListedLine {
  moveId: string;
  line: WireLine;
}

/**
 * At most so many lines of a statement by the ids of their moves, after one of these. Only the moves of the page are
 * priced, and the few between them that turn out to be on another statement.
 */
export async function listLines(
  db: Connection,
  reference: ReferencePicture,
  head: StatementHead,
  after: string,
  most: number,
): Promise<ListedLine[]> {
  const sites = await readSites(db);
  const found: ListedLine[] = [];
  let last = after;
  while (found.length < most) {
    const wanted = most - found.length;
    const ids = await pageOfMonth(db, head.supplier.id, head.month, last, wanted);
    const moves = await readMoves(db, ids, new Places(reference));
    const lines = new Map<string, WireLine>();
    await priceMoves(db, [moves], head, sites, {
      line: (line) => lines.set(line.move.id, wireLine(line, sites)),
      reconcile: () => undefined,
    });
    for (const moveId of ids) {
      const line = lines.get(moveId);
      if (line) found.push({ moveId, line });
    }
    if (ids.length < wanted) break;
    last = ids.at(-1)!;
  }
  return found;
}
