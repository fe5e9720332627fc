import type { Violation } from '@switchyard/domain';
import type { BodyFault, InvalidBody } from '@switchyard/http';

/** One broken field as the client reads it: the rule, and what it sent. */
export interface Field {
  message: string;
  value: unknown;
}

/** Every broken field by its path, such as `permit_conditions[1].comment`; the contract's word before the rules'. */
export function fieldsOfBody({ faults, violations, body }: InvalidBody): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const fault of faults) {
    const path = pathOf(fault);
    fields[path] ??= { message: wordsOf(fault), value: valueAt(body, fault) };
  }
  const broken = Object.keys(fields);
  for (const [path, field] of Object.entries(fieldsOfRules(violations))) {
    if (!broken.some((other) => other === path || isWithin(path, other) || isWithin(other, path))) fields[path] = field;
  }
  return fields;
}

/** Whether the one is a part of the other: rules that were asked without a broken part say nothing new about the whole. */
const isWithin = (part: string, whole: string): boolean => part.startsWith(`${whole}.`) || part.startsWith(`${whole}[`);

export function fieldsOfRules(violations: readonly Violation[]): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const { field, message, meta } of violations) fields[field] ??= { message, value: meta?.value ?? null };
  return fields;
}

/** A JSON pointer as a path, with the member that is missing or not known at its end. */
function pathOf({ pointer, params }: BodyFault): string {
  const named = params.missingProperty ?? params.additionalProperty;
  const segments = [...segmentsOf(pointer), ...(typeof named === 'string' ? [named] : [])];
  const path = segments.map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`)).join('');
  return path.replace(/^\./, '') || 'body';
}

const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));

function valueAt(body: unknown, { pointer, params }: BodyFault): unknown {
  if (params.missingProperty !== undefined) return null;
  const path = [
    ...segmentsOf(pointer),
    ...(params.additionalProperty === undefined ? [] : [String(params.additionalProperty)]),
  ];
  let value = body;
  for (const segment of path) value = (value as Record<string, unknown> | null | undefined)?.[segment];
  return value ?? null;
}

function wordsOf({ keyword, message, params }: BodyFault): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
      return 'is not a member of this request';
    case 'type':
      return `must be ${[params.type].flat().filter(isNotNull).map(withArticle).join(' or ')}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).filter(isNotNull).join(', ')}`;
    case 'const':
      return `must be ${String(params.allowedValue)}`;
    case 'discriminator':
      return `must have a ${String(params.tag)} that is allowed here`;
    case 'pattern':
      return `must match ${String(params.pattern)}`;
    case 'maxLength':
      return `must not be longer than ${String(params.limit)} characters`;
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${String(params.limit)} characters`;
    case 'maxItems':
      return `must not have more than ${String(params.limit)} items`;
    case 'minItems':
      return `must have at least ${String(params.limit)} item${params.limit === 1 ? '' : 's'}`;
    case 'maximum':
      return `must not be more than ${String(params.limit)}`;
    case 'minimum':
      return `must not be less than ${String(params.limit)}`;
    case 'uniqueItems':
      return 'must not have the same item twice';
    case 'format':
      return params.format === 'date-time'
        ? 'must be an ISO 8601 date and time with a time zone'
        : `must be a valid ${String(params.format)}`;
    default:
      return message;
  }
}

/** Null stands for absent, so nobody is asked for it. */
const isNotNull = (value: unknown): boolean => value !== null && value !== 'null';

const withArticle = (word: unknown): string => `${/^[aeiou]/.test(String(word)) ? 'an' : 'a'} ${String(word)}`;
