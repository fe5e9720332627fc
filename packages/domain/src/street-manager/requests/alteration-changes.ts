import type { AlterationRequest } from './alteration';
import { readInstant } from './dates';
import type { PermitContent } from './permit-content';
import { isGiven } from './rules';

/** The content of a permit in the words of the wire: what an alteration is compared with. */
export type CurrentContent = Omit<PermitContent, 'file_ids' | 'internal_user_identifier' | 'internal_user_name'>;

/** The members of an alteration that say something of it, not of the permit. */
export const notContent: readonly string[] = [
  'permit_alteration_reason',
  'internal_user_identifier',
  'internal_user_name',
] satisfies (keyof AlterationRequest)[];

/**
 * The members with which an alteration departs from the permit, in the request's order. Absent and null mean
 * "unchanged"; date-times are compared as instants, numbers as numbers, lists and what they hold without their order.
 * Files are a change whenever there are any. The published rules for what an authority may change rest on this.
 */
export function changedMembers(request: AlterationRequest, current: CurrentContent): string[] {
  const known: Readonly<Record<string, unknown>> = { ...current };
  return Object.entries(request)
    .filter(([member, value]) => !notContent.includes(member) && value !== null && value !== undefined)
    .filter(([member, value]) => (member === 'file_ids' ? isGiven(value) : differs(member, value, known[member])))
    .map(([member]) => member);
}

function differs(member: string, value: unknown, known: unknown): boolean {
  const ordered = member.endsWith('_coordinates');
  return JSON.stringify(canonical(value, ordered)) !== JSON.stringify(canonical(known, ordered));
}

/** The same for values that mean the same. Positions keep their order: it is the shape. */
function canonical(value: unknown, ordered: boolean): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return readDateTime(value) ?? value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, ordered));
    if (items.length === 0) return null;
    return ordered ? items : items.sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)));
  }
  if (typeof value !== 'object') return value;
  const members = Object.entries(value)
    .map(([name, member]): [string, unknown] => [name, canonical(member, ordered)])
    .filter(([, member]) => member !== null)
    .sort(([one], [other]) => compareText(one, other));
  return Object.fromEntries(members);
}

function readDateTime(text: string): string | undefined {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? readInstant(text)?.toISOString() : undefined;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
