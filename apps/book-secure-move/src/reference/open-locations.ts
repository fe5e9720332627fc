import type { ApiContract } from '@switchyard/http';

const openOperations = ['GET /reference/locations', 'GET /reference/locations/{location_id}'];

/** The contract as published, in which locations are read without a token, or with locations as closed as the rest. */
export function withLocations(contract: ApiContract, open: boolean): ApiContract {
  if (open) return contract;
  const operations = { ...contract.operations };
  for (const name of openOperations) operations[name] = { ...operations[name]!, open: false };
  return { ...contract, operations };
}
