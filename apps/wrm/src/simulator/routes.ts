import type { Connection } from '@switchyard/db';
import { NotFound } from '@switchyard/domain';
import type { Simulation } from '@switchyard/domain/wrm';
import { simulation } from '@switchyard/domain/wrm';
import { noContent, ok } from '@switchyard/http';
import { getParty } from '../parties/repository';
import type { Api, Deps } from '../shared/deps';
import { documentOf, linkTo, resource } from '../shared/json-api';
import { readBody } from '../shared/read-body';
import { sandboxOnly } from '../shared/refusals';
import { deleteSimulation, findSimulation, saveSimulation } from './repository';

/** Simulated work suppliers, in the sandbox, so that a work requestor can test alone. */
export function simulationRoutes(api: Api, { config }: Deps): void {
  const before = (): void => sandboxOnly(config);
  const path = '/trigger/simulated-suppliers/{partyId}';

  api.get(
    path,
    {
      before,
      document: (played: Simulation, request) => {
        const id = request.params.partyId;
        return documentOf(
          resource('simulations', id, played, { party: linkTo('parties', id) }),
          request,
          'simulations',
        );
      },
    },
    async ({ db, params }) => {
      const played = await findSimulation(db, params.partyId);
      if (!played) throw new NotFound('simulation', params.partyId);
      return ok(played);
    },
  );

  api.put(path, { before }, async ({ tx, params, body }) => {
    const played = readBody(simulation, body, 'simulation', config);
    saveSimulation(tx, await supplierNamed(tx, params.partyId), played);
    return ok(played);
  });

  api.delete(path, { before }, async ({ tx, params }) => {
    if (!(await deleteSimulation(tx, params.partyId))) throw new NotFound('simulation', params.partyId);
    return noContent();
  });
}

async function supplierNamed(db: Connection, partyId: string): Promise<string> {
  const { id, role } = await getParty(db, partyId);
  if (role !== 'supplier') throw new NotFound('work supplier', partyId);
  return id;
}
