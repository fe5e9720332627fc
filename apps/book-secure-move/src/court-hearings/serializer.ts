import type { CourtHearing } from '@switchyard/domain/book-secure-move';
import { formatLondon } from '@switchyard/domain/book-secure-move';
import type { Resource } from '@switchyard/http';
import { toOne } from '@switchyard/http';

export const presentCourtHearing = (hearing: CourtHearing): Resource => ({
  type: 'court_hearings',
  id: hearing.id,
  attributes: {
    start_time: formatLondon(hearing.startTime),
    case_start_date: hearing.caseStartDate,
    nomis_case_id: hearing.nomisCaseId,
    case_number: hearing.caseNumber,
    nomis_hearing_id: hearing.nomisHearingId,
    case_type: hearing.caseType,
    comments: hearing.comments,
    saved_to_nomis: hearing.savedToNomis,
  },
  relationships: { move: toOne('moves', hearing.moveId) },
});
