import type { BookSecureMovePricingComponents } from '@switchyard/contracts';
import { endOf, notesOf, pickUpOf } from '@switchyard/domain/book-secure-move/pricing';
import { wireTime } from '../../shared/wire-time';
import { vehiclesOf, wirePlace, wireWays } from '../recorded/wire-price';
import type { SiteBook } from '../sites/repository';
import type { RecordedLine } from './price-month';

/** A line as the wire has it: what a snapshot keeps, and what sheets are made of. */
export type WireLine = BookSecureMovePricingComponents['schemas']['StatementLine']['attributes'];

export function wireLine({ move, category, price }: RecordedLine, sites: SiteBook): WireLine {
  return {
    reference: move.reference,
    category,
    from: wirePlace(move.from, sites),
    to: move.to && wirePlace(move.to, sites),
    move_date: move.date,
    picked_up_at: wireTime(pickUpOf(move)),
    ended_at: wireTime(endOf(move))!,
    vehicles: vehiclesOf(move),
    prison_number: move.prisonNumber,
    basis: price.basis,
    amount_in_pence: price.amount,
    known_in_pence: price.known,
    notes: notesOf(move),
    ...wireWays(price, sites),
  };
}
