import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { AllocationRule, AreaType, WorkType } from '@switchyard/domain/wrm';

interface RuleRow {
  work_type: WorkType;
  area_type: AreaType | null;
  work_division: string | null;
  area_site: string | null;
  class_of_work: string | null;
  supplier_id: string;
}

const inOrder = prepared<RuleRow>('allocation-rules', 'select * from allocation_rule order by position');

/** All rules, in the order in which they are asked. */
export async function listAllocationRules(db: Connection): Promise<AllocationRule[]> {
  return (await db.rows(inOrder)).map((row) => ({
    workType: row.work_type,
    ...(row.area_type && { areaType: row.area_type }),
    ...(row.work_division !== null && { workDivision: row.work_division }),
    ...(row.area_site !== null && { areaSite: row.area_site }),
    ...(row.class_of_work !== null && { classOfWork: row.class_of_work }),
    supplierId: row.supplier_id,
  }));
}

/** Two replacements at a time would leave a mixture of both. */
const lock = prepared('allocation-rules-lock', 'lock table allocation_rule in share row exclusive mode');
const clear = prepared('allocation-rules-clear', 'delete from allocation_rule');
const insert = prepared(
  'allocation-rules-insert',
  `insert into allocation_rule (position, work_type, area_type, work_division, area_site, class_of_work, supplier_id)
   select place, rule->>'workType', rule->>'areaType', rule->>'workDivision', rule->>'areaSite', rule->>'classOfWork',
     rule->>'supplierId'
   from jsonb_array_elements($1::jsonb) with ordinality as given (rule, place)`,
);

export function replaceAllocationRules(tx: Transaction, rules: readonly AllocationRule[]): void {
  tx.send(lock);
  tx.send(clear);
  tx.send(insert, [JSON.stringify(rules)]);
}
