import { chooseTargets, fillMoves } from './fill.mjs';
import { importPrices } from './pricing/import-prices.mjs';
import { priceMonth } from './pricing/price-month.mjs';
import { traces } from './traces.mjs';
import { works } from './works.mjs';

/** What is measured of Book a Secure Move. */
export const bookSecureMove = {
  name: 'book-secure-move',
  schema: 'book_secure_move',
  portVariable: 'BOOK_SECURE_MOVE_PORT',
  rows: 'moves',
  works,
  /** Works that are done once, each with its own goals. */
  once: { pricing: priceMonth, 'price-import': importPrices },
  /** What the service may take besides, in megabytes. */
  rssMb: 200,
  fill: fillMoves,
  chooseTargets,
  traces,
  /** What the load speaks with: a token of the demo's authority. */
  async credentials(url) {
    const reply = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'pmu-demo',
        client_secret: 'pmu-demo-secret',
        scope: 'read write',
      }),
    });
    return { token: (await reply.json()).access_token };
  },
};
