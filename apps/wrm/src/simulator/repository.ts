import type { Connection, Transaction } from '@switchyard/db';
import { prepared } from '@switchyard/db';
import type { ScenarioName, Simulation } from '@switchyard/domain/wrm';

/** The next thing that a simulated supplier does at a task. */
export interface DueStep {
  taskId: string;
  partyId: string;
  scenario: ScenarioName;
  step: number;
}

interface SimulationRow {
  scenario: ScenarioName;
  step_seconds: number;
}

interface StepRow {
  task_id: string;
  party_id: string;
  scenario: ScenarioName;
  step: number;
}

const byParty = prepared<SimulationRow>(
  'simulation',
  'select scenario, step_seconds from simulation where party_id = $1',
);

export async function findSimulation(db: Connection, partyId: string): Promise<Simulation | undefined> {
  const row = await db.first(byParty, [partyId]);
  return row && { scenario: row.scenario, stepSeconds: row.step_seconds };
}

const upsert = prepared(
  'simulation-upsert',
  `insert into simulation values ($1, $2, $3)
   on conflict (party_id) do update set scenario = excluded.scenario, step_seconds = excluded.step_seconds`,
);
const stopPlays = prepared('simulation-steps-stop', 'delete from simulation_step where party_id = $1');

/** What is being played ends where it stands; tasks that still wait for an answer get that of the new scenario. */
export function saveSimulation(tx: Transaction, partyId: string, { scenario, stepSeconds }: Simulation): void {
  tx.send(upsert, [partyId, scenario, stepSeconds]);
  tx.send(stopPlays, [partyId]);
}

const remove = prepared<{ party_id: string }>(
  'simulation-delete',
  'delete from simulation where party_id = $1 returning party_id',
);

/** False when there was none. */
export const deleteSimulation = async (tx: Transaction, partyId: string): Promise<boolean> =>
  (await tx.first(remove, [partyId])) !== undefined;

const begin = prepared(
  'simulation-begin',
  `insert into simulation_step (task_id, party_id, step, due_at)
   select task.id, party_id, 0, task.updated_at + make_interval(secs => step_seconds)
   from simulation join task on task.supplier_id = party_id
   where scenario <> 'silent' and task.status = 'Allocation' and task.substate = 'Sent'
   on conflict (task_id) do update set party_id = excluded.party_id, step = 0, due_at = excluded.due_at
     where simulation_step.party_id <> excluded.party_id`,
);

/** Lets every simulated supplier take up the tasks that were sent to it. */
export const beginPlays = async (db: Connection): Promise<void> => void (await db.rows(begin));

const due = prepared<StepRow>(
  'simulation-due',
  `select task_id, step.party_id, scenario, step from simulation_step step join simulation using (party_id)
   where due_at <= $1 order by due_at limit 1 for update of step skip locked`,
);

/** The step that is due longest, held until the commit; none that another process plays. */
export async function lockDueStep(tx: Transaction, now: Date): Promise<DueStep | undefined> {
  const row = await tx.first(due, [now]);
  return row && { taskId: row.task_id, partyId: row.party_id, scenario: row.scenario, step: row.step };
}

const next = prepared(
  'simulation-next',
  `update simulation_step step set step = step.step + 1, due_at = due_at + make_interval(secs => step_seconds)
   from simulation where simulation.party_id = step.party_id and task_id = $1`,
);
const end = prepared('simulation-end', 'delete from simulation_step where task_id = $1');
const rest = prepared('simulation-rest', `update simulation_step set due_at = 'infinity' where task_id = $1`);

/** The step is done: the next is due so many seconds after it was. */
export const advancePlay = (tx: Transaction, taskId: string): void => tx.send(next, [taskId]);

/** The scenario is over. */
export const endPlay = (tx: Transaction, taskId: string): void => tx.send(end, [taskId]);

/** The scenario is over for a task that still waits for its answer, which would begin it again. */
export const restPlay = (tx: Transaction, taskId: string): void => tx.send(rest, [taskId]);
