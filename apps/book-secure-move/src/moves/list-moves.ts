import type { Connection, Sql } from '@switchyard/db';
import { literal, sql } from '@switchyard/db';
import type { Move } from '@switchyard/domain/book-secure-move';
import type { Caller } from '../caller';
import type { ShownPerson, ShownPersonRow, ShownProfile, ShownProfileRow } from '../people/row';
import { toShownPerson, toShownProfile } from '../people/row';
import type { Page } from '../shared/paging';
import { refuseBadFilters } from './check-filters';
import { cutPage } from './cut-page';
import { countMoves, readTally, tallyDays, tallyMoves } from './count-moves';
import type { MoveFilters } from './list-query';
import { branchesOf, conditionsOf, wanders } from './list-query';
import type { MoveRow } from './row';
import { moveColumns, toMove } from './row';
import type { Sorting } from './sorting';

/** A move in a list, with its profile and person when they were asked for. */
export interface ListedMove {
  move: Move;
  profile: ShownProfile | undefined;
  person: ShownPerson | undefined;
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
  const tally = tallyMoves(caller, filters, sorting.demands);
  if (tally) {
    const rows = await db.rows<ListedRow & { total: number }>(pageOf(question, [conditions], tally));
    return { moves: rows.map(toListedMove), total: rows[0]?.total ?? (await readTally(db, tally)) };
  }
  const cuts = branches ? [branches.settled, branches.wandering].map((each) => [...conditions, each]) : [conditions];
  const settled = branches && sorting.demands.length === 0 ? tallyDays(caller, filters) : undefined;
  const [rows, total] = await Promise.all([db.rows<ListedRow>(pageOf(question, cuts)), countMoves(db, cuts, settled)]);
  return { moves: rows.map(toListedMove), total };
}

/** The page's statement. */
function pageOf(question: MovesQuestion, branches: readonly Sql[][], tally?: Sql): Sql {
  const { sorting, withProfiles } = question;
  const profiles = withProfiles
    ? sql`left join profiles p on p.id = m.profile_id left join people pe on pe.id = p.person_id`
    : sql``;
  const columns = withProfiles ? profileColumns : ownColumns;
  const total = tally ? sql`, (${tally}) as total` : sql``;
  return sql`select ${columns}${total} from (${cutPage(question, branches)}) m ${profiles} ${sorting.joins}
             order by ${sorting.order}`;
}

const ownColumns = literal(moveColumns.replace(/\w+/g, 'm.$&'));

export const profileColumns = sql`${ownColumns}, p.id as p_id, p.person_id as p_person_id, p.assessment_answers,
  p.requires_youth_risk_assessment, p.csra, p.category_id,
  pe.first_names, pe.last_name, pe.date_of_birth, pe.gender_id, pe.gender_additional_information, pe.ethnicity_id,
  pe.prison_number, pe.criminal_records_office, pe.police_national_computer`;

export interface ListedRow extends MoveRow, ShownProfileRow, ShownPersonRow {
  p_id?: string | null;
  p_person_id: string;
}

export function toListedMove(row: ListedRow): ListedMove {
  const move = toMove(row);
  if (!row.p_id) return { move, profile: undefined, person: undefined };
  return {
    move,
    profile: toShownProfile(row.p_id, row.p_person_id, row),
    person: toShownPerson(row.p_person_id, row),
  };
}
