import type { Pence } from '../../kernel';

/** A way between two sites of the contract, by their agencies. */
export interface Way {
  fromAgency: string;
  toAgency: string;
}

/** A price as it is stored. */
export interface StoredPrice extends Way {
  id: string;
  amount: Pence;
}

/** A price that is to be stored: a new one, or another amount for one that there is. */
export interface PriceChange extends Way {
  /** The price that changes; null for a new one. */
  priceId: string | null;
  amount: Pence;
  /** What the history shows as the amount before; null for none. */
  oldAmount: Pence | null;
}

/** The prices of one supplier and one year, by their way. */
export class StoredPrices {
  private readonly byWay = new Map<string, StoredPrice>();

  constructor(prices: Iterable<StoredPrice>) {
    for (const price of prices) this.byWay.set(wayKey(price), price);
  }

  find(way: Way): StoredPrice | undefined {
    return this.byWay.get(wayKey(way));
  }
}

export const wayKey = ({ fromAgency, toAgency }: Way): string => `${fromAgency} ${toAgency}`;
