import type { Connection, Prepared, Sql } from '@switchyard/db';
import { all, containing, join, literal, prepared, sql } from '@switchyard/db';
import type { Reply } from '@switchyard/http';
import { okText } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Deps } from '../shared/deps';
import type { ResourceTypeName } from '../shared/json-api';
import { MOST_COUNTED, PAGE_SIZE } from '../shared/paging';
import { searchedText } from '../shared/search';
import type { Filter } from './filters';
import { QueryReader } from '../shared/query-reader';
import type { QueryRequest } from '../shared/query-reader';
import type { Member } from './row';
import { jsonRow } from './row';
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
  /** Text unless said otherwise. */
  keyType?: 'text' | 'bigint';
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
  /** What a row is made of. */
  members: readonly Member[];
  /** What an export has beside them. */
  exported?: readonly Member[];
  /** What else a row must be for this caller. */
  visible?(scope: Scope): Sql;
}

/** Which rows a page has, one more than it shows, and how many there are in all. */
interface Found {
  counted: number;
  keys: string[];
}

const directions = ['asc', 'desc'] as const;

/**
 * A page of a report: 25 rows from an offset, and how many there are, counted up to 501. Two statements: which rows are
 * meant depends on the request, and PostgreSQL plans that anew each time; how they are written never changes.
 */
export async function readReport(
  db: Connection,
  report: Report,
  caller: Caller,
  query: QueryRequest,
  { directory }: Pick<Deps, 'directory'>,
): Promise<Reply<200>> {
  const reader = new QueryReader(query);
  const scope = await scopeOf(db, caller, reader, directory);
  const wanted = conditionsOf(report, reader, scope, directory);
  const order = orderOf(report, reader);
  const offset = reader.offset();
  reader.check();
  const { counted, keys } = (await db.first<Found>(search(report, wanted, order, offset)))!;
  const shown = keys.slice(0, PAGE_SIZE);
  const page = shown.length === 0 ? undefined : await db.first(writerOf(report), [shown]);
  return okText(
    `{"pagination":{"total_rows":${counted},"has_next_page":${keys.length > PAGE_SIZE}},"rows":[${page?.rows ?? ''}]}`,
  );
}

/** What rows have to be for this caller and this query; `reader` collects what is wrong with it. */
export function conditionsOf(
  report: Report,
  reader: QueryReader,
  scope: Scope,
  directory: Deps['directory'],
): readonly Sql[] {
  const conditions = [
    scope.condition,
    ...(report.visible ? [report.visible(scope)] : []),
    ...Object.entries(report.filters).flatMap(([name, filter]) => filter(reader, name) ?? []),
    ...(report.searches ? searched(reader, scope, directory) : []),
  ];
  for (const [from, to] of report.ranges) reader.ordered(from, to);
  return conditions;
}

function search({ table, key }: Report, conditions: readonly Sql[], order: Sql, offset: number): Sql {
  const matching = sql`from ${literal(table)} r where ${all(conditions)}`;
  return sql`
    select
      (select count(*) from (select ${matching} limit ${literal(String(MOST_COUNTED))}) as counted) as counted,
      array(select r.${literal(key)}::text ${matching} order by ${order} limit ${literal(String(PAGE_SIZE + 1))} offset ${offset}) as keys`;
}

/** The statement that writes the rows with these keys, in their order. */
function writerOf(report: Report): Prepared<{ rows: string }> {
  let writer = writers.get(report);
  if (!writer) writers.set(report, (writer = prepared(`rows-of-${report.type}`, writing(report))));
  return writer;
}

const writers = new Map<Report, Prepared<{ rows: string }>>();

const writing = ({ table, key, keyType = 'text', joins, members }: Report): string => `
  select string_agg((${jsonRow(...members)})::text, ',' order by wanted.place) as rows
  from unnest($1::${keyType}[]) with ordinality as wanted (key, place) join ${table} r on r.${key} = wanted.key ${joins}`;

/** A direction alone turns the usual column; a column alone goes upwards. */
export function orderOf({ order, usually, key }: Report, reader: QueryReader): Sql {
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
  const looked = searchedText(text);
  // The index knows runs of three letters or digits; for less it would be read from end to end.
  const found = /[\p{L}\p{N}]{3}/u.test(looked)
    ? sql`r.search like ${containing(looked)}`
    : sql`strpos(r.search, ${looked}) > 0`;
  const parties = directory.named(text);
  if (parties.length === 0) return [found];
  const otherParty = literal(side === 'authority' ? 'r.promoter' : 'r.highway_authority');
  return [sql`(${found} or ${otherParty} = any(${parties}::text[]))`];
}
