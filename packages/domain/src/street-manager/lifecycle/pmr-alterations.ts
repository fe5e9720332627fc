/**
 * How the answer to a modification request is dealt with: `assessed` as the published sequencing guide has it, the
 * authority assesses the alteration and then the permit; `applied` as rules 1.16 to 1.35 have it, the values reach the
 * permit at once and the authority assesses the permit alone. The setting PMR_ALTERATIONS.
 */
export const pmrAlterations = ['assessed', 'applied'] as const;
export type PmrAlterations = (typeof pmrAlterations)[number];
