import type { CatalogueRow, RowFault, SheetRow, Sites } from './catalogue-row';
import { readCatalogueRow } from './catalogue-row';
import type { PriceChange, StoredPrices } from './price-changes';
import { wayKey } from './price-changes';

/** What an import makes of a price that is there already: an error, or an update; FORCE also opens any year. */
export const importActions = ['ERROR', 'WARN', 'FORCE'] as const;
export type ImportAction = (typeof importActions)[number];

export interface ImportResult {
  inserted: number;
  updated: number;
  skipped: number;
  errors: readonly RowFault[];
}

/** Takes the rows of a catalogue one by one and knows what is to be stored, and every fault. */
export class ImportPlan {
  readonly changes: PriceChange[] = [];
  readonly errors: RowFault[] = [];
  private inserted = 0;
  private skipped = 0;
  private readonly rowOfWay = new Map<string, number>();

  constructor(
    private readonly sites: Sites,
    private readonly present: StoredPrices,
    private readonly action: ImportAction,
  ) {}

  add(sheetRow: SheetRow): void {
    const read = readCatalogueRow(sheetRow, this.sites);
    if (read === undefined) return;
    if (Array.isArray(read)) this.errors.push(...read);
    else this.take(read);
  }

  result(): ImportResult {
    const { inserted, skipped, errors } = this;
    return { inserted, updated: this.changes.length - inserted, skipped, errors };
  }

  private take({ row, fromAgency, toAgency, amount }: CatalogueRow): void {
    const way = { fromAgency, toAgency };
    const earlier = this.rowOfWay.get(wayKey(way));
    if (earlier !== undefined) {
      return this.fault(
        row,
        'repeated',
        `the journey from ${fromAgency} to ${toAgency} stands in row ${earlier} already`,
      );
    }
    this.rowOfWay.set(wayKey(way), row);
    const existing = this.present.find(way);
    if (!existing) {
      this.inserted += 1;
      this.changes.push({ ...way, priceId: null, amount, oldAmount: null });
    } else if (this.action === 'ERROR') {
      this.fault(row, 'duplicate', `the journey from ${fromAgency} to ${toAgency} has a price already`);
    } else if (existing.amount === amount) {
      this.skipped += 1;
    } else {
      this.changes.push({ ...way, priceId: existing.id, amount, oldAmount: existing.amount });
    }
  }

  private fault(row: number, code: 'repeated' | 'duplicate', message: string): void {
    this.errors.push({ row, column: 'Pick Up', code, message });
  }
}
