import type { JourneyGroup, PricedPlace } from '@switchyard/domain/book-secure-move/pricing';
import type { WireJourney, WirePlace } from '../recorded/wire-price';
import type { SiteBook } from '../sites/repository';
import type { Cell, Row } from '../workbook/cells';
import { dayAndTime } from '../workbook/cells';
import type { WireLine } from './line';

const NOT_MAPPED = 'NOT MAPPED';
const NOT_PRESENT = 'NOT PRESENT';

export const standardHeadings = [
  'Move ID',
  'Pick up',
  'Location type',
  'Drop off',
  'Location type',
  'Pick up date',
  'Pick up time',
  'Drop off date',
  'Drop off time',
  'Vehicle reg',
  'NOMIS prison ID',
  'Price',
] as const;
export const journeyHeadings = [...standardHeadings, 'Contractor billable?', 'Notes'] as const;

const priceCell = (amount: number | null): Cell => (amount === null ? NOT_PRESENT : { pence: amount });
const siteCells = (place: WirePlace | null): [Cell, Cell] =>
  place ? [place.site ?? place.agency, place.site_type ?? NOT_MAPPED] : [null, null];

/** What the sheet of a move's category shows of it. */
export function sheetRows(line: WireLine): Row[] {
  if (line.category === 'cancelled') return [cancelledRow(line)];
  const rows = moveRows(line);
  return line.category === 'standard' ? [rows[0]!.slice(0, standardHeadings.length)] : rows;
}

/** A move and then its journeys by the ends of them. */
function moveRows(line: WireLine): Row[] {
  const move: Row = [
    line.reference,
    ...siteCells(line.from),
    ...siteCells(line.to),
    ...dayAndTime(line.picked_up_at),
    ...dayAndTime(line.ended_at),
    line.vehicles,
    line.prison_number,
    priceCell(line.amount_in_pence),
    null,
    notesOf(line),
  ];
  const byEnd = [...line.journeys].sort((a, b) => endOf(a) - endOf(b));
  return [move, ...byEnd.map(journeyRow)];
}

const journeyRow = (journey: WireJourney, place: number): Row => [
  `Journey ${place + 1}`,
  ...siteCells(journey.from),
  ...siteCells(journey.to),
  ...dayAndTime(journey.picked_up_at),
  ...dayAndTime(journey.dropped_off_at),
  journey.vehicles,
  null,
  priceCell(journey.amount_in_pence),
  journey.billable ? 'YES' : 'NO',
];

const endOf = ({ dropped_off_at }: WireJourney): number =>
  dropped_off_at === null ? Number.MAX_SAFE_INTEGER : Date.parse(dropped_off_at);

/** The move's notes, and what its price was made of where that is not its journeys. */
function notesOf({ notes, basis }: WireLine): string {
  const basisNote = { end_to_end: 'Paid end to end', virtual_journey: 'Paid as one journey', journeys: '', none: '' };
  return [notes, basisNote[basis]].filter((text) => text !== '').join(', ');
}

export const cancelledHeadings = [
  'Move ID',
  'Pick up',
  'Location type',
  'Drop off',
  'Location type',
  'Move date',
  'Cancellation date',
  'Cancellation time',
  'NOMIS prison ID',
  'Price',
  'Notes',
] as const;

const cancelledRow = (line: WireLine): Row => [
  line.reference,
  ...siteCells(line.from),
  ...siteCells(line.to),
  line.move_date === null ? null : { day: line.move_date },
  ...dayAndTime(line.ended_at),
  line.prison_number,
  priceCell(line.amount_in_pence),
  notesOf(line),
];

/** What was paid between two places at one price. */
export function groupRows(groups: readonly JourneyGroup[], sites: SiteBook): Row[] {
  const nameOf = ({ agencyId, id }: PricedPlace): string => sites.ofAgency(agencyId)?.name ?? agencyId ?? id;
  return groups.map(({ from, to, unit, journeys, billable, amount }) => [
    nameOf(from),
    nameOf(to),
    journeys,
    billable,
    unit === 'paid_end_to_end' ? { pence: 0 } : typeof unit === 'number' ? { pence: unit } : NOT_PRESENT,
    typeof unit === 'number' || unit === 'paid_end_to_end' ? { pence: amount } : NOT_PRESENT,
  ]);
}
