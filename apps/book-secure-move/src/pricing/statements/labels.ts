import type { Category, PaidCategory } from '@switchyard/domain/book-secure-move/pricing';

/** The published names of the categories, and what each means, as statements show them. */
export const labels: Readonly<Record<PaidCategory, { name: string; meaning: string }>> = {
  standard: { name: 'Standard', meaning: 'One billable journey between the ends of the move' },
  redirection: { name: 'Redirection', meaning: 'Sent to another place after the start: two billable journeys' },
  long_haul: { name: 'Long haul', meaning: 'With a stay overnight: two or more billable journeys' },
  lockout: { name: 'Lockout', meaning: 'Not admitted at the destination: two or three billable journeys' },
  multi: { name: 'Multi type', meaning: 'Completed in any other way' },
  cancelled: { name: 'Cancelled', meaning: 'Cancelled too late between two prisons' },
};

export const labelOf = (category: Category): string => (category === 'unpriced' ? 'Not paid' : labels[category].name);

/** The order of the sheets and of the summary. */
export const shownOrder: readonly PaidCategory[] = [
  'standard',
  'redirection',
  'long_haul',
  'lockout',
  'multi',
  'cancelled',
];
