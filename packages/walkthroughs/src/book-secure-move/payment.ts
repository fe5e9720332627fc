import { readingHeaders } from '../client';
import { one } from '../reply';
import type { Api } from '../walkthrough';
import { authority } from './demo';
import type { Move } from './moves';

/** What the page prescribes to be paid for a move. */
export interface Payment {
  category: 'standard' | 'redirection' | 'lockout' | 'multi' | 'unpriced';
  /** In pence; null for a move that is not paid. */
  amount: number | null;
  /** What the amount is made of. */
  basis: 'journeys' | 'end_to_end' | 'none';
}

/** The prices between the places of the pages, in pounds: pick-up, drop-off, price. */
const catalogue: readonly (readonly [string, string, string])[] = [
  ['LOCATION A', 'LOCATION B', '100.00'],
  ['LOCATION A', 'LOCATION C', '130.00'],
  ['LOCATION B', 'LOCATION C', '45.00'],
  ['LOCATION C', 'LOCATION B', '50.00'],
  ['LOCATION A', 'LOCATION L', '80.00'],
  ['LOCATION L', 'LOCATION B', '60.00'],
  ['LOCATION A2', 'LOCATION B2', '100.00'],
  ['LOCATION A2', 'LOCATION C2', '130.00'],
];

/**
 * The end of a page: with the prices of its year in the supplier's catalogue, the service computes from the calls just
 * made what the page says must be paid, and shows how.
 */
export async function paymentIs(api: Api, move: Move, prescribed: Payment): Promise<void> {
  api.step(`Payment: ${inWords(prescribed)}`);
  await priceCatalogue(api, effectiveYearOf(move.date));
  const path = `/pricing/move-prices/${move.id}`;
  const call = {
    method: 'GET',
    path,
    as: { ...move.supplier, scope: 'pricing:read' },
    headers: readingHeaders,
  } as const;
  let told = '';
  const reply = await api.send(call, { status: 200, leadsTo: (priced) => (told = explained(one(priced).attributes)) });
  const { category, amount_in_pence, basis } = one(reply).attributes;
  const computed = { category, amount: amount_in_pence, basis };
  api.holds(`payment (${told})`, computed, prescribed);
}

/** The authority imports the catalogue of the page's year, long closed; a second time nothing of it is new. */
async function priceCatalogue(api: Api, effectiveYear: number): Promise<void> {
  const rows = catalogue.map((row, place) => [place + 1, ...row].join(','));
  await api.send(
    {
      method: 'POST',
      path: '/pricing/imports',
      as: { ...authority, scope: 'pricing:write' },
      headers: { authorization: readingHeaders.authorization },
      form: {
        fields: { supplier: 'serco', effective_year: String(effectiveYear), action: 'FORCE' },
        file: { name: 'catalogue.csv', text: ['Journey ID,Pick Up,Drop Off,Price', ...rows, ''].join('\r\n') },
      },
    },
    { status: 201, leadsTo: () => `catalogue of ${effectiveYear}, ${rows.length} prices` },
  );
}

/** The contractual year of a day: from 1 September. */
function effectiveYearOf(date: string): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

function inWords({ category, amount, basis }: Payment): string {
  if (amount === null) return 'nothing, for the move has not ended';
  return `${pounds(amount)}, ${category}${basis === 'end_to_end' ? ', from end to end' : ''}`;
}

interface Leg {
  from: { agency: string };
  to: { agency: string };
  billable: boolean;
  amount_in_pence: number;
}

/** The category and the ways that are paid, such as `multi: LOA→LOC £130.00`. */
function explained(attributes: Record<string, unknown>): string {
  const { category, journeys, paid_instead } = attributes as {
    category: string;
    journeys: Leg[];
    paid_instead: Leg | null;
  };
  const ways = (paid_instead ? [paid_instead] : journeys).map(
    ({ from, to, billable, amount_in_pence }) =>
      `${from.agency}→${to.agency} ${billable ? pounds(amount_in_pence) : 'not billable'}`,
  );
  return `${category}: ${ways.join(' + ')}`;
}
