import type { Transaction } from '@switchyard/db';
import type { Shape, TriggerName } from '@switchyard/domain/wrm';
import { triggerShapes } from '@switchyard/domain/wrm';
import { created, ok } from '@switchyard/http';
import type { Caller } from '../caller';
import type { Api, Deps } from '../shared/deps';
import { actOf } from '../shared/deps';
import { readBody } from '../shared/read-body';
import { sandboxOnly } from '../shared/refusals';
import type { TriggerBodies } from './playbook';
import { newTaskFor, pullTrigger } from './pull-trigger';

interface TriggerRequest {
  tx: Transaction;
  caller: Caller;
  now: Date;
  body: unknown;
}

/** What makes a simulated work requestor act; in the sandbox only. */
export function triggerRoutes(api: Api, deps: Deps): void {
  const { config } = deps;
  const inSandbox = { before: () => sandboxOnly(config) };
  const on =
    <Name extends Exclude<TriggerName, 'CreateTask'>>(name: Name) =>
    async (request: TriggerRequest) => {
      const shape = triggerShapes[name] as Shape<TriggerBodies[Name]>;
      return ok(await pullTrigger(actOf(request, deps), name, readBody(shape, request.body, 'trigger', config)));
    };

  api.post('/trigger/CreateTask', inSandbox, async (request) => {
    const act = actOf(request, deps);
    const said = await newTaskFor(act, readBody(triggerShapes.CreateTask, request.body, 'trigger', config));
    return created(await pullTrigger(act, 'CreateTask', said));
  });
  api.post('/trigger/Reallocate', inSandbox, on('Reallocate'));
  api.post('/trigger/PutOnHold', inSandbox, on('PutOnHold'));
  api.post('/trigger/Resume', inSandbox, on('Resume'));
  api.post('/trigger/Cancel', inSandbox, on('Cancel'));
  api.post('/trigger/AddActivity', inSandbox, on('AddActivity'));
  api.post('/trigger/RequestCancelActivity', inSandbox, on('RequestCancelActivity'));
  api.post('/trigger/RescheduleByRequestor', inSandbox, on('RescheduleByRequestor'));
}
