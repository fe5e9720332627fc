import type { Connection, Sql } from '@switchyard/db';
import { all, join, literal, sql } from '@switchyard/db';
import type { Reply } from '@switchyard/http';
import { okText } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import type { ResourceTypeName } from '../shared/json-api';
import { MOST_COUNTED, PAGE_SIZE } from '../shared/paging';
import { searchedText } from '../shared/search';
import type { Filter } from './filters';
import { QueryReader } from './query-reader';
import type { ReportQuery } from './query-reader';
import type { Scope } from './scope';
import { scopeOf } from './scope';

export type Direction = 'asc' | 'desc';

/** A list of the Reporting API: one table, called `r`, and what can be asked of it. */
export interface Report {
  /** The resources that its rows are, and the member that identifies one. */
  type: ResourceTypeName;
  idOf(row: never): string;
  table: string;
  /** Unique within the table: what makes every order a total one. */
  key: string;
  filters: Readonly<Record<string, Filter>>;
  /** Parameters of which the first must not be after the second. */
  ranges: readonly (readonly [from: string, to: string])[];
  /** By the names of `sort_column`; the first is the usual one. */
  order: Readonly<Record<string, string>>;
  usually: Direction;
  /** Whether `query` looks in the table's `search` column and the name of the other party. */
  searches: boolean;
  /** Tables beside `r` that a row is made of, as they follow `from r`. */
  joins: string;
  /** A row as JSON: an SQL expression. */
  row: string;
  /** What else a row must be for this caller. */
  visible?(scope: Scope): Sql;
}

interface Page {
  counted: number;
  more: boolean;
  rows: string | null;
}

const directions = ['asc', 'desc'] as const;

/** A page of a report: 25 rows from an offset, and how many there are, counted up to 501. One statement. */
export async function readReport(
  db: Connection,
  report: Report,
  caller: Caller,
  query: ReportQuery,
  { directory }: Pick<Deps, 'directory'>,
): Promise<Reply<200>> {
  const reader = new QueryReader(query);
  const scope = await scopeOf(db, caller, reader, directory);
  const conditions = [
    scope.condition,
    ...(report.visible ? [report.visible(scope)] : []),
    ...Object.entries(report.filters).flatMap(([name, filter]) => filter(reader, name) ?? []),
    ...(report.searches ? searched(reader, scope, directory) : []),
  ];
  for (const [from, to] of report.ranges) reader.ordered(from, to);
  const order = orderOf(report, reader);
  const offset = reader.offset();
  reader.check();
  const page = await db.first<Page>(statement(report, all(conditions), order, offset));
  return okText(textOf(page!));
}

function statement(report: Report, where: Sql, order: Sql, offset: number): Sql {
  const [table, joins, row] = [report.table, report.joins, report.row].map(literal);
  return sql`
    with fetched as (
      select r.* from ${table!} r where ${where} order by ${order} limit ${PAGE_SIZE + 1} offset ${offset}
    ), shown as (
      select r.* from fetched r order by ${order} limit ${PAGE_SIZE}
    )
    select
      (select count(*) from (select from ${table!} r where ${where} limit ${MOST_COUNTED}) as matching) as counted,
      (select count(*) > ${PAGE_SIZE} from fetched) as more,
      (select string_agg((${row!})::text, ',' order by ${order}) from shown r ${joins!}) as rows`;
}

const textOf = ({ counted, more, rows }: Page): string =>
  `{"pagination":{"total_rows":${counted},"has_next_page":${more}},"rows":[${rows ?? ''}]}`;

/** A direction alone turns the usual column; a column alone goes upwards. */
function orderOf({ order, usually, key }: Report, reader: QueryReader): Sql {
  const [wanted] = reader.among('sort_column', Object.keys(order));
  const [direction] = reader.among('sort_direction', directions);
  const column = order[wanted ?? Object.keys(order)[0]!]!;
  const way = direction ?? (wanted === undefined ? usually : 'asc');
  return join(
    [column, key].map((each) => literal(`r.${each} ${way}`)),
    ', ',
  );
}

/** The text that is looked for, in the record's own words or in the name of the other party. */
function searched(reader: QueryReader, { side }: Scope, directory: Deps['directory']): Sql[] {
  const text = reader.text('query');
  if (text === undefined) return [];
  const parties = directory.named(text);
  const otherParty = literal(side === 'authority' ? 'r.promoter' : 'r.highway_authority');
  return [sql`(strpos(r.search, ${searchedText(text)}) > 0 or ${otherParty} = any(${parties}::text[]))`];
}
