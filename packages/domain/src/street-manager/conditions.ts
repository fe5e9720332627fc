import { permitConditionTypes } from './enums';
import type { PermitConditionType } from './enums';

export interface PermitCondition {
  condition: PermitConditionType;
  comment?: string | null;
}

/** The duration conditions and the display of the permit number: every permit that takes conditions has them. */
export const automaticConditions: readonly PermitConditionType[] = ['NCT01a', 'NCT01b', 'NCT11a'];

/** The conditions with the automatic ones added where they are absent, in the order of their codes; comments are kept. */
export function withAutomaticConditions(conditions: readonly PermitCondition[]): PermitCondition[] {
  const given = new Set(conditions.map(({ condition }) => condition));
  const added = automaticConditions.filter((condition) => !given.has(condition)).map((condition) => ({ condition }));
  return [...conditions, ...added].sort((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ condition }: PermitCondition): number {
  return permitConditionTypes.indexOf(condition);
}
