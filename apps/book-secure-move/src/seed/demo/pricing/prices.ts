import { multiplyByDecimalString, pence } from '@switchyard/domain';
import { londonDay } from '@switchyard/domain/book-secure-move';
import { effectiveYearOf } from '@switchyard/domain/book-secure-move/pricing';
import { suppliers } from '../../reference-data/suppliers';
import { demoLocations } from '../locations';

interface PriceRow {
  id: string;
  supplier_id: string;
  from_agency_id: string;
  to_agency_id: string;
  effective_year: number;
  price_in_pence: number;
  added_at: string;
}

/** Between the lettered prisons, so that the published scenarios can be added up in the head; in pence. */
const lettered: Readonly<Record<string, number>> = {
  'LOA LOB': 100_00,
  'LOA LOC': 130_00,
  'LOB LOC': 45_00,
  'LOC LOB': 50_00,
  'LOA LOL': 80_00,
  'LOL LOB': 60_00,
  'LA2 LB2': 100_00,
  'LA2 LC2': 130_00,
  'LB2 LC2': 45_00,
  'LC2 LB2': 50_00,
};

/** How much less a journey cost in the year before. */
const LAST_YEAR = '0.97';

const prisons = demoLocations
  .map(({ row }) => row)
  .filter(({ location_type, disabled_at }) => location_type === 'prison' && disabled_at === null)
  .map(({ nomis_agency_id }) => nomis_agency_id);

/** What each supplier is paid between any two of the demo's prisons, in the contractual year of `now` and the one before. */
export function prices(now: Date): PriceRow[] {
  const current = effectiveYearOf(londonDay(now));
  const ways = prisons.flatMap((from) => prisons.filter((to) => to !== from).map((to) => ({ from, to })));
  return suppliers.flatMap((supplier, ordinal) =>
    [current - 1, current].flatMap((year, back) =>
      ways.map(({ from, to }, place): PriceRow => {
        const amount = pence(lettered[`${from} ${to}`] ?? invented(from, to));
        return {
          id: `f71ce000-0000-4000-8000-${String((ordinal * 2 + back) * 100_000 + place + 1).padStart(12, '0')}`,
          supplier_id: supplier.id,
          from_agency_id: from,
          to_agency_id: to,
          effective_year: year,
          price_in_pence: year === current ? amount : multiplyByDecimalString(amount, LAST_YEAR),
          added_at: `${year}-09-01T08:00:00Z`,
        };
      }),
    ),
  );
}

/** Some amount from £60 to £460 that is always the same for a way, and another for the way back. */
function invented(from: string, to: string): number {
  let mixed = 7;
  for (const letter of `${from}>${to}`) mixed = (mixed * 31 + letter.charCodeAt(0)) % 40_001;
  return 60_00 + mixed;
}
