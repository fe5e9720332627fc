import { availableParallelism } from 'node:os';
import pg from 'pg';

/** Columns stay the text that PostgreSQL sends: nothing is parsed that is only written out again. */
const types = { getTypeParser: () => (value) => value };

/** A pool like the service's own: as large, pipelined, its schema first: `BENCH_SCHEMA`. */
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE || Math.max(4, 3 * availableParallelism())),
  pipeline: true,
  keepAlive: true,
  types,
  options: `-c search_path=${process.env.BENCH_SCHEMA},public -c timezone=UTC`,
});

const begin = { name: 'begin', text: 'begin' };
const commit = { name: 'commit', text: 'commit' };

/** Runs statements that need no answers of each other in one transaction and one round trip. */
export async function together(statements) {
  const client = await pool.connect();
  try {
    return await Promise.all([begin, ...statements, commit].map((statement) => client.query(statement)));
  } finally {
    client.release();
  }
}

/**
 * Runs a transaction of two round trips: the first statement, then those that `decide` makes of its row.
 * @returns the row, or undefined when there was none; nothing is then written
 */
export async function afterReading(first, decide) {
  const client = await pool.connect();
  try {
    const [, { rows }] = await Promise.all([client.query(begin), client.query(first)]);
    const statements = rows.length === 0 ? [] : decide(rows[0]);
    await Promise.all([...statements, commit].map((statement) => client.query(statement)));
    return rows[0];
  } finally {
    client.release();
  }
}
