import { londonDay } from '@switchyard/domain/book-secure-move';
import type { PaidCategory } from '@switchyard/domain/book-secure-move/pricing';
import { siteTypes } from '@switchyard/domain/book-secure-move/pricing';
import type { Cell, Row, SheetPart } from '../workbook/cells';
import type { FullStatement, StatementHead } from './compute-statement';
import { labels } from './labels';
import { cancelledHeadings, groupRows, journeyHeadings, standardHeadings } from './move-sheets';
import { reconciliationHeadings, reconciliationRow } from './reconciliation-sheet';
import { summaryRows } from './summary-sheet';

/** The names of the sheets in their order. */
export const sheetNames = [
  'Summary',
  'Standard',
  'Redirections',
  'Long haul',
  'Lockouts',
  'Multi-type',
  'Cancelled',
  'Journeys',
  'JPC Price book',
  'Locations',
  'Reconciliation Moves',
] as const;
export type SheetName = (typeof sheetNames)[number];

const withJourneys: readonly [SheetName, PaidCategory][] = [
  ['Redirections', 'redirection'],
  ['Long haul', 'long_haul'],
  ['Lockouts', 'lockout'],
  ['Multi-type', 'multi'],
];

/** A statement in the published layout, sheet by sheet. */
export function* sheetsOf(statement: FullStatement, withReconciliation: boolean): Generator<SheetPart> {
  const { head, totals, rows, groups, priceBook, sites, toReconcile } = statement;
  function* rowsOf(category: PaidCategory): Generator<Row> {
    for (const text of rows.get(category)!.inOrder()) yield* JSON.parse(text) as Row[];
  }

  yield* begin(head, 'Summary', 'Summary', []);
  yield* summaryRows(totals);

  yield* begin(head, 'Standard', labels.standard.name, standardHeadings);
  yield* rowsOf('standard');

  for (const [name, category] of withJourneys) {
    yield* begin(head, name, labels[category].name, journeyHeadings);
    yield* rowsOf(category);
  }

  yield* begin(head, 'Cancelled', labels.cancelled.name, cancelledHeadings);
  yield* rowsOf('cancelled');

  yield* begin(head, 'Journeys', 'Journeys', [
    'Pick up',
    'Drop off',
    'Total journey count',
    'Billable journey count',
    'Unit price',
    'Total price',
  ]);
  yield* groupRows(groups, sites);

  yield* begin(head, 'JPC Price book', 'JPC Price book', ['Pick up', 'Drop off', 'Unit price', 'Unit price exception']);
  for (const { fromSite, toSite, amount, exception } of priceBook) {
    yield [fromSite, toSite, { pence: amount }, exception === null ? null : { pence: exception }];
  }

  yield* begin(head, 'Locations', 'Locations', ['NOMIS Agency ID', 'Name', 'Location type']);
  for (const { agencyId, name, type } of sites.all) yield [agencyId, name, siteTypes[type]];

  if (!withReconciliation) return;
  yield* begin(head, 'Reconciliation Moves', 'Reconciliation Moves', reconciliationHeadings);
  for (const move of toReconcile) yield reconciliationRow(move);
}

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The rows above the data, which begins in row 10. */
function* begin(
  { supplier, month, generatedAt }: StatementHead,
  sheet: SheetName,
  subHeading: string,
  headings: readonly string[],
): Generator<SheetPart> {
  const about: Cell[] = [
    supplier.key.toUpperCase(),
    null,
    monthNames.format(new Date(`${month}-01T00:00:00Z`)),
    null,
    { day: londonDay(generatedAt) },
  ];
  const rows: Row[] = [
    [],
    [`Journey variable payment: ${sheet}`],
    [],
    ['Supplier', null, 'Total moves for', null, 'Export date'],
    about,
    [],
    [],
    [subHeading],
    sheet === 'Summary' ? ['Move type', 'Percentage', 'Move volume', 'Move volume without prices', 'Price'] : headings,
  ];
  yield { sheet };
  yield* rows;
}
