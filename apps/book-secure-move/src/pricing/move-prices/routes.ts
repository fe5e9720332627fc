import type { MultiJourneyBasis } from '@switchyard/domain/book-secure-move/pricing';
import { endOf, notesOf, pickUpOf } from '@switchyard/domain/book-secure-move/pricing';
import type { Resource } from '@switchyard/http';
import { identifier, ok } from '@switchyard/http';
import { wireTime } from '../../shared/wire-time';
import type { PricingApi, PricingDeps } from '../deps';
import { basisFor } from '../deps';
import { documentOf } from '../documents';
import { wireWays } from '../recorded/wire-price';
import { labelOf } from '../statements/labels';
import { statementId } from '../statements/serializer';
import type { ExplainedMove } from './show-move-price';
import { showMovePrice } from './show-move-price';

export function movePriceRoutes(api: PricingApi, { db, reference, pricing: settings, log }: PricingDeps): void {
  api.get('/move-prices/{move_id}', async ({ caller, params, now }) => {
    // Not the replica: what was just recorded must count.
    const ground = { db: db.reader(), reference: reference.current, settings, log };
    const explained = await showMovePrice(ground, caller, params.move_id, now);
    return ok(documentOf(presentMovePrice(explained, basisFor(settings, explained.move.supplier))));
  });
}

function presentMovePrice({ move, price, standing, sites }: ExplainedMove, basis: MultiJourneyBasis): Resource {
  const counted = new Set(price.legs.map(({ journey }) => journey?.id));
  return {
    type: 'move-prices',
    id: move.id,
    attributes: {
      supplier: move.supplier,
      reference: move.reference,
      category: price.category,
      label: labelOf(price.category),
      rule: price.rule,
      reasons: standing.on ? [] : standing.reasons,
      warnings: price.startMissing ? ['start_not_recorded'] : [],
      month: standing.month,
      on_statement: standing.on,
      basis: price.basis,
      multi_journey_basis: basis,
      amount_in_pence: price.amount,
      known_in_pence: price.known,
      pending_price: price.category !== 'unpriced' && price.amount === null,
      picked_up_at: wireTime(pickUpOf(move)),
      ended_at: wireTime(endOf(move)),
      notes: notesOf(move),
      events: [...move.events, ...move.journeys.flatMap(({ events }) => events)]
        .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.type < b.type ? -1 : 1))
        .map(({ type, occurredAt }) => ({ event_type: type, occurred_at: wireTime(occurredAt) })),
      ...wireWays(price, sites),
      passed_over: move.journeys
        .filter(({ id }) => !counted.has(id))
        .map(({ id, state }) => ({ journey_id: id, state })),
    },
    relationships: {
      move: identifier('moves', move.id),
      statement: standing.on ? identifier('statements', statementId(move.supplier, standing.month, null)) : null,
    },
  };
}
