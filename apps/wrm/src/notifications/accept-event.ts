import type { Transaction } from '@switchyard/db';
import type { AnyPostedEvent, ChangingPostedEvent, Decision, Posting, Warning } from '@switchyard/domain/wrm';
import { checkLink, createTask, dateTimeOf, decide, refuseFaults } from '@switchyard/domain/wrm';
import type { PartyCaller } from '../caller';
import type { Act } from '../shared/deps';
import { lockTask, nextTaskId } from '../tasks/repository';
import type { NotificationAccepted } from './accepted';
import { presentAccepted } from './accepted';
import { loadFacts, loadNewTaskFacts } from './facts/load-facts';
import { isOfTask } from './repository';
import { storeAccepted } from './store-accepted';

/** An act of a party that takes part in tasks. */
export type PartyAct = Act & { caller: PartyCaller };

/** An event, and the body that it was read from. */
export interface ReadNotification {
  event: AnyPostedEvent;
  body: unknown;
}

/** What a dry run calls a task that it does not create. */
const PLACEHOLDER = 'WRM-0000000000';

/**
 * Applies an event that its poster's form allows: task, history, bookings and notifications become one change. A dry run
 * tells what would come of it, and stores nothing. Throws RequestRefused with every rule that stands against it, and
 * NotFound for a task out of the poster's sight.
 */
export async function acceptEvent(
  act: PartyAct,
  { event, body }: ReadNotification,
  isDryRun = false,
): Promise<NotificationAccepted> {
  // What the link names is read after the task is held, and travels with it.
  const [decision, isLinkKnown] = await Promise.all([
    event.notificationType === 'CreateTaskEvent' ? decideCreation(act, event, isDryRun) : decideChange(act, event),
    knowsLink(act.tx, event),
  ]);
  const warnings = warningsOf(act, event, isLinkKnown);
  if (isDryRun) return presentAccepted(event.notificationId, 'WouldBeAccepted', decision.task, warnings);
  const accepted = presentAccepted(event.notificationId, 'Accepted', decision.task, warnings);
  await storeAccepted(act, { event, body }, decision, accepted);
  return accepted;
}

async function decideCreation(
  act: PartyAct,
  event: Extract<AnyPostedEvent, { notificationType: 'CreateTaskEvent' }>,
  isDryRun: boolean,
): Promise<Decision> {
  const posting = postingOf(act);
  const [facts, id] = await Promise.all([
    loadNewTaskFacts(act.tx, event, act.caller.partyId, posting.now),
    isDryRun ? PLACEHOLDER : nextTaskId(act.tx),
  ]);
  return createTask(event, id, posting, facts);
}

async function decideChange(act: PartyAct, event: ChangingPostedEvent): Promise<Decision> {
  const { tx, caller } = act;
  const posting = postingOf(act);
  // The task before the bookings: all who hold both take them in this order.
  const task = await lockTask(tx, caller, event.task.id);
  return decide(task, event, posting, await loadFacts(tx, event, posting.now));
}

const postingOf = ({ caller: { partyId, role }, now, ids }: PartyAct): Posting => ({
  partyId,
  role,
  now: dateTimeOf(now),
  ids,
});

/** Whether the event is linked to a notification of its task, or to nothing; a new task has none. */
async function knowsLink(tx: Transaction, event: AnyPostedEvent): Promise<boolean> {
  if (event.linkedNotificationId === undefined) return true;
  return event.notificationType !== 'CreateTaskEvent' && isOfTask(tx, event.task.id, event.linkedNotificationId);
}

function warningsOf({ config }: PartyAct, { notificationType }: AnyPostedEvent, isLinkKnown: boolean): Warning[] {
  const { faults, warnings } = checkLink(notificationType, isLinkKnown, config.strictLinks);
  refuseFaults(faults);
  return warnings;
}
