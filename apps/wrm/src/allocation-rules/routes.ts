import type { AllocationRule, CodedFault, Party } from '@switchyard/domain/wrm';
import { allocationRuleList, refuseFaults, serves } from '@switchyard/domain/wrm';
import { ok } from '@switchyard/http';
import { findParties } from '../parties/repository';
import type { Api, Deps } from '../shared/deps';
import { documentOf, linkTo, resource } from '../shared/json-api';
import { readBody } from '../shared/read-body';
import { unsuitable } from '../shared/refusals';
import { listAllocationRules, replaceAllocationRules } from './repository';

/** The rules by which work finds its supplier, for the operator. */
export function allocationRuleRoutes(api: Api, { config }: Deps): void {
  api.get(
    '/admin/allocation-rules',
    {
      document: ({ rules }: { rules: AllocationRule[] }, request) =>
        documentOf(rules.map(ruleResource), request, 'allocation-rules'),
    },
    async ({ db }) => ok({ rules: await listAllocationRules(db) }),
  );

  api.put('/admin/allocation-rules', async ({ tx, body }) => {
    const { rules } = readBody(allocationRuleList, body, 'rules', config);
    const suppliers = await findParties(
      tx,
      rules.map(({ supplierId }) => supplierId),
    );
    refuseFaults(rules.flatMap((rule, index) => checkSupplier(rule, suppliers, `rules[${index}]`)));
    replaceAllocationRules(tx, rules);
    return ok({ rules });
  });
}

function checkSupplier(
  { supplierId, workType }: AllocationRule,
  suppliers: readonly Party[],
  path: string,
): CodedFault[] {
  const supplier = suppliers.find(({ id }) => id === supplierId);
  if (supplier && serves(supplier, workType)) return [];
  return [unsuitable(path, 'supplierId', `${supplierId} is not a work supplier for ${workType}.`)];
}

/** A rule has no name but its place. */
const ruleResource = (rule: AllocationRule, index: number): ReturnType<typeof resource> =>
  resource('allocation-rules', String(index + 1), rule, { work_supplier: linkTo('parties', rule.supplierId) }, [
    'supplierId',
  ]);
