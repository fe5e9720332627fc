/** Each stored key with the label that the API also accepts. Keys are always what leaves the server. */
export const estates = {
  adult_female: 'Adult Female',
  adult_male: 'Adult Male',
  juvenile_female: 'Juvenile Female',
  juvenile_male: 'Juvenile Male',
  young_offender_female: 'Young Offender Female',
  young_offender_male: 'Young Offender Male',
  other_estate: 'Other Estate',
} as const;
export type Estate = keyof typeof estates;

export const prisonerCategories = { b: 'B', c: 'C', d: 'D', open: 'Open', closed: 'Closed' } as const;
export type PrisonerCategory = keyof typeof prisonerCategories;

export const sentenceLengths = { short: '16_or_less', long: 'more_than_16', other: 'other' } as const;
export type SentenceLength = keyof typeof sentenceLengths;

/**
 * The key that a value of the wire stands for, whether it is the key or its label. Labels are compared without regard
 * to case, and a blank counts as an underscore. Undefined when it is neither.
 */
export function enumKey<T extends string>(labels: Readonly<Record<T, string>>, value: unknown): T | undefined {
  if (typeof value !== 'string') return undefined;
  const same = (text: string) => text.toLowerCase().replaceAll(' ', '_');
  const keys = Object.keys(labels) as T[];
  return keys.find((key) => key === value) ?? keys.find((key) => same(labels[key]) === same(value));
}
