import type { Walkthrough } from '../walkthrough';
import { sequencing } from './document';
import { modificationRequestSequence } from './modification-request-sequence';

export const permitModificationRequestByAssessment: Walkthrough = {
  name: 'permit-modification-request-by-assessment',
  title: 'Permit modification request, assessed by …/assessment as the contract has it',
  document: sequencing,
  play: (api) => modificationRequestSequence(api, 'assessment'),
};
