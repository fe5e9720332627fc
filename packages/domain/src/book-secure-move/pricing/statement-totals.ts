import { addPence, pence, sumPence } from '../../kernel';
import type { Pence } from '../../kernel';
import type { PaidCategory } from './category';
import { paidCategories } from './category';
import type { JourneyGroup } from './journey-groups';
import { JourneyGroups } from './journey-groups';
import type { StatementLine } from './statement-line';

export interface CategoryTotal {
  category: PaidCategory;
  moves: number;
  /** How many of them lack a price. */
  withoutPrices: number;
  /** What is known of them. */
  amount: Pence;
}

export interface StatementTotals {
  /** All six, the empty ones too, in the order in which they are tested. */
  categories: readonly CategoryTotal[];
  moves: number;
  withoutPrices: number;
  amount: Pence;
  journeys: JourneyTotals;
  /** Moves that might be payable and lack a fact; they are on no statement. */
  toReconcile: number;
}

export interface JourneyTotals {
  /** Distinct ways from one place to another. */
  ways: number;
  withoutLocations: number;
  withoutPrices: number;
  amount: Pence;
}

/** Adds lines up as they come, so that a statement of any length needs the memory of its distinct ways only. */
export class StatementTally {
  private readonly sums = new Map<PaidCategory, CategoryTotal>(
    paidCategories.map((category) => [category, { category, moves: 0, withoutPrices: 0, amount: pence(0) }]),
  );
  private readonly groups = new JourneyGroups();
  private reconciled = 0;

  add({ category, price }: Pick<StatementLine, 'category' | 'price'>): void {
    const sum = this.sums.get(category)!;
    sum.moves += 1;
    if (price.amount === null) sum.withoutPrices += 1;
    sum.amount = addPence(sum.amount, price.known);
    this.groups.add(price);
  }

  addToReconcile(): void {
    this.reconciled += 1;
  }

  totals(): StatementTotals {
    const categories = [...this.sums.values()];
    const groups = this.journeyGroups();
    return {
      categories,
      moves: total(categories, ({ moves }) => moves),
      withoutPrices: total(categories, ({ withoutPrices }) => withoutPrices),
      amount: sumPence(categories.map(({ amount }) => amount)),
      journeys: {
        ways: distinctWays(groups),
        withoutLocations: distinctWays(groups.filter(({ unit }) => unit === 'location_not_mapped')),
        withoutPrices: distinctWays(groups.filter(({ unit }) => unit === 'price_missing')),
        amount: sumPence(groups.map(({ amount }) => amount)),
      },
      toReconcile: this.reconciled,
    };
  }

  journeyGroups(): JourneyGroup[] {
    return this.groups.sorted();
  }
}

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const distinctWays = (groups: readonly JourneyGroup[]): number =>
  new Set(groups.map(({ from, to }) => `${from.id} ${to.id}`)).size;
