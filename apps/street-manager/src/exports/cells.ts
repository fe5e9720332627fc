import { trafficManagementTypeLabels, workCategoryLabels, workStatusLabels } from '@switchyard/domain/street-manager';

/** Values with a published label; the others are their own words. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  traffic_management_type: trafficManagementTypeLabels,
  work_category: workCategoryLabels,
  work_status: workStatusLabels,
};

/** An enumerated value for people: `permit_modification_request` is `Permit modification request`. */
export function labelOf(member: string, value: string): string {
  const label = labels[member]?.[value];
  if (label !== undefined) return label;
  const words = /^[A-Z0-9_]+$/.test(value) ? value.toLowerCase() : value;
  return sentence(words);
}

/** A member's name as a heading: `work_reference_number` is `Work reference number`. */
export const headingOf = (member: string): string => headings[member] ?? sentence(member);

const headings: Readonly<Record<string, string>> = {
  usrn: 'USRN',
  made_safe_by_ha: 'Made safe by HA',
  fpn_reference_number: 'FPN reference number',
  is_ttro_required: 'Is TTRO required?',
};

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a row as text: truths as words, conditions by their codes, places as well-known text. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value))
    return value.map((each) => cellOf((each as Partial<Condition>).condition ?? each)).join(', ');
  if (typeof value === 'object') return wellKnownText(value as Place);
  return String(value);
}

interface Condition {
  condition: string;
}

interface Place {
  type: string;
  coordinates: unknown;
}

type Positions = number | Positions[];

const wellKnownText = ({ type, coordinates }: Place): string =>
  `${type.toUpperCase()}${type === 'Point' ? `(${position(coordinates as number[])})` : nested(coordinates as Positions[])}`;

/** Positions are parted by commas, the numbers of one by a space; every list stands in brackets. */
const nested = (lists: Positions[]): string =>
  `(${lists.map((each) => (isPosition(each) ? position(each) : nested(each as Positions[]))).join(',')})`;

const isPosition = (value: Positions): value is number[] => Array.isArray(value) && typeof value[0] === 'number';
const position = (numbers: readonly number[]): string => numbers.join(' ');
