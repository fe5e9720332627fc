import type { Contract, Operation } from '@switchyard/contracts';
import {
  streetManagerExport,
  streetManagerGeojson,
  streetManagerLookup,
  streetManagerParty,
  streetManagerReporting,
  streetManagerWork,
} from '@switchyard/contracts';

/** One operation of an API of the service, as a test that asks every one of them sees it. */
export interface Asked {
  /** `POST /works`. */
  name: string;
  method: string;
  path: string;
  operation: Operation;
  contract: Contract<Readonly<Record<string, Operation>>>;
}

/** Every operation of every API but those that show the state of the service. */
export const everyOperation: readonly Asked[] = [
  streetManagerWork,
  streetManagerReporting,
  streetManagerParty,
  streetManagerLookup,
  streetManagerGeojson,
  streetManagerExport,
].flatMap((contract) =>
  Object.entries<Operation>(contract.operations)
    .filter(([name]) => name !== 'GET /status')
    .map(([name, operation]) => {
      const [method, path] = name.split(' ') as [string, string];
      return { name, method, path, operation, contract };
    }),
);
