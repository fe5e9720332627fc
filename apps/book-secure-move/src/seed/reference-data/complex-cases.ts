import type { ComplexCaseRow } from '../rows';

/** Circumstances that an allocation asks about, because they make people harder to place. */
export const complexCases: readonly ComplexCaseRow[] = [
  { id: '8952537a-ecf7-4e25-93d1-2ad67651ad99', key: 'hold_separately', title: 'Segregated prisoners' },
  { id: 'b3eed744-5e7b-4c03-8ffd-970083938cf1', key: 'self_harm', title: 'Self harm / prisoners on ACCT' },
  { id: '357d7fad-49ae-4065-9c20-f7e3171eda81', key: 'mental_health_issue', title: 'Mental health issues' },
  {
    id: '94c25481-7ff8-42c2-9be0-d45a3ee7b2d2',
    key: 'under_drug_treatment',
    title: 'Integrated Drug Treatment System',
  },
];
