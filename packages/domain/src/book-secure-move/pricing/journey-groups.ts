import { addPence, pence } from '../../kernel';
import type { Pence } from '../../kernel';
import type { PricedPlace } from './facts';
import type { MovePrice, PricedLeg } from './move-price';

/** All journeys of a statement between two places at one price. */
export interface JourneyGroup {
  from: PricedPlace;
  to: PricedPlace;
  /** The unit price, or why there is none; a journey paid as part of a whole is `paid_end_to_end`. */
  unit: Pence | 'location_not_mapped' | 'price_missing' | 'paid_end_to_end';
  journeys: number;
  billable: number;
  amount: Pence;
}

const order = ['location_not_mapped', 'price_missing'];

/** Groups what moves are paid for; the groups add up to the moves' known amounts. */
export class JourneyGroups {
  private readonly groups = new Map<string, JourneyGroup>();

  /** A way from end to end is a journey of its own here; the journeys that it replaces are paid nothing. */
  add({ legs, instead, basis }: Pick<MovePrice, 'legs' | 'instead' | 'basis'>): void {
    for (const leg of legs) this.count(leg, basis === 'end_to_end');
    if (instead) this.count(instead, false);
  }

  /** Those without locations first, then those without prices, then by their number. */
  sorted(): JourneyGroup[] {
    const place = ({ unit }: JourneyGroup): number => {
      const at = order.indexOf(String(unit));
      return at < 0 ? order.length : at;
    };
    return [...this.groups.entries()]
      .sort(([x, a], [y, b]) => place(a) - place(b) || b.journeys - a.journeys || (x < y ? -1 : 1))
      .map(([, group]) => group);
  }

  private count({ from, to, billable, unit, amount }: PricedLeg, replaced: boolean): void {
    const price = replaced ? 'paid_end_to_end' : unit.found ? unit.amount : unit.reason;
    const key = `${from.agencyId ?? from.id} ${to.agencyId ?? to.id} ${price}`;
    let group = this.groups.get(key);
    if (!group) {
      group = { from, to, unit: price, journeys: 0, billable: 0, amount: pence(0) };
      this.groups.set(key, group);
    }
    group.journeys += 1;
    if (billable && !replaced) group.billable += 1;
    group.amount = addPence(group.amount, amount ?? pence(0));
  }
}
