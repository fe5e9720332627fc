import { ofQuestion } from './assessment-answers';
import type { Day } from './day';
import type { AssessmentAnswer, AssessmentQuestion } from './profile';

/** A personal care need of the prison system. */
export interface CareNeed {
  problemType: string;
  problemCode: string;
  problemDescription: string | null;
  commentText: string | null;
  startDate: Day;
  endDate: Day | null;
}

export type CareNeedQuestionKey = 'pregnant' | 'special_vehicle' | 'health_issue';

const pregnancyCodes = ['PREG', 'NO9U18', 'NU9', 'NU9U18', 'ACCU18', 'ACCU9', 'AU9U18'];
const vehicleCodes = ['BRK', 'SPR', 'ARTH', 'EPI', 'FALS', 'VI', 'RM', 'PC', 'RC', 'SD', 'OD'];

/** The description of a need's type, by its code; any other code is `Unknown`. */
export const careNeedTypes: Readonly<Record<string, readonly string[]>> = {
  Medical: ['DI', 'BRK', 'SPR', 'TOT', 'ARTH', 'ASTH', 'AUTI', 'EPI', 'FALS'],
  Disability: ['HDL', 'HDS', 'HD', 'SI', 'VI', 'RM', 'PC', 'RC', 'SD', 'MI', 'LD', 'LDY', 'OD', 'NR', 'PRD'],
  'Maternity Status': pregnancyCodes,
};

/** The key of the question that a care need answers. */
export function questionOfCareNeed(code: string): CareNeedQuestionKey {
  if (pregnancyCodes.includes(code)) return 'pregnant';
  return vehicleCodes.includes(code) ? 'special_vehicle' : 'health_issue';
}

export function careNeedType(code: string): string {
  return Object.entries(careNeedTypes).find(([, codes]) => codes.includes(code))?.[0] ?? 'Unknown';
}

/** The care need as an answer to its question. */
export function careNeedAnswer(need: CareNeed, question: AssessmentQuestion): AssessmentAnswer {
  return {
    ...ofQuestion(question),
    comments: need.commentText,
    nomisAlertCode: need.problemCode,
    nomisAlertType: need.problemType,
    nomisAlertDescription: need.problemDescription,
    nomisAlertTypeDescription: careNeedType(need.problemCode),
    importedFromNomis: true,
    createdAt: need.startDate,
    expiresAt: need.endDate,
  };
}
