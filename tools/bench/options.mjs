import { parseArgs } from 'node:util';
import { services, workNames } from './services.mjs';

export const usage = `node tools/bench.mjs [options]
  --service <name>   one of ${services.map(({ name }) => name).join(', ')}; may be given more than once (all otherwise)
  --only <work>      one of these works; may be given more than once:
${services.map((each) => `                     ${each.name}: ${workNames([each]).join(', ')}`).join('\n')}
  --small            2,000 rows and short rounds: shows that it runs, not how fast; misses no goal
  --rows <n>         at this many moves or permits only; may be given more than once (100000 and 1000000 otherwise)
  --seconds <n>      length of a round (3)
  --rounds <n>       rounds of each server, of which the median counts (5)
  --profile <dir>    writes a CPU profile of the service there
  --json             prints the results as one JSON document at the end`;

/**
 * Reads the command line.
 * @param {string[]} argv
 * @returns what to measure: `chosen` services with their works, `sizes` in rows, `seconds` a round, `warmUp` in seconds; or
 *   `fault`, a sentence
 */
export function readOptions(argv) {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: accepted }));
  } catch (error) {
    return { fault: error.message };
  }
  const { small, json, profile, help } = values;
  const wanted = values.service ?? services.map(({ name }) => name);
  const stranger = wanted.find((name) => !services.some((each) => each.name === name));
  if (stranger !== undefined) return { fault: `There is no service ${stranger}.` };
  const asked = services.filter(({ name }) => wanted.includes(name));
  const names = workNames(asked);
  const only = values.only ?? names.filter((name) => !asked.some(({ whenNamed }) => whenNamed?.includes(name)));
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) return { fault: `There is no work ${unknown}; there are ${names.join(', ')}.` };
  const sizes = (values.rows ?? (small ? [2_000] : [100_000, 1_000_000])).map(Number).sort((a, b) => a - b);
  const seconds = Number(values.seconds ?? (small ? 0.3 : 3));
  // The compiler of a server must have seen enough of the work first; a server that does more needs longer.
  const warmUp = small ? seconds : Math.max(5, seconds);
  const rounds = Number(values.rounds ?? (small ? 1 : 5));
  if (![...sizes, rounds].every((n) => Number.isInteger(n) && n > 0) || !(seconds > 0)) {
    return { fault: '--rows, --rounds and --seconds take numbers above zero.' };
  }
  return {
    small,
    json,
    profile,
    help,
    chosen: asked
      .map((service) => ({
        service,
        works: service.works.filter(({ name }) => only.includes(name)),
        once: Object.entries(service.once).filter(([name]) => only.includes(name)),
      }))
      .filter(({ works, once }) => works.length + once.length > 0),
    sizes,
    seconds,
    rounds,
    warmUp,
  };
}

const accepted = {
  service: { type: 'string', multiple: true },
  small: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
  rows: { type: 'string', multiple: true },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  profile: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};
