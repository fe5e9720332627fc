import { NotFound, refuse } from '@switchyard/domain';
import type { CourtHearing } from '@switchyard/domain/book-secure-move';
import { checkCourtHearing } from '@switchyard/domain/book-secure-move';
import { movesByIds } from '../moves/repository';
import { attributesOf, relatedId } from '../shared/attributes';
import type { Act } from '../shared/deps';
import { uuidOf } from '../shared/uuid';
import { insertCourtHearing } from './repository';

/** The `data` of a request for a hearing. */
export interface CourtHearingData {
  attributes?: unknown;
  relationships?: unknown;
}

/** Stores a hearing, of a move or of none. Throws NotFound for an unknown move, RulesBroken for what it breaks. */
export async function createCourtHearing(act: Act, data: CourtHearingData): Promise<CourtHearing> {
  const { tx, ids, now } = act;
  const moveId = await moveOf(act, data);
  const attributes = attributesOf(data);
  const startTime = attributes.instant('start_time') ?? null;
  const comments = attributes.text('comments') ?? null;
  refuse(checkCourtHearing({ startTime, comments }));
  const hearing: CourtHearing = {
    id: ids.uuid(),
    moveId,
    startTime: startTime!,
    caseStartDate: attributes.day('case_start_date') ?? null,
    nomisCaseId: wholeNumber(attributes.raw('nomis_case_id')),
    caseNumber: attributes.text('case_number') ?? null,
    nomisHearingId: null,
    caseType: attributes.text('case_type') ?? null,
    comments,
    savedToNomis: false,
    createdAt: now,
    updatedAt: now,
  };
  insertCourtHearing(tx, hearing);
  return hearing;
}

async function moveOf({ tx }: Act, data: CourtHearingData): Promise<string | null> {
  const sent = relatedId(data, 'move');
  if (sent === null || sent === undefined) return null;
  const id = uuidOf('move', sent);
  const [move] = await movesByIds(tx, [id]);
  if (!move) throw new NotFound('move', sent);
  return id;
}

const GREATEST_INTEGER = 2_147_483_647;

/** A number of the register, also written as text; what is none is missing. */
function wholeNumber(value: unknown): number | null {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+$/.test(value))) return null;
  const number = Number(value);
  return Number.isInteger(number) && Math.abs(number) <= GREATEST_INTEGER ? number : null;
}
