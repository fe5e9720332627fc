import type { Connection, Sql } from '@switchyard/db';
import { all, literal, sql } from '@switchyard/db';
import type { Move, Person, Profile } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import type { PersonRow, ProfileRow } from '../people/row';
import { toPerson, toProfile } from '../people/row';
import type { Page } from '../shared/paging';
import { refuseBadFilters } from './check-filters';
import { countMoves, readTally, tallyMoves } from './count-moves';
import type { MoveFilters } from './list-query';
import { branchesOf, conditionsOf, wanders } from './list-query';
import type { MoveRow } from './row';
import { moveColumns, toMove } from './row';
import type { Sorting } from './sorting';
import { noJoins } from './sorting';

/** A move in a list, with its profile and person when they were asked for. */
export interface ListedMove {
  move: Move;
  profile: Profile | undefined;
  person: Person | undefined;
}

export interface MovesQuestion {
  filters: MoveFilters;
  sorting: Sorting;
  page: Page;
  withProfiles: boolean;
}

export interface MovesPage {
  moves: ListedMove[];
  total: number;
}

/**
 * One page of the moves that the caller may see, and how many there are: in one statement where the running tallies know
 * the number, else in two, side by side, whatever the page's size. The page is cut first and joined after, so that its
 * cost does not grow with what it skips.
 */
export async function listMoves(db: Connection, caller: Caller, question: MovesQuestion): Promise<MovesPage> {
  const { filters, sorting } = question;
  refuseBadFilters(filters);
  const conditions = [...conditionsOf(filters, caller), ...sorting.demands];
  const branches = wanders(filters) ? branchesOf(filters) : undefined;
  const tally = sorting.demands.length > 0 ? undefined : tallyMoves(caller, filters);
  if (tally) {
    const rows = await db.rows<ListedRow & { total: number }>(pageOf(question, [conditions], tally));
    return { moves: rows.map(toListedMove), total: rows[0]?.total ?? (await readTally(db, tally)) };
  }
  const cuts = branches ? [branches.settled, branches.wandering].map((each) => [...conditions, each]) : [conditions];
  const [rows, total] = await Promise.all([db.rows<ListedRow>(pageOf(question, cuts)), countMoves(db, cuts)]);
  return { moves: rows.map(toListedMove), total };
}

/** The page's statement. Each branch is cut to the page's end by itself, then their union is cut. */
function pageOf({ filters, sorting, page, withProfiles }: MovesQuestion, branches: readonly Sql[][], tally?: Sql): Sql {
  const few = selectsFew(filters, sorting);
  const cut = (conditions: readonly Sql[], limit: Sql): Sql =>
    few
      ? sql`select m.* from (select * from moves m where ${all(conditions)} offset 0) m ${sorting.joins}
            order by ${sorting.order} ${limit}`
      : sql`select m.* from moves m ${sorting.joins} where ${all(conditions)} order by ${sorting.order} ${limit}`;
  const whole = sql`limit ${page.size} offset ${page.offset}`;
  const inner =
    branches.length === 1
      ? page.offset > DEEP
        ? sql`select m.* from (select m.id from moves m ${sorting.joins} where ${all(branches[0]!)}
               order by ${sorting.order} ${whole}) deep join moves m on m.id = deep.id`
        : cut(branches[0]!, whole)
      : sql`select m.* from (
              (${cut(branches[0]!, sql`limit ${page.offset + page.size}`)})
              union all
              (${cut(branches[1]!, sql`limit ${page.offset + page.size}`)})) m
            ${sorting.joins} order by ${sorting.order} ${whole}`;
  const profiles = withProfiles
    ? sql`left join profiles p on p.id = m.profile_id left join people pe on pe.id = p.person_id`
    : sql``;
  const columns = withProfiles ? profileColumns : ownColumns;
  const total = tally ? sql`, (${tally}) as total` : sql``;
  return sql`select ${columns}${total} from (${inner}) m ${profiles} ${sorting.joins} order by ${sorting.order}`;
}

/**
 * Few moves lie between two days, or have people born between two: unless these are found first, the planner walks all
 * moves in the order of the list until it has met a page of them.
 */
function selectsFew(filters: MoveFilters, { joins }: Sorting): boolean {
  const { date_from: from, date_to: to, date_of_birth_from: bornFrom, date_of_birth_to: bornTo } = filters;
  return Boolean((from && to && joins !== noJoins) || (bornFrom && bornTo));
}

/** Beyond this many skipped rows only ids are skipped. */
const DEEP = 1_000;

const ownColumns = literal(moveColumns.replace(/\w+/g, 'm.$&'));

export const profileColumns = sql`${ownColumns}, p.id as p_id, p.person_id as p_person_id, p.assessment_answers,
  p.requires_youth_risk_assessment, p.csra, p.category_id, p.created_at as p_created_at, p.updated_at as p_updated_at,
  pe.first_names, pe.last_name, pe.date_of_birth, pe.gender_id, pe.gender_additional_information, pe.ethnicity_id,
  pe.prison_number, pe.criminal_records_office, pe.police_national_computer, pe.latest_nomis_booking_id,
  pe.created_at as pe_created_at, pe.updated_at as pe_updated_at`;

type Own<Row> = Omit<Row, 'id' | 'person_id' | 'created_at' | 'updated_at'>;

export interface ListedRow extends MoveRow, Own<ProfileRow>, Own<PersonRow> {
  p_id?: string | null;
  p_person_id: string;
  p_created_at: Date;
  p_updated_at: Date;
  pe_created_at: Date;
  pe_updated_at: Date;
}

export function toListedMove(row: ListedRow): ListedMove {
  const move = toMove(row);
  if (!row.p_id) return { move, profile: undefined, person: undefined };
  return {
    move,
    profile: toProfile({
      id: row.p_id,
      person_id: row.p_person_id,
      assessment_answers: row.assessment_answers,
      requires_youth_risk_assessment: row.requires_youth_risk_assessment,
      csra: row.csra,
      category_id: row.category_id,
      created_at: row.p_created_at,
      updated_at: row.p_updated_at,
    }),
    person: toPerson({
      id: row.p_person_id,
      first_names: row.first_names,
      last_name: row.last_name,
      date_of_birth: row.date_of_birth,
      gender_id: row.gender_id,
      gender_additional_information: row.gender_additional_information,
      ethnicity_id: row.ethnicity_id,
      prison_number: row.prison_number,
      criminal_records_office: row.criminal_records_office,
      police_national_computer: row.police_national_computer,
      latest_nomis_booking_id: row.latest_nomis_booking_id,
      created_at: row.pe_created_at,
      updated_at: row.pe_updated_at,
    }),
  };
}
