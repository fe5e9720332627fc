import { withoutIndexes } from '../filling.mjs';
import * as statements from './fill-sql.mjs';

const PERMITS_OF_A_WORK = 3;
const UPDATES = 500;
/** Fewer works are quicker to store with the indexes in place. */
const worthDropping = 5_000;

const parts = {
  work: statements.works,
  permit: statements.permits,
  alteration: statements.alterations,
  forward_plan: statements.forwardPlans,
  site: statements.sites,
  reinstatement: statements.reinstatements,
  inspection: statements.inspections,
  scheduled_inspection: statements.scheduledInspections,
  comment: statements.comments,
  fixed_penalty_notice: statements.notices,
  history: statements.history,
};

/** Adds the organisations that the demo lacks, and tells the service of them. */
export async function prepare(client) {
  await client.query(statements.organisations);
  await client.query(statements.workstreams);
  await client.query("select pg_notify('street_manager', 'reference')");
}

/**
 * Adds synthetic works, each with three permits and what hangs on them, until there are `wanted` permits in all.
 * @param {pg.Client} client of a superuser
 * @param {number} wanted
 * @param {number} already how many synthetic permits earlier calls have stored
 * @returns {Promise<number>} how many synthetic permits there are now
 */
export async function fillPermits(client, wanted, already) {
  const first = already / PERMITS_OF_A_WORK;
  const last = Math.ceil(wanted / PERMITS_OF_A_WORK) - 1;
  if (last < first) return already;
  const tables = Object.keys(parts);
  await withoutIndexes(client, last - first >= worthDropping ? tables : [], async () => {
    for (const part of Object.values(parts)) await client.query(part, [first, last]);
  });
  await client.query(`vacuum (analyze) ${tables.join(', ')}`);
  await client.query('checkpoint');
  return (last + 1) * PERMITS_OF_A_WORK;
}

/** What the load asks for: works to read, and numbers after which as many updates as one answer holds are to be had. */
export async function chooseTargets(client, permits) {
  const works = await client.query(statements.someWorks, [0, permits / PERMITS_OF_A_WORK - 1]);
  const updates = await client.query(statements.someUpdates, [UPDATES]);
  return {
    works: works.rows.map(({ reference }) => reference),
    updates: updates.rows.map(({ update_id }) => Number(update_id)),
  };
}
