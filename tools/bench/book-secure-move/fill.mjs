import { withoutIndexes } from '../filling.mjs';
import * as statements from './fill-sql.mjs';

const filled = ['people', 'profiles', 'moves', 'journeys', 'generic_events'];
/** Fewer rows are quicker to store with the indexes in place. */
const worthDropping = 20_000;

/**
 * Adds synthetic moves until there are `wanted` in all, with their people, profiles, journeys, events and tallies. It
 * writes without triggers and makes the secondary indexes anew, which is several times faster than keeping them.
 * @param {pg.Client} client of a superuser
 * @param {number} wanted
 * @param {number} already how many synthetic moves earlier calls have stored
 * @returns {Promise<number>} how many synthetic moves there are now
 */
export async function fillMoves(client, wanted, already) {
  const present = (await client.query('select count(*)::int as n from moves')).rows[0].n;
  const last = already + wanted - present - 1;
  if (last < already) return already;
  await withoutIndexes(client, last - already >= worthDropping ? filled : [], async () => {
    for (const part of ['people', 'profiles', 'moves', 'journeys', 'events', 'tallies']) {
      await client.query(statements[part], [already, last]);
    }
  });
  await client.query('select fold_tallies()');
  await client.query(`vacuum (analyze) ${[...filled, 'tallies'].join(', ')}`);
  await client.query('checkpoint');
  return last + 1;
}

/** What the load asks for and writes to: ids of moves to read, of profiles to move, of moves that wait to be accepted. */
export async function chooseTargets(client, moves) {
  const ids = async (text, ...values) => (await client.query(text, values)).rows;
  return {
    moves: (await ids(statements.someMoves, Math.min(moves, 2_000))).map(({ id }) => id),
    profiles: (await ids(statements.someProfiles, Math.min(Math.floor(moves / 5), 5_000))).map(({ id }) => id),
    requested: await ids(statements.requestedMoves, moves, 40_000),
  };
}

/** Makes accepted moves wait again, so that each round of events finds fresh ones. */
export async function unaccept(client, ids) {
  await client.query('delete from generic_events where eventable_id = any($1::uuid[])', [ids]);
  await client.query("delete from outbox_event where aggregate_type = 'move' and aggregate_id = any($1::uuid[])", [
    ids,
  ]);
  await client.query(
    "update moves set status = 'requested', version = 1 where id = any($1::uuid[]) and status <> 'requested'",
    [ids],
  );
}
