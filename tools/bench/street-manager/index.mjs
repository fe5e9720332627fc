import { chooseTargets, fillPermits, prepare } from './fill.mjs';
import { traces } from './traces.mjs';
import { works } from './works.mjs';

const password = 'Demo-password-1';
const users = { officer: 'officer@ellerdale.example', planner: 'planner@northbeck.example' };

/** What is measured of Street Manager. */
export const streetManager = {
  name: 'street-manager',
  schema: 'street_manager',
  portVariable: 'STREET_MANAGER_PORT',
  rows: 'permits',
  works,
  once: {},
  /** What the service may take besides, in megabytes. */
  rssMb: 200,
  prepare,
  fill: fillPermits,
  chooseTargets,
  traces,
  /** What the load speaks with: tokens of the largest authority's and of the largest promoter's user. */
  async credentials(url) {
    const tokens = await Promise.all(
      Object.entries(users).map(async ([role, emailAddress]) => [role, await login(url, emailAddress)]),
    );
    return Object.fromEntries(tokens);
  },
};

async function login(url, emailAddress) {
  const reply = await fetch(`${url}/v3/work/authenticate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ emailAddress, password }),
  });
  return (await reply.json()).idToken;
}
