import { when } from '../kernel';
import type { Violation } from '../kernel';
import type { Day } from './day';
import { blank, tooLong } from './standard-violations';

export interface CourtHearing {
  id: string;
  moveId: string | null;
  startTime: Date;
  caseStartDate: Day | null;
  nomisCaseId: number | null;
  caseNumber: string | null;
  nomisHearingId: number | null;
  caseType: string | null;
  comments: string | null;
  savedToNomis: boolean;
  createdAt: Date;
  updatedAt: Date;
}

const longestComment = 240;

/** The rules of a hearing; a start that could not be read counts as missing. */
export function checkCourtHearing(hearing: { startTime: Date | null; comments: string | null }): Violation[] {
  return [
    ...when(hearing.startTime === null, blank('start_time')),
    ...when([...(hearing.comments ?? '')].length > longestComment, tooLong('comments', longestComment)),
  ];
}
