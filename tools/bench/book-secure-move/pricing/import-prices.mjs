import { peakMemory } from '../../usage.mjs';

const PRICES = 100_000;
const SMALL = 1_000;
const GOAL_SECONDS = 60;

/**
 * How long the service takes to import a catalogue as CSV, with its audit, through the API.
 * @returns {Promise<object[]>} goals with what was measured
 */
export async function importPrices({ client, service }, { small }) {
  const prices = small ? SMALL : PRICES;
  const sites = Math.ceil(Math.sqrt(prices)) + 1;
  await client.query(
    `insert into pricing_locations (nomis_agency_id, site_name, location_type, added_at, updated_at)
     select 'BENCH' || n, 'BENCH SITE ' || n, 'PR', now(), now() from generate_series(1, $1::int) n`,
    [sites],
  );
  const url = `http://127.0.0.1:${service.port}`;
  const token = await tokenFor(url);
  const form = new FormData();
  const year = String(new Date().getFullYear() - (new Date().getMonth() < 8 ? 1 : 0));
  for (const [name, value] of [['supplier', 'serco'], ['effective_year', year]]) form.set(name, value); // prettier-ignore
  form.set('file', new Blob([catalogue(prices, sites)]), 'catalogue.csv');
  const began = performance.now();
  const reply = await fetch(`${url}/pricing/imports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  const text = await reply.text();
  const seconds = (performance.now() - began) / 1_000;
  const inserted = reply.status === 201 ? JSON.parse(text).data.attributes.inserted : 0;
  if (inserted !== prices) throw new Error(`the import answered ${reply.status} ${text.slice(0, 500)}`);
  const memory = peakMemory(service.pid);
  return [
    {
      goal: `importing ${prices.toLocaleString('en-GB')} prices`,
      wanted: `under ${GOAL_SECONDS} s`,
      measured: `${seconds.toFixed(1)} s${memory === undefined ? '' : `, service at most ${memory.toFixed(0)} MB`}`,
      held: seconds < GOAL_SECONDS,
    },
  ];
}

function catalogue(prices, sites) {
  const lines = ['Journey ID,Pick Up,Drop Off,Price'];
  for (let n = 0; n < prices; n += 1) {
    const from = Math.floor(n / (sites - 1));
    const to = n % (sites - 1);
    lines.push(`${n},BENCH SITE ${from + 1},BENCH SITE ${(to >= from ? to + 1 : to) + 1},${(n % 9_000) + 1}.50`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

async function tokenFor(url) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'pmu-demo',
    client_secret: 'pmu-demo-secret',
    scope: 'pricing:read pricing:write',
  });
  const reply = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  return (await reply.json()).access_token;
}
