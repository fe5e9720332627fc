import type { BookSecureMovePricingComponents } from '@switchyard/contracts';
import type { MoveFacts, MovePrice, PricedLeg, PricedPlace } from '@switchyard/domain/book-secure-move/pricing';
import { latest, registrationsOf, siteTypes } from '@switchyard/domain/book-secure-move/pricing';
import { wireTime } from '../../shared/wire-time';
import type { SiteBook } from '../sites/repository';

type Schemas = BookSecureMovePricingComponents['schemas'];
export type WirePlace = Schemas['PricedPlace'];
export type WireLeg = Schemas['PricedLeg'];
export type WireJourney = Schemas['PricedJourney'];

/** A place by its site, where it is mapped. */
export function wirePlace({ agencyId }: PricedPlace, sites: SiteBook): WirePlace {
  const site = sites.ofAgency(agencyId);
  return { agency: agencyId, site: site?.name ?? null, site_type: site ? siteTypes[site.type] : null };
}

export function wireLeg({ from, to, billable, effectiveYear, unit, amount }: PricedLeg, sites: SiteBook): WireLeg {
  return {
    from: wirePlace(from, sites),
    to: wirePlace(to, sites),
    billable,
    effective_year: effectiveYear,
    unit_price_in_pence: unit.found ? unit.amount : null,
    price_id: unit.found ? unit.priceId : null,
    exception: unit.found && unit.exception,
    missing: unit.found ? null : unit.reason,
    amount_in_pence: amount,
  };
}

/** The journeys of a priced move, and what is paid in their place. */
export function wireWays(
  { legs, instead }: MovePrice,
  sites: SiteBook,
): { journeys: WireJourney[]; paid_instead: WireLeg | null } {
  const journeys = legs.flatMap((leg): WireJourney[] => {
    const { journey } = leg;
    if (!journey) return [];
    return [
      {
        journey_id: journey.id,
        state: journey.state === 'cancelled' ? 'cancelled' : 'completed',
        picked_up_at: wireTime(latest(journey.events, 'JourneyStart')),
        dropped_off_at: wireTime(latest(journey.events, 'JourneyComplete')),
        vehicles: registrationsOf(journey).join(', '),
        ...wireLeg(leg, sites),
      },
    ];
  });
  return { journeys, paid_instead: instead && wireLeg(instead, sites) };
}

/** The registrations of all journeys of a move, each once. */
export const vehiclesOf = ({ journeys }: MoveFacts): string =>
  [...new Set(journeys.flatMap(registrationsOf))].join(', ');
