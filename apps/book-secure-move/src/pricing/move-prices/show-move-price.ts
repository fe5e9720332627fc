import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import { londonDay } from '@switchyard/domain/book-secure-move';
import type { MovePrice, Standing } from '@switchyard/domain/book-secure-move/pricing';
import { priceMove, standingOf } from '@switchyard/domain/book-secure-move/pricing';
import type { Logger } from 'pino';
import type { Caller } from '../../caller';
import type { ReferencePicture } from '../../reference/reference-data';
import { uuidOf } from '../../shared/uuid';
import { sees } from '../access';
import type { PricingSettings } from '../deps';
import { basisFor } from '../deps';
import { KnownPrices } from '../recorded/known-prices';
import type { RecordedMove } from '../recorded/assemble';
import { Places } from '../recorded/places';
import { readMoves } from '../recorded/read-moves';
import type { SiteBook } from '../sites/repository';
import { readSites } from '../sites/repository';

/** A move with its price and all that explains it. */
export interface ExplainedMove {
  move: RecordedMove;
  price: MovePrice;
  standing: Standing;
  sites: SiteBook;
}

interface Ground {
  db: Connection;
  reference: ReferencePicture;
  settings: PricingSettings;
  log: Logger;
}

/** Prices one move by what is recorded of it. Throws NotFound, also for another supplier's move. */
export async function showMovePrice(
  { db, reference, settings, log }: Ground,
  caller: Caller,
  id: string,
  now: Date,
): Promise<ExplainedMove> {
  const [[move], sites] = await Promise.all([
    readMoves(db, [uuidOf('move', id)], new Places(reference)),
    readSites(db),
  ]);
  const supplier = move && reference.suppliers.withKey(move.supplier);
  if (!supplier || !sees(caller, supplier.id)) throw new NotFound('move', id);
  const prices = new KnownPrices(db, supplier.id, sites);
  await prices.learn([move]);
  const terms = { multiJourneyBasis: basisFor(settings, supplier.key), today: londonDay(now) };
  const price = priceMove(move, prices, terms);
  if (price.startMissing) log.warn({ move: id }, 'a completed move has no start: its category is doubtful');
  return { move, price, standing: standingOf(move, price), sites };
}
