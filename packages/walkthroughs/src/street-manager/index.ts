import type { Walkthrough } from '../walkthrough';
import { createAndAssessPermit } from './create-and-assess-permit';
import { fixedPenaltyNotices } from './fixed-penalty-notices';
import { imposedChange } from './imposed-change';
import { inspectionsWithEvidence } from './inspections-with-evidence';
import { nonNotifiableReinstatement } from './non-notifiable-reinstatement';
import { paaToMajorPermit } from './paa-to-major-permit';
import { permitModificationRequest } from './permit-modification-request';
import { permitModificationRequestByAssessment } from './permit-modification-request-by-assessment';
import { promoterChangeRequest } from './promoter-change-request';
import { reports } from './reports';
import { sitesAndReinstatements } from './sites-and-reinstatements';
import { workExtension } from './work-extension';

/** Every sequence of the published page, in its order. */
export const streetManagerWalkthroughs: Walkthrough[] = [
  createAndAssessPermit,
  permitModificationRequest,
  permitModificationRequestByAssessment,
  inspectionsWithEvidence,
  fixedPenaltyNotices,
  sitesAndReinstatements,
  nonNotifiableReinstatement,
  promoterChangeRequest,
  workExtension,
  imposedChange,
  paaToMajorPermit,
  reports,
];
