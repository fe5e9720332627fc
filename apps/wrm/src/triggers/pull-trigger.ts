import type { TriggerName } from '@switchyard/domain/wrm';
import { dateTimeOf, fault, readEvent, refuseFaults, serves } from '@switchyard/domain/wrm';
import { acceptEvent } from '../notifications/accept-event';
import { findParties, listParties } from '../parties/repository';
import type { Act } from '../shared/deps';
import { getTask } from '../tasks/repository';
import type { TriggerBodies } from './playbook';
import { eventOf } from './playbook';
import type { TriggerResult } from './serializer';
import { presentResult } from './serializer';

/** The sandbox's own subscription: the simulated requestor has none that it could name. */
const SUBSCRIBER = 'sandbox';

/**
 * Posts an event in the name of the work requestor, by all of its rules, so that a work supplier can test alone: of the
 * task that is named, which must be in the caller's sight, or else of one that it makes. Throws NotFound and
 * RequestRefused as the event's own requestor would get them.
 */
export async function pullTrigger<Name extends TriggerName>(
  act: Act,
  name: Name,
  said: TriggerBodies[Name],
): Promise<TriggerResult> {
  const { caller, config, ids, now } = act;
  const partyId = 'taskId' in said ? (await getTask(act.tx, caller, said.taskId)).requestorId : await simulated(act);
  const notificationId = ids.uuid();
  const body = {
    ...eventOf(name, said, { unique: notificationId.slice(0, 8), now }),
    notificationId,
    notificationDateTime: dateTimeOf(now),
    subscriberId: SUBSCRIBER,
  };
  const event = readEvent(body, 'requestor', config.extensions);
  const requestor = { id: caller.id, partyId, role: 'requestor' } as const;
  return presentResult(await acceptEvent({ ...act, caller: requestor }, { event, body }));
}

/** The requestor that the sandbox plays: the first that there is. Throws RequestRefused, X1668, without one. */
async function simulated({ tx }: Act): Promise<string> {
  const [requestor] = await listParties(tx, 'requestor', { limit: 1, after: undefined });
  if (!requestor) refuseFaults([offPlaybook([], 'There is no work requestor whom the sandbox could play.')]);
  return requestor!.id;
}

/** A new task goes to the supplier who asks for it, if it does such work; the operator leaves it to the rules. */
export async function newTaskFor(
  { tx, caller }: Act,
  said: Omit<TriggerBodies['CreateTask'], 'workSupplierId'>,
): Promise<TriggerBodies['CreateTask']> {
  if (caller.role !== 'supplier') return said;
  const [supplier] = await findParties(tx, [caller.partyId]);
  if (!supplier || !serves(supplier, said.workType)) {
    refuseFaults([offPlaybook(['workType'], `Your party does no ${said.workType} work.`)]);
  }
  return { ...said, workSupplierId: caller.partyId };
}

const offPlaybook = (attributes: readonly string[], message: string) =>
  fault('X1668', 'trigger', 'reference', attributes, message);
