import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { CourtHearing } from '@switchyard/domain/book-secure-move';

export interface CourtHearingRow {
  id: string;
  move_id: string | null;
  start_time: Date;
  case_start_date: string | null;
  case_number: string | null;
  nomis_case_id: number | null;
  nomis_hearing_id: number | null;
  case_type: string | null;
  comments: string | null;
  saved_to_nomis: boolean;
  created_at: Date;
  updated_at: Date;
}

const ofMoves = prepared<CourtHearingRow>(
  'hearings-of-moves',
  'select * from court_hearings where move_id = any($1::uuid[]) order by start_time, id',
);

/** The hearings of several moves, by their time, in one statement. */
export async function hearingsOfMoves(db: Connection, moveIds: readonly string[]): Promise<CourtHearing[]> {
  return (await db.rows(ofMoves, [moveIds])).map(toCourtHearing);
}

const byId = prepared<CourtHearingRow>('hearing-by-id', 'select * from court_hearings where id = $1');

/** The hearing, or undefined. `id` must be a UUID. */
export async function findCourtHearing(db: Connection, id: string): Promise<CourtHearing | undefined> {
  const row = await db.first(byId, [id]);
  return row && toCourtHearing(row);
}

const insert = prepared(
  'hearing-insert',
  `insert into court_hearings (id, move_id, start_time, case_start_date, case_number, nomis_case_id, nomis_hearing_id,
     case_type, comments, saved_to_nomis, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** Stores a new hearing. */
export function insertCourtHearing(tx: Transaction, hearing: CourtHearing): void {
  tx.send(insert, [
    hearing.id,
    hearing.moveId,
    hearing.startTime,
    hearing.caseStartDate,
    hearing.caseNumber,
    hearing.nomisCaseId,
    hearing.nomisHearingId,
    hearing.caseType,
    hearing.comments,
    hearing.savedToNomis,
    hearing.createdAt,
    hearing.updatedAt,
  ]);
}

const attach = prepared('hearings-attach', 'update court_hearings set move_id = $1 where id = any($2::uuid[])');
const replace = prepared(
  'hearings-replace',
  `update court_hearings set move_id = case when id = any($2::uuid[]) then $1::uuid end
   where move_id = $1 or id = any($2::uuid[])`,
);

/** Gives hearings to a new move; unknown ids are ignored. */
export function attachHearings(tx: Transaction, moveId: string, hearingIds: readonly string[]): void {
  tx.send(attach, [moveId, hearingIds]);
}

/** Makes these the hearings of a move: others lose it. */
export function replaceHearings(tx: Transaction, moveId: string, hearingIds: readonly string[]): void {
  tx.send(replace, [moveId, hearingIds]);
}

export const toCourtHearing = (row: CourtHearingRow): CourtHearing => ({
  id: row.id,
  moveId: row.move_id,
  startTime: row.start_time,
  caseStartDate: row.case_start_date,
  caseNumber: row.case_number,
  nomisCaseId: row.nomis_case_id,
  nomisHearingId: row.nomis_hearing_id,
  caseType: row.case_type,
  comments: row.comments,
  savedToNomis: row.saved_to_nomis,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
