import type { FaultInjection } from '@switchyard/domain/wrm';
import { faultInjection } from '@switchyard/domain/wrm';
import { noContent, ok } from '@switchyard/http';
import type { Api, Deps } from '../shared/deps';
import { documentOf, linkTo, resource } from '../shared/json-api';
import { readBody } from '../shared/read-body';
import { sandboxOnly } from '../shared/refusals';
import { clearInjectedFaults, findInjectedFaults, saveInjectedFaults } from './faults-repository';
import { getSubscriber, lockSubscriber } from './repository';

/** Nothing goes wrong. */
const none: FaultInjection = { delaySeconds: 0, duplicate: false, reorder: false, drop: false, badSignature: false };

/** Faults on purpose, in the sandbox: what goes wrong with the deliveries of a subscription. */
export function faultRoutes(api: Api, { config, webhooks }: Deps): void {
  const before = (): void => sandboxOnly(config);
  const path = '/subscribers/{subscriberId}/faults';

  api.get(
    path,
    {
      before,
      document: (faults: FaultInjection, request) => {
        const id = request.params.subscriberId;
        const subscriber = linkTo('subscribers', id);
        return documentOf(resource('injected-faults', id, faults, { subscriber }), request, 'injected-faults');
      },
    },
    async ({ db, params, caller }) => {
      const { id } = await getSubscriber(db, caller, params.subscriberId);
      return ok((await findInjectedFaults(db, id)) ?? none);
    },
  );

  api.put(
    path,
    { before, afterwards: async (_, reply) => (await webhooks.faults.load(), reply) },
    async ({ tx, params, caller, body }) => {
      const faults = readBody(faultInjection, body, 'faults', config);
      const { id } = await lockSubscriber(tx, caller, params.subscriberId);
      saveInjectedFaults(tx, id, faults);
      return ok(faults);
    },
  );

  api.delete(
    path,
    { before, afterwards: async (_, reply) => (await webhooks.faults.load(), reply) },
    async ({ tx, params, caller }) => {
      clearInjectedFaults(tx, (await lockSubscriber(tx, caller, params.subscriberId)).id);
      return noContent();
    },
  );
}
