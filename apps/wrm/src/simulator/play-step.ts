import type { ScenarioStep } from '@switchyard/domain/wrm';
import { dateTimeOf, readEvent, scenarios } from '@switchyard/domain/wrm';
import { sql } from '@switchyard/db';
import type { PartyCaller } from '../caller';
import { acceptEvent } from '../notifications/accept-event';
import { findNotifications } from '../notifications/repository';
import type { Act } from '../shared/deps';
import { getTask } from '../tasks/repository';
import type { DueStep } from './repository';
import { advancePlay, endPlay } from './repository';
import { taskOfStep } from './step-event';

/** The sandbox's own subscription: a simulated supplier needs none. */
const SUBSCRIBER = 'sandbox';

/**
 * Posts the event that a scenario has next for a task, in the name of its supplier and by all of its rules. Throws what
 * the supplier itself would be refused with.
 */
export async function playStep(act: Omit<Act, 'caller'>, { taskId, partyId, scenario, step }: DueStep): Promise<void> {
  const { tx, ids, now, config } = act;
  const steps: readonly ScenarioStep[] = scenarios[scenario];
  const current = steps[step];
  if (!current) return endPlay(tx, taskId);
  const caller: PartyCaller = { id: 'simulated-supplier', partyId, role: 'supplier' };
  const task = await getTask(tx, caller, taskId);
  const [created] = await findNotifications(tx, [sql`task_id = ${taskId}`], 1);
  const body = {
    notificationType: current.type,
    notificationId: ids.uuid(),
    notificationDateTime: dateTimeOf(now),
    linkedNotificationId: created?.id,
    subscriberId: SUBSCRIBER,
    task: taskOfStep(current, task, now),
  };
  await acceptEvent({ ...act, caller }, { event: readEvent(body, 'supplier', config.extensions), body });
  if (step + 1 < steps.length) advancePlay(tx, taskId);
  else endPlay(tx, taskId);
}
