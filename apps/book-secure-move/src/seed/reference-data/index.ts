import type { Batch } from '@switchyard/db';
import { batch } from '@switchyard/db';
import { assessmentQuestions } from './assessment-questions';
import { categories } from './categories';
import { complexCases } from './complex-cases';
import { ethnicities } from './ethnicities';
import { genders } from './genders';
import { identifierTypes } from './identifier-types';
import { prisonTransferReasons } from './prison-transfer-reasons';
import { regions } from './regions';
import { suppliers } from './suppliers';

/** The published values that the service cannot work without, the same in every environment. */
export const referenceData: readonly Batch[] = [
  batch('suppliers', suppliers),
  batch('regions', regions),
  batch('genders', genders),
  batch('ethnicities', ethnicities),
  batch('identifier_types', identifierTypes),
  batch('prison_transfer_reasons', prisonTransferReasons),
  batch('allocation_complex_cases', complexCases),
  batch('assessment_questions', assessmentQuestions),
  batch('categories', categories),
];
