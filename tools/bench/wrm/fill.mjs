import { withoutIndexes } from '../filling.mjs';
import * as statements from './fill-sql.mjs';
import { numberOf, subscriptions, taskId } from './tasks.mjs';

/** Fewer tasks are quicker to store with the indexes in place. */
const worthDropping = 5_000;

const parts = {
  task: statements.tasks,
  activity: statements.activities,
  notification: statements.notifications,
  task_history: statements.history,
};

/** Gives the demo's requestor and its first supplier a subscription. */
export async function prepare(client) {
  const ids = Object.values(subscriptions);
  await client.query(statements.endpoints, [ids]);
  await client.query(statements.subscribers, [ids, Object.keys(subscriptions)]);
}

/**
 * Adds synthetic accepted tasks with their activity, notifications and history until there are `wanted` of them.
 * @param {pg.Client} client of a superuser
 * @param {number} wanted
 * @param {number} already how many earlier calls have stored
 * @returns {Promise<number>} how many there are now
 */
export async function fillTasks(client, wanted, already) {
  if (wanted <= already) return already;
  const tables = Object.keys(parts);
  await withoutIndexes(client, wanted - already >= worthDropping ? tables : [], async () => {
    for (const part of Object.values(parts)) await client.query(part, [already, wanted - 1]);
  });
  await client.query(`vacuum (analyze) ${tables.join(', ')}`);
  await client.query('checkpoint');
  return wanted;
}

/** What the load writes to. */
export const chooseTargets = (_client, tasks) => Promise.resolve({ tasks });

/** Makes the tasks of the first `asked` requests stand as they stood before, so that each round finds fresh ones. */
export async function undoReports(client, tasks, asked) {
  const ids = Array.from({ length: asked }, (_, n) => taskId(numberOf(n, tasks)));
  for (const statement of statements.undoing) await client.query(statement, [ids]);
}
