import type { AreaType, WorkType } from './enumerations';

/** One row of the ordered rules by which work without a named supplier finds one. What is absent fits everything. */
export interface AllocationRule {
  workType: WorkType;
  areaType?: AreaType;
  workDivision?: string;
  areaSite?: string;
  classOfWork?: string;
  supplierId: string;
}

/** What the rules look at; for a task the schedule of its first activity. */
export interface AllocationFacts {
  workType: WorkType;
  areaType?: AreaType | undefined;
  workDivision?: string | undefined;
  areaSite?: string | undefined;
  classOfWork?: string | undefined;
}

const criteria = ['areaType', 'workDivision', 'areaSite', 'classOfWork'] as const;

/** The supplier of the first rule that fits; undefined when none does. */
export function allocatedSupplier(rules: readonly AllocationRule[], facts: AllocationFacts): string | undefined {
  return rules.find(
    (rule) =>
      rule.workType === facts.workType &&
      criteria.every((name) => rule[name] === undefined || rule[name] === facts[name]),
  )?.supplierId;
}
